"""Pages unsealed without SQLite, and rows carved out of them, are what SQLite gives."""

from __future__ import annotations

import errno
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from delve_desktop.domain.errors import Damaged
from delve_desktop.store.carving import SHAPES, carved
from delve_desktop.store.engine import connect
from delve_desktop.store.files import DATABASE
from delve_desktop.store.pages import PAGE, Pages
from delve_desktop.store.rows import DraftRow, IdentityRow, StoredAct, StoredSegment
from delve_desktop.store.salvaging import SMALL, copy_readable, read_remains
from delve_desktop.store.tables import VaultTable
from delve_desktop.store.vault import Vault

from .conftest import ANNA, KEY, SPACE, Author


@pytest.fixture
def folder(vault: Vault, anna: Author, seeded_random: random.Random) -> Path:
    """An open vault with something in every table that is carved, some rows longer than a page."""
    with vault.write() as unit:
        unit.set_identity(IdentityRow(bytes(64), "Zawadi", "en", b"w" * 16, b"n" * 16, 7))
        unit.add_epoch_key(SPACE, b"e" * 32, b"k" * 32)
        unit.add_hub("https://hub.example", ANNA, "")
        for number in range(120):
            size = seeded_random.choice((0, 1, 100, 3000, 4100, 9000, 40_000))
            unit.apply_ops(SPACE, [anna.put("title", f"{number} {'x' * size}")])
            unit.add_segments(
                [
                    StoredSegment(
                        number.to_bytes(32, "big"),
                        SPACE,
                        ANNA,
                        b"w" * 16,
                        number,
                        bytes(32),
                        b"e" * 32,
                        seeded_random.randbytes(size),
                    )
                ]
            )
        unit.add_acts([StoredAct(b"a" * 32, SPACE, ANNA, "found", b"act")])
        unit.add_problem(SPACE, "newer", b"p" * 32, "a later version", b"data" * 2000)
        unit.save_draft(DraftRow(0, SPACE, None, "note", b"", b"\x80", 1))
    return vault.folder


def by_sqlite(vault: Vault, table: str) -> set[tuple[Any, ...]]:
    columns = [column.name for column in VaultTable.metadata.tables[table].columns]
    with vault.read() as unit:
        return {tuple(row) for row in unit._rows(f"SELECT {', '.join(columns)} FROM {table}")}


@pytest.mark.parametrize("folded", [False, True])
def test_inv26_what_is_carved_is_what_sqlite_reads(
    vault: Vault, folder: Path, tmp_path: Path, folded: bool
) -> None:
    """From the file alone, and from a file whose newest pages lie in the log."""
    wanted = {table: by_sqlite(vault, table) for table in SHAPES}
    assert all(wanted.values())
    if folded:
        vault.close()
    (copy := tmp_path / "copy").mkdir()
    for path in folder.glob(f"{DATABASE}*"):
        if not path.name.endswith("-shm"):
            shutil.copy(path, copy / path.name)
    found: dict[str, set[Any]] = {table: set() for table in SHAPES}
    pages = Pages(copy / DATABASE, KEY)
    for table, row in carved(pages, frozenset(SHAPES)):
        found[table].add(row)
    for table in SHAPES:
        # older rows may lie in pages that were given back
        assert found[table] >= wanted[table], table
    assert found["segment"] == wanted["segment"]
    assert pages.whole == pages.count


def test_the_shapes_are_those_of_the_tables() -> None:
    types = {"BLOB": "b", "BINARY": "b", "INTEGER": "i", "VARCHAR": "t"}
    for table, shape in SHAPES.items():
        columns = VaultTable.metadata.tables[table].columns
        assert len(columns) == len(shape), table
        for column, kind in zip(columns, shape, strict=True):
            letter = types[str(column.type).split("(")[0]]
            is_number = column.primary_key and letter == "i"
            assert kind == ("n" if is_number else kind if kind.isdigit() else letter), (table, column.name)
            assert not kind.isdigit() or letter == "b"


def test_the_columns_of_small_tables_stand_in_the_same_order_either_way() -> None:
    for table, columns in SMALL.items():
        names = [column.name for column in VaultTable.metadata.tables[table].columns]
        asked = columns.split(", ")
        assert [name for name in names if name in asked or (table == "me" and name == "id")] == (
            ["id", *asked[1:]] if table == "me" else asked
        )
        if table in SHAPES:
            assert len(asked) == len(SHAPES[table])


