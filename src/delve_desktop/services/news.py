"""What an item of a file says that its record never said."""

from __future__ import annotations

from typing import Any

from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.fields import field_of, merge_of
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.merge import versions_of
from delve_desktop.domain.ops import ADD, PUT, REMOVE, TEXT, Write, encode_value
from delve_desktop.domain.planning import plan_put, plan_text
from delve_desktop.domain.reading import merged_text
from delve_desktop.domain.splicedtext import plain
from delve_desktop.domain.state import EMPTY, FieldState, RecordState, distinct, is_text
from delve_desktop.interchange.items import Item
from delve_desktop.store.reading import ReadUnit

from .editing import history_of, known_ops
from .item_writes import distinct_members, members_of, values_of


def news(unit: ReadUnit, record: RecordId, item: Item) -> list[Write]:
    """What an item says that its record never said, at most one value a field.

    A disputed field gets one more version: an import settles nothing. Members are added, never removed, but
    for lines of an address book that a card has once: a newer one takes the place of an older one.
    """
    state = unit.state(record)
    past = _Past(unit, record)
    writes: list[Write] = []
    for name in {**item.fields, **item.versions}:
        field = state.fields.get(name, EMPTY)
        if merge_of(state.kind, name, item.fields.get(name)) == "set":
            members = distinct_members(members_of(state.kind, name, item.fields.get(name, [])))
            new = past.new_members(name, field, members)
            gone = _outdated(state.kind, name, field, members, new)
            writes += [Write(name, ADD, new)] if new else []
            writes += [Write(name, REMOVE, gone)] if gone else []
            continue
        fresh = [value for value in values_of(item, name) if not past.had(name, field, value)]
        if fresh:
            write = _news_of(unit, state, name, fresh[0], beside=name in item.versions)
            writes += [write] if write else []
    return writes


def _outdated(kind: str, name: str, field: FieldState, incoming: list[Any], new: list[Any]) -> list[Any]:
    entry = field_of(kind, name)
    if not new or entry is None or entry.type != "vcard":
        return []
    from delve_desktop.interchange.vcard_kept import outdated

    return outdated([member.value for member in field.members], incoming, new)


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

    def new_members(self, name: str, field: FieldState, values: list[Any]) -> list[Any]:
        """Those of the values that the set never had."""
        standing = {encode_value(member.value) for member in field.members}
        unseen = {encode_value(value): value for value in values if encode_value(value) not in standing}
        if not unseen:
            return []
        for known in self._all():
            for write in known.op.writes:
                if write.field == name and write.how == ADD and isinstance(write.value, list | tuple):
                    for member in write.value:
                        unseen.pop(encode_value(member), None)
        return list(unseen.values())

    def _all(self) -> list[KnownOp]:
        self._ops = self._ops or known_ops(self._unit, self._record)
        return self._ops
