"""The hub's database connections."""

from __future__ import annotations

import sqlite3

import pytest

from delve_desktop.domain.errors import Damaged
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
