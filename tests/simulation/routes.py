"""The ways by which laptops come together once the faults have stopped. Any one of them has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol import frames
from delve_desktop.sync import taking
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.members import settle_acts
from delve_desktop.sync.sealing import seal_outbox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .laptop import Laptop
    from .world import World

Carried = tuple[int, bytes]  # kind as in an ITEM frame, and bytes


class Route(Protocol):
    """One route. A laptop visits it once in each round."""

    hub: int | None  # which hub it leads over, if any

    def visit(self, world: World, laptop: Laptop) -> bool:
        """Bring what the laptop has and take what it lacks; whether that came to its end."""


class ByHub:
    """All meet at one hub."""

    def __init__(self, hub: int) -> None:
        self.hub: int | None = hub

    def visit(self, world: World, laptop: Laptop) -> bool:
        """See `Route`."""
        assert self.hub is not None
        world._use_hub(laptop, self.hub)
        return world.exchange(laptop)


class ByHand:
    """Segments and acts go round from laptop to laptop, without any hub."""

    hub: int | None = None

    def __init__(self) -> None:
        self._carried: dict[SpaceId, set[Carried]] = {}

    def visit(self, world: World, laptop: Laptop) -> bool:
        """See `Route`."""
        for space in laptop.spaces():
            seal_outbox(laptop.local(), space)
            carried = self._carried.setdefault(space, set())
            hand_over(laptop, space, sorted(carried))
            seal_outbox(laptop.local(), space)  # whoever was let in by what came writes only from now on
            carried.update(items_of(laptop, space))
        return True


def route_of(world: World) -> Route:
    """The route that this world's seed chooses."""
    routes: tuple[Route, ...] = (*map(ByHub, range(world.hubs_in_use)), ByHand())
    return world.rng.choice(routes)


def items_of(laptop: Laptop, space: SpaceId) -> list[Carried]:
    """All acts and segments of a space, as they travel."""
    with laptop.vault.read() as unit:
        acts = unit._rows("SELECT data FROM act WHERE space = ? ORDER BY seq", space)
        segments = unit._rows("SELECT data FROM segment WHERE space = ? ORDER BY seq", space)
    return [*((frames.ACT, row[0]) for row in acts), *((frames.SEGMENT, row[0]) for row in segments)]


def hand_over(laptop: Laptop, space: SpaceId, items: Iterable[Carried]) -> None:
    """Let items reach a laptop one by one, each checked, stored and then applied as from a hub."""
    for kind, data in items:
        arrival = taking.check(space, kind, data, via="stick")
        with laptop.vault.write() as unit:
            taken = taking.store(unit, space, [arrival], from_hub=0, local=laptop.local())
            if taken.acts:
                settle_acts(unit, space, laptop.session.identity)
    apply_stored(laptop.local(), retry=True)
