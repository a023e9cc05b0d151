"""The sync pill in the top bar: how many changes wait, or that an exchange is under way."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from delve_desktop.ui import theme

from .elided import elided
from .icon import paint as paint_icon

BAR = 48
PAD = 14
TICK_MS = 250
STEPS = 6


class SyncPill(QAbstractButton):
    """A button that leads to the sync page."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = "laptop"
        self._moving = False
        self._step = 0
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(self.tr("Offline"))

    def say(self, text: str, icon: str = "laptop", *, moving: bool = False) -> None:
        """Show a state in words, with a small moving bar while something runs."""
        self._icon = icon
        self._moving = moving
        if moving:
            self._tick.start()
        else:
            self._tick.stop()
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(self.tr("Sync: {0}").format(text))
        self.updateGeometry()
        self.update()

    def _on_tick(self) -> None:
        self._step = (self._step + 1) % STEPS
        self.update()

    def sizeHint(self) -> QSize:
        return self._size(self._metrics().horizontalAdvance(self.text()))

    def minimumSizeHint(self) -> QSize:
        """A few letters; all of them are in the tooltip."""
        metrics = self._metrics()
        return self._size(min(metrics.horizontalAdvance(self.text()), 6 * metrics.averageCharWidth()))

    def _size(self, words: int) -> QSize:
        bar = BAR + 8 if self._moving else 0
        return QSize(PAD + self._side + 8 + bar + words + PAD + 4, max(40, self._metrics().height() + 16))

    @property
    def _side(self) -> int:
        return theme.px(20)

    @staticmethod
    def _metrics() -> QFontMetrics:
        return QFontMetrics(theme.font("body"))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(now.color("bar-hi"))
        painter.setPen(QPen(now.color("ochre"), 3) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        middle, side = self.height() // 2, self._side
        paint_icon(painter, self._icon, "on-bar", self._placed(QRect(PAD, middle - side // 2, side, side)))
        left = PAD + side + 8
        if self._moving:
            self._paint_bar(painter, QRectF(self._placed(QRect(left, middle - 3, BAR, 6))))
            left += BAR + 8
        painter.setFont(theme.font("body"))
        painter.setPen(now.color("on-bar"))
        words = QRect(left, 0, self.width() - left - PAD + 4, self.height())
        said = elided(self._metrics(), self.text(), words.width())
        painter.drawText(
            self._placed(words), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, said
        )

    def _placed(self, rect: QRect) -> QRect:
        """A place counted from where the line begins, as the language runs."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        now = theme.current()
        path = QPainterPath()
        path.addRoundedRect(rect, 3, 3)
        painter.fillPath(path, now.color("bar"))
        block = rect.width() / 3
        left = rect.left() + (rect.width() - block) * self._step / (STEPS - 1)
        done = QPainterPath()
        done.addRoundedRect(QRectF(left, rect.top(), block, rect.height()), 3, 3)
        painter.fillPath(done, now.color("ochre"))
