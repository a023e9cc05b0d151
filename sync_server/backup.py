"""A copy of all that a hub keeps, made while it runs, and a hub begun from one.

The copy is a SQLite database in one file, whatever database the hub uses. It holds the hub's own key: who
has it can pose as this hub, though not read what people wrote.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import Damaged, DiskFull, InvalidContent, NotFound
from delve_desktop.protocol.chunks import MARK_SIZE

from .auth import Random, forget_challenges
from .checkup import CHUNKS_AT_ONCE, Checkup, check_up, chunks_of
from .chunk_calls import MARK_FACT
from .settings import CHUNKS_NAME, DATABASE_NAME
from .store.chunk_files import ChunkFiles
from .store.copying import Progress, check_pages
from .store.hub_store import HubStore

_PART: Final = ".part"
_BESIDE: Final = ("", "-wal", "-shm", "-journal", ".lock")  # what SQLite and the gate put beside a database
_PIECE: Final = 1024 * 1024


def back_up(store: HubStore, path: Path, progress: Progress, files: ChunkFiles | None = None) -> Checkup:
    """Copy all data as of one moment to a new file; returns what a check of the copy counted.

    The chunks of attachments go into a folder beside it, of the same name and `.chunks`, first those that
    are not there yet: a folder of an earlier copy that was cut off is gone on with.

    Written beside, made durable, read back and checked before it gets its name. Raises `InvalidContent`
    when there is such a file, `Damaged` when the copy does not pass, `DiskFull`; nothing is left then.
    """
    _refuse_existing(path)
    with _part_of(path) as part:
        store.copy_to(part, progress)
        _make_durable(part)
        copy = HubStore.open_copy(part)
        try:
            found = _sound(part, copy)
            if files is not None:
                _copy_chunks(copy, files, ChunkFiles(beside(path)), found, progress)
        finally:
            copy.close()
        _put_in_place(part, path)
    return found


def restore(source: Path, data: Path, database: str, random: Random, progress: Progress) -> Checkup:
    """Begin a hub, in an empty folder or an empty PostgreSQL database, from a copy; the copy stays as it is.

    Requests that were signed for the old hub are worth nothing at the new one. Raises `NotFound`,
    `Damaged`, `NewerFormat`, `DiskFull`, or `InvalidContent` when there is a hub already; nothing is
    changed then.
    """
    if not source.is_file():
        raise NotFound(f"There is no file {source}.")
    target = data / DATABASE_NAME
    if not database:
        _refuse_existing(target)
    with _part_of(target) as part:
        _copy_file(source, part, progress)
        HubStore.open_copy(part).close()  # raises for what is no copy of a hub
        copy = HubStore.open(f"sqlite:///{part.absolute()}")
        try:
            found = _sound(part, copy)
            forget_challenges(copy, random)
            _bring_chunks(copy, ChunkFiles(beside(source)), ChunkFiles(data / CHUNKS_NAME), found, progress)
            _renew_mark(copy, random)
        finally:
            copy.close()
        if database:
            _fill(database, part, progress)
        else:
            _put_in_place(part, target)
    return found


def beside(path: Path) -> Path:
    """The folder for the chunks of attachments that belongs to a copy."""
    return path.with_name(f"{path.name}.{CHUNKS_NAME}")


def _copy_chunks(
    copy: HubStore, source: ChunkFiles, target: ChunkFiles, found: Checkup, progress: Progress
) -> list[tuple[int, bytes]]:
    """Copy the chunks that the copy of the database names, checking each; returns (space, id) of those that
    are not whole at the source.
    """
    lost: list[tuple[int, bytes]] = []
    with copy.read() as unit:
        whole = unit.chunk_totals()[0]
        for row in unit.spaces():
            for chunk, size in chunks_of(unit, row.no):
                found.chunks += 1
                found.chunk_bytes += size
                progress(found.chunks, whole)
                try:
                    data = source.read(row.id, chunk)
                except (NotFound, Damaged):
                    lost.append((row.no, chunk))
                    continue
                if not target.path(row.id, chunk).exists() or not _is_whole(target, row.id, chunk):
                    target.write(row.id, data)
    found.lost += len(lost)
    return lost


def _bring_chunks(
    copy: HubStore, source: ChunkFiles, target: ChunkFiles, found: Checkup, progress: Progress
) -> None:
    """The same into a new hub, which forgets what is not whole: the laptops bring it again."""
    lost = _copy_chunks(copy, source, target, found, progress)
    for start in range(0, len(lost), CHUNKS_AT_ONCE):
        with copy.write() as unit:
            for no in {space for space, _ in lost[start : start + CHUNKS_AT_ONCE]}:
                ids = [chunk for space, chunk in lost[start : start + CHUNKS_AT_ONCE] if space == no]
                unit.drop_chunks(no, ids)


def _renew_mark(copy: HubStore, random: Random) -> None:
    """Laptops that sent attachments to the old hub ask what the new one has."""
    with copy.write() as unit:
        unit.replace_fact(MARK_FACT, random(MARK_SIZE))


def _is_whole(files: ChunkFiles, space: bytes, chunk: bytes) -> bool:
    with suppress(NotFound, Damaged):
        files.read(space, chunk)
        return True
    return False


def _sound(path: Path, copy: HubStore) -> Checkup:
    """What a check of a copy counted; raises `Damaged` when it found something wrong."""
    findings = [f"SQLite says {one}" for one in check_pages(path)]
    found = check_up(copy)
    findings += found.findings
    if findings:
        raise Damaged(f"The copy does not pass the check: {findings[0].rstrip('.')}.")
    return found


def _fill(database: str, source: Path, progress: Progress) -> None:
    store = HubStore.open(database)
    try:
        store.fill_from(source, progress)
    finally:
        store.close()


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise InvalidContent(f"There is already a file {path}; nothing is ever written over it.")


@contextmanager
def _part_of(path: Path) -> Iterator[Path]:
    """The name to write under until all is well; what is left there when the block ends goes."""
    part = path.with_name(path.name + _PART)
    _forget(part)  # of a copy that was cut off
    try:
        yield part
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull("The disk has no room for the copy; nothing was changed.") from error
        raise InvalidContent(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        _forget(part)


def _forget(part: Path) -> None:
    for suffix in _BESIDE:
        with suppress(OSError):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _copy_file(source: Path, target: Path, progress: Progress) -> None:
    whole, done = source.stat().st_size, 0
    with source.open("rb") as reading, target.open("wb") as writing:
        while piece := reading.read(_PIECE):
            writing.write(piece)
            done += len(piece)
            progress(done, whole)


def _make_durable(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _put_in_place(part: Path, path: Path) -> None:
    """Give a closed database its name, durably."""
    log = part.with_name(part.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise Damaged("The copy could not be closed: its log was not folded in.")
    _make_durable(part)
    _refuse_existing(path)
    part.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
