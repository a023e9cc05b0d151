"""The body of a request, piece by piece as it arrives. Waiting for it occupies no thread."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Final

from starlette.types import Message, Receive

from sync_server.errors import ClientGone

# while nothing arrives for so long, what is complete may be committed
PAUSE: Final = 0.05
STEP: Final = 1.0  # seconds between looks whether the hub is stopping


class IncomingBody:
    """Reads from the connection only what is asked for, so that nothing piles up in memory."""

    def __init__(self, receive: Receive, idle: float, slowest: int, is_stopping: Callable[[], bool]) -> None:
        """`idle`: seconds without a byte after which the device counts as gone; one, when the hub stops.

        So it does when it has sent less than `slowest` bytes a second, after `idle` seconds of grace.
        """
        self._receive = receive
        self._idle = idle
        self._slowest = slowest
        self._is_stopping = is_stopping
        self._waiting: asyncio.Task[Message] | None = None
        self._rest = b""
        self._has_more = True
        self._begun = asyncio.get_running_loop().time()
        self._taken = 0  # bytes

    async def take(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end of the body."""
        while len(self._rest) < size and self._has_more:
            self._rest += await self._next(self._idle)
            self._check_silence()
            self._check_pace()
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken

    async def pieces(self) -> AsyncIterator[bytes]:
        """What follows; an empty piece when nothing has arrived for a moment.

        Raises `ClientGone` when the connection ends before the body, or is too slow.
        """
        if self._rest:
            yield self._rest
        while self._has_more:
            piece = await self._next(PAUSE)
            if self._waiting is not None:
                yield b""
                piece = await self._next(self._idle)
                self._check_silence()
            if self._has_more:
                self._check_pace()
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

    def _check_pace(self) -> None:
        """Raise `ClientGone` if all that came is too little for the time it took."""
        spent = asyncio.get_running_loop().time() - self._begun
        if spent > self._idle + self._taken / self._slowest:
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
        body = bytes(message.get("body", b""))
        self._taken += len(body)
        return body


async def _receive(receive: Receive) -> Message:
    return await receive()
