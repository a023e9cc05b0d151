"""An exchange with one hub, as a table of contents: `Exchange.run` and `Exchange._round` name the stages.

Every stage leaves the vault as if the exchange ended there: arrivals are stored in the transaction that
moves the cursor, marks of what the hub lacks fall only with its signed reply, and whatever is killed,
cut or cancelled goes on at the next exchange. No transaction is open while the hub is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal

from delve_desktop.domain.errors import Cancelled, HubRefused, HubUnreachable, Malformed
from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol import frames
from delve_desktop.protocol.limits import KIB
from delve_desktop.protocol.messages import Reply, SpaceResult, Status
from delve_desktop.protocol.transport import Hub

from .applier import Applied, OnChange, apply_stored
from .concluding import conclude, decide
from .cut_reply import CutReply
from .local import Local
from .members import membership_of
from .permits import why_not_spoken
from .request import Request, build, call
from .salvage import salvaged
from .sealing import seal_outbox
from .status import SpaceStatus, space_status
from .storing import Stored, store_compared, store_feed
from .taking import UNREAD, Taken, retry
from .traffic import Traffic
from .turn import Turn

REQUESTS: Final = 64  # of one exchange
IDLE_REQUESTS: Final = 6  # requests in a row that brought nothing forward
UNBOUNDED: Final = 1 << 40
LEAST_BUDGET: Final = 2 * KIB  # with less left of a person's budget, no further request begins

Stage = Literal["sealing", "asking", "storing", "applying"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an exchange stands, for a bar that tells the truth: counts, not guesses."""

    stage: Stage
    requests: int
    items_in: int
    items_out: int
    ops_in: int


@dataclass(slots=True)
class Outcome:
    """What an exchange did. `refusals` tells by `Status` why the hub serves a space no further; `more`
    waits there.

    `unspoken` tells, as a sentence, of spaces that this program is too old to exchange.
    """

    ops_in: int = 0
    ops_out: int = 0
    items_in: int = 0
    items_out: int = 0
    requests: int = 0
    more: bool = False
    refusals: dict[SpaceId, int] = field(default_factory=dict)
    unspoken: dict[SpaceId, str] = field(default_factory=dict)
    status: dict[SpaceId, SpaceStatus] = field(default_factory=dict)
    applied: Applied = field(default_factory=Applied)


