"""Whether a kit is whole: signature, every file, and none too many. Reads each byte of it once."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from delve_desktop.domain.errors import Damaged, InvalidContent, NotFound

from . import keys as kit_keys
from .keys import KitKeys
from .manifest import SIZE_MAX, KitFile, Manifest, open_manifest, version_of
from .paths import LIST, ROTATION, is_of_system, shown

Progress = Callable[[int, int], None]  # bytes done, of how many

_PIECE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit whose list is signed; `manifest_bytes` and `rotations` are as they lie there."""

    folder: Path
    manifest: Manifest
    keys: KitKeys
    manifest_bytes: bytes
    rotations: bytes

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(one.size for one in self.manifest.files)


def open_kit(folder: Path, keys: KitKeys, *, at_least: int = 0) -> Kit:
    """The kit in a folder, of which only the signed list was read.

    `keys` are those the program carries, `at_least` the number below which a kit is older than it. Raises
    `NotFound`, `Damaged`, `UnknownVersion`, or `InvalidContent` for an older one.
    """
    listed = _control(folder, LIST, SIZE_MAX)
    if listed is None:
        raise NotFound(f"There is no kit in {shown(str(folder))}: {LIST} is missing.")
    rotations = _control(folder, ROTATION, kit_keys.ROTATION_SIZE_MAX) or b""
    keys = keys.after(rotations)
    manifest = open_manifest(listed, keys.release)
    if manifest.channel != keys.channel:
        raise Damaged(f"{LIST} is signed for {manifest.channel}, where {keys.channel} is right.")
    if manifest.number < at_least:
        raise InvalidContent(f"This kit holds {manifest.product}, which is older than this program.")
    return Kit(folder, manifest, keys, listed, rotations)


def check_update(kit: Kit, version: str) -> None:
    """Return if the kit may take the place of this version of the program; raises `InvalidContent`."""
    listed = kit.manifest
    if version_of(version) < version_of(listed.source):
        raise InvalidContent(
            f"This kit takes the place of {listed.source} and later, not of {version}:"
            f" install {listed.source} first."
        )


def check_kit(kit: Kit, progress: Progress = lambda _done, _whole: None) -> None:
    """Return if every file is there and as it was signed, and no other; raises `Damaged`, naming one."""
    check_names(kit)
    done = 0
    for one in kit.manifest.files:
        with open_file(kit.folder, one) as file:
            for piece in pieces(file, one):
                done += len(piece)
                progress(done, kit.size)


def check_names(kit: Kit) -> None:
    """Return if every name is there and no other; raises `Damaged`. Looks into the folders of the list only,
    and no further than the first name too many.
    """
    left = {one.path for one in kit.manifest.files}
    folders = {
        "/".join(parts[:end]) for path in left for parts in [path.split("/")] for end in range(len(parts))
    }
    for path in _found(kit.folder, sorted(folders), left):
        left.discard(path)
    if left:
        raise Damaged(f"{min(left)} is missing.")


def _found(top: Path, folders: list[str], files: set[str]) -> Iterator[str]:
    """The files of the list that are there; raises `Damaged` for anything else."""
    known = set(folders)
    for folder in folders:
        try:
            entries = os.scandir(top / folder)
        except (FileNotFoundError, NotADirectoryError):
            continue  # what should lie in it is missing, which says so
        with entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                is_folder = entry.is_dir(follow_symlinks=False)
                if is_folder and path in known:
                    continue
                if entry.is_file(follow_symlinks=False) and path in files:
                    yield path
                elif path not in (LIST, ROTATION) and not is_of_system(
                    entry.name, at_top=not folder, is_folder=is_folder
                ):
                    what = "is no plain file" if path in files | known else "does not belong to this kit"
                    raise Damaged(f"{shown(path)} {what}.")


def open_file(folder: Path, one: KitFile) -> BinaryIO:
    """A file of a kit, opened for reading; raises `Damaged` when it is no plain file of the right size."""
    file = _open_plain(folder, one.path)
    if file is None:
        raise Damaged(f"{one.path} is missing.")
    if os.fstat(file.fileno()).st_size != one.size:
        file.close()
        raise Damaged(f"{one.path} was changed or cut short.")
    return file


def pieces(file: BinaryIO, one: KitFile) -> Iterator[bytes]:
    """All bytes of a file; raises `Damaged` at the end when they are not those that were signed.

    So whoever writes them elsewhere must read back what was written.
    """
    digest, left = hashlib.sha256(), one.size
    try:
        while left and (piece := file.read(min(left, _PIECE))):
            digest.update(piece)
            left -= len(piece)
            yield piece
        whole = not left and not file.read(1)
    except OSError as error:
        raise Damaged(f"{one.path} cannot be read: {error.strerror}.") from error
    if not whole or digest.digest() != one.digest:
        raise Damaged(f"{one.path} was changed or cut short.")


def _control(folder: Path, name: str, limit: int) -> bytes | None:
    file = _open_plain(folder, name)
    if file is None:
        return None
    with file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Damaged(f"{name} is longer than it can be.")
    return data


def _open_plain(folder: Path, path: str) -> BinaryIO | None:
    """A file that is itself no link and no device; None where there is none."""
    place = folder / path
    try:
        if not stat.S_ISREG(place.lstat().st_mode):
            raise Damaged(f"{path} is no plain file.")
        return place.open("rb")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Damaged(f"{path} cannot be read: {error.strerror}.") from error
