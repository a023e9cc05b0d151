"""Windows: the file system of a folder, and whether its drive is a network drive."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

DRIVE_REMOTE: Final = 4  # of GetDriveTypeW
_LONGEST: Final = 1024  # characters


def filesystem(folder: Path, kernel: Callable[[], Any] | None = None) -> tuple[str, bool]:
    """(name as the system gives it, such as NTFS or exFAT; whether the drive is remote)."""
    windows = (kernel or _kernel32)()
    if str(folder).startswith("\\\\") and not str(folder).startswith("\\\\?\\"):
        return "", True
    root = ctypes.create_unicode_buffer(_LONGEST)
    if not windows.GetVolumePathNameW(str(folder), root, _LONGEST):
        return "", False
    name = ctypes.create_unicode_buffer(_LONGEST)
    known = windows.GetVolumeInformationW(root, None, 0, None, None, None, name, _LONGEST)
    return (name.value if known else ""), windows.GetDriveTypeW(root) == DRIVE_REMOTE


def _kernel32() -> Any:
    return ctypes.windll.kernel32  # type: ignore[attr-defined]  # Windows only
