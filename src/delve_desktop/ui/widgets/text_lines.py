"""The lines of a text as they are painted: broken once for a width, however often layouts ask for them."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import Final, NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

LETTERS: Final = 80  # that a line of text likes to be long, as Qt's own labels do
FEW: Final = 4  # lines, beyond which it is not made narrower
ANY: Final = 1 << 20  # pixels: a width in which no line is broken
BREAK: Final = "\u2028"  # ends a line, not a paragraph


class Bold(NamedTuple):
    """Where bold words begin and end, in code points; and their colour, where it is not the text's."""

    start: int
    end: int
    color: str = ""


class TextLines:
    """A text in one font, some of its words bold. `pitch` is how far lines stand apart, of their height.

    Broken, measured and placed to the pixel as `QLabel` does it, where its text can be selected (then Qt
    makes a document of it) and where it cannot: so that Qt may take over at any moment and nothing moves.
    The font is handed in; with another one all is broken and measured anew.
    """

    def __init__(
        self, text: str, bold: Iterable[Bold] = (), pitch: float = 1.0, *, document: bool = False
    ) -> None:
        self._document = document
        self._text = text.replace("\n", BREAK)
        self._bold = tuple(bold)
        self._pitch = pitch
        self._layout: QTextLayout | None = None
        self._font = QFont()
        self._width = -1  # for which the layout is broken now
        self._heights: dict[int, float] = {}  # by width
        self._least = self._most = 0.0  # as wide as the longest word, and as all in one line

    def forget(self) -> None:
        """Other letters."""
        self._layout = None
        self._width = -1
        self._heights.clear()

    def height(self, font: QFont, width: int) -> int:
        """As high as the text is in that width."""
        return ceil(self._exact(font, width))

    def _exact(self, font: QFont, width: int) -> float:
        self._ready(font)
        known = self._heights.get(width)
        return self._break(font, width) if known is None else known

    def middle(self, font: QFont, width: int, room: int) -> float:
        """How far below the upper edge of this room it begins, to stand in the middle."""
        spare = max(0.0, (room - self._exact(font, width)) / 2)
        return floor(spare) if self._document else spare

    def least(self, font: QFont) -> int:
        """As wide as the longest word."""
        self._ready(font)
        return ceil(self._least)

    def liked(self, font: QFont) -> QSize:
        """As wide as Qt's own label likes to be: some letters, and fewer where they are few lines then."""
        self._ready(font)
        metrics = QFontMetrics(font)
        room = LETTERS * metrics.averageCharWidth()
        wide = min(self._most, room)
        if self._most < FEW * room and wide > room / 2:
            wide = room / 2
        elif room / 4 < wide <= room / 2:
            wide = room / 4
        wide = max(ceil(min(wide, self._most)), ceil(self._least), 1)
        return QSize(wide, ceil(self._most / wide) * metrics.lineSpacing())

    def draw(self, painter: QPainter, font: QFont, color: QColor, left: int, top: float, width: int) -> None:
        """Paint the lines, broken for that width, from this corner on."""
        layout = self._ready(font)
        if self._width != width:
            self._break(font, width)
        painter.setPen(QPen(color))
        layout.draw(painter, QPointF(left, top))

    def _ready(self, font: QFont) -> QTextLayout:
        """The text with its letters chosen and measured, broken for whatever width."""
        if self._layout is not None and self._font != font:
            self.forget()
        if self._layout is None:
            self._font = font
            self._layout = self._made(font)
            self._break(font, ANY)
            self._least, self._most = self._layout.minimumWidth(), self._layout.maximumWidth()
        return self._layout

    def _made(self, font: QFont) -> QTextLayout:
        made = QTextLayout(self._text, font)
        made.setCacheEnabled(True)  # letters are chosen once, not for every width
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        if _from_right(self._text):
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.setTextOption(option)
        if self._bold:
            made.setFormats([self._format(one) for one in self._bold])
        return made

    def _format(self, one: Bold) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = _units(self._text[: one.start]), _units(self._text[one.start : one.end])
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        if one.color:
            look.setForeground(QColor(one.color))
        found.format = look
        return found

    def _break(self, font: QFont, width: int) -> float:
        layout = self._layout if self._layout is not None else self._ready(font)
        below = exact = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, below))
            exact = below + line.ascent() + line.descent()
            below += _fixed(line.height() * self._pitch)
        layout.endLayout()
        self._width = width
        self._heights[width] = below if self._document else exact
        return self._heights[width]


def _fixed(pixels: float) -> float:
    """What Qt makes of a length within a text: sixty-fourths."""
    return floor(pixels * 64) / 64


def _from_right(text: str) -> bool:
    """Whether a text is read from right to left: by its first letter that says so, as Qt has it."""
    kinds = (bidirectional(letter) for letter in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def _units(text: str) -> int:
    """How long a text is in Qt's UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
