"""Backing a vault up: into one file, of one moment, while it is in use here or in another program.

No lock is taken: SQLite gives a consistent snapshot beside whoever writes. What is being typed (drafts) and
what waits to be sent are in it. The file may lie on a stick or a network drive, as it is written once.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from delve_desktop.crypto.header_pair import is_in_place, open_header
from delve_desktop.crypto.keys import database_key
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.domain.errors import InUse, NotFound, WrongPassphrase
from delve_desktop.store.backup_file import FAT32_LIMIT, check_backup, write_backup
from delve_desktop.store.backup_format import read_backup_header
from delve_desktop.store.chunk_folder import ChunkFolder
from delve_desktop.store.files import BLOBS, DATABASE, NEXT
from delve_desktop.store.snapshot import Progress, nobody_stops
from delve_desktop.store.vault import Vault

from .place_facts import filesystem_of
from .places import FAT32


@dataclass(frozen=True, slots=True)
class BackupView:
    """What can be said of a backup without its passphrase. `made` is a label, in Unix seconds."""

    size: int  # bytes
    made: int


def back_up(
    folder: Path,
    passphrase: str,
    file: Path,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = nobody_stops,
    clock: Callable[[], float] = time.time,
) -> BackupView:
    """Write the vault in `folder` into the new file `file`, and read it back. `progress` counts bytes.

    Raises `NotFound`, `WrongPassphrase`, `Damaged` (a damaged vault is salvaged, not copied), `DiskFull`,
    `InvalidContent` when the file is there already or too big for the stick, `Cancelled`, `DelveError` when
    the stick fails. Then there is no file, and the vault is untouched.
    """
    if not file.parent.is_dir():
        raise NotFound("The folder for the backup is not there.")
    opened = open_header(folder, lambda header: header.open(passphrase))
    key = database_key(opened.vault_key)
    if (folder / NEXT).exists():  # a change of the key was cut off, or goes on: opening finishes it
        Vault.open(folder, key).close()
    largest = FAT32_LIMIT if filesystem_of(file.parent).casefold() in FAT32 else None
    end = write_backup(
        (folder / DATABASE, key),
        opened.header.to_bytes(),
        file,
        int(clock()),
        chunks=ChunkFolder(folder / BLOBS),
        largest=largest,
        progress=progress,
        cancelled=cancelled,
    )
    if not is_in_place(folder, opened):
        file.unlink()  # it would open for the secret that was just taken away
        raise InUse("The passphrase was changed while the backup was made: make it again.")
    return BackupView(end.size, end.made)


def check(file: Path, passphrase: str | None = None) -> BackupView:
    """Read a whole backup, and try the passphrase if it is given.

    Raises `Damaged`, `NewerFormat` or `WrongPassphrase`.
    """
    end = check_backup(file)
    header = VaultHeader.parse(read_backup_header(file, end))
    if passphrase is not None:
        try:
            header.open(passphrase)
        except WrongPassphrase as error:
            raise WrongPassphrase(
                "The passphrase does not open this backup: it has that of its day."
            ) from error
    return BackupView(end.size, end.made)
