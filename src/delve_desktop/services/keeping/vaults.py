"""The vaults on this laptop: one folder a person, and the name each goes by before it is unlocked.

Imports nothing that takes time: the start page asks it before anything else is loaded.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

HEADERS: Final = ("vault.hdr", "vault.hdr.spare")  # as in `crypto.header_pair`, which takes time to load
NAME_FILE: Final = "who.txt"
MAX_NAME_FILE: Final = 1024  # bytes that are looked at; anybody may have put something else there
# what Windows takes for a device, whatever stands behind a dot
_DEVICES: Final = r"(?i:con|prn|aux|nul|com\d|lpt\d)"


class KnownVault(NamedTuple):
    """A vault; `name` is that of its folder when it was made elsewhere and says none."""

    name: str
    folder: Path


def is_vault(folder: Path) -> bool:
    """Whether there is a vault in this folder; none that this account may not look into."""
    try:
        return any((folder / name).exists() for name in HEADERS)
    except PermissionError:
        return False


def known_vaults(home: Path) -> list[KnownVault]:
    """The vaults below a folder, by name."""
    try:
        folders = list(home.iterdir()) if home.is_dir() else []
    except PermissionError:
        folders = []
    found = [KnownVault(name_of(each), each) for each in folders if is_vault(each)]
    return sorted(found, key=lambda vault: vault.name.casefold())


def name_of(folder: Path) -> str:
    """What the vault in a folder is called at the start."""
    try:
        with (folder / NAME_FILE).open("rb") as file:
            said = file.read(MAX_NAME_FILE).decode("utf-8", errors="replace")
    except OSError:  # a vault that was made elsewhere has no such file
        said = ""
    return " ".join(said.split()) or folder.name


def remember_name(folder: Path, name: str) -> None:
    """Keep the name that is shown at the start; it lies there unencrypted."""
    (folder / NAME_FILE).write_text(name + "\n", encoding="utf-8")


def folder_for(home: Path, name: str) -> Path:
    """Where the vault of somebody new goes; a name that works on every file system."""
    base = re.sub(r"[^\w]+", "-", name, flags=re.UNICODE).strip("-")[:40] or "person"
    if re.fullmatch(_DEVICES, base):
        base += "-"
    folder, number = home / base, 2
    while folder.exists():
        folder, number = home / f"{base}-{number}", number + 1
    return folder
