"""The notices inside the window: in a frozen program, read off the main thread, each by a key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delve_desktop.services.licences import Component
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.settings import about
from delve_desktop.ui.settings.about import AboutCard

PARTS = [
    Component("msgspec", "0.22", "BSD-3-Clause", "Redistribution"),
    Component("Qt", "6.11", "LGPL-3.0-only", "LGPL"),
]


def test_the_notices_open_and_each_part_shows_its_own(
    desk: Desk, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "components.json").write_text("[]", encoding="utf-8")
    monkeypatch.setattr(about, "resources_dir", lambda: tmp_path)
    monkeypatch.setattr(about, "components", lambda: PARTS)
    card = AboutCard(desk)
    qtbot.addWidget(card)
    card.show()
    assert card.licences.isVisible()
    card.licences.click()
    card.hide()
    settle()
    assert card.dialog is None, "a lock came first: nothing lies above it"
    card.show()
    card.licences.click()
    settle()
    dialog = card.dialog
    assert dialog is not None
    assert "Redistribution" in dialog.text.toPlainText()
    qtbot.keyClick(dialog.parts, Qt.Key.Key_Down)
    assert dialog.text.toPlainText().startswith("Qt 6.11\nLGPL-3.0-only")
    assert dialog.text.isReadOnly()
    dialog.close_button.click()


def test_from_the_source_there_is_no_button_that_leads_nowhere(desk: Desk, qtbot: QtBot):
    card = AboutCard(desk)
    qtbot.addWidget(card)
    card.show()
    assert not card.licences.isVisible()
