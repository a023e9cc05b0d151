"""A server that is there, and says nothing."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Self


class Silent:
    """Takes connections and what is sent, and never answers. `held` are the connections it has."""

    def __enter__(self) -> Self:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.asked = threading.Event()
        self.held: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.held.append(connection)
                connection.recv(65536)
                self.asked.set()

    def __exit__(self, *_: object) -> None:
        for one in (self._socket, *self.held):
            one.close()
