"""Titles as names of files, on every file system that a stick may have."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.interchange.file_names import MAX_STEM, Names, stem_of

titles = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    "title, stem",
    [
        ("Hand-washing station", "Hand-washing station"),
        ("Алтан Шороо нөхөрлөл", "Алтан Шороо нөхөрлөл"),
        ("ወርቅ ማህበር", "ወርቅ ማህበር"),
        ("E\u0301cole", "École"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("../../etc/passwd", "etc passwd"),
        ("  .hidden. ", "hidden"),
        ("a\u200bb\u202ec\x00d\ne", "a b c d e"),
        ("CON", "CON_"),
        ("con.", "con_"),
        ("lpt9", "lpt9_"),
        ("COM\u00b9", "COM\u00b9_"),
        ("NUL.txt", "NUL txt"),
        ("console", "console"),
        ("...", "record"),
        ("", "record"),
        ("🪨", "record"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title, stem):
    assert stem_of(title) == stem


@given(titles)
def test_any_title_gives_a_safe_name(title):
    stem = stem_of(title)
    assert 0 < len(stem.encode()) <= MAX_STEM + 1
    assert not set(stem) & set(':*?"<>|/\\.')
    assert stem == stem.strip() == unicodedata.normalize("NFC", stem)
    assert all(unicodedata.category(one)[0] != "C" for one in stem)
    assert stem_of(stem) in (stem, f"{stem}_")


@given(
    st.lists(
        st.tuples(titles | st.sampled_from(["a", "A", "\u00e5", "a\u030a", "record", ""]), titles), max_size=8
    )
)
def test_no_two_names_are_alike_and_their_order_does_not_matter(pairs):
    unique = dict(enumerate(dict.fromkeys(pairs)))
    given_names = []
    for order in (list(unique), list(reversed(unique))):
        names = Names()
        for key in order:
            names.count(unique[key][0])
        given_names.append(
            {key: names.name(unique[key][0], f"{key}/{unique[key][1]}", ".md") for key in order}
        )
    first, second = given_names
    folded = {unicodedata.normalize("NFKC", name).casefold() for name in first.values()}
    assert len(folded) == len(unique)
    assert first == second


def test_only_titles_that_come_out_alike_get_digits():
    names = Names()
    for title in ("Pump", "pump?", "Well"):
        names.count(title)
    assert names.name("Well", "1", ".md") == "Well.md"
    one, other = names.name("Pump", "2", ".md"), names.name("pump?", "3", ".md")
    assert one.startswith("Pump ")
    assert other.startswith("pump ")
    assert len(one) == len("Pump 01234567.md")
