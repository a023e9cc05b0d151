"""The state of a record as a pure function of the set of its ops.

`merge` takes all ops of a record in any order; `begin` and `extend` give the same state for the two
common cases, a record's first op and an op that has seen everything, at a fraction of the work.
Nothing here reads a clock: times are carried along as labels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from .dag import NOTHING, Dag, KnownOp, closure
from .errors import NotFound
from .ids import OpId, RecordId, VersionId, op_of_version
from .ops import DELETE
from .standing import Cut, Fields, after, joined
from .state import EMPTY, FieldState, RecordState, Version, collapsed, has_held, with_kept_texts

RULES: Final = 1
"""The merge version that this program knows: the rules here and in what is called from here."""

Visit = Callable[[int, KnownOp, Cut, Fields], None]
"""Told of each op: its position, what its author had seen, and what stands after it."""


def merge(record: RecordId, ops: Iterable[KnownOp]) -> RecordState:
    """The state of a record, from all of its ops in any order.

    Repeated ops count once. An op one of whose ancestors is not among them waits: it has no effect.
    Raises `NotFound` when there is no root.
    """
    return _merged(record, Dag(ops))


def state_at(record: RecordId, ops: Iterable[KnownOp], heads: Iterable[OpId]) -> RecordState:
    """The state as somebody saw it who held these heads and their ancestors and nothing else."""
    return _merged(record, Dag(closure(ops, heads)))


def begin(record: RecordId, known: KnownOp) -> RecordState:
    """The state of a record that has only its root op."""
    op = known.op
    fields = _as_kept(after({}, known, 1), known)
    return RecordState(
        record=record,
        kind=op.kind,
        heads=(known.id,),
        depth=1,
        fields=fields,
        in_bin=op.action == DELETE,
        revived=False,
        created=op.time,
        created_by=known.device,
        updated=op.time,
        updated_by=known.device,
    )


def extend(state: RecordState, known: KnownOp) -> RecordState | None:
    """The state after an op whose author had seen all of the record; None when `merge` is needed."""
    op = known.op
    if op.parents != state.heads and set(op.parents) != set(state.heads):
        return None
    if any(has_held(state.fields.get(write.field, EMPTY)) for write in op.writes):
        return None
    depth = state.depth + 1  # the deepest op of a record is always one of its heads
    fields = _as_kept(after(state.fields, known, depth), known)
    return RecordState(
        record=state.record,
        kind=state.kind,
        heads=(known.id,),
        depth=depth,
        fields=fields,
        # this op has seen all others, so it alone decides
        in_bin=op.action == DELETE,
        revived=False,
        created=state.created,
        created_by=state.created_by,
        updated=op.time,
        updated_by=known.device,
    )


def versions_of(
    ops: Iterable[KnownOp], fields: Iterable[str] | None = None
) -> dict[str, dict[VersionId, Version]]:
    """Every version that ever stood, by field; only of `fields` when they are named.

    Values may be `SplicedText`s: all texts that a record ever had can be too much to hold at once.
    """
    found: dict[str, dict[VersionId, Version]] = {}
    wanted = None if fields is None else set(fields)

    def keep(_position: int, known: KnownOp, _before: Cut, after_it: Fields) -> None:
        for name in {write.field for write in known.op.writes}:
            if name in after_it and (wanted is None or name in wanted):
                for version in after_it[name].versions:
                    if op_of_version(version.id) == known.id:
                        found.setdefault(name, {})[version.id] = version

    _replayed(Dag(ops), keep)
    return found


def stood_before(ops: Iterable[KnownOp]) -> dict[OpId, Fields]:
    """What stood in the fields where each op of a record was written, by op."""
    found: dict[OpId, Fields] = {}

    def keep(_position: int, known: KnownOp, before: Cut, _after_it: Fields) -> None:
        found[known.id] = before.fields

    _replayed(Dag(ops), keep)
    return found


def _merged(record: RecordId, dag: Dag) -> RecordState:
    if not dag.order:
        raise NotFound("The record has no root.")
    bin_rule = BinRule()
    final = _replayed(dag, bin_rule.visit)
    heads = dag.heads()
    first, last = dag.order[0], dag.order[heads[-1]]
    return RecordState(
        record=record,
        kind=first.op.kind,
        heads=tuple(sorted(dag.order[head].id for head in heads)),
        depth=dag.depth[-1],
        fields={name: with_kept_texts(_collapsed_field(field, dag)) for name, field in final.fields.items()},
        in_bin=bin_rule.in_bin(),
        revived=bin_rule.revived(),
        created=first.op.time,
        created_by=first.device,
        updated=last.op.time,
        updated_by=last.device,
    )


def _replayed(dag: Dag, visit: Visit) -> Cut:
    """What stands in the end; `visit` is told of each op, parents before children."""
    waiting = [0] * len(dag.order)  # children still to come, so that what is done with is let go
    for parents in dag.parents:
        for parent in parents:
            waiting[parent] += 1
    cuts: dict[int, Cut] = {}
    whole = _Union(dag)
    for position, known in enumerate(dag.order):
        before = _union([cuts[parent] for parent in dag.parents[position]], dag)
        fields = after(before.fields, known, dag.depth[position])
        visit(position, known, before, fields)
        cut = Cut(fields, before.seen.including(position))
        if waiting[position]:
            cuts[position] = cut
        else:  # a head: thousands of them need not be held at once
            whole.take(cut)
        for parent in dag.parents[position]:
            waiting[parent] -= 1
            if not waiting[parent]:
                del cuts[parent]
    return whole.cut()


class _Union:
    """The union of cuts that come one by one, in equal halves: one after the other is quadratic where a
    thousand ops meet.
    """

    def __init__(self, dag: Dag) -> None:
        self._dag = dag
        self._parts: list[tuple[int, Cut]] = []  # of how many cuts, each time fewer

    def take(self, cut: Cut) -> None:
        """Add one."""
        count = 1
        while self._parts and self._parts[-1][0] == count:
            cut = joined(self._parts.pop()[1], cut, self._dag.position)
            count *= 2
        self._parts.append((count, cut))

    def cut(self) -> Cut:
        """All that were added; of none, where nothing stands."""
        if not self._parts:
            return Cut({}, NOTHING)
        whole = self._parts[-1][1]
        for _, cut in reversed(self._parts[:-1]):
            whole = joined(cut, whole, self._dag.position)
        return whole


def _union(cuts: list[Cut], dag: Dag) -> Cut:
    union = _Union(dag)
    for cut in cuts:
        union.take(cut)
    return union.cut()


class BinRule:
    """Whether a record is in the bin, from one walk over its ops.

    It is iff there is a delete and every op that is not one lies in the past of a delete.
    """

    def __init__(self) -> None:
        self._deletes: list[int] = []
        self._edits: list[int] = []
        self._seen_by_deletes = NOTHING
        self._seen_by_edits = NOTHING

    def visit(self, position: int, known: KnownOp, before: Cut, _after_it: Fields) -> None:
        """Take one op into account."""
        if known.op.action == DELETE:
            self._deletes.append(position)
            self._seen_by_deletes = self._seen_by_deletes.joined(before.seen)
        else:
            self._edits.append(position)
            self._seen_by_edits = self._seen_by_edits.joined(before.seen)

    def in_bin(self) -> bool:
        """Whether deletes have seen all edits; without deletes, the root at least is one unseen."""
        return all(map(self._seen_by_deletes.holds, self._edits))

    def revived(self) -> bool:
        """Whether an edit brought the record back from a delete that no edit has seen."""
        return not self.in_bin() and not all(map(self._seen_by_edits.holds, self._deletes))


def _collapsed_field(field: FieldState, dag: Dag) -> FieldState:
    if not field.members:
        return field
    in_order = sorted(field.members, key=lambda member: dag.position[member.op])
    return FieldState(field.versions, collapsed(in_order))


def _as_kept(fields: Fields, known: KnownOp) -> Fields:
    """What stands after an op as a state keeps it: only the fields that the op wrote can differ.

    What stood before comes first in `members`, so it goes on standing for its value.
    """
    result = dict(fields)
    for name in {write.field for write in known.op.writes}:
        field = fields.get(name)
        if field is not None:
            result[name] = with_kept_texts(FieldState(field.versions, collapsed(field.members)))
    return result
