"""The head of a list: its name and length, New, the search with its filters, chips, and the order."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStyle, QVBoxLayout, QWidget

from delve_desktop.services.views import Filter, Sort
from delve_desktop.ui.widgets.basics import button, label, tool
from delve_desktop.ui.widgets.elided import ElidedLabel, set_hint
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import empty, framed
from delve_desktop.ui.widgets.icon import icon

from .filters import worded


class SearchField(QLineEdit):
    """What is looked for, with the button for filters inside at the end."""

    down_pressed = Signal()
    """The arrow down: to the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(40)
        self.addAction(icon("search", "ink2"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter = button(self.tr("Filter"), "field", "filter")
        self.filter.setParent(self)
        self.filter.setIconSize(QSize(22, 16))
        self.filter.setToolTip(self.tr("Show only some: by theme, country, language and more"))
        self._clear = tool("x", self.tr("Clear the search"), self)
        self._clear.setIconSize(QSize(14, 14))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does the same
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._place)

    def show_filter(self, *, shown: bool) -> None:
        """Whether this list can be narrowed."""
        self.filter.setVisible(shown)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _place(self, _text: str = "") -> None:
        """The button for filters at the end, and before it the cross while there are words."""
        wide = self.filter.sizeHint().width() if self.filter.isVisibleTo(self) else 0
        high = self.height() - 8
        self._clear.setVisible(bool(self.text()))
        self._clear.setFixedSize(high, high)
        end = self.width() - 4
        place, cross = QRect(end - wide, 4, wide, high), QRect(end - wide - high, 4, high, high)
        way = self.layoutDirection()
        self.filter.setGeometry(QStyle.visualRect(way, self.rect(), place))
        self._clear.setGeometry(QStyle.visualRect(way, self.rect(), cross))
        taken = wide + (high if self.text() else 0)
        self.setTextMargins(*((taken, 0, 0, 0) if self.isRightToLeft() else (0, 0, taken, 0)))


class ListHead(QWidget):
    """Says what is listed; knows nothing of records."""

    new_asked = Signal()
    """New was pressed."""
    filter_asked = Signal()
    """The filters are to be offered."""
    filter_dropped = Signal(object)
    """The cross of a chip: its `Filter`."""
    sort_chosen = Signal(str)
    """Another order: newest, oldest or title."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(framed(self, "list-head"))
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(12)
        column.addLayout(self._make_title())
        self.search = SearchField()
        self.search.filter.clicked.connect(self.filter_asked)
        column.addWidget(self.search)
        column.addLayout(self._make_foot())

    def _make_title(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._heading = ElidedLabel("section")
        self._count = label("", "second")
        self.new = button(self.tr("New"), "outline", "plus")
        self.new.setMinimumHeight(36)
        self.new.clicked.connect(self.new_asked)
        line.addWidget(self._heading)
        line.addSpacing(4)
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(self.new)
        return line

    def _make_foot(self) -> QHBoxLayout:
        self._chips = Flow()
        self.sort = button("", "sort", "chev-d")
        self.sort.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow follows the word
        self.sort.setIconSize(QSize(16, 16))
        self._orders = QMenu(self.sort)
        self._group = QActionGroup(self._orders)
        self.sort.setMenu(self._orders)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._chips, 1)
        line.addWidget(self.sort, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def show_list(self, heading: str, hint: str, *, new: bool, narrowed: bool, by_name: bool) -> None:
        """Another list: its name, the words in the empty search field, what is offered."""
        self._heading.setText(heading)
        self._count.setText("")
        self.new.setVisible(new)
        self.search.clear()
        set_hint(self.search, hint)
        self.search.setAccessibleName(hint)
        self.search.show_filter(shown=narrowed)
        self._offer_orders(by_name=by_name)
        self.show_filters(())

    def show_count(self, shown: int | None, total: int, *, more: bool = False) -> None:
        """How many there are, and how many of them are shown; None: all. With `more`, those are the first."""
        say = QLocale().toString
        if shown is None:
            self._count.setText(say(total) if total else "")
        else:
            words = self.tr("{0}+ of {1}") if more else self.tr("{0} of {1}")
            self._count.setText(words.format(say(shown), say(max(shown, total))))

    def show_filters(self, filters: tuple[Filter, ...]) -> None:
        """A chip for each filter."""
        empty(self._chips.line)
        for one in filters:
            self._chips.line.addWidget(self._chip(one))
        self._chips.updateGeometry()

    def show_sort(self, sort: Sort) -> None:
        """Which order the list has."""
        for action in self._group.actions():
            if action.data() == sort:
                action.setChecked(True)
                self.sort.setText(action.text())
                self.sort.setAccessibleName(self.tr("Order: {0}").format(action.text()))

    def _chip(self, one: Filter) -> QWidget:
        words = worded(one)
        made = button(words, "chip", "x")
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross follows the word
        made.setIconSize(QSize(18, 14))
        made.setAccessibleName(self.tr("Take off the filter {0}").format(words))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(lambda: self.filter_dropped.emit(one))
        return made

    def _offer_orders(self, *, by_name: bool) -> None:
        self._orders.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        by_title = self.tr("Name A–Z") if by_name else self.tr("Title A–Z")
        for words, sort in (
            (self.tr("Newest"), "newest"),
            (self.tr("Oldest"), "oldest"),
            (by_title, "title"),
        ):
            action = QAction(words, self._orders, checkable=True)
            action.setData(sort)
            action.triggered.connect(lambda _checked=False, sort=sort: self.sort_chosen.emit(sort))
            self._group.addAction(action)
            self._orders.addAction(action)
