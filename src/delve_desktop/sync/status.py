"""Whether a space is up to date: equal digests, nothing parked, nothing failed, nothing unsent.

A finished exchange proves nothing by itself. The hub's digest of its last reply is kept beside the
vault's own; both are order-free over the ids of all segments and acts.
"""

from __future__ import annotations

from dataclasses import dataclass

from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol.digest import SetDigest

from .ports import ReadPort, WritePort


@dataclass(frozen=True, slots=True)
class SpaceStatus:
    """How a space stands against one hub. `parked` counts all that is stored but not in effect."""

    unsealed: int
    unsent: int
    parked: int
    equal: bool

    @property
    def up_to_date(self) -> bool:
        """True only when nothing is left to do on either side, as far as the last reply told."""
        return self.equal and not (self.unsealed or self.unsent or self.parked)


def space_status(unit: ReadPort, space: SpaceId, hub: int) -> SpaceStatus:
    """The status of a space after the last exchange with a hub."""
    return SpaceStatus(
        unsealed=unit.outgoing_count(space),
        unsent=unit.unsent_count(hub, space),
        parked=unit.parked_count(space),
        equal=unit.meta(_key(hub, space)) == own_digest(unit, space),
    )


def own_digest(unit: ReadPort, space: SpaceId) -> bytes:
    """The digest value of what this vault holds of a space; 32 bytes."""
    return SetDigest(unit.space(space).digest).value()


def note_digest(unit: WritePort, space: SpaceId, hub: int, digest: bytes) -> None:
    """Keep the digest that a hub gave for a space."""
    if unit.meta(_key(hub, space)) != digest:
        unit.set_meta(_key(hub, space), digest)


def _key(hub: int, space: SpaceId) -> str:
    return f"digest/{hub}/{space.hex()}"
