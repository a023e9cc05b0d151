"""A way to a hub on which somebody listens: what was asked and answered, byte by byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from delve_desktop.services.connecting import Connect, Connection

Listener = Callable[[bytes, bytes, bytes], None]
"""Told of each exchange: the request's head, its content, the reply."""


class Overheard:
    """A hub whose exchanges are told to a listener; everything else goes straight to it."""

    def __init__(self, hub: Any, listener: Listener) -> None:
        self._hub = hub
        self._listener = listener

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        whole = b"".join(content)
        reply: bytes = self._hub.sync(head, [whole])
        self._listener(head, whole, reply)
        return reply

    def __getattr__(self, name: str) -> Any:
        return getattr(self._hub, name)


def overheard(connect: Connect, listener: Listener) -> Connect:
    """The same way, with a listener."""

    @contextmanager
    def connecting(url: str, cancelled: Callable[[], bool]) -> Iterator[Connection]:
        with connect(url, cancelled) as connection:
            yield Connection(Overheard(connection.hub, listener), connection.traffic)

    return connecting
