"""What a folder of programs asks of its system: libraries that it does not hold, and the C library."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

GLIBC: Final = frozenset(
    (
        *("libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1"),
        *("libresolv.so.2", "ld-linux-x86-64.so.2", "libnsl.so.1"),
    )
)
PACKAGES: Final = {
    # Debian's names of what is not taken along: drivers of the screen, and what must fit the system's own
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libfontconfig.so.1": "libfontconfig1",
}
OPTIONAL: Final = frozenset(("libcups.so.2",))
"""Asked for by plug-ins alone, which are passed over where the system has none."""
_VERSION: Final = re.compile(r"GLIBC_(\d+)\.(\d+)")


def needed(folder: Path) -> list[str]:
    """The libraries that the system must have; raises `ValueError` for one whose package is not known."""
    inside = {path.name for path in folder.rglob("*")}
    asked = {name for path in programs(folder) for name in _needs(path)}
    outside = sorted(asked - inside - GLIBC - OPTIONAL)
    unknown = [name for name in outside if name not in PACKAGES]
    if unknown:
        raise ValueError(
            f"The program needs {', '.join(unknown)}, which is neither in it nor named in elf.py."
        )
    return outside


def oldest_glibc(folder: Path) -> str:
    """The oldest C library that all programs and libraries of a folder run with, as `2.36`."""
    versions = {
        (int(major), int(minor))
        for path in programs(folder)
        for major, minor in _VERSION.findall(_told(["objdump", "-T", str(path)]))
    }
    major, minor = max(versions)
    return f"{major}.{minor}"


def programs(folder: Path) -> Iterator[Path]:
    """Every ELF file, links aside."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as opened:
                if opened.read(4) == b"\x7fELF":
                    yield path


def _needs(path: Path) -> list[str]:
    lines = _told(["objdump", "-p", str(path)]).splitlines()
    return [line.split()[1] for line in lines if line.lstrip().startswith("NEEDED")]


def _told(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
