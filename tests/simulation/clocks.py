"""One seed under right clocks and under clocks up to thirty years wrong, told by state hashes alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from msgspec import structs

from delve_desktop.domain import ops
from delve_desktop.domain.ids import DeviceId, OpId, SpaceId, op_id
from delve_desktop.services import upkeep

from .happenings import WITHOUT_SIZES
from .running import beginning, skew_clocks, world
from .world import CIRCLES

STEPS = 100


def _timeless(space: SpaceId, device: DeviceId, body: bytes) -> OpId:
    """The id of an op as if its label were 0, so that two runs can be compared id by id."""
    return op_id(space, device, ops.encode(structs.replace(ops.decode(body), time=0)))


@contextmanager
def _ids_without_times() -> Iterator[None]:
    with (
        mock.patch("delve_desktop.services.minting.op_id", _timeless),
        mock.patch("delve_desktop.services.checking.op_id", _timeless),
        mock.patch("delve_desktop.sync.opening.op_id", _timeless),
    ):
        beginning.cache_clear()  # its edits have ids too
        yield
    beginning.cache_clear()


def outcome(seed: int, clocks: int | None) -> list[str]:
    """The state hash of each space when the run is over; with `clocks`, under clocks that are wrong."""
    with _ids_without_times(), world(seed, spaces=len(CIRCLES)) as made:
        made.faults = WITHOUT_SIZES
        if clocks is not None:
            skew_clocks(made, random.Random(clocks))
        made.run(STEPS)
        return [upkeep.state_hash(made.members_of(space)[0].session, space) for space in made.spaces]
