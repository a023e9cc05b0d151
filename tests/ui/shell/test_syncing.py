"""What the window says of an exchange and does before one, through real widgets over a real vault."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from delve_desktop.domain.errors import NotAllowed
from delve_desktop.services import records
from delve_desktop.services.views import JoinRequestView
from delve_desktop.sync.files_stopped import FilesStopped
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.use_cases import SyncOutcome
from tests.ui.samples import add
from tests.ui.shell.hands import Wait, editor, press, shown
from tests.ui.stand_in import SPACE, StandIn


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


def test_done_is_not_said_while_something_waits(shell: Shell, cases: StandIn, settle: Wait) -> None:
    cases.outcome = SyncOutcome(10, 10, 1, 0, 0, up_to_date=True)
    shell.run.start()
    settle()
    assert shell.exchange.run_card.heading == "Done"
    shell.exchange.run_card.show_waiting(1)
    assert shell.exchange.run_card.heading == "1 change waits to go out"


def test_a_code_of_one_space_is_not_shown_beside_another(
    shell: Shell, cases: StandIn, settle: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = cases.create_space("Coast")
    monkeypatch.setattr(cases, "create_invite", lambda space: f"JOIN-{space.hex()}", raising=False)
    shell._ask_spaces()
    settle()
    shell.go(Section.SYNC)
    page = shell.exchange
    page.open(page.invite)
    cases.gate.clear()
    page.invite.action.click()
    shell.choose_space(other)
    cases.gate.set()
    settle()
    assert not page.invite.isVisible()
    assert page.invite.code == ""
    page.open(page.invite)
    page.invite.action.click()
    settle()
    assert page.invite.code == f"JOIN-{other.hex()}"
    shell.choose_space(SPACE)
    assert not page.invite.isVisible()


def test_who_asks_to_join_one_space_is_not_named_in_another(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    other = cases.create_space("Coast")
    cases.spaces[1] = replace(cases.spaces[1], role="officer")
    cases.requests = [JoinRequestView("ab12", SPACE, "Neema", ("one", "two"), "1234")]
    shell._ask_spaces()
    shell.go(Section.HOME)
    settle()
    assert "Neema" in shown(shell.home)
    here, there = cases.spaces
    cases.gate.clear()
    shell.home.show_state(here, None)
    shell.home.show_state(there, None)
    assert other == there.id
    assert "Neema" not in shown(shell.home)
    cases.gate.set()
    settle()
    assert "Neema" not in shown(shell.home)


def test_numbers_are_written_as_the_language_writes_them(shell: Shell) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    try:
        shell.nav.items[Section.NOTES].set_number(12_345)
        shell._pill.show_waiting(1_234)
        assert shell.nav.items[Section.NOTES].accessibleName() == "Notes, 12.345"
        assert "1.234 to send" in shell.topbar.pill.text()
    finally:
        QLocale.setDefault(before)


def test_it_says_why_pictures_and_files_did_not_go(shell: Shell, cases: StandIn, settle: Wait) -> None:
    shell.go(Section.SYNC)
    told = {
        FilesStopped.HUB_FULL: "The server has no room for more of them.",
        FilesStopped.DISK_FULL: "This laptop has no room",
        FilesStopped.BUDGET: "The data for this sync was used up.",
        FilesStopped.REFUSED: "Delve tries again by itself.",
        FilesStopped.LINK: "Delve tries again by itself.",
    }
    assert {FilesStopped.NOTHING, *told} == set(FilesStopped)
    for stopped, said in told.items():
        cases.outcome = SyncOutcome(10, 10, 0, 2, 0, up_to_date=False, files_waiting=3, files_stopped=stopped)
        shell.sync()
        settle()
        text = shown(shell.exchange.run_card)
        assert "2 changes went out." in text
        assert "3 pictures and files wait for the next sync; the text is through." in text
        assert said in text


def test_why_small_pictures_did_not_come_is_said_though_no_file_waits(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    cases.outcome = SyncOutcome(
        10, 10, 0, 2, 0, up_to_date=False, more=True, files_stopped=FilesStopped.BUDGET
    )
    shell.go(Section.SYNC)
    shell.sync()
    settle()
    text = shown(shell.exchange.run_card)
    assert text.count("The data for this sync was used up.") == 1
    assert "hold the same" not in text


def test_files_that_fail_are_tried_ever_more_seldom_and_text_as_often_as_ever(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    full = FilesStopped.HUB_FULL
    failing = SyncOutcome(10, 10, 0, 2, 0, up_to_date=False, files_waiting=3, files_stopped=full)
    cases.outcome = failing
    for _ in range(12):
        shell.run._timer.timeout.emit()
        settle()
    assert cases.files == [True, False, True, *[False] * 3, True, *[False] * 5]
    shell.sync()
    settle()
    assert cases.files[-1], "who asks for a sync means the files too"
    cases.outcome = replace(failing, files_moved=True)
    shell.sync()
    settle()
    shell.run._timer.timeout.emit()
    settle()
    assert cases.files[-2:] == [True, True], "something moves: it goes on"
