"""Import of records from files of any format.

An import first reads everything and checks it, then writes in batches; so a file with a mistake
changes nothing. A record that came from the same origin before is brought up to date: values that
the record never had are written, everything else stays. So importing twice writes nothing, and a
file that was imported before does not undo what people changed since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import BinaryIO, Final, Literal

from delve_desktop.domain import ops
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import check
from delve_desktop.domain.ids import RecordId, SpaceId, record_of_origin
from delve_desktop.domain.ops import Op, encode_value
from delve_desktop.interchange import jsonlines
from delve_desktop.interchange.items import MAX_VERSIONS, Item
from delve_desktop.store.writing import WriteUnit

from .changes import ChangeSummary
from .file_links import linked
from .item_writes import first_writes, members_of, origin_bytes, origin_of, packed, record_of_hex, stored
from .minting import Planned, mint
from .news import news
from .session import Session

Format = Literal["jsonl", "vcard", "markdown"]

BATCH: Final = 500  # records written in one transaction
BATCH_BYTES: Final = 4 * 1024 * 1024  # of their values: pictures make few records a lot
MEMBER_BYTES: Final = 500  # around each member of a set
_ANY_PARENT: Final = (bytes(32),)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import; `open` is called twice and must give the same bytes.

    `charset` is the character set of address books that declare none; UTF-8 when it is empty.
    """

    name: str
    open: Callable[[], AbstractContextManager[BinaryIO]]
    format: Format = "jsonl"
    charset: str = ""

    def read(self) -> Iterator[tuple[str, Item]]:
        """The items with the places where they stand, for errors; raises `InvalidContent`."""
        with self.open() as file:
            for number, item in self._items(file):
                yield f"{self.name} line {number}", item

    def _items(self, file: BinaryIO) -> Iterator[tuple[int, Item]]:
        if self.format == "vcard":
            from delve_desktop.interchange import vcard

            return vcard.read(file, self.name, self.charset)
        if self.format == "markdown":
            from delve_desktop.interchange.markdown import read

            return read(file, self.name)
        return jsonlines.read(file, self.name)


@dataclass(slots=True)
class Imported:
    """How many records an import made, changed, and found as they were; and which it made."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    records: list[RecordId] = field(default_factory=list, compare=False)  # those that were made


def import_items(
    session: Session,
    space: SpaceId,
    sources: Sequence[Source],
    *,
    actor: str = "",
    at_once: int = BATCH,
    written: Callable[[Imported], None] = lambda _so_far: None,
) -> Imported:
    """Take in all sources; raises `InvalidContent`, with file and line, before anything is written.

    `at_once` records at the most are written in one transaction; after each, `written` is called, and what it
    raises ends the import there.
    """
    for source in sources:
        for place, item in source.read():
            _check_item(_linked_somewhere(space, item), place)
    result = Imported()
    for batch in _batches((item for source in sources for _, item in source.read()), at_once):
        _write(session, space, batch, result, actor)
        written(result)
    return result


def _linked_somewhere(space: SpaceId, item: Item) -> Item:
    """The item with links of the right shape, for the check; where they lead is known when it is written."""
    return linked(item, lambda name: record_of_origin(space, origin_bytes(name)))


def _batches(items: Iterable[Item], at_once: int) -> Iterator[list[Item]]:
    """The items in lists that one transaction writes, bounded by number and by size."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += _weight(item)
        if len(batch) >= at_once or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _weight(item: Item) -> int:
    """About how many bytes of memory an item takes until it is written: more than its members say."""
    members = sum(len(value) for value in item.fields.values() if isinstance(value, list))
    return len(encode_value([item.fields, item.versions])) + MEMBER_BYTES * members


def _check_item(item: Item, place: str) -> None:
    """Raise `InvalidContent` for what could not be written later."""
    try:
        for name, value in item.fields.items():
            for one in members_of(item.kind, name, value):
                check(item.kind, name, one)
        for name, values in item.versions.items():
            for value in values:
                check(item.kind, name, stored(item.kind, name, value))
        largest = 2**53 - 1
        kind, origin = item.kind, origin_of(item)
        parents: tuple[bytes, ...] = ()
        for writes in packed(tuple(first_writes(item))):
            op = Op(ops.VERSION, largest, largest, parents, kind, origin, ops.EDIT, tuple(writes))
            ops.decode(ops.encode(op))
            kind, origin, parents = "", b"", _ANY_PARENT
    except InvalidContent as error:
        raise InvalidContent(f"{place}: {error}") from error


def _write(session: Session, space: SpaceId, batch: Sequence[Item], result: Imported, actor: str) -> None:
    """One transaction; then everybody who cares is told."""
    with session.vault.write() as unit:
        taken = _Batch(session, unit, space)
        taken.take(batch)
    result.added += taken.result.added
    result.changed += taken.result.changed
    result.unchanged += taken.result.unchanged
    result.records += taken.result.records
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
        return record_of_origin(self._space, origin_of(item)) if item.origin else None

    def _named_by(self, name: str) -> RecordId:
        """The record of this space with this id if it is here; else the one that has the name as origin."""
        record = record_of_hex(name)
        if record is not None and self._is_here(record):
            return record
        return record_of_origin(self._space, origin_bytes(name))

    def _is_here(self, record: RecordId) -> bool:
        return self._unit.has_record(record) and self._unit.space_of(record) == self._space

    def _begin(self, item: Item, record: RecordId | None) -> None:
        first, *more = packed(tuple(first_writes(item)))
        self._planned.append(Planned(first, kind=item.kind, origin=origin_of(item), more=more))
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
        """Write what is news to a record, one value of a field after the other."""
        for written in range(MAX_VERSIONS + 1):
            writes = news(self._unit, record, item)
            if not writes:
                return written > 0
            first, *more = packed(writes)
            self._mint([Planned(first, parents=self._unit.state(record).heads, more=more)])
        raise InvalidContent("A record does not take what the file says about it; nothing was written.")

    def _mint_planned(self) -> list[RecordId]:
        planned, self._planned = self._planned, []
        self._begun.clear()
        made = self._mint(planned) if planned else []
        self.result.records += made
        return made

    def _mint(self, planned: Sequence[Planned]) -> list[RecordId]:
        records, result = mint(self._session, self._unit, self._space, planned)
        self.records |= result.records
        self.kinds |= result.kinds
        return records
