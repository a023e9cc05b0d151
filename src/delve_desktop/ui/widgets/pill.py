"""The sync pill in the top bar: how many changes wait, or how far an exchange is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from delve_desktop.ui import theme

from .icon import paint as paint_icon

BAR = 48
PAD = 14


class SyncPill(QAbstractButton):
    """A button that leads to the sync page. `fraction` is None while nothing runs."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = "laptop"
        self._fraction: float | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say(self.tr("Offline"))

    def say(self, text: str, icon: str = "laptop", fraction: float | None = None) -> None:
        """Show a state in words, with a bar while `fraction` (0 to 1) is given."""
        self._icon = icon
        self._fraction = fraction
        self.setText(text)
        self.setAccessibleName(self.tr("Sync: {0}").format(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("body"))
        width = PAD + 20 + 8 + metrics.horizontalAdvance(self.text()) + PAD
        if self._fraction is not None:
            width += BAR + 8
        return QSize(width + 4, max(40, metrics.height() + 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(now.color("bar-hi"))
        painter.setPen(QPen(now.color("ochre"), 3) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        middle = self.height() // 2
        paint_icon(painter, self._icon, "on-bar", QRect(PAD, middle - 10, 20, 20))
        left = PAD + 28
        if self._fraction is not None:
            self._paint_bar(painter, QRectF(left, middle - 3, BAR, 6))
            left += BAR + 8
        painter.setFont(theme.font("body"))
        painter.setPen(now.color("on-bar"))
        painter.drawText(
            QRect(left, 0, self.width() - left - PAD + 4, self.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self.text(),
        )

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        now = theme.current()
        path = QPainterPath()
        path.addRoundedRect(rect, 3, 3)
        painter.fillPath(path, now.color("bar"))
        done = QPainterPath()
        done.addRoundedRect(
            QRectF(rect.topLeft(), rect.size()).adjusted(0, 0, rect.width() * ((self._fraction or 0) - 1), 0),
            3,
            3,
        )
        painter.fillPath(done, now.color("ochre"))
