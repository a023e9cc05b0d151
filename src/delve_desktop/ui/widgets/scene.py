"""The hills behind the start: one SVG, rendered once a size."""

from __future__ import annotations

from PySide6 import QtGui  # whose painters are not for the first page: see `early`
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPixmap

from .icon import clear, paint_svg

SIZE = QSize(1366, 312)  # what the SVGs are drawn in


class Scene:
    """One of the pictures of hills, scaled to a width, its foot at the lower edge, cropped at the top.

    `sky` says how much of the top, in the SVG's units, may be cropped; where that is not enough, the picture
    sinks, and loses its foot rather than its peaks.
    """

    def __init__(self, file: str, sky: int = SIZE.height()) -> None:
        self._file = file
        self._sky = sky
        self._drawn = QPixmap()
        self._of: tuple[int, int, float, bool] | None = None

    def pixmap(self, width: int, height: int, ratio: float, *, mirrored: bool = False) -> QPixmap:
        """The picture in logical pixels, for writing from the right mirrored; kept while the size stays."""
        if self._of != (width, height, ratio, mirrored):
            self._of = (width, height, ratio, mirrored)
            self._drawn = self._render(width, height, ratio, mirrored)
        return self._drawn

    def _render(self, width: int, height: int, ratio: float, mirrored: bool) -> QPixmap:
        drawn = clear(round(width * ratio), round(height * ratio))
        drawn.setDevicePixelRatio(ratio)
        scale = width / SIZE.width()
        whole = SIZE.height() * scale
        painter = QtGui.QPainter(drawn)
        if mirrored:
            painter.translate(width, 0)
            painter.scale(-1, 1)
        top = max(height - whole, -self._sky * scale)
        paint_svg(painter, self._file, QRectF(0, top, width, whole))
        painter.end()
        return drawn
