"""The list beside the record pane: head, rows, what is done to many, and drafts of what was begun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import DraftView, Filter, Sort
from delve_desktop.ui.attachments.row_pictures import RowPictures
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.frames import framed, scrolled
from delve_desktop.ui.widgets.icon import icon
from delve_desktop.ui.widgets.in_place import InPlaceBar

from . import filters
from .batch_bar import BatchBar
from .delegate import PictureOf, RowDelegate
from .empty import EmptyList
from .items import Item, Query
from .list_head import ListHead
from .listing import Listing
from .model import ITEM_ROLE, RecordList
from .view import RecordView

WIDTH = 352


class ListPane(QWidget):
    """Shows one `Listing` after the other; remembers how each was narrowed and ordered."""

    record_chosen = Signal(object)
    """A row was chosen: its `RecordId`."""
    new_asked = Signal(str)
    """New was pressed: the kind to begin."""
    draft_chosen = Signal(object)
    """Go on with a record that was begun: its `DraftView`."""

    def __init__(self, desk: Desk, clock: Callable[[], float], picture_of: PictureOf | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._listing: Listing | None = None
        self._narrowed: dict[str, Query] = {}  # by heading: how a list was left
        self._total = 0
        self._wanted: RecordId | None = None
        self._first_wanted = False  # the record at the top is to be opened once the list is there
        self._choosing = False
        self.model = RecordList(desk, self)
        self.model.loaded.connect(self._on_loaded)
        self.model.counted.connect(self._on_counted)
        self.model.adopted.connect(self._on_adopted)
        pictures = RowPictures(desk)
        self._delegate = RowDelegate(clock, picture_of or pictures.of)
        self._build()
        pictures.thumbnails.arrived.connect(self.rows.viewport().update)

    def _build(self) -> None:
        column = QVBoxLayout(framed(self, "list"))
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = ListHead()
        self.search = self.head.search
        self.head.new_asked.connect(self.ask_new)
        self.head.filter_asked.connect(self.offer_filters)
        self.head.filter_dropped.connect(self.toggle_filter)
        self.head.sort_chosen.connect(self.choose_sort)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._on_enter)
        self.search.down_pressed.connect(self._on_down)
        self.bar = InPlaceBar(stacked=True)
        self.batch = BatchBar(self._desk, self.bar, self._ask_chosen)
        self.batch.clear.clicked.connect(self.choose_one)
        column.addWidget(self.head)
        column.addWidget(self.batch)
        column.addWidget(self.bar)
        column.addWidget(self._make_rows(), 1)

    def _make_rows(self) -> QWidget:
        self.rows = RecordView(self.model)
        self.rows.setItemDelegate(self._delegate)
        self.rows.selectionModel().currentChanged.connect(self._consider)
        self.rows.chosen_changed.connect(self._on_chosen)
        self.rows.bin_asked.connect(self._on_bin_key)
        self.rows.customContextMenuRequested.connect(self._on_menu)
        self.empty = EmptyList()
        self.empty.act_asked.connect(self._on_empty_act)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(scrolled(self.empty, self.tr("Why nothing is listed")))
        return self._stack

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.rows.set_row_height(self._delegate.height)

    @property
    def listing(self) -> Listing | None:
        """What is listed now."""
        return self._listing

    @property
    def query(self) -> Query:
        """What is listed, with words, filters and order."""
        return self.model.query

    def show_listing(self, listing: Listing) -> None:
        """List something else; the search begins empty, filters and order are as they were left."""
        self._wanted = None
        base = listing.query
        query = replace(self._narrowed.get(listing.heading, base), text="")
        self._listing = None  # the search is emptied because of the list, not by the person
        self.head.show_list(
            listing.heading,
            listing.search_hint,
            new=bool(listing.new_kind),
            narrowed=not base.in_bin,
            by_name=base.kind == "contact",
        )
        self._listing = listing
        self.head.sort.setVisible(base.kind is not None or base.in_bin)
        self.rows.setAccessibleName(listing.heading)
        self._delegate.kind = base.kind
        self.rows.set_row_height(self._delegate.height)
        self.batch.show_list(base.kind, in_bin=base.in_bin)
        self._stack.setCurrentIndex(0)
        self.bar.clear()
        self._show(query)

    def open_first(self) -> None:
        """Open the record at the top once the list that was asked for is there, and the person with it."""
        self._first_wanted = True

    def set_count(self, count: int) -> None:
        """How many records the whole section has."""
        self._total = count
        self._on_counted()

    def select(self, record: RecordId | None) -> None:
        """Mark the row of the record that stands in the pane, without asking for it again."""
        self._wanted = record
        if record is not None:
            self.model.seek(record, lambda index: self._mark(record, index))
        elif self.rows.chosen_count <= 1:
            self._choosing = True
            self.rows.clearSelection()
            self.rows.setCurrentIndex(QModelIndex())
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

    # -- which records, in which order --------------------------------------------------------

    def offer_filters(self) -> None:
        """Open the menu of filters, with those values that some record has."""
        space, kind = self._desk.space, self.query.kind
        if space is not None:
            self._desk.ask(lambda use: use.filter_values(space, kind), self._show_filter_menu, owner=self)

    def _show_filter_menu(self, offered: dict[str, tuple[str, ...]]) -> None:
        anchor = self.search.filter
        menu = filters.menu_under(anchor)
        filters.fill(menu, offered, self.query.kind, self.query.filters, self.toggle_filter)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def toggle_filter(self, one: Filter) -> None:
        """Narrow the list by one filter more, or by this one no longer."""
        now = self.query.filters
        kept = tuple(other for other in now if other != one)
        self._show(replace(self.query, filters=kept if one in now else (*now, one)))

    def forget_filters(self) -> None:
        """Show every list whole again when it is opened next."""
        self._narrowed.clear()

    def choose_sort(self, sort: Sort) -> None:
        """Another order."""
        self._show(replace(self.query, sort=sort))

    def _show(self, query: Query) -> None:
        if self._listing is not None:
            self._narrowed[self._listing.heading] = query
        self._first_wanted = False
        self.head.show_filters(query.filters)
        self.head.show_sort(query.sort)
        self.model.show_query(query)

    def _on_search(self, text: str) -> None:
        if self._listing is not None:
            self._first_wanted = False
            self.model.show_query(replace(self.query, text=text))

    # -- rows ---------------------------------------------------------------------------------

    def _on_enter(self) -> None:
        if self.model.rowCount():
            self.rows.setFocus()
            self.rows.setCurrentIndex(self.model.index(0))

    def _on_down(self) -> None:
        if self.model.rowCount():
            self.rows.setFocus()
            if not self.rows.currentIndex().isValid():
                self._on_enter()

    def _consider(self) -> None:
        """Open the current row where it is the one that is chosen; a click sets the one after the other."""
        current = self.rows.currentIndex()
        if not current.isValid() or self._choosing or self.rows.chosen_count != 1:
            return
        if not self.rows.selectionModel().isSelected(current):
            return
        item: Item | None = current.data(ITEM_ROLE)
        if item is not None:
            self._open(item.id)
            return
        positions = self.model.positions_at([range(current.row(), current.row() + 1)])

        def found(records: Sequence[RecordId]) -> None:
            now = self.rows.currentIndex().row()
            if records and now >= 0 and self.model.positions_at([range(now, now + 1)]) == positions:
                self._open(records[0])

        self._desk.ask(lambda use: use.records_at(positions), found, owner=self)

    def _open(self, record: RecordId) -> None:
        if record != self._wanted:
            self._wanted = record
            self.record_chosen.emit(record)
        self._note_seen()

    def _note_seen(self) -> None:
        """The record in the pane is no longer new."""
        record = self._wanted
        item = self.model.item_of(record) if record is not None else None
        if item is not None and item.row.fresh:
            self.model.note_seen(item.id)
            self._desk.ask(lambda use: use.mark_seen(item.id), owner=self)

    def _mark(self, record: RecordId, index: QModelIndex) -> None:
        if record != self._wanted or self.rows.chosen_count > 1:
            return
        self._choosing = True
        try:
            if not index.isValid():
                self.rows.clearSelection()
                self.rows.setCurrentIndex(QModelIndex())
            elif index != self.rows.currentIndex() or not self.rows.chosen_count:
                self.rows.setCurrentIndex(index)
                self.rows.scrollTo(index)
        finally:
            self._choosing = False
        self._note_seen()

    def _on_loaded(self) -> None:
        self._on_chosen()  # nothing is: another list says so by no signal of the selection
        self.rows.scrollToTop()
        self._show_whether_empty()
        self.select(self._wanted)
        wish, self._first_wanted = self._first_wanted, False
        if wish and self.isVisible():
            self._on_enter()

    def _on_adopted(self) -> None:
        self._show_whether_empty()
        if self._wanted is not None and not self.rows.currentIndex().isValid():
            self.select(self._wanted)  # a record that was begun here has come into the list
        self._note_seen()

    def _on_counted(self) -> None:
        query = self.query
        narrowed = bool(query.filters or query.text.strip())
        if not narrowed:
            self.head.show_count(None, self._total)
        elif self.model.complete:
            self.head.show_count(self.model.rowCount(), self._total, more=self.model.is_cut)

    # -- many at once -------------------------------------------------------------------------

    def escape(self) -> bool:
        """Esc while several rows are chosen: one again. Returns whether that was so."""
        several = self.rows.chosen_count > 1
        if several:
            self.choose_one()
        return several

    def choose_one(self) -> None:
        """Only the current row."""
        self._choosing = True
        flag = self.rows.selectionModel().SelectionFlag
        self.rows.selectionModel().select(self.rows.currentIndex(), flag.ClearAndSelect)
        self._choosing = False
        self.rows.setFocus()

    def _on_chosen(self) -> None:
        self.batch.show_chosen(self.rows.chosen_count)
        self._consider()

    def _ask_chosen(self, done: Callable[[Sequence[RecordId]], None]) -> None:
        positions = self.model.positions_at(self.rows.chosen)
        self._desk.ask(lambda use: use.records_at(positions), done, owner=self)

    def _on_bin_key(self) -> None:
        if self.query.in_bin:
            return
        if self.rows.chosen_count:
            self.batch.move_to_bin()

    def _on_menu(self, place: QPoint) -> None:
        """The context menu, by the mouse or by its key: then beside the current row."""
        if not self.rows.chosen_count:
            return
        menu = QMenu(self.rows)
        menu.setAccessibleName(self.tr("What to do with what is chosen"))
        if self.query.in_bin:
            menu.addAction(icon("undo", "ink"), self.tr("Put back"), self.batch.put_back)
        else:
            if self.query.kind is not None:
                menu.addAction(icon("plus", "ink"), self.batch.add.text(), self.batch.ask_word)
            menu.addAction(icon("bin", "ink"), self.tr("Move to the bin"), self.batch.move_to_bin)
        menu.addSeparator()
        menu.addAction(self.tr("Choose all"), self.rows.selectAll)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.rows.viewport().mapToGlobal(place))

    # -- nothing to show ----------------------------------------------------------------------

    def _show_whether_empty(self) -> None:
        if self._listing is None:
            return
        if self.model.rowCount():
            self._stack.setCurrentIndex(0)
            return
        query = self.query
        typed = query.text.strip()
        if typed:
            head = self.tr("Nothing found for “{0}”.").format(typed)
            words = self.tr("Try fewer letters, or another spelling.")
            self.empty.say("search", head, words, self.tr("Clear the search"))
        elif query.filters:
            self.empty.say(
                "filter",
                self.tr("Nothing fits these filters."),
                self.tr("Take one off to see more."),
                self.tr("Take off all filters"),
            )
        else:
            act = self.tr("New") if self._listing.new_kind else ""
            self.empty.say(self._listing.icon, self._listing.empty, "", act)
        self._stack.setCurrentIndex(1)

    def _on_empty_act(self) -> None:
        if self.query.text.strip():
            self.search.clear()
            self.search.setFocus()
        elif self.query.filters:
            self._show(replace(self.query, filters=()))
        else:
            self.ask_new()
