"""What stands where a list holds nothing: a picture, a sentence, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.ui import theme
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.frames import empty
from delve_desktop.ui.widgets.icon import paint as paint_icon

SIDE = 96


class _Picture(QWidget):
    """An icon in a soft disc."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = "leaf"
        self.setFixedSize(SIDE, SIDE)

    def show_icon(self, name: str) -> None:
        self._icon = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("teal-soft"))
        painter.drawEllipse(QRectF(self.rect()))
        inner = self.rect().adjusted(28, 28, -28, -28)
        paint_icon(painter, self._icon, "teal", inner)


class EmptyList(QWidget):
    """Never a dead end: at most one button does what the sentence says."""

    act_asked = Signal()
    """The button was pressed."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 48, 24, 24)
        column.setSpacing(12)
        self._picture = _Picture()
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self._head = label("", "strong", wrap=True)
        self._words = label("", "second", wrap=True)
        for one in (self._head, self._words):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(one)
        self._acts = QHBoxLayout()
        column.addLayout(self._acts)
        column.addStretch(1)

    def say(self, icon: str, head: str, words: str, act: str = "") -> None:
        """Show this; `act` are the words of the button, if there is one."""
        self._picture.show_icon(icon)
        self._head.setText(head)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        empty(self._acts)
        if act:
            made = button(act, "outline")
            made.clicked.connect(self.act_asked)
            self._acts.addStretch(1)
            self._acts.addWidget(made)
            self._acts.addStretch(1)

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(part for part in (self._head.text(), self._words.text()) if part)
