"""A small sealed piece of data: ChaCha20-Poly1305 under a key derived for this piece alone.

16 bytes of random salt, then the ciphertext, which is 16 bytes longer than the plaintext. The key is
`expand(key, label, salt)`, so it serves once and the nonce is fixed at zero.
"""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from delve_desktop.domain.errors import Damaged

from .keys import Random, expand

SALT_SIZE: Final = 16
OVERHEAD: Final = SALT_SIZE + 16
_NONCE: Final = bytes(12)


def seal_box(key: bytes, label: str, plaintext: bytes, bound: bytes, random: Random) -> bytes:
    """The plaintext sealed for one use (`label`) and one place (`bound`); 32 bytes longer."""
    salt = random(SALT_SIZE)
    return salt + ChaCha20Poly1305(expand(key, label, salt=salt)).encrypt(_NONCE, plaintext, bound)


def open_box(key: bytes, label: str, box: bytes, bound: bytes) -> bytes:
    """What `seal_box` sealed; raises `Damaged` unless key, label, place and every byte are the same."""
    if len(box) < OVERHEAD:
        raise Damaged("A sealed piece of data is cut short.")
    salt, ciphertext = box[:SALT_SIZE], box[SALT_SIZE:]
    try:
        return ChaCha20Poly1305(expand(key, label, salt=salt)).decrypt(_NONCE, ciphertext, bound)
    except InvalidTag as error:
        raise Damaged("A sealed piece of data was altered or belongs elsewhere.") from error
