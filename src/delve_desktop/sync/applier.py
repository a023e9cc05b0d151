"""The second step of arrival: stored segments are opened and their ops integrated, in short slices.

A slice is one transaction of about 30 ms, so that typing never waits; it may end inside a segment.
Whatever is killed in between is done again from the segment's start: ops that are here already change
nothing. An item that fails is noted with the reason, tried again at the next run, and blocks no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from delve_desktop.domain.errors import (
    Damaged,
    DiskFailing,
    DiskFull,
    InUse,
    Locked,
    Malformed,
    UnknownVersion,
    WriteProtected,
)
from delve_desktop.domain.ids import ActId, DeviceId, RecordId, SpaceId
from delve_desktop.domain.membership import Membership
from delve_desktop.store.rows import ApplyResult, IncomingOp, SegmentState, StoredSegment

from .due_records import merge_due
from .local import Local
from .members import membership_of
from .opening import NotYet, Opened, Quarantined, open_segment

SLICE_SECONDS: Final = 0.03  # of work; the commit, which costs much the same for any slice, comes on top
FIRST_SLICE: Final = 128  # ops
SMALLEST_SLICE: Final = 64
LARGEST_SLICE: Final = 1024
SLICE_BYTES: Final = 256 * 1024  # of ops
READ_AT_ONCE: Final = 16  # segments
THE_WORLD: Final = (DiskFull, DiskFailing, WriteProtected, InUse, Locked)  # fails whatever is written

OnChange = Callable[[SpaceId, ApplyResult], None]


@dataclass(slots=True)
class Applied:
    """What a run integrated."""

    records: set[RecordId] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    ops: int = 0


@dataclass(slots=True)
class _Slice:
    """Ops of one space for one transaction, and the segments that are complete with it."""

    space: SpaceId
    ops: list[IncomingOp] = field(default_factory=list)
    done: list[Opened] = field(default_factory=list)
    size: int = 0  # bytes of its ops


def apply_stored(
    local: Local, *, retry: bool = False, on_change: OnChange | None = None, news: bool = False
) -> Applied:
    """Integrate the segments that wait; with `retry` also those, and the ops, that failed before.

    With `news` the records that others made or changed are noted as fresh: not where a vault is built anew.

    `on_change` hears of each committed slice. Stops between two slices when `local.cancelled()`.
    Raises what the vault raises when it cannot be written: one of `THE_WORLD`, or `Damaged`.
    """
    return _Run(local, on_change, local.identity.device if news else None).run(retry=retry)


class _Run:
    """One pass over the stored segments."""

    def __init__(self, local: Local, on_change: OnChange | None, own: DeviceId | None) -> None:
        self._local = local
        self._on_change = on_change
        self._own = own
        self._aim = FIRST_SLICE
        self._views: dict[SpaceId, tuple[Membership, dict[ActId, bytes]]] = {}
        self._failed_ops: set[bytes] = set()
        self._applied = Applied()

    def run(self, *, retry: bool) -> Applied:
        """See `apply_stored`."""
        if retry:
            self._slices_of(self._segments_of_failed_ops())
        states = ("stored", "parked", "quarantined", "failed") if retry else ("stored",)
        self._slices_of(self._segments_in(states))
        for space, result in merge_due(self._local):
            self._tell(space, result)
        return self._applied

    def _slices_of(self, source: Iterator[StoredSegment]) -> None:
        """Fill slices from these segments and commit each."""
        current: _Slice | None = None
        for stored in source:
            opened = self._open(stored)
            if opened is None:
                continue
            if current is not None and current.space != stored.space:
                self._commit(current)
                current = None
            current = current or _Slice(stored.space)
            rest = opened.ops
            while rest := self._fill(current, rest):
                self._commit(current)
                current = _Slice(stored.space)
                if self._local.cancelled():
                    return
            current.done.append(opened)
        if current is not None:
            self._commit(current)

    def _fill(self, part: _Slice, ops: list[IncomingOp]) -> list[IncomingOp]:
        """Put ops into a slice until it is full; returns those that are left."""
        for place, op in enumerate(ops):
            if part.ops and (len(part.ops) >= self._aim or part.size + len(op.body) > SLICE_BYTES):
                return ops[place:]
            part.ops.append(op)
            part.size += len(op.body)
        return []

    def _segments_in(self, states: tuple[str, ...]) -> Iterator[StoredSegment]:
        after = 0
        while not self._local.cancelled():
            with self._local.vault.read() as unit:
                found = unit.segments_in(states, READ_AT_ONCE, after)
            if not found:
                return
            yield from found
            after = found[-1].seq

    def _segments_of_failed_ops(self) -> Iterator[StoredSegment]:
        """The segments that hold ops noted as problems: opened again whole."""
        with self._local.vault.read() as unit:
            problems = [problem for problem in unit.problems() if problem.item == "op"]
            self._failed_ops = {problem.id for problem in problems}
        for seq in sorted({problem.segment for problem in problems if problem.segment}):
            if self._local.cancelled():
                return
            with self._local.vault.read() as unit:  # one at a time: there may be many
                found = unit.segments_in(("applied",), 1, seq - 1)
            yield from found

    def _open(self, stored: StoredSegment) -> Opened | None:
        membership, keys = self._view(stored.space)
        try:
            return open_segment(stored, membership, keys)
        except (NotYet, UnknownVersion) as error:
            self._note(stored, "parked", str(error))
        except Quarantined as error:
            self._note(stored, "quarantined", str(error))
        except (Damaged, Malformed) as error:
            self._note(stored, "failed", str(error))
        return None

    def _view(self, space: SpaceId) -> tuple[Membership, dict[ActId, bytes]]:
        view = self._views.get(space)
        if view is None:
            with self._local.vault.read() as unit:
                view = self._views[space] = (membership_of(unit, space), unit.epoch_keys(space))
        return view

    def _note(self, stored: StoredSegment, state: SegmentState, reason: str) -> None:
        if (stored.state, stored.reason) != (state, reason):
            with self._local.vault.write() as unit:
                unit.set_segment_state(stored.id, state, reason)

    def _commit(self, part: _Slice) -> None:
        """One transaction; if an op breaks it, op by op, so that only the broken one is set aside."""
        try:
            result = self._write(part)
        except THE_WORLD:
            raise  # no fault of any op
        except Exception as error:  # noqa: BLE001  whatever one op provokes must not block the others
            if len(part.ops) > 1:
                self._one_by_one(part)
            else:
                self._set_aside(part, error)
            return
        self._tell(part.space, result)

    def _one_by_one(self, part: _Slice) -> None:
        for op in part.ops[:-1]:
            self._commit(_Slice(part.space, [op]))
        self._commit(_Slice(part.space, part.ops[-1:], part.done))

    def _set_aside(self, part: _Slice, error: Exception) -> None:
        if not part.ops:
            raise error
        op = part.ops[0]
        with self._local.vault.write() as unit:
            reason = f"It cannot be integrated: {type(error).__name__}: {error}"
            unit.add_problem(part.space, "op", op.id, reason, op.body, op.segment)
        self._write(_Slice(part.space, [], part.done))

    def _write(self, part: _Slice) -> ApplyResult:
        with self._local.vault.write() as unit:
            started = self._local.clock()
            for op in part.ops:
                if op.id in self._failed_ops:
                    unit.clear_problem(op.id)
            result = unit.apply_ops(part.space, part.ops, may_defer=True, own=self._own)
            for opened in part.done:
                for bad in opened.unreadable:
                    unit.add_problem(part.space, "op", bad.id, bad.reason, bad.body, opened.segment.seq)
                unit.set_segment_state(opened.segment.id, "applied")
            if part.ops:
                self._tune(self._local.clock() - started)
        return result

    def _tell(self, space: SpaceId, result: ApplyResult) -> None:
        self._applied.records |= result.records
        self._applied.kinds |= result.kinds
        self._applied.ops += result.applied
        if self._on_change is not None and result.records:
            self._on_change(space, result)

    def _tune(self, seconds: float) -> None:
        """Size the next slice by what the work of this one took, its commit aside."""
        wanted = int(self._aim * SLICE_SECONDS / max(seconds, 0.0005))
        bounded = min(max(wanted, self._aim // 2), self._aim * 2)
        self._aim = min(max(bounded, SMALLEST_SLICE), LARGEST_SLICE)
