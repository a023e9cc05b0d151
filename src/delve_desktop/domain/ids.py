"""Identifiers. Each is a type of its own; each that names content is a hash of that content.

Every hash is SHA-256 over a domain tag, a zero byte and the parts. All parts but the last have a
fixed length, so no two inputs share an encoding.
"""

from __future__ import annotations

import hashlib
from typing import Final, NewType

SpaceId = NewType("SpaceId", bytes)  # 16 bytes
DeviceId = NewType("DeviceId", bytes)  # 32 bytes: the Ed25519 public key itself
WriterId = NewType("WriterId", bytes)  # 16 bytes
OpId = NewType("OpId", bytes)  # 32 bytes
RecordId = NewType("RecordId", bytes)  # 32 bytes
ActId = NewType("ActId", bytes)  # 32 bytes
SegmentId = NewType("SegmentId", bytes)  # 32 bytes
BlobId = NewType(
    "BlobId", bytes
)  # 32 bytes: the hash of a chunk of an attachment, or of the list of its chunks
VersionId = NewType("VersionId", bytes)  # 33 bytes: op id, then the index of the value in that op

SHORT: Final = 16
LONG: Final = 32


def tagged_hash(tag: str, *parts: bytes) -> bytes:
    """SHA-256 over `delve/1/<tag>`, a zero byte and the parts; 32 bytes."""
    digest = hashlib.sha256(b"delve/1/" + tag.encode("ascii") + b"\0")
    for part in parts:
        digest.update(part)
    return digest.digest()


def signed_message(tag: str, *parts: bytes) -> bytes:
    """The bytes an Ed25519 signature is made over: `delve/1/<tag>`, a zero byte and the parts.

    As with `tagged_hash`, all parts but the last have a fixed length.
    """
    return b"".join((b"delve/1/", tag.encode("ascii"), b"\0", *parts))


def op_id(space: SpaceId, device: DeviceId, body: bytes) -> OpId:
    """Id of the op with these exact bytes, written by this device in this space."""
    return OpId(tagged_hash("op", space, device, body))


def record_of_origin(space: SpaceId, origin: bytes) -> RecordId:
    """Id of a record that was imported or copied: the same origin gives the same record."""
    return RecordId(tagged_hash("origin", space, origin))


def new_space(founder: DeviceId, nonce: bytes) -> SpaceId:
    """Id of the space that this device founds; the nonce has 16 random bytes."""
    return SpaceId(tagged_hash("space", founder, nonce)[:SHORT])


def new_writer(device: DeviceId, nonce: bytes) -> WriterId:
    """Id of one incarnation of a device; the nonce has 16 random bytes."""
    return WriterId(tagged_hash("writer", device, nonce)[:SHORT])


def version_id(op: OpId, index: int = 0) -> VersionId:
    """Id of one value that an op wrote; `index` counts the values of one field in that op, 0 to 255."""
    return VersionId(op + bytes((index,)))


def op_of_version(version: VersionId) -> OpId:
    """The op that wrote a version."""
    return OpId(version[:LONG])


def blob_id(ciphertext: bytes) -> BlobId:
    """The name of one sealed chunk of an attachment."""
    return BlobId(tagged_hash("chunk", ciphertext))
