"""Bringing a vault back from a backup, as a new incarnation of its device, or as a new device.

A restored vault never goes on with its old writer: what the old laptop wrote after the backup bears the same
numbers. If the old laptop is still used, both go on as one device with two writers. If it is gone, whoever
has it must not be able to speak as this laptop: it gets new keys, and asks to be admitted to each space
anew (see `new_device`). What had not been sent when the backup was made is still to be sent.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from delve_desktop.crypto.keys import VaultKey, database_key
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.domain.errors import WrongPassphrase
from delve_desktop.domain.ids import new_writer
from delve_desktop.services.files import open_given
from delve_desktop.services.session import Clock, Random, Session
from delve_desktop.store.backup_file import check_backup, extract_chunks, extract_database
from delve_desktop.store.backup_format import read_backup_header
from delve_desktop.store.chunk_folder import ChunkFolder
from delve_desktop.store.files import BLOBS, DATABASE
from delve_desktop.store.room import check_room
from delve_desktop.store.snapshot import Progress, nobody_stops
from delve_desktop.store.vault import Vault

from .becoming import BecomingVault
from .new_device import SpaceAfter, become_new_device, space_after


@dataclass(frozen=True, slots=True)
class Restored:
    """A vault that was brought back and is open, and how each of its spaces stands."""

    session: Session
    spaces: tuple[SpaceAfter, ...]


def restore_backup(
    file: Path,
    folder: Path,
    passphrase: str,
    *,
    old_laptop_gone: bool,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = nobody_stops,
    clock: Clock = time.time,
    random: Random = os.urandom,
) -> Restored:
    """Bring the vault in a backup back into an empty or new folder. `progress` counts bytes, read twice.

    Raises `UnsafePlace`, `InvalidContent` when something lies in the folder, `WrongPassphrase` (a backup has
    the passphrase of its day), `Damaged`, `NewerFormat`, `DiskFull`, `Cancelled`. Then there is no vault in
    the folder; what was killed is begun anew by restoring into the same folder again.
    """
    open_given(file).close()  # what is no file is told at once, and holds up nobody
    becoming = BecomingVault(folder)
    end = check_backup(file)
    header = VaultHeader.parse(read_backup_header(file, end))
    vault_key = _opened(header, passphrase)
    with becoming:
        check_room(folder, end.database + end.chunks)
        extract_database(file, end, folder / DATABASE, progress=progress, cancelled=cancelled)
        extract_chunks(file, end, ChunkFolder(folder / BLOBS), cancelled=cancelled)
        restored = _open_as_new(folder, vault_key, old_laptop_gone, clock, random)
        try:
            becoming.finish(header)
        except BaseException:
            restored.session.close()
            raise
    return restored


def _opened(header: VaultHeader, passphrase: str) -> VaultKey:
    try:
        return header.open(passphrase)
    except WrongPassphrase as error:
        raise WrongPassphrase("The passphrase does not open this backup: it has that of its day.") from error


def _open_as_new(folder: Path, vault_key: VaultKey, gone: bool, clock: Clock, random: Random) -> Restored:
    """The restored vault with a new writer, durably, before any header opens it."""
    key = database_key(vault_key)
    vault = Vault.open(folder, key)
    try:
        session = Session(vault, key, clock=clock, random=random)
        with vault.write() as unit:
            nonce = random(16)
            unit.new_writer(new_writer(session.device, nonce), nonce)
        if gone:
            return Restored(*become_new_device(session))
        with vault.read() as reading:
            spaces = tuple(space_after(reading, session.device, row) for row in reading.spaces())
        return Restored(session, spaces)
    except BaseException:
        vault.close()
        raise
