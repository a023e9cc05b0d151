"""Small kits, signed with keys of their own."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from delve_desktop.domain.ids import signed_message
from delve_desktop.services.kit.keys import KitKeys
from delve_desktop.services.kit.manifest import KitFile, Manifest
from delve_desktop.services.kit.paths import LIST

FILES = {
    "START-HERE.html": b"<p>Begin here.</p>" * 50,
    "help/en/notes.html": b"notes",
    "windows/Delve-0.2.0-setup.exe": bytes(range(256)) * 5000,
    "windows/empty": b"",
}


class Key:
    """A key pair made of a number, that signs as the release key does."""

    def __init__(self, number: int) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
        self.public = self._private.public_key().public_bytes_raw()

    def __call__(self, tag: str, *parts: bytes) -> bytes:
        return self._private.sign(signed_message(tag, *parts))


RELEASE, OFFLINE, NEXT_RELEASE, NEXT_OFFLINE, STRANGER = map(Key, range(1, 6))
KEYS = KitKeys(1, RELEASE.public, OFFLINE.public)


def manifest_of(content=FILES, **changed) -> Manifest:
    listed = tuple(
        KitFile(path, len(data), hashlib.sha256(data).digest()) for path, data in sorted(content.items())
    )
    told = {
        "product": "0.2.0",
        "number": 20001,
        "source": "0.1.0",
        "channel": "release",
        "made": 1795678900,
        "files": listed,
    }
    return Manifest(**(told | changed))


def make(folder: Path, content=FILES, sign=RELEASE, **changed) -> Path:
    for path, data in content.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    (folder / LIST).write_bytes(manifest_of(content, **changed).signed(sign))
    return folder
