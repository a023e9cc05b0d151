"""A rich practice opens soon: what is seen first and whole, the rest in small parts that nobody notices."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.attachments import adding
from delve_desktop.ui.attachments.tile import PictureTile
from delve_desktop.ui.practices import PracticeReading
from delve_desktop.ui.practices.steps import Step
from delve_desktop.ui.records.together import Together
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.widgets.in_place import InPlaceBar
from delve_desktop.ui.widgets.text_label import TextLabel
from tests.ui.attachments.conftest import picture
from tests.ui.practices.test_reading import written
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

from .conftest import AFTER_ALL, Wait, opened

FIRST = 90  # widgets of a page before its first painting, in a window of the usual size
AT_A_TIME = 40  # widgets of one part
BAR = 14  # pixels of the scroll bar, whose length is only about right at first


class Painted(QObject):
    """Tells where the parts of a page stood each time that it was painted."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.places: list[list[QRect]] = []
        self._page = page
        self._parts = page.findChildren(TextLabel)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.places.append([QRect(one.mapTo(self._page, QPoint()), one.size()) for one in self._parts])
        return False


def on_screen(shell: Shell) -> QImage:
    """What has been painted, without laying anything out for it; the page without its scroll bar."""
    view = shell.pane._body.viewport()
    place = QRect(view.mapTo(shell, view.rect().topLeft()), view.size())
    return shell.screen().grabWindow(shell.winId()).toImage().copy(place.adjusted(0, 0, -BAR, 0))


def test_little_is_built_before_the_first_painting_and_nothing_that_is_seen_changes_after_it(
    practices: Shell,
    qtbot: QtBot,
    rich: RecordId,
    settle: Wait,
    held: Callable[[PracticeReading], None],
) -> None:
    page = opened(practices, qtbot, rich)
    assert not page.whole
    assert len(page.findChildren(QWidget)) <= FIRST
    assert not page.findChildren(Together)
    bar = practices.pane._body.verticalScrollBar()
    painted = Painted(page)
    page.update()
    while not painted.places:
        QApplication.processEvents()
    first, about = on_screen(practices), bar.maximum()
    held(page)
    qtbot.waitUntil(lambda: page.whole)
    settle()
    assert len(page.findChildren(Together)) == 1
    assert len(page.findChildren(QWidget)) > FIRST
    assert on_screen(practices) == first
    assert len(painted.places) > 1
    assert all(places == painted.places[0] for places in painted.places)
    assert abs(bar.maximum() - about) < about / 8


@pytest.mark.usefixtures("held")
def test_the_rest_comes_in_small_parts(practices: Shell, qtbot: QtBot, rich: RecordId) -> None:
    page = opened(practices, qtbot, rich)
    parts = 0
    while not page.whole:
        before = len(page.findChildren(QWidget))
        page.go_on()
        assert len(page.findChildren(QWidget)) - before <= AT_A_TIME
        parts += 1
    assert parts > 8


def test_a_window_that_shows_all_of_it_has_all_of_it_painted(
    practices: Shell, cases: StandIn, qtbot: QtBot, settle: Wait
) -> None:
    short = written(cases, title="A short one", steps=None, hazards=None, do_nots=None)
    practices.resize(1366, 3000)
    settle()
    page = opened(practices, qtbot, short)
    assert page.whole
    assert page.questions is not None


@pytest.mark.usefixtures("held")
def test_tab_leads_through_all_of_it_and_lays_out_no_more_than_it_needs(
    practices: Shell, qtbot: QtBot, rich: RecordId
) -> None:
    page = opened(practices, qtbot, rich)
    practices.activateWindow()
    now: QWidget | None = practices.pane._head.edit
    assert now is not None
    now.setFocus()
    names, most = set[str](), 0
    for _ in range(200):
        before = len(page.findChildren(QWidget))
        QTest.keyClick(now, Qt.Key.Key_Tab)
        most = max(most, len(page.findChildren(QWidget)) - before)
        now = QApplication.focusWidget()
        assert now is not None
        if not practices.pane._body.isAncestorOf(now):
            if page.whole:
                break
            continue  # the buttons of the head
        names.add(now.accessibleName())
    assert page.whole
    assert {"Translate this", "Read Visit 3", "Ask a question"} <= names
    assert most <= 3 * AT_A_TIME


