"""Contacts: numbers with what they are for, address books dropped on the window, both ends of a group."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from delve_desktop.services import records
from delve_desktop.ui.contacts import ContactReading
from delve_desktop.ui.contacts.ways_edit import WaysButton, WaysEdit
from delve_desktop.ui.shell.commands import commands_of
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]
CARDS = (
    "BEGIN:VCARD\nVERSION:3.0\nFN:Awa Tiendra\nTEL;TYPE=CELL:+226 70 55 50 11\nX-ICQ:12345\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Baraka Nduki\nEMAIL:baraka@example.org\nEND:VCARD\n"
)


def drop(shell: Shell, *paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = QPointF(400, 300)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(shell, enter)
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
    if enter.isAccepted():
        QApplication.sendEvent(shell, event)
    return event


def titles(cases: StandIn) -> list[str]:
    return sorted(row.title for row in records.list_records(cases.session, SPACE, "contact").rows)


def press(inside: object, words: str) -> None:
    assert isinstance(inside, Shell | ContactReading)
    found = [one for one in inside.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    assert found, words
    found[-1].click()


def test_an_address_book_is_found_by_the_keyboard_too(
    shell: Shell, cases: StandIn, settle: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / "people.vcf"
    book.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Issa Kaboré\nEND:VCARD\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(book)], ""))
    (command,) = [one for one in commands_of(shell) if "import" in one.also]
    command.act()
    settle()
    assert titles(cases) == ["Issa Kaboré"]


def test_an_address_book_dropped_on_the_window_comes_in_once_and_can_be_taken_back(
    shell: Shell, cases: StandIn, tmp_path: Path, settle: Wait
) -> None:
    book = tmp_path / "people.vcf"
    book.write_text(CARDS, encoding="utf-8")
    drop(shell, book)
    settle()
    assert shell.bar.text == "2 contacts came in."
    assert titles(cases) == ["Awa Tiendra", "Baraka Nduki"]
    press(shell, "Undo")
    settle()
    assert titles(cases) == []
    drop(shell, book)
    settle()
    assert "here already" in shell.bar.text


def test_a_file_that_is_no_address_book_is_not_taken(
    shell: Shell, cases: StandIn, tmp_path: Path, settle: Wait
) -> None:
    other = tmp_path / "people.txt"
    other.write_text(CARDS, encoding="utf-8")
    drop(shell, other)
    settle()
    assert titles(cases) == []
    broken = tmp_path / "broken.vcf"
    broken.write_text("BEGIN:VCARD\nVERSION:9.9\nFN:Nobody\nEND:VCARD\n", encoding="utf-8")
    drop(shell, broken)
    settle()
    assert "version" in shell.bar.text
    assert titles(cases) == []


def test_what_has_no_field_is_shown_under_more_and_kept(
    shell: Shell, qtbot: QtBot, cases: StandIn, tmp_path: Path, settle: Wait
) -> None:
    book = tmp_path / "people.vcf"
    book.write_text(CARDS, encoding="utf-8")
    drop(shell, book)
    settle()
    awa = next(
        row.id for row in records.list_records(cases.session, SPACE, "contact").rows if "Awa" in row.title
    )
    shell.go(Section.CONTACTS)
    settle()
    shell.pane.show_record(awa)
    settle()
    (reading,) = shell.pane.findChildren(ContactReading)
    more = next(one for one in reading.findChildren(QPushButton) if one.text().startswith("More from"))
    more.click()
    assert "12345" in [one.text() for one in reading.findChildren(QLabel)]
    shell.pane.edit()
    settle()
    assert shell.pane.form is not None
    name = next(one for one in shell.pane.form.findChildren(QLineEdit) if one.accessibleName() == "Name")
    qtbot.keyClicks(name, " junior")
    shell.pane.finish()
    settle()
    view = records.open_record(cases.session, awa)
    kept = next(field.value for field in view.fields if field.name == "vcard")
    assert any("12345" in str(line) for line in kept)


def test_numbers_keep_what_they_are_for(qtbot: QtBot) -> None:
    edit = WaysEdit("Phones", "phone", "Another number")
    qtbot.addWidget(edit)
    stored = [{"value": "+255 1", "types": ["cell", "voice"]}, "+255 2"]
    edit.set_values(stored)
    assert edit.values() == stored
    edit.more.click()
    fields = edit.findChildren(QLineEdit)
    qtbot.keyClicks(fields[-1], "+255 3")
    ways = edit.findChildren(WaysButton)[-1]
    next(one for one in ways.menu().actions() if one.text() == "WhatsApp").trigger()
    assert edit.values()[-1] == {"value": "+255 3", "types": ["whatsapp"]}
    assert "WhatsApp" in ways.text()
    remove = [one for one in edit.findChildren(QToolButton) if one.accessibleName() == "Remove Phones"]
    remove[0].click()
    assert [value for value in edit.values() if isinstance(value, str)] == ["+255 2"]


def test_an_address_keeps_its_parts(qtbot: QtBot) -> None:
    edit = WaysEdit("Addresses", "address", "Another address")
    qtbot.addWidget(edit)
    stored = [{"box": "P.O. Box 214", "locality": "Geita", "types": ["work"], "label": "Kept"}]
    edit.set_values(stored)
    assert edit.values() == stored


def test_a_number_is_called_only_when_the_person_says_so(
    shell: Shell, cases: StandIn, settle: Wait, monkeypatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    record = add(cases.session, SPACE, "contact", name="Awa", phones=["+226 70 55 (0)11"])
    shell.go(Section.CONTACTS)
    settle()
    shell.pane.show_record(record)
    settle()
    assert opened == []
    (reading,) = shell.pane.findChildren(ContactReading)
    press(reading, "Call")
    assert opened == ["tel:+2267055011"]


def test_an_association_shows_its_people_and_what_they_wrote(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    group = add(cases.session, SPACE, "contact", name="Nyota", category="association")
    awa = add(cases.session, SPACE, "contact", name="Awa", association=group.hex())
    add(cases.session, SPACE, "practice", title="Retort", association=group.hex())
    shell.go(Section.CONTACTS)
    settle()
    shell.pane.show_record(group)
    settle()
    (reading,) = shell.pane.findChildren(ContactReading)
    names = [one.accessibleName() for one in reading.findChildren(QPushButton)]
    assert {"Read Awa", "Read Retort"} <= set(names)
    next(one for one in reading.findChildren(QPushButton) if one.accessibleName() == "Read Awa").click()
    settle()
    assert shell.pane.record == awa
    press(shell.pane.findChildren(ContactReading)[-1], "Nyota")
    settle()
    assert shell.pane.record == group
