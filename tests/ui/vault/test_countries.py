"""The country in the steps before a vault: typed, offered, chosen, and told where it is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.ui import theme
from delve_desktop.ui.vault.about_step import AboutStep
from delve_desktop.ui.vault.passphrase_step import PassphraseStep
from tests.ui.vault.person import at, door, settled, start_page

from .test_doors import Make


def offered(about: AboutStep, qtbot: QtBot, letters: str) -> tuple[QLineEdit, QAbstractItemView]:
    """Type the first letters of a country; returns the field, and the list that is offered below it."""
    typed = about.country.lineEdit()
    assert typed is not None
    typed.setFocus()
    qtbot.keyClicks(typed, letters)
    completer = about.country.completer()
    popup = completer.popup() if completer is not None else None
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    return typed, popup


def asked(program: Make, qtbot: QtBot) -> tuple[Program, AboutStep]:
    """Somebody new, who has said all but the country."""
    window = program()
    door(window, 1)
    about = at(window, AboutStep, qtbot)
    about.name.setText("Zawadi M.")
    about.association.setText("Kambi ya Mawe")
    settled(window, qtbot)
    return window, about


def test_a_country_that_is_none_is_told_and_the_step_stays(qtbot: QtBot, program: Make) -> None:
    window = program()
    door(window, 1)
    about = at(window, AboutStep, qtbot)
    settled(window, qtbot)
    assert not about.next.isEnabled(), "a name is needed"
    about.name.setText("Neema")
    about.association.setText("Nyota")
    about.country.setEditText("Nowhereland")
    about.next.click()
    settled(window, qtbot)
    assert start_page(window).step is about
    assert "not in the list" in about.told
    about.country.setEditText("côte d'ivoire")
    about.next.click()
    at(window, PassphraseStep, qtbot)
    assert about.country_code == "CI"


def test_enter_on_an_offered_country_chooses_it_and_stays(qtbot: QtBot, program: Make) -> None:
    window, about = asked(program, qtbot)
    typed, popup = offered(about, qtbot, "tanz")
    middle = popup.grab().toImage().pixelColor(popup.width() // 2, popup.height() // 2)
    assert middle == theme.current().color("sheet")
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: about.country.currentText() == "Tanzania")
    settled(window, qtbot)
    assert start_page(window).step is about
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    at(window, PassphraseStep, qtbot)


def test_enter_on_the_first_letters_of_the_only_country_takes_it_and_stays(
    qtbot: QtBot, program: Make
) -> None:
    window, about = asked(program, qtbot)
    typed, popup = offered(about, qtbot, "tanz")
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert about.country.currentText() == "Tanzania"
    assert not popup.isVisible()
    assert start_page(window).step is about, "the name of the space is still to come"
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    at(window, PassphraseStep, qtbot)


def test_the_first_letters_of_a_country_are_enough_where_only_one_begins_so(
    qtbot: QtBot, program: Make
) -> None:
    window = program()
    door(window, 1)
    about = at(window, AboutStep, qtbot)
    settled(window, qtbot)
    about.name.setText("Amina")
    about.association.setText("Wend-Panga")
    _typed, popup = offered(about, qtbot, "burk")
    qtbot.keyClick(popup, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: about.country.currentText() == "Burkina Faso")
    about.country.setEditText("nig")  # two of them
    about.next.click()
    settled(window, qtbot)
    assert "not in the list" in about.told
    about.country.setEditText("philip")
    about.next.click()
    at(window, PassphraseStep, qtbot)
    assert about.country_code == "PH"
