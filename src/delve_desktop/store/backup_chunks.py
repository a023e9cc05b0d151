"""The chunks of attachments in a backup: `u32 length, bytes` one after another, each named by its hash."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from typing import BinaryIO, Final

from delve_desktop.domain.errors import Damaged, NotFound

from .chunk_folder import LARGEST, ChunkFolder

_LENGTH: Final = struct.Struct(">I")


def chunk_bytes(folder: ChunkFolder) -> int:
    """About how many bytes the chunks of a folder take in a backup; more may come while it is made."""
    total = 0
    for chunk in folder.ids():
        try:
            total += folder.path(chunk).stat().st_size + _LENGTH.size
        except OSError:  # it was taken away just now
            continue
    return total


def write_chunks(out: BinaryIO, folder: ChunkFolder, told: Callable[[int], None]) -> tuple[int, bytes]:
    """Write every whole chunk of a folder; returns how many bytes, and their SHA-256. A damaged one is left
    out: it comes back from a hub.
    """
    digest = hashlib.sha256()
    total = 0
    for chunk in sorted(folder.ids()):
        try:
            data = folder.read(chunk)
        except (NotFound, Damaged):
            continue
        piece = _LENGTH.pack(len(data)) + data
        out.write(piece)
        digest.update(piece)
        total += len(piece)
        told(len(piece))
    return total, digest.digest()


def read_chunks(
    source: BinaryIO, size: int, folder: ChunkFolder | None, told: Callable[[int], None]
) -> bytes:
    """Read the next `size` bytes as chunks, and keep them in a folder if one is given; returns the SHA-256.

    Raises `Damaged`, `DiskFull`.
    """
    digest = hashlib.sha256()
    left = size
    while left:
        head = source.read(_LENGTH.size)
        length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
        if not 0 < length <= min(LARGEST, left - _LENGTH.size):
            raise Damaged("The attachments in this backup are damaged.")
        data = source.read(length)
        if len(data) != length:
            raise Damaged("This backup was cut off among its attachments.")
        digest.update(head)
        digest.update(data)
        if folder is not None:
            folder.write(data)
        left -= _LENGTH.size + length
        told(_LENGTH.size + length)
    return digest.digest()
