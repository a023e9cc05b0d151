"""A world of laptops and hubs under faults. One seed decides all: who does what, when, and what breaks."""

from __future__ import annotations

import atexit
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

from delve_desktop.domain.errors import HubRefused
from delve_desktop.domain.ids import OpId, SpaceId
from delve_desktop.protocol import frames
from delve_desktop.protocol.digest import EMPTY, SetDigest
from delve_desktop.services import spaces
from delve_desktop.services.connecting import in_process
from delve_desktop.store.vault import Vault
from delve_desktop.sync import taking
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.members import settle_acts
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore

from . import oracle
from .faults import LateRequest, Link
from .fixed_wrap import FixedWrap
from .laptop import KEY, RECORDS, Laptop

LAPTOPS = 5
CLONES = 2
URLS = ("http://127.0.0.1:4001", "http://127.0.0.1:4002")
TIGHT = {  # limits for every second seed, so that slices end inside segments and replies in mid-feed
    "sync.applier.FIRST_SLICE": 3,
    "sync.applier.SMALLEST_SLICE": 1,
    "sync.applier.LARGEST_SLICE": 8,
    "sync.sealing.USUAL_RATIO": 0,
    "sync.sealing.SMALLEST_SLICE": 100,
    "sync.sealing.LARGEST_SLICE": 600,
    "sync.sealing.STORED_AT_ONCE": 2,
    "sync.reply.STORED_AT_ONCE": 3,
    "sync.request.PUSH": 5_000,
    "sync.request.PULL": 5_000,
    "store.applying.MERGED_IN_SLICE": 2,
    "sync.due_records.WRITTEN_AT_ONCE": 2,
}
LINK_FAULTS = ("cut request", "cut reply", "lost reply", "duplicate", "late", "withhold")


class SimHub:
    """A hub whose data lies in memory and can be put back to an earlier state."""

    def __init__(self, rng: random.Random, snapshot: bytes | None = None) -> None:
        self._rng = rng
        self._store = HubStore.from_snapshot(snapshot) if snapshot else HubStore.open("sqlite://")
        self.service = self._start()
        self._copies: list[bytes] = []
        self.ever: set[bytes] = set()  # every item it ever accepted

    def _start(self) -> HubService:
        return HubService(self._store, HubSettings(open=True), self._rng.randbytes)

    def snapshot(self) -> bytes:
        """All data."""
        return self._store.snapshot()

    def copy(self) -> None:
        """What a nightly backup does."""
        self._copies.append(self.snapshot())

    def restore(self) -> None:
        """Put an earlier copy back, as after a broken disk."""
        if self._copies:
            self.remember()
            earlier = self._rng.choice(self._copies)
            self._store.close()
            self._store = HubStore.from_snapshot(earlier)
            self.service = self._start()

    def restart(self) -> None:
        self.service = self._start()

    def feed(self, space: SpaceId) -> list[tuple[bytes, bytes]]:
        """(item, feed hash behind it) in order."""
        with self._store.read() as unit:
            row = unit.space(space)
            if row is None:
                return []
            return [(entry.id, entry.feed_hash) for entry in unit.entries(row.no, 0, 100_000)]

    def remember(self) -> None:
        """Note what is here now, before any of it can be lost."""
        with self._store.read() as unit:
            for row in unit.spaces():
                self.ever |= {entry.id for entry in unit.entries(row.no, 0, 100_000)}

    def digest(self, space: SpaceId) -> bytes:
        with self._store.read() as unit:
            row = unit.space(space)
            return EMPTY if row is None else SetDigest(row.digest).value()

    def close(self) -> None:
        self._store.close()


