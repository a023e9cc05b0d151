"""Finding records by what somebody typed: accents and case do not matter, every word is a prefix."""

from __future__ import annotations

import re
from typing import Final

from delve_desktop.domain.ids import SpaceId
from delve_desktop.domain.state import RecordState
from delve_desktop.store import index
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import RecordLine

from .rows_shown import Names, row_of
from .session import Session
from .views import Hit

MARK_START: Final = "\ue000"
MARK_END: Final = "\ue001"
RANKED_CAP: Final = 500  # the newest matches that ranking looks at
SNIPPET: Final = 160  # characters


def search(
    session: Session, space: SpaceId | None, text: str, *, kind: str | None = None, limit: int = 50
) -> list[Hit]:
    """The newest records in which every typed word begins some word; empty when nothing was typed."""
    query = index.query(text, space, kind)
    if not query:
        return []
    with session.vault.read() as unit:
        return _hits(unit, unit.search_newest(query, limit), text)


def search_ranked(
    session: Session, space: SpaceId | None, text: str, *, kind: str | None = None, limit: int = 50
) -> list[Hit]:
    """The best matches among the newest `RANKED_CAP`; a word in the title counts ten times."""
    query = index.query(text, space, kind)
    if not query:
        return []
    with session.vault.read() as unit:
        return _hits(unit, unit.search_ranked(query, limit, RANKED_CAP), text)


def _hits(unit: ReadUnit, lines: list[RecordLine], text: str) -> list[Hit]:
    pattern = beginnings(text)
    names = Names(unit)
    states = unit.states_at([line.row for line in lines])
    hits = []
    for line in lines:
        row = row_of(line, names)
        passage = _passage(states[line.row], pattern) or row.snippet
        hits.append(Hit(row, mark(row.title, pattern), mark(passage, pattern)))
    return hits


def beginnings(text: str) -> re.Pattern[str]:
    """A pattern that finds, in folded text, the beginnings of words that were typed."""
    words = sorted({index.fold(word) for word in index.words_of(text)}, key=len, reverse=True)
    return re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, words)) + ")")


def mark(text: str, pattern: re.Pattern[str]) -> str:
    """The text with every match between the two marks."""
    pieces = []
    last = 0
    for found in pattern.finditer(index.fold(text)):
        start, end = found.span()
        pieces += [text[last:start], MARK_START, text[start:end], MARK_END]
        last = end
    pieces.append(text[last:])
    return "".join(pieces)


def _passage(state: RecordState, pattern: re.Pattern[str]) -> str:
    """The stretch of the record's texts around the first match outside the title; empty for none."""
    for name, field in state.fields.items():
        if name in ("title", "name"):
            continue
        values = [version.value for version in field.versions] + [member.value for member in field.members]
        for value in values:
            found = pattern.search(index.fold(value)) if isinstance(value, str) else None
            if found:
                return _around(value, found.start())
    return ""


def _around(text: str, place: int) -> str:
    start = max(0, place - SNIPPET // 3)
    if start:
        start = text.find(" ", start, place) + 1 or start
    piece = " ".join(text[start : start + SNIPPET].split())
    return ("…" if start else "") + piece + ("…" if start + SNIPPET < len(text) else "")
