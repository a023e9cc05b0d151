"""What the hub's store gives and takes: plain rows, no SQL."""

from __future__ import annotations

from typing import NamedTuple


class SpaceRow(NamedTuple):
    """An open space and the head of its feed; `no` is the hub's own number for it."""

    no: int
    id: bytes
    position: int
    feed_hash: bytes
    digest: bytes  # state, 2048 bytes
    acts: bytes
    size: int


class NewItem(NamedTuple):
    """A checked item to append. The last three are of a segment, else None."""

    kind: int
    id: bytes
    device: bytes
    data: bytes
    writer: bytes | None = None
    number: int | None = None
    previous: bytes | None = None


class EntryRow(NamedTuple):
    """An entry of the feed without its bytes."""

    position: int
    kind: int
    id: bytes
    size: int
    feed_hash: bytes
    via: bytes


class LinkRow(NamedTuple):
    """A segment's place in the feed and in its chain."""

    position: int
    writer: bytes
    number: int
    id: bytes
    previous: bytes


class InviteRow(NamedTuple):
    """An invite, with the space it belongs to and its act's bytes."""

    space: bytes
    verify: bytes
    used: bool
    data: bytes


class TotalsRow(NamedTuple):
    """How much a hub keeps; `bytes` are those of all items, `tickets` and `invites` are the unused ones."""

    spaces: int
    acts: int
    segments: int
    bytes: int
    devices: int
    tickets: int
    invites: int
    join_requests: int
    forks: int


class TicketRow(NamedTuple):
    """A ticket that was given out; `space` is what it opened, or None."""

    space: bytes | None
