"""Six digits that open again after an idle lock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from delve_desktop.domain.errors import DelveError
from delve_desktop.services.keeping.pin import DIGITS, IdleLock, check_pin
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.columns import Turning

from .card import Card


class PinCard(Card):
    """The digits live as long as the vault is open: they are kept nowhere."""

    def __init__(self, lock: IdleLock) -> None:
        super().__init__(
            self.tr("Six digits for a short break"),
            self.tr(
                "After a pause they open Delve again without your words. They count until you lock, close"
                " Delve or the laptop sleeps; five wrong ones lock for good. Until then the keys stay in"
                " memory, so choose none if somebody may take the laptop from you."
            ),
        )
        self._lock = lock
        self.digits = QLineEdit()
        self.digits.setEchoMode(QLineEdit.EchoMode.Password)
        self.digits.setMaxLength(DIGITS)
        self.digits.setAccessibleName(self.tr("Six digits"))
        self.digits.setPlaceholderText(self.tr("Six digits"))
        self.digits.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        )
        self.digits.returnPressed.connect(self._on_set)
        self.set_ = button(self.tr("Use these digits"), "outline")
        self.set_.clicked.connect(self._on_set)
        self.body.addWidget(Turning(self.digits, self.set_))
        self._state = label("", "second", wrap=True)
        self.body.addWidget(self._state)
        self.remove = button(self.tr("Use none"), "quiet", "x")
        self.remove.clicked.connect(self._on_remove)
        self.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeading)
        self._show()

    def _show(self) -> None:
        self.remove.setVisible(self._lock.has_pin)
        self._state.setText(
            self.tr("Digits are set.")
            if self._lock.has_pin
            else self.tr("None are set: a pause locks fully.")
        )

    def _on_set(self) -> None:
        typed = self.digits.text()
        self.digits.clear()
        try:
            check_pin(typed)
        except DelveError as error:
            six = len(typed) == DIGITS and typed.isascii() and typed.isdigit()
            said = (
                self.tr("Others would try these digits first. Take other ones.")
                if six
                else self.tr("Six digits are needed.")
            )
            self.fail(Sentence(said, str(error)))
            return
        self._lock.set_pin(typed)
        self._show()
        self.say(self.tr("From now on these digits open Delve again after a pause."))

    def _on_remove(self) -> None:
        self._lock.set_pin(None)
        self._show()
        self.say(self.tr("A pause locks fully from now on."))
