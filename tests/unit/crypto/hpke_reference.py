"""HPKE base mode from its parts, as RFC 9180 writes it down, with the ephemeral key handed in.

Written to check the library's HPKE independently, and to wrap keys in a seeded simulation, where the
library's own randomness would make two runs of one seed differ.
"""

from __future__ import annotations

import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_KEM_SUITE = b"KEM" + (0x0020).to_bytes(2, "big")  # DHKEM(X25519, HKDF-SHA256)
_HPKE_SUITE = b"HPKE" + b"".join(n.to_bytes(2, "big") for n in (0x0020, 0x0001, 0x0003))


def _extract(suite: bytes, salt: bytes, label: bytes, material: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + material, hashlib.sha256)


def _expand(suite: bytes, secret: bytes, label: bytes, info: bytes, size: int) -> bytes:
    info = size.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    assert size <= 32
    return hmac.digest(secret, info + b"\x01", hashlib.sha256)[:size]


def seal(plaintext: bytes, recipient: bytes, info: bytes, ephemeral: bytes) -> bytes:
    """`enc || ciphertext` for the 32-byte X25519 public key `recipient`; `ephemeral` is a private key."""
    private = X25519PrivateKey.from_private_bytes(ephemeral)
    enc = private.public_key().public_bytes_raw()
    shared = private.exchange(X25519PublicKey.from_public_bytes(recipient))
    prk = _extract(_KEM_SUITE, b"", b"eae_prk", shared)
    secret = _expand(_KEM_SUITE, prk, b"shared_secret", enc + recipient, 32)

    context = (
        b"\x00"
        + _extract(_HPKE_SUITE, b"", b"psk_id_hash", b"")
        + _extract(_HPKE_SUITE, b"", b"info_hash", info)
    )
    schedule = _extract(_HPKE_SUITE, secret, b"secret", b"")
    key = _expand(_HPKE_SUITE, schedule, b"key", context, 32)
    nonce = _expand(_HPKE_SUITE, schedule, b"base_nonce", context, 12)
    return enc + ChaCha20Poly1305(key).encrypt(nonce, plaintext, b"")
