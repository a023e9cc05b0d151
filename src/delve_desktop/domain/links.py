"""Which records a record links to, by what stands in its link fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from .fields import FIELDS
from .ids import RecordId
from .state import RecordState

_LINK_TYPES: Final = ("link", "version-link")
_LINK_FIELDS: Final = {
    kind: tuple(field.name for field in fields if field.type in _LINK_TYPES)
    for kind, fields in FIELDS.items()
}


def links_of(state: RecordState) -> Iterator[tuple[str, RecordId]]:
    """Field and target of each standing link, each pair once, in the table's order.

    Of a disputed link every version counts. What is no record's id, as a later version may have written, is
    passed over; so are the fields of kinds that are not in the table.
    """
    for name in _LINK_FIELDS.get(state.kind, ()):
        field = state.fields.get(name)
        if field is None:
            continue
        values = [one.value for one in field.versions] + [one.value for one in field.members]
        found = dict.fromkeys(target for target in map(target_of, values) if target is not None)
        yield from ((name, target) for target in found)


def target_of(value: Any) -> RecordId | None:
    """The record that the value of a link or of a version-link names; None where it names none."""
    name = value.get("record") if isinstance(value, dict) else value
    if not isinstance(name, str) or len(name) != 64:
        return None
    try:
        return RecordId(bytes.fromhex(name))
    except ValueError:
        return None
