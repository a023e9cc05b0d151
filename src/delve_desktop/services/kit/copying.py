"""A checked copy of a kit on the local disk, to install from.

A stick may give other bytes at the second reading, by a fault or on purpose: so what is run is never the
stick's file but a copy, and the copy is what was checked.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
from pathlib import Path

from delve_desktop.crypto.durable import replace, sync_folder
from delve_desktop.domain.errors import NO_ROOM, DiskFull, InvalidContent, WriteProtected

from .checking import Kit, Progress, check_kit, check_names, open_file, pieces
from .manifest import KitFile
from .paths import LIST, ROTATION, shown


def copy_kit(kit: Kit, target: Path, progress: Progress = lambda _done, _whole: None) -> Kit:
    """Copy a kit to a new folder and check the copy; returns the kit there.

    It has another name until it has passed. Raises what `check_kit` does, `InvalidContent` when the folder
    is there already, `DiskFull` or `WriteProtected`; nothing is left then.
    """
    if target.exists() or target.is_symlink():
        raise InvalidContent(
            f"There is already something at {shown(str(target))}; nothing is ever written over it."
        )
    check_names(kit)
    part = target.with_name(f"{target.name}.part")
    try:
        part.mkdir(parents=True)
    except OSError as error:
        raise _refusal(error, target) from error
    try:
        _fill(kit, part, progress)
        replace(part, target)
    except OSError as error:
        raise _refusal(error, target) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)  # is there only after a failure
    return dataclasses.replace(kit, folder=target)


def _fill(kit: Kit, part: Path, progress: Progress) -> None:
    done, whole = 0, 2 * kit.size
    for one in kit.manifest.files:
        _copy(kit.folder, part, one)
        done += one.size
        progress(done, whole)
    (part / LIST).write_bytes(kit.manifest_bytes)
    if kit.rotations:
        (part / ROTATION).write_bytes(kit.rotations)
    check_kit(dataclasses.replace(kit, folder=part), lambda read, _size: progress(done + read, whole))


def _copy(source: Path, target: Path, one: KitFile) -> None:
    place = target / one.path
    place.parent.mkdir(parents=True, exist_ok=True)
    with open_file(source, one) as reading, place.open("xb") as writing:
        for piece in pieces(reading, one):
            writing.write(piece)
        writing.flush()
        os.fsync(writing.fileno())
    sync_folder(place.parent)


def _refusal(error: OSError, target: Path) -> DiskFull | WriteProtected | InvalidContent:
    if error.errno in NO_ROOM:
        return DiskFull("The disk has no room for a copy of the kit; nothing was kept.")
    if isinstance(error, FileExistsError):
        return InvalidContent(
            f"A copy was begun at {shown(str(target))} and is still there; name another folder."
        )
    if isinstance(error, PermissionError):
        return WriteProtected(f"{shown(str(target))} cannot be written.")
    return InvalidContent(f"{shown(str(target))} cannot be written: {error.strerror}.")
