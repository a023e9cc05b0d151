from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from delve_desktop.ui import early
from delve_desktop.ui.vault.backdrop import scrolled
from delve_desktop.ui.vault.languages import LanguageMenu
from delve_desktop.ui.widgets.basics import button, icon_label, label, surface


def test_numbers_mean_what_qt_means_by_them() -> None:
    hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    assert Qt.TextFormat.PlainText.value == early.PLAIN_TEXT
    assert Qt.FocusPolicy.NoFocus.value == early.NO_FOCUS
    assert Qt.FocusPolicy.StrongFocus.value == early.STRONG_FOCUS
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value == early.NO_SCROLL_BAR
    assert hints.value == early.SECRET_INPUT
    assert Qt.LayoutDirection.LeftToRight.value == early.FROM_LEFT
    assert Qt.LayoutDirection.RightToLeft.value == early.FROM_RIGHT


def test_they_are_taken_as_properties(qtbot: QtBot) -> None:
    made, menu = label("<b>x</b>"), LanguageMenu("en")
    area = scrolled(QLabel())
    for widget in (made, menu, area):
        qtbot.addWidget(widget)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert menu.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_pointer_becomes_a_hand_over_a_button(qtbot: QtBot) -> None:
    for made in (button("x"), LanguageMenu("en")):
        qtbot.addWidget(made)
        place = QPoint(1, 1).toPointF()
        QApplication.sendEvent(made, QEnterEvent(place, place, place))
        assert made.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_pictures_wait_and_come(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early, "_waiting", [False])
    made, pressed = icon_label("check", "teal"), button("", "quiet", "check")
    for widget in (made, pressed):
        qtbot.addWidget(widget)
        widget.resize(40, 40)
        early.let_pictures_wait()
        empty = widget.grab().toImage()
        early.show_pictures()
        assert widget.grab().toImage() != empty


def test_a_surface_has_its_background(qtbot: QtBot) -> None:
    card = surface("card")
    qtbot.addWidget(card)
    card.resize(40, 40)
    shown = card.grab(QRect(20, 20, 1, 1)).toImage().pixelColor(0, 0)
    card.setProperty("surface", "danger")
    card.style().polish(card)
    assert card.grab(QRect(20, 20, 1, 1)).toImage().pixelColor(0, 0) != shown
