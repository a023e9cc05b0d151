"""Salvage: what is intact in a damaged vault, brought into a new one under the same passphrase.

The damaged vault is copied first and never written. What is taken proves itself: acts and segments by their
signatures, changes that were not sent yet by the hash that is their id, space keys by their commitment in the
log. Drafts and the device's own keys are taken as the seal of their page vouches for them. All of it takes
the way that things take which arrive from a hub, into a vault with a new key and a new writer; what is
missing comes back with the next exchange, as the new vault asks for a full comparison.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from delve_desktop.crypto.header_pair import OpenedHeader, open_header
from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.keys import database_key
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.domain.attachments import Part
from delve_desktop.domain.errors import Cancelled, Damaged, NotFound, WriteProtected, WrongPassphrase
from delve_desktop.services.attachments.whole import is_here
from delve_desktop.services.session import GENERATION, Clock, Random, Session, note_generation
from delve_desktop.store.chunk_folder import ChunkFolder
from delve_desktop.store.files import BLOBS, DATABASE, NEXT
from delve_desktop.store.lock import LOCK_NAME, VaultLock
from delve_desktop.store.pages import PAGE
from delve_desktop.store.room import check_room
from delve_desktop.store.salvaging import Remains, copy_readable, read_remains
from delve_desktop.store.snapshot import Progress, nobody_stops
from delve_desktop.store.vault import Vault

from .becoming import REMAINS, BecomingVault
from .refilling import Refilling, Saved
from .vaults import name_of


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved and what was not; `session` is the new vault, open."""

    session: Session
    saved: Saved
    pages: int  # of the database file, 4 KiB each
    damaged_pages: int
    had_recovery_code: bool
    attachments: int = 0  # pictures and files whose bytes are all there

    def sentences(self) -> list[str]:
        """The same in words, the good news first."""
        saved = self.saved
        told = [
            f"The new vault has {saved.changes} changes of {saved.records} records in {saved.spaces} spaces.",
            f"{saved.unsent} of these changes were not sent yet; they go out with the next exchange.",
            f"{saved.drafts} drafts are there as they were.",
        ]
        if self.attachments:
            told.append(f"{self.attachments} pictures and files are whole.")
        if saved.words:
            told.append(
                f"Of {saved.words} records the newest change was lost; what it said is there as a draft."
            )
        if self.damaged_pages:
            told.append(f"{self.damaged_pages} of {self.pages} pages of the old file could not be read.")
        else:
            told.append("Every page of the old file could be read.")
        if saved.waiting:
            told.append(
                f"{saved.waiting} changes wait for others that were lost here and come by an exchange."
            )
        if saved.refused:
            told.append(
                f"{saved.refused} things were found that do not prove what they are, and were left out."
            )
        if not saved.identity:
            told.append(
                "The keys of this device were lost: it has new ones, and each space must invite and admit it."
            )
        if saved.drafts_in_doubt:
            told.append(
                "Where drafts lay a page was lost: some may be missing, and discarded ones may be back."
            )
        if not saved.hubs and saved.spaces:
            told.append("The address of the server was lost: set it again with `hub set`.")
        else:
            told.append("What is missing comes back with the next exchange, as far as others have it.")
        if self.had_recovery_code:
            told.append("The new vault has no recovery code yet: make one with `recovery-code`.")
        told.append("The damaged vault is as it was; keep it until you have seen that nothing is missing.")
        return told


