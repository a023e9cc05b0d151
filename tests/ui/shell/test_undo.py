"""Ctrl+Z outside of what is written: the last move to the bin, or of many, is taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui import samples
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


def add(cases: StandIn, title: str) -> RecordId:
    return samples.add(cases.session, SPACE, "note", title=title)


def undo(shell: Shell, qtbot: QtBot) -> None:
    qtbot.keyClick(shell.window().focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def in_bin(cases: StandIn, *ids: RecordId) -> list[bool]:
    return [records.record_row(cases.session, one).in_bin for one in ids]


def test_the_record_that_went_into_the_bin_comes_back(
    shell: Shell, cases: StandIn, settle: Wait, qtbot: QtBot
) -> None:
    note = add(cases, "Rope")
    shell.go(Section.NOTES)
    shell.pane.show_record(note)
    settle()
    shell.pane.delete()
    settle()
    assert in_bin(cases, note) == [True]
    shell.go(Section.CONTACTS)  # wherever the person is by now
    settle()
    undo(shell, qtbot)
    settle()
    assert in_bin(cases, note) == [False]
    undo(shell, qtbot)
    settle()
    assert in_bin(cases, note) == [False], "it is taken back once"


def test_many_come_back_and_the_button_of_an_older_bar_does_its_own(
    shell: Shell, cases: StandIn, settle: Wait, qtbot: QtBot
) -> None:
    first, second, third = (add(cases, title) for title in ("a", "b", "c"))
    shell.go(Section.NOTES)
    shell.pane.show_record(third)
    settle()
    shell.pane.delete()
    settle()
    shell.list.rows.selectAll()
    shell.list.batch.move_to_bin()
    settle()
    assert in_bin(cases, first, second, third) == [True] * 3
    older = next(one for one in shell.pane.bar.findChildren(QPushButton) if one.text() == "Undo")
    older.click()
    settle()
    assert in_bin(cases, first, second, third) == [True, True, False]
    undo(shell, qtbot)
    settle()
    assert in_bin(cases, first, second, third) == [False] * 3


def test_while_somebody_writes_it_is_of_what_is_written(
    shell: Shell, cases: StandIn, settle: Wait, qtbot: QtBot
) -> None:
    note = add(cases, "Rope")
    shell.go(Section.NOTES)
    shell.pane.show_record(note)
    settle()
    shell.pane.delete()
    settle()
    shell.start_new("note")
    assert shell.pane.form is not None
    title = shell.pane.form.findChildren(QLineEdit)[0]
    title.setFocus()
    qtbot.keyClicks(title, "Pump")
    undo(shell, qtbot)
    settle()
    assert title.text() == ""
    for button in shell.pane.findChildren(QPushButton):
        if button.isVisible() and button.isEnabled():
            button.setFocus()
            undo(shell, qtbot)
            break
    settle()
    assert in_bin(cases, note) == [True]
