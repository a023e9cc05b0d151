"""Lists for a window: the order of a list as positions, the rows at some of them, what it can be narrowed by.

A list of 100 000 records is one array of numbers; rows are read where somebody looks.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Final

from delve_desktop.domain import facets
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.store import index
from delve_desktop.store.migrations import UNFILLED
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import Listed

from .rows_shown import Names, row_of
from .search import hits_of, matches
from .session import Session
from .views import (
    ASKED,
    FRESH,
    MINE,
    MOST_FOUND,
    THIS_YEAR,
    TRIED,
    UNSENT,
    Hit,
    ListQuery,
)

BIN_SEARCHED: Final = 2_000  # records in the bin, the newest, that a search there looks at
REFILLED_AT_ONCE: Final = 50  # records in one transaction
_FLAGS: Final = {ASKED: "asked", FRESH: "fresh", TRIED: "tried", UNSENT: "unsent"}


def list_positions(
    session: Session, space: SpaceId, query: ListQuery, limit: int | None = None
) -> array[int]:
    """The positions of a list's records, in its order: the first `limit`, or all.

    Of a search at most `MOST_FOUND`; nothing for signs alone.
    """
    listed = _listed(session, space, query)
    searched = bool(query.text.strip())
    if searched and not index.words_of(query.text):
        return array("q")  # signs alone begin no word
    if searched:
        limit = MOST_FOUND if limit is None else min(limit, MOST_FOUND)
    with session.vault.read() as unit:
        if query.in_bin and searched:
            return _in_bin(unit, listed)[:limit]
        return unit.positions(listed, -1 if limit is None else limit)


def rows_at(session: Session, positions: Sequence[int], text: str = "") -> list[Hit]:
    """The rows at these positions, newest first, with what was typed marked in them.

    A record that changed meanwhile is no longer at its position, and missing from the answer.
    """
    with session.vault.read() as unit:
        if index.words_of(text):
            return hits_of(unit, unit.found_at(positions), text)
        names = Names(unit)
        rows = [row_of(line, names) for line in unit.lines_at(positions)]
    return [Hit(row, row.title, row.snippet) for row in rows]


def positions_of(session: Session, records: Iterable[RecordId]) -> dict[RecordId, int]:
    """Where these records stand now; those that are not here are missing."""
    with session.vault.read() as unit:
        return unit.positions_of(records)


def records_at(session: Session, positions: Sequence[int]) -> list[RecordId]:
    """The records at these positions."""
    with session.vault.read() as unit:
        return unit.records_at(positions)


def filter_values(session: Session, space: SpaceId, kind: str | None) -> dict[str, tuple[str, ...]]:
    """By facet, the values that some record of a space and kind has: what a list can be narrowed to."""
    with session.vault.read() as unit:
        found: dict[str, list[str]] = {}
        for name, value in unit.facet_values(space, kind):
            found.setdefault(name, []).append(value)
    return {name: tuple(sorted(values)) for name, values in found.items()}


def mark_seen(session: Session, record: RecordId) -> None:
    """Note that somebody has opened a record: it is no longer new here. Nobody else is told."""
    with session.vault.write(reserve=True) as unit:
        unit.note_seen([record])


def refill_lists(session: Session) -> bool:
    """Write anew what lists keep of some more records of a vault of an older format; False when none is left.

    Until then such records stand in no filtered list, and first in one from A to Z.
    """
    with session.vault.read() as unit:
        done = unit.meta(UNFILLED)
    if done is None or session.damaged:
        return False
    with session.vault.write() as writing:
        last = writing.refill_lists(int.from_bytes(done, "big"), REFILLED_AT_ONCE)
        if last:
            writing.set_meta(UNFILLED, last.to_bytes(8, "big"))
        else:
            writing.drop_meta(UNFILLED)
    return bool(last)


def _listed(session: Session, space: SpaceId, query: ListQuery) -> Listed:
    wanted: dict[str, list[str]] = {}
    flags: dict[str, bool] = {}
    for name, value in query.filters:
        if name == MINE:
            wanted[facets.AUTHOR] = [session.device.hex()]
        elif name == THIS_YEAR:
            wanted[facets.YEAR] = [facets.year_of(session.now())]
        elif name in _FLAGS:
            flags[_FLAGS[name]] = True
        else:
            wanted.setdefault(name, []).append(value)
    return Listed(
        space,
        query.kind,
        query.in_bin,
        query.disputed,
        query.sort,
        query.text,
        tuple((name, tuple(values)) for name, values in wanted.items()),
        **flags,
    )


def _in_bin(unit: ReadUnit, listed: Listed) -> array[int]:
    """What lies in the bin is not in the search index: the texts themselves are looked through."""
    bare = Listed(listed.space, listed.kind, in_bin=True, sort=listed.sort)
    positions = unit.positions(bare, BIN_SEARCHED)
    found = unit.found_at(positions)
    fitting = {one.line.position for one in found if matches(listed.text, one.line.title, one.state)}
    return array("q", (position for position in positions if position in fitting))
