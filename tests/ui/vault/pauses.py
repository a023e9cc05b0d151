"""A vault with words that must not be seen when it is locked, and ways to lock it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.vault.pin_page import PinPage
from delve_desktop.ui.vault.start_page import StartPage
from tests.ui.vault.person import LONG

CANARY = "Ngonyani-canary-41"
PIN = "482915"


class Hand:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def pause(window: Program, hand: Hand, seconds: float) -> None:
    """Nobody is there for so long, while the clock is looked at as it is every few seconds."""
    guard = window.guard
    assert guard is not None
    until = hand.now + seconds
    while hand.now < until:
        hand.now = min(until, hand.now + 5)
        guard.tick()


def use_pin(window: Program) -> None:
    shell = window.window.page()
    assert isinstance(shell, Shell)
    shell.go(Section.SETTINGS)
    shell.pages.settings.pin.digits.setText(PIN)
    shell.pages.settings.pin.set_.click()
    assert window.guard is not None
    assert window.guard.lock.has_pin


def everything(widget: QWidget) -> str:
    """All texts of a window, seen or not."""
    return "\n".join(everything_of(one) for one in widget.findChildren(QWidget))


def everything_of(one: QWidget) -> str:
    """All texts of one widget."""
    reads = ("text", "toPlainText", "accessibleName", "accessibleDescription", "toolTip", "windowTitle")
    found = [str(getattr(one, read)()) for read in reads if callable(getattr(one, read, None))]
    model = getattr(one, "model", None)
    if callable(model) and model() is not None and hasattr(model(), "rowCount"):
        found += [str(model().index(row, 0).data()) for row in range(model().rowCount())]
    return "\n".join(found)


def pin_page(window: Program, qtbot: QtBot) -> PinPage:
    qtbot.waitUntil(lambda: isinstance(window.window.page(), PinPage), timeout=LONG)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    page = window.window.page()
    assert isinstance(page, PinPage)
    return page


def start(window: Program, qtbot: QtBot) -> StartPage:
    qtbot.waitUntil(lambda: isinstance(window.window.page(), StartPage), timeout=LONG)
    page = window.window.page()
    assert isinstance(page, StartPage)
    return page
