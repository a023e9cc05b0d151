from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from delve_desktop.domain.errors import Damaged
from delve_desktop.services import records
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import SetValue
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records import model as model_module
from delve_desktop.ui.records.items import Query, split_marks, unmarked
from delve_desktop.ui.records.model import AROUND, HEAD, ITEM_ROLE, PAGE, RecordList
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


def test_the_list_is_as_long_as_it_is_and_rows_are_read_where_somebody_looks(
    desk: Desk, cases: StandIn, settle: Wait
) -> None:
    model = RecordList(desk)  # without the tester, which itself asks for rows
    for number in range(HEAD + 70):
        add(cases.session, SPACE, "note", title=f"{number}")
    settle()
    model.show_query(Query("note"))
    settle()
    assert model.rowCount() == HEAD + 70
    assert model.complete
    assert titles(model)[0] == str(HEAD + 69), "newest first"
    assert len(model.items) <= PAGE + AROUND
    last = model.index(model.rowCount() - 1)
    assert last.data(ITEM_ROLE) is None, "not read yet"
    settle()
    assert last.data(ITEM_ROLE).title == "0"
    assert model.index(PAGE + 2 * AROUND).data(ITEM_ROLE) is None, "what nobody looks at is not read"


def test_a_change_moves_its_row_and_keeps_the_selection(
    qtbot: QtBot, model: RecordList, cases: StandIn, settle: Wait
) -> None:
    first, second, third = (add(cases.session, SPACE, "note", title=title) for title in ("a", "b", "c"))
    model.show_query(Query("note"))
    settle()
    kept = QPersistentModelIndex(model.index_of(second))
    resets: list[str] = []
    model.modelReset.connect(lambda: resets.append("reset"))
    records.edit_record(cases.session, first, [SetValue("title", "a2")])
    qtbot.waitUntil(lambda: titles(model) == ["a2", "c", "b"])
    assert model.items[kept.row()].id == second
    records.delete_record(cases.session, third)
    add(cases.session, SPACE, "note", title="d")
    qtbot.waitUntil(lambda: titles(model) == ["d", "a2", "b"])
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
    assert unmarked("the *tomboloma* decide, and (*so*) on") == "the tomboloma decide, and (so) on"
    assert "|" not in unmarked("Costs: | part | price | | --- | --- | | seal | 4000 |")
    assert unmarked("- rope # 3 snake_case 2*3") == " rope  3 snake_case 2*3"


@pytest.mark.parametrize("name", ["list_positions", "rows_at"])
def test_after_a_reading_that_failed_the_list_is_kept_right_again(
    desk: Desk, cases: StandIn, settle: Wait, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    model = RecordList(desk)
    for number in range(HEAD + 70):
        add(cases.session, SPACE, "note", title=f"{number}")
    settle()
    model.show_query(Query("note"))
    settle()
    last = model.index(model.rowCount() - 1)

    def fail(*_args: object) -> None:
        raise Damaged("The vault database is damaged.")

    with monkeypatch.context() as patched:
        patched.setattr(cases, name, fail, raising=False)
        assert last.data(ITEM_ROLE) is None
        model.refresh()
        qtbot.wait(50)
        settle()
    new = add(cases.session, SPACE, "note", title="new")
    qtbot.waitUntil(lambda: model.index_of(new).isValid())
    last = model.index(model.rowCount() - 1)
    last.data(ITEM_ROLE)  # somebody looks
    settle()
    assert last.data(ITEM_ROLE).title == "0"


def test_no_more_rows_are_kept_than_may_be(
    desk: Desk, cases: StandIn, settle: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_module, "KEPT", 60)
    model = RecordList(desk)
    for number in range(HEAD + 70):
        add(cases.session, SPACE, "note", title=f"{number}")
    settle()
    model.show_query(Query("note"))
    settle()
    for row in range(0, model.rowCount(), 10):
        model.index(row).data(ITEM_ROLE)
        settle()
        assert len(model.items) <= 60
        assert model.index(row).data(ITEM_ROLE) is not None
