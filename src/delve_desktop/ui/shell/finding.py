"""The field above and what drops down under it: Ctrl+K finds any record and any command."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from delve_desktop.ui.desk import Desk

from .palette import Command, Palette
from .topbar import Finder


class Finding(QObject):
    """Opens the palette while the field has the focus, and hands the field's keys on to it."""

    record_chosen = Signal(object)
    """A record was chosen: its `RecordRow`."""
    all_asked = Signal(str)
    """Everything that was found is to be listed: the words."""
    left = Signal()
    """Esc: the focus goes back to the page."""

    def __init__(
        self,
        desk: Desk,
        finder: Finder,
        window: QWidget,
        commands: Callable[[], Sequence[Command]],
        heading_of: Callable[[str], str],
    ) -> None:
        super().__init__(window)
        self._finder = finder
        self._commands = commands
        self.palette = Palette(desk, window, finder, heading_of)
        self.palette.record_chosen.connect(self._on_record)
        self.palette.all_asked.connect(self._on_all)
        self.palette.closed.connect(finder.clear)
        finder.entered.connect(self.open)
        finder.left.connect(self.palette.close_up)
        finder.textEdited.connect(self._on_text)
        finder.stepped.connect(self._on_step)
        finder.taken.connect(self._on_taken)
        finder.given_up.connect(self._on_given_up)
        window.installEventFilter(self)

    def open(self) -> None:
        """Show what can be done, and what fits the words that are there."""
        self.palette.open(self._commands(), self._finder.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.palette.isVisible():
            self.palette.place()
        return False

    def _on_text(self, text: str) -> None:
        if self.palette.isVisible():
            self.palette.look_for(text)
        else:
            self.open()

    def _on_step(self, step: int) -> None:
        if self.palette.isVisible():
            self.palette.move_by(step)
        else:
            self.open()

    def _on_taken(self) -> None:
        if self.palette.isVisible():
            self.palette.take()
        else:
            self.open()

    def _on_given_up(self) -> None:
        self.palette.close_up()
        self._finder.clear()
        self.left.emit()

    def _on_record(self, row: object) -> None:
        self.left.emit()
        self.record_chosen.emit(row)

    def _on_all(self, text: str) -> None:
        self.left.emit()
        self.all_asked.emit(text)
