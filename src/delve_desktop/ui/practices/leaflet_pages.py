"""Lays a leaflet out: what it is and the danger across the page, then two columns; one page where it fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from .leaflet_blocks import (
    POINT,
    Block,
    StepBlock,
    Words,
    draw_card,
    draw_icon,
    escaped,
    font,
    markup,
    part,
)
from .leaflet_content import Leaflet

MARGIN: Final = 36 * POINT
GAP: Final = 18 * POINT  # between columns
FOOT: Final = 18 * POINT
SIZES: Final = (10.0, 9.5, 9.0, 8.5)  # points, tried in turn for one page
TITLE: Final = 20.0
PAD: Final = 9 * POINT


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch of a block on a page."""

    page: int
    block: Block
    x: float
    y: float
    begin: float
    end: float


class Layout:
    """A leaflet in one size of letters on pages of one size, in units."""

    def __init__(self, leaflet: Leaflet, page: QSizeF, size: float) -> None:
        self.leaflet = leaflet
        self.page = page
        self.size = size
        self.width = page.width() - 2 * MARGIN
        self.column = (self.width - GAP) / 2
        self._bottom = page.height() - MARGIN - FOOT
        self._title = Words(escaped(leaflet.title), font(TITLE, serif=True))
        self._by = Words(escaped(leaflet.by), font(size, bold=False), "ink2")
        self._summary = Words(markup(leaflet.summary), font(size + 1.5)) if leaflet.summary else None
        self._facts = [(icon, self._fact(name, said)) for icon, name, said in leaflet.facts]
        self._dangers = [(one.icon, Words(markup(one.text), font(size))) for one in leaflet.dangers]
        self._danger_head = Words(escaped(leaflet.danger_heading), font(size + 2, bold=True), "red")
        self.blocks = list(self._flow())
        self._head_height = self._head(None)
        self.placed = _placed(self, self._bottom)
        self.pages = 1 + max((one.page for one in self.placed), default=0)

    def draw(self, painter: QPainter, page: int) -> None:
        """One page, counted from 0, on a painter whose unit is a tenth of a point."""
        if page == 0:
            self._head(painter)
        for one in self.placed:
            if one.page == page:
                part(painter, one.block, QPointF(one.x, one.y), self.column, one.begin, one.end)
        self._foot(painter, page)

    # -- across the page ----------------------------------------------------------------------

    def _fact(self, name: str, said: str) -> Words:
        return Words(f"<b>{escaped(name)}</b><br>{escaped(said)}", font(self.size - 0.5))

    def _head(self, painter: QPainter | None) -> float:
        """Draw what stands above the columns, or only measure it; returns where it ends."""
        y = float(MARGIN)
        for words, below in ((self._title, 2), (self._by, 8)):
            if painter is not None:
                words.draw(painter, MARGIN, y, self.width)
            y += words.height(self.width) + below * POINT
        y = self._card(painter, y) if self._summary is not None or self._facts else y
        return self._danger(painter, y) if self._dangers else y

    def _card(self, painter: QPainter | None, top: float) -> float:
        inner = self.width - 2 * PAD
        words = self._summary.height(inner) + 4 * POINT if self._summary is not None else 0.0
        across = inner / 3
        icon = 14 * POINT
        rows = [self._facts[start : start + 3] for start in range(0, len(self._facts), 3)]
        heights = [max(one.height(across - icon - PAD) for _, one in row) + 4 * POINT for row in rows]
        bottom = top + words + sum(heights) + 2 * PAD
        if painter is not None:
            draw_card(painter, QRectF(MARGIN, top, self.width, bottom - top), "sunk", "line", 0.5 * POINT)
            y = top + PAD
            if self._summary is not None:
                self._summary.draw(painter, MARGIN + PAD, y, inner)
            y += words
            for row, height in zip(rows, heights, strict=True):
                for number, (name, one) in enumerate(row):
                    x = MARGIN + PAD + number * across
                    draw_icon(painter, name, "teal", QRectF(x, y, 11 * POINT, 11 * POINT))
                    one.draw(painter, x + icon, y, across - icon - PAD)
                y += height
        return bottom + 8 * POINT

    def _danger(self, painter: QPainter | None, top: float) -> float:
        inner = (self.width - 2 * PAD - GAP) / 2
        icon = 15 * POINT
        heights = [one.height(inner - icon) + 2 * POINT for _, one in self._dangers]
        half = _halved(heights)
        tall = max(sum(heights[:half]), sum(heights[half:]))
        head = self._danger_head.height(self.width) + 4 * POINT
        bottom = top + head + tall + 2 * PAD
        if painter is not None:
            draw_card(painter, QRectF(MARGIN, top, self.width, bottom - top), "red-soft", "red", 1.2 * POINT)
            draw_icon(painter, "warn", "red", QRectF(MARGIN + PAD, top + PAD, 14 * POINT, 14 * POINT))
            self._danger_head.draw(painter, MARGIN + PAD + 18 * POINT, top + PAD, self.width)
            for start, stop, x in ((0, half, 0.0), (half, len(heights), inner + GAP)):
                y = top + PAD + head
                for (name, one), height in zip(self._dangers[start:stop], heights[start:stop], strict=True):
                    left = MARGIN + PAD + x
                    draw_icon(painter, name, "red", QRectF(left, y, 11 * POINT, 11 * POINT))
                    one.draw(painter, left + icon, y, inner - icon)
                    y += height
        return bottom + 10 * POINT

    def _foot(self, painter: QPainter, page: int) -> None:
        painter.setPen(Qt.PenStyle.SolidLine)
        words = Words(escaped(self.leaflet.foot), font(8), "ink2")
        words.draw(painter, MARGIN, self.page.height() - MARGIN - 10 * POINT, self.width - 40 * POINT)
        if self.pages > 1:
            number = Words(f'<div align="right">{page + 1} / {self.pages}</div>', font(8), "ink2")
            number.draw(painter, MARGIN, self.page.height() - MARGIN - 10 * POINT, self.width)

    # -- in columns ---------------------------------------------------------------------------

    def _flow(self) -> Iterator[Block]:
        size, leaflet = self.size, self.leaflet
        for one in leaflet.before:
            yield from self._passage(one.heading, one.text)
        if leaflet.steps_heading:
            yield self._heading(leaflet.steps_heading)
        for step in leaflet.steps:
            name = f"**{step.part.name}.** " if step.part.name else ""
            words = Words(markup(name + step.part.text), font(size))
            yield StepBlock(step.number, words, step.picture, size, 2 * POINT)
        for one in leaflet.after:
            yield from self._passage(one.heading, one.text)

    def _heading(self, text: str) -> Block:
        return Block(Words(escaped(text), font(self.size + 2.5, serif=True)), above=8 * POINT, keep=True)

    def _passage(self, heading: str, text: str) -> Iterator[Block]:
        if heading:
            yield self._heading(heading)
        for line in text.split("\n"):
            if markup(line):
                yield Block(Words(markup(line), font(self.size)), above=POINT)

    def balance(self) -> Layout:
        """Let both columns of the last page end at about the same height."""
        last = self.pages - 1
        low, high = 0.0, self._bottom
        for _ in range(12):
            middle = (low + high) / 2
            tried = _placed(self, self._bottom, last, middle)
            if tried and max(one.page for one in tried) <= last:
                self.placed, high = tried, middle
            else:
                low = middle
        return self

    def top(self, page: int) -> float:
        """Where the columns of a page begin."""
        return self._head_height if page == 0 else float(MARGIN)


