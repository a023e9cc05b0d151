"""A vault to be spoiled page by page, and what a salvage brings of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.keeping.salvage import Salvaged, salvage
from delve_desktop.services.session import open_vault
from delve_desktop.store.files import DATABASE

from .conftest import PASSPHRASE

PAGE = 4096


@dataclass(frozen=True)
class Scene:
    """A closed vault with sealed notes, notes that wait to be sent, and two drafts."""

    folder: Path
    space: SpaceId
    pending: SpaceId
    state: str
    device: bytes
    sealed: frozenset[str]
    waiting: frozenset[str]

    def copied(self, target: Path) -> Path:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.folder, target)
        return target


def salvaged(folder: Path, target: Path) -> Salvaged:
    shutil.rmtree(target, ignore_errors=True)
    return salvage(folder, PASSPHRASE, target)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def spoil(folder: Path, *pages: int, name: str = DATABASE) -> None:
    data = bytearray((folder / name).read_bytes())
    for page in pages:
        data[(page - 1) * PAGE + 1000] ^= 1
    (folder / name).write_bytes(data)


def root_of(scene: Scene, table: str) -> int:
    session = open_vault(scene.folder, PASSPHRASE)
    with session.vault.read() as unit:
        found = unit._rows("SELECT rootpage FROM sqlite_master WHERE name = ?", table)[0][0]
    session.close()
    return int(found)
