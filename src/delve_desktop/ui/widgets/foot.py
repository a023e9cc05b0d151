"""The foot of a record: a drawn laptop, server and people, and the sentence that says where it is safe."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from delve_desktop.ui import theme

from .elided import ElidedLabel
from .frames import framed
from .icon import paint as paint_icon

NODE = 32
LINK = 24


class Where(Enum):
    """How far a record has come."""

    NOTHING = "nothing"
    WRITING = "writing"  # typed, not yet on the disk
    HERE = "here"  # on this laptop, durable
    SENT = "sent"  # the server has it too


class _Path(QWidget):
    """Three nodes: filled where the record is, dashed where it is not yet."""

    def __init__(self) -> None:
        super().__init__()
        self.where = Where.NOTHING
        self.setFixedSize(3 * NODE + 2 * LINK, NODE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reached = {Where.HERE: 1, Where.SENT: 2}.get(self.where, 0)
        now = theme.current()
        for index, name in enumerate(("laptop", "server", "people")):
            left = index * (NODE + LINK)
            filled = index < reached
            pen = QPen(now.color("teal" if filled else "ink3"), 1.25)
            if not filled:
                pen.setStyle(Qt.PenStyle.DashLine)
            if index:
                painter.setPen(
                    QPen(
                        now.color("teal" if filled else "edge"),
                        2,
                        Qt.PenStyle.SolidLine if filled else Qt.PenStyle.DotLine,
                    )
                )
                painter.drawLine(QPoint(left - LINK, NODE // 2), QPoint(left, NODE // 2))
            painter.setPen(pen)
            painter.setBrush(now.color("teal") if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRect(left + 1, 1, NODE - 2, NODE - 2))
            paint_icon(painter, name, "on-teal" if filled else "ink2", QRect(left + 8, 8, 16, 16))


class FootLine(QWidget):
    """Path, sentence, and a quieter remark at the end of the line."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(framed(self, "foot"))
        row.setContentsMargins(24, 7, 24, 7)
        row.setSpacing(12)
        self._path = _Path()
        self._sentence = ElidedLabel("strong")
        self._remark = ElidedLabel("second", trailing=True)
        first = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._remark.setSizePolicy(first)  # to give way
        row.addWidget(self._path)
        row.addWidget(self._sentence)
        row.addWidget(self._remark, 1)

    @property
    def sentence(self) -> str:
        """What is said now."""
        return self._sentence.text()

    @property
    def remark(self) -> str:
        """What stands at the end of the line."""
        return self._remark.text()

    def show_remark(self, remark: str) -> None:
        """Say something else at the end of the line."""
        self._remark.setText(remark)

    def show_state(self, where: Where, sentence: str, remark: str = "") -> None:
        """Say where the record is."""
        self._path.where = where
        self._path.update()
        self._path.setVisible(where is not Where.NOTHING)
        self._sentence.setText(sentence)
        self._remark.setText(remark)
        self.setAccessibleName(sentence)
