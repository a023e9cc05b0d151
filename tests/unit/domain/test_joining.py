from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.joining import joined_texts
from delve_desktop.domain.textdiff import diff_lines, lines_of

TEXTS = st.lists(st.sampled_from(["", "wash", "rinse", "dry", "wait", "stop"]), max_size=7).map("\n".join)


def test_changes_apart_join_and_changes_that_touch_do_not() -> None:
    base = "wash\n\nrinse\n\ndry"
    assert joined_texts(base, "wash!\n\nrinse\n\ndry", "wash\n\nrinse\n\ndry well") == (
        "wash!\n\nrinse\n\ndry well"
    )
    assert joined_texts(base, "wash!\n\nrinse\n\ndry", "wash?\n\nrinse\n\ndry") is None
    assert joined_texts("a\nb", "a!\nb", "a\nb!") is None, "no unchanged line between them"
    assert joined_texts("a\nb", "a\nx\nb", "a\ny\nb") is None, "two insertions at one place"
    assert joined_texts("a\nb\nc", "a!\nb\nc!", "a!\nb\nc") == "a!\nb\nc!", "alike counts once"
    assert joined_texts("", "mine", "") == "mine"
    assert joined_texts("", "mine", "theirs") is None


@given(TEXTS, TEXTS, TEXTS)
def test_nobodys_words_are_lost_and_the_order_does_not_matter(base: str, mine: str, theirs: str) -> None:
    made = joined_texts(base, mine, theirs)
    assert made == joined_texts(base, theirs, mine)
    if made is None:
        assert mine != theirs
        assert base not in (mine, theirs)
        return
    old = lines_of(base)
    wanted = {*diff_lines(old, lines_of(mine)), *diff_lines(old, lines_of(theirs))}
    lines, shift = lines_of(made), 0
    for hunk in sorted(wanted):
        assert lines[hunk.start + shift : hunk.start + shift + len(hunk.lines)] == hunk.lines
        shift += len(hunk.lines) - (hunk.end - hunk.start)
    assert len(lines) == len(old) + shift


@given(TEXTS)
def test_who_changed_nothing_gets_the_others_text(base: str) -> None:
    assert joined_texts(base, base, "theirs") == "theirs"
    assert joined_texts(base, "mine", base) == "mine"
    assert joined_texts(base, "same", "same") == "same"
