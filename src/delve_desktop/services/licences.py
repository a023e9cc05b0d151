"""Whose work a frozen program holds, and under which licences: written beside it when it was built."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import Damaged, NotFound
from delve_desktop.settings import resources_dir

NAME: Final = "licences/components.json"  # below the resources
MAX_SIZE: Final = 16 * 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Component:
    """One part that somebody else wrote. `licence` is its SPDX expression, `text` its notices and terms."""

    name: str
    version: str
    licence: str
    text: str


def components() -> list[Component]:
    """All of them, by name.

    Raises `NotFound` where the program is no frozen one: then each package is installed with its own notices.
    """
    return read_components(resources_dir() / NAME)


def read_components(file: Path) -> list[Component]:
    """Those in a file that a build wrote; raises `NotFound`, `Damaged`."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_SIZE + 1)
    except FileNotFoundError as error:
        raise NotFound(
            "The licence notices are put together when the program is frozen; here each package has its own."
        ) from error
    try:
        listed = json.loads(data) if len(data) <= MAX_SIZE else None
        return [Component(**{name: str(each[name]) for name in Component.__slots__}) for each in listed or ()]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Damaged("The licence notices of this program cannot be read.") from error
