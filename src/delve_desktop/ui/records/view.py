"""The rows of a list, 100 000 of them as quickly as ten.

A `QTableView` with one column and rows of one height: `QListView` asks a model in Python for every row
whenever one of them changes (0.8 s for 100 000, with Qt 6.11), this one only for those that it paints.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from delve_desktop.ui import theme

from .model import RecordList

Index = QModelIndex | QPersistentModelIndex


class RecordView(QTableView):
    """Shows a `RecordList`. What is read does not move when rows come, go or move around it."""

    chosen_changed = Signal()
    """More or fewer rows are selected, or others."""
    bin_asked = Signal()
    """The Delete key: what is selected is to go into the bin."""

    def __init__(self, model: RecordList) -> None:
        super().__init__()
        self._anchor: QPersistentModelIndex | None = None
        self._offset = 0
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        across = self.horizontalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.in_view = self.in_view
        model.adopting.connect(self._on_adopting)
        model.adopted.connect(self._on_adopted)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)

    def set_row_height(self, height: int) -> None:
        """How high each row is."""
        down = self.verticalHeader()
        down.setMinimumSectionSize(1)
        if down.defaultSectionSize() != height:
            down.setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(max(1, height // 3))

    def in_view(self) -> tuple[int, int]:
        """The first and the last row that are seen."""
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return 0, 0
        return first, last if last >= 0 else self.model().rowCount() - 1

    @property
    def chosen(self) -> list[range]:
        """The rows that are selected, as ranges; a hundred thousand are one."""
        return [range(one.top(), one.bottom() + 1) for one in self.selectionModel().selection().toList()]

    @property
    def chosen_count(self) -> int:
        """How many rows are selected."""
        return sum(map(len, self.chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.bin_asked.emit()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            flag = self.selectionModel().SelectionFlag
            self.selectionModel().select(self.currentIndex(), flag.Toggle)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model().rowCount():
            self._to_end(event)
        else:
            super().keyPressEvent(event)

    def _to_end(self, event: QKeyEvent) -> None:
        """The first or the last row; in a table these keys lead along a row."""
        row = 0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1
        command = self.selectionCommand(self.model().index(row, 0), event)
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), command)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():  # else the current row has the ring
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.current().color("focus"), 3))
            painter.drawRect(self.viewport().rect().adjusted(2, 2, -3, -3))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt paints the two rows anew, and not the ring around all of them."""
        super().currentChanged(current, previous)
        if current.isValid() != previous.isValid():
            self.viewport().update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.viewport().update()

    # -- staying where one reads --------------------------------------------------------------

    def _on_adopting(self) -> None:
        """Hold on to the row that is read: the current one where it is seen, else the first that is."""
        self._anchor = None
        current = self.currentIndex()
        seen = current.isValid() and self.viewport().rect().intersects(self.visualRect(current))
        if not seen:
            current = self.model().index(self.rowAt(0), 0)
            if not self.verticalScrollBar().value() or not current.isValid():
                return  # at the top one sees what is new
        self._anchor = QPersistentModelIndex(current)
        self._offset = self.rowViewportPosition(current.row())

    def _on_adopted(self) -> None:
        anchor, self._anchor = self._anchor, None
        self.updateGeometries()  # the bar's range, which otherwise follows later
        if anchor is None or not anchor.isValid():
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(anchor.row()) - self._offset)
