"""What a person does before the main window, through the widgets."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.vault.about_step import AboutStep
from delve_desktop.ui.vault.passphrase_step import PassphraseStep
from delve_desktop.ui.vault.start_page import StartPage
from delve_desktop.ui.vault.step import Step
from tests.ui.conftest import PASSPHRASE

LONG = 30_000  # milliseconds
S = TypeVar("S", bound=Step)


def start_page(program: Program) -> StartPage:
    page = program.window.page()
    assert isinstance(page, StartPage)
    return page


def unlock(program: Program, qtbot: QtBot, words: str) -> None:
    gate = start_page(program).gate
    assert gate is not None
    gate.unlock.field.clear()
    qtbot.keyClicks(gate.unlock.field, words)
    qtbot.keyClick(gate.unlock.field, Qt.Key.Key_Return)


def opened(program: Program, qtbot: QtBot) -> Shell:
    qtbot.waitUntil(lambda: isinstance(program.window.page(), Shell), timeout=LONG)
    settled(program, qtbot)
    shell = program.window.page()
    assert isinstance(shell, Shell)
    return shell


def settled(program: Program, qtbot: QtBot) -> None:
    quiet = 0
    while quiet < 3:
        qtbot.waitUntil(lambda: not (program.database.busy or program.network.busy), timeout=LONG)
        qtbot.wait(5)
        quiet = 0 if program.database.busy or program.network.busy else quiet + 1


def door(program: Program, number: int) -> None:
    """Press the button of a door, 0 to 2."""
    doors = start_page(program).doors
    assert doors is not None
    doors.buttons[number].click()


def at(program: Program, kind: type[S], qtbot: QtBot) -> S:
    """Wait for a step."""
    page = start_page(program)
    qtbot.waitUntil(lambda: isinstance(page.step, kind), timeout=LONG)
    step = page.step
    assert isinstance(step, kind)
    return step


def introduce(program: Program, qtbot: QtBot, name: str, association: str, country: str = "") -> None:
    """Fill in who one is, and choose a passphrase."""
    about = at(program, AboutStep, qtbot)
    settled(program, qtbot)
    qtbot.keyClicks(about.name, name)
    qtbot.keyClicks(about.association, association)
    about.country.setEditText(country)
    about.next.click()
    words = at(program, PassphraseStep, qtbot)
    qtbot.keyClicks(words.new.secret.edit, PASSPHRASE)
    words.next.click()


def shown(inside: QWidget) -> str:
    """All that can be read."""
    return "\n".join(one.text() for one in inside.findChildren(QLabel) if one.isVisible())
