"""Where what leaves Delve is offered to go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents(name: str) -> str:
    """The path of a file of this name among the person's documents; in their home where they have no such
    folder, for else it would be wherever the program was started.
    """
    places = QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation
    known = [Path(found) for place in places if (found := QStandardPaths.writableLocation(place))]
    return str(next((one for one in known if one.is_dir()), Path.home()) / name)
