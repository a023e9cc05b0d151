"""Import and export of records as JSON lines.

An import first reads everything and checks it, then writes in batches; so a file with a mistake
changes nothing. A record that came from the same origin before is brought up to date: values that
the record never had are written, everything else stays. So importing twice writes nothing, and a
file that was imported before does not undo what people changed since.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

import msgspec

from delve_desktop.domain import ops
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import check, field_of, merge_of
from delve_desktop.domain.ids import RecordId, SpaceId, record_of_origin
from delve_desktop.domain.merge import versions_of
from delve_desktop.domain.ops import ADD, PUT, TEXT, Op, Write, encode_value
from delve_desktop.domain.planning import plan_put, plan_text
from delve_desktop.domain.reading import History, is_shown, merged_text, open_disputes, value_of
from delve_desktop.domain.splicedtext import plain
from delve_desktop.domain.state import EMPTY, FieldState, RecordState, distinct, is_text
from delve_desktop.domain.valuetext import canonical
from delve_desktop.interchange import jsonlines
from delve_desktop.interchange.jsonlines import Item
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.writing import WriteUnit

from .changes import ChangeSummary
from .editing import history_of, known_ops
from .file_links import linked, written
from .minting import Planned, mint
from .session import Session

BATCH: Final = 500  # records written in one transaction
_ORIGIN: Final = "import"
_HEX_ID: Final = 64
_HEX: Final = re.compile("(?:[0-9a-f]{2})+")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import; `open` is called twice and must give the same bytes."""

    name: str
    open: Callable[[], AbstractContextManager[BinaryIO]]


@dataclass(slots=True)
class Imported:
    """How many records an import made, changed, and found as they were."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


def import_items(session: Session, space: SpaceId, sources: Sequence[Source], *, actor: str = "") -> Imported:
    """Take in all sources; raises `InvalidContent`, with file and line, before anything is written."""
    for source in sources:
        with source.open() as file:
            for number, item in jsonlines.read(file, source.name):
                _check_item(_linked_somewhere(space, item), f"{source.name} line {number}")
    result = Imported()
    batch: list[Item] = []
    for item in _items(sources):
        batch.append(item)
        if len(batch) == BATCH:
            _write(session, space, batch, result, actor)
            batch = []
    if batch:
        _write(session, space, batch, result, actor)
    return result


def _linked_somewhere(space: SpaceId, item: Item) -> Item:
    """The item with links of the right shape, for the check; where they lead is known when it is written."""
    return linked(item, lambda name: record_of_origin(space, _origin(name)))


def _items(sources: Sequence[Source]) -> Iterator[Item]:
    for source in sources:
        with source.open() as file:
            for _, item in jsonlines.read(file, source.name):
                yield item


def _check_item(item: Item, place: str) -> None:
    """Raise `InvalidContent` for what could not be written later."""
    try:
        for name, value in item.fields.items():
            for one in _members(item.kind, name, value):
                check(item.kind, name, one)
        for name, values in item.versions.items():
            for value in values:
                check(item.kind, name, _stored(item.kind, name, value))
        writes = tuple(_first_writes(item))
        largest = 2**53 - 1
        ops.decode(
            ops.encode(Op(ops.VERSION, largest, largest, (), item.kind, _origin_of(item), ops.EDIT, writes))
        )
    except InvalidContent as error:
        raise InvalidContent(f"{place}: {error}") from error


def _members(kind: str, name: str, value: Any) -> Sequence[Any]:
    """The members of a set as a list, or the one value of another field."""
    if merge_of(kind, name, value) == "set":
        members = value if isinstance(value, list) else [value]
        return [_stored(kind, name, member) for member in members]
    return [_stored(kind, name, value)]


def _stored(kind: str, name: str, value: Any) -> Any:
    """A value in its one stored form, texts with LF line ends."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
    entry = field_of(kind, name)
    return canonical(entry.type, plain) if entry else plain


def _origin_of(item: Item) -> bytes:
    """The origin as it stands in a root op: `["import", text]`; hexadecimal digits as the bytes they mean,
    for there is one in every imported record and they do not compress.
    """
    origin = item.origin or item.id
    return _origin(origin) if origin else b""


def _origin(origin: str) -> bytes:
    kept = bytes.fromhex(origin) if _HEX.fullmatch(origin) else origin
    return msgspec.msgpack.encode([_ORIGIN, kept])


def _values(item: Item, name: str) -> list[Any]:
    """The values that a scalar or text is to have: one, unless the source lists versions."""
    return [_stored(item.kind, name, value) for value in item.versions.get(name) or [item.fields[name]]]


