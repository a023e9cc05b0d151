"""A note that belongs together with other records: chips that lead there, and an editor for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from delve_desktop.services import records
from delve_desktop.ui.records.link_editors import LinksEdit
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


def chips(shell: Shell) -> list[QPushButton]:
    return [one for one in shell.pane.findChildren(QPushButton) if one.property("kind") == "chip"]


def test_a_note_is_linked_while_it_is_written_and_its_chip_leads_there(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    fan = add(cases.session, SPACE, "practice", title="Hand fan for tunnels")
    note = add(cases.session, SPACE, "note", title="Visit", place="Geita")
    shell.go(Section.NOTES)
    shell.pane.show_record(note)
    settle()
    assert chips(shell) == []
    shell.pane.edit()
    assert shell.pane.form is not None
    edit = shell.pane.form.findChildren(LinksEdit)[0]
    edit._on_chosen(records.record_row(cases.session, fan))
    shell.pane.finish()
    settle()
    (chip,) = chips(shell)
    assert chip.accessibleName() == "Read Hand fan for tunnels"
    chip.click()
    settle()
    assert (shell.section, shell.pane.record) == (Section.PRACTICES, fan)


def test_what_lies_in_the_bin_or_is_still_to_come_has_no_chip(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    gone = add(cases.session, SPACE, "practice", title="Gone")
    note = add(cases.session, SPACE, "note", title="Visit", links=[gone.hex(), "ab" * 32])
    records.delete_record(cases.session, gone)
    shell.go(Section.NOTES)
    shell.pane.show_record(note)
    settle()
    assert chips(shell) == []
