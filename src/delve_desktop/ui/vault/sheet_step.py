"""The recovery sheet at the first start: made at a press, or left for later."""

from __future__ import annotations

import time

from delve_desktop.ui.desk import Desk
from delve_desktop.ui.keys.recovery_card import RecoveryCard
from delve_desktop.ui.keys.sheet_paper import Sheet
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.widgets.basics import button

from .step import Step


class SheetStep(Step):
    """`passphrase` is what the person just chose: a code is made for who knows it only."""

    def __init__(self, desk: Desk, passphrase: str) -> None:
        super().__init__(
            self.tr("Your recovery sheet"),
            self.tr(
                "If the words are ever forgotten, this page opens the vault. Nobody else can help you then,"
                " not even us. You can also make it later, in Settings."
            ),
            self.tr("Start writing"),
            "pencil",
        )
        self._desk = desk
        self._passphrase = passphrase
        self.back.hide()
        self.make = button(self.tr("Make my recovery sheet"), "outline", "note", tall=True)
        self.make.clicked.connect(self._on_make)
        self.body.addWidget(self.make)
        self.card = RecoveryCard()
        self.card.hide()
        self.body.addWidget(self.card)

    def begin(self) -> None:
        super().begin()
        self.make.setFocus()

    def _on_make(self) -> None:
        self.make.setEnabled(False)
        self.make.setText(self.tr("Making it …"))
        self.set_busy(busy=True)  # who goes on now would never see the code that is made
        words = self._passphrase
        self._desk.ask(
            lambda use: use.new_recovery_code(words), self._on_made, owner=self, failed=self._on_failed
        )

    def _on_made(self, code: str) -> None:
        self.set_busy(busy=False)
        self.make.hide()
        self.card.show_sheet(Sheet(code, self._desk.name, time.time()))
        self.card.show()
        self.card.print_.setFocus()

    def _on_failed(self, said: Sentence) -> None:
        self.set_busy(busy=False)
        self.make.setEnabled(True)
        self.make.setText(self.tr("Make my recovery sheet"))
        self.tell(said.text)
