"""What filters ask for, read out of a record."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.facets import year_of

_ERAS = int(dt.datetime(9999, 12, 31, tzinfo=dt.UTC).timestamp())


@given(st.integers(0, _ERAS))
def test_the_year_is_that_of_the_calendar(seconds: int) -> None:
    assert year_of(seconds) == str(dt.datetime.fromtimestamp(seconds, dt.UTC).year)


def test_the_year_turns_at_midnight() -> None:
    turn = int(dt.datetime(2025, 1, 1, tzinfo=dt.UTC).timestamp())
    assert (year_of(turn - 1), year_of(turn)) == ("2024", "2025")
    leap = int(dt.datetime(2024, 12, 31, tzinfo=dt.UTC).timestamp())
    assert year_of(leap) == "2024"
