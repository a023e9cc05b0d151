"""Signatures as everybody checks them: Ed25519 over a domain tag and the bytes (RFC 8032)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Protocol

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.ids import signed_message

DEVICE_SIZE: Final = 32
SIGNATURE_SIZE: Final = 64

_PRIME: Final = 2**255 - 19
_WITHOUT_SIGN: Final = 2**255 - 1
# The y coordinates of the points of small order. OpenSSL accepts these as keys, and then anybody can
# make signatures that fit: a member with such a key could disown all it wrote.
_SMALL_ORDER: Final = frozenset(
    int.from_bytes(bytes.fromhex(y), "little")
    for y in (
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    )
)


class Signer(Protocol):
    """Signs with a device's or a hub's key: `crypto.identity.Identity.sign`, for one."""

    def __call__(self, tag: str, *parts: bytes) -> bytes:
        """The 64 bytes of an Ed25519 signature over the tag and the parts."""
        ...


def verify(device: bytes, signature: bytes, tag: str, *parts: bytes) -> None:
    """Return if `device` (32 bytes, an Ed25519 public key) signed these parts; else raise `Damaged`."""
    if len(device) != DEVICE_SIZE or len(signature) != SIGNATURE_SIZE:
        raise Damaged("A signature or the key to check it with has the wrong length.")
    try:
        _public_key(bytes(device)).verify(bytes(signature), signed_message(tag, *parts))
    except (InvalidSignature, ValueError, UnsupportedAlgorithm) as error:
        raise Damaged("A signature does not fit what it signs.") from error


@lru_cache(maxsize=1024)
def _public_key(device: bytes) -> Ed25519PublicKey:
    y = int.from_bytes(device, "little") & _WITHOUT_SIGN
    if y >= _PRIME or y in _SMALL_ORDER:
        raise ValueError("not the public key of a key pair")
    # building the key object costs a good part of a verification, and few devices sign many items
    return Ed25519PublicKey.from_public_bytes(device)
