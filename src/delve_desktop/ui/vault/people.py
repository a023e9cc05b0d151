"""The people who share this laptop: one vault folder each, with the name they go by at the start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HEADER: Final = "vault.hdr"  # the services' name for it; they are not loaded yet
NAME_FILE: Final = "who.txt"
MAX_NAME_FILE: Final = 1024  # bytes that are looked at; anybody may have put something else there
# what Windows takes for a device, whatever stands behind a dot
_DEVICES: Final = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a vault. `name` is that of the folder when the vault was made elsewhere and says none."""

    name: str
    folder: Path


class People:
    """Either one given vault folder, or a folder with one folder a person.

    `last` is the folder of who opened a vault last; they are asked first.
    """

    def __init__(self, home: Path, *, single: bool, last: Path | None = None) -> None:
        self._home = home
        self._single = single
        self.last = last

    @property
    def single(self) -> bool:
        """True when the window was started for one given vault."""
        return self._single

    def known(self) -> list[Person]:
        """Who has a vault, by name."""
        if self._single:
            return [_person(self._home)] if (self._home / HEADER).exists() else []
        if not self._home.is_dir():
            return []
        found = [_person(each) for each in self._home.iterdir() if (each / HEADER).exists()]
        return sorted(found, key=lambda person: person.name.casefold())

    def folder_for(self, name: str) -> Path:
        """Where the vault of somebody new goes; a name that works on every file system."""
        if self._single:
            return self._home
        base = re.sub(r"[^\w]+", "-", name, flags=re.UNICODE).strip("-")[:40] or "person"
        if _DEVICES.fullmatch(base):
            base += "-"
        folder, number = self._home / base, 2
        while folder.exists():
            folder, number = self._home / f"{base}-{number}", number + 1
        return folder

    @staticmethod
    def remember(folder: Path, name: str) -> None:
        """Keep the name that is shown at the start; it lies there unencrypted."""
        (folder / NAME_FILE).write_text(name + "\n", encoding="utf-8")


def _person(folder: Path) -> Person:
    try:
        with (folder / NAME_FILE).open("rb") as file:
            said = file.read(MAX_NAME_FILE).decode("utf-8", errors="replace")
    except OSError:  # a vault that was made elsewhere has no such file
        said = ""
    return Person(" ".join(said.split()) or folder.name, folder)
