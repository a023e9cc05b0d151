"""An open vault: the encrypted database, its lock, and the units of work.

Threads: any thread may open units; one write unit runs at a time and others wait for it. Every unit
ends with its block; nothing holds a transaction across the network.

A vault with a page that cannot be read opens for reading only, and stays so until a check of every page
finds it whole: what is intact can be read and salvaged, and nothing is written onto a failing disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from sqlalchemy.engine import Engine

from delve_desktop.domain.errors import Damaged, DiskFailing, DiskFull, InvalidContent, Locked, NotFound

from . import index, migrations, rekeying, room
from .chunk_folder import ChunkFolder
from .engine import PageDamage, Way, connect, open_engine, salt_of, snapshot, transaction, translated
from .files import BLOBS, DAMAGED, DATABASE, NEXT
from .lock import VaultLock
from .migrate import bring_up, check_format, schema_version
from .reading import ReadUnit
from .snapshot import Progress, nobody_stops, page_faults
from .tables import VaultTable
from .writing import WriteUnit

__all__ = ["DATABASE", "Vault"]


class Vault:
    """One vault, open. Create with `Vault.create` or `Vault.open`; `close` drops connections and lock."""

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        lock: VaultLock,
        reading: Callable[[], Engine],
        *,
        damaged: bool = False,
    ) -> None:
        self.folder = folder
        self.chunks = ChunkFolder(folder / BLOBS)
        self._open_engine: Engine | None = engine
        self._lock = lock
        self._reading = reading  # makes an engine that only reads
        self._damaged = damaged
        self._writing = threading.Lock()
        self._turning = threading.Lock()

    @property
    def damaged(self) -> bool:
        """Whether a page could not be read: then the vault is for reading only."""
        return self._damaged

    @property
    def size(self) -> int:
        """Bytes of the database file."""
        return (self.folder / DATABASE).stat().st_size

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
        room.check_room(folder)
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
        return cls(folder, engine, lock, partial(open_engine, path, database_key, Way.READ))

    @classmethod
    def open(cls, folder: Path, database_key: bytes) -> Vault:
        """Open the vault in a folder: finish a change of its key, migrate an older one after a copy.

        Raises `NotFound`, `InUse`, `NewerFormat`, or `Damaged`, also for a key that does not fit.
        """
        path = folder / DATABASE
        if not path.exists() and not (folder / NEXT).exists():
            raise NotFound("There is no vault database in this folder.")
        lock = VaultLock(folder)
        try:
            with translated():
                rekeying.finish(folder, database_key)
                damaged = _prepare(folder, database_key)
            engine = open_engine(path, database_key, Way.READ if damaged else Way.WRITE)
            reading = partial(open_engine, path, database_key, Way.READ)
            return cls(folder, engine, lock, reading, damaged=damaged)
        except BaseException:
            lock.release()
            raise

    @contextmanager
    def read(self) -> Iterator[ReadUnit]:
        """A consistent snapshot to read from."""
        with self._watched(), snapshot(self._engine) as driver:
            yield ReadUnit(driver)

    @contextmanager
    def write(self, *, reserve: bool = False) -> Iterator[WriteUnit]:
        """One transaction: committed, durably, when the block ends; rolled back if it raises.

        Below the floor of `room` it raises `DiskFull` at once, unless it is what the `reserve` is for:
        drafts, and what makes nothing grow. In a damaged vault it raises `Damaged`.
        """
        with self._writing, self._watched():
            engine = self._engine
            self.check_writable(reserve=reserve)
            with transaction(engine) as driver:
                yield WriteUnit(driver)

    def check_writable(self, wanted: int = 0, *, reserve: bool = False) -> None:
        """Raise `Damaged` or `DiskFull` unless this vault may grow, by `wanted` bytes where that is known."""
        if self._damaged:
            raise Damaged(
                "This vault is damaged and opens for reading only: `delve salvage` brings what is intact into"
                " a new vault."
            )
        if not reserve:
            room.check_room(self.folder, wanted)

    def rekey(
        self,
        old_key: bytes,
        new_key: bytes,
        commit: Callable[[], None],
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = nobody_stops,
    ) -> None:
        """Put the database under a new key; `commit` puts the header of that key in place.

        Nothing can be read or written meanwhile (`Locked`). Raises `Damaged`, `DiskFull`, `Cancelled` with
        the vault as it was; what fails from `commit` on closes it, and the next opening finishes the change
        or takes it back.
        """
        path = self.folder / DATABASE
        with self._writing, self._turning:
            before = self._engine
            self.check_writable(self.size)
            _fold(before)
            self._open_engine = None
            before.dispose()
            try:
                rekeying.write_next(self.folder, old_key, new_key, progress=progress, cancelled=cancelled)
            except BaseException:
                self._open_engine = before
                raise
            try:
                commit()
                rekeying.finish(self.folder, new_key)
            except BaseException:
                # the header may be in place: what is written from here on could land in the old file
                self._lock.release()
                raise
            self._open_engine = open_engine(path, new_key)
            self._reading = partial(open_engine, path, new_key, Way.READ)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Errors translated; a damaged page leaves the vault for reading only."""
        try:
            with translated():
                yield
        except (PageDamage, DiskFailing) as error:
            if room.free_bytes(self.folder) < room.NOTHING:  # SQLite's log could not grow
                raise DiskFull("The disk is full; nothing was changed.") from error
            if isinstance(
                error, PageDamage
            ):  # a disk that fails may be a cable; a check of the pages will tell
                self.note_damage()
            raise

    def note_damage(self) -> None:
        """From now on this vault is for reading only, also when it is opened again."""
        with self._turning:
            if self._damaged or self._open_engine is None:
                return
            self._damaged = True
            with suppress(OSError):  # a folder that takes no file: then the next opening finds out anew
                (self.folder / DAMAGED).touch()
            # a page's error sticks to the connection that met it
            before, self._open_engine = self._open_engine, self._reading()
            before.dispose()

    def check_pages(self, database_key: bytes) -> list[str]:
        """What SQLCipher and SQLite find wrong with the file, page by page; empty when all is well."""
        return _faults(self.folder, database_key)

    def close(self) -> None:
        """Fold the log into the file, drop every connection and the lock. Keys go with them.

        Harmless when done twice; every later unit raises `Locked`.
        """
        with self._writing, self._turning:
            engine, self._open_engine = self._open_engine, None
            if engine is None:
                return
            try:
                if not self._damaged:
                    _fold(engine)
            finally:
                engine.dispose()
                if self._damaged:
                    _tidy(self.folder)
                self._lock.release()


