"""The whole program in one window, over vaults of its own, and what a person does before the main window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.ui import theme, translations
from delve_desktop.ui.vault.people import People


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
