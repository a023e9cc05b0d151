"""Segments: a batch of ops by one writer, compressed, encrypted, signed, numbered and chained.

All numbers are big-endian. A segment is `header | ciphertext | signature`:

| offset | size | field |
|---|---|---|
| 0 | 2 | magic `DS` |
| 2 | 1 | version, 1 |
| 3 | 1 | suite, 1: HKDF-SHA256, ChaCha20-Poly1305, Ed25519 |
| 4 | 16 | space |
| 20 | 32 | device, the Ed25519 key that signs |
| 52 | 16 | writer |
| 68 | 8 | number in the writer's chain, from 1 |
| 76 | 32 | previous: id of the segment before it, zeros for number 1 |
| 108 | 32 | epoch: id of the act that opened it |
| 140 | 16 | salt, random |
| 156 | 4 | length of the ciphertext |
| 160 | 32 | commitment to the segment's key |
| 192 | length | ciphertext with its 16-byte tag |
| 192 + length | 64 | signature over tag `segment`, header, ciphertext |

The plaintext is `u32 size | zstd frame of that size | zeros` up to a multiple of 256 bytes; the frame
holds the ops as `columns` lays them out. How a segment is sealed is in `crypto.envelope`.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from delve_desktop.domain.errors import Malformed, UnknownVersion
from delve_desktop.domain.ids import ActId, DeviceId, SegmentId, SpaceId, WriterId, tagged_hash

from . import columns, compression, limits
from .signing import SIGNATURE_SIZE
from .signing import verify as verify_signature

MAGIC: Final = b"DS"
VERSION: Final = 1
SUITE: Final = 1
TAG: Final = "segment"
AEAD_TAG_SIZE: Final = 16
SALT_SIZE: Final = 16
FIRST: Final = SegmentId(bytes(32))  # what the first segment of a chain names as its previous

_LAYOUT: Final = struct.Struct(">2sBB16s32s16sQ32s32s16sI32s")
_FRAME: Final = struct.Struct(">2sBB16s32s16sQ32s")  # the part of the layout that every version keeps
_COMMITMENT_SIZE: Final = 32
_SIZE: Final = struct.Struct(">I")
HEADER_SIZE: Final = _LAYOUT.size
OVERHEAD: Final = HEADER_SIZE + AEAD_TAG_SIZE + SIGNATURE_SIZE
PLAINTEXT_MAX: Final = (limits.SEGMENT_MAX - OVERHEAD) // limits.SEGMENT_PADDING * limits.SEGMENT_PADDING


@dataclass(frozen=True, slots=True)
class Header:
    """What everybody may read of a segment; every byte is signed and authenticated."""

    space: SpaceId
    device: DeviceId
    writer: WriterId
    number: int
    previous: SegmentId
    epoch: ActId
    salt: bytes
    length: int  # of the ciphertext
    commitment: bytes

    def pack(self) -> bytes:
        """The 192 header bytes."""
        return _LAYOUT.pack(
            MAGIC,
            VERSION,
            SUITE,
            self.space,
            self.device,
            self.writer,
            self.number,
            self.previous,
            self.epoch,
            self.salt,
            self.length,
            self.commitment,
        )

    def prefix(self) -> bytes:
        """The header without the commitment: 160 bytes, to which the segment's keys are bound."""
        return self.pack()[:-_COMMITMENT_SIZE]

    @classmethod
    def unpack(cls, data: bytes) -> Header:
        """The header that begins these bytes. Raises `Malformed` or `UnknownVersion`."""
        if len(data) < 4 or data[:2] != MAGIC:
            raise Malformed("These bytes do not begin a segment.")
        if (data[2], data[3]) != (VERSION, SUITE):
            raise UnknownVersion(
                f"A segment has version {data[2]}, suite {data[3]}; this program knows 1, 1."
            )
        if len(data) < HEADER_SIZE:
            raise Malformed(f"A segment of {len(data)} bytes ends inside its header.")
        _, _, _, space, device, writer, number, previous, epoch, salt, length, commitment = (
            _LAYOUT.unpack_from(data)
        )
        _check_place(number, previous)
        if length < AEAD_TAG_SIZE or (length - AEAD_TAG_SIZE) % limits.SEGMENT_PADDING:
            raise Malformed("A segment's ciphertext is not padded as it should be.")
        return cls(space, device, writer, number, previous, epoch, salt, length, commitment)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the segments of all versions have in common: enough to know whose they are and to hand them on."""

    id: SegmentId
    version: int
    space: SpaceId
    device: DeviceId
    writer: WriterId
    number: int
    previous: SegmentId


class Segment(NamedTuple):
    """A whole segment, taken apart; `header_bytes` are the associated data of the ciphertext."""

    id: SegmentId
    header: Header
    header_bytes: bytes
    ciphertext: bytes
    signature: bytes


def segment_id(data: bytes) -> SegmentId:
    """Id of the segment with these exact bytes, whatever its version."""
    return SegmentId(tagged_hash("segment-id", data))


def split(data: bytes) -> Segment:
    """Take a segment apart without checking its signature. Raises `Malformed` or `UnknownVersion`."""
    if len(data) > limits.SEGMENT_MAX:
        raise Malformed(f"A segment of {len(data)} bytes is over the limit of {limits.SEGMENT_MAX}.")
    header = Header.unpack(data)
    end = HEADER_SIZE + header.length
    if len(data) != end + SIGNATURE_SIZE:
        raise Malformed("A segment's length is not the one its header states.")
    return Segment(segment_id(data), header, data[:HEADER_SIZE], data[HEADER_SIZE:end], data[end:])


def verify(data: bytes) -> Segment:
    """Take a segment apart and check its signature. Raises `Malformed`, `UnknownVersion` or `Damaged`."""
    segment = split(data)
    verify_signature(segment.header.device, segment.signature, TAG, segment.header_bytes, segment.ciphertext)
    return segment


def verify_frame(data: bytes) -> Frame:
    """Read the frame of a segment of any version and check its signature. Raises `Malformed` or `Damaged`.

    Every version keeps the magic, the bytes up to `previous`, and the signature by the device over all
    that stands before it; one that cannot will have another magic.
    """
    if len(data) > limits.SEGMENT_MAX:
        raise Malformed(f"A segment of {len(data)} bytes is over the limit of {limits.SEGMENT_MAX}.")
    if len(data) < _FRAME.size + SIGNATURE_SIZE or data[:2] != MAGIC:
        raise Malformed("These bytes are no segment of any version.")
    _, version, _, space, device, writer, number, previous = _FRAME.unpack_from(data)
    _check_place(number, previous)
    verify_signature(device, data[-SIGNATURE_SIZE:], TAG, data[:-SIGNATURE_SIZE])
    return Frame(segment_id(data), version, space, device, writer, number, previous)


def _check_place(number: int, previous: bytes) -> None:
    if not 1 <= number <= limits.NUMBER_MAX or (number == 1) != (previous == FIRST):
        raise Malformed("A segment's number does not fit the one it names as its previous.")


def join(header: Header, ciphertext: bytes, signature: bytes) -> bytes:
    """The bytes of a segment; `header.length` is that of the ciphertext. Raises `Malformed` if too big."""
    data = header.pack() + ciphertext + signature
    if len(data) > limits.SEGMENT_MAX or len(ciphertext) != header.length:
        raise Malformed(f"A segment of {len(data)} bytes is over the limit, or its header does not fit it.")
    return data


def ciphertext_size(plaintext: bytes) -> int:
    """Length of the ciphertext of this plaintext, to state in the header before sealing."""
    return len(plaintext) + AEAD_TAG_SIZE


def pack_ops(bodies: Sequence[bytes], level: int = compression.LEVEL) -> bytes:
    """The plaintext that holds these ops, in order. Raises `Malformed` if it would exceed a segment."""
    raw = columns.gather(bodies)
    total = max(len(raw), sum(map(len, bodies)))
    if total > limits.OPS_PLAINTEXT_MAX or len(bodies) > limits.OPS_PER_SEGMENT_MAX:
        raise Malformed(f"{len(bodies)} ops of {total} bytes do not fit one segment.")
    frame = compression.compress(raw, level)
    used = _SIZE.size + len(frame)
    plaintext = _SIZE.pack(len(frame)) + frame + bytes(-used % limits.SEGMENT_PADDING)
    if len(plaintext) > PLAINTEXT_MAX:
        raise Malformed(f"{len(bodies)} ops of {len(frame)} compressed bytes do not fit one segment.")
    return plaintext


def unpack_ops(plaintext: bytes) -> list[bytes]:
    """The ops of a plaintext, in order, each as the bytes it was packed from. Raises `Malformed`."""
    if not _SIZE.size <= len(plaintext) <= PLAINTEXT_MAX:
        raise Malformed("The content of a segment has an impossible size.")
    (size,) = _SIZE.unpack_from(plaintext)
    frame, padding = plaintext[_SIZE.size : _SIZE.size + size], plaintext[_SIZE.size + size :]
    if len(frame) != size or len(padding) >= limits.SEGMENT_PADDING or padding.strip(b"\0"):
        raise Malformed("The content of a segment is not padded as it should be.")
    return columns.scatter(compression.decompress(frame, limits.OPS_PLAINTEXT_MAX))
