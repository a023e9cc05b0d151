"""Two versions, old versions and the bin, through real widgets over a real vault."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.domain import ops
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.ops import Write
from delve_desktop.services import records
from delve_desktop.services.views import EditText, SetValue
from delve_desktop.ui.records.disputes import ScalarDispute, TextDispute
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add, arrive
from tests.ui.shell.hands import Wait, choose, editor, press, shown
from tests.ui.stand_in import SPACE, StandIn


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
    for stands in ("Kambi, shaft 3", "Kambi, shaft 5"):  # to and fro
        press(shell.pane.bar, "Take the other one")
        settle()
        fields = {field.name: field.value for field in records.open_record(cases.session, contact).fields}
        assert fields["organisation"] == stands


def test_keep_both_writes_both_into_a_line_and_settles_it(
    shell: Shell, cases: StandIn, settle: Wait, qtbot: QtBot
) -> None:
    contact = disputed(cases)
    shell.go(Section.MERGE)
    choose(shell, contact, settle)
    press(shell.pane.findChildren(ScalarDispute)[0], "Keep both")
    settle()
    fields = {field.name: field.value for field in records.open_record(cases.session, contact).fields}
    assert set(fields["organisation"].split(" / ")) == {"Kambi, shaft 3", "Kambi, shaft 5"}
    assert records.disputes(cases.session, SPACE) == []
    assert "Two versions" not in shown(shell.pane)
    qtbot.waitUntil(lambda: contact not in [item.id for item in shell.list.model.items])


@pytest.mark.parametrize(
    "field, mine, theirs",
    [
        ("date", "2026-03-01", "2026-03-02"),
        ("sensitivity", "open", "space"),
        ("place", "Geita", ""),
        ("place", "a" * 200, "b" * 200),
        ("place", "Geita", 7),
    ],
)
def test_keep_both_is_not_offered_where_only_one_can_stand(
    field: str, mine: str, theirs: str | int, shell: Shell, cases: StandIn, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Visit")
    head = records.open_record(cases.session, note).heads[0]
    records.edit_record(cases.session, note, [SetValue(field, mine)])
    arrive(cases.session, SPACE, note, Write(field, ops.PUT, theirs), at=1_700_000_000, seen=head)
    shell.go(Section.MERGE)
    choose(shell, note, settle)
    buttons = shell.pane.findChildren(ScalarDispute)[0].findChildren(QPushButton)
    assert [one.text() for one in buttons if one.isVisible()] == ["Keep this", "Keep this", "Write another"]


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


def test_the_history_shows_words_as_they_read_and_marks_those_that_changed(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    before = (
        "## What they asked\n\n- **two** ropes\n- [a lamp](https://example.org/lamp)\n\n| a | b |\n|---|---|"
    )
    note = add(cases.session, SPACE, "note", title="Rope", text=before)
    after = before.replace("**two** ropes", "**three** ropes")
    records.edit_record(cases.session, note, [EditText("text", after)])
    records.edit_record(cases.session, note, [EditText("text", after.replace("**three**", "three"))])
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    press(shell.pane, "History")
    settle()
    compare = [one for one in shell.pane.findChildren(QPushButton) if one.text() == "Compare"]
    compare[1].click()
    settle()
    said = shown(shell.pane)
    text = re.sub("<[^>]*>", "", said)
    assert "• two ropes" in text
    assert "• three ropes" in text
    assert re.search("line-through[^>]*>two<", said)
    assert re.search("underline[^>]*>three<", said)
    assert "What they asked" in text
    assert not re.search(r"\*\*|##|\]\(|\|---", text)
    compare[0].click()
    settle()
    assert "the same words in another look" in shown(shell.pane)


def test_the_history_says_that_a_record_went_into_the_bin_and_came_out(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope")
    records.delete_record(cases.session, note)
    records.put_back(cases.session, note)
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    press(shell.pane, "History")
    settle()
    said = re.sub("<[^>]*>|[\u2066-\u2069]", "", shown(shell.pane))
    assert said.index("took it out of the bin") < said.index("put it into the bin") < said.index("began it")
    assert "changed:" not in said
    compare = [one for one in shell.pane.findChildren(QPushButton) if one.text() == "Compare"]
    assert len(compare) == 1, "only what was begun has words to compare"


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


def test_an_answer_about_one_record_leaves_the_next_one_alone(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    first, second = (add(cases.session, SPACE, "note", title=title) for title in ("Rope", "Ladder"))
    shell.go(Section.NOTES)
    choose(shell, first, settle)
    cases.gate.clear()
    press(shell.pane, "Bin")
    shell.pane.show_record(second)
    cases.gate.set()
    settle()
    assert shell.pane.record == second
    assert records.record_row(cases.session, first).in_bin


def test_a_history_that_comes_late_takes_no_form_away(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope")
    shell.go(Section.NOTES)
    choose(shell, note, settle)
    cases.gate.clear()
    press(shell.pane, "History")
    shell.pane.edit()
    qtbot.keyClicks(editor(shell, "Title"), " new")
    cases.gate.set()
    settle()
    shell.pane.finish()
    settle()
    assert records.record_row(cases.session, note).title == "Rope new"


def test_who_comes_to_decide_finds_the_first_record_open(
    shell: Shell, cases: StandIn, settle: Wait, qtbot: QtBot
) -> None:
    contact = disputed(cases)
    settle()
    shell.home.decide_asked.emit()
    qtbot.waitUntil(lambda: "Two versions" in shown(shell.pane))
    shell.go(Section.SYNC)
    shell.exchange.decide_asked.emit()
    qtbot.waitUntil(lambda: shell.list.rows.currentIndex().isValid())
    assert shell.pane.record == contact


@pytest.mark.parametrize("elsewhere", ["home", "search"])
def test_who_goes_on_before_the_list_is_there_is_not_led_back(
    elsewhere: str, shell: Shell, cases: StandIn, settle: Wait, qtbot: QtBot
) -> None:
    contact = disputed(cases)
    settle()
    shell.home.decide_asked.emit()
    if elsewhere == "home":
        shell.go(Section.HOME)
    else:
        shell.list.search.setFocus()
        shell.list.search.setText("bara")
    settle()
    qtbot.wait(50)
    assert shell.pane.record != contact
    assert not shell.list.rows.hasFocus()


def test_inv07_what_comes_in_after_a_decision_is_not_decided_by_taking_the_other_version(
    shell: Shell, cases: StandIn, settle: Wait, qtbot: QtBot
) -> None:
    contact = disputed(cases)
    before = records.open_record(cases.session, contact).heads[0]
    shell.go(Section.MERGE)
    choose(shell, contact, settle)
    press(shell.pane.findChildren(ScalarDispute)[0], "Keep this")
    settle()
    late = Write("organisation", ops.PUT, "Kambi, shaft 9")
    arrive(cases.session, SPACE, contact, late, at=1_700_000_100, seen=before)
    press(shell.pane.bar, "Take the other one")
    settle()
    (dispute,) = records.disputes(cases.session, SPACE)
    assert dispute is not None
    field = next(
        one for one in records.open_record(cases.session, contact).fields if one.name == "organisation"
    )
    assert "Kambi, shaft 9" in [version.value for version in field.versions]
    assert len(field.versions) == 2


def test_a_version_that_could_not_be_written_here_is_not_offered(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Visit")
    head = records.open_record(cases.session, note).heads[0]
    records.edit_record(cases.session, note, [SetValue("place", "Geita")])
    arrive(cases.session, SPACE, note, Write("place", ops.PUT, 7), at=1_700_000_000, seen=head)
    shell.go(Section.MERGE)
    choose(shell, note, settle)
    press(shell.pane.findChildren(ScalarDispute)[0], "Keep this")
    settle()
    assert shell.pane.bar.text.startswith("Decided.")
    offered = [one.text() for one in shell.pane.bar.findChildren(QPushButton)]
    assert "Take the other one" not in offered