def _prepare(folder: Path, database_key: bytes) -> bool:
    """Bring the database up to this program's format; returns whether it is for reading only."""
    path = folder / DATABASE
    if not path.exists() or not path.stat().st_size:
        # SQLite would take it for a new database and begin to write
        raise Damaged("The vault database is empty: what was in it is gone from this file.")
    mark = folder / DAMAGED
    if not mark.exists():
        bring_up(path, database_key)
        return False
    if not _faults(folder, database_key):  # it was the cable, or the disk has mended itself
        mark.unlink()
        bring_up(path, database_key)
        return False
    connection = connect(path, database_key, Way.READ)
    try:
        version = schema_version(connection)
    finally:
        connection.close()
    check_format(version)
    if version < migrations.CURRENT:
        raise Damaged(
            "This vault is damaged and of an older format: `delve salvage` brings what is intact over."
        )
    return True


def _faults(folder: Path, database_key: bytes) -> list[str]:
    path = folder / DATABASE
    found = page_faults(path, database_key)
    with path.open("rb") as file:
        start = file.read(16)
    if start != salt_of(database_key):
        found.append("the first bytes of the file are not its own")
    return found


def _fold(engine: Engine) -> None:
    with translated(), engine.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is None:
            raise Damaged("The vault database has lost its connection.")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _tidy(folder: Path) -> None:
    """Remove what reading alone left beside the database: an index of a log, and the log if it is empty."""
    log = folder / (DATABASE + "-wal")
    with suppress(OSError):  # they do no harm
        if log.exists() and not log.stat().st_size:
            log.unlink()
            (folder / (DATABASE + "-shm")).unlink(missing_ok=True)
