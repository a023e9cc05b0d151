"""Asking and answering under a record: nothing typed is lost, and nothing is told before it is handed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import drafts
from delve_desktop.services.questions import open_questions, thread
from delve_desktop.ui.records.comment_box import CommentBox
from delve_desktop.ui.records.questions import Questions
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


@pytest.fixture
def note(shell: Shell, cases: StandIn, settle: Wait) -> RecordId:
    record = add(cases.session, SPACE, "note", title="Pump", text="Ten metres deep.")
    shell.go(Section.NOTES)
    settle()
    shell.pane.show_record(record)
    settle()
    return record


def questions(shell: Shell) -> Questions:
    return shell.pane.findChildren(Questions)[-1]


def box(shell: Shell) -> CommentBox:
    (found,) = questions(shell).findChildren(CommentBox)
    return found


def words(shell: Shell) -> QPlainTextEdit:
    return box(shell).findChildren(QPlainTextEdit)[0]


def press(shell: Shell, text: str) -> None:
    found = [one for one in questions(shell).findChildren(QPushButton) if one.text() == text]
    found = [one for one in found if one.isVisible()]
    assert found, text
    found[0].click()


def shown(shell: Shell) -> str:
    return "\n".join(one.text() for one in questions(shell).findChildren(QLabel))


def test_a_question_is_asked_and_answered_in_place(
    shell: Shell, qtbot: QtBot, cases: StandIn, note: RecordId, settle: Wait
) -> None:
    press(shell, "Ask a question")
    qtbot.keyClicks(words(shell), "How deep is the well?")
    qtbot.keyClick(words(shell), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    (waits,) = open_questions(cases.session, SPACE)
    assert waits.comment.text == "How deep is the well?"
    assert "Waits for an answer" in shown(shell)
    press(shell, "Answer")
    qtbot.keyClicks(words(shell), "Nine metres.")
    box(shell).hand_in()
    settle()
    assert open_questions(cases.session, SPACE) == []
    ((remark),) = thread(cases.session, note)
    assert [one.text for one in remark.answers] == ["Nine metres."]
    assert "Nine metres." in shown(shell)
    assert "Waits for an answer" not in shown(shell)


def test_the_cursor_stays_at_the_record_when_a_question_was_handed_in(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    record = add(cases.session, SPACE, "note", title="Pump", text="Ten metres deep.")
    shell.go(Section.NOTES)
    settle()
    shell.pane.show_record(record)
    settle()
    press(shell, "Ask a question")
    qtbot.keyClicks(words(shell), "How deep is the well?")
    qtbot.keyClick(words(shell), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert shell.pane.isAncestorOf(QApplication.focusWidget())


def test_the_page_stays_where_it_is_when_a_question_was_handed_in(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    text = "\n\n".join(f"Line {number} of a long report." for number in range(60))
    record = add(cases.session, SPACE, "note", title="Pump", text=text)
    for number in range(6):
        add(cases.session, SPACE, "comment", about=record.hex(), text=f"{number}\n\nand more", asks=True)
    shell.go(Section.NOTES)
    settle()
    shell.pane.show_record(record)
    settle()
    press(shell, "Ask a question")
    qtbot.wait(100)
    bar = shell.pane._body.verticalScrollBar()
    bar.setValue(bar.maximum() - 40)
    qtbot.keyClicks(words(shell), "How deep is the well?")
    qtbot.wait(100)
    before = bar.value()
    assert before > 500
    qtbot.keyClick(words(shell), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    qtbot.wait(200)
    assert "How deep is the well?" in shown(shell)
    assert abs(bar.value() - min(before, bar.maximum())) <= 2


def test_esc_closes_an_empty_place_to_ask_and_keeps_words(
    shell: Shell, qtbot: QtBot, note: RecordId, settle: Wait
) -> None:
    press(shell, "Ask a question")
    qtbot.keyClicks(words(shell), "How")
    qtbot.keyClick(words(shell), Qt.Key.Key_Escape)
    assert words(shell).toPlainText() == "How"
    words(shell).clear()
    qtbot.keyClick(words(shell), Qt.Key.Key_Escape)
    settle()
    assert not questions(shell).findChildren(CommentBox)
    assert shell.pane.record == note


def test_a_question_can_be_called_answered(
    shell: Shell, cases: StandIn, note: RecordId, settle: Wait
) -> None:
    add(cases.session, SPACE, "comment", about=note.hex(), text="How deep?", asks=True)
    settle()
    press(shell, "It is answered")
    settle()
    assert open_questions(cases.session, SPACE) == []
    assert "Answered" in shown(shell)


def test_inv01_what_is_typed_and_not_handed_in_comes_back(
    shell: Shell, qtbot: QtBot, cases: StandIn, note: RecordId, settle: Wait
) -> None:
    press(shell, "Ask a question")
    qtbot.keyClicks(words(shell), "Half a quest")
    shell.go(Section.CONTACTS)  # sooner than the pause after which a draft is saved
    settle()
    (draft,) = drafts.list_drafts(cases.session, SPACE)
    assert draft.content["text"] == "Half a quest"
    assert thread(cases.session, note) == (), "told to nobody"
    shell.go(Section.NOTES)
    settle()
    shell.pane.show_record(note)
    settle()
    assert words(shell).toPlainText() == "Half a quest"
    qtbot.keyClicks(words(shell), "ion?")
    box(shell).hand_in()
    settle()
    assert drafts.list_drafts(cases.session, SPACE) == []
    assert [one.comment.text for one in thread(cases.session, note)] != []


def test_a_change_that_comes_in_does_not_take_the_words_away(
    shell: Shell, qtbot: QtBot, cases: StandIn, note: RecordId, settle: Wait
) -> None:
    press(shell, "Ask a question")
    before = words(shell)
    qtbot.keyClicks(before, "Half a quest")
    add(cases.session, SPACE, "comment", about=note.hex(), text="Well told.")
    settle()
    assert words(shell) is before, "nothing is built anew under the person's hands"
    assert before.toPlainText() == "Half a quest"
    press(shell, "Throw away")
    shell.pane.refresh()
    settle()
    assert "Well told." in shown(shell)
    assert drafts.list_drafts(cases.session, SPACE) == []


def test_what_people_wrote_is_no_markup(shell: Shell, cases: StandIn, note: RecordId, settle: Wait) -> None:
    add(cases.session, SPACE, "comment", about=note.hex(), text="<img src='file:///etc/passwd'> **really**")
    settle()
    told = next(one for one in questions(shell).findChildren(QLabel) if "really" in one.text())
    assert told.textFormat() is Qt.TextFormat.PlainText
    assert "<img" in told.text()  # the words themselves
    QTest.mousePress(told, Qt.MouseButton.LeftButton)  # to select some of them
    painted = QLabel.text(told)  # by Qt now, from markup
    assert "&lt;img" in painted
    assert "<b>really</b>" in painted
    assert "<img" not in painted
    assert "<img" in told.text()  # still the words themselves
