"""Brings the lists of a vault of an older format up to date while its window is in use."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from delve_desktop.ui.desk import Desk

FIRST_MS: Final = 3_000  # after unlocking, when the first page stands
PAUSE_MS: Final = 100  # between two slices


class ListRefill(QObject):
    """Asks for a little at a time, so that whatever else is asked of the vault comes in between."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._timer.start(FIRST_MS)

    def _ask(self) -> None:
        self._desk.ask(lambda use: use.refill_lists(), self._on_answer, owner=self)

    def _on_answer(self, more: bool) -> None:
        if more:
            self._timer.start(PAUSE_MS)
