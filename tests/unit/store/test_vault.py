from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from delve_desktop.domain.errors import Damaged, InUse, NewerFormat, NotFound
from delve_desktop.domain.ids import BlobId, DeviceId, RecordId
from delve_desktop.domain.ops import Write
from delve_desktop.store import migrate, migrations
from delve_desktop.store.engine import connect
from delve_desktop.store.vault import DATABASE, Vault

from .conftest import KEY, SPACE, Author


def test_what_was_committed_is_there_after_reopening(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path, KEY)
    with vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    vault.close()
    again = Vault.open(tmp_path, KEY)
    with again.read() as unit:
        assert [space.name for space in unit.spaces()] == ["Lake Zone"]
    again.close()


def test_a_unit_that_raises_changes_nothing(vault: Vault) -> None:
    def cut_off() -> None:
        with vault.write() as unit:
            unit.set_meta("colour", b"teal")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        cut_off()
    with vault.read() as unit:
        assert unit.meta("colour") is None


def test_a_part_that_raises_leaves_the_rest_of_its_unit(vault: Vault) -> None:
    device = DeviceId(b"d" * 32)
    with vault.write() as unit:
        unit.set_meta("colour", b"teal")

        def cut_off() -> None:
            with unit.part():
                unit.set_meta("colour", b"red")
                unit.device_number(device)
                raise RuntimeError

        with pytest.raises(RuntimeError):
            cut_off()
        with unit.part():
            unit.set_meta("shape", b"round")
            number = unit.device_number(device)
    with vault.read() as reading:
        assert (reading.meta("colour"), reading.meta("shape")) == (b"teal", b"round")
        assert reading._rows("SELECT no, id FROM device") == [(number, device)]


def test_inv01_every_connection_commits_with_full_synchronisation(vault: Vault) -> None:
    with vault.write() as unit:
        assert unit._rows("PRAGMA synchronous")[0][0] == 2
        assert unit._rows("PRAGMA journal_mode")[0][0] == "wal"


def test_a_wrong_key_is_damage_and_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    Vault.create(tmp_path, KEY).close()
    before = (tmp_path / DATABASE).read_bytes()
    with pytest.raises(Damaged):
        Vault.open(tmp_path, bytes(32))
    assert (tmp_path / DATABASE).read_bytes() == before


def test_inv27_the_file_holds_no_word_of_what_was_written(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path, KEY)
    with vault.write() as unit:
        unit.set_meta("secret", b"canary-4711" * 100)
    for path in tmp_path.iterdir():
        assert b"canary-4711" not in path.read_bytes()
    vault.close()
    for path in tmp_path.iterdir():
        assert b"canary-4711" not in path.read_bytes()


def test_a_second_opening_is_refused_while_the_first_lasts(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path, KEY)
    with pytest.raises(InUse):
        Vault.open(tmp_path, KEY)
    vault.close()
    Vault.open(tmp_path, KEY).close()


