"""The help before a vault is open: over the page that asks, which waits beneath as it was left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.ui.widgets.basics import button, surface

from .view import HelpView


class HelpCover(QWidget):
    """Fills the window; Esc or the button leads back."""

    closed = Signal()
    """Back to what was there."""

    def __init__(self, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = surface("soft-bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 6, 16, 6)
        self.back = button(self.tr("Close the help"), "quiet", "x")
        self.back.clicked.connect(self.closed)
        row.addStretch(1)
        row.addWidget(self.back)
        column.addWidget(bar)
        self.help = HelpView()
        self.help.open(name)
        column.addWidget(self.help, 1)
        self.setFocusProxy(self.help.text)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
