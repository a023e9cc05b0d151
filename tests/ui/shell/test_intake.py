"""Files that are being added when the person goes on to something else: in the record all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from delve_desktop.domain.errors import DiskFull
from delve_desktop.services import records
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import SetValue
from delve_desktop.ui.attachments.edit import AttachmentEdit
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
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
