"""The passphrase is forgotten: the code of the recovery sheet, and new words."""

from __future__ import annotations

from delve_desktop.ui.keys.code_field import CodeField
from delve_desktop.ui.keys.new_passphrase import NewPassphrase
from delve_desktop.ui.tasks import Worker

from . import opening
from .people import Person
from .step import Step


class RecoverStep(Step):
    """For one person."""

    def __init__(self, person: Person, language: str, worker: Worker) -> None:
        super().__init__(
            self.tr("Forgotten words"),
            self.tr(
                "The recovery sheet of {0} opens the vault. Nothing is lost, and the sheet stays good."
            ).format(person.name),
            self.tr("Open with the new words"),
            "key",
        )
        self.person = person
        self.code = CodeField(self.tr("Code of the recovery sheet"), "RECOVERY-....-....", worker)
        self.body.addWidget(self.code)
        self.body.addSpacing(16)
        self.new = NewPassphrase(language, lambda: [person.name])
        self.new.changed.connect(self._on_changed)
        self.new.entered.connect(self.go_on)
        self.code.entered.connect(self.new.secret.edit.setFocus)
        self.code.edit.textChanged.connect(self._on_changed)
        self.body.addWidget(self.new)
        self._on_changed()

    def begin(self) -> None:
        super().begin()
        self.code.edit.setFocus()

    def go_on(self) -> None:
        """First look whether the code is whole."""
        self.code.check(opening.parse_recovery, super().go_on, self)

    def _on_changed(self) -> None:
        why = self.tr("Type the code and the new words first")
        self.set_ready(ready=self.new.good and bool(self.code.text), why=why)
