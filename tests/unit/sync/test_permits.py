"""What a space forbids: merging by rules one does not know, a lower protocol, writing as a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest import mock

import pytest

from delve_desktop.domain import acts, merge
from delve_desktop.domain.errors import NewerFormat, NotAllowed
from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol import frames, versions
from delve_desktop.protocol import segment as segments
from delve_desktop.services import drafts, exchange, records, spaces, upkeep
from delve_desktop.services.connecting import in_process
from delve_desktop.services.session import Session
from delve_desktop.services.views import SetValue
from delve_desktop.sync import founding, sealing
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.members import membership_of
from tests.simulation.laptop import Laptop

from .conftest import Group
from .test_arrival import deliver, items_of, sealed_by


@contextmanager
def newer_program() -> Iterator[None]:
    """As a later version that knows one more version of everything."""
    with (
        mock.patch.object(merge, "RULES", merge.RULES + 1),
        mock.patch.object(versions, "CURRENT", versions.CURRENT + 1),
    ):
        yield


def found_by_newer(group: Group, *, floor: int = 1) -> SpaceId:
    """A space that merges by the next version of the rules, with one note in it, on ann's laptop."""
    with newer_program(), mock.patch.object(versions, "FLOOR", floor):
        space = spaces.create_space(group.ann.session, "Later")
        records.add_record(group.ann.session, space, "note", [SetValue("title", "By later rules")])
        sealing.seal_outbox(group.ann.local(), space)
    return space


def writes(session: Session, space: SpaceId) -> list[Callable[[], object]]:
    """Every way of writing in a space."""
    known = records.list_records(session, space, limit=1).rows
    draft = drafts.save_draft(session, space, None, "note", {"title": "Typed"})
    ways: list[Callable[[], object]] = [
        lambda: records.add_record(session, space, "note", [SetValue("title", "New")]),
        lambda: drafts.commit_draft(session, draft),
    ]
    if known:
        record = known[0].id
        ways += [
            lambda: records.edit_record(session, record, [SetValue("title", "Edited")]),
            lambda: records.delete_record(session, record),
        ]
    return ways


def test_inv23_a_space_of_unknown_rules_is_shown_and_not_written_in(group: Group) -> None:
    session = group.ann.session
    space = found_by_newer(group)
    shown = [row.title for row in records.list_records(session, space).rows]
    assert shown == ["By later rules"]
    before = upkeep.state_hash(session, space)
    for write in writes(session, space):
        with pytest.raises(NewerFormat, match="merges by version 2"):
            write()
    assert [one.content for one in drafts.list_drafts(session, space)] == [{"title": "Typed"}]
    with session.vault.write() as unit, pytest.raises(NewerFormat, match="merges by version 2"):
        founding.invite(unit, group.ann.local(), space, unit.hubs()[0], "en")
    (view,) = [one for one in spaces.list_spaces(session) if one.id == space]
    assert "update it" in view.closed
    assert upkeep.state_hash(session, space) == before
    assert upkeep.verify(session).findings == ()
    upkeep.rebuild(session)
    assert upkeep.state_hash(session, space) == before
    assert [one.closed for one in spaces.list_spaces(session) if one.id == group.space] == [""]


def test_inv12_inv23_what_comes_for_a_space_of_unknown_rules_waits_for_a_newer_program(group: Group) -> None:
    space = found_by_newer(group)
    ben = group.ben
    with group.ann.vault.read() as unit:
        items = [(frames.ACT, act.data) for act in unit.acts(space)]
        items += [(frames.SEGMENT, one.data) for one in segments_of(group.ann, space)]
    with ben.vault.write() as unit:
        unit.add_space(space, "", "pending", None)
    with mock.patch.object(Group, "space", space):
        deliver(group, ben, items)
    apply_stored(ben.local(), retry=True)
    (kept,) = segments_of(ben, space)
    assert kept.state == "parked"
    assert "update it" in kept.reason
    assert records.list_records(ben.session, space).rows == ()
    with ben.vault.read() as unit:
        assert unit.parked_count(space) == 1


def segments_of(laptop: Laptop, space: SpaceId) -> list:
    with laptop.vault.read() as unit:
        found = unit.segments_in(("stored", "applied", "parked", "quarantined", "failed"), 10_000)
    return [one for one in found if one.space == space]


def test_inv12_inv23_the_hub_keeps_and_hands_on_a_space_of_unknown_rules(group: Group) -> None:
    space = found_by_newer(group)
    with group.ann.vault.write() as unit:
        unit.set_space(space, hub=1)
    service = group.hub.service
    exchange.exchange(group.ann.session, space=space, connect=in_process(service))
    assert len(group.hub.feed(space)) == 3  # two acts, one segment


def test_inv23_a_space_above_this_programs_protocol_is_neither_exchanged_nor_read(group: Group) -> None:
    space = found_by_newer(group, floor=2)
    with group.ann.vault.write() as unit:
        unit.set_space(space, hub=1)
        row = segments_of(group.ann, space)[0]
        unit.set_segment_state(row.id, "stored")
    requests = group.hub.service
    with pytest.raises(NewerFormat, match="requires version 2 of the protocol"):
        exchange.exchange(group.ann.session, connect=in_process(requests))
    assert group.hub.feed(space) == []
    assert segments_of(group.ann, space)[0].state == "parked"
    with group.ann.vault.read() as unit:  # the other space of this hub was exchanged all the same
        place = unit.place(1, group.space)
        assert place is not None
        assert place.position == len(group.hub.feed(group.space))


