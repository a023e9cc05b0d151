"""Something that takes a while: a bar with numbers, and a way to stop it without harm."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .basics import button, label
from .progress import ProgressBar


class RunLine(QWidget):
    """Hidden until it begins."""

    stop_asked = Signal()
    """The person does not want to wait."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.running = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._bar = ProgressBar(name)
        column.addWidget(self._bar)
        row = QHBoxLayout()
        self._far = label("", "second", wrap=True)
        row.addWidget(self._far, 1)
        self.stop = button(self.tr("Stop"), "quiet", "stop")
        self.stop.clicked.connect(self._on_stop)
        row.addWidget(self.stop)
        column.addLayout(row)
        self.hide()

    def begin(self) -> None:
        """It runs."""
        self.running = True
        self.stop.setEnabled(True)
        self._bar.set_fraction(None)
        self._far.setText("")
        self.show()

    def end(self) -> None:
        """It is over."""
        self.running = False
        self.hide()

    @property
    def said(self) -> str:
        """The numbers as they stand."""
        return self._far.text()

    def show_progress(self, done: int, whole: int, words: str = "") -> None:
        """How much of how much, in a unit of its own; `words` say it in place of per cent."""
        if self.running and (whole or words):
            self._bar.set_fraction(done / whole if whole else None)
            self._far.setText(words or self.tr("{0} %").format(100 * done // whole))

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop_asked.emit()
