"""A change comes in while somebody writes in the same record."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from delve_desktop.domain import ops
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.ops import Write
from delve_desktop.services import drafts, records
from delve_desktop.services.views import EditText, RecordView
from delve_desktop.ui.records.joining import joined_content
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.text.edit import RichEdit
from tests.ui.samples import add, arrive
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]
AT = 1_700_000_000
LINES = [f"Paragraph {number}: the rope at ladder {number} is worn." for number in range(1, 31)]
TEXT = "\n\n".join(LINES)


@pytest.fixture
def note(shell: Shell, cases: StandIn, settle: Wait) -> RecordId:
    made = add(cases.session, SPACE, "note", title="Rope", text=TEXT, place="Geita", themes=["safety"])
    shell.go(Section.NOTES)
    settle()
    shell.list.rows.setCurrentIndex(shell.list.model.index_of(made))
    settle()
    shell.pane.edit()
    settle()
    return made


def text_of(shell: Shell) -> RichEdit:
    assert shell.pane.form is not None
    return shell.pane.form.findChildren(RichEdit)[0]


def stand_behind(edit: RichEdit, words: str) -> None:
    cursor = edit.document().find(words)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionEnd())
    edit.setTextCursor(cursor)


def view(cases: StandIn, record: RecordId) -> RecordView:
    return records.open_record(cases.session, record)


def fields(cases: StandIn, record: RecordId) -> dict[str, object]:
    return {field.name: field.value for field in view(cases, record).fields}


def theirs(cases: StandIn, record: RecordId, text: str, *more: Write) -> None:
    seen = view(cases, record).heads[0]
    arrive(cases.session, SPACE, record, Write("text", ops.TEXT, text), *more, at=AT, seen=seen)


def test_changes_elsewhere_in_the_text_join_without_moving_cursor_selection_or_page(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, note: RecordId
) -> None:
    edit = text_of(shell)
    stand_behind(edit, "ladder 20 is")
    edit.setFocus()
    qtbot.keyClicks(edit, " badly")
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.WordLeft, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    settle()
    selected, place = cursor.selectedText(), edit.mapTo(shell, edit.cursorRect().topLeft())
    changed = TEXT.replace(LINES[2], "Neema put new rope here.\n\nAnd here,\n\nand there.").replace(
        LINES[27], "It was replaced."
    )
    theirs(cases, note, changed)
    settle()
    mine = changed.replace("ladder 20 is worn", "ladder 20 is badly worn")
    assert edit.text() == mine
    assert edit.textCursor().selectedText() == selected == "badly"
    assert edit.mapTo(shell, edit.cursorRect().topLeft()) == place, "what is on screen stays"
    assert "Neema L. changed other parts of this" in shell.pane.bar.text
    shell.pane.finish()
    settle()
    assert not any(field.disputed for field in view(cases, note).fields)
    assert fields(cases, note)["text"] == mine


def test_a_paragraph_that_comes_in_at_the_cursor_leaves_it_where_it_is(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, note: RecordId
) -> None:
    edit = text_of(shell)
    stand_behind(edit, LINES[19])
    theirs(cases, note, TEXT.replace(LINES[19], LINES[19] + "\n\nNew rope came on Monday."))
    settle()
    qtbot.keyClicks(edit, " Badly.")
    assert edit.text() == TEXT.replace(LINES[19], LINES[19] + " Badly.\n\nNew rope came on Monday.")


def test_the_draft_moves_on_to_what_came_in(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, note: RecordId
) -> None:
    edit = text_of(shell)
    before = view(cases, note).heads
    stand_behind(edit, "ladder 20 is")
    qtbot.keyClicks(edit, " badly")
    shell.pane.save_now()
    settle()
    found = drafts.open_draft(cases.session, note)
    assert found is not None
    assert found.heads == before
    theirs(cases, note, TEXT.replace(LINES[2], "New rope."))
    settle()
    found = drafts.open_draft(cases.session, note)
    assert found is not None
    assert set(found.heads) == set(view(cases, note).heads) != set(before)
    assert "New rope." in found.content["text"]
    assert "badly" in found.content["text"]


def test_inv07_the_same_paragraph_stays_as_typed_and_becomes_two_versions(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, note: RecordId
) -> None:
    edit = text_of(shell)
    stand_behind(edit, "ladder 20 is")
    qtbot.keyClicks(edit, " badly")
    settle()
    typed = edit.text()
    theirs(cases, note, TEXT.replace("ladder 20 is worn", "ladder 20 is new"))
    settle()
    assert edit.text() == typed, "the words that are typed stay"
    assert "Neema L. changed this too; both will be kept" in shell.pane.bar.text
    qtbot.keyClicks(edit, "!")
    shell.pane.finish()
    settle()
    (text,) = (field for field in view(cases, note).fields if field.name == "text")
    assert text.disputed
    assert {version.value for version in text.versions} == {
        TEXT.replace("ladder 20 is worn", "ladder 20 is badly! worn"),
        TEXT.replace("ladder 20 is worn", "ladder 20 is new"),
    }


def test_inv07_all_that_came_in_joins_or_none_of_it(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, note: RecordId
) -> None:
    """The text could join, but the title was changed by both: the draft has not seen their version."""
    assert shell.pane.form is not None
    edit = text_of(shell)
    title = shell.pane.form.focusWidget()
    qtbot.keyClicks(title, ", worn")
    theirs(cases, note, TEXT.replace(LINES[2], "New rope."), Write("title", ops.PUT, "New rope"))
    settle()
    assert edit.text() == TEXT
    shell.pane.finish()
    settle()
    standing = {field.name: field for field in view(cases, note).fields}
    assert {version.value for version in standing["title"].versions} == {"Rope, worn", "New rope"}
    assert standing["text"].value == TEXT.replace(LINES[2], "New rope.")


def test_other_fields_join_and_members_of_sets(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, note: RecordId
) -> None:
    edit = text_of(shell)
    stand_behind(edit, "ladder 20 is")
    qtbot.keyClicks(edit, " badly")
    seen = view(cases, note).heads[0]
    arrive(
        cases.session,
        SPACE,
        note,
        Write("place", ops.PUT, "Kahama"),
        Write("themes", ops.ADD, ["finance"]),
        at=AT,
        seen=seen,
    )
    settle()
    assert shell.pane.form is not None
    content = shell.pane.form.content()
    assert content["place"] == "Kahama"
    assert sorted(content["themes"]) == ["finance", "safety"]
    shell.pane.finish()
    settle()
    assert fields(cases, note)["place"] == "Kahama"
    assert "badly" in str(fields(cases, note)["text"])


def test_undo_takes_back_what_was_typed_and_not_what_came_in(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, note: RecordId
) -> None:
    edit = text_of(shell)
    stand_behind(edit, "ladder 20 is")
    qtbot.keyClicks(edit, " badly")
    changed = TEXT.replace(LINES[2], "New rope.")
    theirs(cases, note, changed)
    settle()
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == changed
    qtbot.keyClick(edit, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == changed.replace("ladder 20 is", "ladder 20 is badly")
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == changed
    for _each in range(3):
        qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == changed
    shell.pane.finish()
    settle()
    assert fields(cases, note)["text"] == changed


def test_a_draft_that_was_left_takes_in_what_came_meanwhile(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, note: RecordId
) -> None:
    shell.pane.escape()
    settle()
    mine = TEXT.replace("ladder 20 is worn", "ladder 20 is badly worn")
    heads = view(cases, note).heads
    drafts.save_draft(cases.session, SPACE, note, "note", {"title": "Rope", "text": mine}, None, heads)
    theirs(cases, note, TEXT.replace(LINES[2], "New rope."))
    settle()
    shell.pane.refresh()
    settle()
    shell.pane._go_on()
    settle()
    assert text_of(shell).text() == mine.replace(LINES[2], "New rope.")
    shell.pane.finish()
    settle()
    assert fields(cases, note)["text"] == mine.replace(LINES[2], "New rope.")
    assert not any(field.disputed for field in view(cases, note).fields)


def test_an_edit_of_ones_own_elsewhere_joins_too(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, note: RecordId
) -> None:
    edit = text_of(shell)
    stand_behind(edit, "ladder 20 is")
    qtbot.keyClicks(edit, " badly")
    settle()
    records.edit_record(cases.session, note, [EditText("text", TEXT + "\n\nOne more.")], actor="batch")
    settle()
    assert edit.text().endswith("\n\nOne more.")
    assert "badly" in edit.text()


def test_into_a_form_of_what_went_into_the_bin_nothing_joins(cases: StandIn) -> None:
    note = add(cases.session, SPACE, "note", title="Rope", text="one")
    before = records.open_record(cases.session, note)
    mine = {"title": "Rope", "text": "one, and mine"}
    assert joined_content(before, before, mine) == mine
    records.delete_record(cases.session, note)
    assert joined_content(before, records.open_record(cases.session, note), mine) is None
