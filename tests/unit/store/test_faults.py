"""What breaks around a vault: full and write-protected disks, torn logs, flipped bytes, other processes."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlcipher3 import dbapi2

from delve_desktop.domain.errors import (
    Damaged,
    DelveError,
    DiskFailing,
    DiskFull,
    WriteProtected,
)
from delve_desktop.domain.ids import DeviceId, RecordId
from delve_desktop.domain.state import encode_state
from delve_desktop.store import index
from delve_desktop.store.engine import connect
from delve_desktop.store.lock import LOCK_NAME
from delve_desktop.store.rows import HubRow, IdentityRow, InviteRow, SpaceRow
from delve_desktop.store.vault import DATABASE, Vault

from .conftest import ANNA, KEY, SPACE, Author

LOG = DATABASE + "-wal"


def write_notes(vault: Vault, author: Author, count: int, text: str = "note") -> None:
    for number in range(count):
        with vault.write() as unit:
            unit.apply_ops(SPACE, [author.put("title", f"{number} {text}")])


def titles(vault: Vault) -> list[str]:
    with vault.read() as unit:
        found = [str(state.fields["title"].versions[0].value) for state in unit.states(SPACE)]
        assert len(unit.indexed()) == len(found)
    return found


def copy_of(folder: Path, target: Path) -> Path:
    """The vault in `folder`, copied without its lock."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name in (DATABASE, LOG):
        if (folder / name).exists():
            shutil.copy(folder / name, target / name)
    return target


def fill(vault: Vault, author: Author, chance: random.Random, written: list[str]) -> None:
    while True:
        title = f"{len(written)} " + "x" * chance.randint(1, 3000)
        with vault.write() as writing:
            writing.apply_ops(SPACE, [author.put("title", title)])
        written.append(title)