@pytest.mark.usefixtures("held")
def test_tab_leads_from_the_last_that_is_laid_out_to_the_first_that_is_not(
    practices: Shell, qtbot: QtBot, rich: RecordId
) -> None:
    page = opened(practices, qtbot, rich)
    practices.activateWindow()
    last = [one for one in page.findChildren(QPushButton) if "questions and answers" in one.text()][-1]
    page._arrange(wide=False)
    page._main.column.addWidget(last)  # nothing that takes the focus stands below it yet
    QApplication.processEvents()
    last.setFocus()
    assert not page.whole
    QTest.keyClick(last, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert page.isAncestorOf(now), now
    assert now.visibleRegion().boundingRect() == now.rect()


@pytest.mark.usefixtures("held")
def test_a_page_that_was_painted_is_never_laid_out_in_one_go(
    practices: Shell, qtbot: QtBot, rich: RecordId
) -> None:
    page = opened(practices, qtbot, rich)
    qtbot.waitUntil(lambda: page._painted)
    qtbot.wait(AFTER_ALL)
    assert not page.whole


def test_a_page_that_is_not_seen_is_laid_out_bit_by_bit_too(
    practices: Shell, qtbot: QtBot, rich: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[PracticeReading] = []
    monkeypatch.setattr(PracticeReading, "_show_now", gone.append)  # as for who goes through it
    practices.pane.hide()
    page = opened(practices, qtbot, rich)
    assert not page.whole
    qtbot.waitUntil(lambda: page.whole)
    assert not page._painted
    assert not gone


@pytest.mark.usefixtures("held")
def test_who_turns_the_page_has_the_next_one(practices: Shell, qtbot: QtBot, rich: RecordId) -> None:
    page = opened(practices, qtbot, rich)
    body = practices.pane._body
    assert not page.whole
    parts = len(page.findChildren(QWidget))
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Down):
        QTest.keyClick(body, key)
    assert len(page.findChildren(QWidget)) == parts  # neither leads far
    bar, seen = body.verticalScrollBar(), body.viewport().height()
    for _ in range(2):
        QTest.keyClick(body, Qt.Key.Key_PageDown)
        assert any((page.whole, page.reached(page.width()) >= bar.value() + seen))
    assert bar.value() > seen
    assert len(page.findChildren(QWidget)) > parts


def test_the_way_to_the_questions_leads_there_in_short_turns(
    practices: Shell,
    qtbot: QtBot,
    rich: RecordId,
    held: Callable[[PracticeReading], None],
) -> None:
    page = opened(practices, qtbot, rich)
    asked = next(one for one in page.findChildren(QPushButton) if "questions and answers" in one.text())
    built = len(page.findChildren(QWidget))
    asked.click()
    assert len(page.findChildren(QWidget)) == built
    held(page)
    qtbot.waitUntil(lambda: page.whole)
    questions = page.questions
    assert questions is not None
    view = practices.pane._body.viewport()
    qtbot.waitUntil(
        lambda: view.rect().intersects(
            QRect(questions.mapTo(view, questions.rect().topLeft()), questions.size())
        )
    )
    qtbot.wait(AFTER_ALL)
    bar = practices.pane._body.verticalScrollBar()
    assert bar.value() == min(questions.y(), bar.maximum()) > 0  # and stays there


def test_who_opens_a_place_to_ask_at_once_sees_it(practices: Shell, qtbot: QtBot, rich: RecordId) -> None:
    page = opened(practices, qtbot, rich)
    qtbot.waitUntil(lambda: page.whole)
    assert page.questions is not None
    box = page.questions.open_box("")
    qtbot.wait(AFTER_ALL)
    view = practices.pane._body.viewport()
    assert view.rect().contains(QRect(box.mapTo(view, QPoint()), box.size()))


@pytest.mark.parametrize("field", ["evidence", "steps"])
def test_a_picture_in_a_text_that_comes_later_stands_there_and_not_below(
    practices: Shell, cases: StandIn, qtbot: QtBot, settle: Wait, field: str
) -> None:
    own = adding.seal_picture(cases.session, picture(), "own.png")
    named = f"Before.\n\n![pond](delve:{own['root'][:16]})"
    record = add(cases.session, SPACE, "practice", title="Pond", attachments=[own], **{field: named})
    page = opened(practices, qtbot, record)
    settle()
    qtbot.waitUntil(lambda: page.whole)
    assert page.inline == {own["root"][:16]}
    assert not page.findChildren(PictureTile)


def test_a_part_that_cannot_be_shown_is_told_of_and_noted(
    practices: Shell, qtbot: QtBot, rich: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_page: PracticeReading) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(PracticeReading, "_people", broken)
    with qtbot.capture_exceptions() as noted:
        page = opened(practices, qtbot, rich)
        qtbot.waitUntil(lambda: page.whole)
        qtbot.waitUntil(lambda: bool(noted))
    assert [kind for kind, _error, _trace in noted] == [ZeroDivisionError]
    (told,) = [one for one in page.findChildren(InPlaceBar) if one.text]
    assert told.isVisible()
    assert "Nothing of it is lost" in told.text
    assert page.findChildren(Step), "what stood before stays"
