"""The seal of a segment: one key per segment, committed to, with the whole header as associated data.

A header is a prefix, of which this module knows nothing, then the 32-byte commitment. From the epoch key:

    context    = SHA-256("delve/1/segment-keys" 00 prefix)
    64 bytes   = HKDF-SHA256(epoch key, salt, info = "delve/1/segment" 00 context)
    key, commitment = its two halves
    ciphertext = ChaCha20-Poly1305(key, nonce = 12 zero bytes, plaintext, associated data = header)

The key serves one segment only, as its salt is random and the prefix is bound, so the nonce may be
fixed: a cloned laptop that counted nonces would repeat them. ChaCha20-Poly1305 by itself lets one
ciphertext open under two keys; the commitment, compared first, does not.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.ids import tagged_hash

from .keys import KEY_SIZE, EpochKey, expand

SALT_SIZE: Final = 16
COMMITMENT_SIZE: Final = 32
OVERHEAD: Final = 16  # bytes by which a ciphertext is longer than its plaintext
_NONCE: Final = bytes(12)


@dataclass(frozen=True, slots=True)
class SegmentKeys:
    """What an epoch key gives for one segment: the sealing key and the public commitment to it."""

    key: bytes = field(repr=False)
    commitment: bytes


def derive(epoch_key: EpochKey, salt: bytes, prefix: bytes) -> SegmentKeys:
    """Keys of the segment whose header, without the commitment at its end, is `prefix`.

    `salt` has 16 bytes, fresh for each segment.
    """
    if len(epoch_key) != KEY_SIZE or len(salt) != SALT_SIZE:
        raise ValueError("an epoch key has 32 bytes and a salt 16")
    context = tagged_hash("segment-keys", prefix)
    both = expand(epoch_key, "segment", salt=salt, context=context, size=KEY_SIZE + COMMITMENT_SIZE)
    return SegmentKeys(both[:KEY_SIZE], both[KEY_SIZE:])


def seal(keys: SegmentKeys, header: bytes, plaintext: bytes) -> bytes:
    """The ciphertext, 16 bytes longer than the plaintext. Seal once with each `SegmentKeys`.

    `header` is the prefix the keys were derived for, followed by their commitment.
    """
    if header[-COMMITMENT_SIZE:] != keys.commitment:
        raise ValueError("the header does not end with the commitment of these keys")
    return ChaCha20Poly1305(keys.key).encrypt(_NONCE, plaintext, header)


def unseal(keys: SegmentKeys, header: bytes, ciphertext: bytes) -> bytes:
    """The plaintext; raises `Damaged` when the key, the header or the ciphertext is not the sealed one."""
    if not hmac.compare_digest(header[-COMMITMENT_SIZE:], keys.commitment):
        raise Damaged("A segment was sealed under another key than the one it names.")
    try:
        return ChaCha20Poly1305(keys.key).decrypt(_NONCE, ciphertext, header)
    except InvalidTag as error:
        raise Damaged("A sealed segment was altered.") from error
