"""One field: the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from delve_desktop.ui.keys.secret_field import SecretField
from delve_desktop.ui.widgets.basics import button, icon_label, label

if TYPE_CHECKING:
    from delve_desktop.ui.sentences import Sentence

    from .people import Person


class UnlockCard(QWidget):
    """Opens the vault of one person."""

    unlock_asked = Signal(object, str)
    """The `Person`, and the passphrase as typed."""
    forgotten = Signal(object)
    """The `Person` who forgot their passphrase."""

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 40, 48, 32)
        column.setSpacing(4)
        self._welcome = label("", "record", wrap=True)
        column.addWidget(self._welcome)
        column.addWidget(label(self.tr("Type your words to open."), "second"))
        column.addSpacing(24)
        caption = label(self.tr("Passphrase"), "strong")
        column.addWidget(caption)
        self.secret = SecretField(self.tr("Passphrase"))
        caption.setBuddy(self.secret.edit)
        self.secret.edit.returnPressed.connect(self._on_open)
        self.secret.edit.textChanged.connect(self._on_typed)
        self.secret.capitals_told.connect(self._on_capitals)
        column.addSpacing(4)
        column.addWidget(self.secret)
        self._told = label("", "second", wrap=True)
        self._told.setMinimumHeight(24)
        column.addWidget(self._told)
        self._capitals = label(self.tr("Caps lock seems to be on."), "needs-you")
        self._capitals.hide()
        column.addWidget(self._capitals)
        column.addSpacing(8)
        self.open = button(self.tr("Open"), "primary", "key", tall=True)
        self.open.clicked.connect(self._on_open)
        column.addWidget(self.open)
        column.addSpacing(16)
        self._help(column)

    def _help(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.addWidget(icon_label("check", "teal"))
        line.addWidget(
            label(self.tr("A wrong word harms nothing. Try as often as you like."), "second", wrap=True), 1
        )
        column.addLayout(line)
        other = QHBoxLayout()
        other.addWidget(icon_label("note", "teal"))
        self.forgot = button(self.tr("Forgotten your words?"), "link")
        self.forgot.clicked.connect(self._on_forgot)
        other.addWidget(self.forgot)
        other.addStretch(1)
        column.addLayout(other)
        column.addStretch(1)

    @property
    def field(self) -> QLineEdit:
        """Where the passphrase is typed."""
        return self.secret.edit

    def show_person(self, person: Person) -> None:
        """Ask this person."""
        self._person = person
        first = person.name.split()[0] if person.name.split() else ""
        self._welcome.setText(
            self.tr("Welcome back, {0}").format(first) if first else self.tr("Welcome back")
        )
        self.secret.edit.clear()
        self._capitals.hide()
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """While the key is derived, about a second."""
        self.secret.edit.setReadOnly(busy)
        self.open.setEnabled(not busy)
        self.open.setText(self.tr("Opening …") if busy else self.tr("Open"))
        if busy:
            self._say("", danger=False)

    def fail(self, sentence: Sentence) -> None:
        """Say why it did not open; what was typed stays, to be mended."""
        self.set_busy(busy=False)
        self._say(sentence.text, danger=True)
        self.secret.edit.setFocus()
        self.secret.edit.selectAll()

    def _on_capitals(self, on: bool) -> None:
        self._capitals.setVisible(on)

    def _on_forgot(self) -> None:
        if self._person is not None:
            self.forgotten.emit(self._person)

    def _say(self, text: str, *, danger: bool) -> None:
        self._told.setProperty("role", "danger" if danger else "second")
        self._told.style().polish(self._told)
        self._told.setText(text)

    def _on_typed(self, text: str) -> None:
        words = len(text.split())
        many = self.tr("%n words so far", "", words) if words else ""
        self._say(self.tr("1 word so far") if words == 1 else many, danger=False)

    def _on_open(self) -> None:
        if self._person is not None and self.secret.edit.text() and self.open.isEnabled():
            self.set_busy(busy=True)
            self.unlock_asked.emit(self._person, self.secret.edit.text())
