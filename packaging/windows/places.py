"""Where the Windows build keeps what it fetches, makes and gives out."""

from __future__ import annotations

import hashlib
import os
import tomllib
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
REQUIREMENTS: Final = ROOT / "requirements" / "windows.txt"
MADE: Final = ROOT / "build" / "windows"  # of this checkout; everything in it can be made again
PYTHON: Final = MADE / "python"
OUT: Final = ROOT / "dist" / "windows"
PROGRAM: Final = OUT / "Delve"


class Refused(Exception):
    """The build cannot go on; the message is one sentence for who started it."""


def cache() -> Path:
    """Fetched files, shared by every checkout of this user: they are known by their sums."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "delve-build"


def pins() -> dict[str, Any]:
    """What `pins.toml` says."""
    return tomllib.loads((HERE / "pins.toml").read_text(encoding="utf-8"))


def sha256(path: Path) -> str:
    """The sum of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
