"""The smallest parts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delve_desktop.ui.widgets.basics import button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_that_has_the_focus_is_pressed_by_enter_as_by_the_space_bar(
    qtbot: QtBot, key: Qt.Key
) -> None:
    made, pressed = button("Save"), []
    qtbot.addWidget(made)
    made.clicked.connect(lambda: pressed.append(key))
    made.show()
    qtbot.keyClick(made, key)
    assert pressed == [key]
