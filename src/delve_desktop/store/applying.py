"""Integrating ops: record state, list row, search index and op log in the caller's transaction.

The same path serves an edit made here and a batch that arrived. An op whose parents are not all
here waits in `waiting_op` and is integrated in the transaction that brings the last of them.
Everything written is a pure function of the set of integrated ops, except local numbers. Where merging
would take too long for a slice, a record is marked as due, and its state stays behind until
`sync.due_records` has merged it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from delve_desktop.domain.attachments import attachments_of
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import DeviceId, OpId, RecordId, SpaceId
from delve_desktop.domain.links import links_of
from delve_desktop.domain.merge import begin, extend, merge, versions_of
from delve_desktop.domain.ops import decode, record_of_root
from delve_desktop.domain.reading import History, needs_history, open_disputes
from delve_desktop.domain.state import RecordState, decode_state

from .record_reading import chunks
from .record_writing import MergedRecord, write_merged
from .rows import ApplyResult, IncomingOp

if TYPE_CHECKING:
    from .writing import WriteUnit

MERGED_IN_SLICE: Final = 256  # weight (see `WriteUnit.weight`) of the records that one batch merges itself


@dataclass(slots=True)
class _Entry:
    """A record touched by the batch."""

    row: int
    record: RecordId
    stored: bool
    position: int = 0  # in the index before the batch; 0 when not indexed
    state: RecordState | None = None
    linked: bool = False  # whether links or attachments of it are kept
    added: list[KnownOp] = field(default_factory=list)
    remerge: bool = False
    due: bool = False  # its state was behind its ops before the batch


class Application:
    """One call of `WriteUnit.apply_ops`: collects the changes of a batch, then writes them together."""

    def __init__(self, unit: WriteUnit, space: SpaceId, *, may_defer: bool, own: DeviceId | None) -> None:
        self._unit = unit
        self._own = own
        self._may_defer = may_defer
        self._weight = 0  # of the records that this batch merges
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
        for row, record, position, in_bin, state, due in found:
            if row not in self._entries:
                known = decode_state(state)
                self._entries[row] = _Entry(
                    row,
                    RecordId(record),
                    True,
                    0 if in_bin else position,
                    known,
                    linked=any(links_of(known)) or bool(attachments_of(known)),
                    remerge=bool(due),
                    due=bool(due),
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
        if self._own is not None:
            others = (e for e in self._entries.values() if any(op.device != self._own for op in e.added))
            self._unit.note_fresh([entry.record for entry in others])
        merged = [self._merged(entry) for entry in self._entries.values() if entry.added]
        write_merged(self._unit, self._space, [one for one in merged if one is not None])

    def _merged(self, entry: _Entry) -> MergedRecord | None:
        """The record as its ops make it; None for one that is put off and stays as it is until then."""
        disputes = 0
        if entry.state is None:
            raise AssertionError("A touched record has a state.")
        if (entry.remerge or needs_history(entry.state)) and self._puts_off(entry):
            self._unit.set_due(entry.row)
            if entry.stored:
                return None
        else:
            if entry.remerge:
                entry.state = merge(entry.record, self._unit.known_ops_at(entry.row))
                self._unit.clear_due(entry.row)
            disputes = len(open_disputes(entry.state, self._history(entry.row)))
        return MergedRecord(
            entry.row, entry.record, entry.stored, entry.position, entry.linked, entry.state, disputes
        )

    def _puts_off(self, entry: _Entry) -> bool:
        """Whether merging this record, and looking for disputes in it, is left to a slice of its own."""
        if not self._may_defer:
            return False
        if not entry.due:
            self._weight += self._unit.weight(entry.row)
        return entry.due or self._weight > MERGED_IN_SLICE

    def _history(self, row: int) -> History:
        """Called after the batch's op rows are written; for a new record they hang on a row number that
        gets its record in the same transaction.
        """
        return lambda: versions_of(self._unit.known_ops_at(row))
