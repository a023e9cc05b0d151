"""What the doctor sees from outside: the folder, its place and room, the files in it, and who has it open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from delve_desktop.crypto.header_file import NEW, read_header
from delve_desktop.crypto.header_pair import HEADER, SPARE
from delve_desktop.crypto.kdf import DEFAULT
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.domain.errors import Damaged, DelveError, InUse, NewerFormat, NotFound
from delve_desktop.store import room
from delve_desktop.store.files import BEFORE, DAMAGED, DATABASE, NEXT, PART, RESTORING
from delve_desktop.store.lock import LOCK_NAME, VaultLock
from delve_desktop.store.pages import PAGE

from .findings import Finding
from .place_facts import look_at
from .places import judge

MB: Final = 1000 * 1000


def look(folder: Path) -> list[Finding]:
    """Everything that needs no passphrase."""
    if not folder.is_dir():
        return [Finding("folder", "wrong", "There is no such folder.", "Check the path of the vault.")]
    found = [_folder(folder), _place(folder), _room(folder)]
    found += [*_headers(folder), _database(folder), *_marks(folder), _lock(folder)]
    return found


def _folder(folder: Path) -> Finding:
    if os.access(folder, os.W_OK):
        return Finding("folder", "good", "The folder can be written to.")
    return Finding(
        "folder",
        "wrong",
        "The folder cannot be written to, so the vault does not open.",
        "Give this user the right to write to it, or make a backup and restore it elsewhere.",
    )


def _place(folder: Path) -> Finding:
    place = look_at(folder)
    refusal = judge(place)
    if refusal is not None:
        return Finding("place", "wrong", refusal.sentence, "Move it by a backup and a restore.")
    kind = place.filesystem or "of an unknown kind"
    return Finding("place", "good", f"The vault lies on a disk where it may live ({kind}).")


def _room(folder: Path) -> Finding:
    free, floor = room.free_bytes(folder), room.FLOOR
    if free >= floor:
        return Finding("room", "good", f"{free // MB} MB are free on the disk of the vault.")
    return Finding(
        "room",
        "wrong",
        f"Only {free // MB} MB are free on the disk of the vault, and below {floor // MB} MB nothing new is"
        " written; drafts are.",
        "Remove files from the disk that are not needed; then everything goes on by itself.",
    )


def _headers(folder: Path) -> Iterator[Finding]:
    main, spare = _header(folder / HEADER), _header(folder / SPARE)
    yield _of_header("header", "The vault header", main, isinstance(spare, VaultHeader))
    yield _of_header("spare", "The spare copy of the header", spare, isinstance(main, VaultHeader))
    if not isinstance(main, VaultHeader) or not isinstance(spare, VaultHeader):
        return
    if main != spare:
        yield Finding(
            "spare",
            "note",
            "Header and spare copy differ: a change was cut off.",
            "Open the vault once; the header counts.",
        )
    cost = main.params()
    yield Finding(
        "cost",
        "good" if cost.memory >= DEFAULT.memory else "note",
        f"A try at the passphrase costs {cost.memory // 1024} MiB and {cost.passes} passes.",
        "" if cost.memory >= DEFAULT.memory else "Change the passphrase once: that raises the cost.",
    )
    yield Finding(
        "recovery",
        "good" if main.has_recovery else "note",
        "The vault has a recovery code." if main.has_recovery else "The vault has no recovery code.",
        "" if main.has_recovery else "Make one with `delve recovery-code`, and keep it on paper.",
    )


def _header(path: Path) -> VaultHeader | DelveError | OSError:
    try:
        return read_header(path)
    except (DelveError, OSError) as error:
        return error


def _of_header(about: str, what: str, found: VaultHeader | DelveError | OSError, other: bool) -> Finding:
    if isinstance(found, VaultHeader):
        return Finding(about, "good", f"{what} is whole (generation {found.generation}).")
    if isinstance(found, NewerFormat):
        return Finding(about, "wrong", f"{what} is of a newer version.", "Update Delve on this laptop.")
    mended = "Open the vault once: the other copy stands in, and both are mended."
    lost = "Bring the vault back from a backup; without a header nothing opens it."
    do = mended if other else lost
    if isinstance(found, NotFound):
        return Finding(about, "note" if other else "wrong", f"{what} is missing.", do)
    if isinstance(found, Damaged):
        return Finding(about, "note" if other else "wrong", f"{what} is damaged, or not of Delve.", do)
    return Finding(about, "wrong", f"{what} cannot be read by this user or from this disk.", do)


def _database(folder: Path) -> Finding:
    path = folder / DATABASE
    try:
        size = path.stat().st_size
    except OSError:
        return Finding("database", "wrong", "The database is missing.", "Bring the vault back from a backup.")
    log = path.with_name(path.name + "-wal")
    waiting = log.stat().st_size if log.exists() else 0
    if not size:
        return Finding("database", "wrong", "The database is empty.", "Bring the vault back from a backup.")
    if size % PAGE:
        return Finding(
            "database",
            "wrong",
            f"The database has {size} bytes, which is no whole number of pages: it was cut off.",
            "Run `delve salvage`.",
        )
    return Finding(
        "database", "good", f"The database has {size // PAGE} pages; {waiting} bytes lie in its log."
    )


def _marks(folder: Path) -> Iterator[Finding]:
    """Files that say something by being there."""
    names = {path.name for path in folder.iterdir()}
    if DAMAGED in names:
        yield Finding(
            "damage",
            "wrong",
            "A page of the database could not be read, so the vault is for reading only.",
            "Run `delve salvage`.",
        )
    if NEXT in names or NEXT + PART in names:
        yield Finding(
            "change",
            "note",
            "A change of the vault's key was cut off.",
            "Open the vault once: it is finished or taken back.",
        )
    if RESTORING in names:
        whole = HEADER in names or SPARE in names
        yield Finding(
            "restore",
            "note" if whole else "wrong",
            "A restore or a salvage into this folder was cut off.",
            "Open the vault once." if whole else "Begin it again with the same folder.",
        )
    copies = sum(name.startswith(DATABASE + BEFORE) for name in names)
    aside = sum(".without-header-" in name and not name.endswith(("-wal", "-shm")) for name in names)
    new = sum(name in (HEADER + NEW, SPARE + NEW) for name in names)
    if copies or aside or new:
        yield Finding(
            "leftovers",
            "note",
            f"Beside the vault lie {copies} copies from before a migration, {aside} databases that were set"
            f" aside, and {new} headers that were not finished.",
        )


def _lock(folder: Path) -> Finding:
    if not (folder / LOCK_NAME).exists():
        return Finding("use", "good", "No other program has the vault open.")
    try:
        VaultLock(folder).release()
    except InUse:
        return Finding(
            "use", "note", "Another program has the vault open now.", "Close it if the vault does not open."
        )
    except DelveError:
        return Finding("use", "unknown", "Whether another program has the vault open could not be seen.")
    return Finding("use", "good", "No other program has the vault open.")
