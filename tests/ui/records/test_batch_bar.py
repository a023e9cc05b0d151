"""Many at once: chosen by keys and clicks, changed together, and changed back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.domain import facets
from delve_desktop.domain.ids import DeviceId, RecordId
from delve_desktop.services import lists, records
from delve_desktop.ui.records.items import Query
from delve_desktop.ui.records.list_pane import ListPane
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

from .conftest import BIN, NOTES, OFFSCREEN, Wait

BORIS = DeviceId(b"b" * 32)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_several_are_chosen_by_keys_and_opened_none(qtbot: QtBot, shown: ListPane) -> None:
    opened: list[RecordId] = []
    shown.rows.setFocus()
    shown.rows.setCurrentIndex(shown.model.index(0))
    shown.record_chosen.connect(opened.append)
    qtbot.keyClick(shown.rows, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(shown.rows, Qt.Key.Key_Down, SHIFT)
    assert shown.rows.chosen_count == 3
    assert shown.batch.isVisible()
    assert opened == []
    qtbot.keyClick(shown.rows, Qt.Key.Key_Space)
    assert shown.rows.chosen_count == 2
    qtbot.keyClick(shown.rows, Qt.Key.Key_A, CTRL)
    assert shown.rows.chosen_count == 60
    assert len(shown.rows.chosen) == 1
    assert shown.escape()
    assert shown.rows.chosen_count == 1
    assert not shown.batch.isVisible()
    assert not shown.escape()


def test_another_list_begins_with_nothing_chosen(qtbot: QtBot, shown: ListPane, settle: Wait) -> None:
    shown.rows.selectAll()
    assert shown.batch.isVisible()
    qtbot.keyClicks(shown.search, "note")
    settle()
    assert not shown.batch.isVisible()


def test_what_is_chosen_goes_into_the_bin_and_undo_brings_it_back(
    qtbot: QtBot, shown: ListPane, cases: StandIn
) -> None:
    shown.rows.selectAll()
    qtbot.keyClick(shown.rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 0)
    qtbot.waitUntil(lambda: bool(shown.bar.text))
    assert "60" in shown.bar.text
    undo = next(one for one in shown.bar.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 60, timeout=20_000)


def test_a_theme_is_added_to_what_is_chosen(
    qtbot: QtBot, shown: ListPane, cases: StandIn, settle: Wait
) -> None:
    shown.rows.setCurrentIndex(shown.model.index(0))
    qtbot.keyClick(shown.rows, Qt.Key.Key_Down, SHIFT)
    shown.batch.add.click()
    qtbot.keyClicks(shown.batch.word, "health and safety")
    qtbot.keyClick(shown.batch.word, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(shown.bar.text))
    health = Query("note", filters=((facets.THEME, "health"),))
    assert len(lists.list_positions(cases.session, SPACE, health)) == 2


def test_what_lies_in_the_bin_is_put_back(
    qtbot: QtBot, pane: ListPane, cases: StandIn, notes: list[RecordId], settle: Wait
) -> None:
    for record in notes[:3]:
        records.delete_record(cases.session, record)
    pane.show_listing(BIN)
    settle()
    pane.rows.selectAll()
    assert pane.batch.back.isVisible()
    assert not pane.batch.bin.isVisible()
    pane.batch.back.click()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0)
    assert pane.empty.isVisible()


def test_a_batch_can_be_stopped_and_says_how_far_it_came(
    qtbot: QtBot, pane: ListPane, cases: StandIn, settle: Wait
) -> None:
    for number in range(130):
        add(cases.session, SPACE, "note", title=f"{number}")
    pane.show_listing(NOTES)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 130)
    pane.rows.selectAll()
    pane.batch.run.progressed.connect(lambda done, _all: pane.batch.run.stop() if done else None)
    pane.batch.move_to_bin()
    qtbot.waitUntil(lambda: "50" in pane.bar.text, timeout=20_000)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 80)


@OFFSCREEN
def test_the_menu_key_offers_what_can_be_done(qtbot: QtBot, shown: ListPane) -> None:
    shown.rows.setCurrentIndex(shown.model.index(0))
    shown.rows.customContextMenuRequested.emit(QPoint(20, 20))
    (menu,) = (one for one in shown.rows.findChildren(QMenu) if one.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Add theme", "Move to the bin", "Choose all"]
    menu.close()