def test_inv26_a_broken_seal_is_passed_over_and_the_rest_is_read(
    vault: Vault, folder: Path, seeded_random: Any
) -> None:
    vault.close()
    path = folder / DATABASE
    data = path.read_bytes()
    whole = {row for _, row in carved(Pages(path, KEY), frozenset({"op"}))}
    assert len(whole) == 120
    for _ in range(60):
        broken = bytearray(data)
        at = seeded_random.randrange(16, len(data))
        broken[at] ^= 1 << seeded_random.randrange(8)
        path.write_bytes(broken)
        pages = Pages(path, KEY)
        found = {row for _, row in carved(pages, frozenset({"op"}))}
        assert pages.whole == pages.count - 1
        assert pages.read(at // PAGE + 1) is None
        assert found <= whole
        assert len(found) >= len(whole) - 40


def test_the_first_page_and_even_its_salt_may_be_lost(vault: Vault, folder: Path) -> None:
    vault.close()
    path = folder / DATABASE
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    remains = read_remains(path, KEY)
    assert remains.damaged == 1
    assert set(SMALL) <= remains.cut | {"meta"}
    assert len(remains.of("op")) == 120
    assert [row[2] for row in remains.of("me")] == ["Zawadi"]
    assert len(remains.of("draft")) == 1


def test_another_key_opens_no_page(vault: Vault, folder: Path) -> None:
    vault.close()
    with pytest.raises(Damaged, match="Not one page"):
        read_remains(folder / DATABASE, bytes(32))


def test_a_log_that_is_torn_gives_what_was_committed_before(
    vault: Vault, tmp_path: Path, anna: Author
) -> None:
    vault.close()  # folds the log into the file
    vault = Vault.open(vault.folder, KEY)
    for number in range(12):
        with vault.write() as unit:
            unit.apply_ops(SPACE, [anna.put("title", f"note {number}")])
    log = (vault.folder / f"{DATABASE}-wal").read_bytes()
    (copy := tmp_path / "copy").mkdir()
    shutil.copy(vault.folder / DATABASE, copy / DATABASE)
    counts = []
    for size in [*range(0, len(log), len(log) // 30), len(log)]:
        (copy / f"{DATABASE}-wal").write_bytes(log[:size])
        rows = {row for _, row in carved(Pages(copy / DATABASE, KEY), frozenset({"op"}))}
        counts.append(len(rows))
    vault.close()
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (0, 12)
    assert len(set(counts)) > 8


def test_a_log_with_a_flipped_bit_gives_at_least_what_sqlite_takes_of_it(
    vault: Vault, folder: Path, tmp_path: Path, seeded_random: random.Random
) -> None:
    log = (folder / f"{DATABASE}-wal").read_bytes()
    for _ in range(12):
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        shutil.copy(folder / DATABASE, copy / DATABASE)
        flipped = bytearray(log)
        flipped[seeded_random.randrange(len(log))] ^= 1 << seeded_random.randrange(8)
        (copy / f"{DATABASE}-wal").write_bytes(flipped)
        found = {row[1] for _, row in carved(Pages(copy / DATABASE, KEY), frozenset({"op"}))}
        try:
            again = Vault.open(copy, KEY)
        except Damaged:  # the file alone is of a moment in the middle of a checkpoint
            continue
        with again.read() as unit:
            assert found >= {row[0] for row in unit._rows("SELECT id FROM op")}
        again.close()


def test_what_an_older_log_left_behind_the_new_one_counts_for_nothing(
    vault: Vault, tmp_path: Path, anna: Author
) -> None:
    """The log is begun anew from its start, and its old end stays: older pages, with good seals."""
    for number in range(40):
        with vault.write() as unit:
            unit.apply_ops(SPACE, [anna.put("title", f"old {number}")])
    connection = connect(vault.folder / DATABASE, KEY)
    assert connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()[0] == 0
    connection.close()
    before = (vault.folder / f"{DATABASE}-wal").stat().st_size
    for number in range(4):
        with vault.write() as unit:
            unit.apply_ops(SPACE, [anna.put("title", f"new {number}")])
    assert (vault.folder / f"{DATABASE}-wal").stat().st_size == before
    for name in (DATABASE, f"{DATABASE}-wal"):
        (tmp_path / "copy").mkdir(exist_ok=True)
        shutil.copy(vault.folder / name, tmp_path / "copy" / name)
    found = {row[1] for _, row in carved(Pages(tmp_path / "copy" / DATABASE, KEY), frozenset({"op"}))}
    assert len(found) == 44


def test_random_pages_under_the_right_seal_give_no_nonsense(seeded_random: random.Random) -> None:
    """What a page holds is parsed with every number in it doubted."""

    class Noise:
        count = 50
        whole = 0

        def intact(self, _progress=None):
            for number in range(1, 400):
                page = bytearray(seeded_random.randbytes(PAGE - 80))
                page[100 if number == 1 else 0] = 0x0D
                page[3:5] = (seeded_random.randrange(300)).to_bytes(2, "big")
                yield number, bytes(page)

        def read(self, _number):
            return seeded_random.randbytes(PAGE - 80)

    assert list(carved(Noise(), frozenset(SHAPES))) == []


def test_bad_sectors_become_zeros_and_the_rest_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"".join(bytes([number]) * PAGE for number in range(1, 11)) + b"end")
    real = Path.open

    class Worn:
        def __init__(self, file):
            self.file = file

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.file.close()

        def seek(self, at):
            self.at = self.file.seek(at)

        def read(self, size):
            if self.at in (PAGE * 2, PAGE * 7):
                raise OSError(errno.EIO, "bad sector")
            return self.file.read(size)

    def opened(self, mode="r", **more):
        file = real(self, mode, **more)
        return Worn(file) if self == source else file

    monkeypatch.setattr(Path, "open", opened)
    assert copy_readable(source, tmp_path / "copy") == 2
    monkeypatch.undo()
    copied = (tmp_path / "copy").read_bytes()
    wanted = bytearray(source.read_bytes())
    for at in (2, 7):
        wanted[at * PAGE : (at + 1) * PAGE] = bytes(PAGE)
    assert copied == bytes(wanted)
