"""Files that are being added when the person goes on to something else: in the record all the same."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from delve_desktop.domain.attachments import CHUNK
from delve_desktop.domain.errors import DiskFull
from delve_desktop.services import drafts, records
from delve_desktop.services.attachments import broken_off, reading
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.session import open_vault
from delve_desktop.services.views import SetValue
from delve_desktop.store.chunk_folder import Staged
from delve_desktop.ui.attachments import intake
from delve_desktop.ui.attachments.edit import AttachmentEdit
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.shell.told import Told
from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.widgets.in_place import InPlaceBar
from tests.ui.conftest import PASSPHRASE
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


def begun(shell: Shell) -> AttachmentEdit:
    """A new note with a title, that nobody has saved yet."""
    shell.start_new("note")
    assert shell.pane.form is not None
    title = shell.pane.form.findChildren(QLineEdit)[0]
    title.setText("Pond")
    shell.pane.form.changed()
    return shell.pane.form.findChildren(AttachmentEdit)[0]


def test_whoever_goes_on_while_a_file_is_added_finds_it_in_the_record(
    shell: Shell, settle: Wait, cases: StandIn, tmp_path: Path
) -> None:
    (path := tmp_path / "plan.pdf").write_bytes(bytes(300_000))
    edit = begun(shell)
    settle()
    cases.gate.clear()
    edit.take_files([path])
    shell.go(Section.CONTACTS)
    cases.gate.set()
    settle()
    (row,) = records.list_records(cases.session, SPACE).rows
    assert row.title == "Pond"
    assert [view.name for view in attachments(cases.session, row.id)] == ["plan.pdf"]


def test_done_while_a_file_is_added_says_what_was_not_added(
    shell: Shell, settle: Wait, cases: StandIn, tmp_path: Path
) -> None:
    edit = begun(shell)
    settle()
    cases.gate.clear()
    edit.take_files([tmp_path / "nothing.pdf"])
    shell.pane.finish()
    cases.gate.set()
    settle()
    (row,) = records.list_records(cases.session, SPACE).rows
    assert attachments(cases.session, row.id) == []
    assert shell.bar.text.startswith("nothing.pdf was not added.")


def test_after_done_nothing_is_typed_that_nobody_would_keep(
    shell: Shell, settle: Wait, cases: StandIn, qtbot: QtBot
) -> None:
    begun(shell)
    settle()
    assert shell.pane.form is not None
    title = shell.pane.form.findChildren(QLineEdit)[0]
    title.setFocus()
    cases.gate.clear()
    shell.pane.finish()
    qtbot.keyClicks(shell.window().focusWidget(), "x")
    assert title.text() == "Pond"
    cases.gate.set()
    settle()
    assert shell.pane.form is None
    (row,) = records.list_records(cases.session, SPACE).rows
    assert row.title == "Pond"


def test_what_could_not_be_kept_is_typed_on_where_one_was(
    shell: Shell, settle: Wait, cases: StandIn, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(shell)
    settle()
    assert shell.pane.form is not None
    title = shell.pane.form.findChildren(QLineEdit)[0]
    title.setFocus()
    with monkeypatch.context() as full:

        def no_room(*_args: object, **_kept: object) -> None:
            raise DiskFull("The disk is full.")

        full.setattr(cases, "commit_draft", no_room)
        shell.pane.finish()
        settle()
    assert shell.pane.form is not None
    qtbot.keyClicks(shell.window().focusWidget(), " 2")
    assert title.text() == "Pond 2"
    shell.pane.finish()
    settle()
    (row,) = records.list_records(cases.session, SPACE).rows
    assert row.title == "Pond 2"


def test_a_change_that_comes_in_while_a_file_is_added_disturbs_neither(
    shell: Shell, settle: Wait, cases: StandIn, tmp_path: Path, qtbot: QtBot
) -> None:
    (path := tmp_path / "plan.pdf").write_bytes(bytes(300_000))
    begun(shell)
    shell.pane.finish()
    settle()
    record = shell.pane.record
    assert record is not None
    shell.pane.edit()
    assert shell.pane.form is not None
    edit = shell.pane.form.findChildren(AttachmentEdit)[0]
    settle()
    cases.gate.clear()
    edit.take_files([path])
    records.edit_record(cases.session, record, [SetValue("place", "Geita")])
    cases.session.notices.publish(ChangeSummary("remote", SPACE, frozenset([record]), frozenset({"note"})))
    cases.gate.set()
    settle()
    shell.pane.finish()
    settle()
    view = records.open_record(cases.session, record)
    assert next(field.value for field in view.fields if field.name == "place") == "Geita"
    assert [one.name for one in attachments(cases.session, record)] == ["plan.pdf"]


class Sealing:
    """Holds a file up once so many of its chunks are sealed."""

    def __init__(self, cases: StandIn, monkeypatch: pytest.MonkeyPatch, number: int = 2) -> None:
        self.reached, self.gate = threading.Event(), threading.Event()
        self.count = 0
        chunks = cases.session.vault.chunks
        staged = chunks.stage

        def stage(data: bytes) -> Staged:
            self.count += 1
            if self.count == number:
                self.reached.set()
                assert self.gate.wait(20)
            return staged(data)

        monkeypatch.setattr(chunks, "stage", stage)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (path := tmp_path / "plan.pdf").write_bytes(bytes(6 * CHUNK))
    return path


@pytest.fixture
def sealing(cases: StandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sealing]:
    made = Sealing(cases, monkeypatch)
    yield made
    made.gate.set()


def adding(shell: Shell, qtbot: QtBot, settle: Wait, sealing: Sealing, plan: Path) -> None:
    """A note of which a file is being sealed."""
    edit = begun(shell)
    settle()
    edit.take_files([plan])
    qtbot.waitUntil(sealing.reached.is_set)


def test_other_work_comes_between_the_chunks_of_a_file(
    shell: Shell, settle: Wait, cases: StandIn, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, plan: Path
) -> None:
    first, second = Sealing(cases, monkeypatch, 2), Sealing(cases, monkeypatch, 4)
    adding(shell, qtbot, settle, first, plan)
    assert shell.pane.form is not None
    shell.pane.form.findChildren(QLineEdit)[0].setText("Pond 2")
    shell.pane.form.changed()
    shell.pane.save_now()
    first.gate.set()
    qtbot.waitUntil(second.reached.is_set)
    (kept,) = drafts.list_drafts(cases.session, SPACE)
    assert kept.content["title"] == "Pond 2", "what was typed is durable while the file comes"
    assert not kept.content.get("attachments")
    second.gate.set()
    settle()
    shell.pane.finish()
    settle()
    assert first.count == 7, "and the list of them"
    (row,) = records.list_records(cases.session, SPACE).rows
    assert [view.name for view in attachments(cases.session, row.id)] == ["plan.pdf"]
    assert drafts.list_drafts(cases.session, SPACE) == []


@pytest.mark.parametrize("way", ["done", "another", "section"])
def test_who_leaves_a_record_does_not_wait_for_its_file(
    shell: Shell,
    settle: Wait,
    cases: StandIn,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    plan: Path,
    way: str,
) -> None:
    other = records.add_record(cases.session, SPACE, "note", [SetValue("title", "Other")])[0]
    first, second = Sealing(cases, monkeypatch, 2), Sealing(cases, monkeypatch, 4)
    adding(shell, qtbot, settle, first, plan)
    if way == "done":
        shell.pane.finish()
    elif way == "another":
        shell.pane.show_record(other)
    else:
        shell.go(Section.CONTACTS)
    first.gate.set()
    qtbot.waitUntil(second.reached.is_set)
    if way == "done":
        qtbot.waitUntil(lambda: shell.pane.view is not None and shell.pane.view.title == "Pond")
    elif way == "another":
        qtbot.waitUntil(lambda: shell.pane.view is not None and shell.pane.view.id == other)
    assert not shell.pane.editing
    titles = {row.title: row.id for row in records.list_records(cases.session, SPACE).rows}
    assert attachments(cases.session, titles["Pond"]) == [], "while it is still being sealed"
    second.gate.set()
    settle()
    (view,) = attachments(cases.session, titles["Pond"])
    assert reading.read_whole(cases.session, view.values[0]) == plan.read_bytes()
    assert drafts.list_drafts(cases.session, SPACE) == []
    if way == "done":
        settle()
        shown = shell.pane.view
        assert shown is not None
        assert any(field.name == "attachments" and field.value for field in shown.fields)


def test_it_is_said_that_a_file_goes_on_when_it_takes_long(
    shell: Shell, settle: Wait, qtbot: QtBot, sealing: Sealing, plan: Path
) -> None:
    adding(shell, qtbot, settle, sealing, plan)
    shell.go(Section.CONTACTS)
    qtbot.waitUntil(lambda: "still being added" in shell.bar.text)
    sealing.gate.set()
    settle()


def test_a_new_record_that_has_nothing_yet_but_a_file_on_its_way_has_it(
    shell: Shell, settle: Wait, cases: StandIn, qtbot: QtBot, sealing: Sealing, plan: Path
) -> None:
    shell.start_new("note")
    settle()
    assert shell.pane.form is not None
    shell.pane.form.findChildren(AttachmentEdit)[0].take_files([plan])
    qtbot.waitUntil(sealing.reached.is_set)
    shell.go(Section.CONTACTS)
    sealing.gate.set()
    settle()
    (row,) = records.list_records(cases.session, SPACE).rows
    assert [view.name for view in attachments(cases.session, row.id)] == ["plan.pdf"]
    assert drafts.list_drafts(cases.session, SPACE) == []


def test_of_a_file_that_cannot_be_added_no_empty_draft_is_left(
    shell: Shell, settle: Wait, cases: StandIn, tmp_path: Path
) -> None:
    shell.start_new("note")
    settle()
    assert shell.pane.form is not None
    cases.gate.clear()
    shell.pane.form.findChildren(AttachmentEdit)[0].take_files([tmp_path / "nothing.pdf"])
    shell.go(Section.CONTACTS)
    cases.gate.set()
    settle()
    assert shell.bar.text.startswith("nothing.pdf was not added.")
    assert records.list_records(cases.session, SPACE).rows == ()
    assert drafts.list_drafts(cases.session, SPACE) == []


def test_a_file_brings_no_record_back_from_the_bin(
    shell: Shell, settle: Wait, cases: StandIn, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, plan: Path
) -> None:
    first, second = Sealing(cases, monkeypatch, 2), Sealing(cases, monkeypatch, 4)
    adding(shell, qtbot, settle, first, plan)
    shell.pane.finish()
    first.gate.set()
    qtbot.waitUntil(second.reached.is_set)
    qtbot.waitUntil(lambda: shell.pane.view is not None)
    record = shell.pane.record
    assert record is not None
    records.delete_record(cases.session, record)
    second.gate.set()
    settle()
    assert records.open_record(cases.session, record).in_bin
    assert shell.bar.text.startswith("plan.pdf was not added.")


def locked(shell: Shell, desk: Desk, qtbot: QtBot, then: Callable[[], None] = lambda: None) -> None:
    """Lock; `then` is done once that is asked for, and wait until all of it is over."""
    closed: list[bool] = []
    shell.put_away(lambda: desk.close(lambda: closed.append(True)))
    then()
    qtbot.waitUntil(lambda: bool(closed), timeout=20_000)


def test_a_lock_lets_a_file_be_whole_that_soon_is(
    shell: Shell, settle: Wait, cases: StandIn, desk: Desk, qtbot: QtBot, plan: Path
) -> None:
    edit = begun(shell)
    settle()
    cases.gate.clear()
    edit.take_files([plan])
    qtbot.wait(50)
    cases.gate.set()
    locked(shell, desk, qtbot)
    with closing(open_vault(cases.session.vault.folder, PASSPHRASE)) as again:
        (row,) = records.list_records(again, SPACE).rows
        (view,) = attachments(again, row.id)
        assert reading.read_whole(again, view.values[0]) == plan.read_bytes()
        assert broken_off.names_broken_off(again) == []


def test_a_lock_does_not_wait_for_a_long_file_which_is_told_of_at_the_next_opening(
    shell: Shell,
    settle: Wait,
    cases: StandIn,
    desk: Desk,
    qtbot: QtBot,
    plan: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = Sealing(cases, monkeypatch, 2), Sealing(cases, monkeypatch, 4)
    monkeypatch.setattr(intake, "GRACE_MS", 100)
    adding(shell, qtbot, settle, first, plan)
    desk.closing.connect(lambda: QTimer.singleShot(500, second.gate.set))
    locked(shell, desk, qtbot, first.gate.set)  # the words are minted between the chunks from there on
    assert second.count < 7
    with closing(open_vault(cases.session.vault.folder, PASSPHRASE)) as again:
        (row,) = records.list_records(again, SPACE).rows
        assert row.title == "Pond"
        assert attachments(again, row.id) == []
        assert list(again.vault.chunks.ids()) == []
        assert drafts.list_drafts(again, SPACE) == []
        bar = InPlaceBar()
        qtbot.addWidget(bar)
        workers = Worker("database"), Worker("network")
        opened = Desk(StandIn(again), *workers)
        unread = InPlaceBar()
        Told(opened, unread)
        shiboken6.delete(unread)  # before it could say anything, as in a power cut
        Told(opened, bar)
        qtbot.waitUntil(lambda: "plan.pdf" in bar.text)
        later = InPlaceBar()
        qtbot.addWidget(later)
        Told(opened, later)
        qtbot.waitUntil(lambda: not workers[0].busy)
        assert not later.text, "it is told once"
        for worker in workers:
            worker.stop()


def test_what_has_no_file_to_be_added_from_again_is_sealed_before_a_lock(
    shell: Shell,
    settle: Wait,
    cases: StandIn,
    desk: Desk,
    qtbot: QtBot,
    sealing: Sealing,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "GRACE_MS", 100)
    edit = begun(shell)
    settle()
    edit._on_recorded(bytes(6 * CHUNK), 60)
    qtbot.waitUntil(sealing.reached.is_set)
    QTimer.singleShot(500, sealing.gate.set)
    locked(shell, desk, qtbot)
    with closing(open_vault(cases.session.vault.folder, PASSPHRASE)) as again:
        (row,) = records.list_records(again, SPACE).rows
        (voice,) = attachments(again, row.id)
        assert reading.read_whole(again, voice.values[0]) == bytes(6 * CHUNK)
