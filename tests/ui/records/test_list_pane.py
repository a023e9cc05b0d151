"""The list as a person uses it: what is read stays put, filters, and empty lists."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.domain import facets, ops
from delve_desktop.domain.ids import DeviceId, RecordId, op_id
from delve_desktop.domain.ops import Op, Write
from delve_desktop.services import lists, records
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import SetValue
from delve_desktop.store.rows import IncomingOp
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records import filters
from delve_desktop.ui.records.items import Query
from delve_desktop.ui.records.list_pane import ListPane
from delve_desktop.ui.records.model import ITEM_ROLE, RecordList
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

from .conftest import BIN, NOTES, OFFSCREEN, Wait

BORIS = DeviceId(b"b" * 32)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def titles(pane: ListPane) -> list[str]:
    return [item.row.title for item in pane.model.items]


def arrive(cases: StandIn, title: str) -> RecordId:
    """A note of Boris's comes in by an exchange."""
    op = Op(
        1,
        abs(hash(title)) % 10**6,
        1_700_000_000,
        (),
        "note",
        b"",
        ops.EDIT,
        [Write("title", ops.PUT, title)],
    )
    body = ops.encode(op)
    known = op_id(SPACE, BORIS, body)
    with cases.session.vault.write() as unit:
        unit.apply_ops(SPACE, [IncomingOp(known, BORIS, body, op, 1)], own=cases.session.device)
    record = RecordId(known)
    cases.session.notices.publish(ChangeSummary("remote", SPACE, frozenset({record}), frozenset({"note"})))
    return record


def top_of(pane: ListPane, record: RecordId) -> int:
    return pane.rows.visualRect(pane.model.index_of(record)).top()


def test_the_row_that_is_read_does_not_move_when_others_come(
    qtbot: QtBot, shown: ListPane, cases: StandIn, notes: list[RecordId]
) -> None:
    shown.rows.setCurrentIndex(shown.model.index(3))
    read = notes[56]
    before = top_of(shown, read)
    for number in range(7):
        arrive(cases, f"new {number}")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 67)
    assert shown.rows.currentIndex().data(ITEM_ROLE).id == read
    assert top_of(shown, read) == before
    assert shown.rows.chosen_count == 1


def test_where_one_has_scrolled_to_stays_when_rows_come_and_go(
    qtbot: QtBot, shown: ListPane, cases: StandIn, notes: list[RecordId]
) -> None:
    bar = shown.rows.verticalScrollBar()
    bar.setValue(bar.maximum() // 2 + 17)
    first = shown.rows.rowAt(0)
    seen = shown.model.index(first).data(ITEM_ROLE)
    qtbot.waitUntil(lambda: shown.model.index(first).data(ITEM_ROLE) is not None)
    seen = shown.model.index(first).data(ITEM_ROLE).id
    before = top_of(shown, seen)
    arrive(cases, "new")
    records.delete_record(cases.session, notes[59])
    records.delete_record(cases.session, notes[58])
    qtbot.waitUntil(lambda: shown.model.rowCount() == 59)
    assert top_of(shown, seen) == before


def test_at_the_top_of_the_list_what_is_new_is_seen(qtbot: QtBot, shown: ListPane, cases: StandIn) -> None:
    arrive(cases, "new")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 61)
    assert shown.rows.verticalScrollBar().value() == 0
    assert shown.rows.rowAt(0) == 0
    assert titles(shown)[0] == "new"


def test_what_is_selected_stays_selected_also_where_it_moves(
    qtbot: QtBot, shown: ListPane, cases: StandIn, notes: list[RecordId]
) -> None:
    select = QItemSelectionModel.SelectionFlag.Select
    for row in (1, 4, 5):
        shown.rows.selectionModel().select(shown.model.index(row), select)
    chosen = {notes[58], notes[55], notes[54]}
    records.edit_record(cases.session, notes[55], [SetValue("title", "changed")])
    arrive(cases, "new")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 61)
    qtbot.waitUntil(lambda: "changed" in titles(shown))
    rows = [row for some in shown.rows.chosen for row in some]
    assert {shown.model.index(row).data(ITEM_ROLE).id for row in rows} == chosen


