"""A copy of the whole vault in one file, for a stick or another disk."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from delve_desktop.ui.desk import Desk
from delve_desktop.ui.keys.secret_field import SecretField
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.run_line import RunLine

from .card import Card

ENDING = ".delve-backup"


class BackupCard(Card):
    """The copy is encrypted as the vault is, and read back before it counts."""

    progressed = Signal(int, int)
    """Bytes written, and all; emitted from the worker's thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            self.tr("Backup"),
            self.tr("One file with everything, encrypted. Keep it on a stick, not on this laptop."),
        )
        self._desk = desk
        self._stopped = False
        self.body.addWidget(label(self.tr("Your words"), "strong"))
        self.words = SecretField(self.tr("Your words, for the backup"))
        self.words.edit.textChanged.connect(self._on_typed)
        self.body.addWidget(self.words)
        self.choose = button(self.tr("Choose a folder"), "outline", "stick")
        self.choose.clicked.connect(self._on_choose)
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeading)
        self.run = RunLine(self.tr("Backing up"))
        self.run.stop_asked.connect(self.stop)
        self.progressed.connect(self.run.show_progress)
        self.body.addWidget(self.run)
        self._on_typed()

    def back_up_into(self, folder: Path) -> None:
        """Write a new file there; none is ever replaced."""
        typed, file = self.words.edit.text(), _free(folder, self._desk.name)
        self._stopped = False
        self.bar.clear()
        self.run.begin()
        self.choose.setEnabled(False)
        self._desk.ask(
            partial(self._back_up, typed, file),
            lambda _size: self._on_done(file),
            owner=self,
            failed=self._on_failed,
        )

    def _back_up(self, typed: str, file: Path, use: UseCases) -> int:
        """On the worker's thread."""
        return use.back_up(typed, file, progress=self.progressed.emit, cancelled=lambda: self._stopped)

    def _on_typed(self) -> None:
        ready = bool(self.words.edit.text()) and not self.run.running
        self.choose.setEnabled(ready)
        self.choose.setToolTip("" if ready else self.tr("Type your words first"))

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where the backup goes"))
        if chosen:
            self.back_up_into(Path(chosen))

    def stop(self) -> None:
        """End a run where it can end without harm; nothing where none runs."""
        self._stopped = True

    def _on_done(self, file: Path) -> None:
        self.words.edit.clear()
        self._end()
        self.say(self.tr("The backup {0} was written, read back and is whole.").format(file.name))

    def _on_failed(self, sentence: Sentence) -> None:
        self._end()
        self.fail(sentence)

    def _end(self) -> None:
        self.run.end()
        self._on_typed()


def _free(folder: Path, name: str) -> Path:
    """A name that is not taken: whose, and of which day."""
    person = "".join(letter if letter.isalnum() else "-" for letter in name).strip("-") or "vault"
    stem = f"{person[:40]}-{dt.date.today().isoformat()}"  # noqa: DTZ011  a label, in the person's own day
    file, number = folder / f"{stem}{ENDING}", 2
    while file.exists():
        file, number = folder / f"{stem}-{number}{ENDING}", number + 1
    return file
