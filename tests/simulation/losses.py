"""What is gone for good: it was on one disk only, and that disk lost it.

A vault put back to an older copy, a torn log and a hub put back can each take away the last copy of an
edit. Nothing brings such an edit back, so it is not asked for; whatever any vault or hub still holds is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from delve_desktop.domain.ids import OpId, SpaceId

from .hub import SimHub
from .laptop import Laptop


@dataclass
class Losses:
    """Ops that vaults lost, and which of them nobody holds any more."""

    gone: set[OpId] = field(default_factory=set)
    _carriers: dict[OpId, set[bytes]] = field(default_factory=dict)  # lost op -> segments it was in

    def note(self, before: dict[OpId, bytes], laptop: Laptop) -> None:
        """A vault held these ops (each with its segment, or nothing) and was put back."""
        for op in before.keys() - laptop.op_ids():
            carriers = self._carriers.setdefault(op, set())
            if before[op]:
                carriers.add(before[op])

    def settle(self, laptops: Iterable[Laptop], hubs: Sequence[SimHub], spaces: Iterable[SpaceId]) -> None:
        """See what is gone; to be called whenever something was put back."""
        if not self._carriers:
            return
        held: set[bytes] = set()
        for laptop in laptops:
            held |= laptop.op_ids() | laptop.item_ids()
        for space in spaces:
            held.update(*(hub.holds(space) for hub in hubs))
        for op, carriers in self._carriers.items():
            if op not in held and not carriers & held:
                self.gone.add(op)


def ops_with_segments(laptop: Laptop) -> dict[OpId, bytes]:
    """Every op of a vault with the segment that it came in or was sealed into, if any."""
    with laptop.vault.read() as unit:
        rows = unit._rows(
            "SELECT one.id, coalesce(segment.id, x'') FROM"
            " (SELECT id, segment FROM op UNION SELECT id, segment FROM waiting_op) AS one"
            " LEFT JOIN segment ON segment.seq = one.segment"
        )
    return {OpId(row[0]): row[1] for row in rows}


def only_here(laptop: Laptop, others: Iterable[Laptop]) -> bool:
    """Whether acts lie in this vault alone. Acts name their parents: without one, others wait for ever."""
    elsewhere: set[bytes] = set()
    for other in others:
        if other is not laptop:
            elsewhere |= _act_ids(other)
    return bool(_act_ids(laptop) - elsewhere)


def _act_ids(laptop: Laptop) -> set[bytes]:
    with laptop.vault.read() as unit:
        return {row[0] for row in unit._rows("SELECT id FROM act")}
