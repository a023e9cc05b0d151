"""The window in another language or with larger letters: built anew, and who works in it goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.services import spaces
from delve_desktop.services.session import create_vault
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.vault.people import People
from tests.ui.conftest import PASSPHRASE
from tests.ui.vault.person import LONG, opened, settled, unlock

Make = Callable[..., Program]


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, program: Make) -> Program:
    session = create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi M.", params=FLOOR)
    spaces.create_space(session, "Lake Zone")
    session.close()
    made = program(People(tmp_path / "vault", single=True), tmp_path / "settings.json")
    unlock(made, qtbot, PASSPHRASE)
    opened(made, qtbot)
    return made


@pytest.mark.parametrize("name", ["text_size", "language"])
def test_the_keyboard_stays_on_the_list_that_was_chosen_from(
    name: str, window: Program, qtbot: QtBot
) -> None:
    before = window.window.page()
    assert isinstance(before, Shell)
    before.go(Section.SETTINGS)
    box: QComboBox = getattr(before.pages.settings.laptop, name)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.window.page() is not before, timeout=LONG)
    settled(window, qtbot)
    after = window.window.page()
    assert isinstance(after, Shell)
    assert after.section is Section.SETTINGS
    assert window.window.focusWidget() is getattr(after.pages.settings.laptop, name)
