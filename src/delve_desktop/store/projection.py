"""What a list row and the search index show of a merged record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from delve_desktop.domain.facets import Facet, facets_of
from delve_desktop.domain.fields import CONTACT, PRACTICE, field_of
from delve_desktop.domain.headline import snippet_of, title_of
from delve_desktop.domain.state import RecordState
from delve_desktop.domain.values import NOT_WORDS

from .index import fold

_NUMBER: Final = re.compile(r"[+(]?\d[\d\s().\-/]{4,}\d")
_NOT_DIGITS: Final = re.compile(r"\D+")
_PLACES: Final = ("place", "organisation", "area", "country")
_PLACES_OF: Final = {
    CONTACT: ("country",),  # what it belongs to stands beside its role
    PRACTICE: ("organisation", "area"),  # its place is a pair of numbers
}
_NOT_LETTERS: Final = " \t!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»“”‘’„¿¡–—…"
_LAST: Final = "\U0010ffff"
MAX_SORT_KEY: Final = 48  # characters; lists need no finer order
MAX_INDEXED: Final = 64 * 1024  # characters of one record; more adds nothing a search would find


@dataclass(frozen=True, slots=True)
class Projection:
    """The shown parts of one record."""

    title: str
    snippet: str
    place: str
    body: str
    sort_key: str  # by which lists from A to Z are ordered
    facets: list[Facet]


def project(state: RecordState) -> Projection:
    """Title, snippet, place and searchable text of a record."""
    title = title_of(state)
    return Projection(
        title=title,
        snippet=snippet_of(state),
        place=_place(state),
        body=_searchable(state, title),
        sort_key=sort_key(title),
        facets=facets_of(state),
    )


def sort_key(title: str) -> str:
    """A title without accents, case and what stands before its first letter; those without come last."""
    return fold(title).lstrip(_NOT_LETTERS)[:MAX_SORT_KEY] or _LAST


def _place(state: RecordState) -> str:
    for name in _PLACES_OF.get(state.kind, _PLACES):
        field = state.fields.get(name)
        value = field.versions[0].value if field is not None and field.versions else None
        if value and isinstance(value, str):
            return value
    return ""


def _searchable(state: RecordState, title: str) -> str:
    parts: list[str] = []
    for name, field in state.fields.items():
        entry = field_of(state.kind, name)
        if entry is not None and entry.type in NOT_WORDS:
            parts.extend(_said(member.value) for member in field.members if entry.type == "attachment")
            continue
        for version in field.versions:
            if version.value != title:
                parts.extend(_words(version.value))
        for member in field.members:
            parts.extend(_words(member.value))
    return "\n".join(parts)[:MAX_INDEXED]


def _said(value: Any) -> str:
    """What people wrote about an attachment: its caption and its name."""
    texts = [value.get("caption"), value.get("name")] if isinstance(value, dict) else []
    return " ".join(text for text in texts if isinstance(text, str))


def _words(value: Any) -> Iterator[str]:
    """The texts inside a value, and telephone numbers once more as one run of digits."""
    if isinstance(value, str):
        yield value
        if len(value) <= 64:
            for number in _NUMBER.findall(value):
                yield _NOT_DIGITS.sub("", number)
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int | float):
        yield str(value)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _words(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _words(item)
