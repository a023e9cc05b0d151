"""The words that lock what is written here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from delve_desktop.ui.keys.new_passphrase import NewPassphrase

from .step import Step


class PassphraseStep(Step):
    """`personal` gives the names that an acquaintance would try."""

    def __init__(self, language: str, personal: Callable[[], Sequence[str]]) -> None:
        super().__init__(
            self.tr("Your words"),
            self.tr("All you write is locked with your words, and stays here until you send it."),
            self.tr("Create my vault"),
            "check",
        )
        self.new = NewPassphrase(language, personal)
        self.new.changed.connect(self._on_changed)
        self.new.entered.connect(self.go_on)
        self.body.addWidget(self.new)
        self._on_changed()

    def begin(self) -> None:
        super().begin()
        self.new.judge_again()
        self.new.secret.edit.setFocus()

    def _on_changed(self) -> None:
        self.set_ready(ready=self.new.good, why=self.tr("Six words are needed, or at least 15 letters"))
