"""One writer at a time, and which versions of SQLite call for a lock file."""

from __future__ import annotations

import threading

import pytest

from sync_server.store import engine
from sync_server.store.gate import WriteGate, is_affected


@pytest.mark.parametrize(
    "version, expected",
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_the_versions_with_the_wal_reset_bug_are_known(version, expected):
    assert is_affected(version) is expected


def test_two_gates_on_one_lock_file_exclude_each_other(tmp_path):
    # two gates stand for two processes: a lock belongs to an open file
    one, other = WriteGate(tmp_path / "lock"), WriteGate(tmp_path / "lock")
    entered = threading.Event()

    def enter() -> None:
        with other.held():
            entered.set()

    thread = threading.Thread(target=enter)
    with one.held():
        thread.start()
        assert not entered.wait(0.2)
    assert entered.wait(10)
    thread.join(10)
    one.close()
    other.close()


@pytest.mark.parametrize("affected", [True, False])
def test_a_lock_file_is_used_where_the_version_calls_for_it(tmp_path, monkeypatch, affected):
    monkeypatch.setattr(engine, "is_affected", lambda: affected)
    database = engine.open_database(f"sqlite:///{tmp_path / 'hub.db'}")
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER)")
    database.close()
    assert (tmp_path / "hub.db.lock").exists() is affected
