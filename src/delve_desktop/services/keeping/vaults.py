"""The vaults on this laptop: one folder a person, and the name each goes by before it is unlocked.

Imports nothing that takes time: the start page asks it before anything else is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

HEADERS: Final = ("vault.hdr", "vault.hdr.spare")  # as in `crypto.header_pair`, which takes time to load
NAME_FILE: Final = "who.txt"
MAX_NAME_FILE: Final = 1024  # bytes that are looked at; anybody may have put something else there


@dataclass(frozen=True, slots=True)
class KnownVault:
    """A vault; `name` is that of its folder when it was made elsewhere and says none."""

    name: str
    folder: Path


def is_vault(folder: Path) -> bool:
    """Whether there is a vault in this folder."""
    return any((folder / name).exists() for name in HEADERS)


def known_vaults(home: Path) -> list[KnownVault]:
    """The vaults below a folder, by name."""
    if not home.is_dir():
        return []
    found = [KnownVault(name_of(each), each) for each in home.iterdir() if is_vault(each)]
    return sorted(found, key=lambda vault: vault.name.casefold())


def name_of(folder: Path) -> str:
    """What the vault in a folder is called at the start."""
    try:
        with (folder / NAME_FILE).open("rb") as file:
            text = file.read(MAX_NAME_FILE).decode("utf-8-sig", "replace")
    except OSError:
        return folder.name
    return text.strip().split("\n")[0].strip() or folder.name


def remember_name(folder: Path, name: str) -> None:
    """Keep the name that is shown at the start; it lies there unencrypted."""
    (folder / NAME_FILE).write_text(name + "\n", encoding="utf-8")
