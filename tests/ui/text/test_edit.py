"""The editor, typed in by keys."""

from __future__ import annotations

import html
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from delve_desktop.ui.text import tables
from delve_desktop.ui.text.blocks import Kind, Picture
from delve_desktop.ui.text.document import FormReader, fill
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.text.keys import wants_tab
from delve_desktop.ui.text.lines import blocks_of
from delve_desktop.ui.text.link_bubble import LinkBubble, ask_for_link
from delve_desktop.ui.text.placing import take_in
from delve_desktop.ui.text.sealed import SealedDocument
from delve_desktop.ui.text.writing import Writer

from .conftest import keys
from .texts import MARKDOWN, ODD, sample_texts

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NO_FIXTURE_CHECK = [HealthCheck.function_scoped_fixture]


ENTER, TAB, BACK = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace
IN, OUT = (Qt.Key.Key_BracketRight, CTRL), (Qt.Key.Key_BracketLeft, CTRL)
END, HOME = (Qt.Key.Key_End, CTRL), (Qt.Key.Key_Home, CTRL)


# -- nothing is written that was not changed ---------------------------------------------------


def through_a_document(text: str) -> str:
    source = blocks_of(text)
    document = SealedDocument()
    fill(document, [block.form for block in source.blocks])
    return Writer(source).text(FormReader(document).forms())


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_go_through_a_document_unchanged(edit: RichEdit, text: str) -> None:
    assert through_a_document(text) == text
    edit.set_text(text)
    assert edit.text() == text


def test_every_sample_text_goes_through_a_document_unchanged(qtbot: QtBot) -> None:
    for text in sample_texts():
        assert through_a_document(text) == text


@settings(max_examples=1000, deadline=None)
@given(MARKDOWN)
@example("` `")
def test_any_text_goes_through_a_document_unchanged(text: str) -> None:
    assert through_a_document(text) == text


def test_opening_is_no_edit_and_typing_and_undoing_ends_where_it_began(edit: RichEdit, qtbot: QtBot) -> None:
    said: list[int] = []
    edit.edited.connect(lambda: said.append(1))
    text = "\n".join(ODD)
    edit.set_text(text)
    assert said == []
    keys(qtbot, edit, "x")
    assert said
    keys(qtbot, edit, (Qt.Key.Key_Z, CTRL))
    assert edit.text() == text


@settings(max_examples=200, deadline=None, suppress_health_check=NO_FIXTURE_CHECK)
@given(MARKDOWN, st.integers(0, 50))
@example("*\u2028_*", 0)
def test_a_letter_typed_in_a_block_changes_the_lines_of_that_block_alone(
    edit: RichEdit, text: str, which: int
) -> None:
    source = blocks_of(text)
    edit.set_text(text)
    items = [item for item in FormReader(edit.sealed).items() if not item.form.blank]
    if not items:
        return
    at = which % len(items)
    cursor = QTextCursor(edit.sealed)
    cursor.setPosition(items[at].end if items[at].form.kind is not Kind.TABLE else items[at].start + 1)
    cursor.insertText("Ω")
    before = "\n".join(line for block in source.blocks[:at] for line in (*block.gap, *block.lines))
    after = [line for block in source.blocks[at + 1 :] for line in (*block.gap, *block.lines)]
    made = edit.text()
    assert "Ω" in html.unescape(made), "as its number where marks could not stand beside it otherwise"
    assert made.startswith(before)
    assert made.endswith("\n".join([*after, *source.tail]))


@pytest.mark.parametrize(
    "before, word, after",
    [
        ("😀😀 rope 👩🏽‍🌾", "rope", "😀😀 rope! 👩🏽‍🌾"),
        ("Сэтгэл ᠮᠣᠩᠭᠣᠯ үг", "ᠮᠣᠩᠭᠣᠯ", "Сэтгэл ᠮᠣᠩᠭᠣᠯ! үг"),
        ("مرحبا بالعالم نص", "بالعالم", "مرحبا بالعالم! نص"),
        ("e\u0301cole nai\u0308ve 🇰🇪 x", "nai\u0308ve", "e\u0301cole nai\u0308ve! 🇰🇪 x"),
    ],
)
def test_offsets_are_kept_beyond_the_first_plane(
    edit: RichEdit, qtbot: QtBot, before: str, word: str, after: str
) -> None:
    edit.set_text(f"*one*\n\n{before}\n\n_two_")
    cursor = edit.document().find(word)
    cursor.setPosition(cursor.selectionEnd())
    edit.setTextCursor(cursor)
    keys(qtbot, edit, "!")
    assert edit.text() == f"*one*\n\n{after}\n\n_two_"


def test_a_draft_of_a_long_text_is_cheap(edit: RichEdit, qtbot: QtBot) -> None:
    text = "\n\n".join(sample_texts())
    text = text.encode()[:40_000].decode("utf-8", "ignore")
    edit.set_text(text)
    assert edit.text() == text
    cursor = QTextCursor(edit.document().findBlockByNumber(40))
    edit.setTextCursor(cursor)
    took = []
    for _each in range(10):
        keys(qtbot, edit, "a")
        begun = time.process_time()
        made = edit.text()
        took.append(time.process_time() - begun)
    assert len(made) == len(text) + 10
    assert min(took) < 0.05


