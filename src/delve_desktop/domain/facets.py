"""By what a list can be narrowed: the values of a record that filters ask for, read out of its state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .fields import COMMENT, CONTACT, FIELDS
from .state import RecordState

THEME: Final = "theme"
MINERAL: Final = "mineral"
COUNTRY: Final = "country"
LANGUAGE: Final = "language"
STATE: Final = "state"
AUTHOR: Final = "author"  # hexadecimal id of the device that made the record, or changed it last
YEAR: Final = "year"  # of the last change, by the clock of who made it: a label
HAS: Final = "has"  # PHONE, PHOTO
ASKS: Final = "asks"  # a comment that waits for an answer

PHONE: Final = "phone"
PHOTO: Final = "photo"
YES: Final = "yes"

MAX_VALUE: Final = 100  # characters; what is longer is no value that somebody filters by
MAX_FACETS: Final = 64  # of one record
_LAST_YEAR_ENDS: Final = 253_402_300_800  # the year 10000, in Unix seconds

_FACET_OF_FIELD: Final = {
    "themes": THEME,
    "minerals": MINERAL,
    "country": COUNTRY,
    "countries": COUNTRY,
    "language": LANGUAGE,
    "languages": LANGUAGE,
    "state": STATE,
}
_SOURCES: Final = {
    kind: tuple(
        (field.name, _FACET_OF_FIELD[field.name]) for field in fields if field.name in _FACET_OF_FIELD
    )
    for kind, fields in FIELDS.items()
}

Facet = tuple[str, str]  # name, value


def facets_of(state: RecordState) -> list[Facet]:
    """Name and value of each facet, each pair once. Of a disputed field every version counts."""
    return list(dict.fromkeys(_facets(state)))[:MAX_FACETS]


def year_of(seconds: int) -> str:
    """The year of a Unix time, in UTC, by the calendar of today: years are counted from 1 March, in eras of
    400 years (after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    """
    days = seconds // 86_400 + 719_468  # since 0000-03-01
    era, day = divmod(days, 146_097)
    year = (day - day // 1_460 + day // 36_524 - day // 146_096) // 365
    of_year = day - (365 * year + year // 4 - year // 100)
    return str(400 * era + year + (of_year >= 306))  # from 1 January


def _facets(state: RecordState) -> Iterator[Facet]:
    yield AUTHOR, state.updated_by.hex()
    yield AUTHOR, state.created_by.hex()
    if 0 <= state.updated < _LAST_YEAR_ENDS:
        yield YEAR, year_of(state.updated)
    if any(map(_is_photo, _values(state, "attachments"))):
        yield HAS, PHOTO
    if state.kind == CONTACT and _values(state, "phones"):
        yield HAS, PHONE
    if state.kind == COMMENT and True in _values(state, "asks") and True not in _values(state, "settled"):
        yield ASKS, YES
    for field, facet in _SOURCES.get(state.kind, ()):
        for value in _values(state, field):
            if isinstance(value, str) and 0 < len(value) <= MAX_VALUE:
                yield facet, value


def _is_photo(value: object) -> bool:
    kind = value.get("type") if isinstance(value, dict) else None
    return isinstance(kind, str) and kind.startswith("image/")


def _values(state: RecordState, name: str) -> list[object]:
    field = state.fields.get(name)
    if field is None:
        return []
    return [one.value for one in field.versions] + [one.value for one in field.members]
