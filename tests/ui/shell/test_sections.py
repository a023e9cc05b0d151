"""Where what is new is listed."""

from __future__ import annotations

import pytest

from delve_desktop.ui.shell.sections import Section, section_of


@pytest.mark.parametrize(
    "kinds, section",
    [
        ({"note"}, Section.NOTES),
        ({"contact"}, Section.CONTACTS),
        ({"practice", "adoption"}, Section.PRACTICES),
        ({"note", "practice"}, Section.FOUND),
        ({"of-a-newer-delve"}, Section.FOUND),
        (set(), Section.FOUND),
    ],
)
def test_all_of_what_is_new_stands_where_its_kinds_are_listed(kinds: set[str], section: Section) -> None:
    assert section_of(kinds) is section
