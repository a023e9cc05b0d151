"""The folder of a vault, or of a hub's copy of it, in which the sealed chunks of attachments lie.

Each chunk is a file named by its id in hexadecimal, in a folder named by the first two digits. It is there
whole or not at all: written beside, made durable, then renamed. Chunks are ciphertext under the key of
their own attachment, which is in the database only, so nothing seals them a second time (ADR 20).

Threads: any thread may read and write; two that write one chunk write the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from delve_desktop.crypto.durable import replace
from delve_desktop.domain.attachments import CHUNK
from delve_desktop.domain.errors import NO_ROOM, Damaged, DelveError, DiskFull, NotFound, WriteProtected
from delve_desktop.domain.ids import LONG, BlobId, blob_id

from .files import PART
from .room import check_room

LARGEST: Final = CHUNK + 16  # bytes of a sealed chunk


@dataclass(frozen=True, slots=True)
class Staged:
    """A chunk that is durable, and has not got its name yet; whatever ends the program takes it back."""

    chunk: BlobId
    part: Path


class ChunkFolder:
    """The chunks in one folder, which is made when the first one comes."""

    def __init__(self, folder: Path) -> None:
        self.folder: Final = folder

    def path(self, chunk: BlobId) -> Path:
        """Where a chunk lies if it is here."""
        name = chunk.hex()
        return self.folder / name[:2] / name

    def has(self, chunk: BlobId) -> bool:
        """Whether there is a file of this name; reading tells whether it is whole."""
        return self.path(chunk).is_file()

    def read(self, chunk: BlobId) -> bytes:
        """The bytes of a chunk; raises `NotFound`, or `Damaged` when they are not what they were."""
        try:
            with self.path(chunk).open("rb") as file:
                data = file.read(LARGEST + 1)
        except FileNotFoundError as error:
            raise NotFound("A piece of this attachment is not on this laptop.") from error
        except OSError as error:
            raise Damaged("A piece of this attachment cannot be read from the disk.") from error
        if blob_id(data) != chunk:
            raise Damaged("A piece of this attachment is damaged.")
        return data

    def write(self, data: bytes) -> BlobId:
        """Keep a chunk, durably; returns its name. Raises `DiskFull`, also below the floor of the disk."""
        chunk = blob_id(data)
        if not (self.path(chunk).exists() and self._is_whole(chunk)):
            self.settle(self.stage(data))
        return chunk

    def stage(self, data: bytes) -> Staged:
        """Make a chunk durable under a name that counts for nothing yet; raises as `write`."""
        chunk = blob_id(data)
        path = self.path(chunk)
        part = path.with_name(f"{path.name}-{os.getpid()}-{os.urandom(4).hex()}{PART}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            check_room(self.folder, len(data))
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise _told(error) from error
        return Staged(chunk, part)

    def settle(self, staged: Staged) -> None:
        """Give a staged chunk its name, durably; raises as `write`."""
        try:
            replace(staged.part, self.path(staged.chunk))
        except OSError as error:
            self.drop(staged)
            raise _told(error) from error

    def drop(self, staged: Staged) -> None:
        """Take back what was staged; harmless when it is not here any more."""
        with suppress(OSError):
            staged.part.unlink(missing_ok=True)

    def remove(self, chunk: BlobId) -> None:
        """Take away a chunk that is damaged, or that nothing will ever name; harmless when it is not here."""
        with suppress(OSError):
            self.path(chunk).unlink(missing_ok=True)

    def ids(self) -> Iterator[BlobId]:
        """The names of all chunks, in no order. What was left half written is passed over."""
        if not self.folder.is_dir():
            return
        for inner in self.folder.iterdir():
            if not inner.is_dir():
                continue
            for file in inner.iterdir():
                with suppress(ValueError):
                    name = bytes.fromhex(file.name)
                    if len(name) == LONG:
                        yield BlobId(name)

    def tidy(self) -> None:
        """Remove what a process that was killed left half written."""
        if not self.folder.is_dir():
            return
        for part in self.folder.glob(f"*/*{PART}"):
            with suppress(OSError):
                part.unlink()

    def _is_whole(self, chunk: BlobId) -> bool:
        with suppress(Damaged, NotFound):
            self.read(chunk)
            return True
        return False


def _told(error: OSError) -> DelveError:
    if error.errno in NO_ROOM:
        return DiskFull("The disk has no room for this attachment; nothing was changed.")
    if isinstance(error, PermissionError):
        return WriteProtected("The attachment folder of this vault takes no files.")
    return DelveError(f"An attachment could not be written ({error.strerror or type(error).__name__}).")
