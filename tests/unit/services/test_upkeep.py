from __future__ import annotations

import pytest

from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.ids import ActId, DeviceId, SegmentId, WriterId
from delve_desktop.services.records import (
    add_record,
    delete_record,
    edit_record,
    list_records,
    open_record,
)
from delve_desktop.services.spaces import create_space
from delve_desktop.services.upkeep import rebuild, state_hash, verify
from delve_desktop.services.views import ChangeMembers, EditText, SetValue
from delve_desktop.store.rows import StoredSegment
from delve_desktop.sync.local import Local
from delve_desktop.sync.sealing import seal_outbox


@pytest.fixture
def founded(session):
    """The id of a space with sealed records, one in the bin, and one op in the outbox."""
    space = create_space(session, "Exchange")
    first, _ = add_record(session, space, "note", [SetValue("title", "Pump"), EditText("text", "It leaks.")])
    second, _ = add_record(session, space, "visit", [ChangeMembers("seen", ("water",)), SetValue("n", 3)])
    edit_record(session, first, [SetValue("title", "Pump 2")])
    delete_record(session, second)
    seal_outbox(Local(session.vault, session.identity), space)
    edit_record(session, first, [SetValue("place", "Geita")])
    return space


def tampered(session, sql, *parameters):
    with session.vault.write() as unit:
        assert unit._run(sql, *parameters)
    return " ".join(verify(session).findings)


def test_a_sound_vault_has_nothing_to_find(session, founded):
    report = verify(session)
    assert report.findings == ()
    assert (report.records, report.ops, report.segments, report.parked) == (2, 5, 1, 0)
    assert report.acts


@pytest.mark.parametrize(
    "sql, sign",
    [
        ("UPDATE record SET title = 'Another' WHERE in_bin = 0", "list shows"),
        ("UPDATE record SET in_bin = 0 WHERE in_bin = 1", "list shows"),
        ("UPDATE record SET position = position + 1000 WHERE in_bin = 0", "index"),
        ("DELETE FROM op WHERE segment = 0", "what its changes make of it"),
        ("DELETE FROM record WHERE in_bin = 1", "in no record"),
        ("UPDATE op SET segment = 1 WHERE segment = 0", "no segment"),
        ("UPDATE segment SET number = 2", "another name"),
        ("UPDATE segment SET writer = zeroblob(16)", "another name"),
        ("UPDATE segment SET data = CAST(substr(data, 1, length(data) - 1) || x'ff' AS BLOB)", "Segment"),
        ("UPDATE act SET data = CAST(substr(data, 1, length(data) - 1) || x'ff' AS BLOB)", "Act"),
        ("UPDATE act SET kind = 'other' WHERE seq = 1", "another name"),
        ("UPDATE space SET digest = zeroblob(2048) WHERE name = 'Exchange'", "sum"),
        ("UPDATE act SET data = x'c0'", "could not go on"),
        ("UPDATE op SET body = x'c0' WHERE segment = 0", "could not go on"),
        ("DELETE FROM epoch_key", "cannot be opened"),
    ],
)
def test_inv03_whatever_was_changed_behind_the_log_is_found(session, founded, sql, sign):
    assert sign in tampered(session, sql)


def test_inv09_an_op_whose_bytes_changed_is_found(session, founded):
    with session.vault.read() as unit:
        ((body,),) = unit._rows("SELECT body FROM op WHERE segment = 0")
    changed = body.replace(b"Geita", b"Kenya")
    assert changed != body
    assert "not what its id says" in tampered(session, "UPDATE op SET body = ? WHERE body = ?", changed, body)


def test_a_gap_is_counted_and_no_damage(session, founded):
    with session.vault.read() as unit:
        (stored,) = unit.segments_in(("applied",), 9)
    missing = SegmentId(b"m" * 32)
    with session.vault.write() as unit:
        unit.add_segments(
            [
                StoredSegment(
                    SegmentId(b"x" * 32),
                    founded,
                    DeviceId(b"d" * 32),
                    WriterId(b"w" * 16),
                    3,
                    missing,
                    ActId(stored.epoch),
                    b"not a segment",
                )
            ]
        )
    report = verify(session)
    assert (report.gaps, report.forks) == (1, 0)
    assert len([one for one in report.findings if "follow" in one]) == 0


def test_inv03_a_rebuild_gives_what_was_there(session, founded):
    before = state_hash(session, founded)
    views = {row.id: open_record(session, row.id) for row in list_records(session, founded).rows}
    result = rebuild(session)
    assert (result.records, result.ops, result.parked) == (2, 5, 0)
    assert state_hash(session, founded) == before
    assert {row.id: open_record(session, row.id) for row in list_records(session, founded).rows} == views
    assert verify(session).findings == ()


def test_inv03_a_rebuild_mends_what_the_log_still_says(session, founded):
    before = state_hash(session, founded)
    assert tampered(session, "UPDATE record SET title = 'Another', state = x'00' WHERE in_bin = 1")
    rebuild(session)
    assert state_hash(session, founded) == before
    assert verify(session).findings == ()


def test_inv02_a_rebuild_that_would_lose_a_change_leaves_everything(session, founded):
    with session.vault.write() as unit:
        unit._run("DELETE FROM epoch_key")
    before = state_hash(session, founded)
    with pytest.raises(Damaged):
        rebuild(session)
    assert state_hash(session, founded) == before


def test_the_state_hash_knows_every_change_and_no_order_of_spaces(session, founded):
    seen = {state_hash(session, founded)}
    record, _ = add_record(session, founded, "note", [SetValue("title", "New")])
    seen.add(state_hash(session, founded))
    edit_record(session, record, [SetValue("title", "Newer")])
    seen.add(state_hash(session, founded))
    delete_record(session, record)
    seen.add(state_hash(session, founded))
    assert len(seen) == 4
