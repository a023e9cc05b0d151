"""Epoch keys wrapped for one member device.

HPKE in base mode (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305.

The result is 80 bytes: the 32-byte encapsulated key, the sealed 32-byte epoch key, a 16-byte tag.
Base mode authenticates no sender: the signed act that carries the wrap does, and `info` ties the wrap
to that act's space and epoch. The ephemeral key is drawn by the library, not from a handed-in source.
"""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.ids import signed_message

from .identity import Identity
from .keys import KEY_SIZE, EpochKey

WRAP_SIZE: Final = 80
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def hpke_info(info: bytes) -> bytes:
    """The HPKE `info` string of an epoch key that is wrapped under this `info`."""
    return signed_message("epoch-wrap", info)


def wrap(epoch_key: EpochKey, exchange: bytes, info: bytes) -> bytes:
    """80 bytes that only the device with this 32-byte X25519 public key opens, and only with this `info`.

    Raises `Damaged` for a public key that is none (it has the wrong length or low order).
    """
    if len(epoch_key) != KEY_SIZE:
        raise ValueError("an epoch key has 32 bytes")
    try:
        return _SUITE.encrypt(epoch_key, X25519PublicKey.from_public_bytes(exchange), hpke_info(info))
    except ValueError as error:
        raise Damaged("A member's exchange key is not a valid key.") from error


def unwrap(wrapped: bytes, identity: Identity, info: bytes) -> EpochKey:
    """The epoch key in 80 bytes that were wrapped for this identity; raises `Damaged` if it does not open."""
    if len(wrapped) != WRAP_SIZE:
        raise Damaged(f"A wrapped key has {WRAP_SIZE} bytes; here are {len(wrapped)}.")
    try:
        return EpochKey(_SUITE.decrypt(wrapped, identity.exchange_key, hpke_info(info)))
    except (InvalidTag, ValueError) as error:
        raise Damaged("A wrapped key does not open with this device's key.") from error
