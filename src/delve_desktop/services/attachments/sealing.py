"""Bytes into the attachment folder of the vault, chunk by chunk, and what finds and opens them again."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from delve_desktop.crypto.chunks import chunk_size, new_file_key, seal_chunk, seal_list, sealed_total
from delve_desktop.domain.attachments import CHUNK, LARGEST, Part, chunk_count, parts_of
from delve_desktop.domain.errors import Cancelled, InvalidContent
from delve_desktop.services.session import Session
from delve_desktop.store.chunk_folder import Staged
from delve_desktop.store.vault import Vault

from .loose import note_loose
from .whole import chunk_names

Progress = Callable[[int, int], None]  # bytes done, of how many
MIB: Final = 1024 * 1024


def never() -> bool:
    """Nobody stops it."""
    return False


def check_size(size: int) -> None:
    """Raise `InvalidContent` for a file that is too big to be attached."""
    if size > LARGEST:
        raise InvalidContent(f"A file has at most {LARGEST // MIB} MB; this one has {size / MIB:.0f} MB.")


def store_bytes(session: Session, data: bytes, media_type: str, **watching: Any) -> dict[str, Any]:
    """What is in memory already, such as a small picture. Takes and returns as `store_stream`."""
    return store_stream(session, io.BytesIO(data), len(data), media_type, **watching)


def store_stream(
    session: Session,
    source: BinaryIO,
    size: int,
    media_type: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> dict[str, Any]:
    """Seal the next `size` bytes of a stream into the vault, one chunk in memory at a time.

    Returns the map of `type`, `size`, `root` and `key` that finds and opens them: durable, and noted as being
    here. No record says it yet. Raises `InvalidContent` when the stream is shorter or longer or too big,
    `DiskFull`, `Cancelled`, what the stream raises; chunks written by then are removed.
    """
    check_size(size)
    session.vault.check_writable(sealed_total(size))
    key = new_file_key(session.random)
    chunks = session.vault.chunks
    staged: list[Staged] = []
    try:
        for plaintext in _pieces(source, size, progress, cancelled):
            staged.append(chunks.stage(seal_chunk(key, size, len(staged), plaintext)))
        if len(staged) > 1:
            staged.append(chunks.stage(seal_list(key, size, [one.chunk for one in staged])))
        root = staged[-1].chunk
        _settle(session.vault, Part("file", root, key, size), staged)
    except BaseException:  # of the stream too, which may lie on a stick that is pulled out
        for one in staged:  # under a fresh key: no other file has them
            chunks.drop(one)
            chunks.remove(one.chunk)
        raise
    return {"type": media_type, "size": size, "root": root.hex(), "key": key.hex()}


def _settle(vault: Vault, part: Part, staged: list[Staged]) -> None:
    """Let staged chunks count: noted as a file that nothing names yet; then the root, which leads to the
    others. Wherever this is cut off, `loose.sweep` and `ChunkFolder.tidy` find what is there.
    """
    with vault.write() as unit:
        note_loose(unit, part)
    for one in (staged[-1], *staged[:-1]):
        vault.chunks.settle(one)
    with vault.write() as unit:
        unit.set_held([part.root], held=True)


def _pieces(
    source: BinaryIO, size: int, progress: Progress | None, cancelled: Callable[[], bool]
) -> Iterator[bytes]:
    """What goes into each chunk; `progress` is told of one when the next is asked for."""
    for index in range(chunk_count(size)):
        if cancelled():
            raise Cancelled("Stopped; nothing was attached.")
        yield _next(source, size, index)
        if progress is not None:
            progress(min(size, (index + 1) * CHUNK), size)
    if source.read(1):
        raise InvalidContent("This file grew while it was read; attach it again.")


def drop(session: Session, value: dict[str, Any]) -> None:
    """Take the bytes of one part back out, which no record and no draft will ever name."""
    part = next(one for one in parts_of(value) if one.role == "file")
    for chunk in (*chunk_names(session.vault.chunks, part), part.root):
        session.vault.chunks.remove(chunk)
    with session.vault.write(reserve=True) as unit:
        unit.set_held([part.root], held=False)


def _next(source: BinaryIO, size: int, index: int) -> bytes:
    wanted = chunk_size(size, index)
    plaintext = b""
    while len(plaintext) < wanted:
        piece = source.read(wanted - len(plaintext))
        if not piece:
            raise InvalidContent("This file became shorter while it was read; attach it again.")
        plaintext += piece
    return plaintext
