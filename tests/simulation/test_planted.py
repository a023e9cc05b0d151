"""Each planted bug is found by a bounded number of seeds: so the simulation would find its like."""

from __future__ import annotations

import pytest

from .planted import BUGS, Planted
from .world import Failure, simulate

BOUND = 14  # seeds that may be needed
STEPS = 70
FIRST = {"cut_reply_believed_whole": 1}  # where the search begins if not at 5; others find it too


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.__name__)
def test_the_simulation_finds_a_planted_bug(bug: Planted) -> None:
    first = FIRST.get(bug.__name__, 5)
    for seed in sorted(range(BOUND), key=lambda seed: (seed != first, seed)):
        with bug():
            try:
                simulate(seed, STEPS)
            except Failure:
                return
    pytest.fail(f"{BOUND} seeds did not find it")
