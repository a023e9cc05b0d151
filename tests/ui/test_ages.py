from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from delve_desktop.ui.ages import DAY, age, day

NOW = 1_790_000_000


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    "passed, words",
    [
        (0, "now"),
        (5 * 60, "5 minutes ago"),
        (3 * 3600, "3 hours ago"),
        (DAY + 10, "yesterday"),
        (3 * DAY, "3 days ago"),
        (-3600, "now"),
    ],
)
def test_an_age_in_words(passed: int, words: str) -> None:
    assert age(NOW - passed, NOW) == words


def test_a_time_that_lies_far_ahead_is_only_about_a_month() -> None:
    assert age(NOW + 40 * DAY, NOW).startswith("about ")
    assert age(0, NOW).startswith("about ")


def test_a_stored_date_reads_as_people_write_it() -> None:
    assert day("2026-03-12") == "12 Mar 2026"
    assert day("2026-03") == "March 2026"
    assert day("2026") == "2026"
    assert day("in March") == "in March"