# -- keys --------------------------------------------------------------------------------------


def test_markdown_typed_at_the_start_of_a_line_becomes_a_block(edit: RichEdit, qtbot: QtBot) -> None:
    keys(qtbot, edit, "# Head", ENTER, "- one", ENTER, "two", ENTER, ENTER, "3. three", ENTER, "four")
    assert edit.text() == "# Head\n\n- one\n- two\n\n3. three\n4. four"


def test_one_undo_gives_typed_signs_back(edit: RichEdit, qtbot: QtBot) -> None:
    keys(qtbot, edit, "- ", (Qt.Key.Key_Z, CTRL))
    assert edit.toPlainText() == "- "
    keys(qtbot, edit, HOME, END, "x")
    assert edit.text() == "\\- x"


def test_stars_around_words_become_bold(edit: RichEdit, qtbot: QtBot) -> None:
    edit.insertPlainText("😀 ")  # no key of a keyboard types it
    keys(qtbot, edit, "The rope is **worn** through, 5 * 3 ** 2")
    assert edit.text() == "😀 The rope is **worn** through, 5 * 3 ** 2"
    keys(qtbot, edit, (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL))
    assert "worn" in edit.toPlainText()


@pytest.mark.parametrize(
    "further, back",
    [(IN, OUT), ((Qt.Key.Key_Right, ALT | SHIFT), (Qt.Key.Key_Left, ALT | SHIFT))],
    ids=["brackets", "arrows"],
)
def test_keys_move_items_in_and_out(edit: RichEdit, qtbot: QtBot, further: object, back: object) -> None:
    keys(qtbot, edit, "1. a", ENTER, further, "b", ENTER, "c", ENTER, back, "d")
    assert edit.text() == "1. a\n   2. b\n   3. c\n2. d"
    lists = {edit.document().findBlockByNumber(at).textList().format().indent() for at in range(4)}
    assert lists == {1, 2}


def test_tab_leads_out_of_a_list_and_changes_nothing(edit: RichEdit, qtbot: QtBot) -> None:
    keys(qtbot, edit, "1. a", ENTER, "b")
    for forward in (True, False):
        assert not wants_tab(edit)
        keys(qtbot, edit, TAB if forward else (TAB, SHIFT))
        assert edit.text() == "1. a\n2. b"


def test_an_empty_item_ends_its_list(edit: RichEdit, qtbot: QtBot) -> None:
    keys(qtbot, edit, "- a", ENTER, IN, "b", ENTER, ENTER, "c", ENTER, ENTER, "d")
    assert edit.text() == "- a\n  - b\n- c\n\nd"


def test_backspace_at_the_start_makes_a_paragraph(edit: RichEdit, qtbot: QtBot) -> None:
    keys(qtbot, edit, "- a", Qt.Key.Key_Home, BACK)
    assert edit.text() == "a"
    assert edit.document().firstBlock().textList() is None


def test_an_empty_line_begins_in_the_look_that_is_asked_for(edit: RichEdit, qtbot: QtBot) -> None:
    bold, italic = (Qt.Key.Key_B, CTRL), (Qt.Key.Key_I, CTRL)
    keys(qtbot, edit, bold)
    assert edit.look().bold, "the tool bar shows it"
    keys(qtbot, edit, "a", bold, " b", ENTER, italic, "c", italic, " d")
    assert edit.text() == "**a** b\n\n*c* d"
    keys(qtbot, edit, ENTER, bold, bold, "e", ENTER, bold, ENTER, "f")
    assert edit.text().endswith("\n\ne\n\nf"), "twice is not at all, and a new line begins plain"
    keys(qtbot, edit, ENTER, (Qt.Key.Key_Asterisk, CTRL | SHIFT))
    assert not edit.look().bold, "though the sign of a list is"
    keys(qtbot, edit, bold, "g", bold, " h")
    assert edit.text().endswith("- **g** h")


def test_shortcuts(edit: RichEdit, qtbot: QtBot) -> None:
    keys(qtbot, edit, "a ", (Qt.Key.Key_B, CTRL), "b", (Qt.Key.Key_B, CTRL), " c")
    assert edit.text() == "a **b** c"
    keys(qtbot, edit, (Qt.Key.Key_A, CTRL), (Qt.Key.Key_I, CTRL))
    assert edit.text() == "*a **b** c*"
    keys(qtbot, edit, (Qt.Key.Key_Asterisk, CTRL | SHIFT))
    assert edit.text() == "- *a **b** c*"
    keys(qtbot, edit, (Qt.Key.Key_7, CTRL | SHIFT))
    assert edit.text() == "1. *a **b** c*"
    keys(qtbot, edit, *[(Qt.Key.Key_Z, CTRL)] * 3)
    assert edit.text() == "a **b** c"
    keys(qtbot, edit, (Qt.Key.Key_Y, CTRL))
    assert edit.text() == "*a **b** c*"


