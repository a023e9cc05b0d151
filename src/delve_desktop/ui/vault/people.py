"""The people who share this laptop: one vault folder each, with the name they go by at the start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HEADER: Final = "vault.hdr"  # the services' name for it; they are not loaded yet
NAME_FILE: Final = "who.txt"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a vault. `name` is empty when the vault was made elsewhere and says none."""

    name: str
    folder: Path


class People:
    """Either one given vault folder, or a folder with one folder a person."""

    def __init__(self, home: Path, *, single: bool) -> None:
        self._home = home
        self._single = single

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
        folder, number = self._home / base, 2
        while folder.exists():
            folder, number = self._home / f"{base}-{number}", number + 1
        return folder

    @staticmethod
    def remember(folder: Path, name: str) -> None:
        """Keep the name that is shown at the start; it lies there unencrypted."""
        (folder / NAME_FILE).write_text(name + "\n", encoding="utf-8")


def _person(folder: Path) -> Person:
    note = folder / NAME_FILE
    name = note.read_text(encoding="utf-8").strip() if note.is_file() else folder.name
    return Person(name, folder)
