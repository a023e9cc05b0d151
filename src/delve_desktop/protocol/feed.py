"""The feed hash: a chain over one hub's order of items, by which a client and its hub see that they agree.

Positions count from 1; `START` stands before the first item.
"""

from __future__ import annotations

from typing import Final

from delve_desktop.domain.ids import LONG, tagged_hash

START: Final = bytes(LONG)


def feed_hash(previous: bytes, item: bytes) -> bytes:
    """Hash after the item with this id (32 bytes), given the hash before it; 32 bytes."""
    return tagged_hash("feed", previous, item)
