"""What filters ask for, read out of a record."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.facets import MAX_FACETS, MAX_VALUE, THEME, facets_of, year_of
from delve_desktop.domain.ids import DeviceId, OpId, RecordId
from delve_desktop.domain.state import FieldState, Member, RecordState

_ERAS = int(dt.datetime(9999, 12, 31, tzinfo=dt.UTC).timestamp())


@given(st.integers(0, _ERAS))
def test_the_year_is_that_of_the_calendar(seconds: int) -> None:
    assert year_of(seconds) == str(dt.datetime.fromtimestamp(seconds, dt.UTC).year)


def test_the_year_turns_at_midnight() -> None:
    turn = int(dt.datetime(2025, 1, 1, tzinfo=dt.UTC).timestamp())
    assert (year_of(turn - 1), year_of(turn)) == ("2024", "2025")
    leap = int(dt.datetime(2024, 12, 31, tzinfo=dt.UTC).timestamp())
    assert year_of(leap) == "2024"


def test_a_record_has_a_bounded_number_of_facets_each_once_and_none_that_is_long() -> None:
    ann = DeviceId(b"a" * 32)
    words = ["x" * (MAX_VALUE + 1), *(f"theme {number % (2 * MAX_FACETS)}" for number in range(400))]
    members = tuple(Member(word, OpId(bytes(32)), ann, 0) for word in words)
    state = RecordState(
        RecordId(bytes(32)), "note", (), 1, {"themes": FieldState((), members)}, False, False, 0, ann, 0, ann
    )
    found = facets_of(state)
    assert len(found) == len(set(found)) == MAX_FACETS
    assert (THEME, words[1]) in found
    assert (THEME, words[0]) not in found
