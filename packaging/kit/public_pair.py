"""The public halves of the keys that sign kits, as the program carries them: begun, and replaced by others.

They lie in `resources/kit/`: `keys.txt` is the pair that counts, `ROTATION.txt` leads there from each earlier
one. What is to be written is checked first, and then both files change or neither does.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from delve_desktop.domain.errors import InvalidContent, Malformed, Mistaken, NotFound, WriteProtected
from delve_desktop.services.kit.keys import (
    FIRST,
    KEYS_SIZE_MAX,
    ROTATION_SIZE_MAX,
    ROTATIONS_MAX,
    KitKeys,
    development_keys,
    known_keys,
)
from delve_desktop.services.kit.paths import ROTATION

if TYPE_CHECKING:
    from kit_keys import SecretKey

PUBLIC: Final = Path(__file__).parents[2] / "resources" / "kit"
KEYS_NAME: Final = "keys.txt"
NEW: Final = ".new"  # the end of the name of a file that is being written


def public_keys(folder: Path = PUBLIC) -> KitKeys:
    """The pair that this version of the program carries, that of development where there is none."""
    path = folder / KEYS_NAME
    return known_keys(path) if path.is_file() else development_keys()


def check_none(folder: Path = PUBLIC) -> None:
    """Raise `InvalidContent` where a first pair cannot be begun."""
    if (folder / KEYS_NAME).exists():
        raise InvalidContent(f"There are keys already in {folder}: `rotate` puts others in their place.")


def begin(release: SecretKey, offline: SecretKey, folder: Path = PUBLIC) -> KitKeys:
    """Make the first pair the one that the program carries."""
    check_none(folder)
    keys = KitKeys(1, release.public, offline.public)
    _put(folder, {KEYS_NAME: keys.text().encode("ascii")})
    return keys


def carried(folder: Path = PUBLIC) -> KitKeys:
    """The pair in `keys.txt`; raises `NotFound` where there is none, and `Malformed`."""
    path = folder / KEYS_NAME
    if not path.is_file():
        raise NotFound(f"There are no keys in {folder} yet: `make` makes the first.")
    try:
        return KitKeys.parse(_read(path, KEYS_SIZE_MAX).decode("ascii", "replace"))
    except Malformed as error:
        raise Malformed(f"{path} is no file of the keys that sign kits.") from error


def can_rotate(old: bytes, folder: Path = PUBLIC) -> tuple[KitKeys, bytes]:
    """The pair that counts and the rotations so far; raises where `old` can name no pair to follow them."""
    keys = carried(folder)
    if old != keys.offline:
        raise Mistaken("Only the offline key that the program carries now can name the next pair.")
    path = folder / ROTATION
    rotations = _read(path, ROTATION_SIZE_MAX) if path.exists() else b""
    if keys.after(rotations) != keys:
        raise Mistaken(
            f"{path} names later keys than {KEYS_NAME}: take both as they were committed and begin again."
        )
    if rotations.count(FIRST.encode("ascii")) >= ROTATIONS_MAX:
        raise Mistaken(f"{path} holds {ROTATIONS_MAX} rotations, the most that a program follows.")
    return keys, rotations


def rotate(
    old: SecretKey, release: SecretKey, offline: SecretKey, made: int, folder: Path = PUBLIC
) -> KitKeys:
    """Put a new pair in the place of the one that the program carries; `old` is its offline key."""
    keys, rotations = can_rotate(old.public, folder)
    rotations += keys.rotated(release.public, offline.public, made, old)
    after = keys.after(rotations)
    _put(folder, {ROTATION: rotations, KEYS_NAME: after.text().encode("ascii")})
    return after


def renew_offline(offline: SecretKey, folder: Path = PUBLIC) -> KitKeys:
    """Put a new offline key in the place of a lost one.

    Nobody can sign a rotation to it: programs learn it by being updated.
    """
    before = carried(folder)
    keys = KitKeys(before.generation + 1, before.release, offline.public)
    # the rotations stay: they lead programs of before to the release key, which is still the same
    _put(folder, {KEYS_NAME: keys.text().encode("ascii")})
    return keys


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise InvalidContent(f"{path} is longer than it can be.")
    return data


def _put(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write all of these files or none; raises `WriteProtected`."""
    before = {name: (folder / name).read_bytes() if (folder / name).exists() else None for name in contents}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in contents.items():
            with (folder / f"{name}{NEW}").open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for name in contents:
            (folder / f"{name}{NEW}").replace(folder / name)
    except OSError as error:
        with suppress(OSError):
            for name, old in before.items():
                (folder / f"{name}{NEW}").unlink(missing_ok=True)
                _put_back(folder / name, old)
        raise WriteProtected(
            f"{folder} cannot be written ({error.strerror}); nothing was changed."
        ) from error


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != data:
        path.write_bytes(data)
