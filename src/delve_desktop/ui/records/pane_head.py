"""The head of the record pane: what this is, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from delve_desktop.ui.widgets.basics import button, icon_label, label
from delve_desktop.ui.widgets.elided import ElidedLabel
from delve_desktop.ui.widgets.frames import empty, framed

from .kinds import KindScreen

LEVELS: Final = 2  # of words that are spared


def _words_width(made: QPushButton) -> int:
    return made.fontMetrics().horizontalAdvance(made.accessibleName())


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
        self._noun = ElidedLabel("second")
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
        self._offered: list[QPushButton] = []
        self._level = 0
        for made in (self.history, self.edit):
            made.setToolTip(made.accessibleName())
        self._row = row
        for made in (self.history, self.bin, self.put_back, self.edit, self.done):
            row.addWidget(made)

    def offer(self, buttons: list[QPushButton]) -> None:
        """What this record alone offers, in place of what was offered before: a filled one comes last, the
        others beside the history.
        """
        for one in self._spared(LEVELS):
            one.setText(one.accessibleName())
        self._level = 0
        for old in self._offered:
            old.setParent(None)
            old.deleteLater()
        self._offered = buttons
        for made in buttons:
            filled = made.property("kind") == "primary"
            self._row.insertWidget(self._row.count() if filled else self._row.indexOf(self.bin), made)
        self._fit()

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
        self.offer([])
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
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as with icons alone where words can be spared: no window has to be wider for this."""
        return QSize(self._width(LEVELS), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _spared(self, level: int) -> list[QPushButton]:
        """Whose icons say enough where there is little room; their words stay in their tooltips."""
        first = [self.history, self.bin]
        more = [self.edit, *(one for one in self._offered if one.property("kind") != "primary")]
        return [one for one in (first, [*first, *more])[level - 1] if not one.isHidden()] if level else []

    def _width(self, level: int) -> int:
        """How wide it is with the words spared of a level."""
        bare, spared = self._spared(self._level), self._spared(level)
        now = super().minimumSizeHint().width()
        return now + sum(map(_words_width, bare)) - sum(map(_words_width, spared))

    def _fit(self) -> None:
        """Words beside all icons where there is room for them."""
        level = next((one for one in range(LEVELS) if self._width(one) <= self.width()), LEVELS)
        if level != self._level:
            for one in self._spared(LEVELS):
                one.setText(one.accessibleName())
            for one in self._spared(level):
                one.setText("")
            self._level = level

    def set_narrow(self, *, narrow: bool, list_name: str) -> None:
        """Show the way back to the list."""
        self._back.setVisible(narrow)
        self._back.setText(list_name)
        self._back.setAccessibleName(self.tr("Back to the list"))
