"""The border of a field around an editor that has none of its own; it shows where the focus is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class FieldFrame(QFrame):
    """Holds one editor and passes the focus on to it."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.setProperty("surface", "field")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.addWidget(editor)
        self.setFocusProxy(editor)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        return super().eventFilter(watched, event)
