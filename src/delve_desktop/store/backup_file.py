"""Writing a backup and taking the database out of one; the layout of the file is in `backup_format`."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from delve_desktop.crypto.durable import replace, sync_file, sync_folder
from delve_desktop.domain.errors import Cancelled, Damaged, DelveError, DiskFull, InvalidContent

from .backup_chunks import chunk_bytes, read_chunks, write_chunks
from .backup_format import END_SIZE, NO_CHUNKS, PAGE, BackupEnd, read_end
from .chunk_folder import ChunkFolder
from .engine import Way
from .files import PART, remove_database
from .room import free_bytes
from .snapshot import Progress, copy_database, nobody_stops, page_count, schema_of

FAT32_LIMIT: Final = 2**32 - 1  # bytes of one file
_AT_ONCE: Final = 1024 * 1024  # bytes


def write_backup(
    source: tuple[Path, bytes],
    header: bytes,
    file: Path,
    made: int,
    *,
    chunks: ChunkFolder | None = None,
    largest: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = nobody_stops,
) -> BackupEnd:
    """Write the database `source` (path, key) and its header into a new file, and read all of it again.

    Others may read and write the vault meanwhile. The file has another name until it is whole and checked;
    one that is there already is never touched. `chunks` are the attachments that go with it. `largest` is
    what the disk takes in one file; `progress` counts bytes, of copying and of two readings. Raises
    `InvalidContent`, `Damaged` when the vault is, `DiskFull`, `Cancelled`, `DelveError` when stick or disk
    fails; no file is left then.
    """
    if file.exists():
        raise _taken()
    size = page_count(*source) * PAGE
    attached = chunk_bytes(chunks) if chunks is not None else 0
    _check_size(file, size + attached + len(header) + END_SIZE, largest)
    part = file.with_name(file.name + PART)
    watched = _Watched(3 * size + 2 * attached, progress, cancelled)
    with _translated():
        try:
            end = _write(source, header, part, made, watched, chunks)
            _settle(part, file)
        except BaseException:
            remove_database(part)
            raise
    return end


def _write(
    source: tuple[Path, bytes],
    header: bytes,
    part: Path,
    made: int,
    watched: _Watched,
    chunks: ChunkFolder | None,
) -> BackupEnd:
    copy_database(source, (part, source[1]), progress=watched.pages, cancelled=watched.stops)
    schema = schema_of(part, source[1], Way.STILL)
    database = part.stat().st_size
    with part.open("rb+") as opened:
        found = _hash(opened, database, watched)
        opened.seek(database)
        opened.write(header)
        # after the database: whatever its records name has been in the folder before
        attached, attached_hash = (
            write_chunks(opened, chunks, watched.bytes) if chunks is not None else (0, NO_CHUNKS)
        )
        header_hash = hashlib.sha256(header).digest()
        end = BackupEnd(database, len(header), schema, made, found, header_hash, attached, attached_hash)
        opened.write(end.to_bytes())
    sync_file(part)
    check_backup(part, watched)
    return end


def check_backup(file: Path, watched: _Watched | None = None) -> BackupEnd:
    """Read a whole backup and compare it with what its end says; raises `Damaged` or `NewerFormat`."""
    end = read_end(file)
    with file.open("rb") as opened:
        _forget_cached(opened)  # so that it is read from the disk it was written to
        watched = watched or _Watched(end.database + end.chunks, None, nobody_stops)
        _check_hash(_hash(opened, end.database, watched), end)
        if hashlib.sha256(opened.read(end.header)).digest() != end.header_hash:
            raise Damaged("The vault header in this backup is damaged.")
        _check_chunks(read_chunks(opened, end.chunks, None, watched.bytes), end)
    return end


def extract_chunks(
    file: Path,
    end: BackupEnd,
    folder: ChunkFolder,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = nobody_stops,
) -> None:
    """Put the attachments of a backup into a folder, checking them on the way. Raises as
    `extract_database`; what was written by then stays, and is harmless.
    """
    watched = _Watched(end.chunks, progress, cancelled)
    with _translated(), file.open("rb") as source:
        source.seek(end.database + end.header)
        _check_chunks(read_chunks(source, end.chunks, folder, watched.bytes), end)


def _check_chunks(found: bytes, end: BackupEnd) -> None:
    if found != end.chunks_hash:
        raise Damaged("The attachments in this backup are not what was written into it.")


def extract_database(
    file: Path,
    end: BackupEnd,
    target: Path,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = nobody_stops,
) -> None:
    """Copy the database out of a backup, durably, checking it on the way. `progress` counts bytes.

    Raises `Damaged`, `DiskFull`, `Cancelled`; the target is then gone.
    """
    watched = _Watched(end.database, progress, cancelled)
    with _translated():
        try:
            with file.open("rb") as source, target.open("wb") as out:
                _check_hash(_hash(source, end.database, watched, out), end)
            sync_file(target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise


class _Watched:
    """Counts bytes of several passes together, and knows when to stop."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Callable[[], bool]) -> None:
        self._total = total
        self._done = 0
        self._before = 0  # pages of this pass that were counted
        self._progress = progress
        self.stops = cancelled

    def pages(self, done: int, _total: int) -> None:
        """What `copy_database` reports."""
        self.bytes((done - self._before) * PAGE)
        self._before = done

    def bytes(self, count: int) -> None:
        """So many more are done; raises `Cancelled`."""
        if self.stops():
            raise Cancelled("Stopped; nothing was changed.")
        self._done = min(self._done + count, self._total)
        if self._progress is not None:
            self._progress(self._done, self._total)


