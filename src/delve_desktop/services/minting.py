"""Turning what a person did into ops, applied in one transaction with state, index and outbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from delve_desktop.domain import ops
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.ids import OpId, RecordId, SpaceId, op_id
from delve_desktop.domain.ops import Op, Write, record_of_root
from delve_desktop.store.rows import ApplyResult, IncomingOp
from delve_desktop.store.writing import WriteUnit
from delve_desktop.sync.permits import check_writable

from .attachments.loose import note_named
from .changes import ChangeSummary
from .session import Session


@dataclass(frozen=True, slots=True)
class Planned:
    """An op to be minted: for a new record give a kind, else the heads the person had seen.

    `more` are the writes of further ops, each on top of the one before: of a change too big for one op.
    """

    writes: Sequence[Write]
    parents: Sequence[OpId] = ()
    kind: str = ""
    origin: bytes = b""
    action: int = ops.EDIT
    more: Sequence[Sequence[Write]] = ()


def mint(
    session: Session, unit: WriteUnit, space: SpaceId, planned: Sequence[Planned]
) -> tuple[list[RecordId], ApplyResult]:
    """Mint ops and apply them in the caller's transaction.

    Returns the records of the root ops among them, in order, and what changed. Raises
    `InvalidContent` when one change is too big, `NotAllowed` or `NewerFormat` where nothing can be written
    in the space; the caller's transaction then rolls back.
    """
    check_writable(session.membership(unit, space), session.device)
    needed = sum(1 + len(plan.more) + _joins(len(plan.parents)) for plan in planned)
    minting = _Minting(session, space, unit.take_counters(needed))
    records = []
    for plan in planned:
        minted = minting.add(replace(plan, parents=minting.joined(plan.parents)))
        if not minted.op.parents:
            records.append(record_of_root(space, minted.op, minted.id))
        for writes in plan.more:
            minted = minting.add(Planned(writes, (minted.id,)))
    result = unit.apply_ops(space, minting.minted)
    if result.waiting or result.problems:
        raise InvalidContent("This change does not fit the record as it stands; nothing was written.")
    note_named(unit, (one.body for one in minting.minted))
    return records, result


class _Minting:
    """Numbers, writes and collects the ops of one transaction."""

    def __init__(self, session: Session, space: SpaceId, first: int) -> None:
        self._device = session.device
        self._now = session.now()
        self._space = space
        self._counters = count(first)
        self.minted: list[IncomingOp] = []

    def add(self, plan: Planned) -> IncomingOp:
        """Mint one op; raises `InvalidContent` for one that breaks a limit."""
        parents, writes = tuple(plan.parents), tuple(plan.writes)
        number = next(self._counters)
        op = Op(ops.VERSION, number, self._now, parents, plan.kind, plan.origin, plan.action, writes)
        body = ops.encode(op)
        own = op_id(self._space, self._device, body)
        # read as every other laptop will read it: what they would refuse must not enter this log either
        one = IncomingOp(own, self._device, body, ops.decode(body), 0)
        self.minted.append(one)
        return one

    def joined(self, heads: Sequence[OpId]) -> list[OpId]:
        """At most as many parents as an op can name: ops that change nothing join the heads beyond that."""
        parents = list(heads)
        while len(parents) > ops.MAX_PARENTS:
            join = self.add(Planned((), parents[: ops.MAX_PARENTS]))
            parents = [*parents[ops.MAX_PARENTS :], join.id]
        return parents


def _joins(heads: int) -> int:
    """How many ops `_Minting.joined` adds for so many heads: each takes in 64 and leaves one."""
    return max(0, -(-(heads - ops.MAX_PARENTS) // (ops.MAX_PARENTS - 1)))


def announce(session: Session, space: SpaceId, result: ApplyResult, actor: str) -> ChangeSummary:
    """Tell everybody who cares; call it after the transaction has committed."""
    summary = ChangeSummary("local", space, result.records, result.kinds, actor)
    session.notices.publish(summary)
    return summary
