"""macOS: the file system of a folder, and whether it is local, from statfs(2)."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

MNT_LOCAL: Final = 0x1000


class Statfs(ctypes.Structure):
    """`struct statfs` of sys/mount.h, with 64-bit inodes."""

    _fields_ = (
        ("f_bsize", ctypes.c_uint32),
        ("f_iosize", ctypes.c_int32),
        ("f_blocks", ctypes.c_uint64),
        ("f_bfree", ctypes.c_uint64),
        ("f_bavail", ctypes.c_uint64),
        ("f_files", ctypes.c_uint64),
        ("f_ffree", ctypes.c_uint64),
        ("f_fsid", ctypes.c_int32 * 2),
        ("f_owner", ctypes.c_uint32),
        ("f_type", ctypes.c_uint32),
        ("f_flags", ctypes.c_uint32),
        ("f_fssubtype", ctypes.c_uint32),
        ("f_fstypename", ctypes.c_char * 16),
        ("f_mntonname", ctypes.c_char * 1024),
        ("f_mntfromname", ctypes.c_char * 1024),
        ("f_reserved", ctypes.c_uint32 * 8),
    )


def filesystem(folder: Path, ask: Callable[[], Any] | None = None) -> tuple[str, bool]:
    """(name as the system gives it, such as apfs or msdos; whether it is remote)."""
    answer = Statfs()
    if (ask or _statfs)()(os.fsencode(folder), ctypes.byref(answer)):
        return "", False
    return answer.f_fstypename.decode("ascii", "replace"), not answer.f_flags & MNT_LOCAL


def _statfs() -> Any:
    libc = ctypes.CDLL(None, use_errno=True)
    # on Intel the plain name is the older call with a shorter answer
    return getattr(libc, "statfs$INODE64", None) or libc.statfs
