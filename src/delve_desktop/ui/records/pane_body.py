"""The middle of the record pane: the record, its form or its history, one at a time, scrolled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.ui.widgets.basics import icon_label, label, surface
from delve_desktop.ui.widgets.frames import ScrollPage

from .reading import Reading

HELD_MS: Final = 500  # after what is shown is complete, for pictures that come in


class PaneBody(ScrollPage):
    """Owns what it shows; what is replaced goes.

    It is replaced inside a widget that stays: what leaves the window as a whole is styled anew, part by part,
    only to be deleted, which takes a quarter of the time that another record needs.
    """

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("The record, arrow keys scroll it"))
        holder = surface("sheet")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self.setWidget(holder)
        self._place: int | None = None  # to scroll to, as soon as what is shown is high enough
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._hold)
        bar.actionTriggered.connect(lambda _action: self._let_go())

    @property
    def shown(self) -> QWidget | None:
        """What stands here."""
        return self._shown

    def put(self, widget: QWidget) -> None:
        """Show another widget in place of the one that is shown."""
        self._place = None
        old, self._shown = self._shown, widget
        if old is not None:
            if old.isAncestorOf(self.focusWidget()):
                self.setFocus()  # and not whatever comes next in the window
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(widget)

    def put_in_place(self, widget: QWidget) -> None:
        """The same, scrolled as far as before: or as far as was wanted, where that is not reached yet.

        What is shown gets its height bit by bit; the place is held meanwhile, unless the person scrolls.
        """
        bar = self.verticalScrollBar()
        held = self._place
        # where it is elsewhere than it was held, it was scrolled, by who typed or by the focus
        place = held if held is not None and bar.value() == min(held, bar.maximum()) else bar.value()
        self.put(widget)
        if isinstance(widget, Reading):
            self._place = place
            widget.completed.connect(lambda: QTimer.singleShot(HELD_MS, widget, lambda: self._let_go(widget)))
        bar.setValue(place)

    def _hold(self) -> None:
        if self._place is not None:
            self.verticalScrollBar().setValue(self._place)

    def _let_go(self, shown: QWidget | None = None) -> None:
        if shown is None or shown is self._shown:
            self._place = None

    @property
    def is_typing(self) -> bool:
        """Whether words stand in what is read that are not part of any record yet."""
        shown = self._shown
        return isinstance(shown, Reading) and shown.is_typing

    def keep_typed(self) -> None:
        """Make such words durable."""
        shown = self._shown
        if isinstance(shown, Reading):
            shown.keep_typed()

    def escape(self) -> bool:
        """Close what is open within what is read; False when nothing is."""
        shown = self._shown
        closed = isinstance(shown, Reading) and shown.escape()
        if closed and self.window().focusWidget() is None:
            self.setFocus()
        return closed

    def print_record(self) -> None:
        """Print what is read, where it can be."""
        shown = self._shown
        if isinstance(shown, Reading):
            shown.print_record()

    def say_nothing_chosen(self) -> None:
        """Tell where to begin."""
        holder = surface("sheet")
        column = QVBoxLayout(holder)
        column.addStretch(2)
        icon = QHBoxLayout()
        icon.addStretch(1)
        icon.addWidget(icon_label("note", "edge", 40))
        icon.addStretch(1)
        column.addLayout(icon)
        told = label(self.tr("Choose something on the left."), "lead", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(told)
        column.addStretch(3)
        self.put(holder)
