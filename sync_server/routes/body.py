"""The body of a request, handed piece by piece to a worker thread as it arrives."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Final

from anyio import from_thread
from starlette.types import Message, Receive

from sync_server.errors import ClientGone

# while nothing arrives for so long, what is complete may be committed
PAUSE: Final = 0.05
STEP: Final = 1.0  # seconds between looks whether the hub is stopping


class IncomingBody:
    """Reads from the connection only what is asked for, so that nothing piles up in memory."""

    def __init__(self, receive: Receive, idle: float, is_stopping: Callable[[], bool]) -> None:
        """`idle`: seconds without a byte after which the device counts as gone; one, when the hub stops."""
        self._receive = receive
        self._idle = idle
        self._is_stopping = is_stopping
        self._waiting: asyncio.Task[Message] | None = None
        self._rest = b""
        self._has_more = True

    async def take(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end of the body."""
        while len(self._rest) < size and self._has_more:
            self._rest += await self._next(self._idle)
            self._check_silence()
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken

    def pieces(self) -> Iterator[bytes]:
        """What follows, for a worker thread; an empty piece when nothing has arrived for a moment.

        Raises `ClientGone` when the connection ends before the body.
        """
        if self._rest:
            yield self._rest
        while self._has_more:
            piece = from_thread.run(self._next, PAUSE)
            if self._waiting is not None:
                yield b""
                piece = from_thread.run(self._next, self._idle)
                self._check_silence()
            if piece:
                yield piece

    def drop(self) -> None:
        """Stop waiting for more."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _check_silence(self) -> None:
        """Raise `ClientGone` if the wait that has just ended brought nothing."""
        if self._waiting is not None:
            raise ClientGone

    async def _next(self, seconds: float) -> bytes:
        """What has arrived; empty when nothing does for so long. The wait goes on with the next call."""
        if self._waiting is None:
            self._waiting = asyncio.ensure_future(_receive(self._receive))
        left = seconds
        while not (await asyncio.wait({self._waiting}, timeout=min(left, STEP)))[0]:
            left -= STEP
            if left <= 0 or self._is_stopping():
                return b""
        message = self._waiting.result()
        self._waiting = None
        if message["type"] == "http.disconnect":
            raise ClientGone
        self._has_more = bool(message.get("more_body", False))
        return bytes(message.get("body", b""))


async def _receive(receive: Receive) -> Message:
    return await receive()
