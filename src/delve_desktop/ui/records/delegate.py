"""Paints list rows: notes with two lines of text, practices with a picture, contacts with a disc.

All rows of a list are equally high; heights follow the font. Rectangles are thought from left to right and
mirrored where the language runs the other way.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from delve_desktop.services.views import RecordRow
from delve_desktop.ui import theme
from delve_desktop.ui.ages import age
from delve_desktop.ui.widgets.basics import paint_disc
from delve_desktop.ui.widgets.icon import paint as paint_icon

from .items import Item
from .lines import draw, lay_out
from .model import ITEM_ROLE
from .words import home_of

PAD = 16
ICON = 16
GAP = 8
PICTURE = 72
DOT = 8

PictureOf = Callable[[RecordRow], QPixmap | None]


def no_picture(_row: RecordRow) -> QPixmap | None:
    """Where nothing is known of pictures."""
    return None


def _metrics(size: str, *, bold: bool = False) -> QFontMetrics:
    return QFontMetrics(theme.font(size, bold=bold))


class RowDelegate(QStyledItemDelegate):
    """Paints one row at a time and measures none but those it paints.

    `picture_of` gives the picture of a practice, 72 by 72, or None while there is none.
    """

    def __init__(self, clock: Callable[[], float], picture_of: PictureOf = no_picture) -> None:
        super().__init__()
        self._clock = clock
        self._picture_of = picture_of
        self.kind: str | None = None  # of all rows of the list
        self._mirrored = False
        self._whole = QRect()

    @property
    def height(self) -> int:
        """How high each row of the list is."""
        title, second = _metrics("body", bold=True).height(), _metrics("second").height()
        label = _metrics("label").height()
        if self.kind == "contact":
            return max(72, title + second + 26)
        if self.kind == "practice":
            return max(104, 2 * title + second + label + 24)
        return max(104, title + 2 * second + label + 28)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item: Item | None = index.data(ITEM_ROLE)
        painter.save()
        self._whole = option.rect
        self._mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self._ground(painter, option.rect, option.state)
        inner = option.rect.adjusted(PAD, 12, -PAD, -10)
        if item is None:
            self._coming(painter, inner)
        elif self.kind == "contact":
            self._contact(painter, inner, item)
        elif self.kind == "practice":
            self._practice(painter, inner, item)
        else:
            self._note(painter, inner, item)
        painter.restore()

    def _flip(self, rect: QRect) -> QRect:
        """A rectangle where it is on screen."""
        if not self._mirrored:
            return rect
        return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, self._whole, rect)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        now = theme.current()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.color("sheet"))
            painter.fillRect(self._flip(QRect(rect.left(), rect.top(), 4, rect.height())), now.color("teal"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, now.color("sunk"))
        painter.setPen(now.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now.color("focus"), 3))
            # beside the bar of the chosen row
            painter.drawRect(self._flip(rect.adjusted(7, 2, -3, -4)))

    def _coming(self, painter: QPainter, rect: QRect) -> None:
        """Bars in place of words that are being read."""
        tint = theme.current().color("sunk")
        high = _metrics("second").height() // 2
        for number, share in enumerate((0.6, 0.9, 0.4)):
            line = QRect(rect.left(), rect.top() + 4 + number * 2 * high, int(rect.width() * share), high)
            painter.fillRect(self._flip(line), tint)

    # -- parts of a row -----------------------------------------------------------------------

    def _words(
        self, painter: QPainter, rect: QRect, text: str, size: str, token: str, *, bold: bool = False
    ) -> int:
        return draw(painter, self._flip(rect), text, size, token, bold=bold, mirrored=self._mirrored)

    def _title(self, painter: QPainter, rect: QRect, item: Item) -> int:
        """The title, behind a dot where the record is new; returns the height used."""
        title = item.title or self.tr("(without a title)")
        if item.row.in_bin:
            return self._struck(painter, rect, title)
        if item.row.fresh:
            top = rect.top() + (_metrics("body", bold=True).height() - DOT) // 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().color("teal"))
            painter.drawEllipse(self._flip(QRect(rect.left(), top, DOT, DOT)))
            rect = rect.adjusted(DOT + GAP, 0, 0, 0)
        return self._words(painter, rect, title, "body", "ink", bold=True)

    def _struck(self, painter: QPainter, rect: QRect, title: str) -> int:
        """The title of what lies in the bin, struck out, on one line."""
        metrics = _metrics("body", bold=True)
        line = QRect(rect.left(), rect.top(), rect.width(), metrics.height())
        self._words(painter, line, title, "body", "ink3", bold=True)
        shown = lay_out(title, line.width(), "body", True, 1)[0][0]
        wide = metrics.horizontalAdvance(shown)
        middle = line.top() + line.height() // 2 + 1
        stroke = self._flip(QRect(line.left(), middle, wide, 1))
        painter.fillRect(stroke, theme.current().color("ink3"))
        return line.height()

    def _note(self, painter: QPainter, rect: QRect, item: Item) -> None:
        row = item.row
        wide = self._age(painter, rect, row)
        title = _metrics("body", bold=True).height()
        second = _metrics("second").height()
        self._title(painter, QRect(rect.left(), rect.top(), rect.width() - wide - 12, title), item)
        token = "ink3" if row.in_bin else "ink2"
        below = rect.top() + title + 2
        self._words(
            painter, QRect(rect.left(), below, rect.width(), 2 * second), item.snippet, "second", token
        )
        foot = QRect(rect.left(), below + 2 * second + 2, rect.width(), _metrics("label").height() + 2)
        self._foot(painter, foot, row, " · ".join(part for part in (row.author, home_of(row)) if part))

    def _practice(self, painter: QPainter, rect: QRect, item: Item) -> None:
        row = item.row
        side = min(PICTURE, rect.height())
        self._picture(painter, QRect(rect.left(), rect.center().y() - side // 2, side, side), row)
        words = rect.adjusted(side + 12, 0, 0, 0)
        title, second = _metrics("body", bold=True).height(), _metrics("second").height()
        label = _metrics("label").height()
        lines = 2 if rect.height() >= 2 * title + second + label else 1
        used = self._title(painter, QRect(words.left(), words.top(), words.width(), lines * title), item)
        place = QRect(words.left(), words.top() + used, words.width(), second)
        token = "ink3" if row.in_bin else "ink2"
        self._words(painter, place, row.place or item.snippet, "second", token)
        foot = QRect(words.left(), place.bottom() + 1, words.width(), label + 2)
        self._foot(painter, foot, row, age(row.updated, self._clock()))

    def _contact(self, painter: QPainter, rect: QRect, item: Item) -> None:
        side = min(40, rect.height())
        disc = QRect(rect.left(), rect.center().y() - side // 2, side, side)
        paint_disc(painter, self._flip(disc), item.row.title)
        title = _metrics("body", bold=True).height()
        block = title + _metrics("second").height() + 2
        top = rect.center().y() - block // 2
        words = QRect(rect.left() + side + 12, top, rect.width() - side - 12, title)
        used = self._signs(painter, words, item.row)
        self._title(painter, words.adjusted(0, 0, -used - GAP, 0), item)
        second = QRect(words.left(), top + title + 2, words.width(), _metrics("second").height())
        about = ", ".join(part for part in (item.snippet, home_of(item.row)) if part)
        self._words(painter, second, about, "second", "ink2")

    def _picture(self, painter: QPainter, rect: QRect, row: RecordRow) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = self._flip(rect)
        path = QPainterPath()
        path.addRoundedRect(QRectF(place), 6, 6)
        picture = self._picture_of(row)
        if picture is not None:
            painter.save()
            painter.setClipPath(path)
            painter.drawPixmap(place, picture)
            painter.restore()
            return
        painter.fillPath(path, theme.current().color("sunk"))
        mark = QRect(0, 0, 32, 32)
        mark.moveCenter(place.center())
        paint_icon(painter, "practice", "edge", mark)

    def _age(self, painter: QPainter, rect: QRect, row: RecordRow) -> int:
        """How old it is, at the end of the first line; returns the width."""
        when = age(row.updated, self._clock())
        metrics = _metrics("label")
        wide = metrics.horizontalAdvance(when) + 1
        title = _metrics("body", bold=True).height()
        top = rect.top() + (title - metrics.height()) // 2
        place = QRect(rect.right() - wide + 1, top, wide, metrics.height())
        self._words(painter, place, when, "label", "ink3")
        return wide

    def _foot(self, painter: QPainter, rect: QRect, row: RecordRow, words: str) -> None:
        used = self._signs(painter, rect, row)
        self._words(painter, rect.adjusted(0, 0, -used - GAP, 0), words, "label", "ink3")

    def _signs(self, painter: QPainter, rect: QRect, row: RecordRow) -> int:
        """Icons at the end of a line, each with its meaning in the sentence for screen readers."""
        right = rect.right() + 1
        middle = rect.top() + rect.height() // 2

        def sign(name: str, token: str) -> None:
            nonlocal right
            right -= ICON
            paint_icon(painter, name, token, self._flip(QRect(right, middle - ICON // 2, ICON, ICON)))

        if row.travels and not row.in_bin:
            sign(*(("out", "ochre-text") if row.unsent else ("check", "teal")))
            right -= GAP

        def said(words: str, token: str, *, bold: bool = False) -> None:
            nonlocal right
            metrics = _metrics("label", bold=bold)
            wide = metrics.horizontalAdvance(words) + 1
            right -= wide
            place = QRect(right, middle - metrics.height() // 2, wide, metrics.height())
            self._words(painter, place, words, "label", token, bold=bold)
            right -= 4

        if row.disputes:
            said(self.tr("two versions"), "ochre-text", bold=True)
            sign("two", "ochre-text")
            right -= GAP
        if row.voice:
            sign("mic", "ink2")
            right -= GAP
        if row.attachments and self.kind != "practice":
            said(QLocale().toString(row.attachments), "ink2")
            sign("picture" if row.thumb else "clip", "ink2")
            right -= GAP
        return rect.right() + 1 - right
