"""A backup of a vault that is in use, and bringing it back as a new incarnation or a new device."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from delve_desktop.crypto.header_pair import HEADER, SPARE, has_header
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import (
    Cancelled,
    Damaged,
    InUse,
    InvalidContent,
    NotFound,
    UnsafePlace,
    WrongPassphrase,
)
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services import drafts, records, spaces
from delve_desktop.services.keeping import backup as backups
from delve_desktop.services.keeping import becoming, place_facts, restoring
from delve_desktop.services.keeping.backup import back_up, check
from delve_desktop.services.keeping.passphrases import change_passphrase, new_recovery_code
from delve_desktop.services.keeping.places import Place
from delve_desktop.services.keeping.restoring import restore_backup
from delve_desktop.services.session import Session, open_vault, open_with_code
from delve_desktop.services.upkeep import state_hash, verify
from delve_desktop.services.views import EditText, FieldView, RecordView, SetValue
from delve_desktop.store.backup_file import write_backup
from delve_desktop.store.files import BLOBS, DATABASE, RESTORING
from delve_desktop.store.lock import LOCK_NAME

from .conftest import NEW, PASSPHRASE, titles


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (stick := tmp_path / "stick").mkdir()
    return stick / "zawadi.delve-backup"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "restored"


def restored(file: Path, target: Path, *, gone: bool, passphrase: str = PASSPHRASE) -> Session:
    return restore_backup(file, target, passphrase, old_laptop_gone=gone).session


def field(view: RecordView, name: str) -> FieldView:
    return next(one for one in view.fields if one.name == name)


def writer_of(session: Session) -> bytes:
    with session.vault.read() as unit:
        return unit.identity().writer


def killed_before(step: int, folder: Path, work: Callable[[], object]) -> bool:
    """Do this in a process that dies before it opens, renames or removes its nth file of the folder.

    Whether it died: when it has no such step, it ends by itself.
    """
    child = os.fork()
    if not child:
        left = step

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event in ("open", "os.rename", "os.remove", "os.mkdir") and str(arguments[0]).startswith(
                str(folder)
            ):
                if not left:
                    os._exit(9)
                left -= 1

        sys.addaudithook(watch)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


class TestBackup:
    def test_it_is_made_while_the_vault_is_open_and_written(
        self, session: Session, folder: Path, file: Path, target: Path, space: SpaceId
    ) -> None:
        stop = threading.Event()

        def go_on() -> None:
            while not stop.is_set():
                records.add_record(session, space, "note", [SetValue("title", "meanwhile")])

        thread = threading.Thread(target=go_on)
        thread.start()
        try:
            view = back_up(folder, PASSPHRASE, file, clock=lambda: 1_767_950_000)
        finally:
            stop.set()
            thread.join()
        assert (view.size, view.made) == (file.stat().st_size, 1_767_950_000)
        assert check(file, PASSPHRASE) == view
        copy = restored(file, target, gone=False)
        assert {"Note 0", "Note 1", "Note 2"} <= titles(copy)
        assert verify(copy).ok
        copy.close()

    def test_the_passphrase_is_needed_and_is_that_of_the_day(
        self, session: Session, folder: Path, file: Path, target: Path
    ) -> None:
        with pytest.raises(WrongPassphrase):
            back_up(folder, NEW, file)
        assert not file.exists()
        back_up(folder, PASSPHRASE, file)
        change_passphrase(session, PASSPHRASE, NEW, FLOOR)
        with pytest.raises(WrongPassphrase, match="of its day"):
            check(file, NEW)
        with pytest.raises(WrongPassphrase, match="of its day"):
            restored(file, target, gone=False, passphrase=NEW)
        assert not target.exists()

    def test_a_passphrase_changed_meanwhile_leaves_no_backup_for_the_old_one(
        self, session: Session, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = write_backup

        def slow(*arguments, **named):
            end = real(*arguments, **named)
            change_passphrase(session, PASSPHRASE, NEW, FLOOR)
            return end

        monkeypatch.setattr(backups, "write_backup", slow)
        with pytest.raises(InUse):
            back_up(folder, PASSPHRASE, file)
        assert not file.exists()

    def test_a_damaged_vault_is_not_copied_as_if_it_were_whole(
        self, session: Session, folder: Path, file: Path, space: SpaceId
    ) -> None:
        session.close()
        data = bytearray((folder / DATABASE).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / DATABASE).write_bytes(data)
        with pytest.raises(Damaged, match="delve salvage"):
            back_up(folder, PASSPHRASE, file)
        assert list(file.parent.iterdir()) == []

    def test_no_folder_no_backup(self, session: Session, folder: Path, tmp_path: Path) -> None:
        with pytest.raises(NotFound):
            back_up(folder, PASSPHRASE, tmp_path / "nowhere" / "x")
        with pytest.raises(NotFound):
            back_up(tmp_path / "no vault", PASSPHRASE, tmp_path / "x")

    def test_a_fat_stick_bounds_the_file(
        self, session: Session, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(backups, "filesystem_of", lambda _folder: "FAT32")
        monkeypatch.setattr(backups, "FAT32_LIMIT", 10_000)
        with pytest.raises(InvalidContent, match="4 GB"):
            back_up(folder, PASSPHRASE, file)
        monkeypatch.setattr(backups, "filesystem_of", lambda _folder: "exfat")
        back_up(folder, PASSPHRASE, file)


class TestRestore:
    def test_all_comes_back_with_drafts_and_what_was_unsent(
        self, session: Session, folder: Path, file: Path, target: Path, space: SpaceId
    ) -> None:
        code = new_recovery_code(session, PASSPHRASE)
        drafts.save_draft(session, space, None, "note", {"title": "half a thought"})
        back_up(folder, PASSPHRASE, file)
        copy = restore_backup(file, target, PASSPHRASE, old_laptop_gone=False)
        assert state_hash(copy.session, space) == state_hash(session, space)
        assert [one.content for one in drafts.list_drafts(copy.session, space)] == [
            {"title": "half a thought"}
        ]
        assert [(one.state, one.unsent) for one in copy.spaces] == [("member", 3)]
        copy.session.close()
        assert not (target / RESTORING).exists()
        assert (target / HEADER).read_bytes() == (target / SPARE).read_bytes()
        open_vault(target, PASSPHRASE).close()
        open_with_code(target, code).close()

    def test_inv17_in_any_case_a_new_writer(
        self, session: Session, folder: Path, file: Path, target: Path, tmp_path: Path, space: SpaceId
    ) -> None:
        back_up(folder, PASSPHRASE, file)
        writers = {writer_of(session)}
        for number, gone in enumerate((False, False, True)):
            copy = restored(file, tmp_path / f"copy {number}", gone=gone)
            writers.add(writer_of(copy))
            assert (copy.device == session.device) is not gone
            copy.close()
        assert len(writers) == 4

    @pytest.mark.parametrize("thing", ["photo.jpg", HEADER, SPARE, DATABASE, ".hidden"])
    def test_it_goes_only_into_an_empty_or_new_folder(
        self, session: Session, folder: Path, file: Path, target: Path, thing: str
    ) -> None:
        back_up(folder, PASSPHRASE, file)
        target.mkdir()
        (target / thing).write_bytes(b"mine")
        with pytest.raises(InvalidContent, match="empty or a new folder"):
            restored(file, target, gone=False)
        assert {path.name: path.read_bytes() for path in target.iterdir()} == {thing: b"mine"}
        (target / thing).unlink()
        restored(file, target, gone=False).close()
        with pytest.raises(InvalidContent):
            restored(file, target, gone=False)

    def test_a_place_where_a_vault_may_not_live_is_refused(
        self, session: Session, folder: Path, file: Path, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        back_up(folder, PASSPHRASE, file)
        monkeypatch.setattr(place_facts, "look_at", lambda place: Place(place, "vfat"))
        with pytest.raises(UnsafePlace, match="FAT"):
            restored(file, target, gone=False)
        assert not target.exists()

    def test_a_damaged_backup_leaves_nothing(
        self, session: Session, folder: Path, file: Path, target: Path
    ) -> None:
        back_up(folder, PASSPHRASE, file)
        data = bytearray(file.read_bytes())
        data[5000] ^= 1
        file.write_bytes(data)
        with pytest.raises(Damaged):
            restored(file, target, gone=False)
        assert not target.exists()

    def test_stopping_leaves_nothing(self, session: Session, folder: Path, file: Path, target: Path) -> None:
        back_up(folder, PASSPHRASE, file)
        with pytest.raises(Cancelled):
            restore_backup(file, target, PASSPHRASE, old_laptop_gone=False, cancelled=lambda: True)
        assert not target.exists()

    def test_what_was_killed_is_begun_anew(
        self, session: Session, folder: Path, file: Path, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        back_up(folder, PASSPHRASE, file)

        class Killed(BaseException):
            pass

        def die(*_: object, **__: object) -> None:
            raise Killed

        for module, place in (
            (restoring, "extract_database"),
            (restoring, "_open_as_new"),
            (becoming, "write_both"),
        ):
            with monkeypatch.context() as patch:
                patch.setattr(module, place, die)
                patch.setattr(becoming.BecomingVault, "__exit__", lambda *_: None)  # nothing runs any more
                with pytest.raises(Killed):
                    restored(file, target, gone=False)
            assert (target / RESTORING).exists()
            with pytest.raises(NotFound):
                open_vault(target, PASSPHRASE)
        restored(file, target, gone=False).close()
        assert not (target / RESTORING).exists()

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked to die")
    def test_inv01_cut_off_before_any_step_it_is_begun_anew_or_whole(
        self, session: Session, folder: Path, file: Path, target: Path, space: SpaceId
    ) -> None:
        back_up(folder, PASSPHRASE, file)
        steps = headers = 0
        while killed_before(steps, target, lambda: restored(file, target, gone=False)):
            steps += 1
            headers += has_header(target)
            if has_header(target):
                again = open_vault(target, PASSPHRASE)
            else:
                again = restored(file, target, gone=False)
            assert titles(again) == titles(session)
            again.close()
            assert {path.name for path in target.iterdir()} <= {HEADER, SPARE, DATABASE, BLOBS, LOCK_NAME}
            shutil.rmtree(target)
        assert steps > headers > 1

    def test_a_mark_that_outlived_the_restore_is_taken_away(
        self, session: Session, folder: Path, file: Path, target: Path
    ) -> None:
        back_up(folder, PASSPHRASE, file)
        restored(file, target, gone=False).close()
        (target / RESTORING).touch()
        with pytest.raises(InvalidContent):  # it is a vault, whatever the mark says
            restored(file, target, gone=False)
        open_vault(target, PASSPHRASE).close()
        assert not (target / RESTORING).exists()


class TestNewDevice:
    def test_a_coordinator_s_new_laptop_belongs_to_the_space_at_once(
        self, session: Session, folder: Path, file: Path, target: Path, space: SpaceId
    ) -> None:
        back_up(folder, PASSPHRASE, file)
        outcome = restore_backup(file, target, PASSPHRASE, old_laptop_gone=True)
        copy = outcome.session
        # three acts and the segment that the old device sealed for a last time: no hub is followed yet
        assert [(one.name, one.state) for one in outcome.spaces] == [("Lake Zone", "member")]
        assert state_hash(copy, space) == state_hash(session, space)
        (view,) = spaces.list_spaces(copy)
        assert (view.state, view.role) == ("active", "coordinator")
        record, _ = records.add_record(copy, space, "note", [SetValue("title", "from the new laptop")])
        assert records.history(copy, record)[0].by == "Zawadi"
        assert verify(copy).ok
        copy.close()

    def test_where_nobody_had_admitted_the_old_laptop_its_words_become_the_new_one_s(
        self, session: Session, folder: Path, file: Path, target: Path
    ) -> None:
        waiting = SpaceId(b"w" * 16)
        with session.vault.write() as unit:
            unit.add_space(waiting, "Not yet", "pending", None)
        first, _ = records.add_record(
            session, waiting, "note", [SetValue("title", "One"), EditText("text", "a\nb")]
        )
        records.edit_record(session, first, [EditText("text", "a\nB")])
        heads = records.open_record(session, first).heads
        link = {"record": first.hex(), "heads": [one.hex() for one in heads]}
        adoption, _ = records.add_record(session, waiting, "adoption", [SetValue("practice", link)])
        draft = drafts.save_draft(session, waiting, first, "note", {"title": "Two"}, None, heads)
        back_up(folder, PASSPHRASE, file)
        outcome = restore_backup(file, target, PASSPHRASE, old_laptop_gone=True)
        copy = outcome.session
        assert [(one.state, one.unsent) for one in outcome.spaces] == [("asks", 3)]
        rows = {row.kind: row for row in records.list_records(copy, waiting).rows}
        note = records.open_record(copy, rows["note"].id)
        assert note.id not in (first, adoption)
        assert [entry.by for entry in records.history(copy, note.id)] == [copy.device.hex()[:8]] * 2
        assert field(note, "text").value == "a\nB"
        linked = records.open_record(copy, rows["adoption"].id)
        assert field(linked, "practice").value == {
            "record": note.id.hex(),
            "heads": [one.hex() for one in note.heads],
        }
        # a draft goes on where it was, on the record as it is called now
        found = drafts.open_draft(copy, note.id)
        assert found is not None
        assert found.id == draft
        drafts.commit_draft(copy, draft)
        title = field(records.open_record(copy, note.id), "title")
        assert (title.value, title.disputed) == ("Two", False)
        (view,) = spaces.list_spaces(copy)
        assert (view.state, view.words) == ("pending", ())
        assert verify(copy).ok
        copy.close()
