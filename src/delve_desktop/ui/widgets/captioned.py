"""Texts with a caption and an icon, each one widget: a fact of a card, a line of facts, a title."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from delve_desktop.ui import theme

from .columns import Row
from .text_label import Around, Sign, TextLabel
from .text_lines import TextLines

CAPTION: Final = 116  # pixels, with letters of the usual size
LINE: Final = 47  # the same: a line between hairlines
EDGE: Final = 4  # above and below what stands in a line
HAIR: Final = 1
GAP: Final = 8


class Caption:
    """Words in letters of the second size, painted by the label that they belong to."""

    def __init__(self, text: str, tint: str = "ink2", size: str = "second", *, bold: bool = False) -> None:
        self._lines = TextLines(text)
        self._tint, self._size, self._bold = tint, size, bold

    @property
    def font(self) -> QFont:
        """Its letters."""
        return theme.font(self._size, bold=self._bold)

    def least(self) -> int:
        """As wide as the longest word."""
        return self._lines.least(self.font)

    def height(self, width: int) -> int:
        """As high as it is in that width; a line, where there is none."""
        return self._lines.height(self.font, width) if width > 0 else QFontMetrics(self.font).height()

    def draw(self, painter: QPainter, place: QRect) -> None:
        """Paint it in the middle of this height."""
        font, color = self.font, theme.current().color(self._tint)
        top = place.top() + self._lines.middle(font, place.width(), place.height())
        self._lines.draw(painter, font, color, place.left(), top, place.width())


class Captioned(TextLabel):
    """A caption, and below it what it says, beside an icon."""

    GAP: Final = 2

    def __init__(self, icon: str, caption: str, said: str) -> None:
        self._caption = Caption(caption)
        super().__init__(said, selectable=True, sign=Sign(icon, "teal"))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(self.tr("{0}: {1}").format(caption, said))

    def around(self, width: int) -> Around:
        lead = super().around(width).lead
        return Around(lead, self._caption.height(width - lead) + self.GAP)

    def least_wide(self) -> int:
        return self.around(0).lead + self._caption.least()

    def paint_around(self, painter: QPainter) -> None:
        self.paint_sign(painter, 0)
        around = self.around(self.width())
        place = QRect(around.lead, 0, self.width() - around.lead, around.top - self.GAP)
        self._caption.draw(painter, self.placed(place))


class Line(TextLabel):
    """A line of a list of facts, with the hairline above it unless it stands in another one."""

    def __init__(self, text: str, sign: Sign, *, ruled: bool = True, selectable: bool = False) -> None:
        self._ruled = ruled
        super().__init__(text, selectable=selectable, sign=sign)

    def around(self, width: int) -> Around:
        lead = super().around(width).lead
        return Around(lead, HAIR + EDGE, 0, EDGE) if self._ruled else Around(lead)

    def least_high(self, width: int) -> int:
        high = super().least_high(width)
        return max(HAIR + LINE, HAIR + EDGE + high + EDGE) if self._ruled else high

    def paint_around(self, painter: QPainter) -> None:
        top = 0
        if self._ruled:
            painter.fillRect(0, 0, self.width(), HAIR, theme.current().color("line"))
            top = HAIR
        self.paint_sign(painter, top + (self.height() - top - (self._sign.side if self._sign else 0)) // 2)


class FactLine(Line):
    """An icon, what it is, and what it says."""

    def __init__(self, icon: str, caption: str, said: str, *, ruled: bool = True) -> None:
        self._caption = Caption(caption)
        super().__init__(said, Sign(icon, "ink2"), ruled=ruled, selectable=True)
        self.setAccessibleName(self.tr("{0}: {1}").format(caption, said))

    def around(self, width: int) -> Around:
        found = super().around(width)
        return found._replace(lead=found.lead + theme.px(CAPTION) + GAP)

    def least_high(self, width: int) -> int:
        around = self.around(width)
        caption = around.top + self._caption.height(theme.px(CAPTION)) + around.bottom
        return max(super().least_high(width), caption)

    def paint_around(self, painter: QPainter) -> None:
        super().paint_around(painter)
        around, wide = self.around(self.width()), theme.px(CAPTION)
        room = self.height() - around.top - around.bottom
        self._caption.draw(painter, self.placed(QRect(around.lead - GAP - wide, around.top, wide, room)))


class TitleLine(Line):
    """A title, and below it, in smaller letters, what it is."""

    def __init__(self, icon: str, title: str, said: str, *, ruled: bool = True) -> None:
        self._said = Caption(said)
        super().__init__(title, Sign(icon, "ink2"), ruled=ruled)
        self.setAccessibleName(", ".join(one for one in (title, said) if one))

    def around(self, width: int) -> Around:
        found = super().around(width)
        return found._replace(bottom=found.bottom + self._said.height(width - found.lead))

    def least_wide(self) -> int:
        return self.around(0).lead + self._said.least()

    def paint_around(self, painter: QPainter) -> None:
        super().paint_around(painter)
        around = self.around(self.width())
        high = self._said.height(self.width() - around.lead)
        top = self.height() - around.bottom
        self._said.draw(painter, self.placed(QRect(around.lead, top, self.width() - around.lead, high)))


class Ruled(Row):
    """A line with what can be done with it, below a hairline."""

    def __init__(self, line: QWidget, *acts: QWidget) -> None:
        super().__init__(gap=GAP, edges=(0, HAIR + EDGE, 0, EDGE))
        self.setMinimumHeight(HAIR + LINE)
        self.row.addWidget(line, 1)
        for act in acts:
            self.row.addWidget(act)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), HAIR, theme.current().color("line"))