def test_inv23_a_segment_below_the_floor_is_kept_and_not_merged(group: Group) -> None:
    space = found_by_newer(group, floor=2)
    with group.ann.vault.write() as unit:
        row = segments_of(group.ann, space)[0]
        unit.set_segment_state(row.id, "stored")
    with newer_program():  # which speaks 2, and meets a segment of version 1
        apply_stored(group.ann.local(), retry=True)
    assert segments_of(group.ann, space)[0].state == "quarantined"


def test_inv23_no_later_founding_act_lowers_what_the_first_requires(group: Group) -> None:
    space = found_by_newer(group, floor=2)
    local = group.ann.local()
    with group.ann.vault.read() as unit:
        found = membership_of(unit, space).found
    assert found is not None
    lower = founding._signed(local, space, (), acts.Found(found.nonce, found.exchange, 1, 1))
    with group.ann.vault.write() as unit:
        founding.add_acts(unit, local, space, lower)
    with group.ann.vault.read() as unit:
        membership = membership_of(unit, space)
    assert (membership.merge_version, membership.protocol_floor) == (2, 2)


def admit_reader(group: Group) -> Laptop:
    reader = group.world.laptops[4]
    connect = in_process(group.hub.service)
    code = spaces.create_invite(group.ann.session, group.space, connect=connect)
    spaces.join_space(reader.session, code, connect=connect)
    group.sync(group.ann)
    (request,) = spaces.join_requests(group.ann.session, group.space)
    spaces.approve(group.ann.session, request.id, "reader")
    group.sync(group.ann, reader)
    return reader


def test_a_reader_reads_and_cannot_write(group: Group) -> None:
    group.write(group.ann, "For all")
    reader = admit_reader(group)
    assert group.titles(reader) == ["For all"]
    for write in writes(reader.session, group.space):
        with pytest.raises(NotAllowed, match="You may read in this space"):
            write()
    assert group.titles(reader) == ["For all"]
    (view,) = [one for one in spaces.list_spaces(reader.session) if one.id == group.space]
    assert view.role == "reader"
    assert "read" in view.closed


def test_inv16_what_a_reader_writes_is_quarantined_handed_on_and_no_reason_not_to_be_up_to_date(
    group: Group,
) -> None:
    reader = admit_reader(group)
    with (
        mock.patch("delve_desktop.services.minting.check_writable"),
        mock.patch.object(sealing, "why_not_written", return_value=""),
    ):
        group.write(reader, "By a reader's altered program")
        group.sync(reader)
    group.write(group.ann, "By the coordinator")
    group.sync(group.ann, group.ben)
    outcome = group.sync(group.ann)[0]
    for laptop in (group.ann, group.ben):
        assert group.titles(laptop) == ["By the coordinator"]
        assert [one.state for one in group.segments(laptop)].count("applied") == 1
        with laptop.vault.read() as unit:
            assert unit.quarantined_count(group.space) == 1
    assert outcome.status[group.space].up_to_date
    report = upkeep.verify(group.ben.session)
    assert (report.findings, report.quarantined, report.parked) == ((), 1, 0)
    before = group.hash(group.ben)
    upkeep.rebuild(group.ben.session)
    assert group.hash(group.ben) == before
    assert upkeep.verify(group.ben.session).quarantined == 1
    assert len(group.hub.feed(group.space)) == len(items_of(group, group.ben))


def test_inv03_what_a_reader_wrote_counts_once_an_act_that_was_missing_gives_another_role(
    group: Group,
) -> None:
    """Two coordinators admitted one device side by side: the greatest role serves, whatever comes first."""
    reader = admit_reader(group)
    body = next(op.body for op in own_ops(group))
    data = sealed_by(group, reader.local(), segments.pack_ops([body]))
    deliver(group, group.ben, [(frames.SEGMENT, data)])
    group.sync(group.ben)
    states = [one.state for one in group.segments(group.ben) if one.device == reader.session.device]
    assert states == ["quarantined"]
    with group.ann.vault.read() as unit:
        membership = membership_of(unit, group.space)
        (invited,) = [act for act in unit.acts(group.space) if act.id == membership.heads[0]]
    admitted = acts.body_of(acts.decode(invited.data[:-64]))
    assert isinstance(admitted, acts.Admit)
    parents = acts.decode(invited.data[:-64]).parents
    other = acts.Admit(admitted.device, admitted.exchange, "officer", wraps=admitted.wraps)
    beside = founding._signed(group.ann.local(), group.space, parents, other)  # type: ignore[arg-type]
    deliver(group, group.ben, [(frames.ACT, beside.data)])
    apply_stored(group.ben.local(), retry=True)
    states = [one.state for one in group.segments(group.ben) if one.device == reader.session.device]
    assert states == ["applied"]


def own_ops(group: Group) -> list:
    group.write(group.ann, "Note")
    with group.ann.vault.read() as unit:
        return [row for record in group.ann.records(group.space) for row in unit.ops_of(record)]
