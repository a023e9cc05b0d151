"""The middle of the record pane: the record, its form or its history, one at a time, scrolled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.ui.widgets.basics import icon_label, label, surface
from delve_desktop.ui.widgets.columns import Stack
from delve_desktop.ui.widgets.frames import ScrollPage

from .page_in_parts import UNSEEN_MS
from .reading import Reading

MOST_GONE: Final = 3  # pages of before that may wait to be deleted
HELD_MS: Final = 500  # after what is shown is complete, for pictures that come in


class PaneBody(ScrollPage):
    """Owns what it shows; what is replaced goes.

    It is replaced inside a widget that stays: what leaves the window as a whole is styled anew, part by part,
    only to be deleted, which takes a quarter of the time that another record needs.
    """

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("The record, arrow keys scroll it"))
        self._holder = Stack(surface="sheet")
        self._column = self._holder.column
        self._shown: QWidget | None = None
        self.setWidget(self._holder)
        self._gone: list[QWidget] = []  # what was shown, until there is time to delete it
        self._sweeping = QTimer(self, singleShot=True, interval=UNSEEN_MS)
        self._sweeping.timeout.connect(self._sweep)
        self._turned = False
        self._place: int | None = None  # to scroll to, as soon as what is shown is high enough
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._hold)
        bar.valueChanged.connect(self._on_scrolled)
        bar.actionTriggered.connect(lambda _action: self._let_go())
        self._holding = False

    @property
    def place(self) -> QWidget:
        """Where what is shown stands: its parent from the first, so that it is styled once."""
        return self._holder

    @property
    def shown(self) -> QWidget | None:
        """What stands here."""
        return self._shown

    def turn(self) -> None:
        """What comes next is another record: it is shown from its beginning."""
        self._turned = True

    def put(self, widget: QWidget) -> None:
        """Show another widget in place of the one that is shown."""
        self._place = None
        old, self._shown = self._shown, widget
        if old is not None:
            if old.isAncestorOf(self.focusWidget()):
                self.setFocus()  # and not whatever comes next in the window
            if isinstance(old, Reading):
                old.abandon()
            self._column.removeWidget(old)
            old.hide()
            self._gone.append(old)
        if isinstance(widget, Reading):
            widget.resize(
                self.viewport().width(), self._holder.height()
            )  # or it is laid out for another first
        self._column.addWidget(widget)
        if isinstance(widget, Reading):
            widget.show()  # now: the layout would do so only after the next painting
        if isinstance(widget, Reading) and widget.isVisible() and len(self._gone) <= MOST_GONE:
            widget.seen.connect(self._sweep)  # it is waited for, and what was is not
            self._sweeping.start()  # a window that is covered or small paints nothing
        else:
            self._sweep()

    def _sweep(self) -> None:
        self._sweeping.stop()
        for old in self._gone:
            old.deleteLater()
        self._gone.clear()

    def put_in_place(self, widget: QWidget) -> None:
        """The same, scrolled as far as before: or as far as was wanted, where that is not reached yet.

        What is shown gets its height bit by bit; the place is held meanwhile, unless the person scrolls.
        """
        bar = self.verticalScrollBar()
        held = self._place
        # where it is elsewhere than it was held, it was scrolled, by who typed or by the focus
        place = held if held is not None and bar.value() == min(held, bar.maximum()) else bar.value()
        place, self._turned = 0 if self._turned else place, False
        if isinstance(widget, Reading):
            if isinstance(self._shown, Reading):
                widget.take_after(self._shown)
            widget.fill(self.viewport().width(), place + self.viewport().height())
        self.put(widget)
        if isinstance(widget, Reading):
            self._place = place
            if widget.whole:
                self._hold_a_while(widget)
            else:
                widget.completed.connect(lambda: self._hold_a_while(widget))
        self._scroll(place)

    def lead_on(self, now: QWidget | None) -> None:
        """Lay out enough of what is shown for Tab to go on through it."""
        if isinstance(self._shown, Reading):
            self._shown.lead_on(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.MoveToNextPage) and isinstance(self._shown, Reading):
            seen = self.viewport()
            self._shown.reach(seen.width(), self.verticalScrollBar().value() + 2 * seen.height())
        super().keyPressEvent(event)

    def _hold(self) -> None:
        if self._place is not None:
            self._scroll(self._place)

    def _hold_a_while(self, widget: Reading) -> None:
        QTimer.singleShot(HELD_MS, widget, lambda: self._let_go(widget))

    def _scroll(self, place: int) -> None:
        self._holding = True
        self.verticalScrollBar().setValue(place)
        self._holding = False

    def _on_scrolled(self) -> None:
        if not self._holding:
            self._let_go()  # somebody wants to be elsewhere: by the focus, or a button that leads there

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
