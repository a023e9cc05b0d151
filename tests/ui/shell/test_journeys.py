"""What a person does, through real widgets over a real vault."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.domain import ops
from delve_desktop.domain.ops import Write
from delve_desktop.services import drafts, records
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker
from tests.ui.samples import add, arrive
from tests.ui.shell.hands import NOT_SENT, Wait, choose, editor, press, shown, text_editor, write_place
from tests.ui.stand_in import SPACE, StandIn


def test_a_note_is_written_found_and_read(shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert shell.section is Section.NOTES
    qtbot.keyClicks(editor(shell, "Title"), "Visit to shaft 3")
    qtbot.keyClicks(text_editor(shell), "The rope is **worn** through.")
    qtbot.keyClick(shell, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert shell.pane.foot.sentence == NOT_SENT
    assert records.list_records(cases.session, SPACE).rows == (), "still a draft"
    qtbot.keyClick(shell, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    (row,) = records.list_records(cases.session, SPACE).rows
    assert not shell.pane.editing
    assert "The rope is worn through." in shown(shell.pane)
    assert shell.list.model.index_of(row.id).isValid(), "the list shows it without being asked"
    assert shell.list.rows.currentIndex() == shell.list.model.index_of(row.id)
    shell.list.search.setText("wor")
    qtbot.waitUntil(lambda: shell.list.model.query.text == "wor")
    settle()
    assert [item.id for item in shell.list.model.items] == [row.id]


def test_inv01_the_foot_says_saved_only_once_it_is(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    shell.start_new("note")
    settle()
    cases.gate.clear()
    qtbot.keyClicks(editor(shell, "Title"), "Rope")
    qtbot.wait(600)  # longer than the pause after which a draft is saved
    assert shell.pane.foot.sentence != NOT_SENT
    cases.gate.set()
    settle()
    assert shell.pane.foot.sentence == NOT_SENT


def test_the_foot_says_while_a_record_is_open_that_what_is_typed_is_kept(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope")
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    promise = "Kept as you type · goes out with the next sync"
    assert (shell.pane.foot.sentence, shell.pane.foot.remark) == (NOT_SENT, "")
    shell.pane.edit()
    settle()
    assert (shell.pane.foot.sentence, shell.pane.foot.remark) == (NOT_SENT, promise)
    shell.pane.finish()
    settle()
    assert shell.pane.foot.remark == ""


def test_choosing_another_record_keeps_what_was_typed(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    one, two = (add(cases.session, SPACE, "note", title=title) for title in ("one", "two"))
    shell.go(Section.NOTES)
    choose(shell, one, settle)
    shell.pane.edit()
    write_place(shell, qtbot, "Geita")
    choose(shell, two, settle)
    view = records.open_record(cases.session, one)
    assert {field.name: field.value for field in view.fields}["place"] == "Geita"
    assert shell.pane.view is not None
    assert shell.pane.view.title == "two"


def test_opening_the_editor_and_leaving_it_writes_nothing(shell: Shell, cases: StandIn, settle: Wait) -> None:
    note = add(
        cases.session,
        SPACE,
        "note",
        title=" one ",
        text="a\n\n  b \u2028c\n« mot\u202f: »\u00a0! \n",
        themes=["x "],
        date="2026-03",
        place="p ",
    )
    contact = add(
        cases.session,
        SPACE,
        "contact",
        name="Baraka",
        phones=["+255 700"],
        languages=["sw", "qaa"],
        country="TZ",
    )
    for section, record in ((Section.NOTES, note), (Section.CONTACTS, contact)):
        heads = records.open_record(cases.session, record).heads
        shell.go(section)
        choose(shell, record, settle)
        shell.pane.edit()
        assert shell.pane.form is not None
        shell.pane.form.edited.emit()  # as if a key had been pressed and taken back
        shell.pane.finish()
        settle()
        assert records.open_record(cases.session, record).heads == heads


def test_a_draft_found_at_start_is_offered_in_place(
    desk: Desk, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope")
    heads = records.open_record(cases.session, note).heads
    drafts.save_draft(cases.session, SPACE, note, "note", {"title": "Rope, worn"}, None, heads)
    drafts.save_draft(cases.session, SPACE, None, "note", {"title": "Begun"}, None, ())
    shell = Shell(desk, time.time, automatic_sync=False)
    qtbot.addWidget(shell)
    shell.show()
    settle()
    shell.go(Section.NOTES)
    settle()
    assert "Begun" in shell.list.bar.text
    press(shell.list.bar, "Go on")
    settle()
    assert editor(shell, "Title").text() == "Begun"
    choose(shell, note, settle)
    assert "Your words are kept" in shell.pane.bar.text
    press(shell.pane.bar, "Go on")
    settle()
    assert editor(shell, "Title").text() == "Rope, worn"
    shell.pane.finish()
    settle()
    assert records.record_row(cases.session, note).title == "Rope, worn"


def test_inv07_going_on_with_a_draft_takes_nothing_away_that_came_in_meanwhile(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope", place="Geita")
    heads = records.open_record(cases.session, note).heads
    content = {"title": "Rope", "place": "Kahama"}
    drafts.save_draft(cases.session, SPACE, note, "note", content, None, heads)
    arrive(cases.session, SPACE, note, Write("place", ops.PUT, "Mwanza"), at=1_700_000_000, seen=heads[0])
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    press(shell.pane.bar, "Go on")
    settle()
    qtbot.keyClicks(editor(shell, "Title"), "!")
    shell.pane.save_now()
    settle()
    shell.pane.finish()
    settle()
    (found,) = records.disputes(cases.session, SPACE)
    assert {version.value for version in found.versions} == {"Kahama", "Mwanza"}
    assert records.record_row(cases.session, note).title == "Rope!"


def test_beginning_the_next_note_at_once_keeps_the_two_apart(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    for title in ("one", "two"):
        shell.start_new("note")  # without waiting for the one before
        qtbot.keyClicks(editor(shell, "Title"), title)
    settle()
    assert shell.pane.record is None
    assert editor(shell, "Title").text() == "two"
    shell.pane.finish()
    settle()
    rows = records.list_records(cases.session, SPACE).rows
    assert [row.title for row in rows] == ["two", "one"]
    assert shell.pane.record == rows[0].id


def test_what_comes_in_while_editing_does_not_take_the_words_away(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope", text="one")
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    head = records.open_record(cases.session, note).heads[0]
    shell.pane.edit()
    text_editor(shell).setPlainText("one, and mine")
    arrive(cases.session, SPACE, note, Write("place", ops.PUT, "Geita"), at=1_700_000_000, seen=head)
    settle()
    assert shell.pane.editing
    assert text_editor(shell).toPlainText() == "one, and mine"
    assert "changed other parts of this" in shell.pane.bar.text
    assert shell.pane.form is not None
    assert shell.pane.form.content()["place"] == "Geita"
    shell.pane.finish()
    settle()
    fields = {field.name: field.value for field in records.open_record(cases.session, note).fields}
    assert (fields["text"], fields["place"]) == ("one, and mine", "Geita")


def test_inv28_use_cases_run_on_the_worker_and_the_main_thread_keeps_turning(
    shell: Shell, qtbot: QtBot, cases: StandIn, workers: tuple[Worker, Worker], settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope")
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    shell.pane.show_history()
    settle()
    shell.sync()
    settle()
    assert cases.threads <= {workers[0].ident, workers[1].ident}
    assert threading.get_ident() not in cases.threads
    assert {"list_positions", "open_record", "history", "counts", "exchange"} <= set(cases.calls)

    cases.gate.clear()  # the vault is as slow as can be
    longest, clock = [0], QElapsedTimer()
    clock.start()
    beat = QTimer(interval=5)
    beat.timeout.connect(lambda: longest.append(clock.restart()))
    beat.start()
    shell.start_new("note")
    qtbot.keyClicks(editor(shell, "Title"), "typed while the vault is held up")
    shell.pane.finish()
    shell.go(Section.CONTACTS)
    shell.go(Section.HOME)
    shell.go(Section.SYNC)
    qtbot.waitUntil(lambda: len(longest) > 10, timeout=10_000)  # the event loop turns all the while
    beat.stop()
    cases.gate.set()
    settle()
    assert records.list_records(cases.session, SPACE, "note").rows[0].title.startswith("typed")


def test_putting_away_keeps_what_is_being_typed(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    shell.start_new("note")
    qtbot.keyClicks(editor(shell, "Title"), "Rope")
    with qtbot.waitCallback(timeout=5000) as done:
        shell.put_away(done)
    assert [row.title for row in records.list_records(cases.session, SPACE).rows] == ["Rope"]


def test_a_narrow_window_shows_the_list_or_the_record(shell: Shell, cases: StandIn, settle: Wait) -> None:
    note = add(cases.session, SPACE, "note", title="Rope")
    shell.resize(1024, 600)
    settle()
    assert shell.narrow
    shell.go(Section.NOTES)
    assert shell.list.isVisible()
    assert not shell.pane.isVisible()
    choose(shell, note, settle)
    assert shell.pane.isVisible()
    assert not shell.list.isVisible()
    press(shell.pane, "Notes")
    assert shell.list.isVisible()
    shell.resize(1366, 720)
    settle()
    assert shell.list.isVisible()
    assert shell.pane.isVisible()


@pytest.mark.parametrize("width", [680, 800, 1024, 1366])
@pytest.mark.parametrize("section", [Section.HOME, Section.SYNC])
def test_nothing_of_a_page_lies_outside_its_window(
    shell: Shell, cases: StandIn, settle: Wait, section: Section, width: int
) -> None:
    add(
        cases.session,
        SPACE,
        "note",
        title="The rope at shaft 3 of Kambi ya Mawe",
        place="Rede Tapajós de Boas Práticas, Peixoto de Azevedo, Mato Grosso",
    )
    cases.spaces[0] = replace(cases.spaces[0], name="Federation of miners of the Lake Zone", hub="http://x")
    shell._ask_spaces()
    shell.setMinimumSize(680, 480)  # as its window has it
    shell.resize(width, 600)
    shell.go(section)
    shell.exchange.open(shell.exchange.hub)
    settle()
    assert shell.width() == width
    for kind in (QAbstractButton, QLabel, QLineEdit):
        for each in shell.findChildren(kind):
            if each.isVisible():
                left = each.mapTo(shell, QPoint(0, 0)).x()
                assert left >= 0
                assert left + each.width() <= width, each.accessibleName()


@pytest.mark.parametrize("section", list(Section))
def test_every_section_shows_without_a_record(shell: Shell, settle: Wait, section: Section) -> None:
    shell.go(section)
    settle()
    assert shell.section is section


def test_a_value_that_does_not_fit_is_said_and_stays_in_the_editor(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    shell.go(Section.CONTACTS)
    settle()
    shell.start_new("contact")
    qtbot.keyClicks(editor(shell, "Name"), "Baraka")
    phones = editor(shell, "Phones")
    qtbot.keyClicks(phones, "call him")
    shell.pane.finish()
    settle()
    assert shell.pane.form is not None
    assert "call him" in shell.pane.form.faults()["phones"]
    assert shell.pane.editing
    assert shell.pane.foot.sentence == NOT_SENT, "the draft is on the disk: nothing is lost"
    assert drafts.list_drafts(cases.session, SPACE)[0].content["phones"] == ["call him"]
    phones.clear()
    qtbot.keyClicks(phones, "+255 700 555 014")
    assert shell.pane.form.faults() == {}, "the sentence goes with what it was about"
    shell.pane.finish()
    settle()
    assert [row.title for row in records.list_records(cases.session, SPACE).rows] == ["Baraka"]


def test_the_offer_to_go_on_has_room_for_all_its_words(shell: Shell, cases: StandIn, settle: Wait) -> None:
    drafts.save_draft(cases.session, SPACE, None, "note", {"title": "Killed again"})
    shell.go(Section.NOTES)
    settle()
    assert shell.list.bar.text
    for one in shell.list.bar.findChildren(QPushButton):
        assert one.width() >= one.sizeHint().width(), one.text()
    (said,) = (one for one in shell.list.bar.findChildren(QLabel) if one.text())
    assert said.width() > 150


def test_of_several_drafts_the_one_begun_last_is_offered(shell: Shell, cases: StandIn, settle: Wait) -> None:
    for title in ("Rope", "Ladder"):
        drafts.save_draft(cases.session, SPACE, None, "note", {"title": title})
    shell.go(Section.NOTES)
    settle()
    assert "Ladder" in shell.list.bar.text


def test_a_draft_of_one_space_is_not_offered_in_another(shell: Shell, cases: StandIn, settle: Wait) -> None:
    drafts.save_draft(cases.session, SPACE, None, "note", {"title": "Rope"})
    other = cases.create_space("Coast")
    shell._ask_spaces()
    settle()
    cases.gate.clear()
    shell.go(Section.NOTES)
    shell.choose_space(other)
    cases.gate.set()
    settle()
    assert shell.list.bar.text == ""
