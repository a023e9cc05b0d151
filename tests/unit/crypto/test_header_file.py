import errno
import os
from pathlib import Path

import pytest

from delve_desktop.crypto.durable import ATTEMPTS
from delve_desktop.crypto.header_file import read_header, write_header
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.crypto.vault_header import Slot, VaultHeader
from delve_desktop.domain.errors import Damaged, DiskFull, NewerFormat, NotFound


@pytest.fixture(scope="module")
def old() -> VaultHeader:
    return VaultHeader.create("the old passphrase", FLOOR)[0]


@pytest.fixture(scope="module")
def new() -> VaultHeader:
    return VaultHeader.create("the new passphrase", FLOOR)[0]


@pytest.fixture
def path(tmp_path, old) -> Path:
    path = tmp_path / "vault.hdr"
    write_header(path, old)
    return path


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_written_header_is_read_back(path, old, new):
    assert read_header(path) == old
    write_header(path, new)
    assert read_header(path) == new
    assert names(path.parent) == ["vault.hdr"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_only_the_owner_reads_the_file(path):
    assert path.stat().st_mode & 0o077 == 0


def test_no_vault_is_not_found(tmp_path):
    with pytest.raises(NotFound):
        read_header(tmp_path / "vault.hdr")


def test_a_huge_file_is_refused_without_reading_it_all(tmp_path):
    path = tmp_path / "vault.hdr"
    with path.open("wb") as file:
        file.truncate(2**33)
    with pytest.raises(Damaged):
        read_header(path)


def test_what_an_interrupted_write_left_is_replaced(path, new):
    path.with_name("vault.hdr.new").write_bytes(b"x" * 5000)
    write_header(path, new)
    assert read_header(path) == new
    assert names(path.parent) == ["vault.hdr"]


class FailingAt:
    """Lets so many system calls pass, then fails each further one as a full or broken disk does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, allowed: int, code: int) -> None:
        self.left = allowed
        self.code = code
        for target, name in (
            (os, "open"),
            (os, "fdopen"),
            (os, "fsync"),
            (Path, "read_bytes"),
            (Path, "replace"),
        ):
            monkeypatch.setattr(target, name, self.counted(getattr(target, name)))

    def counted(self, real):
        def call(*args, **kwargs):
            if self.left == 0:
                raise OSError(self.code, os.strerror(self.code))
            self.left -= 1
            return real(*args, **kwargs)

        return call


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("allowed", range(8))
def test_an_error_at_any_call_leaves_a_whole_header(tmp_path, old, new, allowed, code):
    path = tmp_path / "vault.hdr"
    write_header(path, old)
    with pytest.MonkeyPatch.context() as patch:
        failing = FailingAt(patch, allowed, code)
        if allowed < CALLS:
            full = code == errno.ENOSPC
            with pytest.raises(DiskFull if full else OSError):
                write_header(path, new)
            assert failing.left == 0
        else:
            write_header(path, new)
    assert read_header(path) == (old if allowed <= CALLS_BEFORE_REPLACED else new)
    assert names(path.parent) == ["vault.hdr"]


CALLS_BEFORE_REPLACED = 4  # open, fdopen, fsync, read back; the fifth replaces
CALLS = 7 if os.name == "posix" else 5  # then the folder is opened and made durable


def test_a_write_that_fails_half_way_leaves_the_old_header(path, old, new, monkeypatch):
    real = os.fdopen

    class HalfWritten:
        def __init__(self, file):
            self.file = file

        def __enter__(self):
            return self

        def __exit__(self, *exc):
            self.file.close()

        def write(self, data):
            self.file.write(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fdopen", lambda *args: HalfWritten(real(*args)))
    with pytest.raises(DiskFull):
        write_header(path, new)
    assert read_header(path) == old


def test_a_disk_that_gives_back_other_bytes_does_not_replace_the_old_header(path, old, new, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda self: b"other")
    with pytest.raises(Damaged):
        write_header(path, new)
    monkeypatch.undo()
    assert read_header(path) == old
    assert names(path.parent) == ["vault.hdr"]


def test_a_file_that_a_scanner_holds_for_a_moment_is_tried_again(path, new, monkeypatch):
    held = [PermissionError(errno.EACCES, "held")] * (ATTEMPTS - 1)
    real = Path.replace

    def replace(self, target):
        if held:
            raise held.pop()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    pauses: list[float] = []
    write_header(path, new, pauses.append)
    assert read_header(path) == new
    assert len(pauses) == ATTEMPTS - 1
    assert 2 < sum(pauses) < 5


def test_a_file_that_stays_held_is_given_up_with_the_old_header_in_place(path, old, new, monkeypatch):
    def replace(self, target):
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(PermissionError):
        write_header(path, new, lambda seconds: None)
    assert read_header(path) == old
    assert names(path.parent) == ["vault.hdr"]


def test_a_header_over_the_limit_is_not_written(path, old):
    slots = tuple(Slot(200, bytes(600)) for _ in range(8))
    with pytest.raises(Damaged):
        write_header(path, VaultHeader(old.vault_id, 1, slots, bytes(32)))
    assert read_header(path) == old


def test_a_newer_header_is_left_alone(path):
    import hashlib

    newer = b"DLVV\x02" + bytes(100)
    newer += hashlib.sha256(b"delve/1/vault-header-checksum\0" + newer).digest()[:16]
    path.write_bytes(newer)
    with pytest.raises(NewerFormat):
        read_header(path)
    assert path.read_bytes() == newer
