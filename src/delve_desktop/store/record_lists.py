"""Lists of records: which positions they hold, in which order, and the rows at some of these.

A position is a record's place in the newest-first order, and its row in the search index; a change of a
record gives it a new one. Filters are marks in that index (ADR 18), so that narrowing a list by several of
them and by words is one query which reads no record.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, Final

from delve_desktop.domain.facets import ASKS, YES
from delve_desktop.domain.fields import ADOPTION, COMMENT, FIELDS
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.domain.state import decode_state

from . import index
from .record_reading import FOUND_AT, LINE, WAITING, RecordReading, chunks, line_of, marks
from .rows import FoundRecord, Listed, RecordLine

_WAITING: Final = WAITING.replace(":space", "?")
_UNSENT: Final = f"SELECT position FROM record WHERE row IN ({_WAITING})"
_FRESH: Final = "SELECT record.position FROM fresh CROSS JOIN record ON record.id = fresh.record"
_DISPUTED: Final = "SELECT record.position FROM record WHERE record.space = ? AND record.disputes > 0"
_TRIED: Final = """SELECT target.position FROM record AS adoption
  CROSS JOIN link ON link.source = adoption.row AND link.field = 'practice'
  CROSS JOIN record AS target ON target.id = link.target
  WHERE adoption.space = ? AND adoption.in_bin = 0 AND adoption.kind = ?"""
_ASKED: Final = """SELECT target.position FROM record AS question
  CROSS JOIN link ON link.source = question.row AND link.field = 'about'
  CROSS JOIN record AS target ON target.id = link.target
  WHERE question.position IN (SELECT rowid FROM record_index WHERE record_index MATCH ?)"""
_MATCHING: Final = "SELECT rowid FROM record_index WHERE record_index MATCH ?"

_TITLED: Final = """SELECT sort_key, position FROM record INDEXED BY record_titles
  WHERE space = ? AND in_bin = 0 AND kind = ? AND sort_key >= ? AND sort_key < ? ORDER BY sort_key LIMIT ?"""
_END: Final = "\U0010ffff"  # behind every letter


class RecordLists(RecordReading):
    """Part of every unit."""

    def positions(self, listed: Listed, limit: int = -1) -> array[int]:
        """The first positions of a list, in its order; all of them without a limit.

        Words and facets find nothing in the bin: what lies there is not in the search index.
        """
        sql, parameters = _statement(listed)
        # one after the other: no list of a hundred thousand tuples, and other threads get their turn
        rows = self._driver.execute(f"{sql} LIMIT ?", (*parameters, limit))
        return array("q", (row[0] for row in rows))

    def titled(self, space: SpaceId, beginning: str, limit: int) -> list[int]:
        """Positions of records of known kinds outside the bin whose sort keys of titles begin so."""
        end = beginning + _END
        rows: list[Any] = []
        for kind in FIELDS:
            rows += self._rows(_TITLED, space, kind, beginning, end, limit)
        return [position for _, position in sorted(rows)[:limit]]

    def lines_at(self, positions: Sequence[int]) -> list[RecordLine]:
        """The records at these positions, newest first; a position that is given up holds none."""
        found: list[RecordLine] = []
        for part in chunks(positions):
            found += map(line_of, self._rows(f"{LINE} WHERE r.position IN ({marks(len(part))})", *part))
        return sorted(found, key=lambda line: -line.position)

    def found_at(self, positions: Sequence[int]) -> list[FoundRecord]:
        """As `lines_at`, with the states whose texts hold what was looked for."""
        found: list[FoundRecord] = []
        for part in chunks(positions):
            rows = self._rows(f"{FOUND_AT} WHERE r.position IN ({marks(len(part))})", *part)
            found += (FoundRecord(line_of(row), decode_state(row[-1])) for row in rows)
        return sorted(found, key=lambda one: -one.line.position)

    def positions_of(self, records: Iterable[RecordId]) -> dict[RecordId, int]:
        """Where these records stand now."""
        found: dict[RecordId, int] = {}
        for part in chunks(list(records)):
            sql = f"SELECT id, position FROM record WHERE id IN ({marks(len(part))})"
            found.update((RecordId(row[0]), row[1]) for row in self._rows(sql, *part))
        return found

    def records_at(self, positions: Sequence[int]) -> list[RecordId]:
        """The ids of the records at these positions, the newest first."""
        found: dict[int, RecordId] = {}
        for part in chunks(positions):
            sql = f"SELECT position, id FROM record WHERE position IN ({marks(len(part))})"
            found.update((row[0], RecordId(row[1])) for row in self._rows(sql, *part))
        return [found[position] for position in sorted(found, reverse=True)]

    def facet_values(self, space: SpaceId, kind: str | None) -> list[tuple[str, str]]:
        """Name and value of every facet that some record of a space and kind has now."""
        self._driver.execute(index.TERMS)
        terms = [index.facet_value(row[0]) for row in self._rows(index.FACETS)]
        return [
            (name, value)
            for name, value in terms
            if self._rows(f"{_MATCHING} LIMIT 1", index.narrowed("", space, kind, ((name, (value,)),)))
        ]


def _statement(listed: Listed) -> tuple[str, list[Any]]:
    """SQL that yields the positions of a list in order, without its limit."""
    searched = bool(listed.facets or index.words_of(listed.text))
    direction = "ASC" if listed.sort == "oldest" else "DESC"
    sets = _sets(listed, disputed=searched)
    if searched and listed.sort != "title":
        parts = ["record_index MATCH ?"]
        parameters: list[Any] = [_match(listed)]
        for sql, values in sets:
            parts.append(f"+rowid IN ({sql})")  # "+": each hit is looked up, not each member of the set
            parameters += values
        where = " AND ".join(parts)
        return f"SELECT rowid FROM record_index WHERE {where} ORDER BY rowid {direction}", parameters
    if searched:
        sets.append((_MATCHING, [_match(listed)]))
    conditions = ["r.space = ?", "r.in_bin = ?"]
    parameters = [listed.space, int(listed.in_bin)]
    if listed.kind is not None:
        conditions.append("r.kind = ?")
        parameters.append(listed.kind)
    if listed.disputed:
        conditions.append("r.disputes > 0")
    for sql, values in sets:
        # rows of records are in every index: no record is read to see whether it waits
        conditions.append(f"+r.row IN ({_WAITING})" if sql is _UNSENT else f"+r.position IN ({sql})")
        parameters += values
    order = "r.sort_key, r.position" if listed.sort == "title" else f"r.position {direction}"
    # few are in dispute: an index of their own has them, which SQLite by itself would not take
    records = "record AS r INDEXED BY record_disputed" if listed.disputed else "record AS r"
    return f"SELECT r.position FROM {records} WHERE {' AND '.join(conditions)} ORDER BY {order}", parameters


def _match(listed: Listed) -> str:
    return index.narrowed(listed.text, listed.space, listed.kind, listed.facets)


def _sets(listed: Listed, *, disputed: bool) -> list[tuple[str, list[Any]]]:
    """Queries for sets of positions that the list keeps to: what no mark in the index can tell."""
    sets: list[tuple[str, list[Any]]] = []
    if listed.unsent:
        sets.append((_UNSENT, [listed.space] * _WAITING.count("?")))
    if listed.fresh:
        sets.append((_FRESH, []))
    if listed.disputed and disputed:
        sets.append((_DISPUTED, [listed.space]))
    if listed.tried:
        sets.append((_TRIED, [listed.space, ADOPTION]))
    if listed.asked:
        sets.append((_ASKED, [index.narrowed("", listed.space, COMMENT, ((ASKS, (YES,)),))]))
    return sets
