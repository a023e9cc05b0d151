"""Writes that do not fit make no version and supersede nothing."""

from __future__ import annotations

import pytest

from delve_desktop.domain.ops import Write

from .histories import History, add, put, splice, text


@pytest.fixture
def history() -> History:
    return History()


@pytest.mark.parametrize(
    "write",
    [
        splice([0, [[5, 1, ""]]]),  # beyond the end
        splice([0, [[-1, 1, ""]]]),
        splice([0, [[0, -1, ""]]]),
        splice([0, [[2, 1, "a"], [1, 1, "b"]]]),  # not ascending
        splice([0, [[0, 1, "a"], [1, 1, "b"]]]),  # not apart
        splice([1, [[0, 1, ""]]]),  # no such base
        splice([True, [[0, 0, "x"]]]),
        splice([0, []], [0, []]),  # one base twice
        splice(),  # nothing at all
        splice([0, [[0, 1]]]),
        splice([0, [[0, 1, 7]]]),
        splice([0, "ab"]),
        splice([0]),
        splice(*[[number, []] for number in range(257)]),
        Write("text", "splice", "no list"),
        text(17),
        text(None),
        Write("text", "shuffle", "cab"),  # a way of writing that this version does not know
        add("x", field="text"),
    ],
)
def test_a_write_that_does_not_fit_supersedes_nothing(history: History, write: Write) -> None:
    root = history.root(text("abcd"))
    before = history.state().fields["text"].versions
    history.op(write, on=[root])
    assert history.state().fields["text"].versions == before


def test_an_unfit_write_spoils_only_its_own_field(history: History) -> None:
    root = history.root(text("abcd"), put("title", "Well"))
    history.op(splice([7, []]), put("title", "Deep well"), on=[root])
    assert history.values("text") == ["abcd"]
    assert history.values("title") == ["Deep well"]


def test_of_several_writes_of_one_field_in_one_op_the_first_counts(history: History) -> None:
    root = history.root(put("title", "one"), put("title", "two"))
    assert history.values("title") == ["one"]
    history.op(splice([3, []], field="title"), put("title", "three"), on=[root])
    assert history.values("title") == ["one"]


def test_whether_a_write_fits_is_seen_from_its_own_past(history: History) -> None:
    """A concurrent version changes the display order of everybody else, but not what a base was."""
    root = history.root(text("abcd"))
    for name in ("bo", "chi", "dee"):
        history.op(text(name), on=[root], by=name)
    history.op(splice([0, [[4, 0, "e"]]]), on=[root], by="ana")
    assert "abcde" in history.values("text")


def test_a_splice_edits_the_text_in_code_points(history: History) -> None:
    root = history.root(text("a👩‍🔧e\u0301z"))  # a, three code points, e and an accent, z
    history.op(splice([0, [[0, 1, "A"], [4, 2, "é"]]]), on=[root])
    assert history.values("text") == ["A👩‍🔧éz"]
