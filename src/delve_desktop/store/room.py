"""How much room the disk of a vault has left, and the floor below which nothing new is written.

SQLite needs room of its own for each commit: its log grows before it is folded back, to 4 MB in everyday use
as measured, and to what is written at once in an import. Other programs take room at any moment. Above the
floor both fit; below it drafts are still saved, so that no word is lost, while everything that makes the
vault grow for good waits until there is room again.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import DiskFull

MIB: Final = 1024 * 1024
FLOOR: Final = 64 * MIB
NOTHING: Final = MIB  # with less, errors of the disk are taken for its being full


def free_bytes(folder: Path) -> int:
    """What this user may still write on the disk of a folder."""
    return shutil.disk_usage(folder).free


def check_room(folder: Path, wanted: int = 0) -> None:
    """Raise `DiskFull` unless `wanted` bytes fit above the floor."""
    if free_bytes(folder) >= FLOOR + wanted:
        return
    megabytes = (FLOOR + wanted) // MIB
    raise DiskFull(
        f"The disk has less than {megabytes} MB left, so nothing new is written until there is room; what is"
        " being typed is kept."
    )
