"""The head of the record pane: what this is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from delve_desktop.ui.widgets.basics import button, icon_label, label
from delve_desktop.ui.widgets.frames import empty, framed

from .kinds import KindScreen


class PaneHead(QWidget):
    """Buttons come and go with what stands below; one of them at most is filled."""

    back_asked = Signal()
    """Back to the list (narrow windows)."""

    def __init__(self) -> None:
        super().__init__()
        frame = framed(self, "head")
        frame.setMinimumHeight(56)
        self._outer = self.layout()
        assert self._outer is not None
        self._outer.setSpacing(0)
        self._tools: QWidget | None = None
        row = QHBoxLayout(frame)
        row.setContentsMargins(24, 7, 24, 7)
        row.setSpacing(8)
        self._back = button(self.tr("Back"), "quiet", "back")
        self._back.clicked.connect(self.back_asked)
        self._back.hide()
        self._icon = QHBoxLayout()
        self._noun = label("", "second")
        self._mark = label(self.tr("Editing"), "editing")
        row.addWidget(self._back)
        row.addLayout(self._icon)
        row.addWidget(self._noun)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.history = button(self.tr("History"), "quiet", "history")
        self.bin = button(self.tr("Bin"), "quiet", "bin")
        self.bin.setToolTip(self.tr("Put this into the bin; you can take it back"))
        self.put_back = button(self.tr("Put back"), "primary", "undo")
        self.edit = button(self.tr("Edit"), "plain", "pencil")
        self.done = button(self.tr("Done"), "primary", "check")
        for made in (self.history, self.bin, self.put_back, self.edit, self.done):
            row.addWidget(made)

    def show_tools(self, tools: QWidget | None) -> None:
        """Put the tools of what is edited below the head; those of before go."""
        if tools is self._tools:
            return
        if self._tools is not None:
            self._tools.setParent(None)
            self._tools.deleteLater()
        self._tools = tools
        if tools is not None and self._outer is not None:
            self._outer.addWidget(tools)

    def show_for(
        self, screen: KindScreen | None, *, exists: bool, editing: bool, in_bin: bool, reading: bool
    ) -> None:
        """Fit the head to what stands below."""
        empty(self._icon)
        self._icon.addWidget(icon_label(screen.icon if screen else "ask", "ink2"))
        self._noun.setText(screen.noun if screen else self.tr("From a newer Delve"))
        editable = screen is not None and screen.form is not None
        self._mark.setVisible(editing)
        self.history.setVisible(exists)
        self.bin.setVisible(not in_bin)
        self.put_back.setVisible(in_bin)
        self.edit.setVisible(reading and editable and not in_bin)
        self.done.setVisible(editing)
        self.show()

    def set_narrow(self, *, narrow: bool, list_name: str) -> None:
        """Show the way back to the list."""
        self._back.setVisible(narrow)
        self._back.setText(list_name)
        self._back.setAccessibleName(self.tr("Back to the list"))
