"""One process per vault: an advisory lock that the operating system drops when the process ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import InUse

LOCK_NAME: Final = "vault.lock"


class VaultLock:
    """Holds the lock file of one vault folder from construction until `release`.

    Raises `InUse` when another process (or another opening in this one) holds it.
    """

    def __init__(self, folder: Path) -> None:
        self._descriptor: int | None = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
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


if sys.platform == "win32":  # pragma: no cover - run on Windows only
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
