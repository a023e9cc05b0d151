"""Later starts: the people of this laptop at the left, their passphrase at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui  # whose `Qt` and painters are not for the first page: see `early`
from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from delve_desktop.ui import early, theme
from delve_desktop.ui.widgets.basics import button, icon_label, label, paint_disc, point, surface
from delve_desktop.ui.widgets.icon import paint as paint_icon

from .backdrop import HEAD, Backdrop, scrolled
from .languages import LanguageMenu
from .people import People, Person
from .unlock_card import UnlockCard

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent, QResizeEvent

TILE = 72
SIDE = 24
WIDEST = 1008
DISC = 48


class PersonButton(QAbstractButton):
    """One person to choose: disc, name, and a tick on who is chosen."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.person = person
        self.setCheckable(True)
        self.setText(person.name)
        self.setAccessibleName(person.name)
        self.setProperty("focusPolicy", early.STRONG_FOCUS)
        self.setMinimumHeight(max(TILE, QFontMetrics(theme.font("body")).height() + 24))

    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())

    def enterEvent(self, event: QEnterEvent) -> None:
        point(self)
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not early.pictures_wait():
            self._draw()

    def _draw(self) -> None:
        now, side = theme.current(), QtCore.Qt.AlignmentFlag
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = 3 if self.hasFocus() else (2 if chosen else 1)
        edge = "focus" if self.hasFocus() else ("teal" if chosen else "line")
        inset = width / 2
        painter.setPen(QtGui.QPen(now.color(edge), width))
        painter.setBrush(now.color("sheet" if chosen else "sunk" if self.underMouse() else "paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        middle = self.height() // 2
        paint_disc(painter, self._placed(QRect(18, middle - DISC // 2, DISC, DISC)), self.person.name)
        painter.setFont(theme.font("body", bold=True))
        painter.setPen(now.color("ink"))
        words = QRect(82, 0, self.width() - 82 - 52, self.height())
        name = painter.fontMetrics().elidedText(
            self.text(), QtCore.Qt.TextElideMode.ElideRight, words.width()
        )
        # a painter takes left for right itself where reading begins at the right
        painter.drawText(self._placed(words), int(side.AlignVCenter | side.AlignLeft), name)
        if chosen:
            paint_icon(painter, "check", "teal", self._placed(QRect(self.width() - 44, middle - 12, 24, 24)))

    def _placed(self, rect: QRect) -> QRect:
        """Where it lies for the direction of reading (what `QStyle.visualRect` does takes 6 ms to import)."""
        if self.isRightToLeft():
            rect.moveLeft(self.width() - rect.right() - 1)
        return rect


class GatePage(Backdrop):
    """Who are you, and your words."""

    unlock_asked = Signal(object, str)
    """A `Person` and a passphrase."""
    forgotten = Signal(object)
    """The `Person` who forgot theirs."""
    new_asked = Signal()
    """Somebody new on this laptop."""
    language_chosen = Signal(str)
    """The code of another language."""

    def __init__(
        self, people: People, known: list[Person], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._people = people
        self.languages = LanguageMenu(language)
        self.languages.chosen.connect(self.language_chosen)
        self.unlock = UnlockCard()
        self.unlock.unlock_asked.connect(self.unlock_asked)
        self.unlock.forgotten.connect(self.forgotten)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 32, SIDE, 24)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addStretch(1)
        head.addWidget(icon_label("globe", "teal"))
        head.addWidget(self.languages)
        column.addLayout(head)
        column.addSpacing(HEAD - 32 - 40)
        self._area = scrolled(self._card(known), self)
        self._area.verticalScrollBar().rangeChanged.connect(self._show_field)
        column.addWidget(self._area, 1)
        asked = next((person for person in known if person.folder == people.last), known[0])
        for made in self.tiles:
            made.setChecked(made.person is asked)
        self.unlock.show_person(asked)

    @property
    def tiles(self) -> list[PersonButton]:
        """One for each person, by name."""
        return self.findChildren(PersonButton)

    def begin(self) -> None:
        """The cursor goes to the passphrase."""
        self.unlock.field.setFocus()
        self._show_field()

    def _show_field(self) -> None:
        """Large letters push it below the edge of the window, with the cursor in it."""
        field, inner = self.unlock.field, self._area.widget()
        if inner is not None and self.window().focusWidget() is field:
            below = field.mapTo(inner, field.rect().bottomLeft())
            self._area.ensureVisible(below.x(), below.y(), 0, 24)  # of a widget Qt only shows the cursor

    def resizeEvent(self, event: QResizeEvent) -> None:
        """People above the passphrase where large letters leave no room beside it."""
        super().resizeEvent(event)
        needed = self._left.minimumSizeHint().width() + self.unlock.minimumSizeHint().width()
        beside = min(event.size().width() - 2 * SIDE, WIDEST) - 2 >= needed
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._left.setMaximumWidth(max(440, self._left.minimumSizeHint().width()) if beside else WIDEST)

    def _card(self, known: list[Person]) -> QWidget:
        card = surface("card")
        card.setMaximumWidth(WIDEST)
        card.setMinimumHeight(432)
        self._line = line = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
        line.setContentsMargins(1, 1, 1, 1)
        line.setSpacing(0)
        self._left = left = surface("paper-card")
        left.setMaximumWidth(440)
        who = QVBoxLayout(left)
        who.setContentsMargins(32, 28, 32, 16)
        who.setSpacing(12)
        who.addWidget(label(self.tr("Who are you?"), "section"))
        who.addWidget(self._list(known))
        if not self._people.single:
            new = button(self.tr("Someone new on this laptop"), "quiet", "plus")
            new.clicked.connect(self.new_asked)
            row = QHBoxLayout()
            row.addWidget(new)
            row.addStretch(1)
            who.addLayout(row)
        who.addStretch(1)
        line.addWidget(left, 4)
        line.addWidget(self.unlock, 5)
        return card

    def _list(self, known: list[Person]) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setProperty("horizontalScrollBarPolicy", early.NO_SCROLL_BAR)
        area.setProperty("focusPolicy", early.NO_FOCUS)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        inner = QWidget()
        inner.setProperty("surface", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for person in known:
            made = PersonButton(person)
            made.clicked.connect(lambda _checked=False, who=person: self._choose(who))
            column.addWidget(made)
        column.addStretch(1)
        area.setWidget(inner)
        return area

    def _choose(self, person: Person) -> None:
        for tile in self.tiles:  # no group of Qt's: the tabulator reaches each
            tile.setChecked(tile.person is person)
        self.unlock.show_person(person)
        self.begin()
