"""A folder as a FAT32 file system in one file: what a stick will hold, or what is written to one as a whole.

Made by `mkfs.vfat` and filled by mtools, which need no rights; the same folder gives the same bytes.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from delve_desktop.services.kit.manifest import FILE_MAX
from delve_desktop.services.kit.paths import LIST, ROTATION, is_allowed

TOOLS: Final = ("mkfs.vfat", "mcopy", "fsck.vfat")
LABEL: Final = "DELVE"
_MIB: Final = 1024 * 1024
_LEAST: Final = 40 * _MIB  # FAT32 needs 65 525 clusters, here of 512 bytes
_CLUSTER: Final = 4096  # what a file wastes at the most, as a stick is formatted


class Unfit(Exception):
    """Something in the folder cannot lie on a stick, or a tool is missing; the message says what."""


def check_fits(folder: Path) -> None:
    """Raise `Unfit` unless FAT32, and every system that reads it, takes each name and size as it is."""
    seen: dict[str, str] = {}
    for path in files_of(folder):
        name = path.relative_to(folder).as_posix()
        facts = path.lstat()
        if not stat.S_ISREG(facts.st_mode):
            raise Unfit(f"{name} is no plain file: FAT has no links.")
        if facts.st_size > FILE_MAX:
            raise Unfit(f"{name} has 4 GiB or more.")
        if name not in (LIST, ROTATION) and not is_allowed(name):
            raise Unfit(f"{name} is no name for every system.")
        for end in (at for at, letter in enumerate(f"{name}/") if letter == "/"):
            part = name[:end]
            if seen.setdefault(part.lower(), part) != part:
                raise Unfit(f"{part} and {seen[part.lower()]} are the same name on FAT.")


def files_of(folder: Path) -> Iterator[Path]:
    """All that is no folder, in the order of the paths."""
    for top, folders, names in os.walk(folder):
        folders.sort()
        linked = [name for name in folders if (Path(top) / name).is_symlink()]
        yield from sorted(Path(top) / name for name in (*names, *linked))


def missing_tools() -> list[str]:
    """Which programs for this are not here."""
    return [tool for tool in TOOLS if shutil.which(tool) is None and not Path("/usr/sbin", tool).exists()]


def write_image(folder: Path, image: Path, made: int) -> None:
    """Write the folder into a new image; `made` (seconds since 1970) is the time of everything in it."""
    check_fits(folder)
    if missing := missing_tools():
        raise Unfit(f"An image needs {', '.join(missing)} (dosfstools and mtools).")
    size = sum(-(-path.stat().st_size // _CLUSTER) * _CLUSTER for path in files_of(folder))
    size = max(_LEAST, size + size // 50 + 8 * _MIB) // _MIB * _MIB
    image.unlink(missing_ok=True)
    with image.open("xb") as file:
        file.truncate(size)
    serial = f"{made & 0xFFFFFFFF:08x}"
    _run("mkfs.vfat", "-F", "32", "-n", LABEL, "-i", serial, "--invariant", str(image))
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (made, made))
    tops = sorted(path for path in folder.iterdir())
    _run("mcopy", "-s", "-m", "-Q", "-i", str(image), *map(str, tops), "::/", made=made)


def check_image(image: Path) -> None:
    """Raise `Unfit` unless `fsck.vfat` finds nothing."""
    _run("fsck.vfat", "-n", str(image))


def extract_image(image: Path, folder: Path) -> None:
    """Bring everything in an image back into a new folder."""
    folder.mkdir()
    _run("mcopy", "-s", "-m", "-n", "-Q", "-i", str(image), "::/*", str(folder))


def _run(tool: str, *arguments: str, made: int = 0) -> None:
    environment = {**os.environ, "TZ": "UTC", "MTOOLS_SKIP_CHECK": "1", "SOURCE_DATE_EPOCH": str(made)}
    environment["PATH"] = f"{environment.get('PATH', '')}:/usr/sbin:/sbin"
    done = subprocess.run(
        [tool, *arguments],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise Unfit(f"{tool} failed: {(done.stderr or done.stdout).strip()[-500:]}")