def test_a_full_disk_loses_nothing_and_says_so(vault: Vault, anna: Author, seeded_random: Any) -> None:
    limit = 0

    @event.listens_for(vault._engine, "checkout")
    def _limited(connection: Any, _record: Any, _proxy: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {limit}")

    written: list[str] = []
    for _ in range(25):
        with vault.read() as unit:
            limit = unit._rows("PRAGMA page_count")[0][0] + seeded_random.randint(0, 12)
        with pytest.raises(DiskFull):
            fill(vault, anna, seeded_random, written)
        assert sorted(titles(vault)) == sorted(written)  # and reading works on
    limit = 1 << 30
    write_notes(vault, anna, 1)
    assert len(titles(vault)) == len(written) + 1
    assert not vault.check_pages(KEY)


def test_inv26_a_log_torn_anywhere_opens_to_a_prefix_of_the_commits(
    tmp_path: Path, anna: Author, seeded_random: random.Random
) -> None:
    (folder := tmp_path / "vault").mkdir()
    vault = Vault.create(folder, KEY)
    with vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    vault.close()  # folds the log into the file
    vault = Vault.open(folder, KEY)
    write_notes(vault, anna, 25)
    log = (folder / LOG).read_bytes()
    lengths = set()
    for number in range(60):
        torn = bytearray(log)
        if number % 2:
            del torn[seeded_random.randrange(len(torn)) :]
        else:
            torn[seeded_random.randrange(len(torn))] ^= 1 << seeded_random.randrange(8)
        copy = copy_of(folder, tmp_path / "copy")
        (copy / LOG).write_bytes(torn)
        again = Vault.open(copy, KEY)
        found = sorted(titles(again), key=lambda title: int(title.split()[0]))
        assert found == [f"{at} note" for at in range(len(found))]
        assert not again.check_pages(KEY)
        again.close()
        lengths.add(len(found))
    vault.close()
    assert len(lengths) > 10


def test_inv26_a_flipped_byte_never_gives_other_content_and_is_one_clear_error(
    tmp_path: Path, anna: Author, seeded_random: random.Random
) -> None:
    (folder := tmp_path / "vault").mkdir()
    vault = Vault.create(folder, KEY)
    with vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    write_notes(vault, anna, 30)
    with vault.read() as unit:
        truth = {state.record: encode_state(state) for state in unit.states(SPACE)}
    vault.close()
    data = (folder / DATABASE).read_bytes()
    refused = 0
    for _ in range(80):
        flipped = bytearray(data)
        flipped[seeded_random.randrange(len(data))] ^= 1 << seeded_random.randrange(8)
        copy = copy_of(folder, tmp_path / "copy")
        (copy / DATABASE).write_bytes(flipped)
        again = None
        try:
            again = Vault.open(copy, KEY)
            assert again.check_pages(KEY)  # every flip is found by the check
            _read_all(again, truth)
            write_notes(again, Author(DeviceId(b"c" * 32)), 1)
        except DelveError:
            refused += 1
        finally:
            if again is not None:
                with suppress(DelveError):
                    again.close()
    assert refused > 10


def _read_all(vault: Vault, truth: dict[RecordId, bytes]) -> None:
    with vault.read() as unit:
        assert {state.record: encode_state(state) for state in unit.states(SPACE)} == truth
        for record in truth:
            assert len(unit.ops_of(record)) == 1
        unit.indexed()
        unit.search_newest(index.query("note", SPACE), 50)


def test_a_page_that_cannot_be_read_at_the_commit_is_no_want_of_memory(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def starved(_connection: Any) -> None:
        raise MemoryError  # what SQLite's "no memory" becomes, and what it says of a bad page there

    monkeypatch.setattr(vault._engine.dialect, "do_commit", starved)
    with pytest.raises(Damaged), vault.write() as unit:
        unit.set_meta("colour", b"teal")
    assert vault.damaged
    with vault.read() as reading:
        assert reading.meta("colour") is None


@pytest.mark.parametrize(
    "number, kind", [(errno.EACCES, WriteProtected), (errno.EROFS, WriteProtected), (errno.ENOSPC, DiskFull)]
)
def test_a_folder_that_takes_no_lock_file_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[DelveError]
) -> None:
    Vault.create(tmp_path, KEY).close()

    def refused(*_arguments: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("delve_desktop.store.lock.os.open", refused)
    with pytest.raises(kind):
        Vault.open(tmp_path, KEY)


@pytest.mark.parametrize("free, kind", [(0, DiskFull), (1 << 40, DiskFailing)])
def test_an_error_of_a_disk_without_any_room_is_said_to_be_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, kind: type[DelveError]
) -> None:
    """SQLite cannot open its log there, and says no more than that the disk had an error."""
    Vault.create(tmp_path, KEY).close()

    def failing(*_arguments: object, **_named: object) -> object:
        raise dbapi2.OperationalError("disk I/O error")

    monkeypatch.setattr("delve_desktop.store.room.free_bytes", lambda _folder: free)
    monkeypatch.setattr(dbapi2, "connect", failing)
    with pytest.raises(kind):
        connect(tmp_path / DATABASE, KEY)


def test_a_write_protected_database_is_read_and_says_that_it_takes_nothing(
    tmp_path: Path, anna: Author
) -> None:
    vault = Vault.create(tmp_path, KEY)
    with vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)

    @event.listens_for(vault._engine, "checkout")
    def _protected(connection: Any, _record: Any, _proxy: Any) -> None:
        connection.execute("PRAGMA query_only = ON")  # as a read-only file: root may write any file

    with pytest.raises(WriteProtected):
        write_notes(vault, anna, 1)
    assert titles(vault) == []
    event.remove(vault._engine, "checkout", _protected)
    vault.close()


