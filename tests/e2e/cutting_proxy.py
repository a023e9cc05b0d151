"""A TCP relay that ends every connection after so many bytes, as a bad link does."""

from __future__ import annotations

import contextlib
import re
import selectors
import socket
import threading
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

PIECE = 8 * 1024
REQUEST = re.compile(rb"(?:GET|POST) (/v1/[a-z/]+)")


@dataclass
class Passed:
    """What went through: bytes up and down, connections that were cut, and the calls in their order."""

    up: int = 0
    down: int = 0
    cuts: int = 0
    calls: list[str] = field(default_factory=list)


class CuttingProxy:
    """Relays to one HTTP server. `limit` is how many bytes, both ways, a connection lives for; None for
    ever."""

    def __init__(self, target: str) -> None:
        address = urlsplit(target)
        assert address.hostname is not None
        assert address.port is not None
        self._target = (address.hostname, address.port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._passed = Passed()
        self.limit: int | None = None
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
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
        left = self.limit
        with near, socket.create_connection(self._target) as far, selectors.DefaultSelector() as ready:
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * PIECE)
            ready.register(near, selectors.EVENT_READ, far)
            ready.register(far, selectors.EVENT_READ, near)
            while True:
                for key, _ in ready.select():
                    source = near if key.fileobj is near else far
                    try:
                        piece = source.recv(PIECE if left is None else min(PIECE, left))
                        if not piece:
                            return
                        self._count(source is near, piece)
                        key.data.sendall(piece)
                    except OSError:  # either side went away
                        return
                    if left is not None:
                        left -= len(piece)
                        if left <= 0:
                            with self._lock:
                                self._passed.cuts += 1
                            return

    def _count(self, upwards: bool, piece: bytes) -> None:
        with self._lock:
            if not upwards:
                self._passed.down += len(piece)
                return
            self._passed.up += len(piece)
            if found := REQUEST.match(piece):
                self._passed.calls.append(found.group(1).decode())
