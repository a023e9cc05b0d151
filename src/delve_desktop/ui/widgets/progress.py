"""A painted progress bar, 16 px high, that repaints at most four times a second."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from delve_desktop.ui import theme

REPAINT_MS = 250
STEPS = 8  # places of the block that moves while the whole is unknown


class ProgressBar(QWidget):
    """How much is done, from 0 to 1, or a moving block while the whole is unknown."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._fraction: float | None = 0.0
        self._step = 0
        self._since = QElapsedTimer()
        self._tick = QTimer(self, interval=REPAINT_MS)
        self._tick.timeout.connect(self._on_tick)
        self.setFixedHeight(16)
        self.setMinimumWidth(120)
        self.set_fraction(0.0)

    @property
    def fraction(self) -> float | None:
        """What was set last."""
        return self._fraction

    def set_fraction(self, fraction: float | None) -> None:
        """Show this much; repaints are spared when they come too fast. None: the whole is unknown."""
        self._fraction = None if fraction is None else min(1.0, max(0.0, fraction))
        if self._fraction is None:
            self.setAccessibleName(self.tr("{0}: under way").format(self._name))
            self._tick.start()
        else:
            self.setAccessibleName(f"{self._name}: {round(100 * self._fraction)} %")
            self._tick.stop()
        ended = self._fraction in (None, 0.0, 1.0)
        if ended or not self._since.isValid() or self._since.elapsed() >= REPAINT_MS:
            self._since.restart()
            self.update()

    def _on_tick(self) -> None:
        self._step = (self._step + 1) % STEPS
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_ = rect.height() / 2
        painter.setPen(QPen(now.color("edge"), 1))
        painter.setBrush(now.color("sunk"))
        painter.drawRoundedRect(rect, round_, round_)
        painter.setBrush(now.color("teal"))
        if self._fraction is None:
            block = rect.width() / 4
            left = rect.left() + (rect.width() - block) * self._step / (STEPS - 1)
            painter.drawRoundedRect(QRectF(left, rect.top(), block, rect.height()), round_, round_)
        elif self._fraction > 0:
            done = rect.adjusted(0, 0, -rect.width() * (1 - self._fraction), 0)
            painter.drawRoundedRect(done, min(round_, done.width() / 2), round_)
