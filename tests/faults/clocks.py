"""Clocks up to thirty years wrong, and jumping: the same seed gives the same state to the last bit."""

from __future__ import annotations

import random
from pathlib import Path

from tests.simulation.clocks import outcome as outcome_of
from tests.simulation.definition import Violation

from .outcome import Outcome

FULL = 200


def run(rounds: int, chance: random.Random, folder: Path) -> Outcome:
    """Simulate so many seeds twice. `folder` is not used: the simulation has its own."""
    outcome = Outcome()
    for _ in range(rounds):
        seed, clocks = chance.randrange(10**6), chance.randrange(10**6)
        outcome.rounds += 1
        try:
            if outcome_of(seed, None) != outcome_of(seed, clocks):
                outcome.wrong.append(f"seed {seed} with the clocks {clocks} ends in another state")
        except Violation as failure:
            outcome.broken.append(f"seed {seed} with the clocks {clocks}: {str(failure)[:300]}")
        outcome.see("pairs of runs")
    return outcome
