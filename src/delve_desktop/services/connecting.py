"""How use cases reach a hub: by HTTP, unless a caller hands in another way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from delve_desktop.protocol.transport import ChunkHub, Hub
from delve_desktop.sync.traffic import MeteredChunks, MeteredHub, Traffic

if TYPE_CHECKING:
    from delve_desktop.sync.http_transport import HttpHub


@dataclass(frozen=True, slots=True)
class Connection:
    """A hub that can be called, and the counter of what that costs. `chunks`: for attachments, if it can."""

    hub: Hub
    traffic: Traffic
    chunks: ChunkHub | None = None


Connect = Callable[[str, Callable[[], bool]], AbstractContextManager[Connection]]  # (url, cancelled)


@contextmanager
def by_http(url: str, cancelled: Callable[[], bool]) -> Iterator[Connection]:
    """One HTTP connection to the hub at this address, closed when the block ends."""
    from delve_desktop.sync.http_transport import HttpHub  # imported late: offline needs no HTTP

    with HttpHub(url, cancelled=cancelled) as hub:
        yield Connection(hub, hub.traffic, hub)


class Breakable:
    """A way to connect by HTTP whose calls another thread can end, as a lock does that waits for nobody."""

    def __init__(self) -> None:
        self._open: set[HttpHub] = set()
        self._broken = False
        self._lock = threading.Lock()

    @contextmanager
    def __call__(self, url: str, cancelled: Callable[[], bool]) -> Iterator[Connection]:
        """As `by_http`."""
        from delve_desktop.sync.http_transport import HttpHub

        with HttpHub(url, cancelled=cancelled) as hub:
            with self._lock:
                self._open.add(hub)
                broken = self._broken
            if broken:
                hub.break_off()
            try:
                yield Connection(hub, hub.traffic, hub)
            finally:
                with self._lock:
                    self._open.remove(hub)

    def break_off(self) -> None:
        """End what waits for a server now, and whatever is asked of one later; from any thread."""
        with self._lock:
            self._broken = True
            for hub in self._open:
                hub.break_off()


def in_process(hub: Hub, chunks: ChunkHub | None = None) -> Connect:
    """A way to connect that leads to this hub, whatever the address; to `chunks` for attachments."""

    @contextmanager
    def connect(_url: str, _cancelled: Callable[[], bool]) -> Iterator[Connection]:
        metered = MeteredHub(hub)
        counted = MeteredChunks(chunks, metered.traffic) if chunks is not None else None
        yield Connection(metered, metered.traffic, counted)

    return connect
