"""After an idle lock: six digits, and nothing of the vault on screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from delve_desktop.services.keeping.pin import DIGITS, Cover, PinTry
from delve_desktop.ui import theme
from delve_desktop.ui.widgets.basics import Disc, button, label, surface

from .backdrop import HEAD, Backdrop, scrolled


class PinPage(Backdrop):
    """`try_pin` says what a PIN came to. After the fifth wrong one the vault is locked."""

    opened = Signal()
    """The PIN was right."""
    words_asked = Signal()
    """Lock, and open with the passphrase."""
    help_page = "lock"

    def __init__(self, name: str, try_pin: Callable[[str], PinTry]) -> None:
        super().__init__()
        self._try = try_pin
        card = surface("card")
        card.setMaximumWidth(theme.px(440))
        lines = QVBoxLayout(card)
        lines.setContentsMargins(40, 32, 40, 32)
        lines.setSpacing(8)
        who = QHBoxLayout()
        who.setSpacing(16)
        who.addWidget(Disc(name, 48))
        who.addWidget(
            label(self.tr("Still there, {0}?").format(name.split(maxsplit=1)[0]), "record", wrap=True), 1
        )
        lines.addLayout(who)
        lines.addSpacing(8)
        lines.addWidget(
            label(
                self.tr("Nobody touched the laptop for a while. What you typed is kept."), "soft", wrap=True
            )
        )
        lines.addSpacing(8)
        self._ask(lines)
        self._told = label("", "danger", wrap=True)
        self._told.setMinimumHeight(24)
        lines.addWidget(self._told)
        self.words = button(self.tr("Use my words"), "quiet", "key")
        self.words.clicked.connect(self.words_asked)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addStretch(1)
        lines.addWidget(foot)
        self._place(card)

    def _ask(self, lines: QVBoxLayout) -> None:
        caption = label(self.tr("Your six digits"), "strong")
        lines.addWidget(caption)
        self.digits = QLineEdit()
        self.digits.setProperty("tall", "true")
        self.digits.setEchoMode(QLineEdit.EchoMode.Password)
        self.digits.setAccessibleName(caption.text())
        self.digits.setMaxLength(DIGITS)
        self.digits.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        )
        self.digits.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.digits))
        self.digits.textEdited.connect(self._on_typed)
        caption.setBuddy(self.digits)
        lines.addWidget(self.digits)

    def _place(self, card: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, HEAD, 24, 24)
        column.addWidget(scrolled(card))

    @property
    def told(self) -> str:
        """What was said of the last try."""
        return self._told.text()

    def _on_typed(self, text: str) -> None:
        if len(text) < DIGITS:
            return
        self.digits.clear()
        came = self._try(text)
        if came.cover is Cover.OPEN:
            self.opened.emit()
        elif came.tries_left:
            self._told.setText(self.tr("These are not the digits. %n tries are left.", "", came.tries_left))
