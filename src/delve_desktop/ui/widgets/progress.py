"""A painted progress bar, 16 px high, that repaints at most four times a second."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from delve_desktop.ui import theme

REPAINT_MS = 250


class ProgressBar(QWidget):
    """How much is done, from 0 to 1."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._fraction = 0.0
        self._since = QElapsedTimer()
        self.setFixedHeight(16)
        self.setMinimumWidth(120)
        self._name = name
        self.set_fraction(0.0)

    @property
    def fraction(self) -> float:
        """What was set last."""
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        """Show this much; repaints are spared when they come too fast."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.setAccessibleName(f"{self._name}: {round(100 * self._fraction)} %")
        if self._fraction in (0.0, 1.0) or not self._since.isValid() or self._since.elapsed() >= REPAINT_MS:
            self._since.restart()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(now.color("edge"), 1))
        painter.setBrush(now.color("sunk"))
        painter.drawRoundedRect(rect, 8, 8)
        if self._fraction > 0:
            done = rect.adjusted(0, 0, -rect.width() * (1 - self._fraction), 0)
            painter.setBrush(now.color("teal"))
            painter.drawRoundedRect(done, min(8.0, done.width() / 2), 8)
