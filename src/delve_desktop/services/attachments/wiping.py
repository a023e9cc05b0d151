"""Wiping the folder of opened copies: see `open_copies`."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from delve_desktop.store.files import OPEN


def wipe_copies(vault_folder: Path) -> int:
    """Remove every opened copy; returns how many files another program still holds, which stay until the
    next time. Follows no link out of the folder.
    """
    folder = vault_folder / OPEN
    if folder.is_symlink():
        folder.unlink()
        return 0
    left = 0
    for inner, folders, files in os.walk(folder, topdown=False, followlinks=False):
        for name in files:
            left += not _removed(Path(inner) / name)
        for name in folders:
            path = Path(inner) / name
            with suppress(OSError):
                path.unlink() if path.is_symlink() else path.rmdir()
    with suppress(OSError):
        folder.rmdir()
    return left


def _removed(path: Path) -> bool:
    """Overwrite a copy and remove it. On a flash disk the old bytes may stay in cells nobody reads."""
    with suppress(OSError):
        if not path.is_symlink():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
            with path.open("r+b") as file:
                _overwrite(file.fileno(), path.stat().st_size)
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _overwrite(descriptor: int, size: int) -> None:
    nothing = bytes(64 * 1024)
    for start in range(0, size, len(nothing)):
        os.write(descriptor, nothing[: size - start])
    os.fsync(descriptor)
