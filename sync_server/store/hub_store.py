"""The hub's store: opens the database, brings its schema up, and hands out transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from delve_desktop.domain.errors import Damaged, InvalidContent, NewerFormat

from . import copying
from .copying import Progress
from .engine import Database, open_database
from .reading import ReadUnit
from .tables import HubTable
from .writing import WriteUnit

_MIGRATION_LOCK: Final = 0x64656C7665  # any number that only hubs use, for PostgreSQL


Step = Callable[[Connection], None]


def _create(connection: Connection) -> None:
    HubTable.metadata.create_all(connection)  # also what later steps would add, which then find it there
    if connection.dialect.name == "postgresql":
        # ciphertext does not compress
        connection.execute(text("ALTER TABLE item ALTER COLUMN data SET STORAGE EXTERNAL"))


def _add_chunks(connection: Connection) -> None:
    HubTable.metadata.create_all(connection)


# step n leads to schema n + 1; never edited once released
STEPS: Final[tuple[Step, ...]] = (_create, _add_chunks)


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

    @classmethod
    def open_copy(cls, path: Path) -> Self:
        """Open a copy of a hub's data, as it is, to read from. Raises `Damaged` when it is none."""
        database = open_database(f"sqlite:///{path.absolute()}")
        try:
            with database.reading() as connection:
                version = _schema_of(connection)
        except BaseException:
            database.close()
            raise
        if not version:
            database.close()
            raise Damaged(f"{path.name.removesuffix('.part')} is no copy of a hub's data.")
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

    def copy_to(self, path: Path, progress: Progress) -> None:
        """Copy everything, as of one moment and while it is in use, to a new file of SQLite."""
        with self._database.reading() as connection:
            if self._database.is_sqlite:
                copying.copy_pages(_raw(connection), path, progress)
            else:
                copying.copy_out(connection, path, progress)

    def fill_from(self, path: Path, progress: Progress) -> None:
        """Take in everything from a copy of this schema, in one transaction. Raises `InvalidContent` unless
        this database is as good as new.
        """
        with copying.on_file(path) as source, self._database.writing() as connection:
            if WriteUnit(connection).is_used():
                raise InvalidContent("There is already a hub in this database; restore into an empty one.")
            copying.clear(connection)
            copying.copy_rows(source, connection, progress)

    def check_pages(self) -> list[str]:
        """What SQLite finds wrong with its pages; empty when all is well, and on PostgreSQL."""
        if not self._database.is_sqlite:
            return []
        with self._database.reading() as connection:
            rows = _raw(connection).execute("PRAGMA integrity_check(20)").fetchall()
        return [str(row[0]) for row in rows if row[0] != "ok"]

    def facts(self) -> dict[str, object]:
        """What the data lies in: kind and version of the database, its size in bytes, the schema's number."""
        with self._database.reading() as connection:
            return {"schema": _schema_of(connection), **self._database.facts(connection)}

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
