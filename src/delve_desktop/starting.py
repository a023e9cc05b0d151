"""The start of the windowed program: one window for each person, which a second start brings forward."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import delve_desktop.ui  # noqa: F401 - before all of Qt: what it does makes the other imports faster

# isort: split
from PySide6.QtWidgets import QApplication

from delve_desktop.app import Program
from delve_desktop.domain.errors import InUse
from delve_desktop.settings import files_argument, logs_folder, settings_file, vault_argument, vaults_folder
from delve_desktop.ui import early, theme
from delve_desktop.ui.crash_log import CrashLog
from delve_desktop.ui.one_window import OneWindow, name_for
from delve_desktop.ui.vault.people import People

IN_USE = 9  # as the command line says that something is in use


def run(argv: Sequence[str]) -> int:
    """Open the window; `argv` are the arguments without the program's name. Returns the exit code.

    Where a window is open already, that one gets the files to open and comes forward.
    """
    folder, files = vault_argument(argv), files_argument(argv)
    one = OneWindow(settings_file().parent, name_for(folder))
    if not one.take():
        return _hand_over(one, files)
    crashes = CrashLog(logs_folder())
    crashes.begin()
    app = make_application()
    people = People(folder, single=True) if folder is not None else People(vaults_folder(), single=False)
    program = Program(people, settings=settings_file(), crashes=crashes)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: program.preferences.apply_look())
    program.open_files(files)
    one.asked.connect(program.on_asked)
    program.stands.connect(one.listen)
    code = program.run()
    one.end()
    crashes.end()
    return code


def _hand_over(one: OneWindow, files: Sequence[Path]) -> int:
    try:
        one.hand_over(files)
    except InUse:
        _say_that_it_is_silent()
        return IN_USE
    return 0


def _say_that_it_is_silent() -> None:
    """A box of its own: there is no window to say it in. In the language and the look of the other one."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QMessageBox

    from delve_desktop.ui.preferences import Preferences

    _app = QApplication.instance() or make_application()
    Preferences(settings_file()).apply()
    said = QCoreApplication.translate(
        "starting",
        "Delve is open already, and its window does not answer. What was saved is safe. Wait a moment, then"
        " start Delve again. If it still does not answer, restart the laptop.",
    )
    QMessageBox.warning(None, "Delve", said)


def make_application() -> QApplication:
    """Qt, set up for this program; once in a process, before anything else of Qt."""
    app = QApplication([sys.argv[0], *theme.STYLE])
    app.setProperty(theme.STYLED, True)
    app.setApplicationName("Delve")
    app.setDesktopFileName("delve")
    early.let_pictures_wait()
    return app
