"""Keys made from keys: HKDF-SHA256 (RFC 5869) with a label for each use, so that no two uses share a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NewType

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VaultKey = NewType("VaultKey", bytes)  # 32 random bytes, the root of all keys of one vault
EpochKey = NewType("EpochKey", bytes)  # 32 random bytes, the key of one epoch of a space

Random = Callable[[int], bytes]  # gives that many unpredictable bytes; `os.urandom` in the program

KEY_SIZE: Final = 32


def expand(key: bytes, label: str, *, salt: bytes = b"", context: bytes = b"", size: int = KEY_SIZE) -> bytes:
    """`size` bytes from a secret `key`, for the use that `label` names; `context` and `salt` bind more."""
    info = b"".join((b"delve/1/", label.encode("ascii"), b"\0", context))
    return HKDF(algorithm=SHA256(), length=size, salt=salt, info=info).derive(key)


def new_epoch_key(random: Random) -> EpochKey:
    """A fresh key for an epoch."""
    return EpochKey(random(KEY_SIZE))


def database_key(vault_key: VaultKey) -> bytes:
    """The raw SQLCipher key of a vault's database, 32 bytes."""
    return expand(vault_key, "database")


def header_key(vault_key: VaultKey) -> bytes:
    """The key that authenticates a whole vault header, 32 bytes."""
    return expand(vault_key, "vault-header")
