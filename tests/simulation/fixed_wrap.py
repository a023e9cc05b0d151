"""HPKE base mode (RFC 9180) with a handed-in ephemeral key, so that a seed repeats every byte of a run.

The library draws its ephemeral key itself. What this makes is opened by the real `crypto.wrap.unwrap`.
"""

from __future__ import annotations

import hashlib
import hmac
import random

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from delve_desktop.crypto.wrap import hpke_info

_KEM = b"KEM" + bytes.fromhex("0020")
_SUITE = b"HPKE" + bytes.fromhex("002000010003")


def _extract(suite: bytes, salt: bytes, label: bytes, secret: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + secret, hashlib.sha256)


def _expand(suite: bytes, secret: bytes, label: bytes, info: bytes, size: int) -> bytes:
    labelled = size.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return hmac.digest(secret, labelled + b"\x01", hashlib.sha256)[:size]


class FixedWrap:
    """Stands in for `crypto.wrap.wrap`."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def __call__(self, epoch_key: bytes, exchange: bytes, info: bytes) -> bytes:
        ephemeral = X25519PrivateKey.from_private_bytes(self._rng.randbytes(32))
        encapsulated = ephemeral.public_key().public_bytes_raw()
        shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(exchange))
        inner = _extract(_KEM, b"", b"eae_prk", shared)
        secret = _expand(_KEM, inner, b"shared_secret", encapsulated + exchange, 32)
        context = (
            b"\0"
            + _extract(_SUITE, b"", b"psk_id_hash", b"")
            + _extract(_SUITE, b"", b"info_hash", hpke_info(info))
        )
        schedule = _extract(_SUITE, secret, b"secret", b"")
        key = _expand(_SUITE, schedule, b"key", context, 32)
        nonce = _expand(_SUITE, schedule, b"base_nonce", context, 12)
        return encapsulated + ChaCha20Poly1305(key).encrypt(nonce, epoch_key, b"")
