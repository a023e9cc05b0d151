"""Where the bundled fonts, icons and pictures of the window lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from delve_desktop.settings import resources_dir


@cache
def folder() -> Path:
    """The folder with `fonts/`, `icons/`, the logo and the scene."""
    return resources_dir() / "ui"
