"""Finding records by what somebody typed: accents and case do not matter, every word is a prefix."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
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
RANKED_CAP: Final = 200  # the newest matches that ranking looks at
TITLE_WEIGHT: Final = 10.0
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
    """The best matches among the newest `RANKED_CAP` and the newest that match in their title.

    Each typed word counts by how often it begins a word, less and less the more often, and ten times
    as much in the title; of equals the newer comes first.
    """
    query = index.query(text, space, kind)
    if not query:
        return []
    with session.vault.read() as unit:
        lines = unit.search_newest(query, RANKED_CAP)
        known = {line.row for line in lines}
        titled = unit.search_newest(index.query(text, space, kind, title_only=True), limit)
        lines += [line for line in titled if line.row not in known]
        states = unit.states_at([line.row for line in lines])
        patterns = [_beginning([word]) for word in _folded_words(text)]
        scores = {line.row: _score(line.title, states[line.row], patterns) for line in lines}
        lines.sort(key=lambda line: (scores[line.row], line.position), reverse=True)
        return _hits(unit, lines[:limit], text)


def _score(title: str, state: RecordState, patterns: list[re.Pattern[str]]) -> float:
    body = index.fold("\n".join(_texts(state)))
    folded_title = index.fold(title)
    score = 0.0
    for pattern in patterns:
        score += TITLE_WEIGHT * math.log1p(len(pattern.findall(folded_title)))
        score += math.log1p(len(pattern.findall(body)))
    return score


def _texts(state: RecordState) -> Iterator[str]:
    """The texts of a record outside its title."""
    for name, field in state.fields.items():
        if name not in ("title", "name"):
            values = [one.value for one in field.versions] + [one.value for one in field.members]
            yield from (value for value in values if isinstance(value, str))


def _hits(unit: ReadUnit, lines: list[RecordLine], text: str) -> list[Hit]:
    pattern = _beginning(_folded_words(text))
    names = Names(unit)
    states = unit.states_at([line.row for line in lines])
    hits = []
    for line in lines:
        row = row_of(line, names)
        passage = _passage(states[line.row], pattern) or row.snippet
        hits.append(Hit(row, mark(row.title, pattern), mark(passage, pattern)))
    return hits


def _folded_words(text: str) -> list[str]:
    return sorted({index.fold(word) for word in index.words_of(text)}, key=len, reverse=True)


def _beginning(words: list[str]) -> re.Pattern[str]:
    """A pattern that finds, in folded text, the beginnings of words that were typed."""
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
    for text in _texts(state):
        found = pattern.search(index.fold(text))
        if found:
            return _around(text, found.start())
    return ""


def _around(text: str, place: int) -> str:
    start = max(0, place - SNIPPET // 3)
    if start:
        start = text.find(" ", start, place) + 1 or start
    piece = " ".join(text[start : start + SNIPPET].split())
    return ("…" if start else "") + piece + ("…" if start + SNIPPET < len(text) else "")
