"""A picture larger, inside the window: over everything else, until Esc or a click beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from delve_desktop.services.attachments.views import AttachmentView
from delve_desktop.ui import theme
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.basics import tool
from delve_desktop.ui.widgets.icon import icon as make_icon

from .thumbnails import Thumbnails, decode

GROUND: Final = QColor(16, 20, 19, 235)
WORDS: Final = QColor("#F5EFE3")
MOST_SIDE: Final = 2400
EDGE: Final = 24


class Lightbox(QWidget):
    """Shows the pictures of one record, one at a time; arrows go to the next."""

    def __init__(
        self, desk: Desk, over: QWidget, views: list[AttachmentView], at: int, thumbnails: Thumbnails
    ) -> None:
        super().__init__(over)
        self._desk = desk
        self._views = views
        self._at = at
        self._thumbnails = thumbnails
        self._over = over
        self._image: QImage | None = None
        self._before: QWidget | None = over.focusWidget()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close = self._tool("x", self.tr("Close the picture"), self.end)
        self._back = self._tool("back", self.tr("The picture before"), lambda: self.turn(-1))
        self._next = self._tool("fwd", self.tr("The next picture"), lambda: self.turn(1))
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self._load()
        self.show()
        self.raise_()
        self.setFocus()

    def _tool(self, icon: str, name: str, act: Callable[[], None]) -> QToolButton:
        made = tool(icon, name, self)
        made.setIcon(make_icon(icon, "on-bar"))
        made.setProperty("kind", "on-dark")
        made.clicked.connect(act)
        return made

    def turn(self, by: int) -> None:
        """Go to another picture of the record."""
        self._at = (self._at + by) % len(self._views)
        self._load()

    def end(self) -> None:
        """Back to the record."""
        self._over.removeEventFilter(self)
        self.hide()
        if self._before is not None and shiboken6.isValid(self._before):  # it may have been read anew
            self._before.setFocus()
        self.deleteLater()

    @property
    def shown(self) -> AttachmentView:
        """The attachment that is shown."""
        return self._views[self._at]

    def _load(self) -> None:
        view = self.shown
        self._image = self._thumbnails.image(view.thumb)
        self.setAccessibleName(self.tr("Picture: {0}").format(" / ".join(view.captions) or view.name))
        several = len(self._views) > 1
        self._back.setVisible(several)
        self._next.setVisible(several)
        self.update()
        if view.where != "here":
            return

        def read(use: UseCases) -> QImage | None:
            return decode(use.attachment_bytes(view.values[0]), MOST_SIDE)

        self._desk.ask(read, lambda image: self._on_read(view, image), owner=self)

    def _on_read(self, view: AttachmentView, image: QImage | None) -> None:
        if image is not None and view.id == self.shown.id:
            self._image = image
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._close.move(self.width() - EDGE - 40 if not self.isRightToLeft() else EDGE, EDGE)
        middle = self.height() // 2 - 20
        first, last = (self._back, self._next) if not self.isRightToLeft() else (self._next, self._back)
        first.move(EDGE, middle)
        last.move(self.width() - EDGE - 40, middle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if self.isRightToLeft() else 1
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() == Qt.Key.Key_Right:
            self.turn(ahead)
        elif event.key() == Qt.Key.Key_Left:
            self.turn(-ahead)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._place().contains(event.position().toPoint()):
            self.end()

    def _place(self) -> QRect:
        """Where the picture stands."""
        room = self.rect().adjusted(88, 56, -88, -72)
        size = self._image.size() if self._image is not None else QSize(256, 192)
        fitted = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, fitted.width(), fitted.height())
        place.moveCenter(room.center())
        return place

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        if self._image is not None:
            painter.drawImage(place, self._image)
        painter.setPen(WORDS)
        painter.setFont(theme.font("body"))
        view = self.shown
        said = " / ".join(view.captions) or view.name
        if view.where != "here":
            said = self.tr("{0} – only the small picture is on this laptop").format(said)
        below = QRect(EDGE, self.height() - 60, self.width() - 2 * EDGE, 48)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, said)
        painter.end()
