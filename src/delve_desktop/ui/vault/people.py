"""The people who share this laptop: one vault folder each, with the name they go by at the start."""

from __future__ import annotations

from pathlib import Path

from delve_desktop.services.keeping import vaults
from delve_desktop.services.keeping.vaults import KnownVault as Person

__all__ = ["People", "Person"]


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
        if not self._single:
            return vaults.known_vaults(self._home)
        return [Person(vaults.name_of(self._home), self._home)] if vaults.is_vault(self._home) else []

    def folder_for(self, name: str) -> Path:
        """Where the vault of somebody new goes."""
        return self._home if self._single else vaults.folder_for(self._home, name)

    @staticmethod
    def remember(folder: Path, name: str) -> None:
        """Keep the name that is shown at the start; it lies there unencrypted."""
        vaults.remember_name(folder, name)
