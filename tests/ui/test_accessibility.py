"""Everything by keyboard and by name: walks the widgets as a screen reader would."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from delve_desktop.services import records
from delve_desktop.ui.records.model import spoken
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.vault.create_card import PassphraseAdvice
from delve_desktop.ui.vault.people import People
from delve_desktop.ui.vault.start_page import StartPage

from .samples import dispute
from .stand_in import SPACE, StandIn

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QListView, QTableView)
Wait = Callable[[], None]


def nameless(root: QWidget) -> list[QObject]:
    """Controls that a person can reach and a screen reader cannot name."""
    found: list[QObject] = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or not widget.isVisible():
            continue
        if widget.parent() is not None and isinstance(widget.parent(), QLineEdit | QComboBox):
            continue  # the cross and the arrow inside a field belong to it
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(widget)
    return found


@pytest.mark.parametrize("section", list(Section))
def test_every_control_of_every_section_has_a_name(
    shell: Shell, cases: StandIn, settle: Wait, section: Section
) -> None:
    contact, note = dispute(cases.session, SPACE, now=1_700_000_000)
    settle()
    shell.go(section)
    settle()
    assert nameless(shell) == []
    for record in (contact, note):
        shell.pane.show_record(record)
        settle()
        assert nameless(shell) == []
        shell.pane.edit()
        settle()
        assert nameless(shell) == []
        shell.pane.show_history()
        settle()
        assert nameless(shell) == []


def test_every_control_of_the_start_page_has_a_name(qtbot, tmp_path) -> None:
    advice = PassphraseAdvice(lambda _words, _name: (0, "no"), lambda: "words")
    page = StartPage(People(tmp_path, single=False), advice)
    qtbot.addWidget(page)
    page.show()
    assert nameless(page) == []


def test_every_button_can_be_reached_with_the_tabulator(shell: Shell, settle: Wait) -> None:
    shell.go(Section.NOTES)
    settle()
    for widget in shell.findChildren(QAbstractButton):
        if widget.isVisible() and not isinstance(widget.parent(), QLineEdit):
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.accessibleName()


def test_a_row_is_one_sentence(cases: StandIn) -> None:
    contact, _ = dispute(cases.session, SPACE, now=1_700_000_000)
    said = spoken(records.record_row(cases.session, contact))
    assert said.startswith("Baraka Nduki")
    assert "two versions" in said
    assert "not yet sent" in said