def _placed(layout: Layout, bottom: float, last: int = -1, ends: float = 0.0) -> list[Placed]:
    """Fill column after column; on the page `last` they end at `ends`."""
    page = side = 0
    y = layout.top(0)
    found: list[Placed] = []
    for number, block in enumerate(layout.blocks):
        tall, begin = block.height(layout.column), 0.0
        above = block.above
        while True:
            top = layout.top(page)
            limit = max(ends, top) if page == last else bottom
            begun = y > top
            room = limit - y - (above if begun else 0.0)
            if _needs(layout, number, begin) <= room or (not begun and (limit == bottom or page > last >= 0)):
                end = tall if tall - begin <= room else _break(block.breaks(layout.column), begin, room)
                end = tall if end <= begin else end  # one line is taller than a column: it is cut, not lost
                y += above if begun else 0.0
                found.append(Placed(page, block, _left(layout, side), y, begin, end))
                y += end - begin + 3 * POINT
                begin, above = end, 0.0
                if begin >= tall:
                    break
            page, side = (page, 1) if side == 0 else (page + 1, 0)
            y = layout.top(page)
    return found


def _needs(layout: Layout, number: int, begin: float) -> float:
    """How much room a block, or what is left of it, wants at least before it goes into a column.

    A step stays whole where a column holds it; of other words three lines are enough; a heading wants the
    beginning of what it stands above.
    """
    block = layout.blocks[number]
    left = block.height(layout.column) - begin
    if block.keep and number + 1 < len(layout.blocks):
        return left + layout.blocks[number + 1].above + 3 * POINT + _needs(layout, number + 1, 0.0)
    if block.whole and left <= layout.page.height() / 3:
        return left
    return min(left, 3 * 1.5 * layout.size * POINT)


def _left(layout: Layout, side: int) -> float:
    return MARGIN + side * (layout.column + GAP)


def _break(lines: list[float], begin: float, room: float) -> float:
    """The last line that ends within the room."""
    return max((end for end in lines if begin < end <= begin + room), default=begin)


def _halved(heights: list[float]) -> int:
    """How many go into the first of two columns, so that the taller one is as short as can be."""
    return min(range(len(heights) + 1), key=lambda cut: (max(sum(heights[:cut]), sum(heights[cut:])), -cut))


def laid_out(leaflet: Leaflet, page: QSizeF) -> Layout:
    """On as few pages as the smallest letters need, one if it can be, in the largest that need no more."""
    layouts: list[Layout] = []
    for size in SIZES:
        layouts.append(Layout(leaflet, page, size))
        if layouts[-1].pages == 1:
            return layouts[-1].balance()
    fewest = layouts[-1].pages
    return next(layout for layout in layouts if layout.pages <= fewest).balance()
