"""Reading a reply against what was asked: the feed is walked entry by entry, its hash recomputed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from delve_desktop.domain.errors import Malformed
from delve_desktop.protocol import frames
from delve_desktop.protocol.feed import feed_hash
from delve_desktop.protocol.limits import KIB

from .request import Request
from .taking import Arrival, check, item_id

STORED_AT_ONCE: Final = 48  # items a transaction stores
BYTES_AT_ONCE: Final = 384 * KIB


@dataclass(slots=True)
class Step:
    """Some entries in a row: what to store, and where the feed stands behind them."""

    position: int
    feed_hash: bytes
    arrivals: list[Arrival] = field(default_factory=list)
    named: list[bytes] = field(default_factory=list)  # told by id only: they must be here already
    size: int = 0

    @property
    def end(self) -> tuple[int, bytes]:
        """Position and feed hash behind it."""
        return self.position, self.feed_hash

    @property
    def is_full(self) -> bool:
        """Whether this is enough for one transaction."""
        return len(self.arrivals) >= STORED_AT_ONCE or self.size >= BYTES_AT_ONCE


def feed_steps(request: Request, index: int, entries: Sequence[frames.Entry]) -> list[Step]:
    """The feed entries of the space at this place, cut into steps for one transaction each.

    Raises `Malformed` for an entry that refers to an item that was not sent.
    """
    hello = request.asked[index].hello
    last = Step(hello.position, hello.feed_hash)
    steps: list[Step] = []
    for name, arrival in _walk(request, index, entries):
        if not steps or last.is_full:
            last = Step(last.position, last.feed_hash)
            steps.append(last)
        last.position += 1
        last.feed_hash = feed_hash(last.feed_hash, name)
        if arrival is None:
            last.named.append(name)
        else:
            last.arrivals.append(arrival)
            last.size += len(arrival.data)
    return steps


def _walk(
    request: Request, index: int, entries: Sequence[frames.Entry]
) -> Iterator[tuple[bytes, Arrival | None]]:
    """(id, what came of it or None) of each feed entry of one space."""
    space = request.asked[index].turn.space
    for entry in entries:
        if entry.space != index:
            continue
        if isinstance(entry, frames.Item):
            yield item_id(entry.kind, entry.data), check(space, entry.kind, entry.data, via="hub")
        elif isinstance(entry, frames.Names):
            yield from ((name, None) for name in entry.ids)
        else:
            yield from ((name, None) for name in _own(request, index, entry))


def _own(request: Request, index: int, entry: frames.Own) -> list[bytes]:
    """The ids of items of this very request."""
    part = request.sent[entry.first : entry.first + entry.length]
    if len(part) != entry.length or any(at != index for at, _ in part):
        raise Malformed("A reply refers to items that its request did not bring.")
    return [item.id for _, item in part]
