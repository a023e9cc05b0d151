"""Six words to compare on two screens, large, with the digits that say the same beneath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from delve_desktop.ui.widgets.basics import label, surface


def words_block(words: Sequence[str], digits: str, *, across: int = 3) -> QWidget:
    """`across` words a line, each with its number: two people on a telephone do not lose their place."""
    holder = surface("soft-card")
    column = QVBoxLayout(holder)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(8)
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for number, word in enumerate(words):
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(label(str(number + 1), "label"))
        cell.addWidget(label(word, "words", selectable=True))
        grid.addLayout(cell, number // across, number % across)
    for at in range(across):
        grid.setColumnStretch(at, 1)
    column.addLayout(grid)
    told = label(digits, "second", wrap=True, selectable=True)
    told.setAlignment(Qt.AlignmentFlag.AlignLeading)
    column.addWidget(told)
    holder.setAccessibleName(" ".join(words))
    return holder
