"""Finding records by what somebody typed: accents and case do not matter, every word is a prefix."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from delve_desktop.domain.ids import SpaceId
from delve_desktop.domain.state import Member, RecordState, Version
from delve_desktop.store import index
from delve_desktop.store.projection import sort_key
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import FoundRecord

from .rows_shown import Names, row_of
from .session import Session
from .views import MARK_END, MARK_START, Hit

RANKED_CAP: Final = 200  # the newest matches that ranking looks at
LOOKED_AT: Final = 40  # the newest matches that a field which answers at once looks at
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
        return hits_of(unit, unit.search_newest(query, limit), text)


def find(session: Session, space: SpaceId, text: str, *, limit: int = 20) -> list[Hit]:
    """Records whose titles begin with what was typed, then the newest others, of these first those with a
    word of their title; nothing for nothing typed.

    As quick as `search`, for a field that answers while somebody types.
    """
    query = index.query(text, space)
    if not query:
        return []
    with session.vault.read() as unit:
        first = unit.found_at(unit.titled(space, sort_key(text), limit // 2))
        known = {one.line.row for one in first}
        found = [one for one in unit.search_newest(query, LOOKED_AT) if one.line.row not in known]
        pattern = _beginning(_folded_words(text))
        found.sort(key=lambda one: pattern.search(index.fold(one.line.title)) is None)
        return hits_of(unit, (first + found)[:limit], text)


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
        found = unit.search_newest(query, RANKED_CAP)
        known = {one.line.row for one in found}
        titled = unit.search_newest(index.query(text, space, kind, title_only=True), limit)
        found += [one for one in titled if one.line.row not in known]
        patterns = [_beginning([word]) for word in _folded_words(text)]
        scores = {one.line.row: _score(one.line.title, one.state, patterns) for one in found}
        found.sort(key=lambda one: (scores[one.line.row], one.line.position), reverse=True)
        return hits_of(unit, found[:limit], text)


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
            standing: Iterable[Version | Member] = chain(field.versions, field.members)
            for one in standing:
                if isinstance(one.value, str):
                    yield one.value


def matches(text: str, title: str, state: RecordState) -> bool:
    """Whether every word typed begins some word of a record, as the index would find it."""
    whole = index.fold("\n".join((title, *_texts(state))))
    return all(_beginning([word]).search(whole) for word in _folded_words(text))


def hits_of(unit: ReadUnit, found: list[FoundRecord], text: str) -> list[Hit]:
    """What was found as rows, with the words typed marked in title and passage."""
    pattern = _beginning(_folded_words(text))
    names = Names(unit)
    hits = []
    for line, state in found:
        row = row_of(line, names)
        passage = _passage(state, pattern) or row.snippet
        hits.append(Hit(row, mark(row.title, pattern), mark(passage, pattern)))
    return hits


def _folded_words(text: str) -> list[str]:
    """The words typed, folded: the longest first, so that a mark covers all that was typed."""
    return sorted({index.fold(word) for word in index.words_of(text)}, key=lambda word: (-len(word), word))


def _beginning(words: list[str]) -> re.Pattern[str]:
    """A pattern that finds, in folded text, the beginnings of words that were typed.

    That a word begins there is looked at behind its first letter: so the scan for that letter is a quick
    one, and halves the time of a search.
    """
    parts = ((re.escape(word[0]), re.escape(word[1:])) for word in words)
    return re.compile("|".join(rf"{first}(?<![^\W_]{first}){rest}" for first, rest in parts))


def mark(text: str, pattern: re.Pattern[str]) -> str:
    """The text with every match between the two marks."""
    pieces: list[str] = []
    last = 0
    for found in pattern.finditer(index.fold(text)):
        start, end = found.span()
        pieces += [text[last:start], MARK_START, text[start:end], MARK_END]
        last = end
    return "".join((*pieces, text[last:])) if pieces else text


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
