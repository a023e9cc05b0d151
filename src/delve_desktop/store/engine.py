"""The SQLCipher connection under SQLAlchemy, and the translation of its errors.

Every connection runs with `journal_mode=WAL` and `synchronous=FULL`, keeps temporary tables in
memory (no plaintext leaves the encrypted file), and never waits longer than `BUSY_MS` for a lock.
Transactions are explicit: write units begin IMMEDIATE, read units take one snapshot.

SQLCipher keeps a salt for its page checksums in the first 16 bytes of the file. Here it is made from the
key, which is random and this file's alone: so these bytes may be lost, and a page can be read without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum
from pathlib import Path
from typing import Any, Final

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from delve_desktop.domain.errors import Damaged, DelveError, DiskFailing, DiskFull, InUse, WriteProtected
from delve_desktop.domain.ids import tagged_hash

from . import room

BUSY_MS: Final = 10_000
CACHE_KIB: Final = 8_000
KEY_LENGTH: Final = 32


class PageDamage(Damaged):
    """A page of the database cannot be read, or cannot be written back: the disk or the file is at fault."""


def salt_of(database_key: bytes) -> bytes:
    """The 16 bytes that a database under this key begins with."""
    return tagged_hash("database-salt", database_key)[:16]


class Way(Enum):
    """What a connection is for, as statements that come before any other and what follows the file's name."""

    WRITE = ("", ("journal_mode = WAL", "synchronous = FULL"))
    READ = ("?mode=ro", ())  # not even the log is folded into the file
    FILL = ("", ("locking_mode = EXCLUSIVE", "journal_mode = OFF", "synchronous = OFF"))  # not a vault yet
    STILL = ("?mode=ro&immutable=1", ())  # nobody writes to it: no lock, and no file beside it


def connect(path: Path, database_key: bytes, way: Way = Way.WRITE) -> Any:
    """One DBAPI connection to the encrypted database; raises `Damaged` when the key does not fit.

    That shows with the first read, which connecting to write does.
    """
    if len(database_key) != KEY_LENGTH:
        raise ValueError("A database key has 32 bytes.")
    query, statements = way.value
    name = path.absolute().as_uri() + query if query else str(path)
    connection = None
    try:
        connection = dbapi2.connect(name, isolation_level=None, check_same_thread=False, uri=bool(query))
        # its own reports go to stderr, where only our one sentence belongs
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{database_key.hex()}{salt_of(database_key).hex()}'\"")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        connection.execute("PRAGMA temp_store = MEMORY")
        for statement in statements:
            connection.execute(f"PRAGMA {statement}").fetchone()
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute("PRAGMA foreign_keys = ON")
    except dbapi2.DatabaseError as error:
        if connection is not None:
            connection.close()
        known = translate(error)
        if isinstance(known, DiskFailing) and room.free_bytes(path.parent) < room.NOTHING:
            # SQLite writes a little even to read: the index of its log
            raise DiskFull(
                "The disk is so full that the vault cannot even be read; make some room."
            ) from error
        raise known from error
    return connection


def open_engine(path: Path, database_key: bytes, way: Way = Way.WRITE) -> Engine:
    """A pooled engine over `connect`; transactions begin as the caller's unit says."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, database_key, way),
        module=dbapi2,
        poolclass=QueuePool,
        hide_parameters=True,  # values are what people wrote, and keys: an error must not carry them
        pool_size=4,
        max_overflow=4,
        pool_reset_on_return="rollback",
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        mode = connection.get_execution_options().get("delve_begin", "DEFERRED")
        connection.connection.driver_connection.execute(f"BEGIN {mode}")

    @event.listens_for(engine, "checkin")
    def _leave_no_transaction(connection: Any, _record: Any) -> None:
        if (
            connection is not None and connection.in_transaction
        ):  # a commit failed: SQLAlchemy takes it as over
            connection.rollback()

    return engine


@contextmanager
def snapshot(engine: Engine) -> Iterator[Any]:
    """The driver's own connection, in a transaction that only reads; it ends with the block.

    Beside SQLAlchemy's connection and transaction objects, which cost three times as much as this.
    """
    with closing(engine.raw_connection()) as pooled:
        driver = pooled.driver_connection
        if driver is None:
            raise Damaged("The vault database has lost its connection.")
        driver.execute("BEGIN DEFERRED")
        yield driver  # the pool rolls back what it gets back


@contextmanager
def transaction(engine: Engine) -> Iterator[Any]:
    """The same in a transaction that writes: committed when the block ends, rolled back if it raises."""
    with closing(engine.raw_connection()) as pooled:
        driver = pooled.driver_connection
        if driver is None:
            raise Damaged("The vault database has lost its connection.")
        driver.execute("BEGIN IMMEDIATE")
        yield driver
        with committing():
            engine.dialect.do_commit(driver)  # the one place where every commit passes


def translate(error: BaseException) -> DelveError:
    """The Delve error for a database error; unknown ones stay damage reports with their own words."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    words = str(cause)
    if "full" in words:
        return DiskFull("The disk is full; nothing was changed.")
    if "locked" in words or "busy" in words:
        return InUse("Another program is writing to this vault.")
    if "readonly" in words:
        return WriteProtected("The vault is on a disk or in a folder that cannot be written to.")
    if "I/O" in words:
        return DiskFailing(f"The disk could not read or write the vault: {words}.")
    if any(mark in words for mark in _DAMAGE):
        return PageDamage(
            f"The vault database is damaged ({words}): `delve salvage` brings what is intact into a new"
            " vault."
        )
    return Damaged(f"The vault database cannot be read: {words}.")


@contextmanager
def translated() -> Iterator[None]:
    """Turn database errors of the block into `DelveError`s; programming errors pass as they are."""
    try:
        yield
    except (DBAPIError, dbapi2.DatabaseError) as error:
        if _is_world(error):
            raise translate(error) from error
        raise


@contextmanager
def committing() -> Iterator[None]:
    """Around a commit: there SQLite reports a page that it cannot read as a want of memory."""
    try:
        yield
    except MemoryError as error:
        raise PageDamage("The vault database could not be written: a page of it cannot be read.") from error


def _is_world(error: BaseException) -> bool:
    """True when the disk, another process or damage is at fault, not our SQL."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    words = str(cause)
    marks = ("full", "locked", "busy", "readonly", "I/O", "unable to open", *_DAMAGE)
    return any(mark in words for mark in marks)


_DAMAGE: Final = (
    "malformed",
    "not a database",
    "corrupt",
    "unsupported file format",
    "vtable constructor failed",  # the search index cannot read its own tables
)
