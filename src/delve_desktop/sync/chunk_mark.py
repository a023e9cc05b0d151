"""The mark by which a hub names what it has of attachments, kept from its last reply.

A hub without attachments gives none. Another mark than before says that the hub may have lost some: then
nothing is taken for sent any more, and whoever has the bytes brings them again.
"""

from __future__ import annotations

from .ports import ReadPort, WritePort


def chunk_mark(unit: ReadPort, hub: int) -> bytes:
    """The hub's mark; empty where it keeps no attachments, or was never asked."""
    return unit.meta(_key(hub)) or b""


def note_chunk_mark(unit: WritePort, hub: int, mark: bytes) -> None:
    """Keep the mark of a reply that the hub signed."""
    before = chunk_mark(unit, hub)
    if mark == before:
        return
    if before:
        unit.doubt_blobs(hub)
    unit.set_meta(_key(hub), mark)


def _key(hub: int) -> str:
    return f"chunks/{hub}"
