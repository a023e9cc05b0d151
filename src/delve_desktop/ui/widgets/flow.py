"""A layout that puts items side by side and wraps them, for chips."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Left to right (right to left where the language runs so), then the next line.

    Take a widget out by `removeWidget`, and all by `frames.empty`: Qt then deletes the item that held it. An
    item that Python takes by `takeAt` nobody would delete.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.destroyed.connect(partial(_delete, self._items))
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def widgets(self) -> list[QWidget]:
        """What stands in it, in its order."""
        return [widget for item in self._items if (widget := item.widget()) is not None]

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Where items go in `rect`; returns the height they need."""
        x = line = 0
        y = 0
        for item in self._items:
            size = item.sizeHint()
            if size.width() > rect.width():  # what gives way does so
                size.setWidth(max(rect.width(), item.minimumSize().width()))
                if item.hasHeightForWidth():
                    size.setHeight(item.heightForWidth(size.width()))
            if not size.width():
                continue  # nothing to see, so no gap either
            if x and x + size.width() > rect.width():
                x, y, line = 0, y + line + self.spacing(), 0
            if move:
                parent = self.parentWidget()
                place = QRect(rect.topLeft() + QPoint(x, y), size)
                if parent is not None and parent.isRightToLeft():
                    place.moveRight(rect.right() - x)
                item.setGeometry(place)
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line


def _delete(items: list[QLayoutItem]) -> None:
    """A layout goes: the items that a layout in Python is given are its own, and Qt leaves them to it."""
    while items:
        item = items.pop()
        if shiboken6.isValid(item):
            shiboken6.delete(item)


class Flow(QWidget):
    """Holds others in a wrapping line."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.line = FlowLayout(self)
        for widget in widgets:
            self.line.addWidget(widget)

    def sizeHint(self) -> QSize:
        """As `minimumSizeHint`."""
        return self.line.minimumSize()

    def minimumSizeHint(self) -> QSize:
        """One line; the layout itself would count with its narrowest shape, and make pages too tall."""
        return self.line.minimumSize()