def _first_writes(item: Item) -> Iterator[Write]:
    """What the root op of a new record writes."""
    for name, value in item.fields.items():
        merge = merge_of(item.kind, name, value)
        if merge == "set":
            members = _distinct(_members(item.kind, name, value))
            if members:
                yield Write(name, ADD, members)
        else:
            yield Write(name, TEXT if merge == "text" else PUT, _values(item, name)[0])


def _distinct(values: Sequence[Any]) -> list[Any]:
    by_bytes = {encode_value(value): value for value in values}
    return [by_bytes[key] for key in sorted(by_bytes)]


def _write(session: Session, space: SpaceId, batch: Sequence[Item], result: Imported, actor: str) -> None:
    """One transaction; then everybody who cares is told."""
    with session.vault.write() as unit:
        taken = _Batch(session, unit, space)
        taken.take(batch)
    result.added += taken.result.added
    result.changed += taken.result.changed
    result.unchanged += taken.result.unchanged
    if taken.records:
        session.notices.publish(
            ChangeSummary("local", space, frozenset(taken.records), frozenset(taken.kinds), actor)
        )


class _Batch:
    """Items of one transaction: new records are collected and minted together."""

    def __init__(self, session: Session, unit: WriteUnit, space: SpaceId) -> None:
        self._session = session
        self._unit = unit
        self._space = space
        self._planned: list[Planned] = []
        self._begun: set[RecordId] = set()  # planned but not minted yet
        self.result = Imported()
        self.records: set[RecordId] = set()
        self.kinds: set[str] = set()

    def take(self, items: Sequence[Item]) -> None:
        """Write what these items bring."""
        self._unit.space(self._space)
        for item in items:
            item = linked(item, self._named_by)  # noqa: PLW2901
            record = self._record_of(item)
            if record is not None and (record in self._begun or item.versions):
                self._mint_planned()
            if record is not None and self._unit.has_record(record):
                self._update(record, item)
            elif item.versions:
                self._begin_disputed(item)
            else:
                self._begin(item, record)
        self._mint_planned()

    def _record_of(self, item: Item) -> RecordId | None:
        """The record an item speaks of: named by its origin, or else by its own id if that is here."""
        if not item.origin and item.id:
            return self._named_by(item.id)
        return record_of_origin(self._space, _origin_of(item)) if item.origin else None

    def _named_by(self, name: str) -> RecordId:
        """The record of this space with this id if it is here; else the one that has the name as origin."""
        record = _from_hex(name) if len(name) == _HEX_ID else None
        if record is not None and self._is_here(record):
            return record
        return record_of_origin(self._space, _origin(name))

    def _is_here(self, record: RecordId) -> bool:
        return self._unit.has_record(record) and self._unit.space_of(record) == self._space

    def _begin(self, item: Item, record: RecordId | None) -> None:
        self._planned.append(Planned(tuple(_first_writes(item)), kind=item.kind, origin=_origin_of(item)))
        self.result.added += 1
        if record is not None:
            self._begun.add(record)

    def _begin_disputed(self, item: Item) -> None:
        """A record that comes with several standing versions: the first, then the others beside it."""
        self._begin(item, None)
        *_, record = self._mint_planned()
        self._bring(record, item)

    def _update(self, record: RecordId, item: Item) -> None:
        if self._bring(record, item):
            self.result.changed += 1
        else:
            self.result.unchanged += 1

    def _bring(self, record: RecordId, item: Item) -> bool:
        """Write what is news to a record, an op at a time, for an op holds one value of a field."""
        for minted in range(jsonlines.MAX_VERSIONS + 1):
            writes = news(self._unit, record, item)
            if not writes:
                return minted > 0
            self._mint([Planned(writes, parents=self._unit.state(record).heads)])
        raise InvalidContent("A record does not take what the file says about it; nothing was written.")

    def _mint_planned(self) -> list[RecordId]:
        planned, self._planned = self._planned, []
        self._begun.clear()
        return self._mint(planned) if planned else []

    def _mint(self, planned: Sequence[Planned]) -> list[RecordId]:
        records, result = mint(self._session, self._unit, self._space, planned)
        self.records |= result.records
        self.kinds |= result.kinds
        return records


def _from_hex(text: str) -> RecordId | None:
    try:
        return RecordId(bytes.fromhex(text))
    except ValueError:
        return None


