"""The blocks of a leaflet: each knows how tall it is in a width, where it may be parted, and how it is drawn.

Lengths are tenths of a point, so that letters keep their own widths on paper of any resolution.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QTextDocument, QTextLine
from PySide6.QtSvg import QSvgRenderer

from delve_desktop.ui import resources
from delve_desktop.ui.theme.tokens import LIGHT, SANS, SERIF
from delve_desktop.ui.widgets.prose import rich

POINT: Final = 10  # units
LINE: Final = 1.18  # from line to line, by their height
Stretch = tuple[float, float]  # from one height of a block to another
ALL: Final[Stretch] = (0.0, 1e6)
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_BULLET: Final = re.compile(r"^\s*[-*+]\s+")
_HEAD: Final = re.compile(r"^\s*#{1,6}\s+(.*)$")


def color(token: str) -> QColor:
    """Paper is always light."""
    return QColor(LIGHT[token])


def font(points: float, *, bold: bool = False, serif: bool = False) -> QFont:
    """A font whose size is in the units of the leaflet."""
    made = QFont(SERIF if serif else SANS)
    made.setPixelSize(round(points * POINT))
    made.setBold(bold or serif)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def markup(text: str) -> str:
    """What people wrote, as paragraphs of words: bold stays, points get a dot, a link shows its address."""
    lines = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        plain = _LINK.sub(lambda found: f"{found[1]} ({found[2]})" if found[2] else found[1], line)
        heading = _HEAD.match(plain)
        if heading:
            plain = f"**{heading[1]}**"
        if plain.lstrip().startswith("|"):
            plain = " · ".join(cell.strip() for cell in plain.strip().strip("|").split("|"))
        if set(plain) <= set("-|: ·"):
            continue  # the rule of a table
        dotted = _BULLET.sub("", plain)
        lines.append(f"•&nbsp;{rich(dotted)}" if dotted != plain else rich(plain))
    return "".join(f'<p style="margin:0 0 30px 0">{line}</p>' for line in lines)


class Words:
    """A text laid out in a width."""

    def __init__(self, content: str, face: QFont, tint: str = "ink") -> None:
        self._tint = tint
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(face)
        self.document.setDocumentMargin(0)
        self.document.setUseDesignMetrics(True)
        self.document.setHtml(f'<div style="color:{LIGHT[tint]}; line-height:{LINE:.0%}">{content}</div>')

    def height(self, width: float) -> float:
        """How tall it is."""
        self.document.setTextWidth(width)
        return self.document.size().height()

    def lines(self, width: float) -> list[float]:
        """Where it may be parted, from the top: under each line, in the middle of the room to the next."""
        tops, ends = [], []
        for line, top in self._lines(width):
            tops.append(top + line.y())
            ends.append(top + line.y() + line.height())
        rooms = [(end + below) / 2 for end, below in zip(ends, tops[1:], strict=False)]
        return [*rooms, *ends[-1:]]

    def _lines(self, width: float) -> Iterator[tuple[QTextLine, float]]:
        """Each line with the height at which its paragraph begins."""
        self.document.setTextWidth(width)
        block = self.document.begin()
        while block.isValid():
            layout = block.layout()
            top = self.document.documentLayout().blockBoundingRect(block).top()
            for number in range(layout.lineCount()):
                yield layout.lineAt(number), top
            block = block.next()

    def draw(self, painter: QPainter, x: float, y: float, width: float, seen: Stretch = ALL) -> None:
        """Draw the lines that lie between two heights.

        A line at a time, for a document draws a line too many, which stays in a PDF though nobody sees it.
        """
        begin, end = seen
        painter.setPen(color(self._tint))
        for line, top in self._lines(width):
            if begin <= top + line.y() + line.height() / 2 < end:
                line.draw(painter, QPointF(x, y + top))


class Block:
    """What flows: words, with room above, and for a step its number and picture."""

    def __init__(self, words: Words, *, above: float = 0.0, keep: bool = False) -> None:
        self.words = words
        self.above = above
        self.keep = keep  # with the block that follows, as a heading does
        self.indent = 0.0
        self._tall: dict[float, float] = {}  # width to height
        self.whole = False  # not parted between columns, where one holds it

    def height(self, width: float) -> float:
        """Without the room above."""
        if width not in self._tall:
            self._tall[width] = self.measured(width)
        return self._tall[width]

    def measured(self, width: float) -> float:
        """The same, not known yet."""
        return self.words.height(width - self.indent)

    def breaks(self, width: float) -> list[float]:
        """Where it may be parted when it is taller than a page."""
        return self.words.lines(width - self.indent)

    def draw(self, painter: QPainter, x: float, y: float, width: float, seen: Stretch = ALL) -> None:
        """Draw what lies between two heights of it, with the top left corner of the whole there."""
        self.words.draw(painter, x + self.indent, y, width - self.indent, seen)


class StepBlock(Block):
    """A step: the number on a disc, the picture, and the words beside both."""

    def __init__(self, number: int, words: Words, picture: QImage | None, size: float, above: float) -> None:
        super().__init__(words, above=above)
        self._number = number
        self._picture = picture
        self._size = size
        self.whole = True
        self._disc = size * 2.0 * POINT
        self.indent = self._disc + 6 * POINT

    def measured(self, width: float) -> float:
        return max(super().measured(width), self._disc) + self._drawn(width)

    def breaks(self, width: float) -> list[float]:
        return [self._drawn(width) + end for end in super().breaks(width)]

    def _drawn(self, width: float) -> float:
        """The height of the picture, which stands above the words."""
        if self._picture is None or self._picture.isNull():
            return 0.0
        wide = min((width - self.indent) * 0.6, 110 * POINT)
        return wide * self._picture.height() / self._picture.width() + 4 * POINT

    def draw(self, painter: QPainter, x: float, y: float, width: float, seen: Stretch = ALL) -> None:
        begin, end = seen
        drawn = self._drawn(width)
        if begin < self._disc:
            self._draw_number(painter, QRectF(x, y, self._disc, self._disc))
        if self._picture is not None and begin < drawn:
            tall = drawn - 4 * POINT
            wide = tall * self._picture.width() / self._picture.height()
            painter.drawImage(QRectF(x + self.indent, y, wide, tall), self._picture)
        super().draw(painter, x, y + drawn, width, (begin - drawn, end - drawn))

    def _draw_number(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("teal"))
        painter.drawEllipse(place)
        painter.setPen(color("on-teal"))
        painter.setFont(font(self._size, bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number))


def escaped(text: str) -> str:
    """One line of plain words as markup."""
    return html.escape(" ".join(text.split()))


def draw_icon(painter: QPainter, name: str, token: str, place: QRectF) -> None:
    """An icon as lines, sharp at any size."""
    text = (resources.folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    QSvgRenderer(QByteArray(text.replace("#1E2928", LIGHT[token]).encode())).render(painter, place)


def draw_card(painter: QPainter, place: QRectF, ground: str, edge: str, stroke: float) -> None:
    """A box with round corners."""
    painter.setPen(QPen(color(edge), stroke))
    painter.setBrush(color(ground))
    painter.drawRoundedRect(place, 6 * POINT, 6 * POINT)
    painter.setPen(color("ink"))


def part(painter: QPainter, block: Block, place: QPointF, width: float, begin: float, end: float) -> None:
    """Draw the stretch of a block between two heights, with its top at a place."""
    painter.save()
    painter.setClipRect(QRectF(place.x(), place.y(), width, end - begin))
    block.draw(painter, place.x(), place.y() - begin, width, (begin, end))
    painter.restore()
