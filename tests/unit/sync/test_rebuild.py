"""Checking and building anew a vault that holds what waits, what is parked and what cannot be used."""

from __future__ import annotations

from unittest import mock

import pytest

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain import state
from delve_desktop.domain.errors import Damaged, DiskFull
from delve_desktop.domain.ids import SegmentId
from delve_desktop.protocol import frames
from delve_desktop.protocol import segment as segments
from delve_desktop.services import records, upkeep
from delve_desktop.services.views import SetValue
from delve_desktop.store import applying, record_writing
from delve_desktop.sync import sealing
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.local import Local

from .conftest import Group
from .test_arrival import deliver, items_of, sealed_by


def test_inv03_inv12_what_waits_and_what_is_parked_survives_a_rebuild(group: Group) -> None:
    record = group.write(group.ann, "Shared")
    sealing.seal_outbox(group.ann.local(), group.space)
    records.edit_record(group.ann.session, record, [SetValue("title", "Changed")])
    group.write(group.ann, "Whole")
    sealing.seal_outbox(group.ann.local(), group.space)
    stranger = Local(
        group.ann.session.vault, Identity.create(group.world.rng.randbytes), group.world.rng.randbytes
    )
    first, *rest = [item for item in items_of(group, group.ann) if item[0] == frames.SEGMENT]
    strange = (frames.SEGMENT, sealed_by(group, stranger, segments.pack_ops([b"\xc0"])))
    unreadable = (frames.SEGMENT, sealed_by(group, group.ann.local(), segments.pack_ops([b"\xc0"])))
    deliver(group, group.ben, [*rest, strange, unreadable])
    apply_stored(group.ben.local())
    records.add_record(group.ben.session, group.space, "note", [SetValue("title", "Not sent")])

    before = (parked(group), group.hash(group.ben), group.titles(group.ben))
    assert before[0] == 3  # the edit without its record, the stranger's segment, the unreadable op
    assert before[2] == ["Not sent", "Whole"]
    report = upkeep.verify(group.ben.session)
    assert report.findings == ()
    assert (report.gaps, report.parked) == (1, 3)

    upkeep.rebuild(group.ben.session)
    assert (parked(group), group.hash(group.ben), group.titles(group.ben)) == before
    assert upkeep.verify(group.ben.session).findings == ()

    deliver(group, group.ben, [first])
    apply_stored(group.ben.local())
    assert group.titles(group.ben) == ["Changed", "Not sent", "Whole"]
    assert upkeep.verify(group.ben.session).findings == ()
    upkeep.rebuild(group.ben.session)
    assert group.titles(group.ben) == ["Changed", "Not sent", "Whole"]


def breaking(title: str) -> mock._patch[object]:
    """The applier has a bug that only one note provokes, halfway through writing it."""
    real = state.encode_state

    def encode(record: state.RecordState) -> bytes:
        if any(version.value == title for version in record.fields["title"].versions):
            raise RuntimeError("a bug")
        return real(record)

    return mock.patch.object(record_writing, "encode_state", encode)


def test_inv03_a_rebuild_sets_aside_what_was_set_aside_when_it_came(group: Group) -> None:
    for number in range(5):
        group.write(group.ann, f"Note {number}")
    group.write(group.eva, "By another device")  # whose number a broken slice must not keep
    group.sync(group.ann, group.eva)
    with breaking("Note 3"):
        group.sync(group.ben)
        before = (parked(group), group.hash(group.ben), group.titles(group.ben))
        assert before[0] == 1
        assert "Note 3" not in before[2]
        assert len(before[2]) == 5
        upkeep.rebuild(group.ben.session)
        assert (parked(group), group.hash(group.ben), group.titles(group.ben)) == before
        assert upkeep.verify(group.ben.session).findings == ()
    upkeep.rebuild(group.ben.session)  # by a program without that bug
    assert group.hash(group.ben) == group.hash(group.eva)
    assert parked(group) == 0


def test_inv02_a_rebuild_that_would_set_aside_what_is_shown_leaves_everything(group: Group) -> None:
    group.write(group.ann, "Note 1")
    group.write(group.ann, "Note 2")
    group.sync(group.ann, group.ben)
    before = (group.hash(group.ben), group.titles(group.ben))
    with breaking("Note 1"), pytest.raises(Damaged, match="left as it was"):
        upkeep.rebuild(group.ben.session)
    assert (group.hash(group.ben), group.titles(group.ben)) == before
    assert upkeep.verify(group.ben.session).findings == ()


def test_a_rebuild_on_a_full_disk_leaves_everything(group: Group) -> None:
    for number in range(5):
        group.write(group.ann, f"Note {number}")
    group.sync(group.ann, group.ben)
    before = (group.hash(group.ben), group.titles(group.ben))
    real = applying.Application._write

    def full(application: applying.Application) -> None:
        real(application)
        # what SQLite does by itself after some faults: the whole transaction is gone
        application._unit._driver.execute("ROLLBACK")
        raise DiskFull("The disk is full; nothing was changed.")

    with mock.patch.object(applying.Application, "_write", full), pytest.raises((DiskFull, Damaged)):
        upkeep.rebuild(group.ben.session)
    assert (group.hash(group.ben), group.titles(group.ben)) == before
    assert upkeep.verify(group.ben.session).findings == ()


def parked(group: Group) -> int:
    with group.ben.vault.read() as unit:
        return unit.parked_count(group.space)


def test_inv17_a_fork_is_counted_and_is_no_damage(group: Group) -> None:
    group.write(group.ann, "One")
    sealing.seal_outbox(group.ann.local(), group.space)
    with group.ann.vault.read() as unit:
        link = unit.chain(group.space)[-1]
        epoch = group.segments(group.ann)[-1].epoch
        key = unit.epoch_keys(group.space)[epoch]
    chain = sealing.Chain(group.space, link.writer, link.number, link.previous, epoch, key)
    twin = sealing._seal(
        group.ann.local(), chain, link.number, SegmentId(link.previous), segments.pack_ops([])
    )
    deliver(group, group.ben, [*items_of(group, group.ann), (frames.SEGMENT, twin.data)])
    apply_stored(group.ben.local())
    report = upkeep.verify(group.ben.session)
    assert report.findings == ()
    assert report.forks == 1


def test_inv17_a_branch_whose_beginning_is_not_here_yet_is_a_gap_and_no_damage(group: Group) -> None:
    """One branch of a fork arrives as its second segment only, beside the whole other one."""
    for title in ("One", "Two"):
        group.write(group.ann, title)
        sealing.seal_outbox(group.ann.local(), group.space)
    items = items_of(group, group.ann)
    first, second = group.segments(group.ann)[-2:]
    with group.ann.vault.read() as unit:
        key = unit.epoch_keys(group.space)[first.epoch]
    chain = sealing.Chain(group.space, first.writer, first.number, first.previous, first.epoch, key)
    twin = sealing._seal(group.ann.local(), chain, first.number, first.previous, segments.pack_ops([]))
    here = [item for item in items if item[1] != first.data]
    deliver(group, group.ben, [*here, (frames.SEGMENT, twin.data)])
    apply_stored(group.ben.local())
    report = upkeep.verify(group.ben.session)
    assert report.findings == ()
    assert (report.gaps, report.forks) == (1, 0)
    deliver(group, group.ben, [(frames.SEGMENT, first.data)])
    apply_stored(group.ben.local(), retry=True)
    report = upkeep.verify(group.ben.session)
    assert (report.findings, report.gaps, report.forks) == ((), 0, 1)
    assert second.previous == first.id
