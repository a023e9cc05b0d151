from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delve_desktop.domain.errors import DiskFull
from delve_desktop.services import drafts, records
from delve_desktop.services.session import open_vault
from delve_desktop.services.views import EditText, SetValue
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records import drafting
from delve_desktop.ui.records.drafting import DraftKeeper
from delve_desktop.ui.sentences import Sentence
from tests.ui.conftest import PASSPHRASE
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


@pytest.fixture
def keeper(desk: Desk) -> DraftKeeper:
    return DraftKeeper(desk, "test")


def test_inv01_saved_is_said_only_after_the_draft_is_durable(
    qtbot: QtBot, keeper: DraftKeeper, cases: StandIn, settle: Wait
) -> None:
    said: list[str] = []
    keeper.saved.connect(lambda: said.append("saved"))
    keeper.begin(SPACE, "note", None, ())
    cases.gate.clear()
    keeper.touch(lambda: {"title": "Rope"})
    keeper.save_now()
    qtbot.wait(60)
    assert said == [], "nothing is on the disk yet"
    cases.gate.set()
    settle()
    assert said == ["saved"]
    assert [draft.content for draft in drafts.list_drafts(cases.session, SPACE)] == [{"title": "Rope"}]


def test_inv01_saved_is_never_said_of_an_earlier_save(
    keeper: DraftKeeper, cases: StandIn, settle: Wait
) -> None:
    on_disk: list[object] = []
    keeper.saved.connect(
        lambda: on_disk.extend(draft.content for draft in drafts.list_drafts(cases.session, SPACE))
    )
    keeper.begin(SPACE, "note", None, ())
    cases.gate.clear()
    for title in ("R", "Ro", "Rope"):
        keeper.touch(lambda title=title: {"title": title})
        keeper.save_now()
    cases.gate.set()
    settle()
    assert on_disk == [{"title": "Rope"}]


