"""Linux: the file system of a folder, from the table of mounts, and from the kernel's own number.

Format of the table: proc_pid_mountinfo(5). Magic numbers: linux/magic.h.
"""

from __future__ import annotations

import ctypes
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

TABLE: Final = Path("/proc/self/mountinfo")
DEVICES: Final = Path("/run/udev/data")
MAX_TABLE: Final = 4 * 1024 * 1024  # bytes
_MAGIC: Final = {
    0x4D44: "vfat",
    0x2011BAB0: "exfat",
    0x6969: "nfs",
    0xFF534D42: "cifs",
    0xFE534D42: "smb2",
    0x517B: "smb",
    0x5346414F: "afs",
    0x01021997: "9p",
    0x00C36400: "ceph",
    0x564C: "ncpfs",
    0x73757245: "coda",
}


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the table: where, what, and the device as `major:minor`."""

    point: PurePosixPath
    filesystem: str
    device: str


def filesystem(folder: Path) -> str:
    """The file system that an existing folder is on; empty when neither table nor kernel tells."""
    with suppress(OSError):  # hidden from this user: the kernel's number is left
        with TABLE.open("rb") as file:
            lines = file.read(MAX_TABLE).decode("utf-8", "surrogateescape").splitlines()
        mount = mount_of(PurePosixPath(folder), parse(lines))
        if mount is not None:
            return _behind_fuse(mount)
    return _MAGIC.get(_kernel_number(folder), "")


def parse(lines: Iterable[str]) -> list[Mount]:
    """The mounts in these lines of the table, in their order; what is no such line is left out."""
    found = []
    for line in lines:
        before, separator, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")
        if separator and len(fields) >= 6 and kind[0]:
            found.append(Mount(PurePosixPath(_unescaped(fields[4])), kind[0], fields[2]))
    return found


def mount_of(folder: PurePosixPath, mounts: Iterable[Mount]) -> Mount | None:
    """The mount that a folder is on: the deepest that holds it, and of those on one place the last."""
    best = None
    for mount in mounts:
        if folder.is_relative_to(mount.point) and (
            best is None or len(mount.point.parts) >= len(best.point.parts)
        ):
            best = mount
    return best


def _behind_fuse(mount: Mount) -> str:
    """What a program of the user's makes of a disk: exFAT and NTFS are both `fuseblk` to the kernel."""
    if mount.filesystem != "fuseblk":
        return mount.filesystem
    with suppress(OSError):  # udev knows nothing of it: then it is taken for NTFS, the usual one
        with (DEVICES / f"b{mount.device}").open("rb") as file:
            found = re.search(rb"^E:ID_FS_TYPE=(\w+)$", file.read(65536), re.MULTILINE)
        if found:
            return found[1].decode("ascii")
    return mount.filesystem


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), text)


def _kernel_number(folder: Path) -> int:
    """`f_type` of statfs(2), the first word of its answer; 0 when it cannot be asked."""
    answer = ctypes.create_string_buffer(256)  # struct statfs has 120 bytes
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.statfs(os.fsencode(folder), answer):
            return 0
    except (OSError, AttributeError):
        return 0
    return ctypes.c_ulong.from_buffer(answer).value & 0xFFFFFFFF
