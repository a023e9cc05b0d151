"""The raw limits: what compression, signatures and the databases need for the same bytes and rows.

The rows are read back from the vaults and the hub that the product has just filled, and written once
more into empty databases of the same schema and settings, in batches, through the bare drivers.
"""

from __future__ import annotations

import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from delve_desktop.domain.state import decode_state
from delve_desktop.protocol import compression
from delve_desktop.services.session import Session
from delve_desktop.store import index
from delve_desktop.store.engine import connect
from delve_desktop.store.projection import project
from delve_desktop.store.vault import DATABASE, Vault

RECORDS: Final = 500  # a transaction
SEGMENTS: Final = 16
KEY: Final = bytes(range(32))

Rows = list[tuple[Any, ...]]


def bare(session: Session) -> Any:
    """A connection of the bare driver to an open vault."""
    return connect(session.vault.folder / DATABASE, session._database_key)


def read_table(connection: Any, table: str) -> Rows:
    """All rows of a table, in the order they were written."""
    return [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()]


def compression_seconds(session: Session) -> tuple[float, float]:
    """Compress the ops of each segment of a vault at the product's level; decompress them."""
    with closing(bare(session)) as source:
        bodies: dict[int, list[bytes]] = defaultdict(list)
        for segment, body in source.execute("SELECT segment, body FROM op ORDER BY seq"):
            bodies[segment].append(body)
    batches = [b"".join(some) for some in bodies.values()]
    started = time.perf_counter()
    frames = [compression.compress(batch) for batch in batches]
    between = time.perf_counter()
    for frame, batch in zip(frames, batches, strict=True):
        compression.decompress(frame, len(batch))
    return between - started, time.perf_counter() - between


def signature_seconds(session: Session) -> tuple[float, float]:
    """Sign each segment of a vault; verify it."""
    with closing(bare(session)) as source:
        segments = [row[0] for row in source.execute("SELECT data FROM segment")]
    key = Ed25519PrivateKey.generate()
    public = key.public_key()
    started = time.perf_counter()
    signatures = [key.sign(data) for data in segments]
    between = time.perf_counter()
    for signature, data in zip(signatures, segments, strict=True):
        public.verify(signature, data)
    return between - started, time.perf_counter() - between


def sender_seconds(session: Session, folder: Path) -> float:
    """Write the segments of a vault and take their ops out of the outbox."""
    with closing(bare(session)) as source:
        segments = read_table(source, "segment")
        ops = read_table(source, "op")
    updates: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for op in ops:
        updates[op[4]].append((op[4], op[0]))
    with closing(_empty_vault(folder)) as connection:
        _insert(connection, "op", [(*op[:4], 0, *op[5:]) for op in ops])
        started = time.perf_counter()
        for part in _parts(segments, SEGMENTS):
            connection.execute("BEGIN IMMEDIATE")
            _insert(connection, "segment", part)
            for segment in part:
                connection.executemany("UPDATE op SET segment = ? WHERE seq = ?", updates[segment[0]])
            connection.execute("COMMIT")
        return time.perf_counter() - started


def receiver_seconds(session: Session, folder: Path, *, with_segments: bool = True) -> float:
    """Write the segments of a vault, its ops, its records with their list rows, and the search index."""
    with closing(bare(session)) as source:
        segments = read_table(source, "segment") if with_segments else []
        ops = read_table(source, "op")
        records = read_table(source, "record")
    indexed = [_indexed(row) for row in records]
    with closing(_empty_vault(folder)) as connection:
        started = time.perf_counter()
        for part in _parts(segments, SEGMENTS):
            connection.execute("BEGIN IMMEDIATE")
            _insert(connection, "segment", part)
            connection.execute("COMMIT")
        for at in range(0, max(len(ops), len(records)), RECORDS):
            connection.execute("BEGIN IMMEDIATE")
            _insert(connection, "op", ops[at : at + RECORDS])
            _insert(connection, "record", records[at : at + RECORDS])
            connection.executemany(index.INSERT, indexed[at : at + RECORDS])
            connection.execute("COMMIT")
        return time.perf_counter() - started


def hub_seconds(data: Path, folder: Path) -> float:
    """Write the items of a hub's database (SQLite, WAL, synchronous=FULL)."""
    database = next(data.glob("*.db"))
    with closing(sqlite3.connect(database)) as source:
        items = read_table(source, "item")
        schema = [row[0] for row in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "hub.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
        for statement in schema:
            if "item" in statement:
                connection.execute(statement)
        started = time.perf_counter()
        for part in _parts(items, SEGMENTS):
            connection.execute("BEGIN IMMEDIATE")
            _insert(connection, "item", part)
            connection.execute("COMMIT")
        return time.perf_counter() - started


def _indexed(record: tuple[Any, ...]) -> tuple[Any, ...]:
    """What `applying` writes to the search index for a record row."""
    state = decode_state(record[12])
    shown = project(state)
    return record[4], shown.title, shown.body, index.marks_of(record[2], state.kind, shown.facets)


def _empty_vault(folder: Path) -> Any:
    folder.mkdir(parents=True)
    Vault.create(folder, KEY).close()
    return connect(folder / DATABASE, KEY)


def _insert(connection: Any, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _parts(rows: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for at in range(0, len(rows), size):
        yield rows[at : at + size]
