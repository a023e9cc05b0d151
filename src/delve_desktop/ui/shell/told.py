"""What a window says above everything: what failed elsewhere, what goes on, and what was broken off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.in_place import InPlaceBar


class Told(QObject):
    """Speaks in a bar, and goes with it. Says once what was left undone when the vault was locked."""

    def __init__(self, desk: Desk, bar: InPlaceBar) -> None:
        super().__init__(bar)
        self._bar, self._desk = bar, desk
        desk.failed.connect(bar.fail)
        desk.said.connect(self._say)
        desk.ask(lambda use: use.names_broken_off(), self._on_broken_off, owner=self)

    def _say(self, said: str) -> None:
        self._bar.say(said, icon="clip")

    def _on_broken_off(self, names: Sequence[str]) -> None:
        if names:
            said = self.tr(
                "Delve was locked while these were being added. They are not in their record; add them again:"
                " {0}"
            )
            self._bar.say(said.format(", ".join(names)), icon="warn", lasting=True)
            self._desk.ask(lambda use: use.forget_broken_off())  # only now: a power cut before tells it again