def test_a_row_changes_in_place_when_it_is_sent(
    qtbot: QtBot, shown: ListPane, cases: StandIn, settle: Wait
) -> None:
    assert shown.model.items[0].row.unsent
    with cases.session.vault.write() as unit:
        unit._run("UPDATE op SET segment = 1")
    resets: list[str] = []
    shown.model.modelReset.connect(lambda: resets.append("reset"))
    shown.model.refresh()
    qtbot.waitUntil(lambda: not shown.model.items[0].row.unsent)
    assert resets == []


def test_many_changes_at_once_are_taken_in_together(
    qtbot: QtBot, shown: ListPane, cases: StandIn, settle: Wait
) -> None:
    settle()
    cases.calls.clear()
    for number in range(30):
        arrive(cases, f"new {number}")
        qtbot.wait(1)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 90)
    assert cases.calls.count("list_positions") <= 6


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("sort", ["newest", "oldest", "title"])
def test_the_model_is_what_a_plain_list_would_be(
    qtbot: QtBot, desk: Desk, cases: StandIn, settle: Wait, seed: int, sort: str
) -> None:
    """Random comings, changes and goings; whoever holds an index keeps his record while it is listed."""
    chance = random.Random(seed)
    session = cases.session
    there = [add(session, SPACE, "note", title=f"{chance.random():.3f}") for _ in range(25)]
    model = RecordList(desk)
    model.show_query(Query("note", sort=sort))  # type: ignore[arg-type]
    settle()
    held = {record: QPersistentModelIndex(model.index_of(record)) for record in chance.sample(there, 8)}
    for _ in range(6):
        for _ in range(chance.randrange(1, 12)):
            what = chance.random()
            if what < 0.4 or not there:
                there.append(add(session, SPACE, "note", title=f"{chance.random():.3f}"))
            elif what < 0.75:
                edit = [SetValue("title", f"{chance.random():.3f}")]
                records.edit_record(session, chance.choice(there), edit)
            else:
                gone = there.pop(chance.randrange(len(there)))
                records.delete_record(session, gone)
        wanted = list(lists.list_positions(session, SPACE, Query("note", sort=sort)))  # type: ignore[arg-type]
        qtbot.waitUntil(lambda wanted=wanted: list(model._order.positions) == wanted)  # type: ignore[misc]
        settle()
        for record, index in list(held.items()):
            if record in there:
                assert index.isValid()
                assert index.data(ITEM_ROLE) is None or index.data(ITEM_ROLE).id == record
            else:
                assert not index.isValid()
                del held[record]
    for row in range(model.rowCount()):
        model.index(row).data(ITEM_ROLE)
    qtbot.waitUntil(lambda: len(model.items) == model.rowCount())
    plain = {hit.row.position: hit.row for hit in cases.rows_at(wanted, "")}
    assert [item.row for item in model.items] == [plain[position] for position in wanted]


def test_a_row_that_is_chosen_is_opened_and_no_longer_new(
    qtbot: QtBot, shown: ListPane, cases: StandIn, settle: Wait
) -> None:
    record = arrive(cases, "new")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 61)
    assert shown.model.items[0].row.fresh
    with qtbot.waitSignal(shown.record_chosen) as chosen:
        shown.rows.setCurrentIndex(shown.model.index(0))
    assert chosen.args == [record]
    assert not shown.model.items[0].row.fresh, "at once"
    settle()
    assert not records.record_row(cases.session, record).fresh


def test_a_row_that_was_not_read_yet_can_be_chosen(
    qtbot: QtBot, desk: Desk, cases: StandIn, settle: Wait
) -> None:
    ids = [add(cases.session, SPACE, "note", title=f"{number}") for number in range(160)]
    pane = ListPane(desk, lambda: 0.0)
    qtbot.addWidget(pane)
    pane.show_listing(NOTES)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 160)
    with qtbot.waitSignal(pane.record_chosen) as chosen:
        qtbot.keyClick(pane.rows, Qt.Key.Key_End)
    assert chosen.args == [ids[0]]


