"""Everything that can still be read of a damaged database, as plain rows.

Small tables are read by SQLite from both ends, up to the page that stops it; its errors stick to a
connection, so each end has one of its own. All else, and what SQLite does not reach, is carved out of the
pages.
The database is never written: the caller hands in a copy, which it throws away.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from delve_desktop.domain.errors import Damaged

from .carving import SHAPES, Row, carved
from .engine import Way, connect
from .pages import PAGE, Pages

SMALL: Final = {  # read by SQLite, by their columns
    "meta": "key, value",
    "me": "1, secret, name, language, writer, nonce, counter",
    "space": "id, name, state, hub, digest, joining",
    "hub": "id, url, key, challenge, ticket",
    "draft": "id, space, record, kind, heads, content, updated",
    "invite": "lookup, space, seed, act, used",
    "join_request": "id, space, lookup, data, state",
}
_UNREADABLE: Final = bytes(PAGE)


@dataclass(slots=True)
class Remains:
    """Rows by table, and how much was lost. `cut` names the small tables that SQLite did not finish."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    pages: int = 0
    damaged: int = 0

    def of(self, table: str) -> list[Row]:
        """The rows of a table."""
        return self.rows.get(table, [])


def copy_readable(source: Path, target: Path) -> int:
    """Copy a file block by block; what the disk does not give back becomes zeros. Returns how many blocks."""
    lost = 0
    size = source.stat().st_size
    with source.open("rb", buffering=0) as read, target.open("wb") as write:
        for at in range(0, size, PAGE):
            try:
                read.seek(at)
                block = read.read(min(PAGE, size - at))
            except OSError:  # a bad sector: the others are what this is for
                lost += 1
                block = b""
            write.write(block or _UNREADABLE[: min(PAGE, size - at)])
    return lost


def read_remains(
    path: Path, database_key: bytes, progress: Callable[[int, int], None] | None = None
) -> Remains:
    """All rows that are left in a copy of a database; raises `Damaged` when no page of it opens."""
    remains = Remains()
    pages = Pages(path, database_key)
    remains.pages = pages.count
    carved_rows: dict[str, dict[Row, None]] = {table: {} for table in SHAPES}
    for table, row in carved(pages, frozenset(SHAPES), progress):
        carved_rows[table][row] = None
    remains.damaged = pages.count - pages.whole
    if not pages.whole:
        raise Damaged("Not one page of the vault database can be read: it is not this header's, or all lost.")
    for table, columns in SMALL.items():
        rows, finished = _by_sqlite(path, database_key, table, columns)
        if not finished:
            remains.cut.add(table)
            rows += [row for row in carved_rows.get(table, {}) if row not in rows]
        remains.rows[table] = rows
    for table in SHAPES.keys() - SMALL.keys():
        remains.rows[table] = list(carved_rows[table])
    return remains


def _by_sqlite(path: Path, key: bytes, table: str, columns: str) -> tuple[list[Row], bool]:
    """The rows that SQLite reaches from either end, and whether these are all."""
    found: dict[Row, None] = {}
    for order in ("ASC", "DESC"):
        with suppress(dbapi2.DatabaseError, Damaged):  # the page that stops it
            connection = connect(path, key, Way.READ)
            try:
                for row in connection.execute(f"SELECT {columns} FROM {table} ORDER BY rowid {order}"):
                    found[_plain(row)] = None
                return list(found), True
            finally:
                connection.close()
    return list(found), False


def _plain(row: Any) -> Row:
    return tuple(row)
