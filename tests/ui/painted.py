"""Words that are painted and stand in no label: noted as they are drawn, and judged like those of labels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from .pseudo import CLOSE, OPEN
from .walking import SLACK

LEAST = 4  # letters of what people wrote that can be seen at the least


@dataclass(frozen=True)
class Painted:
    """One drawing of words: into which place of which widget, and what they need."""

    text: str
    place: QRect
    wide: int
    high: int
    letter: int  # how wide one is
    widget: QWidget

    @property
    def name(self) -> str:
        """In a failure's message."""
        return f"{type(self.widget).__name__} {self.text!r} in {self.place.getRect()}"


@contextmanager
def noting() -> Iterator[list[Painted]]:
    """What is painted meanwhile."""
    noted: list[Painted] = []
    real = QPainter.drawText

    def draw(painter: QPainter, *given: Any) -> Any:
        place, text = given[0], given[-1]
        device = painter.device()
        if isinstance(text, str) and isinstance(device, QWidget):
            metrics = QFontMetrics(painter.font())
            wide = max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0)
            high = metrics.height() * (text.count("\n") + 1)
            if text.strip().isdigit():  # the figures, in a line that is higher
                high = metrics.capHeight()
            if isinstance(place, QPoint):  # of a line that was laid out: where it begins
                place = QRect(place.x(), place.y() - metrics.ascent(), wide, high)
            rect = painter.transform().mapRect(QRectF(place)).toAlignedRect()
            noted.append(Painted(text, rect, wide, high, metrics.averageCharWidth(), device))
        return real(painter, *given)

    QPainter.drawText = draw  # type: ignore[method-assign, assignment]
    try:
        yield noted
    finally:
        QPainter.drawText = real  # type: ignore[method-assign]


def cut(noted: list[Painted]) -> list[str]:
    """What cannot be read as a whole."""
    return [f"{one.name}: {why}" for one in noted if (why := _cut(one))]


def _cut(one: Painted) -> str:
    if not one.text.strip():
        return ""
    if not one.widget.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).intersects(one.place):
        return ""  # scrolled out of sight
    if one.high > one.place.height() + SLACK:
        return f"needs {one.high} px of height"
    if one.place.left() < -SLACK or one.place.right() > one.widget.width() + SLACK:
        return f"reaches out of {one.widget.width()} px"
    if OPEN in one.text and CLOSE not in one.text:
        whole = one.text.partition("…")[0].strip() in one.widget.toolTip()
        return "" if whole else "words of the window are cut, and no caption has them whole"
    if one.wide > one.place.width() + SLACK:
        return f"needs {one.wide} px"
    if one.text.strip() == "…" or (one.text.endswith("…") and one.place.width() < LEAST * one.letter):
        return "nothing is left of it"
    return ""
