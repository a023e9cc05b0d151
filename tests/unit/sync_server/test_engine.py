"""The hub's database connections."""

from __future__ import annotations

import sqlite3

import pytest

from delve_desktop.domain.errors import Damaged, WriteProtected
from sync_server.store import engine
from sync_server.store.hub_store import HubStore


def test_a_file_that_is_no_database_is_let_go_at_once(tmp_path, monkeypatch):
    (tmp_path / "hub.db").write_bytes(b"not a database" * 400)
    opened = []
    connect = sqlite3.connect

    def remembered(*arguments, **options):
        opened.append(connect(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", remembered)
    with pytest.raises(Damaged):
        HubStore.open(f"sqlite:///{tmp_path / 'hub.db'}")
    assert opened
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_a_database_that_takes_no_writing_is_told_as_such(tmp_path):
    database = engine.open_database(f"sqlite:///{tmp_path / 'hub.db'}")
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER)")
    with pytest.raises(WriteProtected), database.reading() as connection:
        connection.exec_driver_sql("DELETE FROM t")
    database.close()


def test_a_lock_file_that_cannot_be_made_is_told_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "is_affected", lambda: True)
    (tmp_path / "hub.db.lock").mkdir()
    with pytest.raises(WriteProtected) as caught:
        engine.open_database(f"sqlite:///{tmp_path / 'hub.db'}")
    assert str(caught.value).endswith(".")
