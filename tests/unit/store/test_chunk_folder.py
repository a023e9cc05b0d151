"""The folder of sealed chunks: whole or not there, and never wrong bytes."""

from __future__ import annotations

import errno
import os
import random
from pathlib import Path
from unittest import mock

import pytest

from delve_desktop.crypto import durable
from delve_desktop.domain.errors import Damaged, DiskFull, NotFound
from delve_desktop.domain.ids import BlobId, blob_id
from delve_desktop.store import chunk_folder, room
from delve_desktop.store.chunk_folder import ChunkFolder

DATA = random.Random(5).randbytes(5_000)


@pytest.fixture
def folder(tmp_path: Path) -> ChunkFolder:
    return ChunkFolder(tmp_path / "blobs")


def test_a_chunk_is_named_by_its_hash_and_comes_back(folder: ChunkFolder) -> None:
    assert list(folder.ids()) == []
    chunk = folder.write(DATA)
    assert chunk == blob_id(DATA)
    assert folder.has(chunk)
    assert folder.read(chunk) == DATA
    assert list(folder.ids()) == [chunk]
    assert folder.write(DATA) == chunk


def test_inv26_a_flipped_byte_is_noticed_and_the_chunk_can_be_written_again(folder: ChunkFolder) -> None:
    chunk = folder.write(DATA)
    for at in (0, 2_500, len(DATA) - 1):
        broken = bytearray(DATA)
        broken[at] ^= 4
        folder.path(chunk).write_bytes(broken)
        with pytest.raises(Damaged):
            folder.read(chunk)
    folder.path(chunk).write_bytes(DATA[:-1])
    with pytest.raises(Damaged):
        folder.read(chunk)
    assert folder.write(DATA) == chunk
    assert folder.read(chunk) == DATA


def test_a_file_that_grew_without_end_is_not_read_to_its_end(folder: ChunkFolder) -> None:
    chunk = folder.write(DATA)
    with folder.path(chunk).open("ab") as file:
        file.truncate(2**40)
    with pytest.raises(Damaged):
        folder.read(chunk)


def test_what_is_not_there_is_said_to_be_missing(folder: ChunkFolder) -> None:
    with pytest.raises(NotFound):
        folder.read(BlobId(bytes(32)))
    folder.remove(BlobId(bytes(32)))


@pytest.mark.parametrize("call", ["os.fsync", "chunk_folder.replace"])
def test_a_full_disk_leaves_nothing_half_written(folder: ChunkFolder, call: str) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    target = mock.patch("os.fsync", side_effect=full)
    if call != "os.fsync":
        target = mock.patch.object(chunk_folder, "replace", side_effect=full)
    with target, pytest.raises(DiskFull):
        folder.write(DATA)
    assert [path for path in folder.folder.rglob("*") if path.is_file()] == []


def test_below_the_floor_of_the_disk_nothing_new_is_written(folder: ChunkFolder) -> None:
    with mock.patch.object(room, "free_bytes", return_value=room.FLOOR - 1), pytest.raises(DiskFull):
        folder.write(DATA)
    assert list(folder.ids()) == []


def test_what_a_killed_process_left_is_passed_over_and_tidied(folder: ChunkFolder) -> None:
    chunk = folder.write(DATA)
    part = folder.path(chunk).with_name("aa-1-ff.part")
    part.write_bytes(b"half")
    (folder.folder / "stray").write_bytes(b"")
    assert list(folder.ids()) == [chunk]
    folder.tidy()
    assert not part.exists()
    assert folder.read(chunk) == DATA


@pytest.mark.skipif(os.name != "posix", reason="rights of a folder")
def test_the_bytes_on_disk_are_durable_before_the_name_is(folder: ChunkFolder) -> None:
    order: list[str] = []
    real_sync, real_replace = os.fsync, durable.replace

    def synced(descriptor: int) -> None:
        order.append("sync")
        real_sync(descriptor)

    def named(new: Path, path: Path) -> None:
        order.append("name")
        real_replace(new, path)

    with mock.patch("os.fsync", synced), mock.patch.object(chunk_folder, "replace", named):
        folder.write(DATA)
    assert order[:2] == ["sync", "name"]