def salvage(
    source: Path,
    passphrase: str,
    target: Path,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = nobody_stops,
    clock: Clock = time.time,
    random: Random = os.urandom,
) -> Salvaged:
    """Bring what is intact in the vault at `source` into a new one at `target`; `progress` counts pages.

    Raises `NotFound`, `WrongPassphrase`, `InUse`, `UnsafePlace`, `InvalidContent` when something lies in the
    target, `DiskFull`, `Cancelled`, and `Damaged` when the header is lost or not one page can be read. Then
    there is no new vault. The source is never changed.
    """
    becoming = BecomingVault(target)
    opened = open_header(source, lambda header: header.open(passphrase))
    header, vault_key = VaultHeader.create(passphrase, opened.header.params(), random)
    with becoming:
        remains = _read(source, target, opened, _stoppable(progress, cancelled))
        identity = _identity(remains)
        key = database_key(vault_key)
        vault = Vault.create(target, key)
        try:
            saved = Refilling(vault, remains, identity, name_of(source), clock, random).run()
            with vault.write(reserve=True) as unit:
                note_generation(unit, header)
            attached = _bring_chunks(source, vault, _stoppable(None, cancelled))
            session = Session(vault, key, clock=clock, random=random)
            for suffix in ("", "-wal", "-shm"):
                (target / (REMAINS + suffix)).unlink(missing_ok=True)
            becoming.finish(header)
        except BaseException:
            vault.close()
            raise
    return Salvaged(session, saved, remains.pages, remains.damaged, opened.header.has_recovery, attached)


def _bring_chunks(source: Path, vault: Vault, progress: Progress) -> int:
    """Copy every whole chunk of the damaged vault's attachments, and note whose are all here; returns how
    many files that are. The others come with the next exchange.
    """
    old = ChunkFolder(source / BLOBS)
    for count, chunk in enumerate(old.ids()):
        progress(count, count + 1)
        with suppress(NotFound, Damaged):
            vault.chunks.write(old.read(chunk))
    with vault.read() as unit:
        rows = [row for space in unit.spaces() for row in unit.blobs_standing(space.id)]
    whole = list(
        {row.root for row in rows if is_here(vault.chunks, Part(row.role, row.root, row.key, row.size))}
    )
    with vault.write(reserve=True) as writing:
        writing.set_held(whole, held=True)
    return len(whole)


def _stoppable(progress: Progress | None, cancelled: Callable[[], bool]) -> Progress:
    def step(done: int, total: int) -> None:
        if cancelled():
            raise Cancelled("Stopped; nothing was changed.")
        if progress is not None:
            progress(done, total)

    return step


def _read(source: Path, target: Path, opened: OpenedHeader, progress: Progress) -> Remains:
    """Copy the damaged database into the new folder, and read it there."""
    lock = None
    if (source / LOCK_NAME).exists():  # without it nobody has the vault open, and none is left in there
        with suppress(WriteProtected):  # a folder that takes nothing: then nobody writes to it either
            lock = VaultLock(source)
    try:
        last: Damaged | None = None
        # while its key was being changed the vault may lie in the other file
        for name in (DATABASE, NEXT):
            if not (source / name).exists():
                continue
            check_room(target, _size(source, name))
            for suffix in ("", "-wal"):
                if (source / (name + suffix)).exists():
                    copy_readable(source / (name + suffix), target / (REMAINS + suffix))
            try:
                remains = read_remains(target / REMAINS, database_key(opened.vault_key), progress)
                _check_generation(remains, opened)
                return remains
            except Damaged as error:
                last = error
        raise last or Damaged("There is no vault database in this folder.")
    finally:
        if lock is not None:
            lock.release()


def _check_generation(remains: Remains, opened: OpenedHeader) -> None:
    """As when a vault is opened, if what says so can be read: a header that was put back opens nothing."""
    newest = [value for key, value in remains.of("meta") if key == GENERATION and isinstance(value, bytes)]
    if newest and opened.header.generation < int.from_bytes(newest[0], "big"):
        raise WrongPassphrase(
            "This vault header is from before the passphrase was changed: the old one no longer opens."
        )


def _size(source: Path, name: str) -> int:
    files = [source / (name + suffix) for suffix in ("", "-wal")]
    # once as a copy, and once more as what the new vault makes of it
    return 2 * sum(path.stat().st_size for path in files if path.exists()) + PAGE


def _identity(remains: Remains) -> Identity | None:
    """The keys of the device, of the newest row there is."""
    rows = sorted(remains.of("me"), key=lambda row: row[6] if isinstance(row[6], int) else 0)
    secret = rows[-1][1] if rows else None
    if not isinstance(secret, bytes):
        return None
    with suppress(Damaged):  # not 64 bytes: no keys
        return Identity.from_bytes(secret)
    return None
