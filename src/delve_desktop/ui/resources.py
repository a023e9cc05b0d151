"""Where the bundled fonts, icons and pictures lie: in the wheel, in the frozen program or in the sources."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """The folder with `fonts/`, `icons/`, the logo and the scene."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "_resources" / "ui", package.parent.parent / "resources" / "ui"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("The program's own pictures and fonts are not where they were installed.")
