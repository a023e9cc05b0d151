"""The middle of the record pane: the record, its form or its history, one at a time, scrolled."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from delve_desktop.ui.widgets.basics import icon_label, label
from delve_desktop.ui.widgets.frames import SETTLED_MS

from .reading import Reading


class PaneBody(QScrollArea):
    """Owns what it shows; what is replaced goes."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("The record, arrow keys scroll it"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._place: int | None = None  # to scroll to, once what is shown has its height

    def put(self, widget: QWidget) -> None:
        """Show another widget in place of the one that is shown."""
        self._place = None
        shown = self.widget()
        if shown is not None and shown.isAncestorOf(self.focusWidget()):
            self.setFocus()  # and not whatever comes next in the window
        old = self.takeWidget()
        self.setWidget(widget)
        if old is not None:
            old.deleteLater()

    def put_in_place(self, widget: QWidget) -> None:
        """The same, scrolled as far as before: or as far as was wanted, where that is not reached yet."""
        bar = self.verticalScrollBar()
        place = bar.value() if self._place is None else self._place
        self.put(widget)
        bar.setValue(place)
        if not isinstance(widget, Reading):
            return
        self._place = place
        reached = bar.value()

        def settle() -> None:
            if self.widget() is widget and bar.value() == reached:  # nobody scrolled since
                bar.setValue(place)
            if self.widget() is widget:
                self._place = None

        widget.completed.connect(lambda: QTimer.singleShot(SETTLED_MS, widget, settle))

    @property
    def is_typing(self) -> bool:
        """Whether words stand in what is read that are not part of any record yet."""
        shown = self.widget()
        return isinstance(shown, Reading) and shown.is_typing

    def keep_typed(self) -> None:
        """Make such words durable."""
        shown = self.widget()
        if isinstance(shown, Reading):
            shown.keep_typed()

    def escape(self) -> bool:
        """Close what is open within what is read; False when nothing is."""
        shown = self.widget()
        closed = isinstance(shown, Reading) and shown.escape()
        if closed and self.window().focusWidget() is None:
            self.setFocus()
        return closed

    def print_record(self) -> None:
        """Print what is read, where it can be."""
        shown = self.widget()
        if isinstance(shown, Reading):
            shown.print_record()

    def say_nothing_chosen(self) -> None:
        """Tell where to begin."""
        holder = QWidget()
        holder.setProperty("surface", "sheet")
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