def test_the_lock_of_a_killed_process_is_gone(tmp_path: Path) -> None:
    Vault.create(tmp_path, KEY).close()
    program = (
        "import sys, pathlib\n"
        "from delve_desktop.store.vault import Vault\n"
        f"Vault.open(pathlib.Path({str(tmp_path)!r}), bytes(range(32)))\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    with holder, holder.stdout, holder.stdin:
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(InUse):
            Vault.open(tmp_path, KEY)
        holder.kill()
        holder.wait()
    Vault.open(tmp_path, KEY).close()


def test_a_folder_without_a_vault_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Vault.open(tmp_path, KEY)


def test_a_truncated_database_is_damage(tmp_path: Path) -> None:
    Vault.create(tmp_path, KEY).close()
    path = tmp_path / DATABASE
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(Damaged):
        _read_spaces(tmp_path)


def test_a_flipped_byte_is_found_by_the_page_check(tmp_path: Path) -> None:
    Vault.create(tmp_path, KEY).close()
    path = tmp_path / DATABASE
    data = bytearray(path.read_bytes())
    data[3 * 4096 + 700] ^= 1
    path.write_bytes(data)
    vault = Vault.open(tmp_path, KEY)
    assert vault.check_pages(KEY)
    vault.close()


def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    Vault.create(tmp_path, KEY).close()
    connection = connect(tmp_path / DATABASE, KEY)
    connection.execute(f"PRAGMA user_version = {migrations.CURRENT + 1}")
    connection.close()
    with pytest.raises(NewerFormat):
        Vault.open(tmp_path, KEY)


class TestMigration:
    def test_an_older_database_is_copied_first_and_then_brought_up(self, tmp_path: Path) -> None:
        Vault.create(tmp_path, KEY).close()
        path = tmp_path / DATABASE
        migrate.bring_up(path, KEY, {migrations.CURRENT: _add_a_table}, migrations.CURRENT + 1)
        connection = connect(path, KEY)
        assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)
        assert migrate.schema_version(connection) == migrations.CURRENT + 1
        connection.close()
        copy = connect(path.with_name(f"{DATABASE}.before-{migrations.CURRENT + 1}"), KEY)
        assert migrate.schema_version(copy) == migrations.CURRENT
        copy.close()

    def test_an_older_vault_gets_the_tables_of_a_new_one_and_its_links(
        self, tmp_path: Path, anna: Author
    ) -> None:
        vault = Vault.create(tmp_path, KEY)
        with vault.write() as unit:
            unit.add_space(SPACE, "Lake Zone", "active", None)
            op = anna.write(Write("links", "add", ["11" * 32]), kind="note")
            unit.apply_ops(SPACE, [op])
        vault.close()
        path = tmp_path / DATABASE
        wanted = _schema(path)
        connection = connect(path, KEY)
        new = (
            "due_record",
            "link",
            "fresh",
            "attached",
            "row_files",
            "blob",
            "blob_sent",
        )  # not in version 1
        for table in new:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX record_titles")
        connection.execute("DROP INDEX op_outbox")
        connection.execute("DROP INDEX op_segment")
        connection.execute("CREATE INDEX op_segment ON op (segment)")
        connection.execute("ALTER TABLE record DROP COLUMN sort_key")
        connection.execute("PRAGMA user_version = 1")
        connection.close()
        vault = Vault.open(tmp_path, KEY)
        with vault.read() as unit:
            assert unit.links_from(RecordId(op.id)) == [("links", RecordId(b"\x11" * 32))]
        vault.close()
        assert _schema(path) == wanted

    def test_a_step_that_fails_leaves_the_old_schema(self, tmp_path: Path) -> None:
        Vault.create(tmp_path, KEY).close()
        path = tmp_path / DATABASE

        def broken(operations: object) -> None:
            _add_a_table(operations)
            raise RuntimeError

        with pytest.raises(RuntimeError):
            migrate.bring_up(path, KEY, {migrations.CURRENT: broken}, migrations.CURRENT + 1)
        connection = connect(path, KEY)
        assert migrate.schema_version(connection) == migrations.CURRENT
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
        assert "later" not in tables
        connection.close()


def _schema(path: Path) -> dict[str, object]:
    """Each table and index with its columns as SQLite knows them."""
    connection = connect(path, KEY)
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master ORDER BY name")]
        tables = {name: connection.execute(f"PRAGMA table_info('{name}')").fetchall() for name in names}
        indexes = {
            f"index {name}": connection.execute(f"PRAGMA index_info('{name}')").fetchall() for name in names
        }
        return tables | indexes
    finally:
        connection.close()


def _add_a_table(operations: object) -> None:
    import sqlalchemy as sa

    operations.create_table("later", sa.Column("id", sa.Integer, primary_key=True))  # type: ignore[attr-defined]


def _read_spaces(folder: Path) -> None:
    with Vault.open(folder, KEY).read() as unit:
        unit.spaces()


def test_more_bytes_are_asked_for_than_one_statement_takes(vault: Vault) -> None:
    roots = [BlobId(number.to_bytes(32, "big")) for number in range(300_000)]
    with vault.write() as unit:
        unit.set_held([roots[0], roots[-1]], held=True)
    with vault.read() as reading:
        assert reading.blobs_held(roots) == {roots[0], roots[-1]}
        assert reading.blobs_wanted(roots) == set()
        assert reading.blobs_held([]) == set()
