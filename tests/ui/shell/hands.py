"""What a person does with hands and eyes in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.ui.notes.about_row import AboutRow
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.widgets.reader import Reader

Wait = Callable[[], None]
NOT_SENT = "Saved on this laptop – not yet sent"


def press(inside: QWidget, words: str) -> None:
    """Press the visible button with these words."""
    found = [one for one in inside.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    assert found, f"no button {words!r} in {[one.text() for one in inside.findChildren(QPushButton)]}"
    found[0].click()


def editor(shell: Shell, name: str) -> QLineEdit:
    """The one-line editor with this name."""
    assert shell.pane.form is not None
    return next(one for one in shell.pane.form.findChildren(QLineEdit) if one.accessibleName() == name)


def text_editor(shell: Shell) -> RichEdit:
    assert shell.pane.form is not None
    return shell.pane.form.findChildren(RichEdit)[0]


def shown(inside: QWidget) -> str:
    """All text that is visible."""
    texts = [one.text() for one in inside.findChildren(QLabel) if one.isVisible()]
    texts += [one.text() for one in inside.findChildren(Reader) if one.isVisible()]
    return "\n".join(texts)


def write_place(shell: Shell, qtbot: QtBot, place: str) -> None:
    """Type a place into the row of chips of the note that is open."""
    assert shell.pane.form is not None
    shell.pane.form.findChildren(AboutRow)[0].ask_place()
    qtbot.keyClicks(editor(shell, "Place"), place)


def focused_words(shell: Shell) -> str:
    """What the button with the focus says."""
    focused = shell.focusWidget()
    return focused.text() if isinstance(focused, QPushButton) else repr(focused)


def choose(shell: Shell, record: RecordId, settle: Wait) -> None:
    settle()
    shell.list.rows.setCurrentIndex(shell.list.model.index_of(record))
    settle()
    assert shell.pane.record == record
