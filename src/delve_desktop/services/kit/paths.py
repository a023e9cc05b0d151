"""Names that a file of a kit may have: they mean the same file on every system and on FAT.

ASCII letters, digits, `-`, `_` and `.`, in at most six parts with `/` between them. So there is no `..`, no
drive, no blank or dot at an end, nothing that reads from right to left, and no letter that has two forms.
Windows opens a device by the names in `RESERVED`, whatever ending they have.
"""

from __future__ import annotations

import re
from typing import Final

LIST: Final = "MANIFEST.txt"  # the signed list of the files, which is none of them
ROTATION: Final = "ROTATION.txt"  # which keys took the place of earlier ones; only if any did

PATH_MAX: Final = 180  # bytes; Windows takes 259 with the folder before it
PARTS_MAX: Final = 6
RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
# What systems put on a stick by themselves: at the top of it these folders, anywhere what begins with `._`
# or is called like one of these files. None of them is ever copied or run.
SYSTEM_FOLDERS: Final = frozenset(
    (
        "system volume information",
        "$recycle.bin",
        "lost.dir",
        "found.000",
        ".trashes",
        ".trash-1000",
        ".spotlight-v100",
        ".fseventsd",
        ".temporaryitems",
    )
)
SYSTEM_FILES: Final = frozenset((".ds_store",))
SYSTEM_PREFIX: Final = "._"

_PART: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")


def is_allowed(path: str) -> bool:
    """Whether a file of a kit may lie there, seen from the kit's folder."""
    parts = path.split("/")
    return (
        len(path) <= PATH_MAX
        and len(parts) <= PARTS_MAX
        and all(_PART.fullmatch(part) and part.split(".")[0].lower() not in RESERVED for part in parts)
        and path.lower() not in (LIST.lower(), ROTATION.lower())
    )


def is_of_system(name: str, *, at_top: bool, is_folder: bool) -> bool:
    """Whether a system made this by itself, so that it is no file too many."""
    small = name.lower()
    if is_folder:
        return at_top and small in SYSTEM_FOLDERS
    return small in SYSTEM_FILES or small.startswith(SYSTEM_PREFIX)


def shown(name: str) -> str:
    """A name that was found on a stick, as it may stand in a sentence: nothing that steers a terminal or
    turns the direction of writing, and not endless.
    """
    safe = "".join(one if one.isprintable() else "?" for one in name)
    return safe if len(safe) <= PATH_MAX else f"{safe[:PATH_MAX]}..."
