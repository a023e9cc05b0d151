"""The ops of one record as a graph: who came after whom.

Ops name their parents by hash, so the graph has no cycles. Everything here depends only on the set
of ops that is handed in: not on their order, not on a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from .errors import NotFound
from .ids import DeviceId, OpId
from .ops import Op


class KnownOp(msgspec.Struct, frozen=True, gc=False):
    """An op that is held, with its id and with the device that signed it."""

    id: OpId
    device: DeviceId
    op: Op


def parents_of(known: KnownOp) -> tuple[OpId, ...]:
    """The ops that its author had seen last."""
    return tuple(map(OpId, known.op.parents))


class Past(NamedTuple):
    """A set of ops that holds every ancestor of its members, as positions in `Dag.order`.

    All positions below `floor`, and `floor + k` for each bit k of `more`. A history without forks
    needs no bits at all, so it costs the same for each op however long it is.
    """

    floor: int
    more: int

    def holds(self, position: int) -> bool:
        """Whether the op at this position is in the set."""
        return position < self.floor or bool(self.more >> (position - self.floor) & 1)

    def joined(self, other: Past) -> Past:
        """The union of both sets."""
        low, high = (self, other) if self.floor <= other.floor else (other, self)
        return _packed(high.floor, high.more | low.more >> (high.floor - low.floor))

    def including(self, position: int) -> Past:
        """The set and this op, all of whose ancestors are in the set."""
        if self.holds(position):
            return self
        return _packed(self.floor, self.more | 1 << (position - self.floor))


NOTHING = Past(0, 0)


def _packed(floor: int, more: int) -> Past:
    if not more & 1:
        return Past(floor, more)
    run = ((more + 1) & ~more).bit_length() - 1  # how many of the lowest bits are set
    return Past(floor + run, more >> run)


class Dag:
    """The ops that can be reached from the roots, parents before children.

    `order` is by depth and then by op id, which is also the display order; `parents` and `depth` go
    by position in it. An op one of whose ancestors is not held is left out: it waits.
    """

    def __init__(self, ops: Iterable[KnownOp]) -> None:
        held = {known.id: known for known in ops}
        depths = _depths(held)
        self.order = sorted((held[op] for op in depths), key=lambda known: (depths[known.id], known.id))
        self.position = {known.id: position for position, known in enumerate(self.order)}
        self.depth = [depths[known.id] for known in self.order]
        self.parents = [
            tuple(sorted({self.position[parent] for parent in parents_of(known)})) for known in self.order
        ]

    def heads(self) -> list[int]:
        """Positions of the ops that no other op names as a parent, ascending."""
        named = {parent for parents in self.parents for parent in parents}
        return [position for position in range(len(self.order)) if position not in named]


def _depths(held: dict[OpId, KnownOp]) -> dict[OpId, int]:
    """1 for a root, else 1 + the greatest depth among the parents; only for complete ancestries."""
    children: dict[OpId, list[OpId]] = {}
    missing: dict[OpId, int] = {}
    for known in held.values():
        parents = set(parents_of(known))
        missing[known.id] = len(parents)
        for parent in parents:
            children.setdefault(parent, []).append(known.id)
    depths: dict[OpId, int] = {}
    ready = [op for op, count in missing.items() if count == 0]
    while ready:
        op = ready.pop()
        depths[op] = 1 + max((depths[parent] for parent in parents_of(held[op])), default=0)
        for child in children.get(op, ()):
            missing[child] -= 1
            if missing[child] == 0:
                ready.append(child)
    return depths


def closure(ops: Iterable[KnownOp], heads: Iterable[OpId]) -> list[KnownOp]:
    """These heads and all their ancestors; raises `NotFound` when one is not among the ops."""
    held = {known.id: known for known in ops}
    found: dict[OpId, KnownOp] = {}
    open_ends = list(heads)
    while open_ends:
        op = open_ends.pop()
        if op in found:
            continue
        if op not in held:
            raise NotFound("This version is not in the record's history.")
        found[op] = held[op]
        open_ends.extend(parents_of(held[op]))
    return list(found.values())
