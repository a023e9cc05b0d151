"""A merged text edited as one text, with its blocks in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.ids import VersionId
from delve_desktop.domain.mergedtext import (
    Alternative,
    Block,
    MergedText,
    Plain,
    edited,
    joined_chunks,
    whole_text,
)

ONE, TWO, THREE = (VersionId(bytes([number]) * 33) for number in (1, 2, 3))
BLOCK = Block((Alternative((ONE,), ("x",)), Alternative((TWO,), ("y", "y2"))), before=("w",))
OTHER = Block((Alternative((ONE, TWO), ()), Alternative((THREE,), ("z",))))
MERGED = MergedText((Plain(("a", "b")), BLOCK, Plain(("c",)), OTHER))
SHOWN = "a\nb\n⟦1⟧\nx\n⟦2⟧\ny\ny2\n⟦=⟧\nc\n⟦1⟧\n⟦2⟧\nz\n⟦=⟧"


def test_marks_part_the_alternatives() -> None:
    assert MERGED.text == SHOWN
    assert MERGED.blocks == (BLOCK, OTHER)


def test_each_version_has_a_text_of_its_own() -> None:
    assert MERGED.text_for(ONE) == "a\nb\nx\nc"
    assert MERGED.text_for(TWO) == "a\nb\ny\ny2\nc"
    # the third has no say in the first block, so it goes with the first that has
    assert MERGED.text_for(THREE) == "a\nb\nx\nc\nz"


def test_what_was_not_touched_is_the_same() -> None:
    assert edited(MERGED, SHOWN) == MERGED


def test_an_edit_outside_of_blocks_leaves_them() -> None:
    assert edited(MERGED, SHOWN.replace("a\nb", "A")).chunks == (Plain(("A",)), BLOCK, Plain(("c",)), OTHER)


def test_lines_put_right_before_or_behind_a_block_lie_outside() -> None:
    assert edited(MERGED, SHOWN.replace("\n⟦1⟧\nx", "\nnew\n⟦1⟧\nx")).chunks[:2] == (
        Plain(("a", "b", "new")),
        BLOCK,
    )
    assert edited(MERGED, SHOWN + "\nnew").chunks[-2:] == (OTHER, Plain(("new",)))


def test_a_block_of_which_one_alternative_is_left_is_settled() -> None:
    made = edited(MERGED, SHOWN.replace("⟦1⟧\nx\n⟦2⟧\ny\ny2\n⟦=⟧", "x"))
    assert made.chunks == (Plain(("a", "b", "x", "c")), OTHER)


def test_an_edit_inside_of_a_block_settles_it_with_all_that_is_left() -> None:
    made = edited(MERGED, SHOWN.replace("y2", "Y2"))
    assert made.chunks == (Plain(("a", "b", "x", "y", "Y2", "c")), OTHER)


def test_marks_that_were_left_behind_are_dropped() -> None:
    made = edited(MERGED, SHOWN.replace("⟦1⟧\nx\n⟦2⟧\ny\ny2\n⟦=⟧", "x\n⟦=⟧"))
    assert made.chunks == (Plain(("a", "b", "x", "c")), OTHER)


def test_a_text_without_blocks_is_taken_as_it_is() -> None:
    assert edited(whole_text("a\nb"), "a\n⟦1⟧\nc") == whole_text("a\n⟦1⟧\nc")


def test_all_may_be_deleted() -> None:
    assert edited(MERGED, "").text == ""


@given(st.lists(st.sampled_from(["a", "b", "c", "x", "y", "new", ""]), max_size=12).map("\n".join))
def test_whatever_is_left_nothing_is_added_or_lost(text: str) -> None:
    """A text without any marks leaves no block, and is kept to the letter."""
    assert edited(MERGED, text).text == text


@given(st.lists(st.integers(0, SHOWN.count("\n")), max_size=6, unique=True))
def test_deleting_shown_lines_deletes_these_and_no_others(gone: list[int]) -> None:
    left = [line for number, line in enumerate(SHOWN.split("\n")) if number not in gone]
    made = edited(MERGED, "\n".join(left))
    content = [line for line in left if not line.startswith("⟦")]
    assert [line for line in made.text.split("\n") if line and not line.startswith("⟦")] == content
    assert set(made.blocks) <= {BLOCK, OTHER}


def test_chunks_are_joined_where_nothing_parts_them() -> None:
    chunks = [Plain(()), Plain(("a",)), Plain(()), Plain(("b",)), BLOCK, Plain(())]
    assert joined_chunks(chunks) == MergedText((Plain(("a", "b")), BLOCK))
