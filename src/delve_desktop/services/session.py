"""An open vault with the person behind it: what every use case works on.

Threads: any thread may run a use case; the store lets one write at a time. Opening and creating take
about a second for the key derivation, so they belong on a worker thread.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from delve_desktop.crypto import kdf
from delve_desktop.crypto.header_file import read_header, write_header
from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.kdf import KdfParams
from delve_desktop.crypto.keys import VaultKey, database_key
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.crypto.words import LISTS
from delve_desktop.domain.errors import InvalidContent, Mistaken
from delve_desktop.domain.ids import DeviceId, SpaceId, new_writer
from delve_desktop.domain.membership import Membership
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import IdentityRow
from delve_desktop.store.vault import DATABASE, Vault
from delve_desktop.sync.members import membership_of

from .changes import NoticeHub

HEADER: Final = "vault.hdr"
MAX_NAME: Final = 80
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
        self._database_key = database_key
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

    def damaged_pages(self) -> list[str]:
        """What is wrong with the pages of the database file; empty when all is well."""
        return self.vault.check_pages(self._database_key)

    def close(self) -> None:
        """Lock the vault."""
        self._database_key = b""
        self.vault.close()


def has_vault(folder: Path) -> bool:
    """Whether there is a vault in this folder."""
    return (folder / HEADER).exists()


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
    `InUse`, `DiskFull`.
    """
    name = name.strip()
    if not name or len(name) > MAX_NAME:
        raise InvalidContent(f"A name has 1 to {MAX_NAME} characters.")
    if language not in LISTS:
        raise Mistaken(f"There are no words to compare in {language}; there are in {', '.join(LISTS)}.")
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
        write_header(folder / HEADER, header)
        return Session(vault, key, clock=clock, random=random)
    except BaseException:
        vault.close()
        raise


def open_vault(
    folder: Path, passphrase: str, *, clock: Clock = time.time, random: Random = os.urandom
) -> Session:
    """Open a vault. Raises `NotFound`, `WrongPassphrase`, `Damaged`, `NewerFormat` or `InUse`."""
    return open_with_key(folder, unlock_key(folder, passphrase), clock=clock, random=random)


def unlock_key(folder: Path, passphrase: str) -> VaultKey:
    """The vault key, after about a second of derivation; raises as `open_vault` does."""
    return read_header(folder / HEADER).open(passphrase)


def open_with_key(
    folder: Path, vault_key: VaultKey, *, clock: Clock = time.time, random: Random = os.urandom
) -> Session:
    """Open a vault whose key is known."""
    key = database_key(vault_key)
    vault = Vault.open(folder, key)
    try:
        return Session(vault, key, clock=clock, random=random)
    except BaseException:
        vault.close()
        raise


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
