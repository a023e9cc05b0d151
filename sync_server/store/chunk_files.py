"""The files in which a hub keeps the sealed chunks of attachments: a folder for each space.

    chunks/<space in hex>/<first two digits>/<id in hex>

A chunk is there whole or not at all: written beside, made durable, then renamed. Several hubs that share one
database share this folder too.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import Damaged, DiskFull, NotFound
from delve_desktop.domain.ids import LONG, BlobId, blob_id
from delve_desktop.protocol.chunks import CHUNK_MAX

_PART: Final = ".part"


class ChunkFiles:
    """The chunks of one hub, or of a copy of it. Safe to call from several threads and processes."""

    def __init__(self, folder: Path) -> None:
        self.folder: Final = folder

    def path(self, space: bytes, chunk: bytes) -> Path:
        """Where a chunk lies if it is here."""
        name = chunk.hex()
        return self.folder / space.hex() / name[:2] / name

    def read(self, space: bytes, chunk: bytes) -> bytes:
        """The bytes of a chunk; raises `NotFound`, or `Damaged` when they are not what they were."""
        try:
            with self.path(space, chunk).open("rb") as file:
                data = file.read(CHUNK_MAX + 1)
        except FileNotFoundError as error:
            raise NotFound("A chunk is not in its place.") from error
        except OSError as error:
            raise Damaged("A chunk cannot be read.") from error
        if blob_id(data) != chunk:
            raise Damaged("A chunk is damaged.")
        return data

    def write(self, space: bytes, data: bytes) -> BlobId:
        """Keep a chunk, durably; returns its name. Raises `DiskFull`."""
        chunk = blob_id(data)
        path = self.path(space, chunk)
        part = path.with_name(f"{path.name}-{os.getpid()}-{os.urandom(4).hex()}{_PART}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
            _sync_folder(path.parent)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull("The hub's disk is full.") from error
            raise
        return chunk

    def ids(self, space: bytes) -> Iterator[bytes]:
        """The names of a space's chunks, in no order."""
        folder = self.folder / space.hex()
        if not folder.is_dir():
            return
        for file in folder.glob("??/*"):
            with suppress(ValueError):
                name = bytes.fromhex(file.name)
                if len(name) == LONG:
                    yield name


def _sync_folder(folder: Path) -> None:
    """Make names durable, where the system lets a folder be opened (not Windows)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
