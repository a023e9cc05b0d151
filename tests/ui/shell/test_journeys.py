"""What a person does, through real widgets over a real vault."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.domain import ops
from delve_desktop.domain.errors import NotAllowed
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.ops import Write
from delve_desktop.services import drafts, records
from delve_desktop.services.views import EditText, JoinRequestView, SetValue
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.notes.about_row import AboutRow
from delve_desktop.ui.records.disputes import ScalarDispute, TextDispute
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.use_cases import SyncOutcome
from delve_desktop.ui.widgets.reader import Reader
from tests.ui.samples import add, arrive
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]
NOT_SENT = "Saved on this laptop – not yet sent"


def press(inside: QWidget, words: str) -> None:
    """Press the visible button with these words."""
    found = [one for one in inside.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    assert found, f"no button {words!r} in {[one.text() for one in inside.findChildren(QPushButton)]}"
    found[0].click()


def editor(shell: Shell, name: str) -> QLineEdit:
    """The one-line editor with this name."""
    assert shell.pane.form is not None
    return next(one for one in shell.pane.form.findChildren(QLineEdit) if one.accessibleName() == name)


def text_editor(shell: Shell) -> RichEdit:
    assert shell.pane.form is not None
    return shell.pane.form.findChildren(RichEdit)[0]


def shown(inside: QWidget) -> str:
    """All text that is visible."""
    texts = [one.text() for one in inside.findChildren(QLabel) if one.isVisible()]
    texts += [one.text() for one in inside.findChildren(Reader) if one.isVisible()]
    return "\n".join(texts)


def write_place(shell: Shell, qtbot: QtBot, place: str) -> None:
    """Type a place into the row of chips of the note that is open."""
    assert shell.pane.form is not None
    shell.pane.form.findChildren(AboutRow)[0].ask_place()
    qtbot.keyClicks(editor(shell, "Place"), place)


def focused_words(shell: Shell) -> str:
    """What the button with the focus says."""
    focused = shell.focusWidget()
    return focused.text() if isinstance(focused, QPushButton) else repr(focused)


def choose(shell: Shell, record: RecordId, settle: Wait) -> None:
    settle()
    shell.list.rows.setCurrentIndex(shell.list.model.index_of(record))
    settle()
    assert shell.pane.record == record


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


def disputed(cases: StandIn) -> RecordId:
    contact = add(cases.session, SPACE, "contact", name="Baraka", organisation="Kambi")
    head = records.open_record(cases.session, contact).heads[0]
    records.edit_record(cases.session, contact, [SetValue("organisation", "Kambi, shaft 3")])
    arrive(
        cases.session,
        SPACE,
        contact,
        Write("organisation", ops.PUT, "Kambi, shaft 5"),
        at=1_700_000_000,
        seen=head,
    )
    return contact


def test_inv07_a_dispute_is_shown_and_settled_by_a_person(
    shell: Shell, cases: StandIn, settle: Wait, qtbot: QtBot
) -> None:
    contact = disputed(cases)
    shell.go(Section.MERGE)
    choose(shell, contact, settle)
    text = shown(shell.pane)
    assert "Two versions" in text
    assert "shaft 3" in re.sub("<[^>]*>", "", text)
    assert "Neema L." in text
    shell.pane.edit()  # another field, edited, settles nothing
    editor(shell, "Name").setText("Baraka N.")
    shell.pane.form.edited.emit()  # type: ignore[union-attr]
    shell.pane.finish()
    settle()
    assert records.disputes(cases.session, SPACE)
    card = shell.pane.findChildren(ScalarDispute)[0]
    card.findChildren(QPushButton)[0].setFocus()
    press(card, "Keep both")
    settle()
    assert records.disputes(cases.session, SPACE), "both stand"
    assert focused_words(shell) == "Decide", "the focus stays where the person works"
    press(card, "Decide")
    settle()
    assert focused_words(shell) == "Keep this"
    keep = [
        one for one in card.findChildren(QPushButton) if one.isVisible() and "shaft 5" in one.accessibleName()
    ]
    keep[-1].click()
    settle()
    assert records.disputes(cases.session, SPACE) == []
    assert "Two versions" not in shown(shell.pane)
    # off the merge desk: lists gather changes for a moment
    qtbot.waitUntil(lambda: contact not in [item.id for item in shell.list.model.items])
    fields = {field.name: field.value for field in records.open_record(cases.session, contact).fields}
    assert fields["organisation"] == "Kambi, shaft 5"
    press(shell.pane.bar, "Take the other one")
    settle()
    fields = {field.name: field.value for field in records.open_record(cases.session, contact).fields}
    assert fields["organisation"] == "Kambi, shaft 3"


def test_a_third_value_can_be_written(shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait) -> None:
    contact = disputed(cases)
    shell.go(Section.CONTACTS)
    choose(shell, contact, settle)
    card = shell.pane.findChildren(ScalarDispute)[0]
    press(card, "Write another")
    assert "shaft 3" in re.sub("<[^>]*>", "", shown(card)), "the versions stay in view while writing"
    assert "shaft 5" in re.sub("<[^>]*>", "", shown(card))
    entry = card.findChildren(QLineEdit)[0]
    assert shell.focusWidget() is entry
    entry.setText("Kambi, both shafts")
    settle()
    press(card, "Keep what I wrote")
    settle()
    fields = {field.name: field.value for field in records.open_record(cases.session, contact).fields}
    assert fields["organisation"] == "Kambi, both shafts"
    assert records.disputes(cases.session, SPACE) == []


def test_two_versions_of_a_paragraph_are_decided_block_by_block(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    text = "First.\nThe rope is old.\nMiddle.\nThe lamp is old.\nEnd."
    note = add(cases.session, SPACE, "note", title="Visit", text=text)
    head = records.open_record(cases.session, note).heads[0]
    mine = text.replace("rope is old", "rope is worn").replace("lamp is old", "lamp is out")
    theirs = text.replace("rope is old", "rope is new").replace("lamp is old", "lamp is lit") + "\nAdded."
    records.edit_record(cases.session, note, [EditText("text", mine)])
    arrive(cases.session, SPACE, note, Write("text", ops.TEXT, theirs), at=1_700_000_000, seen=head)
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    dispute = shell.pane.findChildren(TextDispute)[0]

    def keep(words: str) -> None:
        buttons = dispute.findChildren(QPushButton)
        next(one for one in buttons if words in one.accessibleName() and one.isVisible()).click()

    keep("rope is worn")
    settle()
    assert records.disputes(cases.session, SPACE), "one block is still open"
    press(dispute, "Write another")
    settle()
    assert "is out" in re.sub("<[^>]*>", "", shown(dispute)), "the versions stay in view while writing"
    press(dispute, "Back")
    settle()
    keep("lamp is lit")
    settle()
    fields = {field.name: field for field in records.open_record(cases.session, note).fields}
    assert fields["text"].value == "First.\nThe rope is worn.\nMiddle.\nThe lamp is lit.\nEnd.\nAdded."
    assert records.disputes(cases.session, SPACE) == []


def test_delete_is_undone_on_the_spot_and_from_the_bin(shell: Shell, cases: StandIn, settle: Wait) -> None:
    note = add(cases.session, SPACE, "note", title="Rope")
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    press(shell.pane, "Bin")
    settle()
    assert records.record_row(cases.session, note).in_bin
    press(shell.pane.bar, "Undo")
    settle()
    assert not records.record_row(cases.session, note).in_bin
    press(shell.pane, "Bin")
    settle()
    shell.go(Section.BIN)
    choose(shell, note, settle)
    press(shell.pane, "Put back")
    settle()
    assert not records.record_row(cases.session, note).in_bin


def test_an_old_version_is_looked_at_and_restored(shell: Shell, cases: StandIn, settle: Wait) -> None:
    note = add(cases.session, SPACE, "note", title="Rope", text="old words")
    records.edit_record(cases.session, note, [EditText("text", "new words")])
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    press(shell.pane, "History")
    settle()
    compare = [one for one in shell.pane.findChildren(QPushButton) if one.text() == "Compare"]
    assert len(compare) == 2
    compare[0].click()
    settle()
    text = re.sub("<[^>]*>", "", shown(shell.pane))
    assert "old words" in text
    assert "new words" in text
    press(shell.pane, "Restore")
    settle()
    fields = {field.name: field.value for field in records.open_record(cases.session, note).fields}
    assert fields["text"] == "old words"
    assert "old words" in shown(shell.pane)
    assert len(records.history(cases.session, note)) == 3
    press(shell.pane.bar, "Undo")
    settle()
    fields = {field.name: field.value for field in records.open_record(cases.session, note).fields}
    assert fields["text"] == "new words"
    assert len(records.history(cases.session, note)) == 4, "a restore and its undo are versions too"


def test_codes_are_said_in_words_in_the_history_and_in_a_dispute(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    contact = add(cases.session, SPACE, "contact", name="Baraka", country="TZ", languages=["sw"])
    head = records.open_record(cases.session, contact).heads[0]
    records.edit_record(cases.session, contact, [SetValue("country", "UG")])
    arrive(cases.session, SPACE, contact, Write("country", ops.PUT, "CD"), at=1_700_000_000, seen=head)
    shell.go(Section.CONTACTS)
    choose(shell, contact, settle)
    press(shell.pane, "History")
    settle()
    [one for one in shell.pane.findChildren(QPushButton) if one.text() == "Compare"][-1].click()
    settle()
    text = re.sub("<[^>]*>", "", shown(shell.pane))
    assert "Tanzania" in text
    assert "Swahili" in text
    press(shell.pane, "Back to the record")
    settle()
    text = re.sub("<[^>]*>", "", shown(shell.pane))
    assert "Uganda" in text
    assert "Congo" in text
    card = shell.pane.findChildren(ScalarDispute)[0]
    press(card, "Write another")
    settle()
    card.findChildren(QLineEdit)[0].setText("kenya")
    press(card, "Keep what I wrote")
    settle()
    fields = {field.name: field.value for field in records.open_record(cases.session, contact).fields}
    assert fields["country"] == "KE"


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


def test_the_pill_tells_what_waits_and_how_a_sync_went(
    shell: Shell, cases: StandIn, settle: Wait, qtbot: QtBot
) -> None:
    add(cases.session, SPACE, "note", title="Rope")
    qtbot.wait(300)
    settle()
    assert shell.topbar.pill.text() == "Offline · 1 to send"
    cases.spaces[0] = replace(cases.spaces[0], hub="http://x")
    shell._ask_spaces()
    settle()
    assert shell.topbar.pill.text() == "1 to send", (
        "nothing was tried yet: whether there is a link is not known"
    )
    shell.go(Section.SYNC)
    shell.sync()
    settle()
    assert shell.topbar.pill.text() == "Offline · 1 to send"
    assert shell.exchange.run_card.heading == "Not now"
    assert "safe" in shown(shell.exchange.run_card)
    cases.outcome = SyncOutcome(5_120, 48_200, 12, 5, 0, up_to_date=True)
    shell.sync()
    settle()
    text = shown(shell.exchange.run_card)
    assert "12 changes came in." in text
    assert "5 kB sent, 48 kB received" in text


def test_syncing_first_mints_what_is_being_typed(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    shell.start_new("note")
    qtbot.keyClicks(editor(shell, "Title"), "Rope")
    shell.go(Section.SYNC)
    shell.sync()
    settle()
    assert [row.title for row in records.list_records(cases.session, SPACE).rows] == ["Rope"]
    assert cases.calls.index("commit_draft") < cases.calls.index("exchange")


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


def test_an_approval_that_fails_can_be_given_again(shell: Shell, cases: StandIn, settle: Wait) -> None:
    cases.requests = [JoinRequestView("ab12", SPACE, "Neema", ("one", "two"), "1234")]
    shell.go(Section.SYNC)
    shell.exchange.refresh()
    settle()
    cases.refusal = NotAllowed("Only a coordinator of the space can do this.")
    press(shell.exchange, "The words are the same: approve")
    settle()
    assert shell.bar.text
    cases.refusal = None
    press(shell.exchange, "The words are the same: approve")
    settle()
    assert cases.requests == []


def test_of_several_drafts_the_one_begun_last_is_offered(shell: Shell, cases: StandIn, settle: Wait) -> None:
    for title in ("Rope", "Ladder"):
        drafts.save_draft(cases.session, SPACE, None, "note", {"title": title})
    shell.go(Section.NOTES)
    settle()
    assert "Ladder" in shell.list.bar.text


def test_done_is_not_said_while_something_waits(shell: Shell, cases: StandIn, settle: Wait) -> None:
    cases.outcome = SyncOutcome(10, 10, 1, 0, 0, up_to_date=True)
    shell.run.start()
    settle()
    assert shell.exchange.run_card.heading == "Done"
    shell.exchange.run_card.show_waiting(1)
    assert shell.exchange.run_card.heading == "1 change waits to go out"
