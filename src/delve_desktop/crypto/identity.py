"""A device's identity: an Ed25519 pair that signs and an X25519 pair that epoch keys are wrapped for.

The secret is 64 bytes, Ed25519 seed then X25519 private key, and lies only in the vault's database.
"""

from __future__ import annotations

import os
from typing import Final, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.ids import DeviceId, signed_message

from .keys import Random

SECRET_SIZE: Final = 64
_HALF: Final = 32


class Identity:
    """The keys of one device; shows only its public half when printed."""

    __slots__ = ("_exchange_key", "_signing_key", "device", "exchange")

    def __init__(self, secret: bytes) -> None:
        if len(secret) != SECRET_SIZE:
            raise Damaged(f"The keys of a device have {SECRET_SIZE} bytes; here are {len(secret)}.")
        self._signing_key: Final = Ed25519PrivateKey.from_private_bytes(secret[:_HALF])
        self._exchange_key: Final = X25519PrivateKey.from_private_bytes(secret[_HALF:])
        self.device: Final = DeviceId(self._signing_key.public_key().public_bytes_raw())
        self.exchange: Final = self._exchange_key.public_key().public_bytes_raw()

    @classmethod
    def create(cls, random: Random = os.urandom) -> Self:
        """A new device."""
        return cls(random(SECRET_SIZE))

    @classmethod
    def from_bytes(cls, secret: bytes) -> Self:
        """The device with this 64-byte secret; raises `Damaged` when the length is wrong."""
        return cls(secret)

    def to_bytes(self) -> bytes:
        """The 64-byte secret, to be kept in the vault and nowhere else."""
        return self._signing_key.private_bytes_raw() + self._exchange_key.private_bytes_raw()

    @property
    def exchange_key(self) -> X25519PrivateKey:
        """The private key that `wrap.unwrap` opens epoch keys with."""
        return self._exchange_key

    def sign(self, tag: str, *parts: bytes) -> bytes:
        """64-byte signature that `protocol.signing.verify` accepts for this device, tag and parts."""
        return self._signing_key.sign(signed_message(tag, *parts))

    def __repr__(self) -> str:
        return f"Identity({self.device.hex()[:16]})"
