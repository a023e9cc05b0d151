"""A backup is whole and checked, or there is none; every flipped byte of it is found."""

from __future__ import annotations

import errno
import itertools
import os
import random
from contextlib import suppress
from pathlib import Path

import pytest

from delve_desktop.crypto.durable import sync_file
from delve_desktop.domain.errors import Cancelled, Damaged, DelveError, DiskFull, InvalidContent, NewerFormat
from delve_desktop.store import backup_file, migrations
from delve_desktop.store.backup_file import check_backup, extract_database, write_backup
from delve_desktop.store.backup_format import END_SIZE, BackupEnd, end_size, read_backup_header, read_end
from delve_desktop.store.files import DATABASE, PART
from delve_desktop.store.vault import Vault

from .conftest import KEY, SPACE, Author

HEADER = b"DLVV and so on"


@pytest.fixture
def filled(vault: Vault, anna: Author) -> Vault:
    with vault.write() as unit:
        unit.apply_ops(SPACE, [anna.put("title", f"{number} " + "x" * 2000) for number in range(200)])
    return vault


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (folder := tmp_path / "stick").mkdir()
    return folder


def written(vault: Vault, file: Path, **more) -> BackupEnd:
    return write_backup((vault.folder / DATABASE, KEY), HEADER, file, 1_767_950_000, **more)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_gives_back_database_and_header(filled: Vault, stick: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    end = written(filled, stick / "b.delve", progress=lambda done, total: steps.append((done, total)))
    assert names(stick) == ["b.delve"]
    assert (stick / "b.delve").stat().st_size == end.size
    assert end.schema == migrations.CURRENT
    assert check_backup(stick / "b.delve") == read_end(stick / "b.delve") == end
    assert read_backup_header(stick / "b.delve", end) == HEADER
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]
    (out := tmp_path / "out").mkdir()
    extract_database(stick / "b.delve", end, out / DATABASE)
    again = Vault.open(out, KEY)
    with again.read() as unit:
        assert len(list(unit.states(SPACE))) == 200
    assert not again.check_pages(KEY)
    again.close()


def test_a_file_that_is_there_is_never_touched(filled: Vault, stick: Path, monkeypatch) -> None:
    file = stick / "b.delve"
    file.write_bytes(b"last month's")
    with pytest.raises(InvalidContent, match="never replaces"):
        written(filled, file)
    file.unlink()
    real = os.link

    def raced(source, target):
        Path(target).write_bytes(b"somebody else's")
        return real(source, target)

    monkeypatch.setattr(os, "link", raced)
    with pytest.raises(InvalidContent):
        written(filled, file)
    assert file.read_bytes() == b"somebody else's"
    assert names(stick) == ["b.delve"]


def test_a_stick_without_second_names_takes_a_backup(filled: Vault, stick: Path, monkeypatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "FAT knows no links")

    monkeypatch.setattr(os, "link", refused)
    written(filled, stick / "b.delve")
    assert names(stick) == ["b.delve"]
    with pytest.raises(InvalidContent):
        written(filled, stick / "b.delve")


def test_what_a_pulled_stick_left_is_replaced(filled: Vault, stick: Path) -> None:
    (stick / ("b.delve" + PART)).write_bytes(b"half")
    written(filled, stick / "b.delve")
    assert names(stick) == ["b.delve"]


def test_inv26_every_flipped_byte_and_every_cut_is_found(
    filled: Vault, stick: Path, tmp_path: Path, seeded_random: random.Random
) -> None:
    file = stick / "b.delve"
    end = written(filled, file)
    data = file.read_bytes()
    places = [*range(end.database - 4, len(data)), *(seeded_random.randrange(len(data)) for _ in range(60))]
    for place in places:
        flipped = bytearray(data)
        flipped[place] ^= 1 << seeded_random.randrange(8)
        file.write_bytes(flipped)
        with pytest.raises((Damaged, NewerFormat)):
            check_backup(file)
    for size in (
        0,
        1,
        END_SIZE - 1,
        END_SIZE,
        len(data) - 1,
        *(seeded_random.randrange(len(data)) for _ in range(20)),
    ):
        file.write_bytes(data[:size])
        with pytest.raises(Damaged):
            check_backup(file)
    file.write_bytes(data + b"\0")
    with pytest.raises(Damaged):
        check_backup(file)
    for spliced in (data[:4096] + data[8192:], data[:4096] + data):
        file.write_bytes(spliced)
        with pytest.raises(Damaged, match="should have"):
            read_end(file)


