"""Integrating ops: record state, list row, search index and op log in the caller's transaction.

The same path serves an edit made here and a batch that arrived. An op whose parents are not all
here waits in `waiting_op` and is integrated in the transaction that brings the last of them.
Everything written is a pure function of the set of integrated ops, except local numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import DeviceId, OpId, RecordId, SpaceId
from delve_desktop.domain.links import links_of
from delve_desktop.domain.merge import begin, extend, merge, versions_of
from delve_desktop.domain.ops import decode, record_of_root
from delve_desktop.domain.reading import open_disputes
from delve_desktop.domain.state import RecordState, decode_state, encode_state

from . import index
from .projection import project
from .record_reading import chunks
from .rows import ApplyResult, IncomingOp

if TYPE_CHECKING:
    from .writing import WriteUnit

_INSERT_RECORD = """INSERT INTO record(row, id, space, kind, position, title, snippet, place, updated, author,
 disputes, in_bin, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_UPDATE_RECORD = """UPDATE record SET kind = ?, position = ?, title = ?, snippet = ?, place = ?, updated = ?,
 author = ?, disputes = ?, in_bin = ?, state = ? WHERE row = ?"""


@dataclass(slots=True)
class _Entry:
    """A record touched by the batch."""

    row: int
    record: RecordId
    stored: bool
    position: int = 0  # in the index before the batch; 0 when not indexed
    state: RecordState | None = None
    linked: bool = False  # whether links of it are kept
    added: list[KnownOp] = field(default_factory=list)
    remerge: bool = False


class Application:
    """One call of `WriteUnit.apply_ops`: collects the changes of a batch, then writes them together."""

    def __init__(self, unit: WriteUnit, space: SpaceId) -> None:
        self._unit = unit
        self._space = space
        self._homes: dict[OpId, int] = {}  # op -> row of its record, for ops in or before the batch
        self._entries: dict[int, _Entry] = {}
        self._rows_by_id: dict[RecordId, int] = {}
        self._waiting: dict[OpId, list[IncomingOp]] = defaultdict(list)
        self._op_rows: list[tuple[Any, ...]] = []
        self._next_op = unit.next_number("op", "seq")
        self._last_row = 0  # given to a new record; 0 before the first
        self._problems = 0
        self._any_waiting = unit.any_waiting()

    def run(self, incoming: Sequence[IncomingOp]) -> ApplyResult:
        """Integrate a batch; ops that are here already change nothing."""
        batch = self._unknown(incoming)
        while batch:
            self._prefetch(batch)
            done = len(self._op_rows)
            for one in batch:
                self._take(one)
            batch = self._woken([OpId(row[1]) for row in self._op_rows[done:]])
        self._write()
        return ApplyResult(
            records=frozenset(entry.record for entry in self._entries.values() if entry.added),
            kinds=frozenset(
                entry.state.kind for entry in self._entries.values() if entry.state and entry.added
            ),
            applied=len(self._op_rows),
            waiting=sum(len(ops) for ops in self._waiting.values()),
            problems=self._problems,
        )

    def _unknown(self, incoming: Sequence[IncomingOp]) -> list[IncomingOp]:
        known: set[bytes] = set()
        for part in chunks([one.id for one in incoming]):
            known.update(self._unit.known_ops(part, waiting=self._any_waiting))
        fresh: dict[OpId, IncomingOp] = {}
        for one in incoming:
            if one.id not in known:
                fresh.setdefault(one.id, one)
        return list(fresh.values())

    def _prefetch(self, batch: Sequence[IncomingOp]) -> None:
        """Read what the batch refers to: homes of parents, and the records it touches."""
        parents = {OpId(parent) for one in batch for parent in one.op.parents} - self._homes.keys()
        rows: set[int] = set()
        for part in chunks(list(parents)):
            for op, row in self._unit.homes_of(part):
                self._homes[OpId(op)] = row
                rows.add(row)
        roots = {record_of_root(self._space, one.op, one.id) for one in batch if not one.op.parents}
        for part in chunks(list(roots - self._rows_by_id.keys())):
            self._load(self._unit.entries_by_id(self._space, part))
        for part in chunks([row for row in rows if row not in self._entries]):
            self._load(self._unit.entries_by_row(self._space, part))

    def _load(self, found: Sequence[Any]) -> None:
        for row, record, position, in_bin, state in found:
            if row not in self._entries:
                known = decode_state(state)
                self._entries[row] = _Entry(
                    row,
                    RecordId(record),
                    True,
                    0 if in_bin else position,
                    known,
                    any(links_of(known)),
                )
                self._rows_by_id[RecordId(record)] = row

    def _take(self, one: IncomingOp) -> None:
        """Integrate one op, or let it wait, and then whatever waited in this batch for it."""
        todo = [one]
        while todo:
            current = todo.pop()
            entry = self._entry_of(current)
            if entry is None:
                continue
            self._integrate(entry, current)
            todo.extend(reversed(self._waiting.pop(current.id, [])))

    def _entry_of(self, one: IncomingOp) -> _Entry | None:
        op = one.op
        if not op.parents:
            record = record_of_root(self._space, op, one.id)
            row = self._rows_by_id.get(record)
            if row is None:
                row = self._new_row()
                self._rows_by_id[record] = row
                self._entries[row] = _Entry(row, record, stored=False)
            return self._entries[row]
        homes = set()
        for parent in op.parents:
            home = self._homes.get(OpId(parent))
            if home is None:
                self._waiting[OpId(parent)].append(one)
                return None
            homes.add(home)
        entry = self._entries.get(homes.pop())
        if homes or entry is None:
            self._refuse(one, "Its parents belong to different records or to another space.")
            return None
        return entry

    def _new_row(self) -> int:
        self._last_row = self._last_row + 1 if self._last_row else self._unit.next_number("record", "row")
        return self._last_row

    def _refuse(self, one: IncomingOp, reason: str) -> None:
        self._problems += 1
        number = self._unit.device_number(one.device)
        self._unit.add_problem(self._space, "op", one.id, reason, one.body, one.segment, number)

    def _integrate(self, entry: _Entry, one: IncomingOp) -> None:
        known = KnownOp(one.id, one.device, one.op)
        if entry.state is None and not entry.remerge:
            entry.state = begin(entry.record, known)
        elif not entry.remerge and entry.state is not None:
            grown = extend(entry.state, known)
            entry.remerge = grown is None
            entry.state = grown or entry.state
        entry.added.append(known)
        self._homes[one.id] = entry.row
        device = self._unit.device_number(one.device)
        self._op_rows.append((self._next_op, one.id, entry.row, device, one.segment, one.body))
        self._next_op += 1

    def _woken(self, applied: Sequence[OpId]) -> list[IncomingOp]:
        """Ops stored as waiting in earlier transactions whose missing parent has now come."""
        if not self._any_waiting:
            return []
        woken: list[IncomingOp] = []
        for part in chunks(applied):
            for op, device, segment, body in self._unit.take_waiting(self._space, part):
                try:
                    decoded = decode(body)
                except DelveError as error:
                    self._unit.add_problem(self._space, "op", op, str(error), body, segment)
                    self._problems += 1
                    continue
                woken.append(IncomingOp(OpId(op), DeviceId(device), body, decoded, segment))
        return woken

    def _write(self) -> None:
        self._unit.insert_ops(self._op_rows)
        self._unit.insert_waiting(
            [
                (
                    one.id,
                    missing,
                    self._space,
                    self._unit.device_number(one.device),
                    one.segment,
                    one.body,
                )
                for missing, ops in self._waiting.items()
                for one in ops
            ]
        )
        touched = [entry for entry in self._entries.values() if entry.added]
        for entry in touched:
            if entry.remerge:
                entry.state = merge(entry.record, self._all_ops(entry.record))
        self._write_records(touched)

    def _all_ops(self, record: RecordId) -> list[KnownOp]:
        """Every op of a record, the batch included: called after the batch's op rows are written; for a
        new record they hang on a row number that gets its record in the same transaction.
        """
        row = self._rows_by_id[record]
        return [
            KnownOp(OpId(op), DeviceId(device), decode(body)) for op, device, body in self._unit.ops_at(row)
        ]

    def _write_records(self, touched: Sequence[_Entry]) -> None:
        position = self._unit.next_number("record", "position")
        inserts: list[tuple[Any, ...]] = []
        updates: list[tuple[Any, ...]] = []
        gone: list[tuple[int]] = []
        indexed: list[tuple[Any, ...]] = []
        unlinked = [(entry.row,) for entry in touched if entry.linked]
        links: list[tuple[Any, ...]] = []
        for entry in touched:
            state = entry.state
            if state is None:
                raise AssertionError("A touched record has a state.")
            shown = project(state)
            values = (
                state.kind,
                position,
                shown.title,
                shown.snippet,
                shown.place,
                state.updated,
                self._unit.device_number(state.updated_by),
                self._disputes(entry.record, state),
                int(state.in_bin),
                encode_state(state),
            )
            if entry.stored:
                updates.append((*values, entry.row))
            else:
                inserts.append((entry.row, entry.record, self._space, *values))
            if entry.position:
                gone.append((entry.position,))
            links += [(entry.row, name, target) for name, target in links_of(state)]
            if not state.in_bin:
                place_mark = f"{index.space_mark(self._space)} {index.kind_mark(state.kind)}"
                indexed.append((position, shown.title, shown.body, place_mark))
            position += 1
        self._unit.write_records(_INSERT_RECORD, inserts, _UPDATE_RECORD, updates)
        self._unit.write_index(gone, indexed)
        self._unit.write_links(unlinked, links)

    def _disputes(self, record: RecordId, state: RecordState) -> int:
        return len(open_disputes(state, lambda: versions_of(self._all_ops(record))))
