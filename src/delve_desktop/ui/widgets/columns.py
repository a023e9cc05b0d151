"""Places for what stands side by side where there is room, and one below the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget


class Columns(QWidget):
    """Two columns, the left one up to twice as wide; where they do not fit, the right one comes below."""

    def __init__(self, gap: int = 24) -> None:
        super().__init__()
        self._gap = gap
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.left = self._column(2)
        self.right = self._column(1)
        self._set_stacked(stacked=False)

    @property
    def stacked(self) -> bool:
        """True where the right column stands below the left one."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider column: a page around this never has to be wider than its window."""
        return QSize(max(self._needs()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, right = self._needs()
        self._set_stacked(stacked=event.size().width() < max(left, right) + right + self._gap)

    def _column(self, stretch: int) -> QVBoxLayout:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._row.addWidget(holder, stretch)
        return column

    def _needs(self) -> tuple[int, int]:
        return self.left.minimumSize().width(), self.right.minimumSize().width()

    def _set_stacked(self, *, stacked: bool) -> None:
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._row.setSpacing(16 if stacked else self._gap)


class Tiles(QWidget):
    """Equally wide widgets in one row; where they do not fit, in half as many columns, and so on."""

    def __init__(self, *widgets: QWidget, gap: int = 16) -> None:
        super().__init__()
        self._widgets = widgets
        self._gap = gap
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._place(len(widgets))

    @property
    def columns(self) -> int:
        """How many stand side by side."""
        return self._columns

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = len(self._widgets)
        while columns > 1 and columns * (self._widest() + self._gap) - self._gap > event.size().width():
            columns = (columns + 1) // 2
        self._place(columns)

    def _widest(self) -> int:
        return max(each.minimumSizeHint().width() for each in self._widgets)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, each in enumerate(self._widgets):
            self._grid.addWidget(each, number // columns, number % columns)
        for column in range(len(self._widgets)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