class World:
    """Five laptops, two hubs, one space, and whatever the seed brings upon them."""

    space: SpaceId

    def __init__(self, rng: random.Random, folder: Path, hubs: list[SimHub], laptops: list[Laptop]) -> None:
        self.rng = rng
        self._folder = folder
        self.hubs = hubs
        self.laptops = laptops
        self.members: list[Laptop] = []
        self.late_requests: list[LateRequest] = []
        self.cloned: set[bytes] = set()
        self.log: list[str] = []
        self._codes: dict[str, str] = {}

    @classmethod
    def found(cls, rng: random.Random, folder: Path, notes: int) -> World:
        """A space with all laptops but the last, which asks to join at some point of the run."""
        template = folder / "template"
        template.mkdir()
        Vault.create(template, KEY).close()
        names = [f"laptop{number}" for number in range(LAPTOPS)]
        laptops = [Laptop.create(name, folder / name, template, rng) for name in names]
        made = cls(rng, folder, [SimHub(rng), SimHub(rng)], laptops)
        for laptop in laptops:
            made._know_hubs(laptop)
        made.space = spaces.create_space(laptops[0].session, "Cooperativa")
        made._use_hub(laptops[0], 0)
        made.members.append(laptops[0])
        for laptop in laptops[1:-1]:
            while laptop not in made.members:
                made._bring_in(laptop)
        while len(laptops[0].records(made.space)) < notes:
            laptops[0].edit(made.space)
        for laptop in made.members if notes else ():
            made._exchange(laptop, made._link(laptop))
        return made

    @classmethod
    def copy_of(cls, first: Beginning, seed: int, folder: Path) -> World:
        """A world that begins as `first` and goes on as the seed says."""
        rng = random.Random(seed)
        for name in first.names:
            shutil.copytree(first.folder / name, folder / name)
        laptops = [Laptop(name, folder / name, rng) for name in first.names]
        made = cls(rng, folder, [SimHub(rng, data) for data in first.hubs], laptops)
        made.space = first.space
        made.members += laptops[:-1]
        for laptop in laptops:
            made.watch(laptop)
        return made

    def _know_hubs(self, laptop: Laptop) -> None:
        with laptop.vault.write() as unit:
            for url, hub in zip(URLS, self.hubs, strict=True):
                unit.add_hub(url, hub.service.public_key, "")

    def _use_hub(self, laptop: Laptop, hub: int) -> None:
        with laptop.vault.write() as unit:
            unit.set_space(self.space, hub=hub + 1)
        laptop.hub = hub

    def _bring_in(self, laptop: Laptop) -> None:
        """The next step of inviting, joining and approving; a hub that forgets makes it take longer."""
        founder = self.laptops[0]
        self._use_hub(founder, 0)
        connect = in_process(self.hubs[0].service)
        try:
            if laptop.name not in self._codes:
                self._codes[laptop.name] = spaces.create_invite(founder.session, self.space, connect=connect)
                return
            founder.sync(self._link(founder), self.space)
            spaces.join_space(laptop.session, self._codes[laptop.name], connect=connect)
            founder.sync(self._link(founder), self.space)
        except HubRefused:
            return
        for request in spaces.join_requests(founder.session, self.space):
            spaces.approve(founder.session, request.id)
            founder.sync(self._link(founder), self.space)
            self.members.append(laptop)

    def _link(self, laptop: Laptop, fault: str = "") -> Link:
        hub = self.hubs[laptop.hub]
        at_call = self.rng.randrange(2) if fault else 0
        return Link(lambda: hub.service, self.rng, fault, at_call, self.late_requests)

    @property
    def _writers(self) -> list[Laptop]:
        """Laptops that hold the space, admitted or waiting to be."""
        return [one for one in self.laptops if one in self.members or self._has_space(one)]

    def _has_space(self, laptop: Laptop) -> bool:
        with laptop.vault.read() as unit:
            return bool(unit.spaces())

    def run(self, steps: int, *, check_every: int = 10) -> None:
        """Faulty times, then peace and judgement."""
        for number in range(steps):
            self.step()
            if number % check_every == check_every - 1:
                self.check()
        self.make_peace()
        self.check()

    def step(self) -> None:
        """One thing happens somewhere."""
        happenings: dict[Callable[[Laptop], None], int] = {
            self._edit: 42,
            self._sync: 22,
            self._faulty_sync: 14,
            self._dying_sync: 7,
            self._dying_edit: 2,
            self._carry: 7,
            self._change_clock: 2,
            self._clone: 1,
            self._back_up_hub: 3,
            self._restore_hub: 1,
            self._restart_hub: 1,
            self._switch_hub: 4,
            self._deliver_late: 2,
            self._admit_late: 3,
        }
        happening = self.rng.choices(list(happenings), list(happenings.values()))[0]
        laptop = self.rng.choice(self._writers)
        self.log.append(f"{happening.__name__} {laptop.name}")
        happening(laptop)

    def watch(self, laptop: Laptop) -> None:
        """From now on judge every commit of a laptop that moves a cursor or a mark."""
        laptop.after_commit = lambda moved: self._judge(laptop, moved)

    def _judge(self, laptop: Laptop, moved: Sequence[str]) -> None:
        if "set_place" in moved:
            oracle.check_cursors([laptop], self.hubs, self.space)
        if "mark_sent" in moved:
            self._remember()
            oracle.check_sent([laptop], self.hubs, self.space)

    def _remember(self) -> None:
        for hub in self.hubs:
            hub.remember()

    def check(self) -> None:
        """What holds at any moment."""
        holders = self._writers
        self._remember()
        oracle.check_cursors(holders, self.hubs, self.space)
        oracle.check_sent(holders, self.hubs, self.space)
        oracle.check_problems(holders, self.space)
        oracle.check_writers(holders, self.space, self.cloned)
        oracle.check_states(holders[len(self.log) % len(holders)], self.space)

    def make_peace(self) -> None:
        """Faults stop; by one route all converge within two rounds."""
        late = self.laptops[LAPTOPS - 1]
        for _ in range(20):
            if late not in self.members:
                self._bring_in(late)
        oracle.demand(late in self.members, "the last laptop could not be admitted")
        for laptop in self.laptops:
            self._use_hub(laptop, 0)
        for _ in range(2):
            for laptop in self.laptops:
                done = self._exchange(laptop, self._link(laptop))
                oracle.demand(done, f"{laptop.name} could not exchange in peace")
        acknowledged: set[OpId] = set().union(*(laptop.acknowledged for laptop in self.laptops))
        oracle.check_converged(self.laptops, self.hubs[0], self.space, acknowledged)

    def _edit(self, laptop: Laptop) -> None:
        for _ in range(self.rng.randint(1, 3)):
            laptop.edit(self.space)

    def _sync(self, laptop: Laptop) -> None:
        self._exchange(laptop, self._link(laptop))

    def _exchange(self, laptop: Laptop, link: Link) -> bool:
        outcome = laptop.sync(link, self.space)
        if outcome is not None:
            oracle.check_claim(laptop, self.hubs[laptop.hub], self.space, outcome)
        return outcome is not None

    def _faulty_sync(self, laptop: Laptop) -> None:
        fault = self.rng.choice(LINK_FAULTS)
        self.log[-1] += f" {fault}"
        self._exchange(laptop, self._link(laptop, fault))

    def _dying_sync(self, laptop: Laptop) -> None:
        laptop.dies_in(self.rng.randrange(18))
        self._exchange(laptop, self._link(laptop))
        laptop.survives()

    def _dying_edit(self, laptop: Laptop) -> None:
        laptop.dies_in(self.rng.randrange(3))
        laptop.edit(self.space)
        laptop.survives()

    def _carry(self, laptop: Laptop) -> None:
        """Some segments and acts travel by another route: any order, one to three copies, some missing."""
        other = self.rng.choice(self.laptops)
        if other is laptop or not self._has_space(other):
            return
        with laptop.vault.read() as unit:
            items = [(frames.ACT, act.data) for act in unit.acts(self.space)]
            everything = unit.segments_in(("stored", "applied", "parked"), 10_000)
            items += [(frames.SEGMENT, one.data) for one in everything]
        chosen = self.rng.choices(items, k=self.rng.randint(1, len(items))) if items else []
        for kind, data in chosen:
            arrival = taking.check(self.space, kind, data, via="stick")
            with other.vault.write() as unit:
                taken = taking.store(unit, self.space, [arrival], from_hub=0, local=other.local())
                if taken.acts:
                    settle_acts(unit, self.space, other.session.identity)
        apply_stored(other.local(), retry=True)

    def _change_clock(self, laptop: Laptop) -> None:
        laptop.clock += self.rng.uniform(-30, 30) * 365 * 86400

    def _clone(self, laptop: Laptop) -> None:
        if len(self.laptops) >= LAPTOPS + CLONES or laptop not in self.members:
            return
        name = f"{laptop.name}'"
        twin = laptop.clone(name, self._folder / f"clone{len(self.laptops)}")
        with twin.vault.read() as unit:
            self.cloned.add(unit.identity().writer)
        self.laptops.append(twin)
        self.watch(twin)
        self.members.append(twin)

    def _back_up_hub(self, _: Laptop) -> None:
        self.rng.choice(self.hubs).copy()

    def _restore_hub(self, _: Laptop) -> None:
        self.rng.choice(self.hubs).restore()

    def _restart_hub(self, _: Laptop) -> None:
        self.rng.choice(self.hubs).restart()

    def _switch_hub(self, laptop: Laptop) -> None:
        if laptop in self.members:
            self._use_hub(laptop, 1 - laptop.hub)

    def _deliver_late(self, _: Laptop) -> None:
        if self.late_requests:
            self.late_requests.pop(self.rng.randrange(len(self.late_requests))).deliver()

    def _admit_late(self, _: Laptop) -> None:
        late = self.laptops[LAPTOPS - 1]
        if late not in self.members:
            self._bring_in(late)

    def close(self) -> None:
        """Let go of all vaults and hubs."""
        for laptop in self.laptops:
            laptop.close()
        for hub in self.hubs:
            hub.close()


