"""The recovery sheet, made anew."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent

from delve_desktop.ui.desk import Desk
from delve_desktop.ui.keys.recovery_card import RecoveryCard
from delve_desktop.ui.keys.secret_field import SecretField
from delve_desktop.ui.keys.sheet_paper import Sheet
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.widgets.basics import button, label

from .card import Card


class RecoverySettings(Card):
    """One that was made before opens nothing any more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            self.tr("Recovery sheet"),
            self.tr("A page on paper that opens your vault when the words are forgotten."),
        )
        self._desk = desk
        self._state = label("", "second", wrap=True)
        self.body.addWidget(self._state)
        self.body.addWidget(label(self.tr("Your words"), "strong"))
        self.words = SecretField(self.tr("Your words, for the recovery sheet"))
        self.words.edit.textChanged.connect(self._on_typed)
        self.words.edit.returnPressed.connect(self._on_make)
        self.body.addWidget(self.words)
        self.make = button(self.tr("Make a new sheet"), "outline", "note")
        self.make.clicked.connect(self._on_make)
        self.body.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeading)
        self.sheet = RecoveryCard()
        self.sheet.hide()
        self.body.addWidget(self.sheet)
        self._on_typed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._desk.ask(lambda use: use.has_recovery_code(), self._on_known, owner=self)

    def _on_known(self, there: bool) -> None:
        self._state.setText(
            self.tr("You have one. A new one makes it void.")
            if there
            else self.tr("You have none yet. Without it, forgotten words cannot be helped.")
        )

    def _on_typed(self) -> None:
        self.make.setEnabled(bool(self.words.edit.text()))

    def _on_make(self) -> None:
        typed = self.words.edit.text()
        if not typed:
            return
        self.bar.clear()
        self.make.setEnabled(False)
        self.make.setText(self.tr("Making it …"))
        self._desk.ask(
            lambda use: use.new_recovery_code(typed), self._on_made, owner=self, failed=self._on_failed
        )

    def _on_made(self, code: str) -> None:
        self._end()
        self.words.edit.clear()
        self.sheet.show_sheet(Sheet(code, self._desk.name, time.time()))
        self.sheet.show()
        self._on_known(there=True)

    def _on_failed(self, sentence: Sentence) -> None:
        self._end()
        self.fail(sentence)

    def _end(self) -> None:
        self.make.setText(self.tr("Make a new sheet"))
        self._on_typed()
