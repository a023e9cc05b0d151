"""What happens in the world, and how often: work, exchanges, and every fault of disks, links and hubs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .disk import TROUBLES, Trouble
from .faults import LINK_FAULTS
from .laptop import START, Laptop
from .losses import only_here
from .oracle import check_rebuilt
from .routes import hand_over, items_of

if TYPE_CHECKING:
    from .world import World

CLONES: Final = 2
YEAR: Final = 365 * 86400
SKEW: Final = 30 * YEAR

Tell = Callable[[str], None]


def happen(world: World, tell: Tell) -> None:
    """One thing, at a laptop that has a space."""
    weights = world.faults.happenings
    happening = world.rng.choices(list(weights), list(weights.values()))[0]
    laptop = world.rng.choice(world.laptops)
    if not laptop.spaces():
        laptop = world.laptops[0]
    tell(f"{happening.__name__} {laptop.name}")
    happening(world, laptop)


def edit(world: World, laptop: Laptop) -> None:
    for _ in range(world.rng.choice((1, 1, 2))):
        _edit_once(world, laptop)


def _edit_once(world: World, laptop: Laptop, *, torn: bool = False) -> None:
    laptop.clock += world.clocks.choice((-3600, 1, 60, 86400)) if world.clocks else 60
    world.people[laptop.name].edit(world.rng.choice(list(laptop.spaces())), torn=torn)


def sync(world: World, laptop: Laptop) -> None:
    world.exchange(laptop)


def faulty_sync(world: World, laptop: Laptop) -> None:
    fault = world.rng.choice(world.faults.of_links)
    world.log[-1] += f": {fault}"
    world.exchange(laptop, fault)


def sync_on_a_budget(world: World, laptop: Laptop) -> None:
    world.exchange(laptop, budget=world.rng.randrange(2_000, 20_000))


def stopped_sync(world: World, laptop: Laptop) -> None:
    """The person stops it, or the laptop goes to sleep."""
    asked = [world.rng.randrange(25)]

    def cancelled() -> bool:
        asked[0] -= 1
        return asked[0] < 0

    laptop.exchange(world.connect(), cancelled=cancelled)


def dying_sync(world: World, laptop: Laptop) -> None:
    laptop.dies_in(world.rng.randrange(20))
    world.exchange(laptop, torn=world.rng.random() < 0.5)
    laptop.survives()


def dying_edit(world: World, laptop: Laptop) -> None:
    laptop.dies_in(world.rng.randrange(3))
    _edit_once(world, laptop, torn=world.rng.random() < 0.5)
    laptop.survives()


def troubled_sync(world: World, laptop: Laptop) -> None:
    """The disk fills up, fails or turns read-only at some write of an exchange."""
    _make_trouble(world, laptop, world.rng.randrange(20))
    world.exchange(laptop)
    laptop.survives()


def troubled_edit(world: World, laptop: Laptop) -> None:
    """The same while somebody writes."""
    _make_trouble(world, laptop, world.rng.randrange(4))
    for _ in range(3):
        _edit_once(world, laptop)
    laptop.survives()


def _make_trouble(world: World, laptop: Laptop, moments: int) -> None:
    trouble = world.rng.choice(world.faults.of_disks)
    world.log[-1] += f": {trouble}"
    laptop.troubled_in(moments, trouble, world.rng.randrange(5))


def carry(world: World, laptop: Laptop) -> None:
    """Some segments and acts travel by another route: any order, one to three copies, some missing."""
    other = world.rng.choice(world.laptops)
    shared = [space for space in laptop.spaces() if space in other.spaces()]
    if other is laptop or not shared:
        return
    space = world.rng.choice(shared)
    items = items_of(laptop, space)
    if items:
        hand_over(other, space, world.rng.choices(items, k=world.rng.randint(1, min(len(items), 25))))


def change_clock(world: World, laptop: Laptop) -> None:
    if world.clocks is not None:
        laptop.clock = START + world.clocks.uniform(-SKEW, SKEW)


def clone(world: World, laptop: Laptop) -> None:
    """Somebody copies the vault to another machine, and both go on."""
    if sum("'" in one.name for one in world.laptops) >= CLONES:
        return
    name = f"{laptop.name}'"
    while (
        name in world.people
    ):  # a second copy of the same, or a copy of a copy: each has a person of its own
        name += "'"
    twin = laptop.clone(name, world.folder / f"clone{len(world.laptops)}")
    _may_double(world, twin)
    world.laptops.append(twin)
    world.people[twin.name] = world.people[laptop.name].twin(twin)
    world.watch(twin)


def back_up_vault(world: World, laptop: Laptop) -> None:
    world.copies.setdefault(laptop.name, []).append(laptop.back_up())


def restore_vault(world: World, laptop: Laptop) -> None:
    """An older copy of the vault takes its place, as a new writer."""
    copies = world.copies.get(laptop.name)
    if copies and not only_here(laptop, world.laptops):
        world.put_back(laptop, lambda: laptop.restore(world.rng.choice(copies)))


def lose_power(world: World, laptop: Laptop) -> None:
    """The last commits never reached a disk that said they had; nobody is told."""
    if not only_here(laptop, world.laptops):
        world.put_back(laptop, lambda: laptop.lose_commits(world.rng.randint(1, 8)))
        _may_double(world, laptop)


def _may_double(world: World, laptop: Laptop) -> None:
    with laptop.vault.read() as unit:
        world.doubled.add(unit.identity().writer)


def look_after(world: World, laptop: Laptop) -> None:
    """Somebody has the vault checked and built anew, in the middle of everything."""
    if world.rng.random() < 0.5:
        check_rebuilt(laptop)


def back_up_hub(world: World, _: Laptop) -> None:
    world.rng.choice(world.hubs).copy()


def restore_hub(world: World, _: Laptop) -> None:
    world.rng.choice(world.hubs).restore()
    world.settle_losses()


def restart_hub(world: World, _: Laptop) -> None:
    world.rng.choice(world.hubs).restart()


def full_hub(world: World, laptop: Laptop) -> None:
    """The disk of a hub fills up while somebody exchanges."""
    for hub in world.hubs:
        hub.fill_up(world.rng.randrange(6))
    world.exchange(laptop)
    for hub in world.hubs:
        hub.clear_room()


def switch_hub(world: World, laptop: Laptop) -> None:
    space = world.rng.choice(list(laptop.spaces()))
    world._use_hub(laptop, world.rng.randrange(world.hubs_in_use), space)


def deliver_late(world: World, _: Laptop) -> None:
    if world.late_requests:
        world.late_requests.pop(world.rng.randrange(len(world.late_requests))).deliver()


def admit_late(world: World, _: Laptop) -> None:
    """The next step of bringing somebody in, if anybody is out."""
    for laptop, space in world.outsiders()[:1]:
        world._bring_in(laptop, space)


HAPPENINGS: Final[dict[Callable[[World, Laptop], None], int]] = {
    edit: 46,
    sync: 9,
    faulty_sync: 7,
    sync_on_a_budget: 1,
    stopped_sync: 1,
    dying_sync: 4,
    dying_edit: 2,
    troubled_sync: 2,
    troubled_edit: 2,
    carry: 5,
    change_clock: 2,
    clone: 1,
    back_up_vault: 2,
    restore_vault: 1,
    lose_power: 1,
    look_after: 1,
    back_up_hub: 2,
    restore_hub: 1,
    restart_hub: 1,
    full_hub: 1,
    switch_hub: 3,
    deliver_late: 1,
    admit_late: 2,
}


@dataclass(frozen=True)
class Faults:
    """What can happen in a world, and how often."""

    happenings: Mapping[Callable[[World, Laptop], None], int]
    of_links: tuple[str, ...]
    of_disks: tuple[Trouble, ...]


EVERYTHING: Final = Faults(HAPPENINGS, LINK_FAULTS, TROUBLES)
# what would come out otherwise if an item were a byte longer, or sorted before another by its hash
_BY_BYTES: Final = (sync_on_a_budget, full_hub, carry)
WITHOUT_SIZES: Final = Faults(
    {one: weight for one, weight in HAPPENINGS.items() if one not in _BY_BYTES},
    ("lost reply", "duplicate", "late"),
    ("failing", "protected"),
)
