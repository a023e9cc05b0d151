"""An editor on the screen, and keys that are pressed in it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from delve_desktop.ui.text.edit import RichEdit


@pytest.fixture
def edit(qtbot: QtBot) -> RichEdit:
    made = RichEdit()
    qtbot.addWidget(made)
    made.resize(704, 400)
    made.show()
    return made


def keys(qtbot: QtBot, edit: RichEdit, *what: object) -> None:
    """Type strings, and press keys: a key, or (key, modifiers)."""
    for each in what:
        if isinstance(each, str):
            qtbot.keyClicks(edit, each)
        elif isinstance(each, tuple):
            qtbot.keyClick(edit, *each)
        else:
            qtbot.keyClick(edit, each)
