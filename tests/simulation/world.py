"""A world of laptops and hubs under faults. One seed decides all: who does what, when, and what breaks."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import HubRefused
from delve_desktop.domain.ids import OpId, SpaceId
from delve_desktop.services import spaces
from delve_desktop.services.connecting import Connect
from delve_desktop.store.vault import Vault

from . import oracle
from .definition import demand
from .disk import Moved
from .faults import LateRequest, Link, over
from .happenings import EVERYTHING, happen
from .hub import SimHub
from .laptop import KEY, Laptop
from .losses import Losses, ops_with_segments
from .person import CANARIES, Person
from .routes import Route, route_of

LAPTOPS: Final = 5
URLS: Final = ("http://127.0.0.1:4001", "http://127.0.0.1:4002")
CODE_TRIES: Final = 3  # of joining with one code: its maker's vault may have lost the invite


@dataclass(frozen=True)
class Circle:
    """Who belongs to a space, by place in the list of laptops: its founder, members, and who joins late."""

    title: str
    founder: int
    members: tuple[int, ...]
    late: int


CIRCLES: Final = (
    Circle("Cooperativa", 0, (1, 2, 3), 4),
    Circle("Red regional", 2, (3, 4), 1),
)


class World:
    """Five laptops, one or two hubs, one or two spaces, and whatever the seed brings upon them."""

    def __init__(self, rng: random.Random, folder: Path, hubs: list[SimHub], laptops: list[Laptop]) -> None:
        self.rng = rng
        self.seed = ""
        self.folder = folder
        self.hubs = hubs
        self.laptops = laptops
        self.people = {laptop.name: Person(laptop) for laptop in laptops}
        self.spaces: list[SpaceId] = []
        self.clocks: random.Random | None = None  # of their own, so that a run can be had with other clocks
        self.faults = EVERYTHING
        self.hubs_in_use = len(hubs)
        self.late_requests: list[LateRequest] = []
        self.replies: list[bytes] = []
        self.copies: dict[str, list[Path]] = {}  # of vaults, by the name of the laptop
        self.doubled: set[bytes] = set()  # writers that may have made two segments of one number
        self.promised: dict[OpId, SpaceId] = {}  # edits that somebody was told are safe
        self.losses = Losses()
        self.log: list[str] = []
        self._codes: dict[tuple[str, SpaceId], str] = {}
        self._tries: dict[str, int] = {}
        self._judged: dict[tuple[str, int, int, SpaceId], oracle.Place] = {}

    @classmethod
    def found(cls, rng: random.Random, folder: Path, circles: Sequence[Circle], notes: int) -> World:
        """Spaces with all of their members but the last, who asks to join at some point of the run."""
        template = folder / "template"
        template.mkdir()
        Vault.create(template, KEY).close()
        names = [f"laptop{number}" for number in range(LAPTOPS)]
        laptops = [Laptop.create(name, folder / name, template, rng) for name in names]
        made = cls(rng, folder, [SimHub(rng), SimHub(rng)], laptops)
        for laptop in laptops:
            made._know_hubs(laptop)
        for circle in circles:
            made._found_space(circle)
        for circle, space in zip(circles, made.spaces, strict=True):
            person = made.people[laptops[circle.founder].name]
            while len(person.laptop.records(space)) < notes:
                person.edit(space)
        for laptop in laptops if notes else ():
            if laptop.spaces():
                laptop.exchange(made.connect())
        return made

    @property
    def space(self) -> SpaceId:
        """The first space."""
        return self.spaces[0]

    @property
    def members(self) -> list[Laptop]:
        """The laptops that were admitted to the first space."""
        return self.members_of(self.space)

    def members_of(self, space: SpaceId) -> list[Laptop]:
        """The laptops that were admitted to a space, and have not lost it."""
        return [laptop for laptop in self.laptops if laptop.spaces().get(space) == "active"]

    def _know_hubs(self, laptop: Laptop) -> None:
        with laptop.vault.write() as unit:
            for url, hub in zip(URLS, self.hubs, strict=True):
                unit.add_hub(url, hub.service.public_key, "")

    def _found_space(self, circle: Circle) -> None:
        founder = self.laptops[circle.founder]
        space = spaces.create_space(founder.session, circle.title)
        self.spaces.append(space)
        self._use_hub(founder, 0)
        for member in circle.members:
            while self.laptops[member] not in self.members_of(space):
                self._bring_in(self.laptops[member], space)

    def _use_hub(self, laptop: Laptop, hub: int, space: SpaceId | None = None) -> None:
        """Let a hub serve a space of a laptop, or all of them."""
        held = laptop.spaces()
        with laptop.vault.write() as unit:
            for one in (space,) if space else held:
                if one in held:
                    unit.set_space(one, hub=hub + 1)
        laptop.hub = hub

    def _bring_in(self, laptop: Laptop, space: SpaceId | None = None) -> None:
        """The next step of inviting, joining and approving; a hub that forgets makes it take longer."""
        space = space or self.space
        founder = self.laptops[CIRCLES[self.spaces.index(space)].founder]
        self._use_hub(founder, 0, space)
        code = self._codes.get((laptop.name, space))
        connect = self.connect()
        try:
            if code is None or self._tries[code] >= CODE_TRIES:
                code = spaces.create_invite(founder.session, space, connect=connect)
                self._codes[laptop.name, space] = code
                self._tries[code] = 0
                return
            self._tries[code] += 1
            if self._tries[code] > 1:
                founder.sync(self.link(0), space)  # the hub may have lost the invite
            spaces.join_space(laptop.session, code, connect=connect)
            founder.sync(self.link(0), space)
        except HubRefused:
            return
        for request in spaces.join_requests(founder.session, space):
            spaces.approve(founder.session, request.id)
            founder.sync(self.link(0), space)
        laptop.sync(self.link(0), space)

    def outsiders(self) -> list[tuple[Laptop, SpaceId]]:
        """Who belongs to a space and is not in: not admitted yet, or put back to before that."""
        return [
            (laptop, space)
            for circle, space in zip(CIRCLES, self.spaces, strict=False)
            for laptop in (self.laptops[number] for number in (*circle.members, circle.late))
            if laptop.spaces().get(space) != "active"
        ]

    def _admit_all(self) -> None:
        for _ in range(40):
            for laptop, space in self.outsiders()[:1]:
                self._bring_in(laptop, space)
        demand(not self.outsiders(), "somebody could not be admitted")

    def link(self, hub: int, fault: str = "", at_call: int = 0) -> Link:
        """A way to a hub."""
        chosen = self.hubs[hub]
        return Link(
            lambda: chosen.service, self.rng, fault, at_call, self.late_requests, self.replies, self._overhear
        )

    def connect(self, fault: str = "") -> Connect:
        """How a laptop reaches the hubs; a fault befalls one of the first calls."""
        at_call = self.rng.randrange(2) if fault else 0
        return over(lambda url: self.link(URLS.index(url), fault, at_call))

    def _overhear(self, data: bytes) -> None:
        oracle.check_sealed(data, CANARIES)

    def exchange(
        self, laptop: Laptop, fault: str = "", *, torn: bool = False, budget: int | None = None
    ) -> bool:
        """All spaces of a laptop with their hubs; whoever then says "up to date" is judged."""
        done = laptop.exchange(self.connect(fault), budget=budget, torn=torn)
        if done:
            self.judge_claims(laptop)
        return done

    def judge_claims(self, laptop: Laptop) -> None:
        """Look at what a laptop says after an exchange."""
        with laptop.vault.read() as unit:
            rows = unit.spaces()
        for row in rows:
            if row.hub is not None:
                oracle.check_claim(laptop, self.hubs[row.hub - 1], row.id)

    def watch(self, laptop: Laptop) -> None:
        """From now on judge every commit of a laptop that moves a cursor or a mark."""
        laptop.after_commit = lambda moved: self._judge(laptop, moved)

    def _judge(self, laptop: Laptop, moved: Sequence[Moved]) -> None:
        for name, arguments in moved:
            if name == "set_place":
                self._judge_place(laptop, *arguments)
            else:
                number, items = arguments
                self._remember()
                demand(
                    set(items) <= self.hubs[number - 1].ever,
                    f"{laptop.name} marks as sent what was not taken",
                )

    def _judge_place(
        self, laptop: Laptop, number: int, space: SpaceId, position: int, feed_hash: bytes, compared: bool
    ) -> None:
        if not compared:
            return
        hub = self.hubs[number - 1]
        key = (laptop.name, laptop.incarnation, number, space)
        known, known_hash = self._judged.get(key, (0, b""))
        feed = hub.feed(space)
        if not 0 < known <= min(position, len(feed)) or feed[known - 1][1] != known_hash:
            known = 0
        if oracle.check_cursor(laptop, hub, space, (position, feed_hash), known):
            self._judged[key] = (position, feed_hash)

    def _remember(self) -> None:
        for hub in self.hubs:
            hub.remember()

    def run(self, steps: int, *, check_every: int = 20) -> None:
        """Faulty times, then peace and judgement."""
        for number in range(steps):
            self.step()
            if number % check_every == check_every - 1:
                self.check()
        self.rng.seed(f"{self.seed}/peace")
        self.make_peace(route_of(self))
        self.check()

    def step(self) -> None:
        """One thing happens somewhere. Each step draws from a stream of its own."""
        self.rng.seed(f"{self.seed}/{len(self.log)}")
        happen(self, self.log.append)

    def check(self) -> None:
        """What holds at any moment: of one laptop all that is slow, of the others what is quick."""
        self._remember()
        chosen = self.laptops[len(self.log) % len(self.laptops)]
        oracle.check_kept(self.people[chosen.name])
        for space in self.spaces:
            holders = [laptop for laptop in self.laptops if space in laptop.spaces()]
            oracle.check_writers(holders, space, self.doubled)
            if chosen in holders:
                oracle.check_problems(chosen, space)
                oracle.check_cursors([chosen], self.hubs, space)
                oracle.check_sent([chosen], self.hubs, space)
                oracle.check_states(chosen, space)

    def make_peace(self, route: Route) -> None:
        """Faults stop; by one route all converge within two rounds."""
        self._admit_all()
        on_the_way = [self.hubs[route.hub]] if route.hub is not None else []
        self.losses.settle(self.laptops, on_the_way, self.spaces)  # another hub's last copy is out of reach
        for _ in range(2):
            for laptop in self.rng.sample(self.laptops, len(self.laptops)):
                demand(route.visit(self, laptop), f"{laptop.name} could not exchange in peace")
        for person in self.people.values():
            self.promised.update(person.acknowledged)
        for space in self.spaces:
            asked = {op for op, home in self.promised.items() if home == space}
            members = self.members_of(space)
            hub = on_the_way[0] if on_the_way else None
            oracle.check_converged(members, space, asked - self.losses.gone, self.losses.gone, hub)
        oracle.check_rebuilt(self.rng.choice(self.laptops))
        for one in self.hubs:
            oracle.check_sealed(one.snapshot(), CANARIES)

    def put_back(self, laptop: Laptop, how: Callable[[], None]) -> None:
        """Let a vault lose what it had since some moment; whoever uses it knows no better."""
        person = self.people[laptop.name]
        before = ops_with_segments(laptop)
        self.promised.update(person.acknowledged)
        how()
        held = laptop.op_ids()
        person.acknowledged = {op: space for op, space in person.acknowledged.items() if op in held}
        person.drafts = person.saved_drafts()
        self.losses.note(before, laptop)
        self.settle_losses()

    def settle_losses(self) -> None:
        """Something was put back: see what is gone for good."""
        self.losses.settle(self.laptops, self.hubs, self.spaces)

    def close(self) -> None:
        """Let go of all vaults and hubs."""
        for laptop in self.laptops:
            laptop.remove()
        for hub in self.hubs:
            hub.close()
