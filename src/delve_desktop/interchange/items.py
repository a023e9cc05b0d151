"""What every reader of a format makes and every writer takes: one record as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from delve_desktop.domain.errors import InvalidContent

MAX_FIELDS: Final = 200
MAX_DEPTH: Final = 16
MAX_VERSIONS: Final = 64  # of one field
MAX_ORIGIN: Final = 400  # bytes of UTF-8
MAX_KIND: Final = 64  # characters


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a file.

    `fields` holds a value, a whole text or a list of members by field; `origin` says where the record comes
    from, so that the same origin is the same record; `id` stands in for a missing origin; `versions` lists
    the standing values of fields that are in dispute.
    """

    kind: str
    fields: dict[str, Any]
    origin: str = ""
    id: str = ""
    versions: dict[str, list[Any]] = field(default_factory=dict)


def check_value(value: Any, depth: int = 0) -> None:
    """Raise `InvalidContent` for what an op could not carry."""
    if isinstance(value, int) and not -(2**63) <= value < 2**64:
        raise InvalidContent("A number is too large.")
    if depth > MAX_DEPTH:
        raise InvalidContent("A value is nested too deeply.")
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for member in members:
        check_value(member, depth + 1)
