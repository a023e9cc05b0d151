"""Exports as files: whole or not there at all, and never in place of something else.

What is written lies beside its place under the same name and `.part` until it is complete and on the disk;
under a shorter one where that would be longer than a name can be.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import Mistaken

LONGEST: Final = 255  # bytes of a name, on all systems that matter
_PART: Final = ".part"


def save_file(path: Path, pieces: Iterable[bytes]) -> int:
    """Write a new file; returns how many pieces. Raises `Mistaken` when there is one of that name."""
    _refuse(path.exists(), path)
    part = _part(path)
    try:
        count = _write(part, pieces)
        _refuse(path.exists(), path)
        part.rename(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return count


def save_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files into a new or an empty folder; returns how many. Raises `Mistaken` for another folder."""
    _refuse(path.exists() and (not path.is_dir() or any(path.iterdir())), path)
    part = _part(path)
    shutil.rmtree(part, ignore_errors=True)  # of an export that a power cut ended
    part.mkdir(parents=True)
    try:
        count = sum(_write(part / name, [data]) for name, data in files)
        if path.exists():
            path.rmdir()
        part.rename(path)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return count


def _part(path: Path) -> Path:
    """The same for the same path: what a power cut left is found again."""
    name = os.fsencode(path.name)
    if len(name) + len(_PART) <= LONGEST:
        return path.with_name(path.name + _PART)
    return path.with_name(f"delve-{hashlib.sha256(name).hexdigest()[:12]}{_PART}")


def _refuse(taken: bool, path: Path) -> None:
    if taken:
        raise Mistaken(f"There is something in {path} already; an export takes a new name.")


def _write(path: Path, pieces: Iterable[bytes]) -> int:
    count = 0
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)
            count += 1
        file.flush()
        os.fsync(file.fileno())
    return count