def chips(pane: ListPane) -> list[str]:
    return [one.text() for one in pane.head.findChildren(QPushButton) if one.property("kind") == "chip"]


@OFFSCREEN
def test_filters_are_chips_that_come_off(qtbot: QtBot, shown: ListPane, cases: StandIn, settle: Wait) -> None:
    add(cases.session, SPACE, "note", title="mercury", themes=["mercury"], language="sw")
    shown.set_count(61)
    shown.offer_filters()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in shown.search.findChildren(QMenu)))
    (menu,) = (one for one in shown.search.filter.findChildren(QMenu) if one.isVisible())
    parts = {action.text(): action for action in menu.actions() if action.text()}
    assert {"Theme", "Language", "Mine", "Not yet sent"} <= parts.keys()
    assert "Mineral" not in parts, "no note has one"
    values = parts["Theme"].menu()
    assert isinstance(values, QMenu)
    (theme,) = values.actions()
    theme.trigger()
    menu.close()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    assert chips(shown) == ["Mercury and chemicals"]
    assert shown.head._count.text() == "1 of 61"
    shown.show_listing(BIN)
    shown.show_listing(NOTES)
    settle()
    assert len(chips(shown)) == 1, "a list is narrowed as it was left"
    next(one for one in shown.head.findChildren(QPushButton) if one.property("kind") == "chip").click()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 61)
    assert chips(shown) == []


def test_own_words_are_offered_apart_from_the_list_of_themes(qapp: QApplication) -> None:
    menu = QMenu()
    filters.fill(menu, {facets.THEME: ["mercury", "élan", "health", "agua", "zinc"]}, "note", (), print)
    themes = menu.actions()[0].menu()
    assert isinstance(themes, QMenu)
    *known, own = themes.actions()
    assert [one.text() for one in known] == ["Health and safety", "Mercury and chemicals"]
    other = own.menu()
    assert isinstance(other, QMenu)
    assert [one.text() for one in other.actions()] == ["agua", "élan", "zinc"]


def test_every_filter_has_words() -> None:
    for one in filters._flags():
        assert filters.worded(one)
    assert filters.worded((facets.COUNTRY, "KE")) == "Kenya"
    assert filters.worded((facets.THEME, "my own word")) == "my own word"


def test_another_order_is_chosen(qtbot: QtBot, shown: ListPane) -> None:
    shown.choose_sort("title")
    qtbot.waitUntil(lambda: titles(shown)[:2] == ["Note 00", "Note 01"])
    assert shown.head.sort.text() == "Title A–Z"
    shown.choose_sort("oldest")
    qtbot.waitUntil(lambda: shown.head.sort.text() == "Oldest")


def test_an_empty_list_says_what_to_do(qtbot: QtBot, shown: ListPane, settle: Wait) -> None:
    qtbot.keyClicks(shown.search, "zzz")
    settle()
    assert "zzz" in shown.empty.text
    press(shown, "Clear the search")
    settle()
    assert shown.model.rowCount() == 60
    shown.toggle_filter((facets.THEME, "mercury"))
    settle()
    assert "filters" in shown.empty.text
    press(shown, "Take off all filters")
    settle()
    assert shown.model.rowCount() == 60
    shown.show_listing(BIN)
    settle()
    assert shown.empty.text == "The bin is empty."


def press(pane: ListPane, words: str) -> None:
    next(one for one in pane.empty.findChildren(QPushButton) if one.text() == words).click()


def test_a_row_is_one_sentence_for_a_screen_reader(shown: ListPane) -> None:
    index = shown.model.index(0)
    assert index.data(
        Qt.ItemDataRole.AccessibleTextRole
    ) == "Note 59, Zawadi M., not yet sent" or "Note 59" in str(
        index.data(Qt.ItemDataRole.AccessibleTextRole)
    )
    view = QAccessible.queryAccessibleInterface(shown.rows)
    assert view.text(QAccessible.Text.Name) == "Notes"
    assert view.childCount() >= 60
