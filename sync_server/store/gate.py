"""One writer at a time, for SQLite.

SQLite 3.7.0 to 3.51.2 can lose a committed transaction when two connections write or checkpoint a
WAL database at the same instant (fixed in 3.51.3). So a hub writes through one connection under one
lock, whatever the version; where the version is affected, a lock file keeps other processes of the
hub (`delve-server ticket` beside `delve-server serve`) out for as long as a write lasts.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

FIRST_AFFECTED: Final = (3, 7, 0)
FIRST_FIXED: Final = (3, 51, 3)


def is_affected(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Whether this version of SQLite has the WAL-reset bug."""
    return FIRST_AFFECTED <= version < FIRST_FIXED


class WriteGate:
    """Held while one write transaction lasts. With a lock file it also keeps other processes out."""

    def __init__(self, lock_file: Path | None) -> None:
        self._lock = threading.RLock()
        self._file: IO[bytes] | None = lock_file.open("ab") if lock_file is not None else None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the gate, then hold it for the block."""
        with self._lock:
            if self._file is None:
                yield
                return
            _lock(self._file)
            try:
                yield
            finally:
                _unlock(self._file)

    def close(self) -> None:
        """Let go of the lock file."""
        if self._file is not None:
            self._file.close()


if sys.platform == "win32":
    import msvcrt
    import time

    def _lock(file: IO[bytes]) -> None:
        while True:
            file.seek(0)
            try:
                # waits up to ten seconds by itself, then raises
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                time.sleep(0.01)
            else:
                return

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
