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


def test_a_button_that_wraps_is_as_tall_as_its_words_need(qtbot: QtBot) -> None:
    made = button("Free to use except for profit, name the source", wraps=True)
    qtbot.addWidget(made)
    whole, half = made.sizeHint().width(), made.minimumSizeHint().width()
    assert half < 0.7 * whole
    assert made.heightForWidth(whole) == made.sizeHint().height()
    assert made.heightForWidth(half) == made.sizeHint().height() + made.fontMetrics().lineSpacing()
    made.resize(half, made.heightForWidth(half))
    painted = made.grab().toImage()
    low = made.height() // 2 + round(0.75 * made.fontMetrics().lineSpacing())
    assert len({painted.pixel(x, low) for x in range(20, half - 20)}) > 1, "the second line is painted"
