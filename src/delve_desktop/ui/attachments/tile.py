"""One picture in a strip: a button of 200 by 128 that shows it larger."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from delve_desktop.services.attachments.views import AttachmentView
from delve_desktop.ui import theme
from delve_desktop.ui.widgets.icon import paint as paint_icon

from .thumbnails import Thumbnails

SIZE: Final = QSize(200, 128)
RADIUS: Final = 6
LINE_GAP: Final = 4


class PictureTile(QAbstractButton):
    """Shows a picture, and beneath it what people wrote about it. Click it to see it larger."""

    def __init__(self, view: AttachmentView, thumbnails: Thumbnails, *, caption: bool = True) -> None:
        super().__init__()
        self.view = view
        self._thumbnails = thumbnails
        said = " / ".join(view.captions)
        self._caption = said if caption else ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture: {0}").format(said or view.name))
        self.setToolTip(said or view.name)
        thumbnails.know(view.thumb, view.values[0])
        thumbnails.arrived.connect(self._on_arrived)

    def sizeHint(self) -> QSize:
        """The picture, and a line for its caption."""
        line = QFontMetrics(theme.font("second")).height() + LINE_GAP if self._caption else 0
        return QSize(SIZE.width(), SIZE.height() + line)

    def _on_arrived(self, root: str) -> None:
        if root == self.view.thumb:
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRect(0, 0, SIZE.width(), SIZE.height())
        found = self._thumbnails.pixmap(self.view.thumb, SIZE, RADIUS, self.devicePixelRatioF())
        if found is not None:
            painter.drawPixmap(frame.topLeft(), found)
        else:
            painter.setPen(now.color("line"))
            painter.setBrush(now.color("sunk"))
            painter.drawRoundedRect(frame.adjusted(0, 0, -1, -1), RADIUS, RADIUS)
            middle = frame.center()
            paint_icon(painter, "picture", "ink3", QRect(middle.x() - 16, middle.y() - 16, 32, 32))
        if self.hasFocus():
            painter.setPen(QPen(now.color("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -2, -2), RADIUS, RADIUS)
        if self._caption:
            font = theme.font("second")
            painter.setFont(font)
            painter.setPen(now.color("ink2"))
            below = QRect(0, SIZE.height() + LINE_GAP, SIZE.width(), QFontMetrics(font).height())
            text = QFontMetrics(font).elidedText(self._caption, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
