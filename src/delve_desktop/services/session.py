"""An open vault with the person behind it: what every use case works on.

Threads: any thread may run a use case; the store lets one write at a time. Opening and creating take
about a second for the key derivation, so they belong on a worker thread.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from delve_desktop.crypto import kdf
from delve_desktop.crypto.header_pair import (
    OpenedHeader,
    has_header,
    is_in_place,
    keep_in_step,
    open_header,
    write_both,
)
from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.kdf import KdfParams
from delve_desktop.crypto.keys import VaultKey, database_key
from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.crypto.words import LISTS
from delve_desktop.domain.errors import (
    Damaged,
    DiskFailing,
    DiskFull,
    InUse,
    InvalidContent,
    Mistaken,
    WriteProtected,
    WrongPassphrase,
)
from delve_desktop.domain.ids import DeviceId, SpaceId, new_writer
from delve_desktop.domain.membership import Membership
from delve_desktop.store.files import RESTORING
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import IdentityRow
from delve_desktop.store.vault import DATABASE, Vault
from delve_desktop.store.writing import WriteUnit
from delve_desktop.sync.members import membership_of

from .attachments.loose import sweep
from .attachments.wiping import wipe_copies
from .changes import NoticeHub
from .keeping.place_facts import check_place

MAX_NAME: Final = 80
GENERATION: Final = "header-generation"  # of the newest header, kept in the database; 4 bytes
Clock = Callable[[], float]
Random = Callable[[int], bytes]


class Session:
    """One person's open vault. `close` locks it: connections and keys are dropped.

    `clock` tells Unix seconds, for labels; `ticks` counts seconds, to size slices of work.
    """

    def __init__(
        self,
        vault: Vault,
        database_key: bytes,
        *,
        clock: Clock = time.time,
        random: Random = os.urandom,
        ticks: Clock = time.monotonic,
        from_spare: bool = False,
    ) -> None:
        with vault.read() as unit:
            row = unit.identity()
        self.vault = vault
        self.clock = clock
        self.random = random
        self.ticks = ticks
        self.notices = NoticeHub()
        self.exchanging = threading.Lock()  # two exchanges of one vault would only repeat each other's work
        self.name = row.name
        self.language = row.language
        self.identity = Identity.from_bytes(row.secret)
        self.from_spare = from_spare  # the header was damaged, and its spare copy opened the vault
        self._database_key = database_key
        wipe_copies(vault.folder)  # of a program that was killed
        vault.chunks.tidy()
        self._memberships: dict[SpaceId, tuple[tuple[int, bytes], Membership]] = {}

    def membership(self, unit: ReadUnit, space: SpaceId) -> Membership:
        """Who belongs to a space, as `unit` sees it; read anew only when acts have come."""
        mark = unit.acts_mark(space)
        kept = self._memberships.get(space)
        if kept is None or kept[0] != mark:
            kept = self._memberships[space] = (mark, membership_of(unit, space))
        return kept[1]

    @property
    def device(self) -> DeviceId:
        """The id of this device."""
        return self.identity.device

    def now(self) -> int:
        """Unix seconds by this laptop's clock: a label."""
        return int(self.clock())

    @property
    def damaged(self) -> bool:
        """Whether a page of the database could not be read: then nothing is written any more."""
        return self.vault.damaged

    def damaged_pages(self) -> list[str]:
        """What is wrong with the pages of the database file; empty when all is well.

        A vault with such a page is for reading only from then on.
        """
        found = self.vault.check_pages(self._database_key)
        if found:
            self.vault.note_damage()
        return found

    def renew_key(self, vault_key: VaultKey, commit: Callable[[], None], **watching: Any) -> None:
        """Put the database under the key that follows from this vault key; see `Vault.rekey`."""
        new = database_key(vault_key)
        self.vault.rekey(self._database_key, new, commit, **watching)
        self._database_key = new

    def close(self) -> None:
        """Lock the vault."""
        self._database_key = b""
        wipe_copies(self.vault.folder)
        self.vault.close()


def has_vault(folder: Path) -> bool:
    """Whether there is a vault in this folder."""
    return has_header(folder)


