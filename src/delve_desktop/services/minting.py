"""Turning what a person did into ops, applied in one transaction with state, index and outbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from delve_desktop.domain import ops
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.ids import OpId, RecordId, SpaceId, op_id
from delve_desktop.domain.ops import Op, Write, record_of_root
from delve_desktop.store.rows import ApplyResult, IncomingOp
from delve_desktop.store.writing import WriteUnit

from .changes import ChangeSummary
from .session import Session


@dataclass(frozen=True, slots=True)
class Planned:
    """An op to be minted: for a new record give a kind, else the heads the person had seen."""

    writes: Sequence[Write]
    parents: Sequence[OpId] = ()
    kind: str = ""
    origin: bytes = b""
    action: int = ops.EDIT


def mint(
    session: Session, unit: WriteUnit, space: SpaceId, planned: Sequence[Planned]
) -> tuple[list[RecordId], ApplyResult]:
    """Mint ops and apply them in the caller's transaction.

    Returns the records of the root ops among them, in order, and what changed. Raises
    `InvalidContent` when one change is too big; the caller's transaction then rolls back.
    """
    now = session.now()
    counter = unit.take_counters(len(planned))
    incoming: list[IncomingOp] = []
    records: list[RecordId] = []
    for plan in planned:
        op = Op(
            ops.VERSION,
            counter,
            now,
            tuple(plan.parents),
            plan.kind,
            plan.origin,
            plan.action,
            tuple(plan.writes),
        )
        counter += 1
        body = ops.encode(op)
        own = op_id(space, session.device, body)
        if not plan.parents:
            records.append(record_of_root(space, op, own))
        incoming.append(IncomingOp(own, session.device, body, op, 0))
    result = unit.apply_ops(space, incoming)
    if result.waiting or result.problems:
        raise InvalidContent("This change does not fit the record as it stands; nothing was written.")
    return records, result


def announce(session: Session, space: SpaceId, result: ApplyResult, actor: str) -> ChangeSummary:
    """Tell everybody who cares; call it after the transaction has committed."""
    summary = ChangeSummary("local", space, result.records, result.kinds, actor)
    session.notices.publish(summary)
    return summary
