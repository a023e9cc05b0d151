"""Somebody new on this laptop: a name and a passphrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.progress import ProgressBar

from .secret_field import SecretField


@dataclass(frozen=True)
class PassphraseAdvice:
    """How passphrases are judged and suggested; handed in, for it loads what the start does not need.

    `judge(passphrase, name)` gives 0 to 4 and the reason why it is refused, or an empty reason.
    """

    judge: Callable[[str, str], tuple[int, str]]
    suggest: Callable[[], str]


class CreateCard(QWidget):
    """Makes a vault. Works without any network."""

    create_asked = Signal(str, str)
    """Name and passphrase."""
    back_asked = Signal()
    """To the people who are here already."""

    def __init__(self, advice: PassphraseAdvice) -> None:
        super().__init__()
        self._advice = advice
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 28, 48, 24)
        column.setSpacing(4)
        column.addWidget(label(self.tr("New on this laptop"), "record"))
        column.addWidget(
            label(
                self.tr("All you write is locked with your words, and stays here until you send it."),
                "second",
                wrap=True,
            )
        )
        column.addSpacing(12)
        column.addWidget(label(self.tr("Your name, as the others know you"), "strong"))
        self.name = QLineEdit()
        self.name.setProperty("tall", "true")
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.textChanged.connect(self._on_typed)
        column.addWidget(self.name)
        column.addSpacing(8)
        column.addLayout(self._caption())
        self.secret = SecretField(self.tr("Passphrase"))
        self.secret.edit.textChanged.connect(self._on_typed)
        self.secret.edit.returnPressed.connect(self._on_create)
        column.addWidget(self.secret)
        column.addSpacing(4)
        self._meter = ProgressBar(self.tr("Strength"))
        self._meter.setFixedHeight(12)
        column.addWidget(self._meter)
        self._told = label("", "second", wrap=True)
        self._told.setMinimumHeight(40)
        column.addWidget(self._told)
        column.addStretch(1)
        column.addLayout(self._actions())
        self._on_typed()

    def _caption(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(label(self.tr("Passphrase: six words, or at least 15 letters"), "strong"), 1)
        suggest = button(self.tr("Suggest six words"), "link")
        suggest.clicked.connect(self._on_suggest)
        line.addWidget(suggest)
        return line

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.back = button(self.tr("Back"), "plain", "back", tall=True)
        self.back.clicked.connect(self.back_asked)
        self.create_ = button(self.tr("Create my vault"), "primary", "check", tall=True)
        self.create_.clicked.connect(self._on_create)
        row.addWidget(self.back)
        row.addWidget(self.create_, 1)
        return row

    def reset(self, *, can_go_back: bool) -> None:
        """Begin with empty fields."""
        self.name.clear()
        self.secret.edit.clear()
        self.back.setVisible(can_go_back)
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """While the vault is made, about a second."""
        self.create_.setText(self.tr("Making your vault …") if busy else self.tr("Create my vault"))
        self.name.setReadOnly(busy)
        self.secret.edit.setReadOnly(busy)
        if busy:
            self.create_.setEnabled(False)
        else:
            self._on_typed()

    def fail(self, sentence: Sentence) -> None:
        """Say why there is no vault yet."""
        self.set_busy(busy=False)
        self._say(sentence.text, danger=True)

    def _say(self, text: str, *, danger: bool = False) -> None:
        self._told.setProperty("role", "danger" if danger else "second")
        self._told.style().polish(self._told)
        self._told.setText(text)

    def _on_suggest(self) -> None:
        self.secret.edit.setText(self._advice.suggest())
        self.secret.reveal()

    def _on_typed(self) -> None:
        typed = self.secret.edit.text()
        name = self.name.text().strip()
        score, reason = self._advice.judge(typed, name) if typed else (0, "")
        self._meter.set_fraction(score / 4)
        good = bool(typed) and not reason
        if not typed:
            self._say(
                self.tr("Nobody can open your vault without these words, not even us. Write them on paper.")
            )
        else:
            self._say(
                reason or self.tr("Good. Write the words on paper and keep them apart from the laptop.")
            )
        self.create_.setEnabled(good and bool(name))

    def _on_create(self) -> None:
        if self.create_.isEnabled():
            self.set_busy(busy=True)
            self.create_asked.emit(self.name.text().strip(), self.secret.edit.text())
