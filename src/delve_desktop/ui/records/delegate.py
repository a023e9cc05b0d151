"""Paints list rows: notes with two lines of text, contacts with a disc. Heights follow the font."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from delve_desktop.services.views import RecordRow
from delve_desktop.ui import theme
from delve_desktop.ui.ages import age
from delve_desktop.ui.widgets.basics import paint_disc
from delve_desktop.ui.widgets.icon import paint as paint_icon

from .items import Item
from .lines import draw
from .model import ITEM_ROLE

PAD = 16
ICON = 16


def _height(size: str, *, bold: bool = False) -> int:
    return QFontMetrics(theme.font(size, bold=bold)).height()


def _width(text: str, size: str, *, bold: bool = False) -> int:
    return QFontMetrics(theme.font(size, bold=bold)).horizontalAdvance(text)


class RowDelegate(QStyledItemDelegate):
    """Rows of one kind are equally high, so a list of 100 000 scrolls without measuring them."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self.contacts = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if self.contacts:
            return QSize(200, max(72, _height("body", bold=True) + _height("second") + 26))
        text = _height("body", bold=True) + 2 * _height("second") + _height("label") + 8
        return QSize(200, max(104, text + 20))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item: Item | None = index.data(ITEM_ROLE)
        if item is None:
            return
        painter.save()
        rect: QRect = option.rect
        self._ground(painter, rect, option.state)
        inner = rect.adjusted(PAD, 12, -PAD, -10)
        if self.contacts and item.row.kind == "contact":
            self._contact(painter, inner, item)
        else:
            self._note(painter, inner, item)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        now = theme.current()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, now.color("sheet"))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), now.color("teal"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, now.color("sunk"))
        painter.setPen(now.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now.color("focus"), 3))
            painter.drawRect(rect.adjusted(7, 2, -3, -3))  # beside the bar of the chosen row

    def _title(self, painter: QPainter, rect: QRect, item: Item) -> None:
        token = "ink3" if item.row.in_bin else "ink"
        title = item.title or self.tr("(without a title)")
        draw(painter, rect, title, "body", token, bold=True)
        if item.row.in_bin:
            middle = rect.top() + rect.height() // 2 + 1
            painter.setPen(theme.current().color("ink3"))
            end = rect.left() + min(rect.width(), _width(item.title, "body", bold=True))
            painter.drawLine(rect.left(), middle, end, middle)

    def _note(self, painter: QPainter, rect: QRect, item: Item) -> None:
        row = item.row
        when = age(row.updated, self._clock())
        wide = _width(when, "label")
        title = _height("body", bold=True)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.current().color("ink3"))
        ends = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(rect.right() - wide, rect.top(), wide + 1, title), ends, when)
        self._title(painter, QRect(rect.left(), rect.top(), rect.width() - wide - 12, title), item)
        second = _height("second")
        token = "ink3" if row.in_bin else "ink2"
        draw(
            painter,
            QRect(rect.left(), rect.top() + title + 2, rect.width(), 2 * second),
            item.snippet,
            "second",
            token,
        )
        foot = QRect(rect.left(), rect.top() + title + 2 * second + 4, rect.width(), _height("label") + 2)
        used = self._signs(painter, foot, row)
        foot.setRight(foot.right() - used - 8)
        where = " · ".join(part for part in (row.author, row.place) if part)
        draw(painter, foot, where, "label", "ink3")

    def _contact(self, painter: QPainter, rect: QRect, item: Item) -> None:
        side = min(40, rect.height())
        disc = QRect(rect.left(), rect.center().y() - side // 2, side, side)
        paint_disc(painter, disc, item.row.title)
        title = _height("body", bold=True)
        block = title + _height("second") + 2
        top = rect.center().y() - block // 2
        words = QRect(rect.left() + side + 12, top, rect.width() - side - 12, title)
        used = self._signs(painter, QRect(words), item.row)
        self._title(painter, QRect(words.left(), top, words.width() - used - 8, title), item)
        second = QRect(words.left(), top + title + 2, words.width(), _height("second"))
        draw(painter, second, item.snippet or item.row.place, "second", "ink2")

    def _signs(self, painter: QPainter, rect: QRect, row: RecordRow) -> int:
        """Icons at the end of a line, each with its meaning in the sentence for screen readers."""
        right = rect.right() + 1
        middle = rect.top() + rect.height() // 2
        if not row.in_bin:
            name, token = ("out", "ochre-text") if row.unsent else ("check", "teal")
            paint_icon(painter, name, token, QRect(right - ICON, middle - ICON // 2, ICON, ICON))
            right -= ICON + 8
        if row.disputes:
            words = self.tr("two versions")
            wide = _width(words, "label", bold=True)
            painter.setFont(theme.font("label", bold=True))
            painter.setPen(theme.current().color("ochre-text"))
            painter.drawText(
                QRect(right - wide, rect.top(), wide + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, words
            )
            right -= wide + 4 + ICON
            paint_icon(painter, "two", "ochre-text", QRect(right, middle - ICON // 2, ICON, ICON))
            right -= 8
        return rect.right() + 1 - right
