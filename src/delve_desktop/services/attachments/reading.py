"""The bytes of an attachment that is here: as a stream, as a whole, or as a file outside the vault."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from delve_desktop.crypto.chunks import open_chunk
from delve_desktop.domain.attachments import CHUNK, Part, parts_of
from delve_desktop.domain.errors import NO_ROOM, Cancelled, Damaged, DelveError, DiskFull, Mistaken, NotFound
from delve_desktop.domain.ids import BlobId
from delve_desktop.services.files import beside
from delve_desktop.services.session import Session
from delve_desktop.store.chunk_folder import ChunkFolder

from .sealing import Progress, never
from .whole import chunk_names

MOST_IN_MEMORY: Final = 32 * 1024 * 1024  # bytes of a file that is shown whole
MOST_OF_THUMB: Final = 64 * 1024  # bytes of a small picture


class AttachmentStream(io.RawIOBase):
    """The bytes of a file, opened chunk by chunk as they are read; one chunk is in memory.

    Seeking costs nothing. Reading raises `NotFound` or `Damaged` for a chunk that is not here or not whole.
    """

    def __init__(self, chunks: ChunkFolder, part: Part) -> None:
        self._chunks = chunks
        self._part = part
        self._names = chunk_names(chunks, part)
        self._at = 0
        self._open: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Where the next byte is read."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """As any stream."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._part.size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        """As any stream."""
        index, inside = divmod(self._at, CHUNK)
        if self._at >= self._part.size:
            return 0
        if self._open[0] != index:
            name = self._names[index]
            self._open = (index, open_chunk(self._part, index, name, self._chunks.read(name)))
        piece = self._open[1][inside : inside + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def part_of(value: Any, role: str = "file") -> Part:
    """One part of an attachment's map; raises `NotFound`."""
    for part in parts_of(value):
        if part.role == role:
            return part
    raise NotFound("This attachment does not say what its bytes are found by.")


def open_stream(session: Session, value: Any, role: str = "file") -> io.BufferedReader:
    """The bytes of an attachment as a stream that can be searched through; raises as reading does."""
    with noting_loss(session, part_of(value, role)) as part:
        return io.BufferedReader(AttachmentStream(session.vault.chunks, part), CHUNK)


def read_whole(session: Session, value: Any, role: str = "file", most: int = MOST_IN_MEMORY) -> bytes:
    """The bytes of an attachment; raises `Mistaken` for more than fit into memory."""
    part = part_of(value, role)
    if part.size > most:
        raise Mistaken("This file is too big to be shown here; save it.")
    with noting_loss(session, part):
        return AttachmentStream(session.vault.chunks, part).readall() or b""


def thumbnail(session: Session, root: str, value: Any = None) -> bytes | None:
    """The encoded small picture of this id, as list rows name it; None where it is not here (yet).

    `value` is the map of an attachment that may stand in no record yet.
    """
    part = next((one for one in parts_of(value) if one.role == "thumb"), None)
    if part is None or part.root.hex() != root:
        with session.vault.read() as unit:
            row = unit.blob(BlobId(bytes.fromhex(root)))
        if row is None or not row.held:
            return None
        part = Part("thumb", row.root, row.key, row.size)
    if part.size > MOST_OF_THUMB:
        return None
    try:
        with noting_loss(session, part):
            return AttachmentStream(session.vault.chunks, part).readall()
    except (NotFound, Damaged):
        return None  # it comes again with the next exchange


@contextlib.contextmanager
def noting_loss(session: Session, part: Part) -> Any:
    """A block that reads a part: if its bytes turn out to be gone or damaged, they are fetched again."""
    try:
        yield part
    except (NotFound, Damaged):
        note_loss(session, part)
        raise


def note_loss(session: Session, part: Part) -> None:
    """Take away what is damaged of a part, and ask for it with the next exchange."""
    chunks = session.vault.chunks
    with contextlib.suppress(NotFound, Damaged):
        for name in (part.root, *chunk_names(chunks, part)):
            try:
                chunks.read(name)
            except Damaged:
                chunks.remove(name)
            except NotFound:
                continue
    if chunks.has(part.root):
        try:
            chunks.read(part.root)
        except Damaged:
            chunks.remove(part.root)
    with contextlib.suppress(DelveError), session.vault.write(reserve=True) as unit:
        unit.set_held([part.root], held=False)
        unit.set_wanted(part.root, wanted=True)


def save_as(
    session: Session,
    value: Any,
    path: Path,
    *,
    role: str = "file",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> int:
    """Write the bytes of an attachment to a new file outside the vault; returns how many.

    Raises `Mistaken` when there is a file of that name, `NotFound` when the bytes are not all here,
    `Damaged`, `DiskFull`, `Cancelled`; there is no file then.
    """
    part = part_of(value, role)
    _refuse_taken(path)
    unfinished = beside(path)
    try:
        with noting_loss(session, part), unfinished.open("xb") as out:
            for done, piece in _pieces(session, part, cancelled):
                out.write(piece)
                if progress is not None:
                    progress(done, part.size)
            out.flush()
            os.fsync(out.fileno())
        _refuse_taken(path)
        unfinished.rename(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        if error.errno in NO_ROOM:
            raise DiskFull("There is not enough room for this file.") from error
        raise DelveError(f"The file could not be written ({error.strerror}).") from error
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return part.size


def _refuse_taken(path: Path) -> None:
    if path.exists():
        raise Mistaken(f"There is a file {path.name} already; nothing is ever replaced.")


def _pieces(session: Session, part: Part, cancelled: Callable[[], bool]) -> Iterator[tuple[int, bytes]]:
    """The bytes of a part, each piece with how many there were with it."""
    stream = AttachmentStream(session.vault.chunks, part)
    while piece := stream.read(CHUNK):
        if cancelled():
            raise Cancelled("Stopped; nothing was saved.")
        yield stream.tell(), piece