def create_vault(
    folder: Path,
    passphrase: str,
    name: str,
    *,
    params: KdfParams = kdf.DEFAULT,
    language: str = "en",
    clock: Clock = time.time,
    random: Random = os.urandom,
) -> Session:
    """Make a vault for a person in a folder, and open it.

    The header is written last, so a creation that was cut off leaves no vault. Raises `InvalidContent`
    for a bad name or when a vault is there already, `Mistaken` for a language without a list of words,
    `UnsafePlace`, `InUse`, `DiskFull`.
    """
    name = name.strip()
    if not name or len(name) > MAX_NAME:
        raise InvalidContent(f"A name has 1 to {MAX_NAME} characters.")
    if language not in LISTS:
        raise Mistaken(f"There are no words to compare in {language}; there are in {', '.join(LISTS)}.")
    check_place(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if has_vault(folder):
        raise InvalidContent("There is already a vault in this folder.")
    _set_aside(folder)
    header, vault_key = VaultHeader.create(passphrase, params, random)
    key = database_key(vault_key)
    vault = Vault.create(folder, key)
    try:
        identity = Identity.create(random)
        nonce = random(16)
        writer = new_writer(identity.device, nonce)
        with vault.write() as unit:
            unit.set_identity(IdentityRow(identity.to_bytes(), name, language, writer, nonce, 0))
            note_generation(unit, header)
        write_both(folder, header)
        return Session(vault, key, clock=clock, random=random)
    except BaseException:
        vault.close()
        raise


def open_vault(
    folder: Path, passphrase: str, *, clock: Clock = time.time, random: Random = os.urandom
) -> Session:
    """Open a vault.

    Raises `NotFound`, `WrongPassphrase`, `Damaged`, `NewerFormat`, `InUse`, `UnsafePlace`, `WriteProtected`.
    """
    return _open(folder, lambda header: header.open(passphrase), clock, random)


def open_with_code(
    folder: Path, code: RecoveryCode, *, clock: Clock = time.time, random: Random = os.urandom
) -> Session:
    """Open a vault by its recovery code; raises as `open_vault`, and `NotFound` when it has none."""
    return _open(folder, lambda header: header.open_with_code(code.secret), clock, random)


def unlock_key(folder: Path, passphrase: str) -> VaultKey:
    """The vault key, after about a second of derivation; raises as `open_vault` does."""
    return open_header(folder, lambda header: header.open(passphrase)).vault_key


def open_with_key(
    folder: Path,
    vault_key: VaultKey,
    *,
    clock: Clock = time.time,
    random: Random = os.urandom,
    opened: OpenedHeader | None = None,
) -> Session:
    """Open a vault whose key is known; `opened` is the header that gave it, to be judged and mended."""
    key = database_key(vault_key)
    vault = Vault.open(folder, key)
    try:
        if opened is not None:
            _check_header(vault, opened)
            _mend_headers(vault, opened.header)
        _sweep(vault)
        from_spare = opened is not None and opened.from_spare
        return Session(vault, key, clock=clock, random=random, from_spare=from_spare)
    except BaseException:
        vault.close()
        raise


def _open(folder: Path, unlock: Callable[[VaultHeader], VaultKey], clock: Clock, random: Random) -> Session:
    check_place(folder)
    opened = open_header(folder, unlock)
    return open_with_key(folder, opened.vault_key, clock=clock, random=random, opened=opened)


def note_generation(unit: WriteUnit, header: VaultHeader) -> None:
    """Let no header older than this one open the vault."""
    unit.set_meta(GENERATION, header.generation.to_bytes(4, "big"))


def _check_header(vault: Vault, opened: OpenedHeader) -> None:
    """Refuse a header that was put back from before a change; note one whose change was cut off."""
    if not is_in_place(vault.folder, opened):  # it was read before this program had the lock
        raise InUse("Another program has just changed this vault: open it again.")
    header = opened.header
    with vault.read() as unit:
        newest = int.from_bytes(unit.meta(GENERATION) or b"", "big")
    if header.generation < newest:
        raise WrongPassphrase(
            "This vault header is from before the passphrase or the recovery code was changed: what it opens"
            " for no longer opens this vault."
        )
    if header.generation > newest and not vault.damaged:
        with vault.write(reserve=True) as writing:
            note_generation(writing, header)


def _mend_headers(vault: Vault, header: VaultHeader) -> None:
    """Header and spare alike again. A disk that takes nothing now may take it at the next opening."""
    folder = vault.folder
    if vault.damaged:
        return
    with suppress(DiskFull, WriteProtected, OSError):
        keep_in_step(folder, header)
        (folder / RESTORING).unlink(missing_ok=True)  # the header is the last that a restore writes


def _sweep(vault: Vault) -> None:
    """Remove attached bytes that nothing names. What hinders it hinders no opening: the next one sweeps."""
    if not vault.damaged:
        with suppress(DiskFull, WriteProtected, DiskFailing, Damaged):
            sweep(vault)


def _set_aside(folder: Path) -> None:
    """Move a database that no header opens out of the way: a creation was cut off, or a header lost."""
    if not (folder / DATABASE).exists():
        return
    number = 1
    while (folder / f"{DATABASE}.without-header-{number}").exists():
        number += 1
    for suffix in ("-wal", "-shm", ""):
        source = folder / (DATABASE + suffix)
        if source.exists():
            source.rename(folder / f"{DATABASE}.without-header-{number}{suffix}")
