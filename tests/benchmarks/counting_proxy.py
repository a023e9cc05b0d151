"""A TCP relay that counts the bytes of every HTTP request and reply that pass through it.

It stands between a laptop and a hub, so what it counts is what a link would carry above TCP: request
and status lines, headers and bodies.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

_PIECE = 256 * 1024


@dataclass(slots=True)
class Passed:
    """Bytes that went up and came down, and how many requests they were for."""

    up: int = 0
    down: int = 0
    requests: int = 0


class CountingProxy:
    """Relays to one HTTP server until it is closed; `take` returns what passed since the last `take`."""

    def __init__(self, target: str) -> None:
        """`target` is the URL of the server."""
        address = urlsplit(target)
        if address.hostname is None or address.port is None:
            raise ValueError("The server's URL needs a host and a port.")
        self._target = (address.hostname, address.port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._passed = Passed()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where a laptop reaches the hub through this proxy."""
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def take(self) -> Passed:
        """What passed since the last call."""
        with self._lock:
            taken, self._passed = self._passed, Passed()
        return taken

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:  # closed
                return
            threading.Thread(target=self._relay, args=(near,), daemon=True).start()

    def _relay(self, near: socket.socket) -> None:
        with near, socket.create_connection(self._target) as far, selectors.DefaultSelector() as ready:
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            ready.register(near, selectors.EVENT_READ, far)
            ready.register(far, selectors.EVENT_READ, near)
            answered = True  # the next bytes upwards begin a request
            while True:
                for key, _ in ready.select():
                    source = near if key.fileobj is near else far
                    try:
                        piece = source.recv(_PIECE)
                        if not piece:
                            return
                        answered = self._count(source is near, len(piece), answered)
                        key.data.sendall(piece)
                    except OSError:  # either side went away
                        return

    def _count(self, upwards: bool, size: int, answered: bool) -> bool:
        with self._lock:
            if not upwards:
                self._passed.down += size
                return True
            self._passed.up += size
            self._passed.requests += answered
            return False
