"""The map on which a practice travels: land in few strokes, a circle a country with its number and name."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from delve_desktop.ui import resources, theme

WEST, EAST = -118.0, 156.0  # degrees that are always in view
MIDDLE: Final = 4.0  # the latitude half way down
SHAPE: Final = 700 / 256
LAND: Final = {"light": "#DDCFB2", "dark": "#3A4341"}
WATER: Final = {"light": "#F1E9DA", "dark": "#1A1F1E"}
Kind = Literal["started", "works", "failed"]


@dataclass(frozen=True)
class Spot:
    """One country on the map."""

    code: str
    name: str
    tried: int
    kind: Kind


@cache
def _world() -> tuple[list[list[list[float]]], dict[str, list[float]]]:
    """Outlines of land, and the middle of each country, in degrees."""
    read = json.loads((resources.folder() / "world.json").read_text(encoding="utf-8"))
    return list(read["land"].values()), read["countries"]


def is_placed(code: str) -> bool:
    """Whether the map knows where a country lies."""
    return code in _world()[1]


def circle_size(tried: int) -> float:
    """18 to 30 px across, by how many tried it."""
    return theme.px(min(30, 18 + 4 * max(0, tried - 1)))


class TravelMap(QWidget):
    """Paints the land once a size; circles and names each time. Geography is never mirrored."""

    def __init__(self) -> None:
        super().__init__()
        self._spots: Sequence[Spot] = ()
        self._land: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(280)

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Show these countries; a screen reader hears them as a list."""
        self._spots = [spot for spot in spots if is_placed(spot.code)]
        self.setAccessibleName(_tr("Map of where this practice was tried"))
        self.setAccessibleDescription("; ".join(spoken(spot) for spot in spots))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, round(560 / SHAPE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._land = None
        self.setFixedHeight(round(self.width() / SHAPE))

    def changeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._land = None  # also after a change of the theme
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._land is None or self._land.devicePixelRatio() != self.devicePixelRatioF():
            self._land = self._paint_land()
        painter.drawPixmap(0, 0, self._land)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed = [(spot, self._circle(spot)) for spot in self._spots]
        taken = [circle for _, circle in placed]
        for spot, circle in placed:
            _paint_spot(painter, spot, circle)
            taken.append(self._paint_name(painter, spot, circle, taken))

    def _at(self, lon: float, lat: float) -> QPointF:
        per_degree = self.width() / (EAST - WEST)
        return QPointF((lon - WEST) * per_degree, self.height() / 2 - (lat - MIDDLE) * per_degree)

    def _paint_land(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        name = theme.current().name
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(frame)
        painter.fillPath(frame, QColor(WATER[name]))
        land = QPainterPath()
        for outline in _world()[0]:
            land.addPolygon(QPolygonF([self._at(lon, lat) for lon, lat in outline]))
            land.closeSubpath()
        painter.fillPath(land, QColor(LAND[name]))
        painter.strokePath(land, QPen(QColor(LAND[name]).darker(115), 1))
        painter.end()
        return drawn

    def _circle(self, spot: Spot) -> QRectF:
        size = circle_size(spot.tried)
        lon, lat = _world()[1][spot.code]
        at = self._at(lon, lat)
        return QRectF(at.x() - size / 2, at.y() - size / 2, size, size)

    def _paint_name(self, painter: QPainter, spot: Spot, circle: QRectF, taken: Sequence[QRectF]) -> QRectF:
        """Beside the circle where nothing is in the way: right, left, below, above."""
        font = theme.font("second")
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(spot.name) + 2, metrics.height()
        middle = circle.center()
        places = [
            QRectF(circle.right() + 5, middle.y() - high / 2, wide, high),
            QRectF(circle.left() - 5 - wide, middle.y() - high / 2, wide, high),
            QRectF(middle.x() - wide / 2, circle.bottom() + 1, wide, high),
            QRectF(middle.x() - wide / 2, circle.top() - 1 - high, wide, high),
        ]
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        free = [
            place
            for place in places
            if inside.contains(place) and not any(place.intersects(other) for other in taken)
        ]
        if not free:  # the list beneath and the tooltip have it
            return QRectF()
        painter.setFont(font)
        painter.setPen(theme.current().color("ink"))
        painter.drawText(free[0], Qt.AlignmentFlag.AlignCenter, spot.name)
        return free[0]


def _paint_spot(painter: QPainter, spot: Spot, circle: QRectF) -> None:
    now = theme.current()
    failed = spot.kind == "failed"
    fill = {"started": "ochre", "works": "teal", "failed": "sheet"}[spot.kind]
    text = {"started": "on-ochre", "works": "on-teal", "failed": "red"}[spot.kind]
    painter.setBrush(now.color(fill))
    painter.setPen(
        QPen(now.color("red" if failed else "on-ochre" if spot.kind == "started" else "sheet"), 1.5)
    )
    painter.drawEllipse(circle)
    painter.setFont(theme.font("label", bold=True))
    painter.setPen(now.color(text))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "×" if failed else str(spot.tried or "•"))


def spoken(spot: Spot) -> str:
    """One country in words."""
    said = {
        "started": _tr("{0}: started here, tried at {1}"),
        "works": _tr("{0}: tried at {1}, it works"),
        "failed": _tr("{0}: tried at {1}, it did not work"),
    }[spot.kind]
    return said.format(spot.name, QCoreApplication.translate("home", "%n sites", "", spot.tried))


def _tr(text: str) -> str:
    return QCoreApplication.translate("home", text)
