"""Places for what stands side by side where there is room, and one below the other where there is not."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

Edges = tuple[int, int, int, int]
"""Pixels to the left, above, to the right and below."""
NO_EDGES: Final[Edges] = (0, 0, 0, 0)


class Laid(QFrame):
    """Holds others in a layout, with a look of the style sheet where `surface` names one.

    It says how wide it likes to be without asking how high it would be then: a page of layouts within layouts
    would break each text for as many widths as there are layouts around it, and show it in one. How high it
    is in the width that it has, is asked for as ever.
    """

    def __init__(self, layout: QLayout, parent: QWidget | None, edges: Edges, surface: str) -> None:
        super().__init__(parent)
        if surface:
            self.setProperty("surface", surface)
        self._layout = layout
        layout.setContentsMargins(*edges)
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        return self._framed(self._layout.sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._framed(self._layout.minimumSize())

    def _framed(self, size: QSize) -> QSize:
        self.ensurePolished()
        return size.grownBy(self.contentsMargins())


class _Column(QVBoxLayout):
    """Puts what it holds where it belongs also in a place that is not high enough yet.

    What is added to a page on screen is laid out before the page around it has grown; Qt's own layout would
    press together what is there already, and let it go a moment later.
    """

    def setGeometry(self, rect: QRect) -> None:
        high = self.heightForWidth(rect.width()) if self.hasHeightForWidth() else 0
        super().setGeometry(QRect(rect.topLeft(), QSize(rect.width(), max(rect.height(), high))))


class Stack(Laid):
    """One below the other, `gap` pixels apart."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 0, edges: Edges = NO_EDGES, surface: str = ""
    ) -> None:
        self.column: QVBoxLayout = _Column()
        self.column.setSpacing(gap)
        super().__init__(self.column, parent, edges, surface)

    def grew(self) -> None:
        """Something was added: what stands around this forgets at once how high it was.

        Qt would tell it by and by, and of what is not shown yet not at all.
        """
        above: QWidget | None = self
        while above is not None and not isinstance(above, QScrollArea):
            above.updateGeometry()
            if (layout := above.layout()) is not None:
                layout.invalidate()
            above = above.parentWidget()


class Row(Laid):
    """Side by side, `gap` pixels apart."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 0, edges: Edges = NO_EDGES, surface: str = ""
    ) -> None:
        self.row = QHBoxLayout()
        self.row.setSpacing(gap)
        super().__init__(self.row, parent, edges, surface)


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


class Turning(QWidget):
    """Side by side where there is room, the first one as wide as it may; else one below the other.

    There is none where the first would have to be narrower than it likes to be and than half of the line.
    """

    def __init__(self, *widgets: QWidget, gap: int = 12) -> None:
        super().__init__()
        self._widgets = widgets
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        for number, widget in enumerate(widgets):
            self._row.addWidget(widget, 0 if number else 1)

    @property
    def turned(self) -> bool:
        """True where they stand one below the other."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        margins = self.contentsMargins()
        least = max(self._needs()) + margins.left() + margins.right()
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needs, wide = self._needs(), event.size().width()
        first = self._widgets[0]
        needs[0] = max(needs[0], min(first.sizeHint().width(), wide // 2))
        turned = wide < sum(needs) + self._row.spacing() * (len(needs) - 1)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if turned else direction.LeftToRight)

    def _needs(self) -> list[int]:
        shown = [each for each in self._widgets[1:] if not each.isHidden()]
        return [each.minimumSizeHint().width() for each in (self._widgets[0], *shown)]


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
