"""The same run with right clocks and with clocks up to thirty years wrong: to the last bit the same state."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import pytest
from msgspec import structs

from delve_desktop.domain import ops
from delve_desktop.domain.ids import DeviceId, OpId, SpaceId, op_id
from delve_desktop.services import upkeep

from .happenings import WITHOUT_SIZES
from .planted_records import newest_clock_wins
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


def _outcome(seed: int, clocks: int | None) -> list[str]:
    """The state hash of each space when the run is over; with `clocks`, under clocks that are wrong."""
    with _ids_without_times(), world(seed, spaces=len(CIRCLES)) as made:
        made.faults = WITHOUT_SIZES
        if clocks is not None:
            skew_clocks(made, random.Random(clocks))
        made.run(STEPS)
        return [upkeep.state_hash(made.members_of(space)[0].session, space) for space in made.spaces]


@pytest.mark.parametrize("seed", [0, 4])
def test_inv05_wrong_clocks_change_no_bit_of_the_state(seed: int) -> None:
    assert _outcome(seed, clocks=None) == _outcome(seed, clocks=1)


def test_a_merge_that_looks_at_clocks_would_be_noticed() -> None:
    """With the judges of single records silenced, for they notice it first."""
    with (
        newest_clock_wins(),
        mock.patch("tests.simulation.oracle.check_record"),
        mock.patch("tests.simulation.oracle.same_whatever_the_clocks", return_value=True),
    ):
        assert _outcome(0, clocks=None) != _outcome(0, clocks=1)
