"""What stands in a layout, without asking the layout for its items.

Each item that Python is given by `QLayout.itemAt` is remembered by the layout's wrapper, also when Qt has
deleted the item since, as it does when the item's widget goes. The next layout that happens to get the memory
of the item is then taken for it, and the program crashes when that layout goes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget


def entries(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets of a layout and the layouts within it, in their order; those of a grid row by row."""
    holder = layout.parentWidget()
    around = holder.children() if holder is not None else []
    found: list[QWidget | QLayout] = [each for each in around if isinstance(each, QWidget)]
    found += [each for each in layout.children() if isinstance(each, QLayout)]
    placed = [(layout.indexOf(each), each) for each in found]
    return [each for at, each in sorted((one for one in placed if one[0] >= 0), key=_order(layout))]


def _order(layout: QLayout) -> Callable[[tuple[int, QWidget | QLayout]], tuple[int, ...]]:
    if isinstance(layout, QGridLayout):
        # row and column; the stubs of Qt give the four numbers no type
        return lambda one: cast("tuple[int, int, int, int]", layout.getItemPosition(one[0]))[:2]
    return lambda one: one[:1]
