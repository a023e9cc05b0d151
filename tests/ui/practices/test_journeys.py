"""Practices by keyboard, from the first word to the ledger: through real widgets over a real vault."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import drafts, records
from delve_desktop.services.views import EditText, FieldView, RecordView, SetValue
from delve_desktop.ui.practices import PracticeReading
from delve_desktop.ui.practices.adoption_form import ResultChoice
from delve_desktop.ui.practices.ledger_card import Blocks, LedgerCard, TrialRow
from delve_desktop.ui.practices.source_bar import SourceBar
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.text.edit import RichEdit
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


def tab_to(shell: Shell, qtbot: QtBot, name: str) -> QWidget:
    """Press Tab until the control with this name has the focus."""
    for _ in range(200):
        focused: QWidget | None = shell.focusWidget()
        if focused is not None and focused.accessibleName() == name:
            return focused
        qtbot.keyClick(shell if focused is None else focused, Qt.Key.Key_Tab)
    raise AssertionError(f"no {name!r} is reached with the tabulator")


def values(view: RecordView) -> dict[str, object]:
    found = {field.name: field.value for field in view.fields if field.value not in (None, "", [])}
    return {name: value.rstrip() if isinstance(value, str) else value for name, value in found.items()}


def field(view: RecordView, name: str) -> FieldView:
    return next(one for one in view.fields if one.name == name)


def reading(shell: Shell) -> PracticeReading:
    found = shell.pane.findChildren(PracticeReading)[-1]
    assert isinstance(found, PracticeReading)
    return found


def press(inside: QWidget, words: str) -> None:
    found = [one for one in inside.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    assert found, words
    found[-1].click()


def test_a_practice_is_written_whole_by_keyboard(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    shell.go(Section.PRACTICES)
    settle()
    qtbot.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()

    def write(name: str, *words: str) -> None:
        for one in words:
            into = tab_to(shell, qtbot, name)
            qtbot.keyClicks(into, one)
            is_list = isinstance(into, QTextEdit) and one[0] in "-1"
            for _ in range(2 if is_list else 0 if isinstance(into, QTextEdit) else 1):
                qtbot.keyClick(into, Qt.Key.Key_Return)  # twice ends a list, in which Tab means something

    qtbot.keyClicks(tab_to(shell, qtbot, "Title"), "Gold without mercury")
    write("Summary", "Borax does the same work.")
    write("Who it is for", "Groups of 4")
    write("Language", "swahili")
    qtbot.keyClick(tab_to(shell, qtbot, "Themes: Health and safety"), Qt.Key.Key_Space)
    write("Minerals", "gold", "moon stone")
    qtbot.keyClick(tab_to(shell, qtbot, "Stages: Processing"), Qt.Key.Key_Space)
    write("Countries", "tanzania", "KE")
    write("Place, roughly", "-2.9, 32.2")
    write("Steps", "1. **Wash.** Run the ore.")
    write("Never do this", "- Heat it.")
    qtbot.keyClick(tab_to(shell, qtbot, "How proven: Good practice"), Qt.Key.Key_Space)
    qtbot.keyClicks(tab_to(shell, qtbot, "Cost to set up: Amount"), "60.50")
    qtbot.keyClicks(tab_to(shell, qtbot, "Cost to set up: Currency"), "usd")
    qtbot.keyClicks(tab_to(shell, qtbot, "Cost to set up: As of"), "2026-04")
    write("Sources", "A guide")
    qtbot.keyClick(tab_to(shell, qtbot, "Licence: Free to use, name the source (CC BY)"), Qt.Key.Key_Space)
    qtbot.keyClick(tab_to(shell, qtbot, "State: Submitted"), Qt.Key.Key_Space)
    qtbot.keyClick(shell, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert not shell.pane.editing, shell.pane.form and shell.pane.form.faults()
    (row,) = records.list_records(cases.session, SPACE, "practice").rows
    assert values(records.open_record(cases.session, row.id)) == {
        "title": "Gold without mercury",
        "summary": "Borax does the same work.",
        "audience": "Groups of 4",
        "language": "sw",
        "themes": ["health"],
        "minerals": ["gold", "moon stone"],
        "stages": ["process"],
        "countries": ["KE", "TZ"],
        "place": {"lat": "-2.9", "lon": "32.2"},
        "steps": "1. **Wash.** Run the ore.",
        "do_nots": "- Heat it.",
        "maturity": "good",
        "cost_setup": {"amount": "60.50", "currency": "USD", "date": "2026-04"},
        "sources": ["A guide"],
        "licence": "cc-by",
        "state": "submitted",
    }


def test_opening_and_leaving_a_practice_writes_nothing(shell: Shell, cases: StandIn, settle: Wait) -> None:
    record = add(
        cases.session,
        SPACE,
        "practice",
        title="Gold",
        place={"lat": "-2.9", "lon": "32.2"},
        minerals=["gold", "our own word"],
        languages=None,
        cost_running={"amount": "1100.5", "currency": "GHS", "per": "month", "date": "2026-02"},
        countries=["GH"],
        licence="cc-by",
    )
    before = records.open_record(cases.session, record).heads
    shell.go(Section.PRACTICES)
    settle()
    shell.pane.show_record(record)
    settle()
    shell.pane.edit()
    settle()
    shell.pane.finish()
    settle()
    assert records.open_record(cases.session, record).heads == before


def test_what_does_not_fit_is_said_beside_its_field(
    shell: Shell, qtbot: QtBot, cases: StandIn, settle: Wait
) -> None:
    shell.start_new("practice")
    settle()
    qtbot.keyClicks(tab_to(shell, qtbot, "Title"), "Gold")
    qtbot.keyClicks(tab_to(shell, qtbot, "Countries"), "atlantis")
    qtbot.keyClicks(tab_to(shell, qtbot, "Cost to run: Amount"), "cheap")
    shell.pane.finish()
    settle()
    form = shell.pane.form
    assert form is not None
    assert set(form.faults()) == {"countries", "cost_running"}
    assert "atlantis" in form.faults()["countries"]
    assert shell.focusWidget() is not None
    assert shell.focusWidget().accessibleName() == "Countries"
    (draft,) = drafts.list_drafts(cases.session, SPACE)
    assert draft.content["countries"] == ["atlantis"], "nothing typed is lost"


def test_only_a_coordinator_publishes(shell: Shell, cases: StandIn, settle: Wait) -> None:
    shell.start_new("practice")
    settle()
    assert shell.pane.form is not None
    buttons = {one.text(): one for one in shell.pane.form.findChildren(QPushButton)}
    assert buttons["Submitted"].isEnabled()
    assert not buttons["Published"].isEnabled()
    assert "coordinator" in buttons["Published"].toolTip()


@pytest.fixture
def practice(cases: StandIn, shell: Shell, settle: Wait) -> RecordId:
    edits = [
        SetValue("title", "Gold"),
        SetValue("language", "en"),
        EditText("steps", "1. **Wash.** Run.\n2. **Pan.** Slowly."),
        EditText("do_nots", "- Heat it."),
    ]
    record = records.add_record(cases.session, SPACE, "practice", edits)[0]
    shell.go(Section.PRACTICES)
    settle()
    shell.pane.show_record(record)
    settle()
    return record


def test_we_tried_this_stands_in_the_ledger_at_once(
    shell: Shell, qtbot: QtBot, cases: StandIn, practice: RecordId, settle: Wait
) -> None:
    group = add(cases.session, SPACE, "contact", name="Nyota ya Dhahabu", category="association")
    add(cases.session, SPACE, "contact", name="Zawadi M.", association=group.hex(), country="TZ")
    press(shell.pane, "We tried this")
    settle()
    assert shell.focusWidget() is not None
    assert "Works" in shell.focusWidget().accessibleName()
    shell.pane.finish()
    assert shell.pane.form is not None
    assert "result" in shell.pane.form.faults(), "the result is what the others look for"
    (choice,) = shell.pane.form.findChildren(ResultChoice)
    press(choice, "Works with changes")
    qtbot.keyClicks(tab_to(shell, qtbot, "What was changed"), "Jute bags.")
    shell.pane.finish()
    settle()
    assert shell.pane.record == practice, "back at what was tried"
    (row,) = reading(shell).findChildren(TrialRow)
    assert row.accessibleName() == "Nyota ya Dhahabu. Tanzania. Works with changes. Jute bags."
    view = records.open_record(cases.session, practice)
    assert view.ledger is not None
    (trial,) = view.ledger.trials
    made = records.open_record(cases.session, trial.row.id)
    assert field(made, "practice").value == {
        "record": practice.hex(),
        "heads": sorted(head.hex() for head in view.heads),
    }
    assert field(made, "association").value == group.hex()
    row.click()
    settle()
    assert shell.pane.record == trial.row.id
    assert shell.section is Section.PRACTICES


def test_a_report_that_nobody_wrote_into_is_not_kept(
    shell: Shell, cases: StandIn, practice: RecordId, settle: Wait
) -> None:
    press(shell.pane, "We tried this")
    settle()
    shell.go(Section.NOTES)
    settle()
    assert records.list_records(cases.session, SPACE, "adoption").rows == ()
    assert drafts.list_drafts(cases.session, SPACE) == []


def test_a_report_that_was_typed_into_and_emptied_again_is_not_kept_for_what_was_suggested(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    practice = add(cases.session, SPACE, "practice", title="Retort")
    shell.go(Section.PRACTICES)
    settle()
    shell.pane.show_record(practice)
    settle()
    for kept in (False, True):
        press(shell.pane, "We tried this")
        settle()
        form = shell.pane.form
        assert form is not None
        assert form.content()["date"], "today is suggested"
        report = next(one for one in form.findChildren(RichEdit) if one.accessibleName() == "What happened")
        report.insertPlainText("Worked")
        shell.pane.save_now()
        settle()
        assert len(drafts.list_drafts(cases.session, SPACE)) == 1
        if not kept:
            report.clear()
        shell.pane.save_now()
        settle()
        shell.pane.show_record(practice)
        settle()
        assert len(records.list_records(cases.session, SPACE, "adoption").rows) == kept
        assert drafts.list_drafts(cases.session, SPACE) == []


def test_a_report_that_came_in_shows_in_the_ledger_that_is_read(
    shell: Shell, cases: StandIn, practice: RecordId, settle: Wait
) -> None:
    add(cases.session, SPACE, "adoption", practice={"record": practice.hex(), "heads": []}, result="works")
    settle()
    (card,) = reading(shell).findChildren(LedgerCard)
    (row,) = card.findChildren(TrialRow)
    (made,) = records.list_records(cases.session, SPACE, "adoption").rows
    assert made.author
    assert row.accessibleName() == f"{made.author}. Works", "who wrote it, where no association is named"
    (blocks,) = card.findChildren(Blocks)
    assert blocks._terms == ["works"]


def test_hundreds_of_trials_are_as_many_blocks_as_can_be_seen(qtbot: QtBot) -> None:
    made = Blocks({"works": 500, "did-not-work": 1, "unheard-of": 1})
    qtbot.addWidget(made)
    assert len(made._terms) <= 60
    assert {"works", "did-not-work", ""} == set(made._terms), "even one of hundreds has its block"


def test_a_translation_names_its_source_and_says_when_it_moved_on(
    shell: Shell, qtbot: QtBot, cases: StandIn, practice: RecordId, settle: Wait
) -> None:
    press(shell.pane, "Translate this")
    settle()
    qtbot.keyClicks(tab_to(shell, qtbot, "Title"), " in French")
    shell.pane.finish()
    settle()
    assert shell.pane.form is not None
    assert "language" in shell.pane.form.faults()
    qtbot.keyClicks(tab_to(shell, qtbot, "Language"), "French")
    shell.pane.finish()
    settle()
    made = shell.pane.record
    assert made not in (None, practice)
    (bar,) = reading(shell).findChildren(SourceBar)
    assert told(bar) == "Translated from English."
    records.edit_record(
        cases.session, practice, [EditText("steps", "1. **Wash.** Run.\n2. **Pan.** Very slowly.")]
    )
    settle()
    (bar,) = reading(shell).findChildren(SourceBar)
    assert told(bar) == "Translated from English. The original has changed since (step 2)."
    press(bar, "See")
    settle()
    assert shell.pane.record == practice
    assert "EN FR" in [one.text() for one in reading(shell).findChildren(QLabel)]


def told(bar: SourceBar) -> str:
    return next(one.text() for one in bar.findChildren(QLabel) if one.text())
