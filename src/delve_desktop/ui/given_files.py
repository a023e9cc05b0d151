"""Files that this program was started with: they wait until there is a place to bring them into."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from .desk import Desk
    from .shell.shell import Shell
    from .vault.start_page import StartPage

BACKUP: Final = ".delve-backup"


class GivenFiles(QObject):
    """Address books wait for an open vault; a backup is brought back before one is open. Main thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Path] = []

    def add(self, files: Sequence[Path]) -> None:
        """Let these wait too."""
        self._waiting += files

    def to_start(self, page: StartPage) -> None:
        """Nobody has opened a vault yet: ask for what it takes to bring back a backup."""
        backup = next((file for file in self._waiting if file.suffix.lower() == BACKUP), None)
        if backup is not None:
            self._waiting.remove(backup)
            page.bring_back(backup)

    def to_shell(self, shell: Shell, desk: Desk) -> None:
        """A vault is open: contacts come in, and can be taken back; all else is told."""
        given, self._waiting = self._waiting, []
        cards = [file for file in given if file.suffix.lower() != BACKUP]
        if cards:
            # behind what a new window asks for: until that is answered, it knows of no space
            desk.ask(lambda _use: None, lambda _nothing: shell.vcards.take(cards), owner=shell)
        elif given:
            shell.bar.say(
                self.tr("A backup is brought back before a vault is open: lock, and open it again."),
                icon="stick",
            )
