"""Writing what a record amounts to: its state, its list row and its entry in the search index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.domain.links import links_of
from delve_desktop.domain.state import RecordState, encode_state

from . import index
from .attached import attached_rows
from .projection import project

if TYPE_CHECKING:
    from .writing import WriteUnit

_INSERT: Final = """INSERT INTO record(row, id, space, kind, position, title, snippet, place, updated, author,
 disputes, in_bin, state, sort_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_UPDATE: Final = """UPDATE record SET kind = ?, position = ?, title = ?, snippet = ?, place = ?, updated = ?,
 author = ?, disputes = ?, in_bin = ?, state = ?, sort_key = ? WHERE row = ?"""


@dataclass(frozen=True, slots=True)
class MergedRecord:
    """A record with its new state. `position` is its place in the index before, 0 where it had none; `linked`
    tells whether links or attachments of it may be kept.
    """

    row: int
    record: RecordId
    stored: bool
    position: int
    linked: bool
    state: RecordState
    disputes: int


def write_merged(unit: WriteUnit, space: SpaceId, merged: Sequence[MergedRecord]) -> None:
    """Write these states with all that lists and searches show of them; each comes to the top of its list."""
    position = unit.next_number("record", "position")
    inserts: list[tuple[Any, ...]] = []
    updates: list[tuple[Any, ...]] = []
    gone: list[tuple[int]] = []
    indexed: list[tuple[Any, ...]] = []
    links: list[tuple[Any, ...]] = []
    files: list[tuple[Any, ...]] = []
    parts: list[tuple[Any, ...]] = []
    for one in merged:
        state = one.state
        shown = project(state)
        values = (
            state.kind,
            position,
            shown.title,
            shown.snippet,
            shown.place,
            state.updated,
            unit.device_number(state.updated_by),
            one.disputes,
            int(state.in_bin),
            encode_state(state),
            shown.sort_key,
        )
        if one.stored:
            updates.append((*values, one.row))
        else:
            inserts.append((one.row, one.record, space, *values))
        if one.position:
            gone.append((one.position,))
        links += [(one.row, name, target) for name, target in links_of(state)]
        shown_files, standing = attached_rows(one.row, state)
        files += shown_files
        parts += standing
        if not state.in_bin:
            found_by = index.marks_of(space, state.kind, shown.facets)
            indexed.append((position, shown.title, shown.body, found_by))
        position += 1
    unit.write_records(_INSERT, inserts, _UPDATE, updates)
    unit.write_index(gone, indexed)
    linked = [(one.row,) for one in merged if one.linked]
    unit.write_links(linked, links)
    unit.write_attached(linked, files, parts)


def rewrite_shown(unit: WriteUnit, records: Sequence[tuple[int, SpaceId, int, int, RecordState]]) -> None:
    """Write what lists and searches show of these (row, space, position, in bin, state), where they stand."""
    updates: list[tuple[Any, ...]] = []
    gone: list[tuple[int]] = []
    indexed: list[tuple[Any, ...]] = []
    for row, space, position, in_bin, state in records:
        shown = project(state)
        updates.append((shown.snippet, shown.place, shown.sort_key, row))
        if not in_bin:
            found_by = index.marks_of(space, state.kind, shown.facets)
            gone.append((position,))
            indexed.append((position, shown.title, shown.body, found_by))
    update = "UPDATE record SET snippet = ?, place = ?, sort_key = ? WHERE row = ?"
    unit.write_records("", (), update, updates)
    unit.write_index(gone, indexed)
