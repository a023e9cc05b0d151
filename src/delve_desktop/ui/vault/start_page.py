"""Everything before the main window: the doors, later the people of this laptop, and the ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from delve_desktop.ui.sentences import Sentence
    from delve_desktop.ui.tasks import Worker

    from .about_step import AboutStep
    from .doors_page import DoorsPage
    from .flow_page import FlowPage
    from .gate_page import GatePage
    from .invite_step import InviteStep
    from .passphrase_step import PassphraseStep
    from .people import People, Person
    from .recover_step import RecoverStep
    from .restore_step import RestoreStep
    from .step import Step
    from .walk_step import WalkStep


class StartPage(QStackedWidget):
    """Asks; who it asks for opens and creates. Steps are made when they are first needed, and kept."""

    first_painted = Signal()
    """The page is on screen for the first time: now the rest of the program may load."""
    unlock_asked = Signal(object, str)
    """A `Person` and a passphrase."""
    create_asked = Signal(object)
    """An `opening.Newcomer`."""
    recover_asked = Signal(object, str, str)
    """A `Person`, the recovery code as typed, and the new passphrase."""
    restore_asked = Signal(object)
    """Bring a vault back; carries the `RestoreStep` that says which, and shows how far it is."""
    walk_asked = Signal(object)
    """Look around; carries the `WalkStep` that shows how far it is."""
    walk_stopped = Signal()
    """Nobody waits for the samples any more."""
    language_chosen = Signal(str)
    """The code of another language."""

    def __init__(self, people: People, language: str, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._language = language
        self._worker = worker
        self._painted = False
        self.doors: DoorsPage | None = None
        self.gate: GatePage | None = None
        self._flow: FlowPage | None = None
        self._about: AboutStep | None = None
        self._words: PassphraseStep | None = None
        self._invite: InviteStep | None = None
        self._recover: RecoverStep | None = None
        self._restore: RestoreStep | None = None
        self._walk: WalkStep | None = None
        self._joining = False
        self.refresh()

    @property
    def step(self) -> Step | None:
        """The step of a way in that is shown; None on the doors and where people are asked."""
        flow = self._flow
        return flow.step if flow is not None and self.currentWidget() is flow else None

    @property
    def help_page(self) -> str:
        """The page of the help for what is shown."""
        shown = self.currentWidget()
        if shown is not None and shown is self.gate:
            return "lock"
        step = self.step
        asked_for_words = step is not None and step in (self._words, self._recover)
        return "passphrase" if asked_for_words else "first-steps"

    def showEvent(self, event: QShowEvent) -> None:
        """What had the cursor lost it when the page was put into the window."""
        super().showEvent(event)
        if self.gate is not None and self.currentWidget() is self.gate:
            self.gate.begin()
        elif self.doors is not None and self.currentWidget() is self.doors:
            self.doors.setFocus()

    def _on_painted(self) -> None:
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)  # when what stands on the page is painted too

    def refresh(self) -> None:
        """Look who is here, and ask who was here last, or else the first of them; or show the doors."""
        known = self._people.known()
        if not known:
            self._show_doors()
            return
        from .gate_page import GatePage

        gate = GatePage(self._people, known, self._language, self)
        gate.painted.connect(self._on_painted)
        gate.unlock_asked.connect(self.unlock_asked)
        gate.forgotten.connect(self._on_forgotten)
        gate.new_asked.connect(self._show_doors)
        gate.language_chosen.connect(self.language_chosen)
        old, self.gate = self.gate, gate
        self.addWidget(gate)
        self.setCurrentWidget(gate)
        gate.begin()
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def fail(self, sentence: Sentence) -> None:
        """Say what went wrong, where it was asked for."""
        step = self.step
        if step is not None:
            step.fail(sentence.text)
        elif self.gate is not None:
            self.gate.unlock.fail(sentence)

    # -- ways in ------------------------------------------------------------------------------

    def _show_doors(self) -> None:
        from .doors_page import DoorsPage

        if self.doors is None:
            self.doors = DoorsPage(self._language, can_go_back=self.gate is not None)
            self.doors.inner.painted.connect(self._on_painted)
            self.doors.invite_chosen.connect(self._on_invite)
            self.doors.space_chosen.connect(self._on_space)
            self.doors.walk_chosen.connect(self._on_walk)
            self.doors.people_chosen.connect(self.refresh)
            self.doors.backup_chosen.connect(self._on_backup)
            self.doors.language_chosen.connect(self.language_chosen)
            self.addWidget(self.doors)
        self.setCurrentWidget(self.doors)
        self.doors.setFocus()  # the tabulator leads to the doors; none is chosen by accident

    def show_step(self, step: Step) -> None:
        """Show a step of a way in, also one that comes after a vault was made."""
        from .flow_page import FlowPage

        if self._flow is None:
            self._flow = FlowPage()
            self.addWidget(self._flow)
        self.setCurrentWidget(self._flow)
        self._flow.show_step(step)

    def _on_invite(self) -> None:
        from .invite_step import InviteStep

        self._joining = True
        if self._invite is None:
            self._invite = InviteStep(self._worker)
            self._invite.back_asked.connect(self._show_doors)
            self._invite.next_asked.connect(self._ask_about)
        self.show_step(self._invite)

    def _on_space(self) -> None:
        self._joining = False
        self._ask_about()

    def _ask_about(self) -> None:
        from .about_step import AboutStep

        if self._about is None:
            self._about = AboutStep(self._language, self._worker)
            self._about.back_asked.connect(self._on_about_back)
            self._about.next_asked.connect(self._ask_words)
        self._about.ask_for_space(founding=not self._joining)
        self.show_step(self._about)

    def _on_about_back(self) -> None:
        if self._joining:
            self._on_invite()
        else:
            self._show_doors()

    def _ask_words(self) -> None:
        from .passphrase_step import PassphraseStep

        if self._words is None:
            self._words = PassphraseStep(self._language, self._names)
            self._words.back_asked.connect(self._ask_about)
            self._words.next_asked.connect(self._on_words)
        self.show_step(self._words)

    def _names(self) -> list[str]:
        about = self._about
        return [about.name.text(), about.association.text()] if about is not None else []

    def _on_words(self) -> None:
        from .opening import Newcomer

        about, words = self._about, self._words
        if about is None or words is None:
            return
        words.set_busy(busy=True, words=self.tr("Making your vault …"))
        code = self._invite.code.text if self._joining and self._invite is not None else ""
        self.create_asked.emit(
            Newcomer(
                about.name.text().strip(),
                about.association.text().strip(),
                about.country_code,
                words.new.text,
                "" if code else about.space_name,
                code,
            )
        )

    def _on_walk(self) -> None:
        from .walk_step import WalkStep

        if self._walk is None:
            self._walk = step = WalkStep()
            step.back_asked.connect(self._show_doors)
            step.next_asked.connect(self._on_walk)
            step.run.stop_asked.connect(self.walk_stopped)
            step.run.stop_asked.connect(self._show_doors)
        self.show_step(self._walk)
        self.walk_asked.emit(self._walk)

    def _on_backup(self) -> None:
        from .restore_step import RestoreStep

        if self._restore is None:
            self._restore = step = RestoreStep()
            step.back_asked.connect(self._show_doors)
            step.next_asked.connect(lambda: self._on_restore(step))
        self.show_step(self._restore)

    def bring_back(self, file: Path) -> None:
        """Ask for what it takes to bring back the vault in this backup."""
        self._on_backup()
        if self._restore is not None:
            self._restore.take(file)

    def _on_restore(self, step: RestoreStep) -> None:
        step.set_busy(busy=True, words=self.tr("Bringing it back …"))
        self.restore_asked.emit(step)

    def _on_forgotten(self, person: Person) -> None:
        from .recover_step import RecoverStep

        if self._recover is None or self._recover.person != person:
            self._recover = step = RecoverStep(person, self._language, self._worker)
            step.back_asked.connect(self.refresh)
            step.next_asked.connect(lambda: self._on_recover(step))
        self.show_step(self._recover)

    def _on_recover(self, step: RecoverStep) -> None:
        step.set_busy(busy=True, words=self.tr("Opening …"))
        self.recover_asked.emit(step.person, step.code.text, step.new.text)
