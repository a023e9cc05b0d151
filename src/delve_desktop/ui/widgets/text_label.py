"""A text to read in many lines: as Qt's label, at a fraction of what that takes to lay out.

`QLabel` breaks its text into lines each time that a layout asks how high or how wide it is, some five times
for each text of a page, and makes a document of every text that can be selected. This one breaks it once for
a width, and becomes Qt's own selectable label only as the pointer comes over it. What belongs to a text, an
icon before it or a caption, can be painted by it too, instead of by widgets in layouts of their own.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle

from delve_desktop.ui import theme

from .icon import paint as paint_icon
from .text_lines import Bold, TextLines

PITCH: Final = 1.12  # how far the lines of prose stand apart


class Sign(NamedTuple):
    """An icon before a text: its name, the token of its colour; pixels with letters of the usual size."""

    icon: str
    token: str
    size: int = 20
    gap: int = 8

    @property
    def side(self) -> int:
        """How high and wide it is now."""
        return theme.px(self.size)


class Around(NamedTuple):
    """Pixels around the text itself; `lead` is where reading begins."""

    lead: int = 0
    top: int = 0
    trail: int = 0
    bottom: int = 0


class TextLabel(QLabel):
    """Plain text, some words of it bold; `role` names its look in the style sheet.

    `prose` gives the lines the distance that they have in long texts. A subclass that paints more than the
    text says so by `around`, `least_high` and `paint_around`.
    """

    def __init__(
        self,
        text: str,
        role: str = "",
        *,
        bold: Iterable[Bold] = (),
        prose: bool = False,
        selectable: bool = False,
        sign: Sign | None = None,
    ) -> None:
        self._bold = tuple(bold)
        self._pitch = PITCH if prose else 1.0
        self._words = text
        self._lines = TextLines(text, self._bold, self._pitch, document=selectable)
        self._heights: dict[int, int] = {}  # by width
        self._selectable = selectable
        self._native = False  # whether Qt paints the text by now
        self._sign = sign
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup here
        if role:
            self.setProperty("role", role)
        self.setWordWrap(True)
        if selectable:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def text(self) -> str:
        """The plain words, also where Qt paints them from markup by now."""
        return self._words

    def setText(self, text: str) -> None:
        """Other words, none of them bold."""
        self._words, self._bold = text, ()
        self._lines = TextLines(text, (), self._pitch, document=self._selectable)
        self._heights.clear()
        super().setText(self._markup() if self._native and self._pitch != 1.0 else text)
        self.updateGeometry()

    # -- how large -------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._high(width)
        return known

    def _high(self, width: int) -> int:
        self.ensurePolished()
        around = self.around(width)
        text = self.text_high(self._lines.height(self.font(), width - around.lead - around.trail))
        return max(around.top + text + around.bottom, self.least_high(width))

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return self._with_around(self._lines.liked(self.font()))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return self._with_around(QSize(self._lines.least(self.font()), self.fontMetrics().height()))

    def _with_around(self, text: QSize) -> QSize:
        around = self.around(0)
        high = max(self.text_high(text.height()) + around.top + around.bottom, self.least_high(0))
        return QSize(max(text.width() + around.lead + around.trail, self.least_wide()), high)

    # -- what is painted besides the text --------------------------------------------------------

    def around(self, _width: int) -> Around:
        """The room that is kept around the text in a label of this width; 0 for as wide as it likes."""
        return Around(lead=self._sign.side + self._sign.gap) if self._sign is not None else Around()

    def text_high(self, high: int) -> int:
        """The room that is kept for the text, which is so high."""
        return high

    def least_high(self, _width: int) -> int:
        """How high the label is at least."""
        return self._sign.side if self._sign is not None else 0

    def least_wide(self) -> int:
        """How wide it is at least, with what stands around the text."""
        return 0

    def paint_around(self, painter: QPainter) -> None:
        """Paint what stands in the room around the text."""
        self.paint_sign(painter, 0)

    def paint_sign(self, painter: QPainter, top: int) -> None:
        """Paint the icon, if there is one, that far below the upper edge."""
        if self._sign is not None:
            side = self._sign.side
            paint_icon(painter, self._sign.icon, self._sign.token, self.placed(QRect(0, top, side, side)))

    def placed(self, rect: QRect) -> QRect:
        """A place counted from where reading begins, as a place in the label."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def forget(self) -> None:
        """The letters are others."""
        self._lines.forget()
        self._heights.clear()

    # -- events ----------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._native:
            super().paintEvent(event)
        # ended here, also by an error in it: one that Python lets go of later would hold the widget
        with QPainter(self) as painter:
            self.paint_around(painter)
            if not self._native:
                self._paint_text(painter)

    def _paint_text(self, painter: QPainter) -> None:
        around, font = self.around(self.width()), self.font()
        wide = self.width() - around.lead - around.trail
        left = around.trail if self.isRightToLeft() else around.lead
        top = float(around.top)
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += self._lines.middle(font, wide, self.height() - around.top - around.bottom)
        self._lines.draw(painter, font, self.palette().windowText().color(), left, top, wide)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._become_native()
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._become_native()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._native:
            self._fit_native()

    def _become_native(self) -> None:
        """From here on Qt paints the text, where it stood, and lets it be selected and copied."""
        if self._native or not self._selectable:
            return
        markup = self._markup()
        self._native = True
        self._fit_native()
        if self._bold or self._pitch != 1.0:
            self.setTextFormat(Qt.TextFormat.RichText)
            super().setText(markup)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _fit_native(self) -> None:
        around = self.around(self.width())
        left, right = (around.trail, around.lead) if self.isRightToLeft() else (around.lead, around.trail)
        self.setContentsMargins(left, around.top, right, around.bottom)

    def _markup(self) -> str:
        """The text as rich text, every word escaped."""
        text, at, parts = self.text(), 0, list[str]()
        for one in self._bold:
            color = f' style="color:{one.color}"' if one.color else ""
            parts += [
                html.escape(text[at : one.start]),
                f"<b{color}>",
                html.escape(text[one.start : one.end]),
            ]
            parts.append("</b>")
            at = one.end
        words = "".join([*parts, html.escape(text[at:])]).replace("\n", "<br>")
        return f'<p style="line-height:{round(self._pitch * 100)}%; margin:0">{words}</p>'
