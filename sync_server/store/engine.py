"""Connections to the hub's database, SQLite or PostgreSQL, and the translation of their errors.

SQLite runs in WAL with `synchronous=FULL`: one connection writes, begun IMMEDIATE and behind a gate
(`gate`), others read one snapshot each. PostgreSQL reads in REPEATABLE READ and writes in READ
COMMITTED under row locks.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from delve_desktop.domain.errors import (
    Damaged,
    DelveError,
    DiskFull,
    HubUnreachable,
    InUse,
    Mistaken,
    WriteProtected,
)

from .gate import WriteGate, is_affected

BUSY_SECONDS: Final = 20.0
READERS: Final = 64
_READ_OPTIONS: Final = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


class Database:
    """The two ways into one database: `reading` and `writing`, each one transaction."""

    def __init__(self, reader: Engine, writer: Engine, gate: WriteGate | None) -> None:
        self._reader = reader
        self._writer = writer
        self._gate = gate
        self.is_sqlite = reader.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot, until the block ends."""
        with translated():
            if self._reader is self._writer and self._gate is not None:
                with self._gate.held(), self._reader.begin() as connection:
                    yield connection
                return
            options = {} if self.is_sqlite else _READ_OPTIONS
            with self._reader.connect().execution_options(**options) as connection, connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, committed when the block ends, rolled back when it raises."""
        with translated():
            if self._gate is None:
                with self._writer.begin() as connection:
                    yield connection
                return
            with self._gate.held(), self._writer.begin() as connection:
                yield connection

    def facts(self, connection: Connection) -> dict[str, object]:
        """Kind and version of the database, its size in bytes, and whether its processes take turns to
        write, for its version of SQLite needs that (`gate`).
        """
        if not self.is_sqlite:
            size = connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one()
            version = ".".join(map(str, connection.dialect.server_version_info or ()))
            return {"database": "postgresql", "version": version, "size": size, "takes_turns": False}
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        size = pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one()
        version = sqlite3.sqlite_version
        return {"database": "sqlite", "version": version, "size": size, "takes_turns": is_affected()}

    def close(self) -> None:
        """Close all connections."""
        self._reader.dispose()
        self._writer.dispose()
        if self._gate is not None:
            self._gate.close()


def open_database(url: str, *, durable: bool = True) -> Database:
    """The database at this URL: `sqlite://` in memory, `sqlite:///PATH`, or `postgresql://...`.

    Without `durable` SQLite does not wait for the disk: for simulations only. Raises `Mistaken` for
    any other URL.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        # the address may hold a password: it is not said again
        raise Mistaken("This is not the address of a database.") from error
    if parsed.drivername == "sqlite":
        return _open_memory() if not parsed.database else _open_file(Path(parsed.database), durable)
    if parsed.drivername in {"postgresql", "postgres"}:
        return _open_server(parsed.set(drivername="postgresql+psycopg"))
    raise Mistaken(f"A hub keeps its data in SQLite or PostgreSQL, not in {parsed.drivername}.")


def _open_memory() -> Database:
    engine = _sqlite_engine(lambda: _connect(":memory:", durable=False), StaticPool, "IMMEDIATE")
    return Database(engine, engine, WriteGate(None))


def _open_file(path: Path, durable: bool) -> Database:
    lock_file = path.with_name(path.name + ".lock") if is_affected() else None
    try:
        gate = WriteGate(lock_file)
    except OSError as error:
        raise WriteProtected(f"The hub's data cannot be written to: {error.strerror}.") from error
    writer = _sqlite_engine(lambda: _connect(str(path), durable=durable), StaticPool, "IMMEDIATE")
    reader = _sqlite_engine(lambda: _connect_reader(path), QueuePool, "DEFERRED")
    return Database(reader, writer, gate)


def _open_server(url: URL) -> Database:
    engine = create_engine(url, pool_size=8, max_overflow=READERS, pool_pre_ping=True, hide_parameters=True)
    return Database(engine, engine, None)


def _connect(path: str, *, durable: bool) -> sqlite3.Connection:
    waiting = f"PRAGMA synchronous = {'FULL' if durable else 'OFF'}"
    return _connected(path, "PRAGMA journal_mode = WAL", waiting, "PRAGMA temp_store = MEMORY")


def _connect_reader(path: Path) -> sqlite3.Connection:
    return _connected(path, "PRAGMA query_only = ON", "PRAGMA temp_store = MEMORY")


def _connected(path: str | Path, *settings: str) -> sqlite3.Connection:
    """A connection with these settings; a file that does not take them is let go at once."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        for setting in settings:
            connection.execute(setting).fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _sqlite_engine(creator: Any, pool: Any, begin: str) -> Engine:
    sizes = {"pool_size": 8, "max_overflow": READERS} if pool is QueuePool else {}
    engine = create_engine("sqlite://", creator=creator, poolclass=pool, hide_parameters=True, **sizes)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {begin}")

    return engine


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the disk or another process did into `DelveError`s; faults of ours pass as they are."""
    try:
        yield
    except (DBAPIError, sqlite3.DatabaseError) as error:
        known = _translate(error)
        if known is None:
            raise
        raise known from error


def _translate(error: Exception) -> DelveError | None:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if type(cause).__module__.startswith("psycopg") and type(cause).__name__ == "OperationalError":
        return HubUnreachable("The hub's database does not answer.")
    words = str(cause)
    if "is full" in words or "No space left" in words:
        return DiskFull("The hub's disk is full; nothing was changed.")
    if "locked" in words or "busy" in words:
        return InUse("Another program is writing to the hub's database.")
    if "readonly" in words:
        return WriteProtected("The hub's data is on a disk or in a folder that cannot be written to.")
    marks = ("malformed", "not a database", "disk I/O", "unable to open", "Could not decode")
    if any(mark in words for mark in marks):
        return Damaged(f"The hub's database cannot be read: {words}.")
    return None
