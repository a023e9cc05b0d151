"""The bytes of an attachment, sealed in chunks: ChaCha20-Poly1305 under a key that serves this one file.

    data chunk n   plaintext bytes n * 131072 to the next chunk, the last one padded with zeros to 256 bytes
    list           the ids of all data chunks, 32 bytes each; only where there are several

The nonce counts, which is safe here and nowhere else in this program: the key is made anew, at random, for
every file that is attached, and sealed with once, by one run over the file. A copied laptop has the
finished chunks, and makes another key for whatever it attaches. The associated data are kind, number and
the size of the whole file, so that no chunk passes for another, nor for one of a file that is longer or
shorter.

A chunk is named by the hash of its ciphertext (`domain.ids.blob_id`): whoever reads checks that first.
"""

from __future__ import annotations

import struct
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from delve_desktop.domain.attachments import CHUNK, Part, chunk_count
from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.ids import LONG, BlobId, blob_id

from .keys import KEY_SIZE, Random

TAG: Final = 16
PADDING: Final = 256
_DATA: Final = 0
_LIST: Final = 1
_NONCE: Final = struct.Struct(">IQ")  # kind, number: 12 bytes
_BOUND: Final = struct.Struct(">BQQ")  # kind, number, bytes of the whole file


def new_file_key(random: Random) -> bytes:
    """A key for one file that is about to be attached."""
    return random(KEY_SIZE)


def chunk_size(size: int, index: int) -> int:
    """How many bytes of a file of this size are in one of its chunks."""
    return min(CHUNK, size - index * CHUNK)


def sealed_size(size: int, index: int) -> int:
    """Bytes of one sealed chunk."""
    return _padded(chunk_size(size, index)) + TAG


def sealed_total(size: int) -> int:
    """Bytes of all that a file of this size makes, its list included."""
    count = chunk_count(size)
    listed = count * LONG + TAG if count > 1 else 0
    return (count - 1) * (CHUNK + TAG) + sealed_size(size, count - 1) + listed


def seal_chunk(key: bytes, size: int, index: int, plaintext: bytes) -> bytes:
    """One chunk of a file of `size` bytes, sealed."""
    if len(plaintext) != chunk_size(size, index):
        raise AssertionError("A chunk has another size than its place in the file gives it.")
    return _seal(key, _DATA, index, size, plaintext.ljust(_padded(len(plaintext)), b"\0"))


def open_chunk(part: Part, index: int, chunk: BlobId, ciphertext: bytes) -> bytes:
    """The bytes of one chunk that has this name; raises `Damaged`."""
    if len(ciphertext) != sealed_size(part.size, index):
        raise Damaged("A piece of an attachment has another size than it should have.")
    return _open(part, _DATA, index, chunk, ciphertext)[: chunk_size(part.size, index)]


def seal_list(key: bytes, size: int, chunks: list[BlobId]) -> bytes:
    """The list of a file's chunks, sealed."""
    return _seal(key, _LIST, 0, size, b"".join(chunks))


def open_list(part: Part, ciphertext: bytes) -> list[BlobId]:
    """The chunks of a file, from the list that is its root; raises `Damaged`."""
    count = part.chunks
    if len(ciphertext) != count * LONG + TAG:
        raise Damaged("The list of an attachment's pieces has another size than it should have.")
    joined = _open(part, _LIST, 0, part.root, ciphertext)
    return [BlobId(joined[start : start + LONG]) for start in range(0, len(joined), LONG)]


def _seal(key: bytes, kind: int, number: int, size: int, plaintext: bytes) -> bytes:
    bound = _BOUND.pack(kind, number, size)
    return ChaCha20Poly1305(key).encrypt(_NONCE.pack(kind, number), plaintext, bound)


def _open(part: Part, kind: int, number: int, name: BlobId, ciphertext: bytes) -> bytes:
    if blob_id(ciphertext) != name:
        raise Damaged("A piece of an attachment is not what its name says.")
    bound = _BOUND.pack(kind, number, part.size)
    try:
        return ChaCha20Poly1305(part.key).decrypt(_NONCE.pack(kind, number), ciphertext, bound)
    except InvalidTag as error:
        raise Damaged("A piece of an attachment does not open with its key.") from error


def _padded(size: int) -> int:
    return max(PADDING, -(-size // PADDING) * PADDING)
