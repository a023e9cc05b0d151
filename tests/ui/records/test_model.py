from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from delve_desktop.services import records
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import SetValue
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.items import Query, split_marks, unmarked
from delve_desktop.ui.records.model import PAGE, RecordList
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


@pytest.fixture
def model(desk: Desk) -> RecordList:
    made = RecordList(desk)
    made.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def titles(model: RecordList) -> list[str]:
    return [item.title for item in model.items]


def test_pages_are_fetched_as_they_are_needed(desk: Desk, cases: StandIn, settle: Wait) -> None:
    model = RecordList(desk)  # without the tester, which itself asks for more
    for number in range(PAGE + 7):
        add(cases.session, SPACE, "note", title=f"{number}")
    settle()
    model.show_query(Query("note"))
    settle()
    assert model.rowCount() == PAGE
    assert titles(model)[0] == str(PAGE + 6), "newest first"
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    settle()
    assert model.rowCount() == PAGE + 7
    assert not model.canFetchMore(QModelIndex())
    assert len(set(titles(model))) == PAGE + 7


def test_a_change_moves_its_row_and_keeps_the_selection(
    model: RecordList, cases: StandIn, settle: Wait
) -> None:
    first, second, third = (add(cases.session, SPACE, "note", title=title) for title in ("a", "b", "c"))
    model.show_query(Query("note"))
    settle()
    kept = QPersistentModelIndex(model.index_of(second))
    resets: list[str] = []
    model.modelReset.connect(lambda: resets.append("reset"))
    records.edit_record(cases.session, first, [SetValue("title", "a2")])
    settle()
    assert titles(model) == ["a2", "c", "b"]
    assert model.items[kept.row()].id == second
    records.delete_record(cases.session, third)
    add(cases.session, SPACE, "note", title="d")
    settle()
    assert titles(model) == ["d", "a2", "b"]
    assert model.items[kept.row()].id == second
    assert resets == []


def test_other_kinds_and_other_spaces_leave_the_list_alone(
    model: RecordList, cases: StandIn, settle: Wait
) -> None:
    add(cases.session, SPACE, "note", title="a")
    model.show_query(Query("note"))
    settle()
    other = cases.create_space("Other")
    add(cases.session, SPACE, "contact", name="Baraka")
    add(cases.session, other, "note", title="elsewhere")
    settle()
    assert titles(model) == ["a"]


def test_everything_changed_reads_anew_and_keeps_the_selection(
    model: RecordList, cases: StandIn, settle: Wait
) -> None:
    notes = [add(cases.session, SPACE, "note", title=title) for title in ("a", "b")]
    model.show_query(Query("note"))
    settle()
    kept = QPersistentModelIndex(model.index_of(notes[0]))
    with cases.session.vault.write():
        pass
    cases.session.notices.publish(ChangeSummary("remote", SPACE, everything=True))
    settle()
    assert kept.isValid()
    assert model.items[kept.row()].id == notes[0]


def test_search_finds_and_marks(model: RecordList, cases: StandIn, settle: Wait) -> None:
    add(cases.session, SPACE, "note", title="Réunion", text="mercure")
    add(cases.session, SPACE, "note", title="Rope", text="12 mm")
    model.show_query(Query("note", text="reun"))
    settle()
    assert len(model.items) == 1
    plain, marks = split_marks(model.items[0].title)
    assert plain == "Réunion"
    assert marks == ((0, 4),)
    model.show_query(Query("note", text='"*('))
    settle()
    assert model.items == []


def test_marks_are_told_from_the_text() -> None:
    assert split_marks("a\ue000bc\ue001d") == ("abcd", ((1, 2),))
    assert split_marks("\ue000a\ue001 \ue000b\ue001") == ("a b", ((0, 1), (2, 1)))
    assert split_marks("none") == ("none", ())


def test_snippets_lose_the_signs_of_markdown_and_keep_the_words() -> None:
    assert unmarked("**Sound** the roof") == "Sound the roof"
    assert unmarked("- rope # 3 snake_case 2*3") == " rope  3 snake_case 2*3"
