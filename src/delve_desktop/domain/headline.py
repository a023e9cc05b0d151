"""What a list shows of a record: its title and the beginning of what it says."""

from __future__ import annotations

from typing import Final

from .fields import CONTACT, FIELDS
from .state import RecordState
from .values import NOT_WORDS

MAX_TITLE: Final = 200  # code points
MAX_SNIPPET: Final = 240

_TITLES: Final = ("title", "name")
_SNIPPETS: Final = ("summary", "text", "note", "report", "adapted", "problem", "body")
_CODES: Final = frozenset({"term", "country", "language", "spoken"})  # words only once they are translated


def title_of(state: RecordState) -> str:
    """The title or name, or else the first line that says something; empty when nothing does.

    In a dispute it is the version that is shown first.
    """
    for name in _TITLES:
        title = _line(_shown(state, name))
        if title:
            return title[:MAX_TITLE]
    for name in _SNIPPETS:
        for line in _shown(state, name).split("\n"):
            if _line(line):
                return _line(line)[:MAX_TITLE]
    return ""


def snippet_of(state: RecordState) -> str:
    """The beginning of the long text, else of the other fields; of a contact the role and where it is held.

    It is on one line, and holds no codes, which a list could not translate.
    """
    if state.kind == CONTACT and _line(_shown(state, "role")):
        held = (_line(_shown(state, name)) for name in ("role", "organisation"))
        return " · ".join(part for part in held if part)[:MAX_SNIPPET]
    for name in _SNIPPETS:
        text = _line(_shown(state, name)[: 2 * MAX_SNIPPET])
        if text:
            return text[:MAX_SNIPPET]
    fields = FIELDS.get(state.kind, ())
    known = [field.name for field in fields if field.type not in NOT_WORDS | _CODES]
    names = [*known, *sorted(state.fields.keys() - {field.name for field in fields})]
    parts = [_line(_shown(state, name)) for name in names if name not in _TITLES]
    return " · ".join(part for part in parts if part)[:MAX_SNIPPET]


def _shown(state: RecordState, name: str) -> str:
    """The first version, or else all members; empty when it is no text."""
    field = state.fields.get(name)
    if field is None:
        return ""
    if field.versions:
        value = field.versions[0].value
        return value if isinstance(value, str) else ""
    return ", ".join(member.value for member in field.members if isinstance(member.value, str))


def _line(text: str) -> str:
    return " ".join(text.split()).lstrip("#>*- ")
