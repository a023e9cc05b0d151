"""The windowed program: builds everything once and leads from the start page to the shell and back.

The start page is painted before the database and its libraries are imported; they load in the database
worker's thread while the person types the passphrase.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from delve_desktop.settings import vaults_folder
from delve_desktop.ui import theme
from delve_desktop.ui.collector import Collector
from delve_desktop.ui.sentences import sentence
from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.vault.create_card import PassphraseAdvice
from delve_desktop.ui.vault.people import People, Person
from delve_desktop.ui.vault.start_page import StartPage
from delve_desktop.ui.window import Window

if TYPE_CHECKING:
    from delve_desktop.services.session import Session
    from delve_desktop.ui.use_cases import UseCases

Clock = Callable[[], float]


class Program(QObject):
    """One window over one laptop's vaults. Main thread; owns both workers."""

    def __init__(self, people: People, *, clock: Clock = time.time, automatic_sync: bool = True) -> None:
        super().__init__()
        self._people = people
        self._clock = clock
        self._automatic_sync = automatic_sync
        self._language = _language()
        self._collector = Collector(self)
        self.database = Worker("database", self)
        self.network = Worker("network", self)
        self.window = Window()
        self.start_page: StartPage | None = None
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
        advice = PassphraseAdvice(_judge, lambda: _suggest(self._language))
        page = StartPage(self._people, advice)
        page.first_painted.connect(self._preload)
        page.unlock_asked.connect(self._on_unlock)
        page.create_asked.connect(self._on_create)
        self.start_page = page
        self.window.before_close(None)
        self.window.show_page(page)

    def _preload(self) -> None:
        """Import what the shell needs, off the main thread; unlocking queues behind it."""
        self.database.submit(_import_services)

    def _on_unlock(self, person: Person, passphrase: str) -> None:
        clock = self._clock
        self._open(lambda: _open(person.folder, passphrase, clock))

    def _on_create(self, name: str, passphrase: str) -> None:
        folder, clock, language = self._people.folder_for(name), self._clock, self._language
        self._open(lambda: _create(folder, passphrase, name, language, clock))

    def _open(self, open_session: Callable[[], UseCases]) -> None:
        def failed(error: Exception) -> None:
            if self.start_page is not None:
                self.start_page.fail(sentence(error))

        self.database.submit(open_session, self._on_opened, failed, self)

    # -- after unlocking ----------------------------------------------------------------------

    def _on_opened(self, cases: UseCases) -> None:
        from delve_desktop.ui.desk import Desk
        from delve_desktop.ui.shell.shell import Shell

        desk = Desk(cases, self.database, self.network, self.window)
        shell = Shell(desk, self._clock, automatic_sync=self._automatic_sync)

        def lock_then(after: Callable[[], None]) -> None:
            self.window.cover(self.tr("Keeping your words and locking …"))
            shell.lock_asked.connect(lambda: desk.close(after))
            shell.lock()

        shell.topbar.lock_asked.disconnect()
        shell.topbar.lock_asked.connect(lambda: lock_then(self._show_start))
        self.window.before_close(lock_then)
        self.start_page = None
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
    theme.apply(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(app))
    people = People(folder, single=True) if folder is not None else People(vaults_folder(), single=False)
    return Program(people).run()


def _vault_argument(argv: Sequence[str]) -> Path | None:
    """The folder after `--vault`, or in `DELVE_VAULT`."""
    for number, argument in enumerate(argv):
        if argument == "--vault" and number + 1 < len(argv):
            return Path(argv[number + 1]).absolute()
        if argument.startswith("--vault="):
            return Path(argument.removeprefix("--vault=")).absolute()
    given = os.environ.get("DELVE_VAULT")
    return Path(given).absolute() if given else None


def _language() -> str:
    """The language of words to compare: the system's, where there is a list for it."""
    from PySide6.QtCore import QLocale

    code = QLocale.system().name()[:2]
    return code if code in ("en", "fr", "es", "pt") else "en"


# What follows imports late, and (but for the two about passphrases) runs on the database worker.


def _import_services() -> None:
    for name in ("delve_desktop.ui.bound", "delve_desktop.ui.shell.shell"):
        importlib.import_module(name)


def _open(folder: Path, passphrase: str, clock: Clock) -> UseCases:
    from delve_desktop.services.session import open_vault

    return _bind(open_vault(folder, passphrase, clock=clock))


def _create(folder: Path, passphrase: str, name: str, language: str, clock: Clock) -> UseCases:
    from delve_desktop.crypto import kdf
    from delve_desktop.services.session import create_vault

    floor = os.environ.get("DELVE_KDF") == "floor"  # for tests and demonstrations
    params = kdf.FLOOR if floor else kdf.calibrate()
    session = create_vault(folder, passphrase, name, params=params, language=language, clock=clock)
    People.remember(folder, name)
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


def _suggest(language: str) -> str:
    from delve_desktop.crypto.words import suggest_passphrase

    return suggest_passphrase(language)
