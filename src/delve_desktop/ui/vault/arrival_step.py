"""After the vault was made: the space is founded, or asked for, with six words to compare."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from delve_desktop.services.views import SpaceView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.keys.words_block import words_block
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.basics import button

from .opening import Newcomer
from .step import Step


class ArrivalStep(Step):
    """Founds or joins at once when it is shown. What fails can be tried again, or left for later."""

    later_asked = Signal()
    """Go on without a space; the code stays good and is asked for on the sync page."""

    def __init__(self, desk: Desk, who: Newcomer) -> None:
        joining = bool(who.code)
        super().__init__(
            self.tr("Asking to join") if joining else self.tr("Making your space"),
            self.tr("Your vault is made. What you write is safe on this laptop from now on."),
            self.tr("Go on"),
        )
        self._desk = desk
        self._who = who
        self._words: QWidget | None = None
        self._again = button(self.tr("Try again"), "outline", "sync", tall=True)
        self._again.clicked.connect(self.try_again)
        self.later = button(self.tr("Later"), "plain", tall=True)
        self.later.clicked.connect(self.later_asked)
        self.body.addWidget(self._again)
        self.body.addWidget(self.later)
        self.back.hide()  # the vault is there: the doors can be come back to from the start page

    def begin(self) -> None:
        super().begin()
        self.try_again()

    def try_again(self) -> None:
        """Found, or ask to join."""
        self._again.hide()
        self.later.hide()
        self.tell("")
        who = self._who
        if not who.code:
            self.set_busy(busy=True, words=self.tr("Making your space …"))
            self._desk.ask(lambda use: _found(use, who), self._on_founded, owner=self, failed=self._on_failed)
            return
        self.set_busy(busy=True, words=self.tr("Asking …"))
        self._desk.ask_network(
            lambda use: _join(use, who), self._on_joined, owner=self, failed=self._on_failed
        )

    def _on_founded(self, _answer: object) -> None:
        self.set_busy(busy=False)
        self.next_asked.emit()

    def _on_failed(self, said: Sentence) -> None:
        self.set_busy(busy=False)
        self.set_ready(ready=False, why=self.tr("First there must be a space"))
        self.next.hide()
        self.tell(said.text)
        self._again.show()
        self.later.show()
        self._again.setFocus()

    def _on_joined(self, space: SpaceView) -> None:
        self.set_busy(busy=False)
        self.tell("")
        self._again.hide()
        self.later.hide()
        self.set_ready(ready=True)
        self.next.show()
        self.next.setFocus()
        self.heading.setText(self.tr("Six words to compare"))
        self.lead.setText(
            self.tr(
                "You asked to join {0}. Call your coordinator: both of you must read the same six words."
                " Write already; you are in when your coordinator approves."
            ).format(space.name)
        )
        if self._words is not None:
            self._words.deleteLater()
        self._words = words_block(space.words, space.digits)
        self.body.insertWidget(0, self._words)


def _found(use: UseCases, who: Newcomer) -> None:
    """The space, unless an earlier try made it, and the founder's own contact in it."""
    mine = next((space.id for space in use.list_spaces() if space.name == who.space), None)
    use.introduce(mine or use.create_space(who.space), who.association, who.country)


def _join(use: UseCases, who: Newcomer) -> SpaceView:
    """Ask; the contact is written at once, and goes out after the approval."""
    known = {space.id for space in use.list_spaces()}
    space = use.join_space(who.code)
    if space.id not in known:
        use.introduce(space.id, who.association, who.country)
    return space
