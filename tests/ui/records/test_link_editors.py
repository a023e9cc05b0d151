"""Linking records from a form: found as one types, chosen by keyboard, shown with what became of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.services import records
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.link_editors import LinksEdit
from delve_desktop.ui.records.link_picker import PAUSE_MS
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


def chips(edit: LinksEdit) -> list[str]:
    return [one.text() for one in edit.findChildren(QPushButton) if one.property("kind") == "chip"]


def test_two_records_are_linked_by_keyboard(shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait) -> None:
    awa = add(cases.session, SPACE, "contact", name="Awa Tiendra")
    add(cases.session, SPACE, "contact", name="Baraka")
    well = add(cases.session, SPACE, "contact", name="Well diggers", category="association")
    shell.go(Section.CONTACTS)
    settle()
    shell.pane.show_record(awa)
    settle()
    shell.pane.edit()
    settle()
    assert shell.pane.form is not None
    edit = next(one for one in shell.pane.form.findChildren(LinksEdit) if one._name == "Association")
    picker = edit.open_picker()
    settle()
    recent = [picker.rows.item(row).text() for row in range(picker.rows.count())]
    assert recent == ["Well diggers", "Baraka"], "the newest first, and not the record itself"
    qtbot.keyClicks(picker.search, "dig")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)  # at once: it looks before it takes
    settle()
    assert [picker.rows.item(row).text() for row in range(picker.rows.count())] == ["Well diggers"]
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    settle()
    assert chips(edit) == ["Well diggers"]
    shell.pane.finish()
    settle()
    (link,) = records.open_record(cases.session, awa).links
    assert (link.field, link.record) == ("association", well)


def test_enter_takes_nothing_of_an_older_search(
    desk: Desk, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    for name in ("Awa Tiendra", "Baraka"):
        add(cases.session, SPACE, "contact", name=name)
    edit = LinksEdit("Links", desk)
    qtbot.addWidget(edit)
    picker = edit.open_picker()
    settle()
    cases.gate.clear()
    qtbot.keyClicks(picker.search, "awa")
    qtbot.wait(2 * PAUSE_MS)  # the search is under way, and the rows are those of before
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    cases.gate.set()
    settle()
    assert chips(edit) == []
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert chips(edit) == ["Awa Tiendra"]


def test_targets_in_the_bin_and_not_here_are_shown_so(
    desk: Desk, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    gone = add(cases.session, SPACE, "note", title="Old pump")
    records.delete_record(cases.session, gone)
    edit = LinksEdit("Links", desk)
    qtbot.addWidget(edit)
    edit.set_values([gone.hex(), "ab" * 32])
    assert chips(edit) == ["…", "…"]
    settle()
    assert chips(edit) == ["Old pump (in the bin)", "Something that is still to come"]
    edit.findChildren(QPushButton)[0].click()
    assert edit.values == ["ab" * 32]


def test_a_field_for_one_link_holds_one(desk: Desk, qtbot: QtBot, cases: StandIn, settle: Wait) -> None:
    one, two = (add(cases.session, SPACE, "practice", title=title) for title in ("One", "Two"))
    edit = LinksEdit("Practice", desk, kind="practice", most=1, versioned=True)
    qtbot.addWidget(edit)
    edit._on_chosen(records.record_row(cases.session, one))
    settle()
    edit._on_chosen(records.record_row(cases.session, two))
    settle()
    heads = sorted(head.hex() for head in records.open_record(cases.session, two).heads)
    assert edit.values == [{"record": two.hex(), "heads": heads}]


def test_up_and_down_move_in_the_list_while_one_types(
    desk: Desk, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    for title in ("One", "Two", "Three"):
        add(cases.session, SPACE, "note", title=title)
    edit = LinksEdit("Links", desk)
    qtbot.addWidget(edit)
    edit.show()
    picker = edit.open_picker()
    settle()
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    qtbot.keyClick(picker.search, Qt.Key.Key_Up)
    assert picker.rows.currentRow() == 1
    picker.close()
