"""The invite: typed, pasted, or brought as a file or a picture."""

from __future__ import annotations

from delve_desktop.ui.keys.code_field import CodeField
from delve_desktop.ui.tasks import Worker

from . import opening
from .step import Step


class InviteStep(Step):
    """Goes on when the code is whole; whether it still invites is told by the server."""

    def __init__(self, worker: Worker) -> None:
        super().__init__(
            self.tr("Your invite"),
            self.tr("Type or paste the code that your coordinator gave you, or bring its file or picture."),
            self.tr("Go on"),
        )
        self.code = CodeField(self.tr("Code"), "JOIN-....-....-....", worker)
        self.code.entered.connect(self.go_on)
        self.body.addWidget(self.code)

    def begin(self) -> None:
        super().begin()
        self.code.edit.setFocus()

    def go_on(self) -> None:
        """First look whether the code is whole."""
        self.code.check(opening.parse_invite, super().go_on, self)
