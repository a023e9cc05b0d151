"""Text in list rows: wrapped to at most so many lines, elided, with search hits tinted. Cached."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption

from delve_desktop.ui import theme

from .items import split_marks

Line = tuple[str, tuple[tuple[int, int], ...]]  # text, marks as (start, length)


@lru_cache(maxsize=2048)
def lay_out(text: str, width: int, size: str, bold: bool, most: int) -> tuple[Line, ...]:
    """The lines of `text` in `width` pixels: at most `most`, the last one elided."""
    plain, marks = split_marks(" ".join(text.split()))
    font = theme.font(size, bold=bold)
    layout = QTextLayout(plain, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[Line] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        start, length = line.textStart(), line.textLength()
        if len(lines) == most - 1:
            shown = QFontMetrics(font).elidedText(plain[start:], Qt.TextElideMode.ElideRight, width)
            lines.append((shown, _within(marks, start, len(shown))))
            break
        lines.append((plain[start : start + length].rstrip(), _within(marks, start, length)))
    layout.endLayout()
    return tuple(lines)


def _within(marks: tuple[tuple[int, int], ...], start: int, length: int) -> tuple[tuple[int, int], ...]:
    found = []
    for begin, count in marks:
        left, right = max(begin, start), min(begin + count, start + length)
        if left < right:
            found.append((left - start, right - left))
    return tuple(found)


def draw(
    painter: QPainter,
    rect: QRect,
    text: str,
    size: str,
    token: str,
    *,
    bold: bool = False,
    mirrored: bool = False,
) -> int:
    """Draw as many lines as fit, from the right where `mirrored`; returns the height used."""
    font = theme.font(size, bold=bold)
    metrics = QFontMetrics(font)
    step = metrics.height()
    now = theme.current()
    painter.setFont(font)
    lines = lay_out(text, rect.width(), size, bold, max(1, rect.height() // step))
    for number, (line, marks) in enumerate(lines):
        top = rect.top() + number * step
        start = rect.right() + 1 - metrics.horizontalAdvance(line) if mirrored else rect.left()
        for begin, count in marks:
            left = start + metrics.horizontalAdvance(line[:begin])
            wide = metrics.horizontalAdvance(line[begin : begin + count])
            painter.fillRect(QRect(left, top, wide, step), now.color("ochre-soft"))
            painter.setPen(now.color("ochre-text"))
            painter.drawLine(left, top + step - 1, left + wide, top + step - 1)
        painter.setPen(now.color(token))
        painter.drawText(QPoint(start, top + metrics.ascent()), line)
    return step * len(lines)
