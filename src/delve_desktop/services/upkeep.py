"""Looking after a vault: check it, build it anew from its signed log, and compare it with another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from delve_desktop.domain.errors import Damaged, DelveError
from delve_desktop.domain.ids import OpId, SpaceId, tagged_hash
from delve_desktop.domain.ops import decode
from delve_desktop.domain.state import record_digest_part
from delve_desktop.store.rows import IncomingOp
from delve_desktop.store.writing import WriteUnit
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.local import Local
from delve_desktop.sync.permits import why_not_merged

from .attachments.wanting import check_all, refetch_lost
from .changes import ChangeSummary
from .checking import SpaceCheck
from .one_transaction import OneTransaction
from .session import Session


@dataclass(frozen=True, slots=True)
class Report:
    """What a check looked at, and in plain sentences what it found wrong.

    `gaps` are segments that some writer made and that are not here yet, `forks` places in a chain
    that two copies of a vault filled; neither is a damage. `parked` waits for something to come;
    `quarantined` are segments whose authors may not write in the space.
    """

    findings: tuple[str, ...] = ()
    records: int = 0
    ops: int = 0
    segments: int = 0
    acts: int = 0
    parked: int = 0
    quarantined: int = 0
    gaps: int = 0
    forks: int = 0
    attachments: int = 0

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


@dataclass(slots=True)
class Rebuilt:
    """What a rebuild went through. `refetched`: attachments that were not whole and are asked for again."""

    records: int = 0
    ops: int = 0
    parked: int = 0
    refetched: int = 0


def state_hash(session: Session, space: SpaceId) -> str:
    """Hexadecimal hash over every record of a space: id, heads and standing values, and nothing local."""
    with session.vault.read() as unit:
        unit.space(space)
        return tagged_hash("state", *map(record_digest_part, unit.states(space))).hex()


def verify(session: Session) -> Report:
    """Check pages, signatures, ids, chains, and that a rebuild would give what is shown. Changes nothing."""
    findings = [f"The database file: {one}" for one in session.damaged_pages()]
    counts: Counter[str] = Counter()
    try:
        with session.vault.read() as unit:
            positions: set[int] = set()
            for space in unit.spaces():
                check = SpaceCheck(unit, space.id)
                check.run()
                findings += check.findings
                counts.update(check.counts)
                positions |= check.positions
            if unit.indexed() != positions:
                findings.append("The search index does not hold exactly the records outside the bin.")
        files = check_all(session)
        counts["attachments"] = files.here
        if files.lost:
            findings.append(
                f"{files.lost} of {files.here} pictures and files that should be here are not whole: `delve"
                " rebuild` asks the next exchange for them."
            )
    except DelveError as error:
        findings.append(f"The check could not go on: {error}")
    return Report(tuple(findings), **counts)


def rebuild(session: Session) -> Rebuilt:
    """Build records and index anew from the segments and the outbox, in one transaction.

    What cannot be integrated is set aside, as it was when it came. A space whose rules this program does
    not know stays as it is. Raises `Damaged`, with everything as it was, when the log does not give back
    what was integrated, and `DiskFull` when all of it does not fit once more beside the vault.
    """
    result = Rebuilt()
    session.vault.check_writable(session.vault.size)
    with session.vault.write() as unit:
        spaces = [
            space.id for space in unit.spaces() if not why_not_merged(session.membership(unit, space.id))
        ]
        integrated = {space: unit.op_ids(space) for space in spaces}
        outboxes = {space: unit.forget_integrated(space) for space in spaces}
        local = Local(OneTransaction(unit), session.identity, session.random, session.ticks)
        result.ops = apply_stored(local).ops
        for space, outbox in outboxes.items():
            result.ops += _apply_outbox(session, unit, space, outbox)
            if any(one.id in integrated[space] for one in unit.problems(space) if one.item == "op"):
                raise Damaged(
                    "A change that is shown cannot be integrated anew; everything was left as it was."
                )
            by_kind, _, binned, _ = unit.counts(space)
            result.records += sum(by_kind.values()) + binned
            result.parked += unit.parked_count(space)
    result.refetched = refetch_lost(session)
    session.notices.publish(ChangeSummary("local", everything=True))
    return result


def _apply_outbox(
    session: Session, unit: WriteUnit, space: SpaceId, outbox: list[tuple[bytes, int, bytes]]
) -> int:
    """Ops that are in no segment yet: they were all written here. Returns how many were integrated.

    One that a copy of this vault sealed and sent first has come back with its segment, and is here; or
    somebody's change upon it has come without it, which waited for it and is integrated with it.
    """
    here = unit.op_ids(space) if outbox else set()
    incoming = [
        IncomingOp(OpId(op), session.device, body, decode(body), 0)
        for op, _, body in outbox
        if op not in here
    ]
    applied = unit.apply_ops(space, incoming).applied
    if not unit.op_ids(space).issuperset(one.id for one in incoming):
        raise Damaged("Changes that were not sent yet do not fit the log; everything was left as it was.")
    return applied
