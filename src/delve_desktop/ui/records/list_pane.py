"""The list beside the record pane: heading, search, rows, and drafts of records that were begun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import DraftView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import button, icon_label, label, surface
from delve_desktop.ui.widgets.frames import framed
from delve_desktop.ui.widgets.icon import icon
from delve_desktop.ui.widgets.in_place import InPlaceBar

from .delegate import RowDelegate
from .items import Query
from .model import ITEM_ROLE, RecordList

SEARCH_PAUSE_MS = 150
WIDTH = 352


@dataclass(frozen=True)
class Listing:
    """One section's list."""

    heading: str
    query: Query
    search_hint: str
    empty: str
    new_kind: str = ""  # what New begins; empty: no New here


class ListPane(QWidget):
    """Shows one `Listing` after the other."""

    record_chosen = Signal(object)
    """A row was chosen: its `RecordId`."""
    new_asked = Signal(str)
    """New was pressed: the kind to begin."""
    draft_chosen = Signal(object)
    """Go on with a record that was begun: its `DraftView`."""

    def __init__(self, desk: Desk, clock: Callable[[], float]) -> None:
        super().__init__()
        self._desk = desk
        self._listing: Listing | None = None
        self._wanted: RecordId | None = None
        self._choosing = False
        self._open_first = False  # as soon as what is looked for has come
        self.model = RecordList(desk, self)
        self.model.loaded.connect(self._on_loaded)
        self.model.rowsInserted.connect(self._on_rows)
        self.model.rowsRemoved.connect(self._on_rows)
        self._delegate = RowDelegate(clock)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._on_search)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(framed(self, "list"))
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = surface("list-head")
        top = QVBoxLayout(head)
        top.setContentsMargins(16, 14, 16, 14)
        top.setSpacing(12)
        line = QHBoxLayout()
        self._heading = label("", "section")
        self._count = label("", "second")
        self._new = button(self.tr("New"), "outline", "plus")
        self._new.clicked.connect(self.ask_new)
        line.addWidget(self._heading)
        line.addSpacing(4)
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(self._new)
        self._new.setMinimumHeight(36)
        top.addLayout(line)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(40)
        self.search.addAction(icon("search", "ink2"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._on_enter)
        top.addWidget(self.search)
        self.bar = InPlaceBar(stacked=True)
        column.addWidget(head)
        column.addWidget(self.bar)
        column.addWidget(self._make_rows(), 1)

    def _make_rows(self) -> QWidget:
        self.rows = QListView()
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(self._delegate)
        self.rows.setUniformItemSizes(True)
        self.rows.setMouseTracking(True)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.selectionModel().currentChanged.connect(self._on_current)
        self._empty_words = label("", "lead", wrap=True)
        self._empty_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(32, 48, 32, 32)
        mark = QHBoxLayout()
        mark.addStretch(1)
        mark.addWidget(icon_label("leaf", "edge", 40))
        mark.addStretch(1)
        column.addLayout(mark)
        column.addWidget(self._empty_words)
        column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(empty)
        return self._stack

    @property
    def listing(self) -> Listing | None:
        """What is listed now."""
        return self._listing

    def show_listing(self, listing: Listing) -> None:
        """List something else; the search begins empty."""
        self._listing = listing
        self._wanted = None
        self._heading.setText(listing.heading)
        self._count.setText("")
        self._new.setVisible(bool(listing.new_kind))
        self.search.clear()
        self._pause.stop()
        self._open_first = False
        self.search.setPlaceholderText(listing.search_hint)
        self.search.setAccessibleName(listing.search_hint)
        self.rows.setAccessibleName(listing.heading)
        self._delegate.contacts = listing.query.kind == "contact"
        self._stack.setCurrentIndex(0)
        self.bar.clear()
        self.model.show_query(listing.query)

    def open_first(self) -> None:
        """Open the first row of what is looked for, once it has come."""
        if not self._pause.isActive():
            self._on_enter()
            return
        self._pause.stop()
        self._open_first = True
        self._on_search()

    def set_count(self, count: int) -> None:
        """The number beside the heading."""
        self._count.setText(str(count) if count else "")

    def select(self, record: RecordId | None) -> None:
        """Mark the row of the record that stands in the pane, without asking for it again."""
        self._wanted = record
        self._choosing = True
        try:
            index = self.model.index_of(record) if record is not None else QModelIndex()
            if index.isValid():
                self.rows.setCurrentIndex(index)
                self.rows.scrollTo(index)
            else:
                self.rows.clearSelection()
                self.rows.setCurrentIndex(QModelIndex())
        finally:
            self._choosing = False

    def offer_drafts(self, drafts: Sequence[DraftView], kind: str) -> None:
        """Say that a new record was begun and not finished: the one begun last, if there are several."""
        mine = [draft for draft in drafts if draft.record is None and draft.kind == kind]
        if not mine:
            return
        draft = mine[0]
        title = str(draft.content.get("title") or draft.content.get("name") or "")
        said = (
            self.tr("You had begun “{0}”. It is kept.").format(title)
            if title
            else self.tr("You had begun something new. It is kept.")
        )
        self.bar.say(
            said,
            (self.tr("Go on"), lambda: self.draft_chosen.emit(draft)),
            (self.tr("Throw away"), lambda: self._discard(draft)),
            icon="pencil",
            lasting=True,
        )

    def ask_new(self) -> None:
        """Begin a record of this list's kind."""
        if self._listing is not None and self._listing.new_kind:
            self.new_asked.emit(self._listing.new_kind)

    def _discard(self, draft: DraftView) -> None:
        self._desk.ask(lambda use: use.discard_draft(draft.id), owner=self)

    def _on_search(self) -> None:
        if self._listing is not None:
            base = self._listing.query
            self.model.show_query(Query(base.kind, base.in_bin, base.disputed, self.search.text()))

    def _on_enter(self) -> None:
        if self.model.rowCount():
            self.rows.setFocus()
            self.rows.setCurrentIndex(self.model.index(0))

    def _on_current(self, current: QModelIndex) -> None:
        item = current.data(ITEM_ROLE) if current.isValid() else None
        if item is not None and not self._choosing and item.id != self._wanted:
            self._wanted = item.id
            self.record_chosen.emit(item.id)

    def _on_loaded(self) -> None:
        self._on_rows()
        self.select(self._wanted)
        if self._open_first:
            self._open_first = False
            self._on_enter()

    def _on_rows(self) -> None:
        if self._listing is None:
            return
        searching = bool(self.model.query.text.strip())
        self._empty_words.setText(
            self.tr("Nothing found for “{0}”.").format(self.model.query.text)
            if searching
            else self._listing.empty
        )
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        if self._wanted is not None and not self.rows.currentIndex().isValid():
            self.select(self._wanted)  # a record that was begun here has come into the list
