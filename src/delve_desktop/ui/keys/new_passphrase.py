"""A passphrase to be: six words to be had at a press, a meter, and in words why one is not good enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.progress import ProgressBar

from . import advice
from .secret_field import SecretField


class NewPassphrase(QWidget):
    """`personal` gives the names that an acquaintance would try; `language` is that of the words."""

    changed = Signal()
    """Something else stands in the field."""
    entered = Signal()
    """Enter in the field."""

    def __init__(self, language: str, personal: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._language = language
        self._personal = personal
        self.good = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = QHBoxLayout()
        caption = label(self.tr("Passphrase: six words, or at least 15 letters"), "strong", wrap=True)
        line.addWidget(caption, 1)
        self.suggest = button(self.tr("Suggest six words"), "link")
        self.suggest.clicked.connect(self._on_suggest)
        line.addWidget(self.suggest)
        column.addLayout(line)
        self.secret = SecretField(self.tr("New passphrase"))
        caption.setBuddy(self.secret.edit)
        self.secret.edit.textChanged.connect(self.judge_again)
        self.secret.edit.returnPressed.connect(self.entered)
        self.secret.capitals_told.connect(self._on_capitals)
        column.addWidget(self.secret)
        column.addSpacing(4)
        self._meter = ProgressBar(self.tr("Strength"))
        self._meter.setFixedHeight(12)
        column.addWidget(self._meter)
        self._told = label("", "second", wrap=True)
        column.addWidget(self._told)
        self._capitals = label(self.tr("Caps lock seems to be on."), "needs-you")
        self._capitals.hide()
        column.addWidget(self._capitals)
        self.judge_again()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.secret.edit.text()

    def clear(self) -> None:
        """Begin anew, hidden."""
        self.secret.edit.clear()
        self.secret.reveal(shown=False)

    def judge_again(self) -> None:
        """Look at what stands there now; the names may have changed too."""
        typed = self.text
        score, reason = advice.judge(typed, self._personal()) if typed else (0, "")
        self.good = bool(typed) and not reason
        self._meter.set_fraction(score / 4)
        if not typed:
            said = self.tr(
                "Nobody can open your vault without these words, not even us. Write them on paper."
            )
        else:
            said = reason or self.tr("Good. Write the words on paper and keep them apart from the laptop.")
        self._told.setText(said)
        self.changed.emit()

    def _on_capitals(self, on: bool) -> None:
        self._capitals.setVisible(on)

    def _on_suggest(self) -> None:
        self.secret.edit.setText(advice.suggest(self._language))
        self.secret.reveal()
        self.secret.edit.setFocus()
