"""Copying everything a hub keeps, as of one moment, between its database and a file of SQLite.

The file serves both kinds of hub: what was copied from PostgreSQL can be put back into SQLite and the
other way round. Rows are copied a few at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, delete, func, insert, select
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool

from delve_desktop.domain.errors import Damaged

from .engine import translated
from .tables import HubTable

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much; in pages of the file or in rows."""

ROWS: Final = 100  # at most 64 KiB each
PAGES: Final = 1024  # copied before others may write in between


def copy_pages(source: sqlite3.Connection, path: Path, progress: Progress) -> None:
    """Copy a SQLite database page by page into a new file, as one file without a log beside it."""
    target = sqlite3.connect(path)
    try:
        source.backup(
            target, pages=PAGES, progress=lambda _status, left, whole: progress(whole - left, whole)
        )
        target.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        target.close()


def copy_out(connection: Connection, path: Path, progress: Progress) -> None:
    """Copy all rows of the hub's tables into a new SQLite file."""
    with on_file(path) as target:
        HubTable.metadata.create_all(target)
        copy_rows(connection, target, progress)


def copy_rows(source: Connection, target: Connection, progress: Progress) -> None:
    """Copy all rows of the hub's tables; those of `target` must be empty."""
    tables = HubTable.metadata.sorted_tables
    whole = sum(source.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)
    done = 0
    for table in tables:
        ordered = select(table).order_by(*table.primary_key.columns)
        rows = source.execution_options(stream_results=True, yield_per=ROWS).execute(ordered)
        for part in rows.mappings().partitions(ROWS):
            target.execute(insert(table), [dict(row) for row in part])
            done += len(part)
            progress(done, whole)


def clear(connection: Connection) -> None:
    """Empty the hub's tables."""
    for table in reversed(HubTable.metadata.sorted_tables):
        connection.execute(delete(table))


@contextmanager
def on_file(path: Path) -> Iterator[Connection]:
    """One transaction on a SQLite file that no hub runs on; committed when the block ends."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool, hide_parameters=True)
    try:
        with translated(), engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def check_pages(path: Path) -> list[str]:
    """What SQLite finds wrong with the pages of a file; empty when all is well. Raises `Damaged`."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA query_only = ON")
        rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
    except sqlite3.DatabaseError as error:
        raise Damaged(f"{path.name} is no copy of a hub's data, or it is damaged.") from error
    finally:
        connection.close()
    return [str(row[0]) for row in rows if row[0] != "ok"]
