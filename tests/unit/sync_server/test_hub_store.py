"""The hub's store: durable settings, schema versions, copies, and errors told apart."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

import pytest
from sqlalchemy import text

from delve_desktop.domain.errors import Damaged, DiskFull, Mistaken, NewerFormat
from sync_server.store import hub_store
from sync_server.store.engine import open_database
from sync_server.store.hub_store import HubStore
from sync_server.store.rows import NewItem


def url_of(path) -> str:
    return f"sqlite:///{path}"


def fill(store: HubStore, count: int) -> None:
    with store.write() as unit:
        row = unit.lock_space(b"s" * 16) or unit.open_space(b"s" * 16, bytes(32), bytes(2048))
        items = [
            NewItem(2, bytes([n]) * 32, b"d" * 32, b"data" * 100, b"w" * 16, n, bytes(32))
            for n in range(row.position, row.position + count)
        ]
        hashes = [item.id for item in items]
        unit.append(
            row._replace(position=row.position + count, feed_hash=hashes[-1]), items, hashes, b"v" * 32
        )


def test_what_was_committed_is_there_after_opening_again(tmp_path):
    path = tmp_path / "hub.db"
    with closing(HubStore.open(url_of(path))) as store:
        fill(store, 3)
    with closing(HubStore.open(url_of(path))) as store, store.read() as unit:
        (row,) = unit.spaces()
        assert row.position == 3
        assert [entry.position for entry in unit.entries(row.no, 1, 10)] == [2, 3]
        assert unit.data(row.no, [2]) == {2: b"data" * 100}


def test_a_transaction_that_raises_leaves_nothing(tmp_path):
    with closing(HubStore.open(url_of(tmp_path / "hub.db"))) as store:

        def fail() -> None:
            with store.write() as unit:
                unit.open_space(b"s" * 16, bytes(32), bytes(2048))
                raise RuntimeError

        with pytest.raises(RuntimeError):
            fail()
        with store.read() as reading:
            assert reading.spaces() == []


def test_inv01_sqlite_waits_for_the_disk_and_readers_do_not_write(tmp_path):
    database = open_database(url_of(tmp_path / "hub.db"))
    with database.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER)")
    with database.reading() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("INSERT INTO t VALUES (1)")
    database.close()


def test_a_reader_sees_one_snapshot_while_others_write(tmp_path):
    with closing(HubStore.open(url_of(tmp_path / "hub.db"))) as store:
        fill(store, 1)
        with store.read() as unit:
            before = unit.spaces()
            thread = threading.Thread(target=fill, args=(store, 2))
            thread.start()
            thread.join(20)
            assert unit.spaces() == before
        with store.read() as unit:
            assert unit.spaces()[0].position == 3


def test_data_of_a_newer_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "hub.db"
    HubStore.open(url_of(path)).close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE meta SET value = ? WHERE key = 'schema'", ((999).to_bytes(2, "big"),))
    before = path.read_bytes()
    with pytest.raises(NewerFormat, match="999"):
        HubStore.open(url_of(path))
    assert path.read_bytes() == before


def test_migrations_run_once_and_in_order(tmp_path, monkeypatch):
    path = tmp_path / "hub.db"
    HubStore.open(url_of(path)).close()

    def add_column(connection) -> None:
        connection.execute(text("ALTER TABLE device ADD COLUMN seen INTEGER"))

    monkeypatch.setattr(hub_store, "STEPS", (*hub_store.STEPS, add_column))
    for _ in range(2):
        HubStore.open(url_of(path)).close()
    with closing(sqlite3.connect(path)) as raw:
        assert "seen" in [row[1] for row in raw.execute("PRAGMA table_info(device)")]


def test_a_copy_holds_what_was_committed_and_lives_its_own_life(tmp_path):
    with closing(HubStore.open(url_of(tmp_path / "hub.db"))) as store:
        fill(store, 2)
        store.copy_to(tmp_path / "copy.db", lambda *_: None)
        fill(store, 2)
    with closing(HubStore.open(url_of(tmp_path / "copy.db"))) as copy, copy.read() as unit:
        assert unit.spaces()[0].position == 2


def test_a_snapshot_in_memory_can_be_gone_back_to():
    with closing(HubStore.open("sqlite://")) as store:
        fill(store, 2)
        snapshot = store.snapshot()
        fill(store, 2)
    with closing(HubStore.from_snapshot(snapshot)) as again:
        fill(again, 1)
        with again.read() as unit:
            assert unit.spaces()[0].position == 3


def test_a_file_that_is_no_database_is_damaged(tmp_path):
    path = tmp_path / "hub.db"
    path.write_bytes(b"this is not a database" * 100)
    with pytest.raises(Damaged):
        HubStore.open(url_of(path))


def test_a_full_disk_is_told_and_changes_nothing(tmp_path):
    with closing(HubStore.open(url_of(tmp_path / "hub.db"))) as store:
        fill(store, 1)
        with store.write() as unit:
            pages = unit._connection.exec_driver_sql("PRAGMA page_count").scalar()
            unit._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFull):
            fill(store, 200)
        with store.read() as unit:
            (row,) = unit.spaces()
            assert len(unit.entries(row.no, 0, 1000)) == row.position


@pytest.mark.parametrize(
    "url",
    ["mysql://localhost/x", "oracle://x", "sqlite+aiosqlite:///x", "no address", "postgresql://u:p@h:port/x"],
)
def test_other_databases_are_refused(url):
    with pytest.raises(Mistaken):
        HubStore.open(url)
