"""HTTP/1.1 as uvicorn speaks it, with two differences that matter on a poor link.

Each answer leaves in one write: a head that travels alone costs a packet. And when a connection ends,
what had arrived of a request is handed on before its end is told: it may hold whole segments.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

_UNTIL_TAKEN: Final = 0.01  # seconds between looks whether the rest of a body was taken


class GatheringTransport:
    """A transport that sends what was written in one turn of the event loop as one piece."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Send with whatever else is written in this turn."""
        if not self._parts:
            asyncio.get_running_loop().call_soon(self._flush)
        self._parts.append(bytes(data))

    def close(self) -> None:
        """Send what waits, then close."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        parts, self._parts = self._parts, []
        if parts and not self._transport.is_closing():
            self._transport.write(b"".join(parts))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class OneWriteProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 over a transport that gathers; it loses nothing at the end."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Called by the event loop."""
        super().connection_made(GatheringTransport(transport))  # type: ignore[arg-type]

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the event loop; waits for the application to take what had arrived."""
        # uvicorn's annotation leaves out that there is no cycle before the first request
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and cycle.body and not cycle.response_complete:
            self.loop.call_later(_UNTIL_TAKEN, self.connection_lost, exc)
        else:
            super().connection_lost(exc)
