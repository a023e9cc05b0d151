import errno
import itertools
import os
from contextlib import suppress
from pathlib import Path

import pytest

from delve_desktop.crypto.header_pair import HEADER, SPARE, has_header, keep_in_step, open_header, write_both
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.domain.errors import Damaged, NewerFormat, NotFound, WrongPassphrase
from delve_desktop.domain.ids import tagged_hash

OLD, NEW = "the old passphrase", "the new passphrase"


@pytest.fixture(scope="module")
def headers():
    """The header before a change of the passphrase, and after it."""
    old, vault_key = VaultHeader.create(OLD, FLOOR)
    return old, old.with_passphrase(vault_key, NEW, FLOOR)


@pytest.fixture
def folder(tmp_path, headers) -> Path:
    write_both(tmp_path, headers[0])
    return tmp_path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def opened(folder, passphrase):
    return open_header(folder, lambda header: header.open(passphrase))


def spoil(path):
    data = bytearray(path.read_bytes())
    data[30] ^= 8
    path.write_bytes(data)


def test_both_files_hold_the_header(folder, headers):
    assert (folder / HEADER).read_bytes() == (folder / SPARE).read_bytes() == headers[0].to_bytes()
    assert not opened(folder, OLD).from_spare
    assert names(folder) == [HEADER, SPARE]


@pytest.mark.parametrize("fault", [spoil, Path.unlink, lambda path: path.write_bytes(b"")])
def test_the_spare_opens_when_the_header_is_spoiled_and_puts_it_right(folder, headers, fault):
    fault(folder / HEADER)
    assert has_header(folder)
    found = opened(folder, OLD)
    assert found.from_spare
    with pytest.raises(WrongPassphrase):
        opened(folder, NEW)
    assert keep_in_step(folder, found.header)
    assert (folder / HEADER).read_bytes() == headers[0].to_bytes()
    assert not opened(folder, OLD).from_spare
    assert not keep_in_step(folder, found.header)


def test_a_bad_sector_under_the_header_is_stood_in_for_too(folder, headers):
    (folder / HEADER).unlink()
    (folder / HEADER).mkdir()  # the system refuses to read it
    assert opened(folder, OLD).from_spare
    spoil(folder / SPARE)
    with pytest.raises(Damaged):
        opened(folder, OLD)


@pytest.mark.parametrize("fault", [spoil, Path.unlink])
def test_a_spoiled_spare_is_put_right_too(folder, headers, fault):
    fault(folder / SPARE)
    assert keep_in_step(folder, opened(folder, OLD).header)
    assert (folder / SPARE).read_bytes() == headers[0].to_bytes()


def test_a_header_changed_on_purpose_is_damage_and_the_spare_opens(folder, headers):
    data = bytearray(headers[0].to_bytes()[:-16])
    data[24] = 9  # the generation, which only the proof covers
    (folder / HEADER).write_bytes(data + tagged_hash("vault-header-checksum", bytes(data))[:16])
    assert opened(folder, OLD).from_spare


def test_two_spoiled_headers_are_one_clear_damage(folder):
    for name in (HEADER, SPARE):
        spoil(folder / name)
    with pytest.raises(Damaged, match="nor its spare copy"):
        opened(folder, OLD)


def test_no_header_at_all_is_no_vault(tmp_path):
    assert not has_header(tmp_path)
    with pytest.raises(NotFound):
        opened(tmp_path, OLD)


def test_inv12_the_spare_does_not_stand_in_for_a_newer_header(folder):
    newer = b"DLVV\x02" + bytes(100)
    (folder / HEADER).write_bytes(newer + tagged_hash("vault-header-checksum", newer)[:16])
    with pytest.raises(NewerFormat):
        opened(folder, OLD)


def test_a_wrong_passphrase_for_a_sound_header_is_not_tried_on_an_old_spare(folder, headers):
    (folder / HEADER).write_bytes(headers[1].to_bytes())
    with pytest.raises(WrongPassphrase):
        opened(folder, OLD)


class Cut(Exception):
    """The power went."""


CALLS = ((os, "open"), (os, "fdopen"), (os, "fsync"), (Path, "read_bytes"), (Path, "replace"))


def cut_after(patch: pytest.MonkeyPatch, calls: int, error: BaseException) -> None:
    """Let so many system calls pass; every later one fails."""
    counter = itertools.count()

    def counted(real):
        def call(*args, **kwargs):
            if next(counter) >= calls:
                raise error
            return real(*args, **kwargs)

        return call

    for target, name in CALLS:
        patch.setattr(target, name, counted(getattr(target, name)))


@pytest.mark.parametrize("error", [Cut(), OSError(errno.EIO, "broken")])
@pytest.mark.parametrize("calls", range(16))
def test_a_change_cut_off_anywhere_leaves_one_way_in_that_no_spoiled_file_turns_back(
    folder, headers, calls, error
):
    with pytest.MonkeyPatch.context() as patch:
        cut_after(patch, calls, error)
        with suppress(Cut, OSError):
            write_both(folder, headers[1])
    done = (folder / HEADER).read_bytes() == headers[1].to_bytes()
    assert opened(folder, NEW if done else OLD)
    if done:  # the old passphrase is gone for good, whatever happens to the files
        (folder / HEADER).unlink()
        with pytest.raises(WrongPassphrase):
            opened(folder, OLD)
    else:
        keep_in_step(folder, opened(folder, OLD).header)
        (folder / HEADER).unlink()
        assert opened(folder, OLD)


def test_what_a_cut_off_change_left_is_removed(folder, headers):
    for name in (HEADER, SPARE):
        (folder / f"{name}.new").write_bytes(headers[1].to_bytes())
    keep_in_step(folder, headers[0])
    assert names(folder) == [HEADER, SPARE]
