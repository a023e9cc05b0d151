"""The windowed program: builds everything once and leads from the start page to the shell and back.

The start page is painted before the database and its libraries are imported; they load in the database
worker's thread while the person types the passphrase.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from delve_desktop.domain.errors import DelveError
from delve_desktop.settings import Settings, settings_file, vaults_folder, wants_least_cost
from delve_desktop.ui import theme, translations
from delve_desktop.ui.collector import Collector
from delve_desktop.ui.sentences import sentence
from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.vault.create_card import PassphraseAdvice
from delve_desktop.ui.vault.people import People, Person
from delve_desktop.ui.vault.start_page import StartPage
from delve_desktop.ui.window import Window

if TYPE_CHECKING:
    from delve_desktop.services.session import Session
    from delve_desktop.ui.desk import Desk
    from delve_desktop.ui.shell.sections import Place
    from delve_desktop.ui.shell.shell import Shell
    from delve_desktop.ui.use_cases import UseCases

Clock = Callable[[], float]

_log = logging.getLogger(__name__)


class Program(QObject):
    """One window over one laptop's vaults. Main thread; owns both workers.

    `settings` is the file that remembers who was here last; None for none.
    """

    def __init__(
        self,
        people: People,
        *,
        clock: Clock = time.time,
        automatic_sync: bool = True,
        settings: Path | None = None,
    ) -> None:
        super().__init__()
        self._people = people
        self._clock = clock
        self._automatic_sync = automatic_sync
        self._settings_file = settings
        self._settings = _read_settings(settings)
        people.last = self._settings.last_vault if self._settings is not None else None
        self._collector = Collector(self)
        self.database = Worker("database", self)
        self.network = Worker("network", self)
        self.window = Window()
        self.start_page: StartPage | None = None
        self._shell: Shell | None = None
        self._desk: Desk | None = None
        self._show_start()

    def run(self) -> int:
        """Show the window until it is closed; returns the exit code."""
        self.window.show()
        code = QApplication.exec()
        self.end()
        return code

    def end(self) -> None:
        """Finish what the workers have begun, and end them."""
        self.network.stop()
        self.database.stop()
        self._collector.stop()

    # -- before unlocking ---------------------------------------------------------------------

    def _show_start(self) -> None:
        advice = PassphraseAdvice(_judge, lambda: _suggest(self._language()))
        page = StartPage(self._people, advice)
        page.first_painted.connect(self._preload)
        page.unlock_asked.connect(self._on_unlock)
        page.create_asked.connect(self._on_create)
        self.start_page = page
        self._shell = self._desk = None
        self.window.before_close(None)
        self.window.show_page(page)

    def _preload(self) -> None:
        """Import what the shell needs, off the main thread; unlocking queues behind it."""
        self.database.submit(_import_services)

    def _on_unlock(self, person: Person, passphrase: str) -> None:
        clock = self._clock
        self._open(person.folder, lambda: _open(person.folder, passphrase, clock))

    def _on_create(self, name: str, passphrase: str) -> None:
        folder, clock, language = self._people.folder_for(name), self._clock, self._language()
        self._open(folder, lambda: _create(folder, passphrase, name, language, clock))

    def _open(self, folder: Path, open_session: Callable[[], UseCases]) -> None:
        def opened(cases: UseCases) -> None:
            self._remember(folder)
            self._on_opened(cases)

        def failed(error: Exception) -> None:
            if self.start_page is not None:
                self.start_page.fail(sentence(error))

        self.database.submit(open_session, opened, failed, self)

    def _language(self) -> str:
        """The language of words to compare and to suggest: as chosen, or the system's."""
        chosen = self._settings.language if self._settings is not None else None
        return _with_words(chosen or QLocale.system().name())

    def _remember(self, folder: Path) -> None:
        """Who was here last is asked first, also after the next start."""
        self._people.last = folder
        path, settings = self._settings_file, self._settings
        if path is None or settings is None or self._people.single:
            return
        self._settings = kept = settings.with_vault(folder)
        self.database.submit(lambda: kept.write(path), failed=_note_unkept)

    def set_language(self, code: str) -> None:
        """Another language of `translations.AVAILABLE`, at once and for good; what was typed is kept."""
        if self._settings is not None and self._settings_file is not None:
            self._settings, path = self._settings.with_language(code), self._settings_file
            self.database.submit(partial(self._settings.write, path), failed=_note_unkept)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            translations.use(app, code)
        self._build_anew()

    def _build_anew(self) -> None:
        """The page that is shown, in the language that is now in use."""
        shell, desk = self._shell, self._desk
        if shell is None or desk is None:
            self._show_start()
            return
        place = shell.place
        shell.put_away(lambda: self._show_shell(desk, place))

    # -- after unlocking ----------------------------------------------------------------------

    def _on_opened(self, cases: UseCases) -> None:
        from delve_desktop.ui.desk import Desk

        self._show_shell(Desk(cases, self.database, self.network, self.window))

    def _show_shell(self, desk: Desk, place: Place | None = None) -> None:
        from delve_desktop.ui.shell.shell import Shell

        shell = Shell(desk, self._clock, automatic_sync=self._automatic_sync, place=place)

        def lock_then(after: Callable[[], None]) -> None:
            self.window.cover(self.tr("Keeping your words and locking …"))
            shell.put_away(lambda: desk.close(after))

        shell.lock_asked.connect(lambda: lock_then(self._show_start))
        self.window.before_close(lock_then)
        self.start_page = None
        self._shell, self._desk = shell, desk
        self.window.show_page(shell)


