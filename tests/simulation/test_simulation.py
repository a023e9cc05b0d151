"""Some seeds of the simulation in every test run; `python -m tests.simulation` runs as many as wanted."""

from __future__ import annotations

import pytest

from .world import simulate, world

SEEDS = 14
STEPS = 90


@pytest.mark.parametrize("seed", range(SEEDS))
def test_inv18_laptops_converge_within_two_rounds_once_faults_stop(seed: int) -> None:
    """And on the way: no cursor ahead of the store, no early "sent", no wrong "up to date", no lost edit."""
    simulate(seed, STEPS)


def test_a_seed_repeats_everything_down_to_the_bytes() -> None:
    assert _traces(7) == _traces(7)


def _traces(seed: int) -> tuple[list[str], list[list[tuple[bytes, bytes]]]]:
    with world(seed) as made:
        made.run(40)
        return made.log, [hub.feed(made.space) for hub in made.hubs]


def test_the_seeds_reach_every_kind_of_fault() -> None:
    """A simulation that nothing befalls proves nothing: look at what 40 steps of some seeds bring."""
    words: set[str] = set()
    for seed in range(8):
        with world(seed) as made:
            for _ in range(40):
                made.step()
            words.update(word for line in made.log for word in line.split())
    wanted = {
        "_dying_sync",
        "_carry",
        "_clone",
        "_restore_hub",
        "_switch_hub",
        "cut",
        "withhold",
        "duplicate",
    }
    assert wanted <= words