def disk() -> Path | None:
    """A disk in memory where there is one: no process here loses power, so nothing need reach a real one."""
    shared = Path("/dev/shm")
    return shared if shared.is_dir() else None


@dataclass(frozen=True)
class Beginning:
    """The state in which every run begins: making it costs as much as a hundred steps."""

    folder: Path
    names: tuple[str, ...]
    hubs: tuple[bytes, ...]
    space: SpaceId


@cache
def beginning(notes: int) -> Beginning:
    """A space with a few records; the same in every process, byte for byte, and kept until it ends."""
    folder = Path(tempfile.mkdtemp(prefix="delve-simulation-", dir=disk()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    rng = random.Random("beginning")
    with mock.patch("delve_desktop.sync.founding.wrap", FixedWrap(rng)):
        made = World.found(rng, folder, notes)
    snapshots = tuple(hub.snapshot() for hub in made.hubs)
    made.close()
    return Beginning(folder, tuple(laptop.name for laptop in made.laptops), snapshots, made.space)


@contextmanager
def world(seed: int, notes: int = RECORDS) -> Iterator[World]:
    """A world that begins with so many notes, and is cleared away when the block ends."""
    first = beginning(notes)
    folder = Path(tempfile.mkdtemp(prefix="delve-simulation-", dir=disk()))
    try:
        with ExitStack() as patches:
            patch = patches.enter_context
            patch(mock.patch("delve_desktop.sync.founding.wrap", FixedWrap(random.Random(f"wrap/{seed}"))))
            for name, value in TIGHT.items() if seed % 2 else ():
                patch(mock.patch(f"delve_desktop.{name}", value))
            made = World.copy_of(first, seed, folder)
            try:
                yield made
            finally:
                made.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Failure(Exception):
    """A seed that failed; its cause is the violation, or whatever broke."""


def simulate(seed: int, steps: int) -> World:
    """Run one seed; raises `Failure` with what happened last."""
    with world(seed) as made:
        try:
            made.run(steps)
        except Exception as error:
            last = " | ".join(made.log[-12:])
            what = f"seed {seed}, step {len(made.log)}: {type(error).__name__}: {error}\n  after {last}"
            raise Failure(what) from error
        return made
