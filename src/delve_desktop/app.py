"""The windowed program: builds everything once and leads from the start page to the shell and back.

The start page is painted before the database and its libraries are imported; they load in the database
worker's thread while the person types the passphrase.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import delve_desktop.ui  # noqa: F401 - before all of Qt: what it does makes the other imports faster

# isort: split
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from delve_desktop.settings import walks_folder
from delve_desktop.ui import early
from delve_desktop.ui.collector import Collector
from delve_desktop.ui.crash_log import CrashLog
from delve_desktop.ui.given_files import GivenFiles
from delve_desktop.ui.preferences import Preferences
from delve_desktop.ui.tasks import Turn, Worker
from delve_desktop.ui.vault.people import People
from delve_desktop.ui.vault.start_page import StartPage
from delve_desktop.ui.window import Window

if TYPE_CHECKING:
    from delve_desktop.ui.desk import Desk
    from delve_desktop.ui.idle_guard import IdleGuard
    from delve_desktop.ui.shell.sections import Place
    from delve_desktop.ui.shell.shell import Shell
    from delve_desktop.ui.use_cases import UseCases
    from delve_desktop.ui.vault.opening import Newcomer
    from delve_desktop.ui.vault.people import Person
    from delve_desktop.ui.vault.restore_step import RestoreStep
    from delve_desktop.ui.vault.walk_step import WalkStep

Clock = Callable[[], float]


class Program(QObject):
    """One window over one laptop's vaults. Main thread; owns both workers.

    `settings` is the file of what was chosen for this laptop; None for none. `walks` is the folder for vaults
    of who only looks around; `crashes` the log that is told of.
    """

    stands = Signal()
    """The first page is on screen."""

    def __init__(
        self,
        people: People,
        *,
        clock: Clock = time.time,
        automatic_sync: bool = True,
        settings: Path | None = None,
        walks: Path | None = None,
        crashes: CrashLog | None = None,
    ) -> None:
        super().__init__()
        self._people = people
        self._clock = clock
        self._automatic_sync = automatic_sync
        self._walks = walks or walks_folder()
        self._crashes = crashes
        self._given = GivenFiles(self)
        self._collector = Collector(self)
        self.database = Worker("database", self)
        self.network = Worker("network", self)
        self.preferences = Preferences(settings, self.database.submit)
        self.preferences.apply()
        self.preferences.outdated.connect(self._build_anew)
        self.preferences.idle_changed.connect(self._on_idle_minutes)
        people.last = self.preferences.settings.last_vault
        self.window = Window()
        self.window.help_asked.connect(self._on_help)
        self.start_page: StartPage | None = None
        self.guard: IdleGuard | None = None
        self._shell: Shell | None = None
        self._desk: Desk | None = None
        self._walking = False
        self._asked_to_open = 0  # how often: only the vault that was asked for last is shown
        self._show_start()

    def run(self) -> int:
        """Show the window until it is closed; returns the exit code."""
        self.window.show()
        code = QApplication.exec()
        self.end()
        return code

    def end(self) -> None:
        """Finish what the workers have begun, and end them."""
        self._asked_to_open += 1  # nobody waits for a vault any more
        self.network.stop(seconds=3)  # it may wait for a server; the vault is closed by now
        self.database.stop()
        self._collector.stop()

    # -- before unlocking ---------------------------------------------------------------------

    def _show_start(self) -> None:
        # in its place from the beginning: what is put into another widget is styled anew, with all its parts
        place = self.window.centralWidget()
        page = StartPage(self._people, self.preferences.language, self.database, place)
        page.first_painted.connect(self.first_painted)
        page.unlock_asked.connect(self._on_unlock)
        page.create_asked.connect(self._on_create)
        page.recover_asked.connect(self._on_recover)
        page.restore_asked.connect(self._on_restore)
        page.walk_asked.connect(self._on_walk)
        page.walk_stopped.connect(self._on_walk_stopped)
        page.language_chosen.connect(self.preferences.choose_language)
        self.start_page = page
        self.guard = self._shell = self._desk = None
        self._walking = False
        self.window.before_close(None)
        self.window.show_page(page)

    def first_painted(self) -> None:
        """Draw what waited; import what the shell needs, off this thread: unlocking queues behind it."""
        from delve_desktop.ui.vault import opening

        early.show_pictures()
        self.stands.emit()
        walks = self._walks
        self.window.paint_anew()
        self.window.show_icon()
        self._take_given()
        self.database.submit(opening.load_the_rest)
        self.database.submit(lambda: opening.wipe_walks(walks))

    def _on_unlock(self, person: Person, passphrase: str) -> None:
        from delve_desktop.ui.vault import opening

        clock = self._clock
        self._open(lambda: opening.open_with_passphrase(person.folder, passphrase, clock), person.folder)

    def _on_recover(self, person: Person, code: str, new: str) -> None:
        from delve_desktop.ui.vault import opening

        self._open(lambda: opening.open_with_code(person.folder, code, new), person.folder)

    def _on_create(self, who: Newcomer) -> None:
        from delve_desktop.ui.keys.advice import with_words
        from delve_desktop.ui.vault import opening

        folder, clock = self._people.folder_for(who.name), self._clock
        language = with_words(self.preferences.language)
        self._open(
            lambda: opening.create(folder, who, language, clock), folder, lambda desk: self._arrive(desk, who)
        )

    def _on_restore(self, step: RestoreStep) -> None:
        from delve_desktop.ui.vault import opening

        file = step.file
        if file is None:
            return
        folder, clock = self._people.folder_for(file.stem), self._clock
        words, gone, told = step.words.edit.text(), step.gone.isChecked(), step.progressed.emit
        self._open(lambda: opening.restore(file, folder, words, clock, gone=gone, progress=told), folder)

    def _on_walk(self, step: WalkStep) -> None:
        from delve_desktop.ui.vault import opening

        home, clock, language = self._walks, self._clock, self.preferences.language
        name, space, told = self.tr("Visitor"), self.tr("Sample library"), step.progressed.emit
        self._walking = True
        number = self._asked_to_open + 1

        def stopped() -> bool:
            return self._asked_to_open != number

        self._open(
            lambda: opening.look_around(home, name, space, language, clock, progress=told, cancelled=stopped)
        )

    def _on_walk_stopped(self) -> None:
        self._asked_to_open += 1  # whatever comes of it is not shown
        self._walking = False

    def _open(
        self,
        open_vault: Callable[[], UseCases],
        folder: Path | None = None,
        then: Callable[[Desk], None] | None = None,
    ) -> None:
        """Open on the worker; `folder` is remembered as who was here last."""
        self._asked_to_open += 1
        number = self._asked_to_open

        def opened(cases: UseCases) -> None:
            if number != self._asked_to_open:
                self.database.submit(cases.close, failed=_say_nothing, turn=Turn.AFTER_ALL)
                return
            if folder is not None:
                self._people.last = folder
                if not self._people.single:
                    self.preferences.remember_vault(folder)
            self._on_opened(cases, then or self._show_shell)

        def failed(error: Exception) -> None:
            if number != self._asked_to_open:
                return
            self._walking = False
            if self.start_page is not None:
                from delve_desktop.ui.sentences import sentence

                self.start_page.fail(sentence(error))

        self.database.submit(open_vault, opened, failed, self)

    def _on_help(self) -> None:
        """F1 before the shell, which has a help of its own: the start, the first steps, the short lock."""
        from delve_desktop.ui.help.cover import HelpCover
        from delve_desktop.ui.vault.pin_page import PinPage

        page = self.window.page()
        if isinstance(page, StartPage | PinPage):
            cover = HelpCover(page.help_page)
            self.window.lay_over(cover, cover.closed)

    # -- after unlocking ----------------------------------------------------------------------

    def _on_opened(self, cases: UseCases, then: Callable[[Desk], None]) -> None:
        from delve_desktop.ui.desk import Desk

        if self.network.busy:  # it still looks for a server, on behalf of a vault that is locked
            self.network.stop(seconds=0)
            self.network = Worker("network", self)
        desk = Desk(cases, self.database, self.network, self.window)
        self._desk = desk
        self.window.before_close(desk.close)
        self._watch()
        then(desk)

    def _watch(self) -> None:
        """Lock by itself from now on; a walk holds nothing to be locked."""
        from delve_desktop.ui.idle_guard import IdleGuard

        self.guard = guard = IdleGuard(self.preferences.settings.idle_minutes)
        guard.covered.connect(self._on_covered)
        guard.locked.connect(self.lock)
        if not self._walking:
            guard.begin(self.window.windowHandle())

    def _arrive(self, desk: Desk, who: Newcomer) -> None:
        """The steps between a new vault and the main window."""
        from delve_desktop.ui.shell.sections import Place, Section
        from delve_desktop.ui.vault.arrival_step import ArrivalStep
        from delve_desktop.ui.vault.sheet_step import SheetStep

        page = self.start_page
        if page is None:
            return
        arrival, sheet = ArrivalStep(desk, who), SheetStep(desk, who.passphrase)
        arrival.next_asked.connect(lambda: page.show_step(sheet))
        arrival.later_asked.connect(lambda: page.show_step(sheet))
        sheet.next_asked.connect(lambda: self._show_shell(desk, Place(Section.NOTES, new="note")))
        page.show_step(arrival)

    def _show_shell(self, desk: Desk, place: Place | None = None) -> None:
        from delve_desktop.ui.shell.shell import Shell

        shell = Shell(
            desk,
            self._clock,
            automatic_sync=self._automatic_sync and not self._walking,
            place=place,
            preferences=self.preferences,
            guard=self.guard,
            walking=self._walking,
        )
        shell.lock_asked.connect(self.lock)
        self._shell = shell
        self.start_page = None
        self.window.before_close(self._close_vault)
        self.window.show_page(shell)
        if self._crashes is not None:
            self._crashes.tell(shell.bar)
        self._take_given()

    def open_files(self, files: Sequence[Path]) -> None:
        """Bring in files that were opened with this program, now or once a vault is open."""
        self._given.add(files)
        self._take_given()

    def on_asked(self, files: list[str]) -> None:
        """The program was started again."""
        self.open_files([Path(file) for file in files])
        self.window.come_forward()

    def _take_given(self) -> None:
        if self._shell is not None and self._desk is not None and not self._walking:
            self._given.to_shell(self._shell, self._desk)
        elif self._desk is None and self.start_page is not None:
            self._given.to_start(self.start_page)

    def lock(self) -> None:
        """Close the vault, and ask who is there."""
        self._close_vault(self._show_start)

    def _close_vault(self, after: Callable[[], None]) -> None:
        """What was typed is kept first; meanwhile nothing of it is on screen."""
        desk, shell, guard = self._desk, self._shell, self.guard
        self._desk = self._shell = self.guard = None
        if guard is not None:
            guard.end()
        if desk is None:  # it is being closed already
            return
        self.window.before_close(None)
        self.window.cover(self.tr("Keeping your words and locking …"))
        if shell is None:
            desk.close(after)
        else:
            shell.put_away(lambda: desk.close(after))

    def _on_covered(self) -> None:
        """An idle lock with a PIN: the shell goes, what was typed is kept, the vault stays open behind."""
        from delve_desktop.ui.vault.pin_page import PinPage

        desk, shell, guard = self._desk, self._shell, self.guard
        if desk is None or shell is None or guard is None:
            return
        place, self._shell = shell.place, None
        self.window.cover(self.tr("Keeping your words and locking …"))

        def put_away() -> None:
            if self._desk is not desk:  # it was locked meanwhile
                return
            page = PinPage(desk.name, guard.try_pin)
            page.opened.connect(lambda: self._show_shell(desk, place))
            page.words_asked.connect(guard.lock.lock)
            self.window.before_close(self._close_vault)
            self.window.show_page(page)
            page.digits.setFocus()

        shell.put_away(put_away)

    # -- what was chosen ----------------------------------------------------------------------

    def _build_anew(self) -> None:
        """What is shown, in the language and the text size that are now in use."""
        desk, shell = self._desk, self._shell
        if desk is not None and shell is not None:
            place = shell.place

            def put_away() -> None:
                if self._desk is desk and self._shell is shell:  # it was not locked meanwhile
                    self._show_shell(desk, place)

            shell.put_away(put_away)
        elif desk is None:
            self._show_start()

    def _on_idle_minutes(self) -> None:
        if self.guard is not None:
            self.guard.set_minutes(self.preferences.settings.idle_minutes)


def _say_nothing(_error: Exception) -> None:
    """Of a vault that nobody waits for: it is closed all the same, though a full disk took no last write."""
