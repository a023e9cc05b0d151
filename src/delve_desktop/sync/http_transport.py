"""The hub over HTTP/1.1: one connection, few headers, no redirects, every byte counted.

Errors of the HTTP library become `HubUnreachable`, `HubRefused` or `StaleChallenge` here and nowhere else.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Final, Self

import httpx

from delve_desktop.domain.addresses import HubAddress
from delve_desktop.domain.errors import (
    Cancelled,
    HubRefused,
    HubUnreachable,
    Malformed,
    StaleChallenge,
)
from delve_desktop.protocol import chunks, limits, messages
from delve_desktop.protocol.messages import HubInfo, Refusal

from .cut_reply import CutReply
from .traffic import Traffic

CONNECT_SECONDS: Final = 10.0
SILENCE_SECONDS: Final = 60.0  # a slow link is fine as long as something moves
PIECE: Final = 16 * limits.KIB  # how finely sending can be cancelled
SMALL_REPLY_MAX: Final = 64 * limits.KIB
_STATUS_LINE: Final = "HTTP/1.1 200 OK\r\n"


class HttpHub:
    """A hub at an address. Use from one thread; `close` ends the connection. Only `break_off` may be called
    from another thread, while a call waits.
    """

    def __init__(
        self,
        url: str,
        *,
        traffic: Traffic | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        silence: float = SILENCE_SECONDS,
    ) -> None:
        address = HubAddress.parse(url)
        self.url: Final = address.url
        self.traffic: Final = traffic or Traffic()
        self._cancelled = cancelled
        self._line = _Line()
        near = address.is_local
        self._client = httpx.Client(
            timeout=httpx.Timeout(silence, connect=CONNECT_SECONDS),
            follow_redirects=False,
            trust_env=not near,  # a proxy of the house is used, but never to reach this very room
            transport=httpx.HTTPTransport(
                trust_env=not near,
                limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
                socket_options=[(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)],
            )
            if near
            else None,
        )
        self._client.headers.clear()  # no user agent, no accepted encodings: bytes are dear

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        self._client.close()
        self._line.close()

    def break_off(self) -> None:
        """End the call that waits now, and any later one, with `Cancelled`; from any thread, at once.

        While it is still looking for the server it ends when that is found, or after `CONNECT_SECONDS`.
        """
        self._line.break_off()

    def describe(self) -> HubInfo:
        """As `Hub.describe`."""
        said = self._call("GET", messages.HUB_PATH, (), 0, SMALL_REPLY_MAX)
        try:
            return messages.read_info(said)
        except Malformed as error:  # a web site of another kind may answer with anything
            raise _no_hub() from error

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        """As `Hub.sync`; a reply that breaks off raises `CutReply` with what came of it."""
        pieces = [head, *content]
        return self._call("POST", messages.SYNC_PATH, pieces, sum(map(len, pieces)), limits.REPLY_MAX)

    def chunk_call(self, path: str, head: bytes, content: Iterable[bytes]) -> bytes:
        """As `ChunkHub.chunk_call`; an answer that breaks off raises `CutReply` with what came of it."""
        pieces = [head, *content]
        return self._call("POST", path, pieces, sum(map(len, pieces)), chunks.ANSWER_MAX)

    def find_invite(self, lookup: bytes) -> bytes:
        """As `Hub.find_invite`."""
        return self._call("GET", messages.INVITE_PATH + lookup.hex(), (), 0, SMALL_REPLY_MAX)

    def ask_to_join(self, lookup: bytes, request: bytes) -> None:
        """As `Hub.ask_to_join`."""
        self._call("POST", messages.JOIN_PATH + lookup.hex(), (request,), len(request), SMALL_REPLY_MAX)

    def _call(self, method: str, path: str, pieces: Iterable[bytes], size: int, limit: int) -> bytes:
        headers = {"Content-Length": str(size)} if method == "POST" else {}
        request = self._client.build_request(
            method,
            self.url + path,
            content=self._outgoing(pieces) if method == "POST" else None,
            headers=headers,
            extensions={"trace": self._line.note},
        )
        if self._line.broken:
            raise Cancelled("The exchange was stopped.")
        self.traffic.round_trips += 1
        self.traffic.sent += _head_size(f"{method} {request.url.raw_path.decode()} HTTP/1.1", request.headers)
        try:
            response = self._client.send(request, stream=True)
        except BaseException as error:
            self._line.close()
            if not isinstance(error, httpx.HTTPError):
                raise
            if self._line.broken:
                raise Cancelled("The exchange was stopped.") from error
            raise HubUnreachable("The server did not answer.") from error
        try:
            body = self._incoming(response, limit)
        except BaseException:
            self._line.close()
            raise
        finally:
            response.close()
        if response.status_code != 200:
            raise _refusal(response.status_code, body)
        return body

    def _outgoing(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            for start in range(0, len(piece), PIECE):
                if self._cancelled():
                    raise Cancelled("The exchange was stopped.")
                part = piece[start : start + PIECE]
                self.traffic.sent += len(part)
                yield part

    def _incoming(self, response: httpx.Response, limit: int) -> bytes:
        self.traffic.received += _head_size(_STATUS_LINE.rstrip(), response.headers)
        if int(response.headers.get("Content-Length", "0")) > limit:
            raise _no_hub()
        body = bytearray()
        try:
            for part in response.iter_raw():
                body += part
                self.traffic.received += len(part)
                if len(body) > limit:
                    raise _no_hub()
                if self._cancelled():
                    raise CutReply(bytes(body))
        except httpx.HTTPError as error:
            raise CutReply(bytes(body)) from error
        return bytes(body)


class _Line:
    """The connection of one client, to be cut from another thread: closing a socket wakes no reader of it.

    Held as a duplicate, which leads to the same connection also when TLS has taken the first over. One at a
    time, and none after a call that failed: while a duplicate is open, the server takes the client for there.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: socket.socket | None = None
        self.broken = False

    def note(self, event: str, info: Mapping[str, Any]) -> None:
        """What httpcore tells of a request (its `trace` extension): a connection stands."""
        if not event.endswith("connect_tcp.complete"):
            return
        self.close()
        made: socket.socket = info["return_value"].get_extra_info("socket")
        with self._lock:
            self._held = made.dup()
            if self.broken:
                self._cut()

    def break_off(self) -> None:
        with self._lock:
            self.broken = True
            self._cut()

    def close(self) -> None:
        with self._lock:
            if self._held is not None:
                self._held.close()
            self._held = None

    def _cut(self) -> None:
        if self._held is not None:
            with suppress(OSError):  # it has ended already
                self._held.shutdown(socket.SHUT_RDWR)


def _head_size(first_line: str, headers: httpx.Headers) -> int:
    """Bytes of a first line and its headers as HTTP/1.1 writes them."""
    return len(first_line) + 2 + sum(len(name) + len(value) + 4 for name, value in headers.raw) + 2


def _no_hub(remark: str = "") -> HubRefused:
    return HubRefused(f"What answers at this address is no Delve server{remark}.", "no_hub")


def _refusal(status: int, body: bytes) -> HubRefused | HubUnreachable:
    try:
        told = messages.read_refusal(body)
    except Malformed:
        if status >= 500:
            return HubUnreachable(f"The server has a fault of its own (HTTP {status}).")
        return _no_hub(f" (HTTP {status})")
    if told.code == Refusal.STALE_CHALLENGE and len(told.challenge) == messages.CHALLENGE_SIZE:
        return StaleChallenge(told.challenge)
    if told.code == Refusal.INTERNAL:
        return HubUnreachable("The server has a fault of its own; try again later.")
    return HubRefused(told.message, told.code)
