"""A page that is left, read anew or hidden before it is whole: nobody waits for it, and a place is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.services.views import EditText
from delve_desktop.ui.practices import PracticeReading
from delve_desktop.ui.records.together import Together
from delve_desktop.ui.shell.shell import Shell
from tests.ui.practices.test_reading import written
from tests.ui.stand_in import StandIn

from .conftest import AFTER_ALL, STEPS, Wait, opened


@pytest.mark.parametrize("length", ["short", "long"])
def test_a_place_is_let_go_of_also_where_the_page_was_whole_at_once(
    practices: Shell, cases: StandIn, qtbot: QtBot, rich: RecordId, settle: Wait, length: str
) -> None:
    body = practices.pane._body
    if length == "short":
        short = written(cases, title="A short one", steps=None, hazards=None, do_nots=None)
        practices.resize(1366, 3000)
        settle()
        page = opened(practices, qtbot, short)
    else:
        opened(practices, qtbot, rich)
        settle()
        body.verticalScrollBar().setValue(body.verticalScrollBar().maximum())
        old = body.shown
        practices.pane.refresh()
        qtbot.waitUntil(lambda: body.shown is not old)
        assert isinstance(body.shown, PracticeReading)
        page = body.shown
    assert page.whole
    qtbot.wait(AFTER_ALL)
    assert body._place is None


def test_who_goes_on_to_another_record_waits_for_nothing(
    practices: Shell,
    cases: StandIn,
    qtbot: QtBot,
    rich: RecordId,
    settle: Wait,
    held: Callable[[PracticeReading], None],
) -> None:
    other = written(cases, title="Another")
    left = opened(practices, qtbot, rich)
    shown = opened(practices, qtbot, other)
    assert not left.isVisible()
    built = len(left.findChildren(QWidget))
    left.go_on()
    assert not left.whole
    assert len(left.findChildren(QWidget)) == built
    assert not left.findChildren(Together)
    held(shown)
    qtbot.waitUntil(lambda: shown.whole)
    settle()
    assert practices.pane.findChildren(PracticeReading) == [shown]


def test_another_record_is_shown_from_its_beginning(
    practices: Shell, cases: StandIn, qtbot: QtBot, rich: RecordId, settle: Wait
) -> None:
    other = written(cases, title="Another", steps=STEPS)
    opened(practices, qtbot, rich)
    settle()
    bar = practices.pane._body.verticalScrollBar()
    bar.setValue(600)
    opened(practices, qtbot, other)
    settle()
    assert bar.value() == 0


def test_a_change_that_comes_in_meanwhile_is_shown_where_one_reads(
    practices: Shell, cases: StandIn, qtbot: QtBot, rich: RecordId, settle: Wait
) -> None:
    opened(practices, qtbot, rich)
    settle()
    bar = practices.pane._body.verticalScrollBar()
    bar.setValue(bar.maximum() - 300)
    place = bar.value()
    practices.pane.refresh()  # is being laid out anew as the change comes
    records.edit_record(cases.session, rich, [EditText("problem", "Smoke makes all of us ill.")])
    settle()
    qtbot.wait(100)
    page = practices.pane._body.shown
    assert isinstance(page, PracticeReading)
    qtbot.waitUntil(lambda: page.whole)
    assert "all of us" in page.value("problem")
    assert abs(bar.value() - place) <= 2


def test_what_is_read_anew_is_whole_as_far_as_it_is_seen(
    practices: Shell, qtbot: QtBot, rich: RecordId, settle: Wait
) -> None:
    opened(practices, qtbot, rich)
    settle()
    bar = practices.pane._body.verticalScrollBar()
    bar.setValue(bar.maximum())
    old = practices.pane._body.shown
    practices.pane.refresh()
    qtbot.waitUntil(lambda: practices.pane._body.shown is not old)
    page = practices.pane._body.shown
    assert isinstance(page, PracticeReading)
    assert page.whole  # its end is in view


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("going", ["cleared", "hidden", "closed"])
def test_it_may_go_before_it_is_whole(
    practices: Shell, qtbot: QtBot, rich: RecordId, settle: Wait, going: str
) -> None:
    page = opened(practices, qtbot, rich)
    assert not page.whole
    if going == "cleared":
        practices.pane.clear()
        qtbot.waitUntil(lambda: not isValid(page))
    elif going == "hidden":
        practices.pane.hide()
    else:
        practices.close()
    settle()


def test_who_left_a_page_that_nobody_sees_leaves_nothing_of_it(
    practices: Shell, cases: StandIn, qtbot: QtBot, rich: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = written(cases, title="Another")
    left = opened(practices, qtbot, rich)
    monkeypatch.setattr(PracticeReading, "paintEvent", lambda _page, _event: None)  # covered by a window
    opened(practices, qtbot, other)
    qtbot.waitUntil(lambda: not isValid(left), timeout=3_000)


def test_who_left_a_page_finds_it_never_whole(
    practices: Shell, cases: StandIn, qtbot: QtBot, rich: RecordId
) -> None:
    page = opened(practices, qtbot, rich)
    heard: list[str] = []
    page.when_whole(lambda: heard.append("whole"))
    opened(practices, qtbot, written(cases, title="Another"))
    assert page.abandoned
    assert not page.whole
    assert not heard
