"""Records that take long to merge: their ops come in short slices, and each is merged once, behind them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import pytest

from delve_desktop.domain import ops
from delve_desktop.domain.ids import OpId, RecordId, op_id
from delve_desktop.domain.merge import merge
from delve_desktop.domain.ops import Op, Write, decode
from delve_desktop.services import records, upkeep
from delve_desktop.services.views import SetValue
from delve_desktop.store import applying
from delve_desktop.store.rows import IncomingOp
from delve_desktop.sync import due_records, sealing
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.local import Local
from tests.simulation.laptop import Laptop

from .conftest import Group
from .test_arrival import deliver, items_of


def flooded(group: Group, count: int) -> RecordId:
    """A note of ann's with so many changes of its title side by side, in her log and sealed, not merged."""
    record = group.write(group.ann, "Flooded")
    session = group.ann.session
    with session.vault.write() as unit:
        (root,) = unit.state(record).heads
        first = unit.take_counters(count)
        made = [change(group, root, first + number) for number in range(count)]
        unit.apply_ops(group.space, made, may_defer=True)
    assert sealing.seal_outbox(group.ann.local(), group.space) == count + 1
    return record


def change(group: Group, root: OpId, counter: int) -> IncomingOp:
    device = group.ann.session.device
    write = Write("title", ops.PUT, f"Title {counter}")
    body = ops.encode(Op(1, counter, 0, (root,), "", b"", ops.EDIT, (write,)))
    return IncomingOp(op_id(group.space, device, body), device, body, decode(body), 0)


def due(laptop: Laptop) -> int:
    with laptop.vault.read() as unit:
        return len(unit.due_records(100))


@contextmanager
def timed(laptop: Laptop) -> Iterator[list[float]]:
    """How long each write unit of a vault was open, in seconds of this thread's work."""
    vault = laptop.vault
    real = vault.write
    spent: list[float] = []

    @contextmanager
    def write(**how: Any) -> Iterator[Any]:
        with real(**how) as unit:
            begun = time.thread_time()
            yield unit
            spent.append(time.thread_time() - begun)

    with mock.patch.object(vault, "write", write):
        yield spent


def test_inv03_a_flooded_record_comes_in_short_transactions_and_is_merged_once(group: Group) -> None:
    record = flooded(group, 3_000)
    assert due(group.ann) == 1
    deliver(group, group.ben, items_of(group, group.ann))
    with (
        timed(group.ben) as spent,
        mock.patch.object(due_records, "merge", wraps=merge) as late,
        mock.patch.object(applying, "merge", wraps=merge) as early,
    ):
        apply_stored(group.ben.local())
    assert late.call_count == 1
    assert early.call_count <= 1
    # merging it once takes longer than this, and it used to be done in every slice
    assert max(spent) < 0.25, sorted(spent)[-5:]
    assert due(group.ben) == 0
    apply_stored(group.ann.local())
    assert group.hash(group.ann) == group.hash(group.ben)
    field = next(one for one in records.open_record(group.ben.session, record).fields if one.name == "title")
    assert len(field.versions) == 3_000
    assert upkeep.verify(group.ben.session).findings == ()
    before = group.hash(group.ben)
    upkeep.rebuild(group.ben.session)
    assert group.hash(group.ben) == before
    assert due(group.ben) == 0


def test_inv03_what_was_killed_before_a_record_was_merged_is_merged_at_the_next_run(group: Group) -> None:
    flooded(group, 300)
    deliver(group, group.ben, items_of(group, group.ann))
    with mock.patch("delve_desktop.sync.applier.merge_due", return_value=iter(())):
        apply_stored(group.ben.local())
    group.ben.restart()
    assert due(group.ben) == 1
    with group.ben.vault.read() as unit:
        assert unit.parked_count(group.space) == 1
    report = upkeep.verify(group.ben.session)
    assert (report.findings, report.parked) == ((), 1)
    told = []
    apply_stored(group.ben.local(), on_change=lambda space, result: told.append(result.records))
    assert len(told) == 1
    apply_stored(group.ann.local())
    assert group.hash(group.ben) == group.hash(group.ann)
    with group.ben.vault.read() as unit:
        assert unit.parked_count(group.space) == 0


def test_an_edit_of_a_record_that_is_due_is_shown_at_once(group: Group) -> None:
    record = flooded(group, 300)
    records.edit_record(group.ann.session, record, [SetValue("place", "Kisumu")])
    assert due(group.ann) == 0
    view = records.open_record(group.ann.session, record)
    assert {one.name: one.value for one in view.fields}["place"] == "Kisumu"
    assert upkeep.verify(group.ann.session).findings == ()


def test_a_state_that_was_overtaken_by_an_edit_is_not_written(group: Group) -> None:
    record = flooded(group, 300)
    real = merge

    def merging(*arguments: Any) -> Any:
        merged = real(*arguments)
        records.edit_record(group.ann.session, record, [SetValue("place", "Kisumu")])
        return merged

    with mock.patch.object(due_records, "merge", merging):
        apply_stored(group.ann.local())
    view = records.open_record(group.ann.session, record)
    assert {one.name: one.value for one in view.fields}["place"] == "Kisumu"
    assert upkeep.verify(group.ann.session).findings == ()


def test_inv22_a_record_that_cannot_be_merged_blocks_no_other(group: Group) -> None:
    record = flooded(group, 300)
    other = group.write(group.ann, "Other")
    with mock.patch.object(due_records, "merge", side_effect=RuntimeError("a bug")):
        apply_stored(group.ann.local())
    with group.ann.vault.read() as unit:
        assert [(one.item, one.id) for one in unit.problems(group.space)] == [("record", record)]
    assert records.record_row(group.ann.session, other).title == "Other"
    apply_stored(group.ann.local())
    with group.ann.vault.read() as unit:
        assert unit.problems(group.space) == []
        assert unit.parked_count(group.space) == 0


def test_merging_what_is_due_stops_when_it_is_told_to(group: Group) -> None:
    flooded(group, 300)
    usual = group.ann.local()
    apply_stored(Local(usual.vault, usual.identity, usual.random, usual.clock, lambda: True))
    assert due(group.ann) == 1


@pytest.mark.parametrize("room", [0, 10, 10_000])
def test_inv04_whether_a_record_is_put_off_changes_nothing_in_the_end(group: Group, room: int) -> None:
    for number in range(4):
        record = group.write(group.ann, f"Note {number}")
        group.sync(group.ann, group.ben)
        for laptop in (group.ann, group.ben):
            records.edit_record(laptop.session, record, [SetValue("title", f"By {laptop.name}")])
    with mock.patch.object(applying, "MERGED_IN_SLICE", room):
        group.sync(group.ann, group.ben, group.ann, group.eva)
    assert group.hash(group.ann) == group.hash(group.ben) == group.hash(group.eva)
    assert due(group.ann) == due(group.eva) == 0
    for laptop in (group.ann, group.eva):
        assert upkeep.verify(laptop.session).findings == ()
        assert records.counts(laptop.session, group.space).disputed == 4
