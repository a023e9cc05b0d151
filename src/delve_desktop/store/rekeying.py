"""The whole database under a new key: a new file beside the old one, which then takes its place.

    1  vault.db.next is written under the new key, made durable and checked
    2  the caller puts the header of the new key in place: from here on only that one opens
    3  `finish` removes the copies of earlier migrations, lets vault.db.next become vault.db, and the old file
       is gone

Whatever is cut off, the header in place says which of the two files is the vault; `finish` runs at every
opening. A file that no header opens any more is removed only when the other one was opened by its key.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from delve_desktop.crypto.durable import replace
from delve_desktop.domain.errors import Damaged

from .engine import Way, connect, translate
from .files import BEFORE, DATABASE, NEXT, PART, remove_database
from .snapshot import Progress, copy_database, nobody_stops


def write_next(
    folder: Path,
    old_key: bytes,
    new_key: bytes,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = nobody_stops,
) -> None:
    """Step 1; the caller holds the vault's lock and nothing else has the database open.

    Raises `Damaged`, `DiskFull`, `Cancelled`; the vault is then as it was.
    """
    path = folder / DATABASE
    part = folder / (NEXT + PART)
    copy_database((path, old_key), (part, new_key), progress=progress, cancelled=cancelled)
    remove_database(folder / NEXT)
    replace(part, folder / NEXT)


def finish(folder: Path, database_key: bytes) -> None:
    """Step 3, or its undoing when step 2 was never reached; `database_key` is that of the header in place.

    Raises `Damaged`, removing nothing, when neither file opens with it.
    """
    remove_database(folder / (NEXT + PART))
    waiting = folder / NEXT
    if not waiting.exists():
        return
    if opens(folder / DATABASE, database_key):
        remove_database(waiting)
        return
    if not opens(waiting, database_key):
        raise Damaged("Neither of the two databases in the folder of this vault belongs to its header.")
    for copy in folder.glob(f"{DATABASE}{BEFORE}*"):
        copy.unlink()
    for suffix in ("-wal", "-shm"):  # of the old file, and empty: the new one must not be read with them
        (folder / (DATABASE + suffix)).unlink(missing_ok=True)
    replace(waiting, folder / DATABASE)
    remove_database(waiting)


def opens(path: Path, database_key: bytes) -> bool:
    """Whether this database opens with this key."""
    if not path.exists() or not path.stat().st_size:
        return False
    try:
        connection = connect(path, database_key, Way.READ)
    except Damaged:
        return False
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        if not isinstance(known := translate(error), Damaged):
            raise known from error
        return False
    finally:
        connection.close()
    return True
