"""Small pictures for lists and strips: read and decoded on the worker, kept while there is room for them."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from delve_desktop.ui.desk import Desk
from delve_desktop.ui.rasters import PHOTOS, reader_of
from delve_desktop.ui.use_cases import UseCases

KEPT: Final = 128  # pictures of 256 points: 24 MB at the most
MOST_SIDE: Final = 512  # points of a small picture that is decoded
MOST_SMALL_POINTS: Final = 1_000_000  # of a small picture as it came, which is decoded unasked
MOST_POINTS: Final = 40_000_000


def decode(data: bytes, most_side: int, most_points: int = MOST_POINTS) -> QImage | None:
    """A picture of these bytes, scaled down to `most_side`; None where they are none. For any thread.

    The size is looked at before anything is decoded.
    """
    reader = reader_of(data, PHOTOS)
    if reader is None:
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > most_points:
        return None
    if max(size.width(), size.height()) > most_side:
        reader.setScaledSize(size.scaled(most_side, most_side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


class Thumbnails(QObject):
    """The small pictures of one open vault. Lives on the main thread; goes with its desk."""

    arrived = Signal(str)
    """A picture that was asked for is here: its id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._cut: OrderedDict[tuple[str, int, int], QPixmap] = OrderedDict()
        self._values: dict[str, Any] = {}  # maps of attachments that may stand in no record yet
        self._asked: set[str] = set()
        self._absent: set[str] = set()
        desk.changed.connect(self._on_changed)

    def know(self, root: str, value: Any) -> None:
        """A picture may be asked for that only this map of an attachment finds."""
        if root not in self._kept:
            self._values[root] = value
            self._absent.discard(root)

    def image(self, root: str) -> QImage | None:
        """The picture, or None while it is read: `arrived` tells when to look again."""
        found = self._kept.get(root)
        if found is not None:
            self._kept.move_to_end(root)
            return found
        if root and root not in self._asked and root not in self._absent:
            self._asked.add(root)
            value = self._values.pop(root, None)

            def read(use: UseCases) -> QImage | None:
                data = use.thumbnail(root, value)
                return decode(data, MOST_SIDE, MOST_SMALL_POINTS) if data is not None else None

            self._desk.ask(read, lambda image: self._on_read(root, image), owner=self)
        return None

    def pixmap(self, root: str, size: QSize, radius: int = 6, ratio: float = 1.0) -> QPixmap | None:
        """The middle of the picture with round corners, `size` in logical points; None while it is read."""
        wide, high = round(size.width() * ratio), round(size.height() * ratio)
        key = (root, wide, high)
        made = self._cut.get(key)
        if made is not None:
            self._cut.move_to_end(key)
            return made
        image = self.image(root)
        if image is None:
            return None
        made = _cut(image, wide, high, round(radius * ratio))
        made.setDevicePixelRatio(ratio)
        self._cut[key] = made
        while len(self._cut) > KEPT:
            self._cut.popitem(last=False)
        return made

    def _on_read(self, root: str, image: QImage | None) -> None:
        self._asked.discard(root)
        if image is None:
            self._absent.add(root)
            return
        self._kept[root] = image
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(root)

    def _on_changed(self, _summary: object) -> None:
        self._absent.clear()  # it may have come


def thumbnails_of(desk: Desk) -> Thumbnails:
    """The small pictures of this desk's vault, shared by all who show some."""
    return desk.findChild(Thumbnails) or Thumbnails(desk)


def _cut(image: QImage, wide: int, high: int, radius: int) -> QPixmap:
    scaled = image.scaled(
        wide,
        high,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    made = QPixmap(wide, high)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, wide, high), radius, radius)
    painter.setClipPath(path)
    painter.drawImage(-(scaled.width() - wide) // 2, -(scaled.height() - high) // 2, scaled)
    painter.end()
    return made
