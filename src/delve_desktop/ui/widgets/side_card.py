"""A card for the side of a page: a heading, and lines between hairlines."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .basics import label, rule
from .frames import empty, framed


class SideCard(QWidget):
    """A heading and lines between hairlines."""

    def __init__(self, heading: str, aside: str = "", *, role: str = "strong") -> None:
        super().__init__()
        column = QVBoxLayout(framed(self, "card"))
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(heading, role, wrap=True), 1)
        if aside:
            head.addWidget(label(aside, "label"))
        column.addLayout(head)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        column.addLayout(self.lines)

    def begin(self) -> None:
        """Take out what was shown."""
        empty(self.lines)

    def add(self, widget: QWidget, *, ruled: bool = True) -> None:
        """One more line."""
        if ruled:
            self.lines.addWidget(rule())
        self.lines.addWidget(widget)

    def add_sentence(self, text: str) -> None:
        """A line in small words."""
        self.add(label(text, "second", wrap=True), ruled=False)
