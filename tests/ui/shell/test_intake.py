"""Files that are being added when the person goes on to something else: in the record all the same."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from delve_desktop.domain.attachments import CHUNK
from delve_desktop.domain.errors import DiskFull
from delve_desktop.services import drafts, records
from delve_desktop.services.attachments import reading
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.session import open_vault
from delve_desktop.services.views import SetValue
from delve_desktop.store.chunk_folder import Staged
from delve_desktop.ui.attachments.edit import AttachmentEdit
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
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


def test_done_while_a_file_is_added_waits_for_it_and_says_what_was_not_added(
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


def test_other_work_comes_between_the_chunks_of_a_file_and_minting_after_them(
    shell: Shell,
    settle: Wait,
    cases: StandIn,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (path := tmp_path / "plan.pdf").write_bytes(bytes(6 * CHUNK))
    chunks = cases.session.vault.chunks
    staged, order = chunks.stage, list[str]()
    reached = [threading.Event(), threading.Event()]
    gates = [threading.Event(), threading.Event()]

    def stage(data: bytes) -> Staged:
        order.append("chunk")
        for at, number in enumerate((2, 4)):
            if order.count("chunk") == number:
                reached[at].set()
                assert gates[at].wait(20)
        return staged(data)

    monkeypatch.setattr(chunks, "stage", stage)
    edit = begun(shell)
    settle()
    edit.take_files([path])
    assert shell.pane.form is not None
    qtbot.waitUntil(reached[0].is_set)
    shell.pane.form.findChildren(QLineEdit)[0].setText("Pond 2")
    shell.pane.form.changed()
    shell.pane.save_now()
    gates[0].set()
    qtbot.waitUntil(reached[1].is_set)
    (kept,) = drafts.list_drafts(cases.session, SPACE)
    assert kept.content["title"] == "Pond 2", "what was typed is durable while the file comes"
    assert not kept.content.get("attachments")
    shell.pane.finish()
    gates[1].set()
    settle()
    assert order.count("chunk") == 7, "and the list of them"
    (row,) = records.list_records(cases.session, SPACE).rows
    assert row.title == "Pond 2"
    assert [view.name for view in attachments(cases.session, row.id)] == ["plan.pdf"]
    assert drafts.list_drafts(cases.session, SPACE) == []


def test_a_lock_while_a_file_comes_is_after_it(
    shell: Shell, settle: Wait, cases: StandIn, tmp_path: Path, desk: Desk, qtbot: QtBot
) -> None:
    (path := tmp_path / "plan.pdf").write_bytes(bytes(20 * CHUNK))
    edit = begun(shell)
    settle()
    cases.gate.clear()
    edit.take_files([path])
    closed: list[bool] = []
    shell.put_away(lambda: desk.close(lambda: closed.append(True)))
    cases.gate.set()
    qtbot.waitUntil(lambda: bool(closed), timeout=20_000)
    with closing(open_vault(cases.session.vault.folder, PASSPHRASE)) as again:
        (row,) = records.list_records(again, SPACE).rows
        (view,) = attachments(again, row.id)
        assert reading.read_whole(again, view.values[0]) == bytes(20 * CHUNK)
