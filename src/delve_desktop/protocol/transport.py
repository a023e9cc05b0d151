"""The hub as a client sees it: one interface, implemented by the HTTP transport and by the hub's own service.

All arguments and results are bytes in the formats of `messages`; who implements it adds no meaning.
Every method raises `HubUnreachable` when there is no answer and `HubRefused` when the answer is no.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from .messages import HubInfo


class Hub(Protocol):
    """Four calls; `sync` moves everything, the other three serve the first meeting."""

    def describe(self) -> HubInfo:
        """Who the hub is: its Ed25519 public key and the protocol versions it speaks."""
        ...

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        """One exchange. `head` is an encoded `messages.RequestHead`; `content` the frames it signs, in
        pieces of any size. Returns the encoded reply. Raises `StaleChallenge` with a fresh challenge.
        """
        ...

    def find_invite(self, lookup: bytes) -> bytes:
        """The act (encoded, signed) that carries the invite with this 16-byte lookup id."""
        ...

    def ask_to_join(self, lookup: bytes, request: bytes) -> None:
        """Leave a sealed and signed join request (at most 4 KiB) for an invite; the first one stays."""
        ...


class ChunkHub(Protocol):
    """One call more, of a hub that keeps attachments."""

    def chunk_call(self, path: str, head: bytes, content: Iterable[bytes]) -> bytes:
        """One of the calls in `chunks`. Raises as `Hub.sync` does; chunks that arrived whole stay."""
        ...
