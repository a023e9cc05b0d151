"""What whoever runs a hub can set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from delve_desktop.protocol import limits

DATABASE_NAME: Final = "hub.db"
CHUNKS_NAME: Final = "chunks"  # the folder of attachments in that of the data, and beside a copy
GIB: Final = 1024 * limits.MIB


@dataclass(frozen=True, slots=True)
class HubSettings:
    """Sizes in bytes, times in seconds."""

    open: bool = False  # take new spaces without a ticket: for a demo on loopback
    space_max: int = 4 * GIB  # all items of one space
    chunks_max: int = 16 * GIB  # all attachments of one space
    group: int = 256 * limits.KIB  # commit what arrived at the latest after this much
    reply_max: int = 8 * limits.MIB  # items of one reply, whatever the device asks for
    idle: float = 120.0  # a request that sends nothing for so long is cut off
    slowest: int = 100  # bytes a second: one that on the whole is slower, `idle` aside, is cut off too
    threads: int = 64  # pieces of requests worked on at the same time
    of_device: int = 4  # requests under way at the same time, of one device
    of_strangers: int = 64  # the same, of all devices together that no space of this hub knows
