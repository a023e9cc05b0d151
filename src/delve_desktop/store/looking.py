"""Looking at a vault's database without opening the vault: nothing is migrated, mended, folded or locked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from .engine import Way, open_engine, snapshot, translated
from .files import DATABASE
from .reading import ReadUnit


@contextmanager
def leaving_no_trace(folder: Path) -> Iterator[None]:
    """Take away the empty log and its index that SQLite makes for who only reads, if they were not there."""
    log, index = (folder / (DATABASE + suffix) for suffix in ("-wal", "-shm"))
    new = not log.exists() and not index.exists()
    try:
        yield
    finally:
        with suppress(OSError):  # somebody opened the vault meanwhile, and holds them
            if new and log.exists() and not log.stat().st_size:
                log.unlink()
                index.unlink(missing_ok=True)


@contextmanager
def looking(folder: Path, database_key: bytes) -> Iterator[ReadUnit]:
    """One snapshot to read from, beside whoever has the vault open. Raises `Damaged`."""
    engine = open_engine(folder / DATABASE, database_key, Way.READ)
    try:
        with translated(), snapshot(engine) as driver:
            yield ReadUnit(driver)
    finally:
        engine.dispose()


def versions() -> dict[str, str]:
    """SQLite and SQLCipher, as they run here."""
    connection = dbapi2.connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return {"sqlite": str(dbapi2.sqlite_version), "sqlcipher": str(cipher[0]) if cipher else ""}
