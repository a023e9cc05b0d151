"""What came with a contact from an address book and has no field: folded, and kept for the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from delve_desktop.domain.valuetext import to_text
from delve_desktop.ui.widgets.basics import button, label

MOST: Final = 60  # lines shown; all are kept
LONGEST: Final = 160  # characters of a value


class More(QWidget):
    """A button that unfolds the lines."""

    def __init__(self, lines: Sequence[Any]) -> None:
        super().__init__()
        self._lines = [to_text("vcard", one).removeprefix("=") for one in lines]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._button = button(
            self.tr("More from the address book: %n lines", "", len(lines)), "quiet", "chev-d"
        )
        self._button.clicked.connect(self.unfold)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)

    def unfold(self) -> None:
        """Show the lines."""
        self._button.hide()
        told = self.tr("Delve has no place for these. It keeps them, and gives them back when you export.")
        self._column.addWidget(label(told, "second", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for number, line in enumerate(self._lines[:MOST]):
            name, _, value = line.partition(":")
            shown = value if len(value) <= LONGEST else value[:LONGEST] + " …"
            grid.addWidget(label(name.partition(";")[0], "second"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(shown, selectable=True, wrap=True), number, 1)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)
        if len(self._lines) > MOST:
            self._column.addWidget(label(self.tr("and %n more", "", len(self._lines) - MOST), "second"))