def exchange(
    local: Local,
    transport: Hub,
    hub: int,
    spaces: Sequence[SpaceId],
    *,
    budget: int | None = None,
    traffic: Traffic | None = None,
    on_change: OnChange | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Outcome:
    """Bring these spaces and a hub (its number in the vault) level, as far as budget and link allow.

    `budget` bounds the bytes both ways that `traffic` counts. Raises `HubUnreachable`, `HubRefused`,
    `Cancelled` and what the vault raises; all that was complete is kept, and was applied.
    """
    return Exchange(local, transport, hub, spaces, budget, traffic, on_change, on_progress).run()


class Exchange:
    """One run of `exchange`."""

    def __init__(
        self,
        local: Local,
        transport: Hub,
        hub: int,
        spaces: Sequence[SpaceId],
        budget: int | None,
        traffic: Traffic | None,
        on_change: OnChange | None,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self._local = local
        self._transport = transport
        self._hub = hub
        self._turns = [Turn(space) for space in spaces]
        self._traffic = traffic
        self._budget = budget
        self._start = traffic.total if traffic is not None else 0
        self._on_change = on_change
        self._on_progress = on_progress
        self._outcome = Outcome()
        self._idle = 0

    def run(self) -> Outcome:
        """See `exchange`."""
        try:
            self._retry()
            self._leave_out_unspoken()
            self._apply(retry=True)
            while self._may_call():
                self._round()
        except (HubUnreachable, HubRefused, Cancelled):
            self._apply()
            raise
        self._apply(retry=True)
        self._conclude()
        return self._outcome

    def _round(self) -> None:
        turns = [turn for turn in self._turns if turn.again]
        self._seal(turns)
        request = self._ask(turns)
        reply = self._call(request)
        with _following_its_format():
            stored = self._store(request, reply)
            self._settle(request, reply, stored)
        if any(one.taken.acts for one in stored):
            self._leave_out_unspoken()
        self._apply(retry=any(one.taken.acts for one in stored))

    def _retry(self) -> None:
        """A newer program may read what was parked."""
        for turn in self._turns:
            with self._local.vault.read() as unit:
                parked = any(act.state == "parked" for act in unit.acts(turn.space))
                newer = "newer" in unit.problem_items(turn.space).values()
                newer = newer or bool(unit.segments_of_epoch(turn.space, UNREAD, limit=1))
            if parked or newer:
                with self._local.vault.write() as unit:
                    retry(unit, turn.space, self._local)

    def _leave_out_unspoken(self) -> None:
        """Speak no further of a space that requires a higher version of the protocol than this program's."""
        with self._local.vault.read() as unit:
            for turn in self._turns:
                if reason := why_not_spoken(membership_of(unit, turn.space)):
                    turn.again = False
                    self._outcome.unspoken[turn.space] = reason

    def _may_call(self) -> bool:
        if self._local.cancelled():
            raise Cancelled("The exchange was stopped; what was complete is kept.")
        wanted = any(turn.again for turn in self._turns)
        exhausted = (
            self._left() < LEAST_BUDGET or self._outcome.requests >= REQUESTS or self._idle >= IDLE_REQUESTS
        )
        self._outcome.more = wanted
        return wanted and not exhausted

    def _left(self) -> int:
        """Bytes left of the budget."""
        if self._budget is None or self._traffic is None:
            return UNBOUNDED
        return self._budget - (self._traffic.total - self._start)

    def _seal(self, turns: Sequence[Turn]) -> None:
        self._tell("sealing")
        for turn in turns:
            self._outcome.ops_out += seal_outbox(self._local, turn.space)

    def _ask(self, turns: Sequence[Turn]) -> Request:
        with self._local.vault.read() as unit:
            return build(unit, unit.hub(self._hub), turns, self._left())

    def _call(self, request: Request) -> Reply:
        self._tell("asking")
        self._outcome.requests += 1
        try:
            return call(self._local, self._transport, request)
        except CutReply as cut:
            self._salvage(request, cut)
            self._doubt_places(request)
            raise
        except HubUnreachable:
            self._doubt_places(request)
            raise

    def _doubt_places(self, request: Request) -> None:
        """After a failed call that brought something: the hub may hold a part of it, so compare first.

        Comparing costs a few hundred bytes; without it a link that always breaks would carry the same
        first items for ever.
        """
        doubted = [one for one in request.asked if one.items and one.summary is None]
        if not doubted:
            return
        with self._local.vault.write() as unit:
            for one in doubted:
                place = unit.place(self._hub, one.turn.space)
                if place is not None:
                    unit.set_place(self._hub, one.turn.space, place.position, place.feed_hash, False)

    def _salvage(self, request: Request, cut: CutReply) -> None:
        found = salvaged(cut.received)
        if found is None:
            return
        result, entries = found
        for index, (one, told) in enumerate(zip(request.asked, result.spaces, strict=False)):
            try:
                if one.summary is not None:
                    store_compared(self._local, request, index, entries, None)
                elif told.status == Status.OK:
                    store_feed(self._local, request, index, entries, None)
            except Malformed:
                continue  # unsigned nonsense; nothing of it was stored

    def _store(self, request: Request, reply: Reply) -> list[Stored]:
        self._tell("storing")
        if len(reply.result.spaces) != len(request.asked):
            raise Malformed("A reply does not answer for each space it was asked about.")
        return [
            self._store_one(request, index, told, reply.entries)
            for index, told in enumerate(reply.result.spaces)
        ]

    def _store_one(
        self, request: Request, index: int, told: SpaceResult, entries: Sequence[frames.Entry]
    ) -> Stored:
        is_comparison = request.asked[index].summary is not None
        if told.status != Status.OK and not (is_comparison and told.status == Status.COMPARE):
            return Stored(Taken(), complete=False)
        if is_comparison:
            stored = store_compared(self._local, request, index, entries, told)
        else:
            end = (told.position, told.feed_hash)
            stored = store_feed(self._local, request, index, entries, end)
        self._outcome.items_in += stored.taken.acts + stored.taken.segments
        return stored

    def _settle(self, request: Request, reply: Reply, stored: Sequence[Stored]) -> None:
        with self._local.vault.write() as unit:
            accepted = conclude(unit, self._local, request, reply.result)
        self._outcome.items_out += accepted
        moved = bool(accepted)
        with self._local.vault.read() as unit:
            for one, told, part in zip(request.asked, reply.result.spaces, stored, strict=True):
                moved = moved or bool(part.taken)
                if told.status not in (Status.OK, Status.COMPARE):
                    self._outcome.refusals[one.turn.space] = told.status
                else:
                    self._outcome.refusals.pop(one.turn.space, None)
                decide(unit, self._hub, one, told, part)
        self._idle = 0 if moved else self._idle + 1

    def _apply(self, *, retry: bool = False) -> None:
        self._tell("applying")
        applied = apply_stored(self._local, retry=retry, on_change=self._on_change, news=True)
        self._outcome.applied.records |= applied.records
        self._outcome.applied.kinds |= applied.kinds
        self._outcome.ops_in += applied.ops

    def _conclude(self) -> None:
        with self._local.vault.read() as unit:
            for turn in self._turns:
                self._outcome.status[turn.space] = space_status(unit, turn.space, self._hub)

    def _tell(self, stage: Stage) -> None:
        if self._on_progress is not None:
            done = self._outcome
            self._on_progress(Progress(stage, done.requests, done.items_in, done.items_out, done.ops_in))


@contextmanager
def _following_its_format() -> Iterator[None]:
    """A reply that its hub signed and that says what cannot be is a fault of that hub, and of no other."""
    try:
        yield
    except Malformed as error:
        raise HubRefused("The server's answer does not follow its format.", "malformed") from error
