"""Changing the passphrase; and, where others may know it, a new key for everything."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import Qt, Signal

from delve_desktop.ui.desk import Desk
from delve_desktop.ui.keys.new_passphrase import NewPassphrase
from delve_desktop.ui.keys.recovery_card import RecoveryCard
from delve_desktop.ui.keys.secret_field import SecretField
from delve_desktop.ui.keys.sheet_paper import Sheet
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.tasks import Task
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.choice import choice
from delve_desktop.ui.widgets.run_line import RunLine

from .card import Card


class PassphraseCard(Card):
    """The old words, the new ones, and one button."""

    progressed = Signal(int, int)
    """Pages encrypted anew, and all; emitted from the worker's thread."""

    def __init__(self, desk: Desk, language: str) -> None:
        super().__init__(
            self.tr("Change your passphrase"),
            self.tr("The old words open nothing any more. The recovery sheet stays good."),
        )
        self._desk = desk
        self._task: Task | None = None
        self.body.addWidget(label(self.tr("Your words now"), "strong"))
        self.old = SecretField(self.tr("Your words now"))
        self.old.edit.textChanged.connect(self._on_typed)
        self.body.addWidget(self.old)
        self.new = NewPassphrase(language, lambda: [desk.name])
        self.new.changed.connect(self._on_typed)
        self.new.entered.connect(self._on_change)
        self.body.addWidget(self.new)
        self._ask_who_knows()
        self.change = button(self.tr("Change it"), "outline", "key")
        self.change.clicked.connect(self._on_change)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeading)
        self.run = RunLine(self.tr("Encrypting anew"))
        self.run.stop_asked.connect(self.stop)
        self.progressed.connect(self.run.show_progress)
        self.body.addWidget(self.run)
        self.sheet = RecoveryCard()
        self.sheet.hide()
        self.body.addWidget(self.sheet)
        self._stopped = False
        self._on_typed()

    def _ask_who_knows(self) -> None:
        self.body.addWidget(label(self.tr("May others know your words, or have had your laptop?"), wrap=True))
        self.known = choice(self.tr("Yes, take a new key"))
        self.known.toggled.connect(self._on_known)
        self.body.addWidget(self.known, 0, Qt.AlignmentFlag.AlignLeading)
        self._why = label(
            self.tr(
                "Then everything is encrypted anew, under a new key. It takes a while; older backups"
                " still open with the old words, and a recovery sheet is made anew."
            ),
            "second",
            wrap=True,
        )
        self._why.hide()
        self.body.addWidget(self._why)

    def _on_known(self, known: bool) -> None:
        self._why.setVisible(known)

    def _on_typed(self) -> None:
        ready = self.new.good and bool(self.old.edit.text()) and not self.run.running
        self.change.setEnabled(ready)
        self.change.setToolTip("" if ready else self.tr("Type the old words and the new ones first"))

    def _on_change(self) -> None:
        if not self.change.isEnabled():
            return
        old, new = self.old.edit.text(), self.new.text
        self.change.setEnabled(False)
        self.bar.clear()
        if not self.known.isChecked():
            self.change.setText(self.tr("Changing …"))
            self._desk.ask(
                lambda use: use.change_passphrase(old, new), self._on_done, owner=self, failed=self._on_failed
            )
            return
        self._stopped = False
        self.run.begin()
        self._desk.ask(partial(self._renew, old, new), self._on_done, owner=self, failed=self._on_failed)

    def _renew(self, old: str, new: str, use: UseCases) -> str | None:
        """On the worker's thread."""
        return use.renew_everything(old, new, progress=self.progressed.emit, cancelled=lambda: self._stopped)

    def stop(self) -> None:
        """End a run where it can end without harm; nothing where none runs."""
        self._stopped = True

    def _on_done(self, code: str | None) -> None:
        self._end()
        self.old.edit.clear()
        self.new.clear()
        if code is not None:
            self.sheet.show_sheet(Sheet(code, self._desk.name, time.time()))
            self.sheet.show()
            self.say(self.tr("Your new words open the vault from now on. The old recovery sheet is void."))
        else:
            self.say(self.tr("Your new words open the vault from now on."))

    def _on_failed(self, sentence: Sentence) -> None:
        self._end()
        self.fail(sentence)

    def _end(self) -> None:
        self.run.end()
        self.change.setText(self.tr("Change it"))
        self._on_typed()