WRITER = """
import pathlib, sys
from delve_desktop.domain.ids import DeviceId
from delve_desktop.store.vault import Vault
from tests.unit.store.conftest import KEY, SPACE, Author
folder, name, count = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
author = Author(DeviceId(name.encode() * 32))
vault = Vault.open(folder, KEY)
print("open", flush=True)
sys.stdin.readline()
for number in range(count):
    with vault.write() as unit:
        unit.apply_ops(SPACE, [author.put("title", f"{number} {name}")])
        unit.set_meta(name, str(number).encode())
    print(number, flush=True)
"""


def start_writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[3]), *sys.path])},
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "open\n"
    return writer


@pytest.mark.processes
def test_two_processes_past_a_removed_lock_file_do_not_harm_the_vault(tmp_path: Path) -> None:
    """A person, or a cleaning program, may delete the file; then SQLite's own locks have to do."""
    vault = Vault.create(tmp_path, KEY)
    with vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    vault.close()
    writers = []
    for name in "pq":
        writers.append(start_writer(tmp_path, name, 40))
        (tmp_path / LOCK_NAME).unlink()
    for writer in writers:
        with writer:
            writer.communicate("\n")
            assert writer.returncode == 0
    vault = Vault.open(tmp_path, KEY)
    assert len(titles(vault)) == 80
    assert not vault.check_pages(KEY)
    vault.close()


@pytest.mark.processes
def test_inv01_inv02_a_killed_process_loses_nothing_that_had_committed(
    tmp_path: Path, seeded_random: random.Random
) -> None:
    vault = Vault.create(tmp_path, KEY)
    with vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    vault.close()
    total = 0
    for name in "abcdef":
        writer = start_writer(tmp_path, name, 10_000)
        with writer:
            assert writer.stdin is not None
            assert writer.stdout is not None
            writer.stdin.write("\n")
            writer.stdin.flush()
            last = [writer.stdout.readline() for _ in range(seeded_random.randint(1, 30))][-1]
            writer.kill()
            rest = writer.stdout.read().split("\n")  # said before it died; the last line may be cut
        told = int(rest[-2]) if len(rest) > 1 else int(last)
        vault = Vault.open(tmp_path, KEY)
        found = titles(vault)
        assert not vault.check_pages(KEY)
        with vault.read() as unit:
            committed = int(unit.meta(name) or b"-1")
        vault.close()
        assert committed >= told
        assert len(found) == total + committed + 1  # each commit whole: the note and what was said of it
        total = len(found)


def test_a_copy_taken_while_the_vault_is_open_is_whole_or_refused(
    tmp_path: Path, anna: Author, seeded_random: random.Random
) -> None:
    (folder := tmp_path / "vault").mkdir()
    vault = Vault.create(folder, KEY)
    with vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    stop = threading.Event()

    def go_on() -> None:
        while not stop.is_set():
            write_notes(vault, anna, 1, "x" * 2000)

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        for _ in range(12):
            copy = copy_of(folder, tmp_path / "copy")
            with suppress(DelveError):
                again = Vault.open(copy, KEY)
                if not again.check_pages(KEY):
                    titles(again)  # the index goes with the records
                again.close()
    finally:
        stop.set()
        thread.join()
    vault.close()


def test_inv27_an_error_carries_none_of_the_values_it_was_about(vault: Vault) -> None:
    word = "canary" * 3
    with pytest.raises(Exception, match="meta") as raised, vault.write() as unit:
        unit._run("INSERT INTO meta VALUES (?, ?, ?)", word, word.encode(), 1)
    assert word not in str(raised.value)


def test_rows_with_secrets_do_not_show_them() -> None:
    secret = b"canary" * 3
    rows = [
        IdentityRow(secret, "Anna", "en", b"w" * 16, b"n" * 16, 1),
        SpaceRow(SPACE, "Lake Zone", "pending", None, b"", secret),
        InviteRow(b"l" * 16, SPACE, secret, b"a" * 32, False),
        HubRow(1, "https://hub.example", ANNA, bytes(32), secret.decode()),
    ]
    assert "canary" not in repr(rows)
