from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.worddiff import MAX_WORDS, Pieces, compared

TEXTS = st.lists(
    st.sampled_from(["wash ", "hands", ", ", "\n", "\n\n", "é", "سلام ", "水"]), max_size=14
).map("".join)


def changed(pieces: Pieces) -> list[str]:
    return [piece.text for piece in pieces if piece.changed]


def test_words_that_differ_are_marked_and_no_others() -> None:
    (stretch,) = compared("Hang a 5-litre can on the rope.", "Hang a 10-litre can on the rope, high.")
    assert changed(stretch.old) == ["5"]
    assert changed(stretch.new) == ["10", ", high"]


def test_lines_that_are_the_same_stand_between() -> None:
    stretches = compared("a\n\nb\n\nc", "a\n\nx\n\nc")
    assert [stretch.same for stretch in stretches] == [True, False, True]
    assert stretches[0].old[0].text == "a\n"


def test_letters_with_marks_and_scripts_without_spaces() -> None:
    (stretch,) = compared("nai\u0308ve 水を飲む", "nai\u0308f 水を汲む")
    assert changed(stretch.old) == ["nai\u0308ve", "飲"]
    assert changed(stretch.new) == ["nai\u0308f", "汲"]


def test_what_came_or_went_as_a_whole() -> None:
    (stretch,) = compared("", "new words")
    assert (stretch.old, changed(stretch.new)) == ((), ["new words"])
    assert compared("same", "same")[0].same
    assert compared("", "") == []


@given(TEXTS, TEXTS)
def test_the_pieces_are_the_texts_and_unmarked_words_are_in_both(old: str, new: str) -> None:
    stretches = compared(old, new)
    for text, sides in ((old, [one.old for one in stretches]), (new, [one.new for one in stretches])):
        lines = [line for side in sides for line in "".join(piece.text for piece in side).split("\n") if line]
        assert lines == [line for line in text.split("\n") if line]
    for stretch in stretches:
        kept = [
            "".join(piece.text for piece in side if not piece.changed) for side in (stretch.old, stretch.new)
        ]
        assert kept[0] == kept[1]


def test_a_stretch_of_very_many_words_is_replaced_as_a_whole() -> None:
    few, many = "a " * (MAX_WORDS // 5), "a " * MAX_WORDS
    for words, marked in ((few, "b"), (many, f"{many}b")):
        (stretch,) = compared(words + "c", words + "b")
        assert changed(stretch.new) == [marked]


def test_it_takes_a_bounded_time() -> None:
    begun = time.process_time()
    compared("a b " * 16_000, "b a " * 16_000)
    compared(
        "\n".join("ab"[at % 2] for at in range(20_000)), "\n".join("ba"[at % 3 > 0] for at in range(20_000))
    )
    assert time.process_time() - begun < 3.0
