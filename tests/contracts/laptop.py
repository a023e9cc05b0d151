"""A laptop as a hub sees it: keys, acts and segments in memory, and the client's side of the protocol.

It checks what a real client must check (signature, feed hash, ids), so that a hub that errs fails here.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain import acts
from delve_desktop.domain.errors import StaleChallenge
from delve_desktop.domain.ids import ActId, DeviceId, SegmentId, SpaceId, new_space
from delve_desktop.protocol import frames, messages, segment
from delve_desktop.protocol.acts import SignedAct, act_id, sign_act
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.feed import START, feed_hash
from delve_desktop.protocol.summary import Holdings, Link, Summary
from delve_desktop.protocol.transport import Hub
from tests.unit.protocol.builders import Chain

BUDGET = 8_000_000


def item_id(item: frames.Item) -> bytes:
    return act_id(item.data) if item.kind == frames.ACT else segment.segment_id(item.data)


def found(identity: Identity, seed: int = 0, protocol_floor: int = 1) -> SignedAct:
    nonce = random.Random(seed).randbytes(16)
    space = new_space(identity.device, nonce)
    act = acts.build(space, identity.device, (), acts.Found(nonce, identity.exchange, 1, protocol_floor))
    return sign_act(act, identity.sign)


def admit(
    by: Identity, parents: Iterable[ActId], space: SpaceId, device: Identity, **more: object
) -> SignedAct:
    body = acts.Admit(device.device, device.exchange, **{"role": "officer", **more})  # type: ignore[arg-type]
    return sign_act(acts.build(space, by.device, tuple(parents), body), by.sign)


@dataclass
class Laptop:
    """One device in one space. `items` is what it holds, by id, in the order it came."""

    seed: int
    space: SpaceId
    items: dict[bytes, frames.Item] = field(default_factory=dict)
    unsent: list[bytes] = field(default_factory=list)
    position: int = 0
    feed_hash: bytes = START
    challenge: bytes = messages.NO_CHALLENGE
    ticket: bytes = b""
    requests: tuple[bytes, ...] | None = None
    budget: int = BUDGET
    trips: int = 0

    def __post_init__(self) -> None:
        self.chain = Chain(self.seed, self.space)
        self.identity = self.chain.identity

    @property
    def device(self) -> DeviceId:
        return self.identity.device

    def hold(self, item: frames.Item, *, sent: bool = False) -> bytes:
        key = item_id(item)
        if key not in self.items and not sent:
            self.unsent.append(key)
        self.items.setdefault(key, item)
        return key

    def hold_act(self, act: SignedAct, *, sent: bool = False) -> ActId:
        return ActId(self.hold(frames.Item(0, frames.ACT, act.data), sent=sent))

    def write(self, count: int = 1, size: int = 256) -> list[bytes]:
        return [self.hold(frames.Item(0, frames.SEGMENT, self.chain.next(size))) for _ in range(count)]

    def digest(self) -> bytes:
        digest = SetDigest()
        for key in self.items:
            digest.add(key)
        return digest.value()

    def holdings(self) -> Holdings:
        links = []
        for key, item in self.items.items():
            if item.kind == frames.SEGMENT:
                header = segment.split(item.data).header
                links.append(Link(header.writer, header.number, SegmentId(key), header.previous))
        return Holdings((ActId(key) for key, item in self.items.items() if item.kind == frames.ACT), links)

    def hello(self, summary: Summary | None = None) -> messages.Hello:
        where = messages.SpaceHello(
            self.space, self.position, self.feed_hash, self.ticket, self.requests, summary
        )
        return messages.Hello(self.budget, (where,))

    def request(self, hub: Hub, content: bytes) -> bytes:
        """The packed head for this content, signed over the challenge the laptop has."""
        key = hub.describe().key
        return messages.sign_head(self.device, self.identity.sign, key, self.challenge, content).pack()

    def call(
        self, hub: Hub, items: Iterable[frames.Item] = (), summary: Summary | None = None
    ) -> messages.Reply:
        """One exchange, with one more trip if the hub wants a newer challenge."""
        content = messages.pack_request(self.hello(summary), items)
        for _ in range(2):
            head = self.request(hub, content)
            self.trips += 1
            try:
                data = hub.sync(head, pieces(content))
            except StaleChallenge as stale:
                self.challenge = stale.challenge
                continue
            reply = messages.open_reply(data, hub.describe().key, head)
            self.challenge = reply.result.challenge
            return reply
        raise AssertionError("two stale challenges in a row")

    def sync(self, hub: Hub) -> messages.SpaceResult:
        """Bring what is unsent, take what is new, until nothing waits; compares when it must."""
        while True:
            sending = self.unsent[:]
            reply = self.call(hub, [self.items[key] for key in sending])
            result = reply.result.spaces[0]
            if result.status == messages.Status.COMPARE:
                return self.compare(hub)
            if result.status != messages.Status.OK:
                return result
            refused = {problem.item for problem in reply.result.problems}
            self.unsent = [key for place, key in enumerate(sending) if place in refused]
            ids = list(self.ids_of(reply, sending))
            if any(key not in self.items for key in ids):  # a twin of this laptop brought them
                return self.compare(hub)
            self.take(result, ids)
            if not result.more:
                return result

    def ids_of(self, reply: messages.Reply, sent: list[bytes]) -> Iterator[bytes]:
        """The ids of the reply's entries, in order; new items are held."""
        for entry in reply.entries:
            if isinstance(entry, frames.Item):
                key = self.hold(entry, sent=True)
                if key in self.unsent:
                    self.unsent.remove(key)
                yield key
            elif isinstance(entry, frames.Own):
                yield from sent[entry.first : entry.first + entry.length]
            else:
                yield from entry.ids

    def take(self, result: messages.SpaceResult, ids: list[bytes]) -> None:
        """Move the cursor over these entries; all must be held, and the feed hash must fit."""
        last = self.feed_hash
        for key in ids:
            assert key in self.items
            last = feed_hash(last, key)
            if key in self.unsent:
                self.unsent.remove(key)
        assert self.position + len(ids) == result.position
        assert last == result.feed_hash
        self.position, self.feed_hash = result.position, result.feed_hash

    def compare(self, hub: Hub) -> messages.SpaceResult:
        """The full comparison, until the hub says OK and lacks nothing."""
        sending: list[bytes] = []
        final = False
        for _ in range(50):
            mine = self.holdings()
            summary = mine.summary(final=final)
            reply = self.call(hub, [self.items[key] for key in sending], summary)
            result = reply.result.spaces[0]
            compared = result.compared
            assert compared is not None
            acts_wanted, segments_wanted = mine.answer(summary, compared)
            for entry in reply.entries:
                assert isinstance(entry, frames.Item)
                self.hold(entry, sent=True)
            sending = [*acts_wanted, *segments_wanted]
            final = not result.more
            if result.status == messages.Status.OK and not sending:
                self.position, self.feed_hash, self.unsent = result.position, result.feed_hash, []
                return result
        raise AssertionError("the comparison does not end")


def pieces(content: bytes, size: int = 4096) -> Iterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


def cut(content: bytes, at: int) -> Iterator[bytes]:
    yield content[:at]
    raise ConnectionResetError("the link went down")


@dataclass
class Group:
    """A founder (a coordinator) and two officers of one space, nobody yet on any hub."""

    founder: Laptop
    officer: Laptop
    other: Laptop

    @classmethod
    def create(cls, seed: int = 1, protocol_floor: int = 1) -> Group:
        identity = Chain(seed, SpaceId(bytes(16))).identity
        first = found(identity, seed, protocol_floor)
        space = SpaceId(first.act.space)
        founder, officer, other = (Laptop(seed + n, space) for n in range(3))
        founder.hold_act(first)
        one = founder.hold_act(admit(identity, [first.id], space, officer.identity))
        founder.hold_act(admit(identity, [one], space, other.identity))
        return cls(founder, officer, other)

    @property
    def laptops(self) -> tuple[Laptop, Laptop, Laptop]:
        return self.founder, self.officer, self.other

    @property
    def heads(self) -> list[ActId]:
        """The last act of the founder."""
        return [ActId([key for key, item in self.founder.items.items() if item.kind == frames.ACT][-1])]
