"""The list of records as a Qt model: an order of positions, and rows that are read where somebody looks.

The model knows how long the list is, so a scroll bar is honest and any row is one read away. Changes come in
as summaries and are taken in together, at most about four times a second; then the order is read anew, off
the main thread, and only what is selected or visible is brought over to it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import MOST_FOUND
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.tasks import Task
from delve_desktop.ui.use_cases import UseCases

from .items import Item, Query, of_hit, split_marks
from .order import Order
from .spoken import spoken

HEAD: Final = 100  # positions read before the whole order
PAGE: Final = 50  # rows read at once
AROUND: Final = 15  # rows read before and behind those that are looked at
KEPT: Final = 2_000  # rows in memory
PACE_MS: Final = 250  # between two updates
BUSY_SHARE: Final = 5  # an update that took long is followed by a pause this many times as long
WHOLE_PAUSE_MS: Final = 250  # somebody who types is served first
ITEM_ROLE: Final = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Fresh:
    """What an update read: the order, rows that were missing, and where records went that had changed."""

    positions: array[int]
    items: tuple[Item, ...]
    moved: dict[RecordId, int]


class RecordList(QAbstractListModel):
    """Records of one `Query`. Everything is asked of the desk; nothing is read on the main thread."""

    loaded = Signal()
    """The first rows of a query are there (perhaps none)."""
    counted = Signal()
    """How long the list is may have changed; `complete` tells whether that is known."""
    adopting = Signal()
    """Rows are about to come, go or move because of a change."""
    adopted = Signal()
    """They have."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._query = Query()
        self._order = Order()
        self._items: dict[int, Item] = {}  # by position
        self._places: dict[RecordId, int] = {}  # positions of those
        self._wanted: list[int] = []  # rows that were asked for and are not there
        self._tasks: list[Task] = []
        self._ready = False  # the first rows of the query are there
        self.complete = False  # the order is the whole one
        self._reading = self._updating = False
        self._changed: set[RecordId] = set()
        self._stale = False  # rows may have changed without a new position
        self._due = False
        self._took = QElapsedTimer()
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self._fetch.timeout.connect(self._on_fetch)
        self._pace = QTimer(self, singleShot=True)
        self._pace.timeout.connect(self._update)
        self._whole = QTimer(self, singleShot=True)
        self._whole.timeout.connect(self._ask_whole)
        self.in_view: Callable[[], tuple[int, int]] = lambda: (0, PAGE)  # first and last row that are seen
        desk.changed.connect(self._on_changed)

    @property
    def query(self) -> Query:
        """What the list shows."""
        return self._query

    @property
    def items(self) -> Sequence[Item]:
        """The rows that are in memory, in the list's order."""
        return [self._items[one] for one in self._order.positions if one in self._items]

    @property
    def ready(self) -> bool:
        """Whether the first rows of the query are there."""
        return self._ready

    @property
    def is_cut(self) -> bool:
        """Whether a search found more than a list goes through."""
        return bool(self._query.text.strip()) and len(self._order) >= MOST_FOUND

    def item_of(self, record: RecordId) -> Item | None:
        """The row of a record, where it is in memory and in the list."""
        return self._items.get(self._places.get(record, -1))

    def index_of(self, record: RecordId) -> QModelIndex:
        """Where a record stands whose row is in memory, or an invalid index."""
        position = self._places.get(record)
        row = -1 if position is None else self._order.index(position)
        return self.index(row) if row >= 0 else QModelIndex()

    def seek(self, record: RecordId, done: Callable[[QModelIndex], None]) -> None:
        """Where any record of the list stands; `done` gets an invalid index for one that is not in it."""
        known = self.index_of(record)
        if known.isValid():
            done(known)
            return

        def found(positions: dict[RecordId, int]) -> None:
            row = self._order.index(positions.get(record, -1))
            done(self.index(row) if row >= 0 else QModelIndex())

        self._ask(lambda use: use.positions_of([record]), found)

    def positions_at(self, rows: Iterable[range]) -> list[int]:
        """The positions in these rows."""
        return [position for some in rows for position in self._order.positions[some.start : some.stop]]

    def note_seen(self, record: RecordId) -> None:
        """A record was opened: it is no longer new."""
        index = self.index_of(record)
        if index.isValid():
            position = self._order.positions[index.row()]
            self._items[position] = self._items[position].seen
            self.dataChanged.emit(index, index)

    def show_query(self, query: Query) -> None:
        """Show another list."""
        self._query = query
        self._ready = self.complete = False
        self._cancel()
        space = self._desk.space
        if space is None:
            self._on_first((array("q"), []))
            return

        def first(use: UseCases) -> tuple[array[int], list[Item]]:
            head = use.list_positions(space, query, HEAD)
            return head, _read(use, head[:PAGE], query.text)

        self._ask(first, self._on_first)

    def refresh(self) -> None:
        """Read the rows again, as after a sync that sent some of them; selection and scrolling stay."""
        self._stale = True
        self._soon()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not 0 <= row < len(self._order):
            return None
        item = self._items.get(self._order.positions[row])
        if item is None:
            if role == ITEM_ROLE:
                self._want(row)
            return None
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return split_marks(item.title)[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item.row)
        return None

    # -- reading ------------------------------------------------------------------------------

    def _ask(self, question: Callable[[UseCases], Any], done: Callable[[Any], None]) -> None:
        self._tasks = [task for task in self._tasks if not task.over]
        self._tasks.append(self._desk.ask(question, done, failed=self._on_failed, owner=self))

    def _on_failed(self, why: Sentence) -> None:
        """Said where the window says such things; the next change, or look, asks again."""
        self._reading = self._updating = False
        self._stale = True
        self._desk.failed.emit(why)

    def _cancel(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._tasks = []
        self._wanted = []
        self._reading = self._updating = False
        self._changed.clear()
        self._stale = self._due = False
        for timer in (self._fetch, self._pace, self._whole):
            timer.stop()

    def _on_first(self, answer: tuple[array[int], list[Item]]) -> None:
        head, items = answer
        self.beginResetModel()
        self._items.clear()
        self._places.clear()
        self._order = Order(head, self._query.sort)
        self._keep(items)
        self.endResetModel()
        self._ready = True
        self.complete = len(head) < HEAD
        self.loaded.emit()
        self.counted.emit()
        if not self.complete:
            self._whole.start(WHOLE_PAUSE_MS if self._query.text.strip() else 0)
        elif self._due:
            self._soon()

    def _ask_whole(self) -> None:
        """The rest of the order: an update, whether anything has changed or not."""
        self._due = True
        self._update()

    def _keep(self, items: Iterable[Item]) -> None:
        for item in items:
            self._items[item.row.position] = item
            self._places[item.id] = item.row.position
        while len(self._items) > KEPT:  # the first that came in; what is looked at is read again
            position, item = next(iter(self._items.items()))
            del self._items[position]
            if self._places.get(item.id) == position:
                del self._places[item.id]

    def _want(self, row: int) -> None:
        self._wanted.append(row)
        if not self._reading and not self._fetch.isActive():
            self._fetch.start()

    def _on_fetch(self) -> None:
        """Read the rows asked for last, and some around them."""
        rows = [row for row in self._wanted[-PAGE:] if row < len(self._order)]
        self._wanted = []
        if not rows:
            return
        start, stop = max(0, min(rows) - AROUND), max(rows) + AROUND + 1
        if stop - start > 3 * PAGE:  # somebody has scrolled on: the last ones count
            start, stop = max(0, rows[-1] - PAGE), rows[-1] + AROUND + 1
        missing = [one for one in self._order.positions[start:stop] if one not in self._items]
        text = self._query.text
        self._reading = True
        self._ask(lambda use: _read(use, missing, text), self._on_rows)

    def _on_rows(self, items: list[Item]) -> None:
        self._reading = False
        self._keep(items)
        rows = [row for row in (self._order.index(item.row.position) for item in items) if row >= 0]
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))
        if self._wanted:
            self._fetch.start()

    # -- keeping right ------------------------------------------------------------------------

    def _on_changed(self, summary: ChangeSummary) -> None:
        space = self._desk.space
        if space is None or (summary.space is not None and summary.space != space):
            return
        if summary.everything:
            self._stale = True
            self._soon()
        elif summary.records:
            self._changed |= summary.records
            self._soon()

    def _soon(self) -> None:
        self._due = True
        if self._ready and not self._updating and not self._pace.isActive():
            self._pace.start(0 if not self._took.isValid() else max(0, PACE_MS - self._took.elapsed()))

    def _update(self) -> None:
        """Read the order anew, with the rows in view that have changed or come."""
        space, query = self._desk.space, self._query
        if space is None or not self._ready or self._updating:
            return
        first, last = self.in_view()
        known = frozenset() if self._stale else frozenset(self._items)
        ids = [one for one in self._kept_ids() if self._stale or one in self._changed]
        self._changed, self._stale, self._due, self._updating = set(), False, False, True
        self._took.start()

        def read(use: UseCases) -> Fresh:
            positions = use.list_positions(space, query, None)
            moved = use.positions_of(ids) if ids else {}
            seen = {*positions[max(0, first - AROUND) : last + AROUND], *moved.values()} - known
            return Fresh(positions, tuple(_read(use, sorted(seen), query.text)), moved)

        self._ask(read, self._on_fresh)

    def _kept_ids(self) -> list[RecordId]:
        """The records in memory that are selected, current or in view."""
        first, last = self.in_view()
        rows = {index.row() for index in self.persistentIndexList()}
        rows |= set(range(first, min(last + 1, len(self._order))))
        positions = [self._order.positions[row] for row in rows if row < len(self._order)]
        return [self._items[one].id for one in positions if one in self._items]

    def _on_fresh(self, fresh: Fresh) -> None:
        self._updating = False
        spent = self._took.elapsed()
        self.complete = True
        if fresh.positions == self._order.positions:
            self._keep(fresh.items)
            if fresh.items:
                self.dataChanged.emit(self.index(0), self.index(len(self._order) - 1))
        else:
            self._adopt(fresh)
        self.counted.emit()
        if self._due:
            self._pace.start(max(PACE_MS - spent, BUSY_SHARE * spent))

    def _adopt(self, fresh: Fresh) -> None:
        """Take on another order; selection, current row and whoever holds an index go along."""
        self.adopting.emit()
        old, new = self._order.positions, Order(fresh.positions, self._query.sort)
        ids = {place: item.id for place, item in self._items.items()}
        self._keep(fresh.items)
        grown = len(new) - len(old)
        if grown > 0 and new.positions[: len(old)] == old:
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._order = new
            self.endInsertRows()
            self.adopted.emit()
            return
        if grown > 0:  # rows of nothing at the end, so that what follows only moves rows
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            old = array("q", old)
            old.extend([-1] * grown)
            self._order = Order(old, self._query.sort)
            self.endInsertRows()
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._order = new if grown >= 0 else Order(_padded(fresh.positions, -grown), "title")
        after = [self._after(index, old, new, ids, fresh.moved) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        if grown < 0:
            self.beginRemoveRows(QModelIndex(), len(new), len(old) - 1)
            self._order = new
            self.endRemoveRows()
        self.adopted.emit()

    def _after(
        self,
        index: QModelIndex,
        old: array[int],
        new: Order,
        ids: dict[int, RecordId],
        moved: dict[RecordId, int],
    ) -> QModelIndex:
        position = old[index.row()]
        row = new.index(position, index.row())
        if row < 0 and position in ids:  # it has changed, and with that its position
            row = new.index(moved.get(ids[position], -1), index.row())
        return self.index(row) if row >= 0 else QModelIndex()


def _padded(positions: array[int], count: int) -> array[int]:
    """A copy with rows of nothing at its end."""
    longer = array("q", positions)
    longer.extend([-1] * count)
    return longer


def _read(use: UseCases, positions: Sequence[int], text: str) -> list[Item]:
    return [of_hit(hit) for hit in use.rows_at(positions, text)] if len(positions) else []
