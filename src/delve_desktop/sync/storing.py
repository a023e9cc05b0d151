"""The first step of arrival: what a reply brought is stored, with the cursor in the same transaction.

The cursor moves only past what is stored, or noted as a problem with its bytes. Where the feed does not
add up to the hash that the hub states, what came is kept and the cursor stays: a comparison will tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from delve_desktop.protocol import frames
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.messages import SpaceResult, Status

from . import taking
from .local import Local
from .members import settle_acts
from .ports import WritePort
from .reply import Step, feed_steps
from .request import Request
from .taking import Taken, digested_ids, is_signed


@dataclass(slots=True)
class Stored:
    """What came of one space's part of a reply. `complete`: the cursor stands where the hub said."""

    taken: Taken
    complete: bool


def store_feed(
    local: Local, request: Request, index: int, entries: Sequence[frames.Entry], end: tuple[int, bytes] | None
) -> Stored:
    """Store feed entries step by step, moving the cursor.

    `end` is the position and feed hash that the hub states; None for a reply that was cut off: the
    hashes that its beginning gives are checked by the hub at the next request.
    """
    asked = request.asked[index]
    steps = feed_steps(request, index, entries)
    reached = (steps[-1] if steps else Step(asked.hello.position, asked.hello.feed_hash)).end
    fits = end is None or reached == end
    taken = Taken()
    for step in steps:
        # what no hash vouches for is kept only if its author's signature does
        if (end is None or not fits) and _drop_unsigned(step):
            fits = False
        with local.vault.write() as unit:
            taken += _take(unit, local, request, index, step)
            # the hub tells by id what this device once brought; if that was lost, only a comparison helps
            fits = fits and unit.held(step.named) == set(step.named)
            if fits:
                unit.set_place(request.hub.id, asked.turn.space, step.position, step.feed_hash, True)
    return Stored(taken, fits)


def store_compared(
    local: Local, request: Request, index: int, entries: Sequence[frames.Entry], result: SpaceResult | None
) -> Stored:
    """Store what a comparison brought, in no order; note what the hub lacks; set the cursor at its end.

    `result` is None for a reply that was cut off.
    """
    taken = Taken()
    for step in feed_steps(request, index, entries):
        if result is None:
            _drop_unsigned(step)  # the hub has not signed for them either
        with local.vault.write() as unit:
            taken += _take(unit, local, request, index, step)
    if result is None:
        return Stored(taken, complete=False)
    with local.vault.write() as unit:
        lacking = _note_lacking(unit, request, index, result)
        complete = result.status == Status.OK and _agrees(unit, request, index, result, lacking)
        if complete:
            space = request.asked[index].turn.space
            unit.set_place(request.hub.id, space, result.position, result.feed_hash, True)
    return Stored(taken, complete)


def _drop_unsigned(step: Step) -> bool:
    """Leave out what no author's signature vouches for; returns whether there was any."""
    signed = [one for one in step.arrivals if is_signed(one)]
    was_any = len(signed) < len(step.arrivals)
    step.arrivals = signed
    return was_any


def _take(unit: WritePort, local: Local, request: Request, index: int, step: Step) -> Taken:
    space = request.asked[index].turn.space
    taken = taking.store(unit, space, step.arrivals, from_hub=request.hub.id, local=local)
    if taken.acts:
        settle_acts(unit, space, local.identity)
    return taken


def _note_lacking(unit: WritePort, request: Request, index: int, result: SpaceResult) -> set[bytes]:
    """Note as unsent what the hub says it lacks; returns that."""
    asked = request.asked[index]
    if asked.summary is None or asked.holdings is None or result.compared is None:
        return set()
    acts, segments = asked.holdings.answer(asked.summary, result.compared)
    unit.clear_unsent(request.hub.id, asked.turn.space)
    unit.set_unsent(request.hub.id, asked.turn.space, "act", acts)
    unit.set_unsent(request.hub.id, asked.turn.space, "segment", segments)
    asked.turn.answered = True
    return {*acts, *segments}


def _agrees(unit: WritePort, request: Request, index: int, result: SpaceResult, lacking: set[bytes]) -> bool:
    """Whether what is held here, without what the hub lacks, is what the hub holds.

    A comparison has no feed hash to check; so a hub that left something out is found by its own digest.
    """
    space = request.asked[index].turn.space
    digest = SetDigest()
    for item in digested_ids(unit, space) - lacking:
        digest.add(item)
    return digest.value() == result.digest
