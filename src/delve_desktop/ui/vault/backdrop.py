"""Paper with the name in the corner and the hills at its foot: behind everything before the main window."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui  # whose `Qt` and painters are not for the first page: see `early`
from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from delve_desktop.ui import early, theme
from delve_desktop.ui.widgets.icon import clear, paint_svg
from delve_desktop.ui.widgets.scene import Scene

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent, QPixmap

MOST_GROUND = 260  # pixels of hills
LEAST_GROUND = 80
SKY = 52  # units of the picture above its highest peak
LOGO = 40
HEAD = 104  # pixels above what stands on the paper


class Backdrop(QWidget):
    """What stands on it is laid out by who makes it."""

    painted = Signal()
    """It was painted for the first time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painted = False
        self._scene = Scene("hills.svg", sky=SKY)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not early.pictures_wait():  # the window behind it is of paper too
            self._draw()
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def _draw(self) -> None:
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("paper"))
        paint_name(painter, self)
        height = max(LEAST_GROUND, min(MOST_GROUND, self.height() - 500))
        ground = self._scene.pixmap(
            self.width(), height, self.devicePixelRatioF(), mirrored=self.isRightToLeft()
        )
        painter.drawPixmap(0, self.height() - height, ground)


@cache
def _logo(file: str, ratio: float) -> QPixmap:
    drawn = clear(round(LOGO * ratio), round(LOGO * ratio))
    painter = QtGui.QPainter(drawn)
    paint_svg(painter, file, drawn.rect().toRectF())
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def paint_name(painter: QPainter, page: QWidget) -> None:
    """The logo and the name in the upper corner where reading begins."""
    now = theme.current()
    from_right = page.isRightToLeft()
    logo = _logo("logo-ink.svg" if now.name == "light" else "logo.svg", page.devicePixelRatioF())
    painter.drawPixmap(page.width() - 80 if from_right else 40, 32, logo)
    painter.setFont(theme.font("record", serif=True))
    painter.setPen(now.color("ink"))
    high = max(52, painter.fontMetrics().height())
    words = QRect(page.width() - 392 if from_right else 92, 52 - high // 2, 300, high)
    # a painter takes left for right itself where reading begins at the right
    side = QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, int(side), "Delve")


def name_width() -> int:
    """Pixels from the edge to the end of the name, and a gap behind it."""
    return 92 + QtGui.QFontMetrics(theme.font("record", serif=True)).horizontalAdvance("Delve") + 4


def scrolled(card: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """A card in the middle of what may scroll where letters are large."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setProperty("horizontalScrollBarPolicy", early.NO_SCROLL_BAR)
    area.setProperty("focusPolicy", early.NO_FOCUS)
    inner = QWidget()
    inner.setProperty("surface", "none")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card, 100)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    area.setWidget(inner)
    return area
