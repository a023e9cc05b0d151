"""The calls that move the chunks of attachments: which ones a hub lacks, bringing some, fetching some.

Each request is a request head (`messages.RequestHead`, signed over the path of the call) and a content,
each answer a signature, a MessagePack array and, where chunks were fetched, these. Chunks are named by
their hash, so they prove themselves; a hub keeps those of each space apart and gives them to its members
only. `docs/protocol.md` shows the bytes.

call | content | answer
---|---|---
missing | space 16, ids of 32 bytes | `bits`: those that the hub lacks
put | space 16, then `u32 length, bytes` for each chunk | `bits`: those that it keeps now
get | space 16, u32 budget, ids | `bits`: those that follow, `u32 length, bytes` each, in their order
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Final

import msgspec

from delve_desktop.domain.attachments import CHUNK
from delve_desktop.domain.errors import Malformed
from delve_desktop.domain.ids import LONG, SHORT, BlobId, SpaceId

from .limits import KIB, MIB
from .messages import CHALLENGE_SIZE
from .signing import SIGNATURE_SIZE, Signer, verify

MISSING_PATH: Final = "/v1/chunks/missing"
PUT_PATH: Final = "/v1/chunks/put"
GET_PATH: Final = "/v1/chunks/get"
PATHS: Final = (MISSING_PATH, PUT_PATH, GET_PATH)

CHUNK_MAX: Final = CHUNK + 16  # bytes of a sealed chunk
IDS_MAX: Final = 4096  # of one call
PUT_MAX: Final = 2 * MIB  # content of one call that brings chunks
GET_MAX: Final = 2 * MIB  # chunks of one answer
ANSWER_MAX: Final = GET_MAX + IDS_MAX * 4 + 4 * KIB
MARK_SIZE: Final = 16
_LENGTH: Final = struct.Struct(">I")


class Answer(msgspec.Struct, array_like=True, frozen=True):
    """What a hub says to a call. `bits` is a bit for each id or chunk of the request, the first one lowest.

    `code` tells why chunks were not kept, if some were not: a `messages.Refusal`.
    """

    challenge: Annotated[bytes, msgspec.Meta(min_length=CHALLENGE_SIZE, max_length=CHALLENGE_SIZE)]
    bits: Annotated[bytes, msgspec.Meta(max_length=IDS_MAX // 8)] = b""
    code: Annotated[str, msgspec.Meta(max_length=32)] = ""


def content_max(path: str) -> int:
    """The most bytes of the content of a call."""
    return PUT_MAX if path == PUT_PATH else SHORT + _LENGTH.size + IDS_MAX * LONG


def pack_missing(space: SpaceId, ids: Sequence[BlobId]) -> bytes:
    """The content of a call that asks what the hub lacks."""
    return space + b"".join(ids)


def read_missing(content: bytes) -> tuple[SpaceId, list[BlobId]]:
    """Space and ids; raises `Malformed`."""
    return SpaceId(content[:SHORT]), _ids(content, SHORT)


def pack_get(space: SpaceId, ids: Sequence[BlobId], budget: int) -> bytes:
    """The content of a call that fetches chunks; the first one comes whatever the budget is."""
    return space + _LENGTH.pack(min(budget, GET_MAX)) + b"".join(ids)


def read_get(content: bytes) -> tuple[SpaceId, int, list[BlobId]]:
    """Space, budget and ids; raises `Malformed`."""
    ids = _ids(content, SHORT + _LENGTH.size)
    return SpaceId(content[:SHORT]), min(_LENGTH.unpack_from(content, SHORT)[0], GET_MAX), ids


def pack_put(space: SpaceId, chunks: Iterable[bytes]) -> bytes:
    """The content of a call that brings chunks."""
    return space + b"".join(pack_chunk(chunk) for chunk in chunks)


def pack_chunk(chunk: bytes) -> bytes:
    """One chunk with its length before it."""
    return _LENGTH.pack(len(chunk)) + chunk


def _ids(content: bytes, start: int) -> list[BlobId]:
    size = len(content) - start
    if size < 0 or size % LONG or size > IDS_MAX * LONG:
        raise Malformed("A call about chunks names them by 32 bytes each, and at most 4096.")
    return [BlobId(content[at : at + LONG]) for at in range(start, len(content), LONG)]


class ChunkReader:
    """Chunks out of a row of `u32 length, bytes` that arrives in pieces of any size; one is in memory."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The chunks that this piece completes; raises `Malformed` for one that says it is too long."""
        self._rest += piece
        while len(self._rest) >= _LENGTH.size:
            size = int(_LENGTH.unpack_from(self._rest)[0])
            if not 0 < size <= CHUNK_MAX:
                raise Malformed(f"A chunk has 1 to {CHUNK_MAX} bytes, not {size}.")
            end = _LENGTH.size + size
            if len(self._rest) < end:
                return
            chunk = bytes(self._rest[_LENGTH.size : end])
            del self._rest[:end]
            yield chunk

    @property
    def is_between(self) -> bool:
        """Whether no chunk is half there."""
        return not self._rest


def bits_of(flags: Sequence[bool]) -> bytes:
    """A bit for each flag, the first one lowest."""
    number = sum(1 << place for place, flag in enumerate(flags) if flag)
    return number.to_bytes(-(-len(flags) // 8), "little")


def places(bits: bytes, count: int) -> list[int]:
    """Where bits are set, below `count`."""
    number = int.from_bytes(bits, "little")
    return [place for place in range(count) if number >> place & 1]


def pack_answer(sign: Signer, head: bytes, answer: Answer, chunks: Sequence[bytes] = ()) -> bytes:
    """The answer to the request with this head; the signature is over tag `reply`, head, and its hash."""
    said = msgspec.msgpack.encode(answer)
    signature = sign("reply", head, hashlib.sha256(said).digest())
    return b"".join((signature, _LENGTH.pack(len(said)), said, *map(pack_chunk, chunks)))


def open_answer(data: bytes, server_key: bytes, head: bytes) -> tuple[Answer, list[bytes]]:
    """The answer and the whole chunks behind it; what is cut off at the end is passed over.

    Raises `Damaged` when the hub did not sign it, `Malformed` when even the answer itself is not all there.
    """
    start = SIGNATURE_SIZE + _LENGTH.size
    size = int(_LENGTH.unpack_from(data, SIGNATURE_SIZE)[0]) if len(data) >= start else 0
    said = data[start : start + size]
    if not size or len(said) < size:
        raise Malformed("The answer of the server broke off before it said anything.")
    verify(server_key, data[:SIGNATURE_SIZE], "reply", head, hashlib.sha256(said).digest())
    try:
        answer = _decoder.decode(said)
    except (msgspec.DecodeError, ValueError) as error:
        raise Malformed(f"An answer about chunks cannot be read: {error}") from error
    return answer, list(ChunkReader().feed(data[start + size :]))


_decoder: Final = msgspec.msgpack.Decoder(Answer)
