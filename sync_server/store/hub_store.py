"""The hub's store: opens the database, brings its schema up, and hands out transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from delve_desktop.domain.errors import Mistaken, NewerFormat

from .engine import Database, open_database
from .reading import ReadUnit
from .tables import HubTable
from .writing import WriteUnit

_MIGRATION_LOCK: Final = 0x64656C7665  # any number that only hubs use, for PostgreSQL


def _create(connection: Connection) -> None:
    HubTable.metadata.create_all(connection)
    if connection.dialect.name == "postgresql":
        # ciphertext does not compress
        connection.execute(text("ALTER TABLE item ALTER COLUMN data SET STORAGE EXTERNAL"))


Step = Callable[[Connection], None]
STEPS: Final[tuple[Step, ...]] = (_create,)  # step n leads to schema n + 1; never edited once released


class HubStore:
    """Transactions on one hub database. Safe to call from several threads."""

    def __init__(self, database: Database) -> None:
        """Takes a database whose schema is up to date; use `open`."""
        self._database = database

    @classmethod
    def open(cls, url: str = "sqlite://", *, durable: bool = True) -> Self:
        """Open or create the database at this URL (see `engine.open_database`).

        Raises `NewerFormat` for a database that a newer program wrote; it is then as it was.
        """
        database = open_database(url, durable=durable)
        try:
            _bring_up(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    @classmethod
    def from_snapshot(cls, snapshot: bytes) -> Self:
        """A store in memory with the data that `snapshot` gave."""
        database = open_database("sqlite://")
        with database.reading() as connection:
            raw = _raw(connection)
        raw.deserialize(snapshot)
        return cls(database)

    @contextmanager
    def read(self) -> Iterator[ReadUnit]:
        """One snapshot."""
        with self._database.reading() as connection:
            yield ReadUnit(connection)

    @contextmanager
    def write(self) -> Iterator[WriteUnit]:
        """One transaction: committed when the block ends, rolled back when it raises."""
        with self._database.writing() as connection:
            yield WriteUnit(connection)

    def snapshot(self) -> bytes:
        """All data of a store in memory, as one value; for simulations."""
        with self._database.reading() as connection:
            raw = _raw(connection)
        return bytes(raw.serialize())

    def copy_to(self, path: Path) -> None:
        """Copy a SQLite database to a new file while it is in use. Raises `Mistaken` on PostgreSQL."""
        if not self._database.is_sqlite:
            raise Mistaken("A PostgreSQL database is copied with pg_dump.")
        with self._database.reading() as connection:
            target = sqlite3.connect(path)
            try:
                _raw(connection).backup(target)
            finally:
                target.close()

    def close(self) -> None:
        """Close all connections."""
        self._database.close()


def _raw(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _bring_up(database: Database) -> None:
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _MIGRATION_LOCK})
        version = _schema_of(connection)
        if version > len(STEPS):
            raise NewerFormat(
                f"This hub's data was written by a newer delve-server "
                f"(format {version}; this one knows {len(STEPS)})."
            )
        for step in STEPS[version:]:
            step(connection)
        if version < len(STEPS):
            _set_schema(connection, len(STEPS))


def _schema_of(connection: Connection) -> int:
    if not inspect(connection).has_table("meta"):
        return 0
    value = connection.execute(text("SELECT value FROM meta WHERE key = 'schema'")).scalar_one()
    return int.from_bytes(value, "big")


def _set_schema(connection: Connection, version: int) -> None:
    connection.execute(text("DELETE FROM meta WHERE key = 'schema'"))
    statement = text("INSERT INTO meta (key, value) VALUES ('schema', :value)")
    connection.execute(statement, {"value": version.to_bytes(2, "big")})
