"""Differences between texts: exact, the same on every laptop, and bounded."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import textdiff
from delve_desktop.domain.errors import Malformed
from delve_desktop.domain.textdiff import Hunk, apply_splices, diff_lines, lines_of, splices

lines = st.lists(st.sampled_from(["", "a", "b", "c", "d", "wash", "rinse", " "]), max_size=14)
texts = st.text(st.sampled_from("ab\n é\u0301👩\u200d🔧🇰🇪\U0010ffff\0"), max_size=40) | lines.map("\n".join)


def applied(old: list[str], hunks: list[Hunk]) -> list[str]:
    result: list[str] = []
    done = 0
    for start, end, new in hunks:
        result += (*old[done:start], *new)
        done = end
    return result + old[done:]


@given(lines, lines)
def test_hunks_make_the_new_lines_of_the_old(old: list[str], new: list[str]) -> None:
    hunks = diff_lines(old, new)
    assert applied(old, hunks) == new
    assert all(one.end < other.start for one, other in pairwise(hunks))
    assert all(hunk.end > hunk.start or hunk.lines for hunk in hunks)


@given(lines)
def test_equal_texts_do_not_differ(same: list[str]) -> None:
    assert diff_lines(same, list(same)) == []
    assert splices("\n".join(same), "\n".join(same)) == []


@given(texts, texts)
def test_splices_make_the_new_text_of_the_old(old: str, new: str) -> None:
    assert apply_splices(old, splices(old, new)) == new
    assert apply_splices(old, [list(splice) for splice in splices(old, new)]) == new


@given(lines, st.data())
def test_splices_are_exact_whatever_lines_are_taken_for_unchanged(
    old: list[str], data: st.DataObject
) -> None:
    old = old or ["a"]
    cuts = sorted(data.draw(st.sets(st.integers(0, len(old)), max_size=6)))
    hunks = [
        Hunk(start, end, tuple(data.draw(lines))) for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    new = "\n".join(applied(old, hunks))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(textdiff, "diff_lines", lambda _old, _new: hunks)
        found = splices("\n".join(old), new)
    assert apply_splices("\n".join(old), found) == new


def test_splices_that_meet_at_the_end_of_a_text_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textdiff, "diff_lines", lambda _old, _new: [Hunk(0, 1, ()), Hunk(2, 3, ())])
    assert splices("p\n\nq", "") == [(0, 4, "")]


@given(st.lists(st.integers(0, 3), max_size=9), st.lists(st.integers(0, 3), max_size=9))
def test_the_fewest_edits_leave_the_longest_common_part(old: list[int], new: list[int]) -> None:
    pairs, _ = textdiff._fewest_edits(old, new, 10_000)
    assert all(old[at] == new[other] for at, other in pairs)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(pairs))
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at, mine in enumerate(old):
        for other, theirs in enumerate(new):
            longest[at + 1][other + 1] = (
                longest[at][other] + 1
                if mine == theirs
                else max(longest[at][other + 1], longest[at + 1][other])
            )
    assert len(pairs) == longest[-1][-1]


def test_an_edit_of_one_letter_is_a_splice_of_one_letter() -> None:
    assert splices("wash\nrinse\ndry", "wash\nrinsed\ndry") == [(10, 0, "d")]


def test_changes_far_apart_are_splices_of_their_own() -> None:
    assert splices("a1\nb\nc\nd1", "a2\nb\nc\nd2") == [(1, 1, "2"), (8, 1, "2")]


def test_offsets_count_code_points() -> None:
    assert splices("👩‍🔧 wash", "👩‍🔧 Wash") == [(4, 1, "W")]


@pytest.mark.parametrize("old, new", [("", "a\nb"), ("a\nb", ""), ("a", "a\n"), ("a\n", "a"), ("\n", "\n\n")])
def test_the_end_of_a_text_is_exact(old: str, new: str) -> None:
    assert apply_splices(old, splices(old, new)) == new


def test_an_inserted_paragraph_is_found_where_it_is() -> None:
    old = ["one", "", "two", "", "three"]
    assert diff_lines(old, ["one", "", "new", "", "two", "", "three"]) == [Hunk(2, 2, ("new", ""))]


def test_an_inserted_paragraph_is_found_in_the_same_place_whatever_else_changed() -> None:
    old = ["zero", "", "one", "", "two", "", "three", ""]
    inserted = Hunk(4, 4, ("new", ""))
    assert inserted in diff_lines(old, ["zero", "", "one", "", "new", "", "two", "", "three", ""])
    assert inserted in diff_lines(old, ["ZERO", "", "one", "", "new", "", "two", "", "three", ""])
    assert inserted in diff_lines(old, ["zero", "", "one", "", "new", "", "two", "", "THREE", "", "end"])


def test_a_removed_line_among_equals_is_the_last_of_them() -> None:
    assert diff_lines(["x", "x", "x", "y"], ["x", "x", "y"]) == [Hunk(2, 3, ())]
    assert Hunk(3, 4, ()) in diff_lines(["b", "x", "x", "x", "y", "z"], ["b", "x", "x", "y", "Z"])


def test_blank_lines_do_not_tear_a_rewritten_passage_apart() -> None:
    old = ["start", "", "a", "", "b", "", "end"]
    new = ["start", "", "x", "", "y", "", "end"]
    assert diff_lines(old, new) == [Hunk(2, 5, ("x", "", "y"))]


def test_a_line_that_moved_is_not_matched_by_the_blank_beside_it() -> None:
    assert diff_lines(["s", ""], ["new", "", "s"]) == [Hunk(0, 0, ("new", "")), Hunk(1, 2, ())]


def test_lines_that_occur_once_are_anchors() -> None:
    old = ["{", "x", "}", "{", "y", "}"]
    new = ["{", "x", "}", "{", "z", "}", "{", "y", "}"]
    assert applied(old, diff_lines(old, new)) == new
    assert len(diff_lines(old, new)) == 1


ADVERSE = {
    "equal": (["x"] * 10_000, ["x"] * 9_000),
    "interleaved": (["x"] * 10_000, ["x", "y"] * 5_000),
    "turned": ([str(number) for number in range(10_000)], [str(number) for number in range(10_000)][::-1]),
    "shifted": (
        [str(number % 50) for number in range(10_000)],
        [str(number % 49) for number in range(10_000)],
    ),
    "pairs": (
        [str(number // 2) for number in range(10_000)],
        [str(-number // 2) for number in range(10_000)],
    ),
    "blank": ([""] * 10_000 + ["a"], ["b"] + [""] * 9_000),
    "foreign": ([f"a{number}" for number in range(9_000)], [f"b{number}" for number in range(9_000)]),
}


@pytest.mark.parametrize("name", ADVERSE)
def test_work_is_bounded_by_count_on_adverse_texts(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = ADVERSE[name]
    steps = 0
    real = textdiff._fewest_edits

    def counted(mine: list[int], theirs: list[int], work: int) -> tuple[list[tuple[int, int]], int]:
        nonlocal steps
        pairs, left = real(mine, theirs, work)
        assert left >= 0
        steps += work - left
        return pairs, left

    monkeypatch.setattr(textdiff, "_fewest_edits", counted)
    assert applied(old, diff_lines(old, new)) == new
    assert steps <= textdiff.WORK_AT_LEAST + textdiff.WORK_PER_LINE * (len(old) + len(new))


def test_where_work_runs_out_the_whole_stretch_counts_as_replaced() -> None:
    old, new = ["a", *["x", "y"] * 2_000, "b"], ["a", *["y", "y", "x"] * 2_000, "b"]
    (hunk,) = diff_lines(old, new)
    assert hunk.end - hunk.start > 3_000


@pytest.mark.parametrize(
    "edits",
    [None, 7, "ab", [7], [[0, 1]], [[0, 1, 2]], [["0", 1, ""]], [[0, True, ""]], [[9, 0, ""]], [[0, 5, ""]],
     [[1, 0, "a"], [1, 0, "b"]], [[0, 2, ""], [1, 1, ""]], [[-1, 1, ""]], [[1, -1, ""]]],
)  # fmt: skip
def test_splices_that_do_not_fit_are_malformed(edits: object) -> None:
    with pytest.raises(Malformed):
        apply_splices("abcd", edits)


@given(texts)
def test_lines_are_joined_back_into_the_text(text: str) -> None:
    assert "\n".join(lines_of(text)) == text
