"""One request: what it tells of each space, what it brings, and the signed call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from delve_desktop.domain.errors import Damaged, HubRefused, Malformed, StaleChallenge
from delve_desktop.domain.ids import ActId
from delve_desktop.protocol import frames
from delve_desktop.protocol.feed import START
from delve_desktop.protocol.limits import ACTS_MAX, KIB, KNOWN_REQUESTS_MAX, MIB
from delve_desktop.protocol.messages import (
    Hello,
    Reply,
    SpaceHello,
    open_reply,
    pack_request,
    sign_head,
)
from delve_desktop.protocol.summary import Holdings, Link, Summary
from delve_desktop.protocol.ticket import Ticket
from delve_desktop.protocol.transport import Hub
from delve_desktop.store.rows import HubRow, UnsentItem

from .local import Local
from .ports import ReadPort
from .turn import Turn

PUSH: Final = 2 * MIB  # item bytes one request brings
PUSH_ITEMS: Final = 4096
PULL: Final = 4 * MIB  # item bytes one reply brings
PIECE: Final = 64 * KIB
_KINDS: Final = {"act": frames.ACT, "segment": frames.SEGMENT}


@dataclass(slots=True)
class Asked:
    """What one request says and brings for one space."""

    turn: Turn
    hello: SpaceHello
    items: list[UnsentItem]
    holdings: Holdings | None = None

    @property
    def summary(self) -> Summary | None:
        """The summary sent, if this request compares."""
        return self.hello.summary


@dataclass(slots=True)
class Request:
    """A whole request; `sent` are its items in order, each with the place of its space."""

    hub: HubRow
    asked: list[Asked]
    sent: list[tuple[int, UnsentItem]]
    content: bytes


def build(unit: ReadPort, hub: HubRow, turns: Sequence[Turn], left: int) -> Request:
    """The next request for these spaces, with `left` bytes to spend both ways."""
    push = min(PUSH, left - KIB)
    pull = left
    asked: list[Asked] = []
    for turn in turns:
        one = _ask(unit, hub, turn, push)
        size = sum(len(item.data) for item in one.items)
        push, pull = push - size, pull - size
        asked.append(one)
    sent = [(at, item) for at, one in enumerate(asked) for item in one.items]
    hello = Hello(min(max(pull, KIB), PULL), tuple(one.hello for one in asked))
    items = (frames.Item(at, _KINDS[item.kind], item.data) for at, item in sent)
    return Request(hub, asked, sent, pack_request(hello, items))


def call(local: Local, transport: Hub, request: Request) -> Reply:
    """Send a request and check the reply, once more if the hub wants a newer challenge.

    The reply's signature binds it to this very request. Raises `HubRefused` with code `not_the_hub` for
    a reply that the pinned key did not sign, or that follows no format.
    """
    challenge = request.hub.challenge
    try:
        return _call_once(local, transport, request, challenge)
    except StaleChallenge as stale:
        return _call_once(local, transport, request, stale.challenge)


def _call_once(local: Local, transport: Hub, request: Request, challenge: bytes) -> Reply:
    identity = local.identity
    head = sign_head(identity.device, identity.sign, request.hub.key, challenge, request.content).pack()
    reply = transport.sync(head, _pieces(request.content))
    try:
        return open_reply(reply, request.hub.key, head)
    except (Damaged, Malformed) as error:
        raise HubRefused("What answered is not the server that was set up.", "not_the_hub") from error


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE]


def _ask(unit: ReadPort, hub: HubRow, turn: Turn, push: int) -> Asked:
    place = unit.place(hub.id, turn.space)
    if place is None:
        has_acts = bool(unit.acts(turn.space))
        turn.bring_acts = has_acts and not turn.introduced
        # a stick may have brought segments before any act: the hub need not have them
        turn.compare = turn.compare or has_acts or bool(unit.chain(turn.space))
    if place is not None and not place.compared:
        turn.compare = True
    holdings = _holdings(unit, turn) if turn.compare else None
    hello = SpaceHello(
        turn.space,
        place.position if place else 0,
        place.feed_hash if place else START,
        ticket=_ticket(hub) if turn.bring_acts else b"",
        requests=_known_requests(unit, turn),
        summary=holdings.summary(final=turn.final) if holdings else None,
    )
    return Asked(turn, hello, _items(unit, hub, turn, push), holdings)


def _holdings(unit: ReadPort, turn: Turn) -> Holdings:
    acts: list[ActId] = [act.id for act in unit.acts(turn.space)]
    return Holdings(acts[:ACTS_MAX], [Link(*link) for link in unit.chain(turn.space)])


def _ticket(hub: HubRow) -> bytes:
    return Ticket.parse(hub.ticket).secret if hub.ticket else b""


def _known_requests(unit: ReadPort, turn: Turn) -> tuple[bytes, ...] | None:
    """The join requests that are here; None when no invite made here waits for one."""
    if all(invite.used for invite in unit.invites(turn.space)):
        return None
    return tuple(request.lookup for request in unit.join_requests(turn.space))[:KNOWN_REQUESTS_MAX]


def _items(unit: ReadPort, hub: HubRow, turn: Turn, push: int) -> list[UnsentItem]:
    """Acts first. Until the hub has answered a summary only acts are brought: it may hold the rest."""
    if turn.bring_acts:
        turn.introduced = True
        return [UnsentItem("act", act.id, act.data) for act in unit.acts(turn.space)]
    if (turn.compare and not turn.answered) or push <= 0:
        return []
    worn_out = turn.worn_out()
    waiting = unit.unsent(hub.id, turn.space, PUSH_ITEMS + len(worn_out), push)
    return [item for item in waiting if item.id not in worn_out]
