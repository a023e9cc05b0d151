"""Running a seed: every run begins with a copy of the same state, and is cleared away when it ends."""

from __future__ import annotations

import atexit
import hashlib
import random
import shutil
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol import signing

from .fixed_wrap import FixedWrap
from .happenings import SKEW
from .hub import SimHub
from .laptop import START, Laptop
from .person import RECORDS
from .world import CIRCLES, World

STEPS = 300  # of a whole run, before the faults stop

TIGHT = {  # limits for every second seed, so that slices end inside segments and replies in mid-feed
    "sync.applier.FIRST_SLICE": 3,
    "sync.applier.SMALLEST_SLICE": 1,
    "sync.applier.LARGEST_SLICE": 8,
    "sync.sealing.USUAL_RATIO": 0,
    "sync.sealing.SMALLEST_SLICE": 100,
    "sync.sealing.LARGEST_SLICE": 600,
    "sync.sealing.STORED_AT_ONCE": 2,
    "sync.reply.STORED_AT_ONCE": 3,
    "sync.request.PUSH": 8_000,
    "sync.request.PULL": 8_000,
    "store.applying.MERGED_IN_SLICE": 2,
    "sync.due_records.WRITTEN_AT_ONCE": 2,
}


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
    spaces: tuple[SpaceId, ...]


@cache
def beginning(notes: int, spaces: int) -> Beginning:
    """Spaces with a few records; the same in every process, byte for byte, and kept until it ends."""
    folder = Path(tempfile.mkdtemp(prefix="delve-simulation-", dir=disk()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    rng = random.Random("beginning")
    with mock.patch("delve_desktop.sync.founding.wrap", FixedWrap(rng)):
        made = World.found(rng, folder, CIRCLES[:spaces], notes)
    snapshots = tuple(hub.snapshot() for hub in made.hubs)
    made.close()
    return Beginning(folder, tuple(laptop.name for laptop in made.laptops), snapshots, tuple(made.spaces))


def _copy_of(first: Beginning, seed: int, folder: Path) -> World:
    """A world that begins as `first` and goes on as the seed says."""
    rng = random.Random(seed)
    for name in first.names:
        shutil.copytree(first.folder / name, folder / name)
    laptops = [Laptop(name, folder / name, rng) for name in first.names]
    made = World(rng, folder, [SimHub(rng, data) for data in first.hubs], laptops)
    made.seed = str(seed)
    made.spaces += first.spaces
    made.hubs_in_use = 1 + (seed % 3 > 0)
    for laptop in laptops:
        made.watch(laptop)
    return made


@contextmanager
def world(seed: int, notes: int = RECORDS, spaces: int = 1) -> Iterator[World]:
    """A world that begins with so many notes in each space, and is cleared away when the block ends."""
    first = beginning(notes, spaces)
    folder = Path(tempfile.mkdtemp(prefix="delve-simulation-", dir=disk()))
    try:
        with ExitStack() as patches:
            patch = patches.enter_context
            patch(mock.patch("delve_desktop.sync.founding.wrap", FixedWrap(random.Random(f"wrap/{seed}"))))
            patch(mock.patch.object(signing, "_public_key", cache(partial(_Checker, signing._public_key))))
            for name, value in TIGHT.items() if seed % 2 else ():
                patch(mock.patch(f"delve_desktop.{name}", value))
            made = _copy_of(first, seed, folder)
            try:
                yield made
            finally:
                made.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _Checker:
    """A public key that remembers the signatures it has checked: everybody checks the same ones."""

    def __init__(self, public_key: Callable[[bytes], Any], device: bytes) -> None:
        self._check = public_key(device).verify
        self._good: set[tuple[bytes, bytes]] = set()

    def verify(self, signature: bytes, signed: bytes) -> None:
        """As the library's, which raises for a signature that does not fit."""
        if (signature, signed) not in self._good:
            self._check(signature, signed)
            self._good.add((signature, signed))


def skew_clocks(made: World, rng: random.Random) -> None:
    """Set every clock wrong, by up to thirty years; they jump as it goes on."""
    made.clocks = rng
    for laptop in made.laptops:
        laptop.clock = START + rng.uniform(-SKEW, SKEW)


class Failure(Exception):
    """A seed that failed; its cause is the violation, or whatever broke."""


def simulate(seed: int, steps: int) -> str:
    """Run one seed; returns its trace. Raises `Failure` with what happened last."""
    with world(seed, spaces=len(CIRCLES)) as made:
        skew_clocks(made, random.Random(f"clocks/{seed}"))
        try:
            made.run(steps)
        except Exception as error:
            last = " | ".join(made.log[-12:])
            what = f"seed {seed}, step {len(made.log)}: {type(error).__name__}: {error}\n  after {last}"
            raise Failure(what) from error
        return trace_of(made)


def trace_of(made: World) -> str:
    """A hash over all that happened, down to the bytes that the hubs took."""
    whole = hashlib.sha256("\n".join(made.log).encode())
    for hub in made.hubs:
        for space in made.spaces:
            whole.update(b"".join(item for item, _ in hub.feed(space)))
    return whole.hexdigest()[:16]


class Ran(NamedTuple):
    """What came of a seed; `said` is empty when it held. `seconds` are of processor time."""

    seed: int
    seconds: float
    trace: str = ""
    said: str = ""
    details: str = ""


def run_seed(task: tuple[int, int]) -> Ran:
    """Run (seed, steps)."""
    seed, steps = task
    began = time.process_time()
    try:
        trace = simulate(seed, steps)
    except Exception as error:  # noqa: BLE001  one seed must not end the run of the others
        return Ran(seed, time.process_time() - began, "", f"{error}", traceback.format_exc())
    return Ran(seed, time.process_time() - began, trace)
