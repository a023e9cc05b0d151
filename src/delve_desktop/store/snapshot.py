"""A copy of the database as it stood at one moment, page by page, under the same key or another.

SQLite's backup interface copies pages; SQLCipher takes each out of its seal and puts it into the new one.
The source is read inside one transaction, so others may write meanwhile and none of it is in the copy.

A page whose seal is broken comes out of this as zeros, without an error (measured with SQLCipher 4.19). So
every seal of the source is checked first. The check reads the file past SQLite's locks, and where another
program just then folds its log into it, a page may look torn: what is whole at a second look counts as whole.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from delve_desktop.crypto.durable import sync_file
from delve_desktop.domain.errors import Cancelled, Damaged, DelveError, DiskFull

from .engine import PageDamage, Way, connect, translate
from .files import remove_database

LOOKS: Final = 3
PAGES_AT_ONCE: Final = 256  # one megabyte between two looks at whether to stop

Progress = Callable[[int, int], None]  # pages done, pages in all


def nobody_stops() -> bool:
    """What stands for `cancelled` where nobody can."""
    return False


def copy_database(
    source: tuple[Path, bytes],
    target: tuple[Path, bytes],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = nobody_stops,
) -> None:
    """Copy the database at `source` (path, key) to `target` (path, key), durably, and check every page.

    A file at the target is replaced. Raises `Damaged` when the source cannot be read, `DiskFull`,
    `Cancelled`, `DelveError` when the target fails; the target is then gone.
    """
    _check_seals(source)
    remove_database(target[0])
    try:
        pages = _copy(source, target, progress, cancelled)
        sync_file(target[0])
        _check(target, pages)
    except BaseException:
        remove_database(target[0])
        raise


def _check_seals(source: tuple[Path, bytes]) -> None:
    connection = connect(*source)
    try:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()  # what lies in the log has no check
        broken = None
        for _ in range(LOOKS):
            found = {str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")}
            broken = found if broken is None else broken & found
            if not broken:
                return
        raise PageDamage(
            f"The vault database is damaged in {len(broken or ())} places: `delve salvage` brings what is"
            " intact into a new vault."
        )
    except dbapi2.DatabaseError as error:
        raise translate(error) from error
    finally:
        connection.close()


def _check(target: tuple[Path, bytes], pages: int) -> None:
    if page_faults(*target, Way.STILL) or page_count(*target, Way.STILL) != pages:
        raise DelveError("The disk gave back something else than was written; nothing was changed.")


def page_faults(path: Path, database_key: bytes, way: Way = Way.READ) -> list[str]:
    """What SQLCipher and SQLite find wrong with a database file, page by page; empty when all is well."""
    found: list[str] = []
    try:
        connection = connect(path, database_key, way)
    except Damaged as error:
        return [str(error)]
    try:
        for check in ("cipher_integrity_check", "integrity_check(20)"):
            rows = connection.execute(f"PRAGMA {check}").fetchall()
            found += [str(row[0]) for row in rows if row[0] != "ok"]
    except dbapi2.DatabaseError as error:  # the check itself stumbles over a bad page
        found.append(str(error))
    finally:
        connection.close()
    return found


def page_count(path: Path, database_key: bytes, way: Way = Way.READ) -> int:
    """How many pages a database has, the log included; raises `Damaged`."""
    return _number(path, database_key, "page_count", way)


def schema_of(path: Path, database_key: bytes, way: Way = Way.READ) -> int:
    """The schema version of a database; raises `Damaged`."""
    return _number(path, database_key, "user_version", way)


def _number(path: Path, database_key: bytes, pragma: str, way: Way) -> int:
    connection = connect(path, database_key, way)
    try:
        return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
    except dbapi2.DatabaseError as error:
        raise translate(error) from error
    finally:
        connection.close()


def _copy(
    source: tuple[Path, bytes],
    target: tuple[Path, bytes],
    progress: Progress | None,
    cancelled: Callable[[], bool],
) -> int:
    reader = connect(*source)
    try:
        reader.execute("BEGIN")
        pages = int(reader.execute("PRAGMA page_count").fetchone()[0])
        # the schema is read in the transaction: from here on it stays at this snapshot
        reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
        _fill(reader, target, progress, cancelled)
        reader.execute("ROLLBACK")
        return pages
    except dbapi2.DatabaseError as error:
        raise translate(error) from error
    finally:
        reader.close()


def _fill(
    reader: Any,
    target: tuple[Path, bytes],
    progress: Progress | None,
    cancelled: Callable[[], bool],
) -> None:
    def step(_status: int, left: int, total: int) -> None:
        if cancelled():
            raise Cancelled("Stopped; nothing was changed.")
        if progress is not None:
            progress(total - left, total)

    writer = connect(*target, Way.FILL)  # what is not whole is thrown away, and what is, made durable
    try:
        reader.backup(writer, pages=PAGES_AT_ONCE, progress=step)
    except dbapi2.DatabaseError as error:
        known = translate(error)
        if isinstance(known, DiskFull):
            raise DiskFull("There is not enough room for the copy; nothing was changed.") from error
        raise DelveError(f"The copy could not be written ({error}); nothing else was changed.") from error
    finally:
        writer.close()
