"""Files that are whole or not there: made durable, then put in their place under their final name.

Here because the vault header needs it; the store and the services above use the same.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

ATTEMPTS: Final = 6  # about three seconds: longer than a virus scanner holds a new file


def replace(new: Path, path: Path, pause: Callable[[float], None] = time.sleep) -> None:
    """Let `new` take the place of `path`, durably; raises the `OSError` of the system."""
    for attempt in range(ATTEMPTS):
        try:
            new.replace(path)
            break
        except PermissionError:
            # on Windows a virus scanner or an indexer may hold either file for a moment
            if attempt == ATTEMPTS - 1:
                raise
            pause(0.1 * 2**attempt)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make the bytes of a file durable."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make names durable, where the system lets a folder be opened (not Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
