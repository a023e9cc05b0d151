"""Brings the lists of a vault of an older format up to date while its window is in use."""

from __future__ import annotations

from PySide6.QtCore import QObject

from delve_desktop.ui.desk import Desk


class ListRefill(QObject):
    """Asks for a little at a time, so that whatever else is asked of the vault comes in between."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._go_on(more=True)

    def _go_on(self, more: bool) -> None:
        if more:
            self._desk.ask(lambda use: use.refill_lists(), self._go_on, owner=self)
