"""Whose signature on a kit counts: two keys that the program carries, and how others take their place.

The *release* key signs kits. The *offline* key signs nothing but a rotation: a message that names the pair of
keys that counts from then on. So whoever steals the release key can sign kits until the next rotation, and
never make himself the one who decides.

    delve kit keys 1                 delve kit rotation 1
    generation 1                     generation 2
    release <64 hex digits>          release <64 hex digits>
    offline <64 hex digits>          offline <64 hex digits>
                                     old <64 hex digits: the offline key of the generation before>
                                     made 1795678900
                                     signature <128 hex digits>

The left is `resources/kit/keys.txt`, the right one block of `ROTATION.txt` in a kit; several stand in the
order of their generations. The signature is Ed25519 by the *old offline* key over
`signed_message("kit-rotation", ...)` of the block's bytes before its own line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import Damaged, Malformed, NotFound, UnknownVersion
from delve_desktop.domain.ids import tagged_hash
from delve_desktop.protocol.signing import Signer, verify
from delve_desktop.settings import resources_dir

from .manifest import DEVELOPMENT, RELEASE
from .paths import ROTATION

TAG: Final = "kit-rotation"
ROTATIONS_MAX: Final = 16
ROTATION_SIZE_MAX: Final = 16 * 1024  # bytes of the file
KEYS_SIZE_MAX: Final = 1024
FIRST: Final = "delve kit rotation 1\n"

_KEY: Final = "([0-9a-f]{64})"
_KEYS: Final = re.compile(
    rf"delve kit keys 1\ngeneration ([1-9][0-9]{{0,5}})\nrelease {_KEY}\noffline {_KEY}\n"
)
_LATER: Final = re.compile(r"delve kit rotation (?!1\n)[1-9][0-9]{0,3}\n")
_BLOCK: Final = re.compile(
    rf"(delve kit rotation 1\ngeneration ([1-9][0-9]{{0,5}})\nrelease {_KEY}\noffline {_KEY}\n"
    rf"old {_KEY}\nmade (?:0|[1-9][0-9]{{0,14}})\n)signature ([0-9a-f]{{128}})\n"
)


@dataclass(frozen=True, slots=True)
class KitKeys:
    """The pair that counts; 32 bytes each, Ed25519 public keys. `channel` is what it may sign."""

    generation: int
    release: bytes
    offline: bytes
    channel: str = RELEASE

    @classmethod
    def parse(cls, text: str) -> KitKeys:
        """What a file of keys says; raises `Malformed`."""
        found = _KEYS.fullmatch(text)
        if found is None:
            raise Malformed("This is no file of the keys that sign kits.")
        return cls(int(found[1]), bytes.fromhex(found[2]), bytes.fromhex(found[3]))

    def text(self) -> str:
        """The file of these keys."""
        return (
            f"delve kit keys 1\ngeneration {self.generation}\n"
            f"release {self.release.hex()}\noffline {self.offline.hex()}\n"
        )

    def rotated(self, release: bytes, offline: bytes, made: int, sign: Signer) -> bytes:
        """The block by which another pair takes the place of this one; `sign` is that of its offline key."""
        body = (
            f"{FIRST}generation {self.generation + 1}\nrelease {release.hex()}\noffline {offline.hex()}\n"
            f"old {self.offline.hex()}\nmade {made}\n"
        ).encode("ascii")
        return body + f"signature {sign(TAG, body).hex()}\n".encode("ascii")

    def after(self, rotations: bytes) -> KitKeys:
        """The pair that counts where these blocks hold; those up to this generation say nothing new.

        Raises `Damaged` for a block that the offline key before it did not sign, and `UnknownVersion`.
        """
        keys = self
        text = rotations.decode("ascii", "replace")
        if _LATER.match(text):
            raise UnknownVersion(f"{ROTATION} was written by a later version of the program.")
        at = 0
        for _ in range(ROTATIONS_MAX):
            if at == len(text):
                break
            block = _BLOCK.match(text, at)
            if block is None:
                raise Damaged(f"{ROTATION} is cut short or was changed.")
            keys, at = keys._next(block), block.end()
        if at != len(text):
            raise Damaged(f"{ROTATION} is longer than it can be.")
        return keys

    def _next(self, block: re.Match[str]) -> KitKeys:
        generation = int(block[2])
        if generation <= self.generation:
            return self
        if generation != self.generation + 1 or bytes.fromhex(block[5]) != self.offline:
            raise Damaged(f"{ROTATION} does not go on from the keys that this program knows.")
        try:
            verify(self.offline, bytes.fromhex(block[6]), TAG, block[1].encode("ascii"))
        except Damaged as error:
            raise Damaged(f"{ROTATION} was changed, or is not signed by the key before.") from error
        return KitKeys(generation, bytes.fromhex(block[3]), bytes.fromhex(block[4]), self.channel)


def development_seed(name: str) -> bytes:
    """The secret of a key that signs kits of a development version. It is no secret: everybody can sign."""
    return tagged_hash("kit-development-key", name.encode("ascii"))


def development_keys() -> KitKeys:
    """The pair that counts in a program that carries no other."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    release, offline = (
        Ed25519PrivateKey.from_private_bytes(development_seed(name)).public_key().public_bytes_raw()
        for name in ("release", "offline")
    )
    return KitKeys(1, release, offline, DEVELOPMENT)


def keys_file() -> Path:
    """Where the program carries its keys; not there in a development version."""
    return resources_dir() / "kit" / "keys.txt"


def known_keys(path: Path | None = None) -> KitKeys:
    """The pair that this program carries, or that of development; raises `Malformed`."""
    try:
        with (path or keys_file()).open("rb") as file:
            data = file.read(KEYS_SIZE_MAX)
    except (FileNotFoundError, NotFound):
        return development_keys()
    return KitKeys.parse(data.decode("ascii", "replace"))