def test_inv26_every_bit_of_the_end_counts(filled: Vault, stick: Path) -> None:
    end = written(filled, stick / "b.delve").to_bytes()
    for place in range(len(end)):
        for bit in range(8):
            flipped = bytearray(end)
            flipped[place] ^= 1 << bit
            with pytest.raises((Damaged, NewerFormat)):
                BackupEnd.parse(bytes(flipped))


def test_inv12_a_newer_backup_is_told_from_a_broken_one(filled: Vault, stick: Path) -> None:
    end = written(filled, stick / "b.delve").to_bytes()
    with pytest.raises(NewerFormat):
        BackupEnd.parse(end[:-9] + b"\x03" + end[-8:])
    with pytest.raises(NewerFormat):  # whatever a later version puts before it
        BackupEnd.parse(bytes(40) + b"\x03" + end[-8:])
    with pytest.raises(Damaged, match="cut off"):
        BackupEnd.parse(bytes(END_SIZE))


def test_a_backup_of_a_newer_database_is_left_alone(filled: Vault, stick: Path) -> None:
    file = stick / "b.delve"
    end = written(filled, file)
    newer = BackupEnd(end.database, end.header, end.schema + 1, end.made, end.database_hash, end.header_hash)
    file.write_bytes(file.read_bytes()[: -end_size(1)] + newer.to_bytes())
    with pytest.raises(NewerFormat):
        read_end(file)


def test_a_stick_for_small_files_says_so_before_it_begins(filled: Vault, stick: Path) -> None:
    with pytest.raises(InvalidContent, match="no file reaches 4 GB"):
        written(filled, stick / "b.delve", largest=100_000)
    assert names(stick) == []


def test_a_full_stick_says_so_before_it_begins(filled: Vault, stick: Path, monkeypatch) -> None:
    monkeypatch.setattr(backup_file, "free_bytes", lambda _folder: 100_000)
    with pytest.raises(DiskFull):
        written(filled, stick / "b.delve")
    assert names(stick) == []


@pytest.mark.parametrize("after", [0, 1, 2, 5])
def test_stopping_leaves_no_file(filled: Vault, stick: Path, after: int) -> None:
    looks = itertools.count()
    with pytest.raises(Cancelled):
        written(filled, stick / "b.delve", cancelled=lambda: next(looks) >= after)
    assert names(stick) == []


CALLS = (
    (os, "fsync"),
    (os, "link"),
    (os, "open"),
    (Path, "open"),
    (Path, "unlink"),
    (Path, "stat"),
)


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EFBIG])
def test_a_stick_that_fails_at_any_call_leaves_a_whole_backup_or_none(
    filled: Vault, stick: Path, code: int
) -> None:
    """Each call by itself fails once, as a stick does that is pulled out and put back."""
    failed = 0
    for broken in itertools.count():
        file = stick / f"{broken}.delve"
        counter = itertools.count()

        def counted(real, counter=counter, broken=broken):
            def call(*args, **kwargs):
                if next(counter) == broken:
                    raise OSError(code, os.strerror(code))
                return real(*args, **kwargs)

            return call

        done = True
        with pytest.MonkeyPatch.context() as patch:
            for target, name in CALLS:
                patch.setattr(target, name, counted(getattr(target, name)))
            try:
                written(filled, file)
            except (DelveError, OSError):
                done = False
                failed += 1
        if file.exists():
            check_backup(file)
        else:
            assert not done
        if next(counter) <= broken:
            break
    assert failed > 5
    left = [name for name in names(stick) if name.endswith(PART)]  # where the very removing failed
    assert len(left) < failed
    for name in left:
        with suppress(InvalidContent):  # whole under its name already
            written(filled, stick / name.removesuffix(PART))
    with filled.read() as unit:  # and the vault never noticed
        assert len(list(unit.states(SPACE))) == 200


def test_a_disk_that_gives_back_other_bytes_leaves_no_backup(filled: Vault, stick: Path, monkeypatch) -> None:
    real = sync_file

    def worn(path: Path) -> None:
        real(path)
        data = bytearray(path.read_bytes())
        if data.endswith(b"DLVBACK."):
            data[5000] ^= 1
            path.write_bytes(data)

    monkeypatch.setattr(backup_file, "sync_file", worn)
    with pytest.raises(Damaged):
        written(filled, stick / "b.delve")
    assert names(stick) == []


def test_a_damaged_backup_gives_no_database(filled: Vault, stick: Path, tmp_path: Path) -> None:
    file = stick / "b.delve"
    end = written(filled, file)
    data = bytearray(file.read_bytes())
    data[9000] ^= 1
    file.write_bytes(data)
    with pytest.raises(Damaged):
        extract_database(file, end, tmp_path / "out.db")
    assert not (tmp_path / "out.db").exists()
