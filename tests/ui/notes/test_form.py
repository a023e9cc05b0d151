from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.ui.notes import NoteForm
from delve_desktop.ui.notes.about_row import AboutRow


def opened(qtbot: QtBot, **values: object) -> tuple[NoteForm, AboutRow]:
    form = NoteForm()
    qtbot.addWidget(form)
    form.resize(780, 700)
    form.load(None, values)
    form.show()
    return form, form.findChildren(AboutRow)[0]


def chips(qtbot: QtBot, row: AboutRow) -> list[str]:
    qtbot.wait(20)  # a layout shows what is new when the event loop comes by
    shown = [one for one in row.findChildren(QPushButton) if one.isVisible()]
    return [one.text() for one in sorted(shown, key=lambda one: one.mapTo(row, QPoint()).x())]


def test_opening_changes_nothing(qtbot: QtBot) -> None:
    said: list[int] = []
    values = {"title": "Visit", "place": "Geita", "themes": ["health", "our own"], "text": "a *b*\n"}
    form, row = opened(qtbot, **values)
    form.edited.connect(lambda: said.append(1))
    content = form.content()
    assert {name: content[name] for name in values} == values
    assert chips(qtbot, row) == ["Geita", "Health and safety", "our own", "Add"]
    assert said == []


def test_a_theme_comes_by_its_word_and_goes_by_its_cross(qtbot: QtBot) -> None:
    form, row = opened(qtbot, themes=["health"])
    row._ask_theme()
    entry = row.findChildren(QLineEdit)[0]
    qtbot.keyClicks(entry, "market and due diligence")
    assert form.content()["themes"] == ["health", "market"], "what is typed counts before it is entered"
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert form.content()["themes"] == ["health", "market"]
    next(one for one in row.findChildren(QPushButton) if one.text().startswith("Health")).click()
    assert form.content()["themes"] == ["market"]


def test_the_place_is_written_in_place(qtbot: QtBot) -> None:
    form, row = opened(qtbot, place="Geita")
    next(one for one in row.findChildren(QPushButton) if one.text() == "Geita").click()
    entry = row.findChildren(QLineEdit)[0]
    assert entry.text() == "Geita"
    entry.selectAll()
    qtbot.keyClicks(entry, "Kahama")
    assert form.content()["place"] == "Kahama"
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert chips(qtbot, row) == ["Kahama", "Add"]
    next(one for one in row.findChildren(QPushButton) if one.text() == "Kahama").click()
    entry.clear()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert form.content()["place"] is None
    assert chips(qtbot, row) == ["Add"]


def test_the_rest_waits_behind_a_fold(qtbot: QtBot) -> None:
    form, _row = opened(qtbot, date="2026-03-12")
    date = next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == "Date")
    assert not date.isVisible()
    next(one for one in form.findChildren(QPushButton) if one.text().startswith("More")).click()
    assert date.isVisible()
    assert form.content()["date"] == "2026-03-12"
