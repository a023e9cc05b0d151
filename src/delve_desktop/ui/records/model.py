"""The list of records as a Qt model: fetched page by page, kept right by change summaries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import Page, RecordRow
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.tasks import Task
from delve_desktop.ui.use_cases import UseCases

from .items import Item, Query, of_hit, of_row, split_marks

PAGE: Final = 50
RELOAD_MOST: Final = 400
ONE_BY_ONE: Final = 40  # a change of more records than this reads the list anew
ITEM_ROLE: Final = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class RecordList(QAbstractListModel):
    """Rows newest first. Everything is asked of the desk; nothing is read on the main thread."""

    loaded = Signal()
    """The first rows of a query are there (perhaps none)."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._query = Query()
        self._items: list[Item] = []
        self._after: int | None = None
        self._fetching: Task | None = None
        self._ready = False  # the first rows of the query are there
        desk.changed.connect(self._on_changed)

    @property
    def query(self) -> Query:
        """What the list shows."""
        return self._query

    @property
    def items(self) -> Sequence[Item]:
        """The rows fetched so far."""
        return self._items

    def index_of(self, record: RecordId) -> QModelIndex:
        """Where a record stands, or an invalid index."""
        for number, item in enumerate(self._items):
            if item.id == record:
                return self.index(number)
        return QModelIndex()

    def show_query(self, query: Query) -> None:
        """Show another list."""
        self._query = query
        self._ready = False
        self._cancel()
        space = self._desk.space
        if space is None:
            self._replace([], None)
        elif query.text.strip():
            self._search(space)
        else:
            self._ask_page(space, None, PAGE, self._on_first_page)

    def refresh(self) -> None:
        """Read the rows again, as after a sync that sent some of them; selection and scrolling stay."""
        space = self._desk.space
        if space is None or not self._ready:
            return
        self._cancel()
        if self._query.text.strip():
            self._search(space)
        else:
            limit = min(max(len(self._items), PAGE), RELOAD_MOST)
            self._ask_page(space, None, limit, self._on_first_page)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return split_marks(item.title)[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item.row)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._after is not None and self._fetching is None

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent) and self._desk.space is not None:
            self._ask_page(self._desk.space, self._after, PAGE, self._on_more)

    # -- reading ------------------------------------------------------------------------------

    def _cancel(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
            self._fetching = None

    def _ask_page(self, space: SpaceId, after: int | None, limit: int, done: Any) -> None:
        query = self._query
        self._fetching = self._desk.ask(
            lambda use: use.list_records(
                space, query.kind, in_bin=query.in_bin, disputed=query.disputed, after=after, limit=limit
            ),
            done,
            owner=self,
        )

    def _on_first_page(self, page: Page) -> None:
        self._fetching = None
        self._replace([of_row(row) for row in page.rows], page.after)

    def _on_more(self, page: Page) -> None:
        self._fetching = None
        self._after = page.after
        known = {item.id for item in self._items}
        fresh = [of_row(row) for row in page.rows if row.id not in known]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._items), len(self._items) + len(fresh) - 1)
            self._items.extend(fresh)
            self.endInsertRows()

    def _search(self, space: SpaceId) -> None:
        """The newest hits at once, then the best ones."""
        query = self._query

        def newest(use: UseCases) -> list[Item]:
            return [of_hit(hit) for hit in use.search(space, query.text, kind=query.kind, limit=PAGE)]

        def best(use: UseCases) -> list[Item]:
            return [of_hit(hit) for hit in use.search_ranked(space, query.text, kind=query.kind, limit=PAGE)]

        def show_best(found: list[Item]) -> None:
            self._fetching = None
            self._replace([item for item in found if query.admits(item.row)], None)

        def show_newest(found: list[Item]) -> None:
            self._replace([item for item in found if query.admits(item.row)], None)
            self._fetching = self._desk.ask(best, show_best, owner=self)

        self._fetching = self._desk.ask(newest, show_newest, owner=self)

    # -- keeping right ------------------------------------------------------------------------

    def _on_changed(self, summary: ChangeSummary) -> None:
        space = self._desk.space
        if space is None or (summary.space is not None and summary.space != space):
            return
        if self._query.text.strip() or summary.everything or len(summary.records) > ONE_BY_ONE:
            self.refresh()
        elif summary.records:
            records = tuple(summary.records)
            self._desk.ask(lambda use: [_row(use, record) for record in records], self._on_rows, owner=self)

    def _on_rows(self, rows: list[tuple[RecordId, RecordRow | None]]) -> None:
        if not self._ready:
            return  # the page that is on its way will hold them
        for record, row in rows:
            if row is None or not self._query.admits(row):
                self._drop(record)
            else:
                self._put(of_row(row))

    def _drop(self, record: RecordId) -> None:
        index = self.index_of(record)
        if index.isValid():
            self.beginRemoveRows(QModelIndex(), index.row(), index.row())
            del self._items[index.row()]
            self.endRemoveRows()

    def _put(self, item: Item) -> None:
        """Insert, change or move one row to where its position says."""
        old = self.index_of(item.id)
        others = [other for other in self._items if other.id != item.id]
        at = next(
            (n for n, other in enumerate(others) if other.row.position < item.row.position), len(others)
        )
        if not old.isValid():
            if at == len(others) and self._after is not None:
                return  # lies behind what is fetched
            self.beginInsertRows(QModelIndex(), at, at)
            self._items.insert(at, item)
            self.endInsertRows()
            return
        if old.row() != at:
            target = at if at < old.row() else at + 1
            self.beginMoveRows(QModelIndex(), old.row(), old.row(), QModelIndex(), target)
            self._items = [*others[:at], item, *others[at:]]
            self.endMoveRows()
        self._items[at] = item
        self.dataChanged.emit(self.index(at), self.index(at))

    def _replace(self, items: list[Item], after: int | None) -> None:
        """Turn the rows into `items` by the fewest signals, so that selection and scrolling stay."""
        wanted = {item.id for item in items}
        shared = wanted & {item.id for item in self._items}
        self._after = after
        self._ready = True
        if not shared:
            self.beginResetModel()
            self._items = list(items)
            self.endResetModel()
            self.loaded.emit()
            return
        for record in [item.id for item in self._items if item.id not in wanted]:
            self._drop(record)
        for at, item in enumerate(items):
            self._bring(item, at)
        self.loaded.emit()

    def _bring(self, item: Item, at: int) -> None:
        old = self.index_of(item.id)
        if not old.isValid():
            self.beginInsertRows(QModelIndex(), at, at)
            self._items.insert(at, item)
            self.endInsertRows()
            return
        if old.row() != at:
            self.beginMoveRows(QModelIndex(), old.row(), old.row(), QModelIndex(), at)
            self._items.insert(at, self._items.pop(old.row()))
            self.endMoveRows()
        self._items[at] = item
        self.dataChanged.emit(self.index(at), self.index(at))


def _row(use: UseCases, record: RecordId) -> tuple[RecordId, RecordRow | None]:
    try:
        return record, use.record_row(record)
    except NotFound:
        return record, None


def spoken(row: RecordRow) -> str:
    """One sentence for a screen reader."""
    parts = [row.title, row.place, row.author]
    if row.disputes:
        parts.append(QCoreApplication.translate("RecordList", "two versions, needs a decision"))
    if row.unsent:
        parts.append(QCoreApplication.translate("RecordList", "not yet sent"))
    return ", ".join(part for part in parts if part)
