from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from delve_desktop.ui.text.blocks import Form, Kind, Run, joined
from delve_desktop.ui.text.inline import runs_of, source_of, tidied
from delve_desktop.ui.text.lines import blocks_of, cells_of, lines_of_form
from delve_desktop.ui.text.writing import Writer

from .texts import MARKDOWN, ODD, sample_texts


def rewritten(text: str) -> str:
    source = blocks_of(text)
    return Writer(source).text([block.form for block in source.blocks])


def test_every_sample_text_is_read_and_written_as_it_was() -> None:
    assert len(sample_texts()) > 500
    for text in sample_texts():
        assert blocks_of(text).text() == text
        assert rewritten(text) == text


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_and_written_as_they_were(text: str) -> None:
    assert blocks_of(text).text() == text
    assert rewritten(text) == text


@settings(max_examples=1000, deadline=None)
@given(MARKDOWN)
def test_any_text_is_read_and_written_as_it_was(text: str) -> None:
    assert blocks_of(text).text() == text
    assert rewritten(text) == text


@settings(max_examples=500, deadline=None)
@given(MARKDOWN, st.data())
def test_a_change_in_one_block_changes_its_lines_alone(text: str, data: st.DataObject) -> None:
    source = blocks_of(text)
    if not source.blocks:
        return
    at = data.draw(st.integers(0, len(source.blocks) - 1))
    forms = [block.form for block in source.blocks]
    forms[at] = Form(Kind.PARAGRAPH, (Run("What nobody wrote"),))
    before = "\n".join(line for block in source.blocks[:at] for line in (*block.gap, *block.lines))
    after = [line for block in source.blocks[at + 1 :] for line in (*block.gap, *block.lines)]
    behind = "\n".join([*after, *source.tail])
    made = Writer(source).text(forms)
    assert made.startswith(before)
    assert made.endswith(behind)
    middle = made[len(before) : len(made) - len(behind)].strip("\n \t")
    assert middle == "What nobody wrote"


WORDS = st.text(st.sampled_from("ab *_`~[]()<>!#|\\-+.:&;=1中。😀é\u00a0"), min_size=1, max_size=8)
RUNS = st.lists(
    st.builds(
        Run,
        WORDS,
        bold=st.booleans(),
        italic=st.booleans(),
        struck=st.booleans(),
        link=st.sampled_from(["", "", "https://example.org/a_(b)"]),
    ),
    max_size=4,
).map(lambda runs: tidied(joined(runs)))


@settings(max_examples=500, deadline=None)
@given(RUNS)
@example((Run("«Attention!»", bold=True), Run("word")))
@example((Run("a ", bold=True), Run("b", bold=True, italic=True)))
@example((Run("x", code=True), Run("`", code=False)))
def test_what_is_shown_of_a_line_is_written_so_that_it_is_read_again(runs) -> None:
    assert runs_of(source_of(runs)) == runs


@settings(max_examples=1000, deadline=None)
@given(
    st.builds(Form, st.just(Kind.PARAGRAPH), RUNS)
    | st.builds(Form, st.just(Kind.BULLET), RUNS, st.integers(0, 12), st.sampled_from("-*+"))
    | st.builds(Form, st.just(Kind.NUMBER), RUNS, st.integers(0, 12), st.sampled_from(".)"))
    | st.builds(Form, st.just(Kind.QUOTE), RUNS, st.integers(1, 3))
)
def test_a_block_is_written_so_that_it_is_read_again(form: Form) -> None:
    if form.blank:
        return
    read = blocks_of("\n".join(lines_of_form(form))).blocks
    assert [block.form for block in read] == [form]


@given(st.lists(RUNS, min_size=2, max_size=2))
@settings(max_examples=300, deadline=None)
def test_a_row_of_a_table_is_written_so_that_it_is_read_again(cells) -> None:
    head = ((Run("a"),), (Run("b"),))
    form = Form(Kind.TABLE, rows=(head, tuple(cells)))
    read = blocks_of("\n".join(lines_of_form(form))).blocks
    assert [block.form.kind for block in read] == [Kind.TABLE]
    shown = ["".join(run.text for run in cell).strip(" \t") for cell in cells]
    assert ["".join(run.text for run in cell) for cell in read[0].form.rows[1]] == shown


def test_code_is_written_with_a_fence_that_it_does_not_hold() -> None:
    form = Form(Kind.CODE, marker="py", text="x\n```\n````\ny")
    assert [block.form for block in blocks_of("\n".join(lines_of_form(form))).blocks] == [form]


def test_rows_that_stay_keep_their_lines() -> None:
    text = "a|b\n-|-\n 1|  2\n3|4"
    source = blocks_of(text)
    rows = source.blocks[0].form.rows
    changed = Form(Kind.TABLE, rows=(rows[0], rows[1], ((Run("5"),), (Run("4"),))))
    assert Writer(source).text([changed]) == "a|b\n-|-\n 1|  2\n| 5 | 4 |"


def test_code_that_was_left_open_does_not_swallow_what_follows() -> None:
    source = blocks_of("```\nx")
    made = Writer(source).text([source.blocks[0].form, Form(Kind.PARAGRAPH, (Run("after"),))])
    assert [block.form.kind for block in blocks_of(made).blocks] == [Kind.CODE, Kind.PARAGRAPH]


def test_new_paragraphs_are_parted_as_the_others_are() -> None:
    new = Form(Kind.PARAGRAPH, (Run("new"),))
    for text, made in (("a\n\nb", "a\n\nb\n\nnew"), ("a\nb", "a\nb\nnew"), ("", "new")):
        source = blocks_of(text)
        assert Writer(source).text([*[block.form for block in source.blocks], new]) == made
    items = blocks_of("1. a\n2. b")
    forms = [block.form for block in items.blocks]
    third = Form(Kind.NUMBER, (Run("c"),), marker=".", number=2)
    assert Writer(items).text([*forms, third]) == "1. a\n2. b\n3. c"


def test_cells_of_a_row() -> None:
    assert cells_of("| a | b |") == ["a", "b"]
    assert cells_of("a|b\\|c|") == ["a", "b|c"]
    assert cells_of("|") == [""]
    assert cells_of("a\\") == ["a\\"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 60_000,
        "*a _b " * 10_000,
        "`" * 60_000 + "x",
        "![" * 30_000,
        "x" * 1_048_576,
        "\n".join(["[" * 900] * 60),
        "\n".join(["*a _b" * 150] * 60),
        "> " * 30_000,
        "- " * 30_000,
        "\n".join(" " * depth + "- x" for depth in range(400)),
        "|" * 60_000,
        "|a" * 500 + "\n" + "|-" * 500 + "\n" + ("|x" * 500 + "\n") * 40,
        "a\n" * 32_000,
        "```\n" * 10_000,
    ],
    ids=lambda text: text[:12].replace("\n", "/"),
)
def test_reading_takes_a_bounded_time(text: str) -> None:
    begun = time.process_time()
    assert blocks_of(text).text() == text
    assert time.process_time() - begun < 3.0
