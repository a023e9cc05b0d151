"""What belongs together with a record is shown at both ends, and can be followed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.ui.records.together import Together
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

NOBODY = "ab" * 32


@pytest.fixture
def linked(cases: StandIn) -> tuple[RecordId, RecordId]:
    contact = add(cases.session, SPACE, "contact", name="Awa")
    note = add(cases.session, SPACE, "note", title="Visit", links=[contact.hex(), NOBODY])
    return contact, note


def texts(widget: QWidget) -> list[str]:
    """What is shown, and what a screen reader says of it where that is more."""
    labels = widget.findChildren(QLabel)
    return [words for one in labels for words in (one.text(), one.accessibleName()) if words]


def told(cases: StandIn, record: RecordId, qtbot) -> list[str]:
    made = Together(records.open_record(cases.session, record))
    qtbot.addWidget(made)
    for _ in made.lay_out():
        pass
    return texts(made)


def test_a_link_shows_its_target_and_one_that_did_not_come_yet_says_so(cases, linked, qtbot):
    shown = told(cases, linked[1], qtbot)
    assert "Awa" in shown
    assert "Something that is still to come" in shown
    assert any("has not arrived yet" in text for text in shown)
    assert not any(NOBODY in text for text in shown)


def test_a_target_in_the_bin_says_so(cases, linked, qtbot):
    records.delete_record(cases.session, linked[0])
    assert any("in the bin" in text for text in told(cases, linked[1], qtbot))


def test_a_link_is_followed_to_its_target_and_back(
    shell: Shell, cases: StandIn, linked: tuple[RecordId, RecordId], settle: Callable[[], None]
):
    contact, note = linked
    shell.go(Section.NOTES)
    settle()
    shell.list.model.refresh()
    settle()
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    settle()
    assert shell.pane.record == note
    read(shell, "Read Awa").click()
    settle()
    assert shell.pane.record == contact
    read(shell, "Read Visit").click()
    settle()
    assert shell.pane.record == note


def test_what_is_a_chip_above_a_note_is_no_row_below_it(shell: Shell, cases: StandIn, linked, settle):
    contact, note = linked
    shell.go(Section.NOTES)
    settle()
    shell.pane.show_record(note)
    settle()
    leads = [one for one in shell.pane.findChildren(QPushButton) if one.accessibleName() == "Read Awa"]
    assert len(leads) == 1
    (together,) = shell.pane.findChildren(Together)
    assert "Awa" not in texts(together)
    assert "Something that is still to come" in texts(together), "what is no chip stays a row"
    records.delete_record(cases.session, contact)
    shell.pane.show_record(note)
    settle()
    assert "Awa" in texts(shell.pane.findChildren(Together)[-1]), "nor is what lies in the bin"


def read(shell: Shell, name: str) -> QPushButton:
    found = [one for one in shell.pane.findChildren(QPushButton) if one.accessibleName() == name]
    assert found
    return found[-1]


def test_links_are_no_rows_of_digits(shell: Shell, cases: StandIn, linked, settle):
    shell.go(Section.NOTES)
    settle()
    shell.list.model.refresh()
    settle()
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    settle()
    assert not any(NOBODY[:16] in text for text in texts(shell.pane))
