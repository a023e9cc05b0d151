"""The whole program in one window, over vaults of its own, and what a person does before the main window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.services import records, spaces
from delve_desktop.services.session import create_vault
from delve_desktop.services.views import SetValue
from delve_desktop.ui import idle_guard, theme, translations
from delve_desktop.ui.vault.people import People
from tests.ui.conftest import PASSPHRASE
from tests.ui.vault.pauses import CANARY, Hand
from tests.ui.vault.person import opened, unlock


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    """Language and look are the application's: the next test has those of the session again."""
    yield
    translations.use(qapp, "en")
    theme.apply(qapp, theme.LIGHT_THEME, scale=1.0)


@pytest.fixture
def program(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Program]]:
    made: list[Program] = []
    monkeypatch.setenv("DELVE_KDF", "floor")
    monkeypatch.setenv("DELVE_HOME", str(tmp_path / "home"))

    def make(people: People | None = None, settings: Path | None = None) -> Program:
        program = Program(
            people or People(tmp_path / "vaults", single=False), automatic_sync=False, settings=settings
        )
        made.append(program)
        program.window.show()
        qtbot.waitUntil(lambda: not program.database.busy, timeout=30_000)
        return program

    yield make
    for each in made:
        each.window.close()
        qtbot.waitUntil(lambda each=each: not each.window.isVisible(), timeout=30_000)
        each.end()


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    made = Hand()
    real = idle_guard.IdleGuard.__init__

    def init(self: idle_guard.IdleGuard, minutes: int | None = None, clock: object = None) -> None:
        real(self, minutes, made)

    monkeypatch.setattr(idle_guard.IdleGuard, "__init__", init)
    return made


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, program: Callable[..., Program], hand: Hand) -> Program:
    session = create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi M.", params=FLOOR)
    space = spaces.create_space(session, "Lake Zone")
    records.add_record(session, space, "note", [SetValue("title", CANARY), SetValue("text", CANARY)])
    session.close()
    made = program(People(tmp_path / "vault", single=True), tmp_path / "settings.json")
    unlock(made, qtbot, PASSPHRASE)
    opened(made, qtbot)
    return made
