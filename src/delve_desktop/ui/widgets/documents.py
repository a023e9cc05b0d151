"""Where what leaves Delve is offered to go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents(name: str) -> str:
    """The path of a file of this name among the person's documents; in their home where they have no such
    folder, for else it would be wherever the program was started.
    """
    places = QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation
    folders = [Path(QStandardPaths.writableLocation(place)) for place in places]
    return str(next((one for one in folders if one.is_dir()), folders[-1]) / name)
