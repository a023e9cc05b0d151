"""What can go wrong: a process that dies at any write, and a link that cuts, repeats and delays."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from delve_desktop.domain.errors import HubRefused, HubUnreachable
from delve_desktop.protocol import frames, messages
from delve_desktop.protocol.messages import HubInfo
from delve_desktop.store.vault import Vault
from delve_desktop.sync.cut_reply import CutReply
from sync_server.service import HubService


class Killed(BaseException):
    """The process is gone: nothing after this point ran. No handler of ordinary errors may stop it."""


class FragileVault:
    """A vault whose process dies at the n-th of the moments before, inside and after its write units."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self.dies_in: int | None = None
        self.after_commit: Callable[[Sequence[str]], None] = lambda _: None  # hears which marks moved

    def __getattr__(self, name: str) -> Any:
        return getattr(self._vault, name)

    @contextmanager
    def write(self) -> Iterator[Any]:
        self._moment()
        moved: list[str] = []
        with self._vault.write() as unit:
            for name in ("set_place", "mark_sent"):
                setattr(unit, name, _noting(getattr(unit, name), moved))
            yield unit
            self._moment()
        if moved:
            self.after_commit(moved)
        self._moment()

    def _moment(self) -> None:
        if self.dies_in is not None:
            self.dies_in -= 1
            if self.dies_in < 0:
                self.dies_in = None
                raise Killed


def _noting(method: Callable[..., Any], moved: list[str]) -> Callable[..., Any]:
    def noted(*arguments: Any, **named: Any) -> Any:
        moved.append(method.__name__)
        return method(*arguments, **named)

    return noted


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
    """A hub reached over a bad link. `fault` names what happens to the call number `at_call`."""

    service: Callable[[], HubService]
    rng: random.Random
    fault: str = ""
    at_call: int = 0
    late: list[LateRequest] = field(default_factory=list)
    calls: int = 0

    def describe(self) -> HubInfo:
        return self.service().describe()

    def find_invite(self, lookup: bytes) -> bytes:
        return self.service().find_invite(lookup)

    def ask_to_join(self, lookup: bytes, request: bytes) -> None:
        self.service().ask_to_join(lookup, request)

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        whole = b"".join(content)
        fault = self.fault if self.calls == self.at_call else ""
        self.calls += 1
        if fault == "cut request":
            return self._cut_request(head, whole)
        if fault == "duplicate":
            self._swallow(head, whole)
        reply = self.service().sync(head, self._pieces(whole))
        if fault == "cut reply":
            raise CutReply(reply[: self.rng.randrange(len(reply))])
        if fault == "lost reply":
            raise HubUnreachable("The link broke.")
        if fault == "late":
            self.late.append(LateRequest(self.service, head, whole))
        if fault == "withhold":
            return withhold(self.service(), self.rng, head, reply)
        return reply

    def _cut_request(self, head: bytes, whole: bytes) -> bytes:
        end = self.rng.randrange(len(whole))

        def pieces() -> Iterator[bytes]:
            yield from self._pieces(whole[:end])
            raise _LinkLost

        try:
            self.service().sync(head, pieces())
        except _LinkLost:
            raise HubUnreachable("The link broke.") from None
        raise AssertionError("a hub cannot answer a request that broke off")

    def _swallow(self, head: bytes, whole: bytes) -> None:
        """The network delivers the request twice, and the first answer gets lost."""
        with suppress(HubRefused):
            self.service().sync(head, [whole])

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        at = 0
        while at < len(data):
            size = self.rng.choice((1, 7, 100, 5000, 1 << 20))
            yield data[at : at + size]
            at += size
            if self.rng.random() < 0.2:
                yield b""  # nothing more has arrived yet


def withhold(service: HubService, rng: random.Random, head: bytes, reply: bytes) -> bytes:
    """A hub that lies: one item is left out, all else is as it was, and signed by the hub."""
    opened = messages.open_reply(reply, service.public_key, head)
    items = [at for at, entry in enumerate(opened.entries) if isinstance(entry, frames.Item)]
    if not items:
        return reply
    left_out = rng.choice(items)
    entries = [entry for at, entry in enumerate(opened.entries) if at != left_out]
    return messages.pack_reply(service._key.sign, head, opened.result, entries)
