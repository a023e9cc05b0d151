"""Whether the bytes of an attachment are all here."""

from __future__ import annotations

from delve_desktop.crypto.chunks import open_list
from delve_desktop.domain.attachments import Part
from delve_desktop.domain.errors import Damaged, NotFound
from delve_desktop.domain.ids import BlobId
from delve_desktop.store.chunk_folder import ChunkFolder


def chunk_names(chunks: ChunkFolder, part: Part) -> list[BlobId]:
    """The chunks of a file in their order; raises `NotFound` or `Damaged` where their list is not here."""
    return [part.root] if part.chunks == 1 else open_list(part, chunks.read(part.root))


def is_here(chunks: ChunkFolder, part: Part) -> bool:
    """Whether every chunk is here and is what its name says."""
    try:
        for name in chunk_names(chunks, part):
            chunks.read(name)
    except (NotFound, Damaged):
        return False
    return True
