"""What a reply means beside the items it brought, and whether its spaces need another request."""

from __future__ import annotations

from delve_desktop.domain.ids import tagged_hash
from delve_desktop.protocol.limits import MIB
from delve_desktop.protocol.messages import Result, SpaceResult, Status

from .chunk_mark import note_chunk_mark
from .local import Local
from .ports import ReadPort, WritePort
from .request import Asked, Request
from .status import note_digest, own_digest
from .storing import Stored
from .taking import renew_writer
from .turn import COMPARISONS, Turn


def conclude(unit: WritePort, local: Local, request: Request, result: Result) -> int:
    """Note what the hub took, its digests, join requests and forks, and the next challenge.

    Returns how many items it took. Called with a reply that the hub signed, and only then.
    """
    hub = request.hub.id
    refused = {problem.item: problem.code for problem in result.problems}
    served = [told.status in (Status.OK, Status.COMPARE) for told in result.spaces]
    taken: list[bytes] = []
    for place, (at, item) in enumerate(request.sent):
        if place in refused or not served[at]:
            tries = request.asked[at].turn.refused
            tries[item.id] = tries.get(item.id, 0) + 1
        else:
            taken.append(item.id)
    unit.mark_sent(hub, taken)
    if any(unit.identity().writer in told.forks for told in result.spaces):
        renew_writer(unit, local)
    for asked, told in zip(request.asked, result.spaces, strict=True):
        # a refusal has none: what the hub held on an earlier day is then no longer known of it
        note_digest(unit, asked.turn.space, hub, told.digest)
        for waiting in told.requests:
            name = tagged_hash("join-request", waiting.request)
            unit.add_join_request(name, asked.turn.space, waiting.lookup, waiting.request)
    unit.set_challenge(hub, result.challenge)
    note_chunk_mark(unit, hub, result.chunks)
    return len(taken)


def decide(unit: ReadPort, hub: int, asked: Asked, told: SpaceResult, stored: Stored) -> None:
    """Whether the space needs another request, and of which kind."""
    turn = asked.turn
    turn.again = False
    if told.status not in (Status.OK, Status.COMPARE):
        turn.bring_acts = turn.compare = turn.again = bool(not turn.introduced and unit.acts(turn.space))
        return
    turn.bring_acts = False
    if told.status == Status.COMPARE and asked.summary is not None:
        _go_on_comparing(asked.turn, stored)
    elif not stored.complete:
        turn.ask_for_comparison()
    else:
        turn.end_comparison()
        turn.again = told.more or _has_more_to_bring(unit, hub, asked, stored)
        if not turn.again and told.digest != own_digest(unit, turn.space) and not turn.checked_digest:
            turn.checked_digest = True
            turn.ask_for_comparison()


def _go_on_comparing(turn: Turn, stored: Stored) -> None:
    """The hub has told what it wants, and sent what is certain; the rest follows the final summary."""
    if turn.final and not stored.taken:
        turn.comparisons += 1  # the last part brought nothing: not for ever
    turn.final = turn.compare = turn.again = turn.comparisons <= COMPARISONS


def _has_more_to_bring(unit: ReadPort, hub: int, asked: Asked, stored: Stored) -> bool:
    """Whether items that the hub lacks are left, or ops that acts of this reply gave the key for."""
    turn = asked.turn
    if stored.taken.acts and unit.outgoing_count(turn.space) and unit.epoch_keys(turn.space):
        return True
    worn_out = turn.worn_out()
    waiting = unit.unsent(hub, turn.space, 1 + len(worn_out), MIB)
    return any(item.id not in worn_out for item in waiting)
