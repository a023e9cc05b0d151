"""Files that a person gives the program to read: opened so that nothing that is no file can hold it up."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from delve_desktop.domain.attachments import safe_name
from delve_desktop.domain.errors import InvalidContent, NotFound

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


def _check(found: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise InvalidContent(f"{safe_name(path.name)} is no file.")