def run(argv: Sequence[str]) -> int:
    """Open the window; `argv` are the arguments without the program's name. Returns the exit code."""
    folder = _vault_argument(argv)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough  # 125 and 150 % are common on old laptops
    )
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Delve")
    app.setDesktopFileName("delve")
    settings = settings_file()
    known = _read_settings(settings)
    translations.use(app, translations.of_system(known.language if known is not None else None))
    theme.apply(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(app))
    people = People(folder, single=True) if folder is not None else People(vaults_folder(), single=False)
    return Program(people, settings=settings).run()


def _vault_argument(argv: Sequence[str]) -> Path | None:
    """The folder after `--vault`, or in `DELVE_VAULT`."""
    for number, argument in enumerate(argv):
        if argument == "--vault" and number + 1 < len(argv):
            return Path(argv[number + 1]).absolute()
        if argument.startswith("--vault="):
            return Path(argument.removeprefix("--vault=")).absolute()
    given = os.environ.get("DELVE_VAULT")
    return Path(given).absolute() if given else None


def _read_settings(path: Path | None) -> Settings | None:
    """The settings; None where they are not kept, or cannot be read: then their file stays as it is."""
    try:
        return Settings.read(path) if path is not None else None
    except (DelveError, OSError) as error:
        _log.warning("The settings were left aside: %s", error)
        return None


def _note_unkept(error: Exception) -> None:
    """Nobody needs the settings to go on."""
    _log.warning("The settings could not be kept: %s", error)


# What follows imports late, and (but for those about words) runs on the database worker.


def _import_services() -> None:
    for name in ("delve_desktop.ui.bound", "delve_desktop.ui.shell.shell"):
        importlib.import_module(name)


def _open(folder: Path, passphrase: str, clock: Clock) -> UseCases:
    from delve_desktop.services.session import open_vault

    return _bind(open_vault(folder, passphrase, clock=clock))


def _create(folder: Path, passphrase: str, name: str, language: str, clock: Clock) -> UseCases:
    from delve_desktop.crypto import kdf
    from delve_desktop.services.session import create_vault

    params = kdf.FLOOR if wants_least_cost() else kdf.calibrate()
    session = create_vault(folder, passphrase, name, params=params, language=language, clock=clock)
    try:
        People.remember(folder, name)
    except OSError as error:  # the vault is there; at the start it goes by the name of its folder
        _log.warning("The name for the start page could not be kept: %s", error)
    return _bind(session)


def _bind(session: Session) -> UseCases:
    from delve_desktop.ui.bound import BoundUseCases

    return BoundUseCases(session)


def _judge(passphrase: str, name: str) -> tuple[int, str]:
    """How good a passphrase is, 0 to 4, and the reason against it in words, or nothing."""
    from delve_desktop.crypto.passphrase import judge
    from delve_desktop.ui.vault.weakness import weakness_words

    found = judge(passphrase, [name, *name.split()])
    return found.score, weakness_words(found.weakness.value) if found.weakness is not None else ""


def _with_words(language: str) -> str:
    """The code of a language, named as in BCP 47 or POSIX, if there are words in it; else English."""
    from delve_desktop.crypto.words import LISTS

    code = language[:2].lower()
    return code if code in LISTS else "en"


def _suggest(language: str) -> str:
    from delve_desktop.crypto.words import suggest_passphrase

    return suggest_passphrase(language)
