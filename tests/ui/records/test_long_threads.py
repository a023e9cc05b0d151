"""A thread of any length: the latest of it stands at once, each turn lays out little, and all can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import drafts
from delve_desktop.ui.records.comment_box import CommentBox
from delve_desktop.ui.records.questions import MOST, Questions
from delve_desktop.ui.records.reading import Reading
from delve_desktop.ui.records.remark_card import ANSWERS, LINES, RemarkCard
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.widgets.text_label import TextLabel
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]
LONG = "\n".join(f"Line {number} of what happened at the pump." for number in range(60))
LISTED = "\n".join(f"- Point {number} of what to buy." for number in range(60))
REMARKS, REPLIES = 40, 30


@pytest.fixture
def note(cases: StandIn) -> RecordId:
    made = add(cases.session, SPACE, "note", title="Pump", text="Ten metres deep.")
    first = [
        add(cases.session, SPACE, "comment", about=made.hex(), text=f"Remark {number}\n{LONG}")
        for number in range(REMARKS)
    ]
    for number in range(REPLIES):
        add(
            cases.session,
            SPACE,
            "comment",
            about=made.hex(),
            answers=first[-1].hex(),
            text=f"Reply {number}\n{LISTED}",
        )
    return made


@pytest.fixture
def page(shell: Shell, note: RecordId, settle: Wait, qtbot: QtBot) -> Reading:
    shell.go(Section.NOTES)
    settle()
    shell.pane.show_record(note)
    settle()
    return shown(shell, qtbot)


def shown(shell: Shell, qtbot: QtBot) -> Reading:
    made = shell.pane._body.shown
    assert isinstance(made, Reading)
    qtbot.waitUntil(lambda: made.whole)
    return made


def thread(page: Reading) -> Questions:
    assert page.questions is not None
    return page.questions


def paragraphs(page: Reading) -> int:
    """Of the thread, as they are laid out."""
    if page.questions is None:
        return 0
    plain = sum(one.text().count("\n") + 1 for one in page.questions.findChildren(TextLabel))
    rich = sum(one.document().blockCount() for one in page.questions.findChildren(QTextBrowser))
    return plain + rich


def more(page: Reading) -> QPushButton:
    """What shows more of the thread."""
    above = thread(page)._thread
    assert above is not None
    assert above._more is not None
    return above._more


def test_a_turn_lays_out_few_paragraphs_of_a_thread(
    shell: Shell, note: RecordId, qtbot: QtBot, settle: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reading, "_on_turn", lambda _page: None)
    shell.go(Section.NOTES)
    settle()
    shell.pane.show_record(note)
    qtbot.waitUntil(lambda: isinstance(shell.pane._body.shown, Reading))
    made = shell.pane._body.shown
    assert isinstance(made, Reading)
    turns = []
    while not made.whole:
        before = paragraphs(made)
        made.go_on()
        turns.append(paragraphs(made) - before)
    assert max(turns) <= LINES + 4, "a comment at most"
    assert len(turns) >= ANSWERS
    assert sum(turns) <= (MOST + ANSWERS + 1) * (LINES + 4)


def test_the_latest_stand_at_once_and_the_others_come_turn_by_turn(
    page: Reading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = thread(page).findChildren(RemarkCard)
    assert 1 <= len(cards) <= MOST
    assert REMARKS > MOST
    before, waits = paragraphs(page), list[int]()
    timer = QTimer()

    def looked() -> None:
        nonlocal before
        waits.append(paragraphs(page) - before)
        before += waits[-1]

    timer.timeout.connect(looked)
    timer.start(0)
    above = thread(page)._thread
    assert above is not None
    more(page).click()
    assert above._goal < above._first
    qtbot.waitUntil(lambda: above._first == above._goal)
    timer.stop()
    assert len(thread(page).findChildren(RemarkCard)) > len(cards)
    assert max(waits) <= 2 * (LINES + 4), "a person was heard in between"


def test_all_of_a_thread_can_be_read_in_its_order(page: Reading, qtbot: QtBot) -> None:
    for _ in range(20):
        found = [one for one in thread(page).findChildren(QPushButton) if "earlier" in one.text()]
        found = [one for one in found if one.isVisibleTo(page)]
        if not found:
            break
        count = found[0].text()
        found[0].click()
        qtbot.waitUntil(lambda one=found[0], was=count: not one.isVisibleTo(page) or one.text() != was)
        qtbot.wait(100)
    cards = thread(page).findChildren(RemarkCard)
    assert len(cards) == REMARKS
    top = sorted(cards, key=lambda one: one.mapTo(page, one.rect().topLeft()).y())
    said = [one.findChildren(TextLabel)[0].text().split("\n")[0] for one in top]
    assert said == [one.comment.text.split("\n")[0] for one in page.view.remarks]
    assert sum(len(one.answers.findChildren(QTextBrowser)) for one in top) == REPLIES


def test_every_word_of_a_long_comment_can_be_read(page: Reading, qtbot: QtBot) -> None:
    card = thread(page).findChildren(RemarkCard)[-1]
    (button, *_) = [one for one in card.findChildren(QPushButton) if one.text() == "Read all of it"]
    assert "Line 59" not in card.findChildren(TextLabel)[0].text()
    button.setFocus()
    button.click()
    whole = [one for one in card.findChildren(TextLabel) if "Line 59" in one.text()]
    assert len(whole) == 1
    assert whole[0].isVisible()
    assert not button.isVisible()
    assert card.isAncestorOf(QApplication.focusWidget())


def test_what_was_asked_for_stays_when_the_page_is_read_again(
    shell: Shell, page: Reading, note: RecordId, cases: StandIn, qtbot: QtBot, settle: Wait
) -> None:
    first = len(thread(page)._cards)
    more(page).click()
    above = thread(page)._thread
    assert above is not None
    qtbot.waitUntil(lambda: above._first == above._goal and len(thread(page)._cards) > first)
    stood = set(thread(page)._cards)
    add(cases.session, SPACE, "comment", about=note.hex(), text="And one more.")
    settle()
    again = shown(shell, qtbot)
    assert again is not page
    assert stood <= set(thread(again)._cards)


def test_inv01_words_typed_under_an_early_remark_come_back_there(
    shell: Shell, page: Reading, note: RecordId, cases: StandIn, qtbot: QtBot, settle: Wait
) -> None:
    first = page.view.remarks[0].comment.row.id.hex()
    content = {"about": note.hex(), "answers": first, "text": "Half an answ"}
    drafts.save_draft(cases.session, SPACE, None, "comment", content)
    shell.pane.clear()
    settle()
    shell.pane.show_record(note)
    settle()
    again = shown(shell, qtbot)
    qtbot.waitUntil(lambda: bool(thread(again).findChildren(CommentBox)))
    (box,) = thread(again).findChildren(CommentBox)
    assert box.is_typing
    above = box.parentWidget()
    assert isinstance(above, RemarkCard)
    assert above is thread(again)._cards[first]


def test_the_keys_lead_on_where_the_button_goes(page: Reading, qtbot: QtBot) -> None:
    button = more(page)
    button.setFocus()
    for _ in range(10):
        if not button.isVisible():
            break
        QTest.keyClick(button, Qt.Key.Key_Space)
        qtbot.wait(250)
    assert not button.isVisible()
    now = QApplication.focusWidget()
    assert isinstance(now, QPushButton)
    assert thread(page)._cards[page.view.remarks[0].comment.row.id.hex()].isAncestorOf(now)
