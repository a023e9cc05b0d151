"""One process per vault: an advisory lock that the operating system drops when the process ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import NO_ROOM, DiskFull, InUse, WriteProtected

LOCK_NAME: Final = "vault.lock"


class VaultLock:
    """Holds the lock file of one vault folder from construction until `release`.

    Raises `InUse` when another process (or another opening in this one) holds it, `WriteProtected` or
    `DiskFull` when the file cannot be made. Somebody who removes the file lets a second process in: then
    SQLite's own locks still keep the database whole.
    """

    def __init__(self, folder: Path) -> None:
        self._descriptor: int | None = _open(folder / LOCK_NAME)
        try:
            _take(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            self._descriptor = None
            raise InUse("This vault is open in another window or program.") from error

    def release(self) -> None:
        """Give the lock back; harmless when done twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFull("The disk is full; nothing was changed.") from error
        raise WriteProtected(f"The folder of this vault cannot be written to: {error.strerror}.") from error


if sys.platform == "win32":  # pragma: no cover - run on Windows only
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