def test_a_pause_is_enough_to_save(
    qtbot: QtBot, keeper: DraftKeeper, cases: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert drafting.PAUSE_MS <= 500
    keeper.begin(SPACE, "note", None, ())
    with qtbot.waitSignal(keeper.saved, timeout=5000):
        keeper.touch(lambda: {"title": "Rope"})
    assert len(drafts.list_drafts(cases.session, SPACE)) == 1


def test_inv01_who_turns_to_another_program_has_it_kept_at_once(
    qtbot: QtBot, qapp: QApplication, keeper: DraftKeeper, cases: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "_pause", QTimer(interval=60_000))
    keeper._latest.setInterval(60_000)
    keeper.begin(SPACE, "note", None, ())
    keeper.touch(lambda: {"title": "Rope"})
    with qtbot.waitSignal(keeper.saved, timeout=5000):
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert [draft.content for draft in drafts.list_drafts(cases.session, SPACE)] == [{"title": "Rope"}]


def test_inv01_who_types_without_a_pause_is_kept_all_the_same(
    qtbot: QtBot, keeper: DraftKeeper, cases: StandIn
) -> None:
    keeper.begin(SPACE, "note", None, ())
    letters = 0

    def kept() -> bool:
        nonlocal letters
        letters += 1
        keeper.touch(lambda typed=letters: {"title": "x" * typed})
        return bool(drafts.list_drafts(cases.session, SPACE))

    qtbot.waitUntil(kept, timeout=5000)  # it asks every ten milliseconds
    assert letters > 2


def test_leaving_makes_one_op_of_all_that_was_typed(
    keeper: DraftKeeper, cases: StandIn, settle: Wait
) -> None:
    keeper.begin(SPACE, "note", None, ())
    for text in ("R", "Ro", "Rope"):
        keeper.touch(lambda text=text: {"title": text})
        keeper.save_now()
    views: list[object] = []
    keeper.leave(views.append)
    settle()
    (row,) = records.list_records(cases.session, SPACE).rows
    assert row.title == "Rope"
    assert len(records.history(cases.session, row.id)) == 1
    assert drafts.list_drafts(cases.session, SPACE) == []
    assert len(views) == 1


def test_leaving_without_a_change_writes_nothing(keeper: DraftKeeper, cases: StandIn, settle: Wait) -> None:
    note = add(cases.session, SPACE, "note", title="Rope", text="12 mm\nred")
    view = records.open_record(cases.session, note)
    keeper.begin(SPACE, "note", note, view.heads)
    keeper.touch(lambda: {"title": "Rope", "text": "12 mm\nred", "place": None, "themes": []})
    keeper.leave()
    settle()
    assert records.open_record(cases.session, note).heads == view.heads


def test_an_empty_new_record_leaves_no_trace(keeper: DraftKeeper, cases: StandIn, settle: Wait) -> None:
    keeper.begin(SPACE, "note", None, ())
    keeper.touch(lambda: {"title": " ", "text": "", "themes": [], "sensitivity": "open"})
    keeper.save_now()
    keeper.leave()
    settle()
    assert records.list_records(cases.session, SPACE).rows == ()
    assert drafts.list_drafts(cases.session, SPACE) == []


def test_inv01_a_draft_that_was_found_is_kept_when_left_as_it_is(
    keeper: DraftKeeper, cases: StandIn, settle: Wait
) -> None:
    found = drafts.save_draft(cases.session, SPACE, None, "note", {"title": "Rope", "text": "12 mm"})
    keeper.begin(SPACE, "note", None, (), found)
    keeper.leave()
    settle()
    (row,) = records.list_records(cases.session, SPACE).rows
    assert row.title == "Rope"
    assert drafts.list_drafts(cases.session, SPACE) == []


def test_a_rest_mints_and_the_editing_goes_on(keeper: DraftKeeper, cases: StandIn, settle: Wait) -> None:
    keeper.begin(SPACE, "note", None, ())
    keeper.touch(lambda: {"title": "Rope"})
    keeper._rest.timeout.emit()
    settle()
    (row,) = records.list_records(cases.session, SPACE).rows
    assert keeper.open
    keeper.touch(lambda: {"title": "Rope, 12 mm"})
    keeper.leave()
    settle()
    assert records.record_row(cases.session, row.id).title == "Rope, 12 mm"
    assert len(records.history(cases.session, row.id)) == 2


def test_what_cannot_be_minted_stays_a_draft_and_in_the_editor(
    keeper: DraftKeeper, cases: StandIn, settle: Wait
) -> None:
    failures: list[Sentence] = []
    keeper.failed.connect(failures.append)
    keeper.begin(SPACE, "contact", None, ())
    keeper.touch(lambda: {"name": "Baraka", "phones": ["not a number"]})
    keeper.leave(stay_on_failure=True)
    settle()
    assert len(failures) == 1
    assert keeper.open
    assert len(drafts.list_drafts(cases.session, SPACE)) == 1
    keeper.touch(lambda: {"name": "Baraka", "phones": ["+255 700 555 014"]})
    keeper.leave()
    settle()
    assert [row.title for row in records.list_records(cases.session, SPACE).rows] == ["Baraka"]


def test_a_full_disk_keeps_the_words_for_the_next_try(
    keeper: DraftKeeper, cases: StandIn, settle: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    keeper.saved.connect(lambda: said.append("saved"))
    keeper.failed.connect(said.append)
    keeper.begin(SPACE, "note", None, ())

    def full(*_args: object, **_named: object) -> int:
        raise DiskFull("No room.")

    with monkeypatch.context() as patched:
        patched.setattr(drafts, "save_draft", full)
        keeper.touch(lambda: {"title": "Rope"})
        keeper.save_now()
        settle()
    assert "saved" not in said
    assert len(said) == 1
    keeper.save_now()
    settle()
    assert said[-1] == "saved"


def test_a_draft_survives_a_kill_and_is_there_at_the_next_start(
    keeper: DraftKeeper, cases: StandIn, settle: Wait, tmp_path: Path
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope")
    heads = records.open_record(cases.session, note).heads
    keeper.begin(SPACE, "note", note, heads)
    keeper.touch(lambda: {"title": "Rope, worn through"})
    keeper.save_now()
    settle()
    cases.session.close()  # no op was minted: as after a kill
    again = open_vault(tmp_path / "vault", PASSPHRASE)
    try:
        found = drafts.open_draft(again, note)
        assert found is not None
        assert found.content == {"title": "Rope, worn through"}
        assert records.open_record(again, note).title == "Rope"
    finally:
        again.close()


def test_a_change_that_came_in_meanwhile_is_merged_not_overwritten(
    keeper: DraftKeeper, cases: StandIn, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope", text="one\n\ntwo\n\nthree")
    heads = records.open_record(cases.session, note).heads
    keeper.begin(SPACE, "note", note, heads)
    records.edit_record(
        cases.session, note, [EditText("text", "one\n\ntwo\n\nthree!"), SetValue("place", "Geita")]
    )
    keeper.touch(lambda: {"title": "Rope", "text": "one!\n\ntwo\n\nthree", "place": None})
    keeper.leave()
    settle()
    fields = {field.name: field for field in records.open_record(cases.session, note).fields}
    assert fields["text"].value == "one!\n\ntwo\n\nthree!"
    assert fields["place"].value == "Geita"
