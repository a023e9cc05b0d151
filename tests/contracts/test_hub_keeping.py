"""Copies of a hub, hubs begun from copies, and checks, on every database."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from delve_desktop.domain.errors import (
    Damaged,
    DiskFull,
    InvalidContent,
    NewerFormat,
    NotFound,
    StaleChallenge,
)
from delve_desktop.protocol import segment
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.feed import feed_hash
from delve_desktop.protocol.messages import Status
from sync_server.backup import back_up, restore
from sync_server.checkup import check_up
from sync_server.service import HubService
from sync_server.settings import DATABASE_NAME
from sync_server.store.hub_store import HubStore
from sync_server.store.rows import NewItem
from sync_server.store.writing import WriteUnit

from .conftest import HubUnderTest
from .databases import fresh_database
from .laptop import Group, Laptop

RANDOM = random.Random(3).randbytes


def quiet(_done: int, _whole: int) -> None:
    pass


@pytest.fixture(params=[("process", "sqlite"), ("process", "postgresql")], ids="-".join)
def pair(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Keeping has nothing to do with the transport."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def filled(group: Group, under_test: HubUnderTest) -> Group:
    """All three laptops have brought something."""
    for laptop in group.laptops:
        laptop.write(4, 3072)
        laptop.sync(under_test.hub)
    return group


@pytest.fixture
def copy(filled: Group, store: HubStore, tmp_path: Path) -> Path:
    back_up(store, tmp_path / "copy", quiet)
    return tmp_path / "copy"


@contextmanager
def begun_from(copy: Path, data: Path, database: str = "") -> Iterator[HubStore]:
    data.mkdir(exist_ok=True)
    restore(copy, data, database, RANDOM, quiet)
    with closing(HubStore.open(database or f"sqlite:///{data / DATABASE_NAME}")) as store:
        yield store


def test_a_copy_holds_what_the_hub_held_and_is_one_file(copy, filled, store, tmp_path):
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy"]
    filled.founder.write(1)
    with closing(HubStore.open_copy(copy)) as opened, opened.read() as unit, store.read() as live:
        assert unit.totals() == live.totals()
        assert unit.spaces() == live.spaces()


def test_a_hub_begun_from_a_copy_goes_on_and_is_filled_up(copy, filled, under_test, tmp_path):
    filled.officer.write(3, 2048)  # after the copy
    filled.officer.sync(under_test.hub)
    with begun_from(copy, tmp_path / "new") as store:
        hub = HubService(store, None, RANDOM)
        assert hub.public_key == under_test.service.public_key
        for laptop in (*filled.laptops, *filled.laptops):
            laptop.sync(hub)
        assert filled.officer.items.keys() == filled.founder.items.keys() == filled.other.items.keys()
        assert check_up(store).findings == []


def test_a_copy_serves_the_other_kind_of_database_too(copy, filled, store, request, tmp_path):
    with fresh_database(request.getfixturevalue("postgres_socket"), "restored") as url:
        (tmp_path / "new").mkdir()
        with begun_from(copy, tmp_path / "new", url) as begun, begun.read() as unit, store.read() as live:
            assert unit.totals()._replace(devices=0) == live.totals()._replace(devices=0)
            assert unit.spaces() == live.spaces()
            assert check_up(begun).findings == []
        assert list((tmp_path / "new").iterdir()) == []
        with pytest.raises(InvalidContent, match="already a hub in this database"):
            restore(copy, tmp_path / "new", url, RANDOM, quiet)


def test_requests_signed_for_the_old_hub_are_worth_nothing_at_the_new_one(filled, store, tmp_path):
    laptop = filled.founder
    back_up(store, tmp_path / "early", quiet)
    laptop.write(1)
    old = HubService(store, None, RANDOM)
    recorded: list[tuple[bytes, list[bytes]]] = []

    class Recording:
        def sync(self, head, content):
            pieces = list(content)
            recorded.append((head, pieces))
            return old.sync(head, pieces)

        def __getattr__(self, name):
            return getattr(old, name)

    laptop.sync(Recording())
    with begun_from(tmp_path / "early", tmp_path / "new") as begun:
        hub = HubService(begun, None, RANDOM)
        with pytest.raises(StaleChallenge):
            hub.sync(*recorded[-1])
        laptop.sync(hub)  # gets the new challenge, and goes on


def test_nothing_is_written_over(copy, filled, store, tmp_path):
    before = copy.read_bytes()
    with pytest.raises(InvalidContent, match="already a file"):
        back_up(store, copy, quiet)
    data = tmp_path / "new"
    with begun_from(copy, data):
        pass
    kept = (data / DATABASE_NAME).read_bytes()
    with pytest.raises(InvalidContent, match="already a file"):
        restore(copy, data, "", RANDOM, quiet)
    assert (copy.read_bytes(), (data / DATABASE_NAME).read_bytes()) == (before, kept)


@pytest.mark.parametrize("failure", [Damaged("no"), KeyboardInterrupt(), OSError(28, "No space left")])
def test_a_copy_that_is_cut_off_leaves_nothing(filled, store, tmp_path, monkeypatch, failure):
    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr("sync_server.backup._put_in_place", fail)
    with pytest.raises((Damaged, KeyboardInterrupt, DiskFull)):
        back_up(store, tmp_path / "copy", quiet)
    assert list(tmp_path.glob("copy*")) == []


def test_what_is_no_copy_is_told_in_one_sentence_and_begins_nothing(copy, tmp_path):
    data = tmp_path / "new"
    data.mkdir()
    whole = copy.read_bytes()
    other = tmp_path / "other"
    with closing(sqlite3.connect(other)) as raw, raw:
        raw.execute("CREATE TABLE t (x)")
    newer = tmp_path / "newer"
    newer.write_bytes(whole)
    with closing(sqlite3.connect(newer)) as raw, raw:
        raw.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (b"\x03\xe7",))
    (tmp_path / "cut").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text").write_bytes(b"not a database" * 400)
    for name, kind in (
        ("other", Damaged),
        ("newer", NewerFormat),
        ("cut", Damaged),
        ("text", Damaged),
        ("nothing", NotFound),
    ):
        with pytest.raises(kind) as refused:
            restore(tmp_path / name, data, "", RANDOM, quiet)
        assert str(refused.value).count("\n") == 0
        assert list(data.iterdir()) == []


_CHANGED = "CAST(substr(data, 1, 200) || X'00' || substr(data, 202) AS BLOB)"
_FIFTH = "WHERE position = 5"
# what a bad disk or a careless hand may do to a row, and what the check says of it
WRONG: dict[str, tuple[str, str]] = {
    "bytes of an item": (f"UPDATE item SET data = {_CHANGED} {_FIFTH}", "not what its author signed"),
    "an id": (f"UPDATE item SET id = zeroblob(32) {_FIFTH}", "another name or size"),
    "a size": (f"UPDATE item SET size = size + 1 {_FIFTH}", "another name or size"),
    "a number": (f"UPDATE item SET number = number + 90 {_FIFTH}", "another place of its chain"),
    "a missing item": (f"DELETE FROM item {_FIFTH}", "stands at place 6"),
    "the last item": ("DELETE FROM item WHERE position = (SELECT max(position) FROM item)", "as a whole"),
    "a feed hash": (f"UPDATE item SET feed_hash = zeroblob(32) {_FIFTH}", "feed hash"),
    "the head": ("UPDATE space SET feed_hash = zeroblob(32)", "as a whole"),
    "the sum": ("UPDATE space SET digest = zeroblob(2048)", "as a whole"),
    "the size of all": ("UPDATE space SET size = 1", "as a whole"),
    "an act": ("UPDATE item SET data = zeroblob(200) WHERE position = 2", "who belongs to it"),
}


@pytest.fixture
def change(copy: Path) -> Callable[[str], HubStore]:
    """Do something to a copy, and open it."""

    def changed(statement: str) -> HubStore:
        with closing(sqlite3.connect(copy)) as raw, raw:
            assert raw.execute(statement).rowcount > 0
        return HubStore.open_copy(copy)

    return changed


@pytest.mark.parametrize("what", WRONG)
def test_a_check_finds_what_is_wrong(change, what):
    statement, words = WRONG[what]
    with closing(change(statement)) as opened:
        findings = check_up(opened).findings
    assert any(words in finding for finding in findings), findings
    assert all(finding.endswith(".") for finding in findings)


def test_bytes_that_became_text_are_a_damage_and_no_fault_of_the_program(change):
    statement = f"UPDATE item SET data = CAST(data AS TEXT) {_FIFTH}"
    with closing(change(statement)) as opened, pytest.raises(Damaged):
        check_up(opened)


def test_a_check_finds_a_stranger(copy, filled):
    stranger = Group.create(70).founder
    stranger.write(1)
    with closing(HubStore.open(f"sqlite:///{copy}")) as opened:
        with opened.write() as unit:
            _append_foreign(unit, stranger, filled)
        assert any("never belonged" in finding for finding in check_up(opened).findings)


def _append_foreign(unit: WriteUnit, stranger, group) -> None:
    """A segment for this space by a device that its log does not know, appended as if it had been taken."""
    intruder = Laptop(71, group.founder.space)
    intruder.write(1)
    (data,) = (item.data for item in intruder.items.values())
    one = segment.verify(data)
    (row,) = unit.spaces()
    digest = SetDigest(row.digest)
    digest.add(one.id)
    last = feed_hash(row.feed_hash, one.id)
    head = row._replace(
        position=row.position + 1, feed_hash=last, digest=digest.state(), size=row.size + len(data)
    )
    header = one.header
    new = NewItem(2, one.id, header.device, data, header.writer, header.number, header.previous)
    unit.append(head, [new], [last], header.device)


def test_a_sound_hub_passes_and_is_counted(filled, store, under_test):
    found = check_up(store)
    assert (found.spaces, found.findings) == (1, [])
    with store.read() as unit:
        totals = unit.totals()
        (row,) = unit.spaces()
    assert (found.items, found.bytes) == (row.position, row.size)
    assert (totals.spaces, totals.acts + totals.segments, totals.bytes) == (1, row.position, row.size)
    assert (totals.devices, totals.tickets, totals.forks) == (3, 0, 0)
    under_test.ticket()
    with store.read() as unit:
        assert unit.totals().tickets == 1
    facts = store.facts()
    assert facts["schema"] == 2
    assert facts["size"] > row.size
    assert filled.founder.sync(under_test.hub).status == Status.OK
