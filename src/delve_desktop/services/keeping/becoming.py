"""A folder that is becoming a vault: by a restore or a salvage, which may be killed and begun again.

A mark lies in it from the first file to the last. The last is the header: with it the folder is a vault, and
without it whatever lies there beside the mark is only a leftover.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from delve_desktop.crypto.durable import sync_folder
from delve_desktop.crypto.header_file import NEW
from delve_desktop.crypto.header_pair import HEADER, SPARE, has_header, write_both
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.store.files import BLOBS, DATABASE, LOGS, RESTORING
from delve_desktop.store.lock import LOCK_NAME

from .place_facts import check_place

REMAINS: Final = "vault.remains"  # the copy of a damaged database that is read


class BecomingVault:
    """An empty or a new folder. Within the `with` block it is filled; an error empties it again.

    Making one raises `UnsafePlace`, or `InvalidContent` when something else lies in the folder.
    """

    def __init__(self, folder: Path) -> None:
        check_place(folder)
        self._folder = folder
        self._made = False
        _check_empty(folder)

    def __enter__(self) -> Self:
        self._made = not self._folder.exists()
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / RESTORING).touch()
        sync_folder(self._folder)
        self._clear()
        return self

    def finish(self, header: VaultHeader) -> None:
        """Make it a vault: the database in it is whole."""
        write_both(self._folder, header)
        (self._folder / RESTORING).unlink()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or has_header(self._folder):
            return
        self._clear()
        (self._folder / RESTORING).unlink(missing_ok=True)
        if self._made:
            with suppress(OSError):  # what another program holds stays; why it failed matters more
                self._folder.rmdir()

    def _clear(self) -> None:
        for name in _leftovers():
            (self._folder / name).unlink(missing_ok=True)
        shutil.rmtree(self._folder / BLOBS, ignore_errors=True)


def _check_empty(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise InvalidContent("There is a file of the name of this folder.")
    there = {path.name for path in folder.iterdir()}
    if RESTORING in there and not has_header(folder):
        there -= {RESTORING, BLOBS, *_leftovers()}
    if there:
        raise InvalidContent("Only an empty or a new folder can become a vault; in this one lies something.")


def _leftovers() -> set[str]:
    databases = (DATABASE, REMAINS)
    unfinished = {HEADER + NEW, SPARE + NEW}  # a header that was cut off before it got its name
    return {LOCK_NAME, *unfinished, *databases, *(name + suffix for name in databases for suffix in LOGS)}
