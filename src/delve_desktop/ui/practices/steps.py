"""The steps of a practice: a painted number, its name, what to do, and a picture where there is one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from delve_desktop.domain.outline import Outline, Part
from delve_desktop.ui import theme
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.prose import prose

NUMERAL: Final = 32
PICTURE: Final = QSize(128, 88)


class Numeral(QWidget):
    """The number of a step on a disc."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        side = max(NUMERAL, self.fontMetrics().height() + 10)
        self.setFixedSize(side, side)
        self.setAccessibleName(self.tr("Step {0}").format(number))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("teal"))
        painter.drawEllipse(self.rect())
        painter.setPen(now.color("on-teal"))
        painter.setFont(theme.font("lead", bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)


class Steps(QWidget):
    """All steps, and what is said before the first."""

    def __init__(self, outline: Outline, pictures: list[QPixmap | None], name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        if outline.before:
            column.addWidget(prose(outline.before, name))
        for number, part in enumerate(outline.parts, 1):
            picture = pictures[number - 1] if number <= len(pictures) else None
            column.addWidget(_step(number, part, picture, name))


def _step(number: int, part: Part, picture: QPixmap | None, name: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    if picture is not None:
        shown = QLabel()
        shown.setPixmap(picture)
        shown.setFixedSize(PICTURE)
        row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(6)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Numeral(number), 0, Qt.AlignmentFlag.AlignTop)
    if part.name:
        head.addWidget(label(part.name, "strong", wrap=True), 1)
        words.addLayout(head)
        if part.text:
            words.addWidget(prose(part.text, name))
    else:
        head.addWidget(prose(part.text, name), 1)
        words.addLayout(head)
    words.addStretch(1)
    row.addLayout(words, 1)
    return holder
