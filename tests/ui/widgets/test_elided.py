"""Words give way where there is no room, and only there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QPixmap
from pytestqt.qtbot import QtBot

from delve_desktop.ui import theme
from delve_desktop.ui.widgets.elided import ElidedButton, ElidedLabel, elided
from tests.ui.painted import noting

WORDS = ("Wash sand twice", "Wash sand", "Geita Small Miners", "Rope", "a pump for the pond", "Баярлалаа")


@pytest.mark.parametrize("pixels", range(11, 25))
def test_words_that_need_a_fraction_of_a_pixel_more_stay_whole(qtbot: QtBot, pixels: int) -> None:
    font = QFont(theme.font("body"))
    font.setPixelSize(pixels)
    metrics = QFontMetrics(font)
    for words in WORDS:
        wide = metrics.horizontalAdvance(words)
        assert elided(metrics, words, wide) == words
        assert elided(metrics, words, wide - 2).endswith("…")


@pytest.mark.parametrize("words", WORDS)
def test_what_is_as_wide_as_it_asks_for_shows_all(qtbot: QtBot, words: str) -> None:
    label = ElidedLabel()
    label.setText(words)
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    with noting() as painted:
        label.grab()
    assert [one.text for one in painted] == [words]
    label.resize(label.width() // 2, label.height())
    with noting() as painted:
        label.grab()
    assert painted[0].text.endswith("…")


@pytest.mark.parametrize("words", WORDS)
def test_a_button_shows_the_same_whether_it_has_just_room_or_a_pixel_more(qtbot: QtBot, words: str) -> None:
    def seen(more: int) -> QPixmap:
        button = ElidedButton(words, "chip")
        qtbot.addWidget(button)
        hint = button.sizeHint()
        button.resize(hint.width() + 2 * more, hint.height())
        return button.grab().copy(more, 0, hint.width() - 24, hint.height())

    middle = [seen(more).toImage().copy(12, 0, 40, 20) for more in (0, 1)]
    assert middle[0] == middle[1]
