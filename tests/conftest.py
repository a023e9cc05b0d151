"""What every test shares: how many examples properties try, and one seed to repeat a run."""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "default",
    max_examples=60,
    deadline=None,  # laptops and shared builders stall: pytest-timeout is the bound
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough",
    parent=settings.get_profile("default"),
    max_examples=int(os.environ.get("DELVE_EXAMPLES", "2000")),
)
settings.load_profile("thorough" if "DELVE_EXAMPLES" in os.environ else "default")


@pytest.fixture
def seeded_random(request: pytest.FixtureRequest) -> random.Random:
    """A generator of this test's own, repeated by the `--randomly-seed` in the heading of the run."""
    seed = request.config.getoption("randomly_seed", default=0)
    return random.Random(f"{seed}/{request.node.nodeid}")
