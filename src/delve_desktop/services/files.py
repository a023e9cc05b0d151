"""Files that a person names: to be read, where nothing that is no file can hold the program up, and to be
written, whole or not at all.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from delve_desktop.crypto.durable import replace
from delve_desktop.domain.attachments import safe_name
from delve_desktop.domain.errors import NO_ROOM, DiskFull, InvalidContent, NotFound, WriteProtected
from delve_desktop.store.files import PART

_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)  # Windows
    | getattr(os, "O_NOINHERIT", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody fills would be waited for here
    | getattr(os, "O_NOCTTY", 0)
)


def open_given(path: Path) -> BinaryIO:
    """The file at a path, to be read; judged once more when it is open, lest another came into its place.

    Raises `NotFound` for no file or an impossible name, `InvalidContent` for a folder, a pipe or a device;
    what else the system says is an `OSError`.
    """
    try:
        _check(path.stat(), path)  # opening a device may already do something
        handle = os.open(path, _FLAGS)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # a name with a NUL in it
        raise NotFound(f"There is no file {safe_name(path.name)}.") from error
    try:
        _check(os.fstat(handle), path)
        return open(handle, "rb")  # noqa: PTH123 - of a handle, which it closes
    except BaseException:
        os.close(handle)
        raise


def beside(path: Path) -> Path:
    """A new name in the folder of a file, for what is not whole yet: short, also where its own is as long as
    the system lets it be.
    """
    return path.with_name(f"delve-{os.urandom(6).hex()}{PART}")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, durably, in the place of what has its name; what cannot be written leaves that as it was.

    Raises `DiskFull`, and `WriteProtected` where else it cannot be written. Of a full disk a writer of Qt's
    says nothing.
    """
    unfinished = beside(path)
    try:
        with unfinished.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace(unfinished, path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        if error.errno in NO_ROOM:
            raise DiskFull("There is not enough room for this file; nothing was changed.") from error
        raise WriteProtected(f"The file could not be written ({error.strerror}).") from error


def _check(found: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise InvalidContent(f"{safe_name(path.name)} is no file.")
