"""What can go wrong on the way to a hub and at it: a link that cuts, repeats, delays and reorders, a hub
that leaves out, and one whose disk is full.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

from delve_desktop.domain.errors import DiskFull, HubRefused, HubUnreachable
from delve_desktop.protocol import frames, messages
from delve_desktop.protocol.messages import HubInfo
from delve_desktop.services.connecting import Connect, Connection
from delve_desktop.sync.cut_reply import CutReply
from delve_desktop.sync.traffic import MeteredHub
from sync_server.service import HubService

LINK_FAULTS: Final = (
    "cut request",
    "cut reply",
    "lost reply",
    "duplicate",
    "late",
    "old reply",
    "withhold",
    "reorder",
)


class _LinkLost(Exception):
    """The request's stream broke off, as the hub sees it."""


@dataclass
class LateRequest:
    """A request that a network delivers once more, much later."""

    service: Callable[[], HubService]
    head: bytes
    content: bytes

    def deliver(self) -> None:
        with suppress(HubRefused):  # what a hub should say to it
            self.service().sync(self.head, [self.content])


@dataclass
class Link:
    """A hub reached over a bad link. `fault` names what happens to the call number `at_call`.

    `late` and `replies` outlive the link: requests still under way, and replies that passed.
    """

    service: Callable[[], HubService]
    rng: random.Random
    fault: str = ""
    at_call: int = 0
    late: list[LateRequest] = field(default_factory=list)
    replies: list[bytes] = field(default_factory=list)
    overhear: Callable[[bytes], None] = lambda _: None  # is told every byte that reaches a hub
    calls: int = 0

    def describe(self) -> HubInfo:
        return self.service().describe()

    def find_invite(self, lookup: bytes) -> bytes:
        return self.service().find_invite(lookup)

    def ask_to_join(self, lookup: bytes, request: bytes) -> None:
        self.overhear(request)
        self.service().ask_to_join(lookup, request)

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        whole = b"".join(content)
        self.overhear(head + whole)
        fault = self.fault if self.calls == self.at_call else ""
        self.calls += 1
        if fault == "cut request":
            return self._cut_request(head, whole)
        if fault == "duplicate":
            self._swallow(head, whole)
        try:
            reply = self.service().sync(head, self._pieces(whole))
        except DiskFull as error:
            raise HubUnreachable("The server has a fault of its own.") from error  # as over HTTP
        return self._reply(fault, head, whole, reply)

    def _reply(self, fault: str, head: bytes, whole: bytes, reply: bytes) -> bytes:
        """What of a reply arrives."""
        if fault == "cut reply":
            raise CutReply(reply[: self.rng.randrange(len(reply))])
        if fault == "lost reply":
            raise HubUnreachable("The link broke.")
        if fault == "late":
            self.late.append(LateRequest(self.service, head, whole))
        if fault == "old reply" and self.replies:
            return self.rng.choice(self.replies)
        if fault == "withhold":
            return withhold(self.service(), self.rng, head, reply)
        if fault == "reorder":
            return reorder(self.service(), self.rng, head, reply)
        self.replies[:] = [*self.replies[-3:], reply]
        return reply

    def _cut_request(self, head: bytes, whole: bytes) -> bytes:
        end = self.rng.randrange(len(whole))

        def pieces() -> Iterator[bytes]:
            yield from self._pieces(whole[:end])
            raise _LinkLost

        try:
            self.service().sync(head, pieces())
        except (_LinkLost, DiskFull):
            raise HubUnreachable("The link broke.") from None
        raise AssertionError("a hub cannot answer a request that broke off")

    def _swallow(self, head: bytes, whole: bytes) -> None:
        """The network delivers the request twice, and the first answer gets lost."""
        with suppress(HubRefused, DiskFull):
            self.service().sync(head, [whole])

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        at = 0
        while at < len(data):
            size = self.rng.choice((1, 7, 100, 5000, 1 << 20))
            yield data[at : at + size]
            at += size
            if self.rng.random() < 0.2:
                yield b""  # nothing more has arrived yet


def over(link_to: Callable[[str], Link]) -> Connect:
    """A way to connect by these links, chosen by address."""

    @contextmanager
    def connect(url: str, _cancelled: Callable[[], bool]) -> Iterator[Connection]:
        metered = MeteredHub(link_to(url))
        yield Connection(metered, metered.traffic)

    return connect


def withhold(service: HubService, rng: random.Random, head: bytes, reply: bytes) -> bytes:
    """A hub that lies: one item is left out, all else is as it was, and signed by the hub."""
    opened = messages.open_reply(reply, service.public_key, head)
    items = [at for at, entry in enumerate(opened.entries) if isinstance(entry, frames.Item)]
    if not items:
        return reply
    left_out = rng.choice(items)
    entries = [entry for at, entry in enumerate(opened.entries) if at != left_out]
    return messages.pack_reply(service._key.sign, head, opened.result, entries)


def reorder(service: HubService, rng: random.Random, head: bytes, reply: bytes) -> bytes:
    """A hub that tells its feed in another order, with the end as it was, and signs for that."""
    opened = messages.open_reply(reply, service.public_key, head)
    entries = rng.sample(opened.entries, len(opened.entries))
    return messages.pack_reply(service._key.sign, head, opened.result, entries)
