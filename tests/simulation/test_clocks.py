"""The same run with right clocks and with clocks up to thirty years wrong: to the last bit the same state."""

from __future__ import annotations

from unittest import mock

import pytest

from .clocks import outcome
from .planted_records import newest_clock_wins


@pytest.mark.parametrize("seed", [0, 4])
def test_inv05_wrong_clocks_change_no_bit_of_the_state(seed: int) -> None:
    assert outcome(seed, clocks=None) == outcome(seed, clocks=1)


def test_a_merge_that_looks_at_clocks_would_be_noticed() -> None:
    """With the judges of single records silenced, for they notice it first."""
    with (
        newest_clock_wins(),
        mock.patch("tests.simulation.oracle.check_record"),
        mock.patch("tests.simulation.oracle.same_whatever_the_clocks", return_value=True),
    ):
        assert outcome(0, clocks=None) != outcome(0, clocks=1)
