"""Counting what an exchange costs: bytes both ways, headers and requests included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from delve_desktop.protocol.messages import HubInfo
from delve_desktop.protocol.transport import ChunkHub, Hub


@dataclass(slots=True)
class Traffic:
    """Bytes that went over the link so far, and the calls they were for."""

    sent: int = 0
    received: int = 0
    round_trips: int = 0

    @property
    def total(self) -> int:
        """Bytes both ways."""
        return self.sent + self.received


class MeteredHub:
    """A hub in the same process, with its traffic counted as if it were far away; no headers are."""

    def __init__(self, hub: Hub, traffic: Traffic | None = None) -> None:
        self._hub = hub
        self.traffic = traffic or Traffic()

    def describe(self) -> HubInfo:
        """As `Hub.describe`."""
        self.traffic.round_trips += 1
        return self._hub.describe()

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        """As `Hub.sync`."""
        self.traffic.round_trips += 1
        self.traffic.sent += len(head)
        reply = self._hub.sync(head, self._counted(content))
        self.traffic.received += len(reply)
        return reply

    def find_invite(self, lookup: bytes) -> bytes:
        """As `Hub.find_invite`."""
        self.traffic.round_trips += 1
        found = self._hub.find_invite(lookup)
        self.traffic.received += len(found)
        return found

    def ask_to_join(self, lookup: bytes, request: bytes) -> None:
        """As `Hub.ask_to_join`."""
        self.traffic.round_trips += 1
        self.traffic.sent += len(request)
        self._hub.ask_to_join(lookup, request)

    def _counted(self, content: Iterable[bytes]) -> Iterator[bytes]:
        for piece in content:
            self.traffic.sent += len(piece)
            yield piece


class MeteredChunks:
    """The calls about attachments to a hub in the same process, counted in the same way."""

    def __init__(self, hub: ChunkHub, traffic: Traffic) -> None:
        self._hub = hub
        self._traffic = traffic

    def chunk_call(self, path: str, head: bytes, content: Iterable[bytes]) -> bytes:
        """As `ChunkHub.chunk_call`."""
        pieces = list(content)
        self._traffic.round_trips += 1
        self._traffic.sent += len(head) + sum(map(len, pieces))
        answer = self._hub.chunk_call(path, head, pieces)
        self._traffic.received += len(answer)
        return answer
