"""A database under a new key, and a copy as of one moment."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

import pytest

from delve_desktop.domain.errors import Cancelled, Damaged, DiskFull, InUse, Locked
from delve_desktop.store import rekeying, room, snapshot
from delve_desktop.store.engine import connect
from delve_desktop.store.files import DATABASE, NEXT, PART
from delve_desktop.store.rows import DraftRow
from delve_desktop.store.vault import Vault

from .conftest import KEY, SPACE, Author

OTHER = bytes(range(100, 132))
COPY = f"{DATABASE}.before-2"


@pytest.fixture
def filled(vault: Vault, anna: Author) -> Vault:
    with vault.write() as unit:
        unit.apply_ops(SPACE, [anna.put("title", f"{number} " + "x" * 2000) for number in range(400)])
        last = unit.save_draft(DraftRow(0, SPACE, None, "note", b"", b"\x80", 1))
        unit.drop_draft(last)
    return vault


def count(vault: Vault) -> int:
    with vault.read() as unit:
        found = len(list(unit.states(SPACE)))
        assert len(unit.indexed()) == found
    return found


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {f"{DATABASE}-wal", f"{DATABASE}-shm", "vault.lock"}


def test_everything_is_there_under_the_new_key_and_nothing_under_the_old(filled: Vault) -> None:
    (filled.folder / COPY).write_bytes(b"a copy from before a migration, under the old key")
    steps: list[tuple[int, int]] = []
    filled.rekey(KEY, OTHER, lambda: None, progress=lambda done, total: steps.append((done, total)))
    assert count(filled) == 400
    with filled.write() as unit:
        # numbers of drafts are never given twice, not across this either
        assert unit.save_draft(DraftRow(0, SPACE, None, "note", b"", b"\x80", 1)) == 2
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1] > 256
    filled.close()
    assert names(filled.folder) == {DATABASE}
    with pytest.raises(Damaged):
        Vault.open(filled.folder, KEY)
    again = Vault.open(filled.folder, OTHER)
    assert count(again) == 400
    assert not again.check_pages(OTHER)
    again.close()


def test_a_change_that_is_stopped_leaves_the_vault_as_it_was(filled: Vault) -> None:
    with pytest.raises(Cancelled):
        filled.rekey(KEY, OTHER, pytest.fail, cancelled=lambda: True)
    assert names(filled.folder) == {DATABASE}
    with filled.write() as unit:
        unit.set_meta("colour", b"teal")
    filled.close()
    Vault.open(filled.folder, KEY).close()


def test_without_room_for_a_second_file_nothing_begins(
    filled: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "free_bytes", lambda _folder: room.FLOOR + filled.size - 1)
    with pytest.raises(DiskFull):
        filled.rekey(KEY, OTHER, pytest.fail)
    assert count(filled) == 400


def test_nothing_reads_or_writes_while_the_key_changes(filled: Vault) -> None:
    def commit() -> None:
        with pytest.raises(Locked), filled.read():
            pass

    filled.rekey(KEY, OTHER, commit)
    assert count(filled) == 400


class Cut(Exception):
    """The power went."""


def cut() -> None:
    raise Cut


@pytest.mark.parametrize("committed", [False, True])
def test_what_is_cut_off_around_the_header_s_change_is_decided_by_the_header(
    filled: Vault, committed: bool
) -> None:
    (filled.folder / COPY).write_bytes(b"old key")
    with pytest.raises(Cut):
        filled.rekey(KEY, OTHER, cut)
    with pytest.raises(Locked), filled.write():
        pass  # it could land in the file that is about to go
    assert {DATABASE, NEXT, COPY} <= names(filled.folder)
    key = OTHER if committed else KEY
    vault = Vault.open(filled.folder, key)
    assert count(vault) == 400
    vault.close()
    assert names(filled.folder) == ({DATABASE} if committed else {DATABASE, COPY})
    with pytest.raises(Damaged):
        Vault.open(filled.folder, KEY if committed else OTHER)


def test_two_files_that_neither_key_opens_are_both_kept(filled: Vault) -> None:
    with suppress(Cut):
        filled.rekey(KEY, OTHER, cut)
    before = {name: (filled.folder / name).read_bytes() for name in (DATABASE, NEXT)}
    with pytest.raises(Damaged, match="Neither"):
        Vault.open(filled.folder, bytes(32))
    assert {name: (filled.folder / name).read_bytes() for name in (DATABASE, NEXT)} == before


def test_a_vault_whose_old_file_is_gone_already_is_finished(filled: Vault) -> None:
    with suppress(Cut):
        filled.rekey(KEY, OTHER, cut)
    (filled.folder / DATABASE).unlink()
    vault = Vault.open(filled.folder, OTHER)
    assert count(vault) == 400
    vault.close()


def test_what_was_half_written_is_removed_at_the_next_opening(filled: Vault) -> None:
    filled.close()
    (filled.folder / (NEXT + PART)).write_bytes(b"half")
    Vault.open(filled.folder, KEY).close()
    assert names(filled.folder) == {DATABASE}


def test_a_damaged_page_is_copied_under_no_other_key(filled: Vault) -> None:
    with filled.read() as unit:
        root = unit._rows("SELECT rootpage FROM sqlite_master WHERE name = 'op'")[0][0]
    filled.close()
    data = bytearray((filled.folder / DATABASE).read_bytes())
    data[(root - 1) * 4096 + 9] ^= 1
    (filled.folder / DATABASE).write_bytes(data)
    again = Vault.open(filled.folder, KEY)
    with pytest.raises(Damaged, match="delve salvage"):
        again.rekey(KEY, OTHER, pytest.fail)
    assert not (again.folder / (NEXT + PART)).exists()
    again.close()


def test_inv26_no_page_is_copied_whose_seal_is_broken(filled: Vault, tmp_path: Path) -> None:
    """SQLite's backup hands such a page on as zeros: the last page of a long value would go unnoticed."""
    filled.close()
    path = filled.folder / DATABASE
    data = path.read_bytes()
    for page in range(0, len(data) // 4096, 40):
        broken = bytearray(data)
        broken[page * 4096 + 99] ^= 2
        path.write_bytes(broken)
        with pytest.raises(Damaged):
            snapshot.copy_database((path, KEY), (tmp_path / "copy.db", KEY))
    path.write_bytes(data)
    snapshot.copy_database((path, KEY), (tmp_path / "copy.db", KEY))


def test_a_copy_holds_one_moment_while_others_write(filled: Vault, tmp_path: Path) -> None:
    boris = Author(b"b" * 32)
    (elsewhere := tmp_path / "elsewhere").mkdir()
    path = elsewhere / "copy.db"

    def write(_done: int, _total: int) -> None:
        with filled.write() as unit:
            unit.apply_ops(SPACE, [boris.put("title", "while it is copied")])

    snapshot.copy_database((filled.folder / DATABASE, KEY), (path, KEY), progress=write)
    assert count(filled) > 401
    assert {one.name for one in elsewhere.iterdir()} == {"copy.db"}
    path.rename(elsewhere / DATABASE)
    copy = Vault.open(elsewhere, KEY)
    assert count(copy) == 400
    copy.close()


def test_a_copy_waits_for_no_one_who_writes(filled: Vault, tmp_path: Path) -> None:
    done = threading.Event()
    with filled.write() as unit:
        unit.set_meta("colour", b"teal")

        def copy() -> None:
            snapshot.copy_database((filled.folder / DATABASE, KEY), (tmp_path / "copy.db", KEY))
            done.set()

        thread = threading.Thread(target=copy)
        thread.start()
        assert done.wait(60)
    thread.join()
    connection = connect(tmp_path / "copy.db", KEY)
    assert connection.execute("SELECT count(*) FROM meta").fetchone() == (0,)
    connection.close()


def test_a_key_that_cannot_be_tried_now_is_not_taken_for_a_wrong_one(
    filled: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.close()
    holder = connect(filled.folder / DATABASE, KEY)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr("delve_desktop.store.engine.BUSY_MS", 1)
    with pytest.raises(InUse):
        rekeying.opens(filled.folder / DATABASE, KEY)
    holder.close()