def _check_hash(found: bytes, end: BackupEnd) -> None:
    if found != end.database_hash:
        raise Damaged("This backup is damaged: it does not hold what was written into it.")


def _hash(source: BinaryIO, size: int, watched: _Watched, out: BinaryIO | None = None) -> bytes:
    """SHA-256 of the next `size` bytes, fewer where the file ends; they are copied to `out`."""
    digest = hashlib.sha256()
    left = size
    while left and (piece := source.read(min(left, _AT_ONCE))):
        digest.update(piece)
        if out is not None:
            out.write(piece)
        left -= len(piece)
        watched.bytes(len(piece))
    return digest.digest()


def _forget_cached(file: BinaryIO) -> None:
    if hasattr(os, "posix_fadvise"):  # elsewhere the system decides what it reads again
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _settle(part: Path, file: Path) -> None:
    """Give the file its name, never taking another's place."""
    try:
        os.link(part, file)
    except FileExistsError as error:
        raise _taken() from error
    except OSError:  # FAT knows no second name for a file
        if file.exists():
            raise _taken() from None
        replace(part, file)
        return
    part.unlink()
    sync_folder(file.parent)


def _taken() -> InvalidContent:
    return InvalidContent("There is a file of this name already, and a backup never replaces one.")


def _check_size(file: Path, size: int, largest: int | None) -> None:
    if largest is not None and size > largest:
        raise InvalidContent(
            f"The backup has {size / 2**30:.1f} GB, and this stick is formatted so that no file reaches 4 GB:"
            " take one that is formatted as exFAT or NTFS."
        )
    if free_bytes(file.parent) < size:
        raise DiskFull(
            f"The backup needs {size // 2**20 + 1} MB, and less is free there; nothing was written."
        )


@contextmanager
def _translated() -> Iterator[None]:
    """Errors of the system, said of the file that is written."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull("There is not enough room for this file; nothing else was changed.") from error
        if error.errno == errno.EFBIG:
            raise DiskFull("The disk takes no file of this size; nothing else was changed.") from error
        raise DelveError(
            f"The file could not be written ({error.strerror or type(error).__name__}); nothing else was"
            " changed."
        ) from error
