"""The real window on a screen in memory: it asks for the words, opens, shows what is there, and locks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from delve_desktop.app import Program
from delve_desktop.starting import make_application
from delve_desktop.ui import theme, translations
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.vault.gate_page import GatePage
from delve_desktop.ui.vault.people import People
from delve_desktop.ui.vault.start_page import StartPage

from .scene import PASSPHRASE, Failure, Scene, must

PATIENCE: Final = 120.0  # seconds for any one thing; an old laptop that is busy may need many


def open_window(scene: Scene) -> str:
    """Unlock by typing, list, show, lock; in each language once."""
    scene.close()
    mistakes: list[BaseException] = []

    def note(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        mistakes.append(error)

    before, sys.excepthook = sys.excepthook, note
    try:
        app = make_application()
        program = Program(
            People(scene.vault, single=True), automatic_sync=False, walks=scene.folder / "walks"
        )
        program.window.show()
        try:
            told = _drive(app, program)
        finally:
            program.window.close()
            program.end()
            app.processEvents()
    finally:
        sys.excepthook = before
    if mistakes:
        raise mistakes[0]
    return told


def _drive(app: QApplication, program: Program) -> str:
    _until(app, lambda: _gate(program) is not None, "The window did not ask for the passphrase.")
    gate = _gate(program)
    assert gate is not None
    must(theme.SANS in QFontDatabase.families(), "The fonts of the program were not taken in.")
    gate.unlock.field.setText(PASSPHRASE)
    gate.unlock.open.click()
    _until(app, lambda: isinstance(program.window.page(), Shell), "The window did not open the vault.")
    shell = program.window.page()
    assert isinstance(shell, Shell)
    _until(app, lambda: _is_idle(app, program), "The window does not come to rest.")
    shell.go(Section.NOTES)
    _until(app, lambda: shell.list.model.rowCount() == 1, "The note is not in the list of the window.")
    _look(program)
    for code in translations.AVAILABLE:
        must(translations.use(app, code), f"The window has no words in {code}.")
    translations.use(app, "en")
    program.lock()
    _until(app, lambda: isinstance(program.window.page(), StartPage), "The window did not lock.")
    return f"it was painted by Qt {qVersion()} without a screen, unlocked, listed the note and locked again."


def _gate(program: Program) -> GatePage | None:
    page = program.window.page()
    return page.gate if isinstance(page, StartPage) else None


def _is_idle(app: QApplication, program: Program) -> bool:
    """Whether nothing is asked for any more; an answer may ask anew, so a few times in a row."""
    for _ in range(5):
        app.processEvents()
        if program.database.busy or program.network.busy:
            return False
    return True


def _look(program: Program) -> None:
    """Something is painted: more than a few colours."""
    image = program.window.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    must(len(colours) > 10, "The window is blank.")


def _until(app: QApplication, holds: Callable[[], bool], sentence: str) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise Failure(sentence)
        app.processEvents()
        time.sleep(0.005)
