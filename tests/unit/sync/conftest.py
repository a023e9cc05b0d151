"""A small world without faults: a space of five laptops on one hub, of which four are admitted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.services import records, upkeep
from delve_desktop.services.views import Edit, EditText, SetValue
from delve_desktop.store.rows import StoredSegment
from delve_desktop.sync.round import Outcome
from tests.simulation.faults import Link
from tests.simulation.hub import SimHub
from tests.simulation.laptop import Laptop
from tests.simulation.running import world
from tests.simulation.world import World


@dataclass
class Group:
    """Laptops that know each other; `ann` is the coordinator."""

    world: World
    ann: Laptop
    ben: Laptop
    eva: Laptop

    @property
    def space(self) -> SpaceId:
        return self.world.space

    @property
    def hub(self) -> SimHub:
        return self.world.hubs[0]

    def link(self, fault: str = "", hub: int = 0, at_call: int = 0) -> Link:
        chosen = self.world.hubs[hub]
        return Link(lambda: chosen.service, self.world.rng, fault, at_call)

    def sync(self, *laptops: Laptop) -> list[Outcome]:
        """One exchange each, which must succeed."""
        outcomes = []
        for laptop in laptops:
            outcome = laptop.sync(self.link(hub=laptop.hub), self.space)
            assert outcome is not None
            outcomes.append(outcome)
        return outcomes

    def write(self, laptop: Laptop, title: str, size: int = 0) -> RecordId:
        """A new note; `size` bytes of text that do not compress well."""
        text = EditText("text", self.world.rng.randbytes(size // 2).hex())
        edits: list[Edit] = [SetValue("title", title), text]
        return records.add_record(laptop.session, self.space, "note", edits)[0]

    def titles(self, laptop: Laptop) -> list[str]:
        page = records.list_records(laptop.session, self.space, limit=10_000)
        return sorted(row.title for row in page.rows)

    def hash(self, laptop: Laptop) -> str:
        return upkeep.state_hash(laptop.session, self.space)

    def segments(self, laptop: Laptop) -> list[StoredSegment]:
        with laptop.vault.read() as unit:
            return unit.segments_in(("stored", "applied", "parked", "quarantined", "failed"), 10_000)


@pytest.fixture
def group() -> Iterator[Group]:
    with world(0, notes=0) as made:
        ann, ben, eva = made.laptops[:3]
        for laptop in (ann, ben, eva):
            laptop.sync(Link(lambda: made.hubs[0].service, made.rng), made.space)
        yield Group(made, ann, ben, eva)
