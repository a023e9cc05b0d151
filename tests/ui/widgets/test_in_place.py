"""The bar that says something where the person looks."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.ui.widgets.in_place import InPlaceBar


class Page(QWidget):
    """A field, the bar, and what the tabulator leads to after it."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.top, self.bar, self.unable, self.after = QLineEdit(), InPlaceBar(), QPushButton(), QPushButton()
        self.unable.setEnabled(False)
        for widget in (self.top, self.bar, self.unable, self.after):
            column.addWidget(widget)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def test_who_pressed_what_the_bar_offered_goes_on_below_it_and_not_at_the_top(
    page: Page, qtbot: QtBot
) -> None:
    done: list[str] = []
    page.bar.say("Decided.", ("Take the other one", lambda: done.append("taken")))
    offered = page.bar.findChildren(QPushButton)[0]
    offered.setFocus()
    qtbot.waitUntil(offered.hasFocus)
    offered.click()
    assert done == ["taken"]
    assert page.after.hasFocus()
    assert page.bar.text == ""


def test_who_writes_elsewhere_goes_on_when_the_bar_goes(page: Page, qtbot: QtBot) -> None:
    page.bar.say("Kept as a new version.")
    page.top.setFocus()
    qtbot.waitUntil(page.top.hasFocus)
    page.bar.clear()
    assert page.top.hasFocus()
