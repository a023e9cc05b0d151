"""An open vault: the encrypted database, its lock, and the units of work.

Threads: any thread may open units; one write unit runs at a time and others wait for it. Every unit
ends with its block; nothing holds a transaction across the network.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.engine import Engine
from sqlcipher3 import dbapi2

from delve_desktop.domain.errors import Damaged, InvalidContent, Locked, NotFound

from . import index, migrations
from .engine import committing, connect, open_engine, translated
from .lock import VaultLock
from .migrate import bring_up
from .reading import ReadUnit
from .tables import VaultTable
from .writing import WriteUnit

DATABASE: Final = "vault.db"


class Vault:
    """One vault, open. Create with `Vault.create` or `Vault.open`; `close` drops connections and lock."""

    def __init__(self, folder: Path, engine: Engine, lock: VaultLock) -> None:
        self.folder = folder
        self._open_engine: Engine | None = engine
        self._lock = lock
        self._writing = threading.Lock()

    @property
    def _engine(self) -> Engine:
        engine = self._open_engine
        if engine is None:
            raise Locked("The vault is locked.")
        return engine

    @classmethod
    def create(cls, folder: Path, database_key: bytes) -> Vault:
        """Make the database in an existing folder; raises `InvalidContent` if there is one, `InUse`."""
        path = folder / DATABASE
        if path.exists():
            raise InvalidContent("There is already a vault in this folder.")
        lock = VaultLock(folder)
        try:
            engine = open_engine(path, database_key)
            with translated(), engine.begin() as connection:
                VaultTable.metadata.create_all(connection)
                connection.exec_driver_sql(index.CREATE)
                connection.exec_driver_sql(f"PRAGMA user_version = {migrations.CURRENT}")
        except BaseException:
            lock.release()
            raise
        return cls(folder, engine, lock)

    @classmethod
    def open(cls, folder: Path, database_key: bytes) -> Vault:
        """Open the vault in a folder, migrating an older one after a copy.

        Raises `NotFound`, `InUse`, `NewerFormat`, or `Damaged`, also for a key that does not fit.
        """
        path = folder / DATABASE
        if not path.exists():
            raise NotFound("There is no vault database in this folder.")
        if not path.stat().st_size:
            # SQLite would take it for a new database and begin to write
            raise Damaged("The vault database is empty: what was in it is gone from this file.")
        lock = VaultLock(folder)
        try:
            with translated():
                bring_up(path, database_key)
            return cls(folder, open_engine(path, database_key), lock)
        except BaseException:
            lock.release()
            raise

    @contextmanager
    def read(self) -> Iterator[ReadUnit]:
        """A consistent snapshot to read from."""
        with translated(), self._engine.connect() as connection, connection.begin():
            yield ReadUnit(connection)

    @contextmanager
    def write(self) -> Iterator[WriteUnit]:
        """One transaction: committed, durably, when the block ends; rolled back if it raises."""
        with self._writing, translated(), self._engine.connect() as plain:
            connection = plain.execution_options(delve_begin="IMMEDIATE")
            with connection.begin() as transaction:
                yield WriteUnit(connection)
                with committing():
                    transaction.commit()

    def check_pages(self, database_key: bytes) -> list[str]:
        """What SQLCipher and SQLite find wrong with the file, page by page; empty when all is well."""
        found: list[str] = []
        connection = connect(self.folder / DATABASE, database_key)
        try:
            for check in ("cipher_integrity_check", "integrity_check(20)"):
                rows = connection.execute(f"PRAGMA {check}").fetchall()
                found += [str(row[0]) for row in rows if row[0] != "ok"]
        except dbapi2.DatabaseError as error:  # the check itself stumbles over a bad page
            found.append(str(error))
        finally:
            connection.close()
        return found

    def close(self) -> None:
        """Fold the log into the file, drop every connection and the lock. Keys go with them.

        Harmless when done twice; every later unit raises `Locked`.
        """
        with self._writing:
            engine, self._open_engine = self._open_engine, None
            if engine is None:
                return
            try:
                with translated(), engine.connect() as connection:
                    driver = connection.connection.driver_connection
                    if driver is None:
                        raise Damaged("The vault database has lost its connection.")
                    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                engine.dispose()
                self._lock.release()