def news(unit: ReadUnit, record: RecordId, item: Item) -> list[Write]:
    """What an item says that its record never said, at most one value a field.

    A disputed field gets one more version: an import settles nothing. Members are added, never removed.
    """
    state = unit.state(record)
    past = _Past(unit, record)
    writes: list[Write] = []
    for name in {**item.fields, **item.versions}:
        field = state.fields.get(name, EMPTY)
        if merge_of(state.kind, name, item.fields.get(name)) == "set":
            members = _distinct(_members(state.kind, name, item.fields.get(name, [])))
            new = [one for one in members if not past.had_member(name, field, one)]
            writes += [Write(name, ADD, new)] if new else []
            continue
        fresh = [value for value in _values(item, name) if not past.had(name, field, value)]
        if fresh:
            write = _news_of(unit, state, name, fresh[0], beside=name in item.versions)
            writes += [write] if write else []
    return writes


def _news_of(unit: ReadUnit, state: RecordState, name: str, value: Any, *, beside: bool) -> Write | None:
    field = state.fields.get(name, EMPTY)
    long = is_text(field) or merge_of(state.kind, name, value) == "text"
    if long and isinstance(value, str):
        seen = merged_text(name, field, history_of(unit, state.record))
        if not beside and not seen.has_blocks:
            return plan_text(state, name, seen, value)
    elif not beside and len(distinct(field)) < 2:
        return plan_put(state, name, value)
    keeps = tuple(version.id for version in field.versions)
    return Write(name, TEXT if long else PUT, value, keeps)


class _Past:
    """What a record's fields ever held; its ops are read only when something differs."""

    def __init__(self, unit: ReadUnit, record: RecordId) -> None:
        self._unit = unit
        self._record = record
        self._ops: list[KnownOp] = []

    def had(self, name: str, field: FieldState, value: Any) -> bool:
        """Whether the field has, had, or shows this value."""
        wanted = encode_value(value)
        if any(encode_value(version.value) == wanted for version in field.versions):
            return True
        versions = versions_of(self._all(), [name]).get(name, {})
        if any(encode_value(plain(version.value)) == wanted for version in versions.values()):
            return True
        return is_text(field) and merged_text(name, field, lambda: {name: versions}).text == value

    def had_member(self, name: str, field: FieldState, value: Any) -> bool:
        """Whether the set has or had this member."""
        wanted = encode_value(value)
        if any(encode_value(member.value) == wanted for member in field.members):
            return True
        return any(
            encode_value(member) == wanted
            for known in self._all()
            for write in known.op.writes
            if write.field == name and write.how == ADD and isinstance(write.value, list | tuple)
            for member in write.value
        )

    def _all(self) -> list[KnownOp]:
        self._ops = self._ops or known_ops(self._unit, self._record)
        return self._ops


def export_lines(session: Session, space: SpaceId, kind: str | None = None) -> Iterator[bytes]:
    """Every record outside the bin as a line that `import_items` takes back, by record id.

    One snapshot is read for as long as the caller takes lines.
    """
    with session.vault.read() as unit:
        for state in unit.states(space):
            if not state.in_bin and kind in (None, state.kind):
                yield jsonlines.format_item(_exported(unit, state))


def _exported(unit: ReadUnit, state: RecordState) -> Item:
    history = history_of(unit, state.record)
    disputed = open_disputes(state, history)
    fields: dict[str, Any] = {}
    for name, field in state.fields.items():
        value = _exported_value(state.kind, name, field, history)
        if value is not None:
            fields[name] = value
    versions = {
        name: [
            value_of(name, one, history)
            for one in distinct(state.fields[name])
            if is_shown(state.fields[name], one)
        ]
        for name in disputed
    }
    item = Item(state.kind, fields, _exported_origin(unit, state.record), state.record.hex(), versions)
    return written(item, lambda target: _name_of(unit, unit.space_of(state.record), target))


def _name_of(unit: ReadUnit, space: SpaceId, target: str) -> str:
    """What a line of this space's file calls the record with this id; empty when it is not in the space."""
    record = _from_hex(target)
    if record is None or not unit.has_record(record) or unit.space_of(record) != space:
        return ""
    return _exported_origin(unit, record) or target


def _exported_value(kind: str, name: str, field: FieldState, history: History) -> Any:
    if field.members and (merge_of(kind, name, []) == "set" or not field.versions):
        return [member.value for member in field.members]
    if is_text(field):
        return merged_text(name, field, history).text
    return field.versions[0].value if field.versions else None


def _exported_origin(unit: ReadUnit, record: RecordId) -> str:
    """The origin that an import gave the record; empty for one that was written here or copied."""
    for row in unit.ops_of(record):
        origin = ops.decode(row.body).origin
        try:
            name, *rest = msgspec.msgpack.decode(origin) if origin else ("",)
        except (msgspec.DecodeError, TypeError, ValueError):
            continue
        if name == _ORIGIN and len(rest) == 1 and isinstance(rest[0], str | bytes):
            return rest[0] if isinstance(rest[0], str) else rest[0].hex()
    return ""