def test_undo_reaches_over_everything(edit: RichEdit, qtbot: QtBot) -> None:
    edit.set_text("first")
    keys(qtbot, edit, END, ENTER, "- a", ENTER, "b")
    edit.insert_table()
    keys(qtbot, edit, "Head", TAB, TAB, "cell")
    edit.placer()([Picture("delve:one", "The shaft")])
    last = edit.text()
    assert "![The shaft](delve:one)" in last
    steps = 0
    while edit.document().isUndoAvailable():
        edit.undo_step()
        steps += 1
    assert edit.text() == "first"
    assert steps > 5
    while edit.document().isRedoAvailable():
        edit.redo()
    assert edit.text() == last


def test_a_table_is_written_with_tab(edit: RichEdit, qtbot: QtBot) -> None:
    keys(qtbot, edit, "Before")
    edit.insert_table()
    keys(qtbot, edit, "What", TAB, "Who", TAB, "Rope | 12 mm", TAB, "Fund", TAB, "Can")
    assert edit.text() == "Before\n\n| What | Who |\n|---|---|\n| Rope \\| 12 mm | Fund |\n| Can |  |"


def test_rows_and_columns_come_and_go(edit: RichEdit) -> None:
    edit.set_text("| a | b |\n|---|---|\n| 1 | 2 |")
    cursor = edit.document().find("1")
    cursor.setPosition(cursor.selectionStart())
    table = cursor.currentTable()
    tables.add_column(cursor, table, 1)
    tables.add_row(cursor, table, 1)
    assert edit.text() == "| a |  | b |\n|---|---|---|\n|  |  |  |\n| 1 |  | 2 |"
    tables.remove_column(cursor, table)
    tables.remove_row(edit.document().find("2"), table)
    assert edit.text() == "|  | b |\n|---|---|\n|  |  |"
    while edit.document().isUndoAvailable():
        edit.undo_step()
    assert edit.text() == "| a | b |\n|---|---|\n| 1 | 2 |"


def test_a_link_is_set_changed_and_taken_away(edit: RichEdit, qtbot: QtBot) -> None:
    keys(qtbot, edit, "see the page", (Qt.Key.Key_Left, CTRL | SHIFT))
    bubble = ask_for_link(edit)
    assert isinstance(bubble, LinkBubble)
    bubble.address.setText("javascript:alert(1)")
    qtbot.keyClick(bubble.address, ENTER)
    assert bubble.isVisible()
    assert edit.text() == "see the page"
    bubble.address.setText("example.org/a b".replace(" ", "_"))
    qtbot.keyClick(bubble.address, ENTER)
    assert edit.text() == "see the [page](https://example.org/a_b)"
    cursor = edit.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    edit.setTextCursor(cursor)
    keys(qtbot, edit, " now")
    assert edit.text() == "see the [page](https://example.org/a_b) now"
    edit.setTextCursor(edit.document().find("age"))
    cursor = edit.textCursor()
    cursor.clearSelection()
    edit.setTextCursor(cursor)
    again = ask_for_link(edit)
    assert again.findChildren(QLineEdit)[1].text() == "https://example.org/a_b"
    again._on_away()
    assert edit.text() == "see the page now"


def test_code_holds_several_lines(edit: RichEdit, qtbot: QtBot) -> None:
    edit.set_style(Kind.CODE)
    keys(qtbot, edit, "a *b*", ENTER, "c", ENTER, ENTER, "after")
    assert edit.text() == "```\na *b*\nc\n```\n\nafter"


# -- from other laptops ------------------------------------------------------------------------


def forms_of(text: str) -> list:
    return [block.form for block in blocks_of(text).blocks]


@settings(max_examples=300, deadline=None, suppress_health_check=NO_FIXTURE_CHECK)
@given(MARKDOWN, MARKDOWN, MARKDOWN)
def test_any_text_becomes_any_other_in_place_and_back_by_one_undo(
    qtbot: QtBot, common: str, old: str, new: str
) -> None:
    before, after = forms_of(f"{old}\n\n{common}"), forms_of(f"{common}\n\n{new}")
    document = SealedDocument()
    fill(document, before)
    reader = FormReader(document)
    reader.forms()
    take_in(document, reader, after)
    assert [form for form in reader.forms() if not form.blank] == after
    reader.reset()
    assert [form for form in reader.forms() if not form.blank] == after
    if before != after:
        document.undo()
    assert [form for form in reader.forms() if not form.blank] == before


def test_what_is_typed_first_stands_as_it_will_when_it_is_opened_again(edit: RichEdit, qtbot: QtBot) -> None:
    edit.set_text("")
    keys(qtbot, edit, "One", ENTER, "- two", ENTER, "three")
    typed = edit.document()
    again = RichEdit()
    qtbot.addWidget(again)
    again.set_text("One\n\n- two\n- three\n")
    assert typed.blockCount() == again.document().blockCount() == 3
    for number in range(3):
        one, other = typed.findBlockByNumber(number), again.document().findBlockByNumber(number)
        for look in ("lineHeight", "bottomMargin"):
            assert getattr(one.blockFormat(), look)() == getattr(other.blockFormat(), look)(), (number, look)
        if number:
            assert one.charFormat().foreground() == other.charFormat().foreground(), "the sign of an item"
