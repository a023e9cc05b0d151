"""The two steps of arrival: what is stored, what waits, what is set aside, and that order means nothing."""

from __future__ import annotations

import random
from collections.abc import Iterable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain import acts, merge
from delve_desktop.domain.errors import DelveError, DiskFailing, WriteProtected
from delve_desktop.domain.ids import ActId, SegmentId, new_writer
from delve_desktop.protocol import frames
from delve_desktop.protocol import segment as segments
from delve_desktop.protocol.acts import act_id, sign_act
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.services import records, upkeep
from delve_desktop.services.views import SetValue
from delve_desktop.sync import sealing, taking
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.local import Local
from delve_desktop.sync.members import membership_of, settle_acts
from delve_desktop.sync.sealing import Chain
from tests.simulation.disk import Trouble
from tests.simulation.laptop import Laptop
from tests.simulation.running import world

from .conftest import Group

Items = list[tuple[int, bytes]]


def items_of(group: Group, laptop: Laptop) -> Items:
    with laptop.vault.read() as unit:
        carried = [(frames.ACT, act.data) for act in unit.acts(group.space)]
    return carried + [(frames.SEGMENT, one.data) for one in group.segments(laptop)]


def deliver(group: Group, laptop: Laptop, items: Iterable[tuple[int, bytes]]) -> None:
    """What a stick would do: check each item, store it, let its acts count."""
    for kind, data in items:
        arrival = taking.check(group.space, kind, data, via="stick")
        with laptop.vault.write() as unit:
            if taking.store(unit, group.space, [arrival], from_hub=0, local=laptop.local()).acts:
                settle_acts(unit, group.space, laptop.session.identity)


def sealed_by(group: Group, author: Local, plaintext: bytes, *, key: bytes | None = None) -> bytes:
    """A segment of its own chain, sealed under the space's epoch or under another key."""
    with group.ann.vault.read() as unit:
        epoch = membership_of(unit, group.space).usable_epoch()
        assert epoch is not None
        epoch_key = key or unit.epoch_keys(group.space)[epoch]
    nonce = author.random(16)
    writer = new_writer(author.identity.device, nonce)
    chain = Chain(group.space, writer, 1, segments.FIRST, epoch, epoch_key)  # type: ignore[arg-type]
    return sealing._seal(author, chain, 1, SegmentId(segments.FIRST), plaintext).data


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_inv04_any_order_any_number_of_copies_three_routes_one_state(seed: int) -> None:
    rng = random.Random(seed)
    with world(0, notes=0) as made:
        group = Group(made, *made.laptops[:3])
        group.sync(group.ann, group.ben, group.eva)
        shared = group.write(group.ann, "Shared")
        group.sync(group.ann, group.ben)
        for laptop in (group.ann, group.ben):
            records.edit_record(laptop.session, shared, [SetValue("title", f"By {laptop.name}")])
            sealing.seal_outbox(laptop.local(), group.space)
            for number in range(4):
                group.write(laptop, f"{laptop.name} {number}")
                sealing.seal_outbox(laptop.local(), group.space)
        everything = items_of(group, group.ann) + items_of(group, group.ben)
        copies = [item for item in everything for _ in range(rng.randint(1, 5))]
        rng.shuffle(copies)
        deliver(group, group.eva, copies)  # the first route
        apply_stored(group.eva.local(), retry=True)
        group.sync(group.ann, group.ben, group.ann)  # the second
        group.world._use_hub(group.ann, 1)
        group.world._use_hub(group.eva, 1)
        group.sync(group.ann, group.eva)  # the third
        assert group.hash(group.eva) == group.hash(group.ann) == group.hash(group.ben)
        assert upkeep.rebuild(group.eva.session).parked == 0
        assert group.hash(group.eva) == group.hash(group.ann)


def test_inv10_a_strangers_segment_is_neither_opened_nor_dropped(group: Group) -> None:
    stranger = Local(
        group.ann.session.vault, Identity.create(group.world.rng.randbytes), group.world.rng.randbytes
    )
    group.write(group.ann, "Real")
    group.sync(group.ann)
    body = next(op.body for op in _ops(group))
    data = sealed_by(group, stranger, segments.pack_ops([body]))  # it even knows the key
    deliver(group, group.ben, [(frames.SEGMENT, data)])
    apply_stored(group.ben.local(), retry=True)
    assert [one.state for one in group.segments(group.ben)] == ["parked"]
    assert group.titles(group.ben) == []
    group.sync(group.ben)
    assert group.titles(group.ben) == ["Real"]
    with group.ben.vault.read() as unit:
        assert unit.parked_count(group.space) == 1


def _ops(group: Group) -> list:
    with group.ann.vault.read() as unit:
        return [row for record in group.ann.records(group.space) for row in unit.ops_of(record)]


@pytest.mark.parametrize("place", ["signature", "ciphertext", "header"])
def test_inv10_an_altered_segment_is_kept_as_a_problem_and_never_read(group: Group, place: str) -> None:
    group.write(group.ann, "Note")
    sealing.seal_outbox(group.ann.local(), group.space)
    data = bytearray(group.segments(group.ann)[0].data)
    at = {"signature": -1, "ciphertext": segments.HEADER_SIZE + 5, "header": 150}[place]
    data[at] ^= 1
    deliver(group, group.ben, [(frames.SEGMENT, bytes(data))])
    apply_stored(group.ben.local(), retry=True)
    assert group.segments(group.ben) == []
    with group.ben.vault.read() as unit:
        assert [problem.item for problem in unit.problems(group.space)] == ["segment"]
        assert unit.parked_count(group.space) == 1


def test_inv22_a_bad_segment_of_a_member_blocks_no_other_and_shows_in_the_status(group: Group) -> None:
    """laurent22/joplin 15262: one bad item stopped the delta, and the sync reported success."""
    bad = sealed_by(group, group.ann.local(), bytes(256))
    strange_key = sealed_by(group, group.ann.local(), segments.pack_ops([b"x"]), key=bytes(32))
    odd_op = sealed_by(group, group.ann.local(), segments.pack_ops([b"\x93\x01\x02\x03"]))
    deliver(group, group.ann, [(frames.SEGMENT, data) for data in (bad, strange_key, odd_op)])
    group.write(group.ann, "Good")
    group.sync(group.ann)
    outcome = group.sync(group.ben)[0]
    assert group.titles(group.ben) == ["Good"]
    status = outcome.status[group.space]
    assert status.equal
    assert status.parked == 3
    assert not status.up_to_date
    states = sorted((one.state, bool(one.reason)) for one in group.segments(group.ben))
    assert states == [("applied", False), ("applied", False), ("failed", True), ("failed", True)]


def test_inv12_a_segment_of_a_newer_version_is_kept_once_and_counted(group: Group) -> None:
    group.write(group.ann, "Note")
    sealing.seal_outbox(group.ann.local(), group.space)
    newer = bytearray(group.segments(group.ann)[0].data)
    newer[2] = 9
    deliver(group, group.ben, [(frames.SEGMENT, bytes(newer))] * 2)
    with group.ben.vault.read() as unit:
        (problem,) = unit.problems(group.space)
        assert (problem.item, problem.data) == ("newer", bytes(newer))
        assert unit.parked_count(group.space) == 1


def test_inv12_what_an_older_program_parked_a_newer_one_reads(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(segments, "VERSION", 2)
        group.write(group.ann, "From the future")
        sealing.seal_outbox(group.ann.local(), group.space)
    data = group.segments(group.ann)[0].data
    deliver(group, group.ben, [(frames.SEGMENT, data)])
    group.sync(group.ben)
    assert group.titles(group.ben) == []
    with monkeypatch.context() as newer:
        newer.setattr(segments, "VERSION", 2)
        group.sync(group.ben)
        assert group.titles(group.ben) == ["From the future"]
    with group.ben.vault.read() as unit:
        assert unit.problems(group.space) == []
        assert SetDigest(unit.space(group.space).digest).value() == _digest_of(group, group.ben)


def test_inv12_what_an_older_program_cannot_read_it_hands_on_to_another_hub(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(segments, "VERSION", 2)
        group.write(group.ann, "From the future")
        sealing.seal_outbox(group.ann.local(), group.space)
    data = group.segments(group.ann)[0].data
    act = _act_of_later_version(group)
    deliver(group, group.ben, [(frames.SEGMENT, data), (frames.ACT, act)])
    group.sync(group.ben)  # the first hub, of this version, takes them from him
    assert {segments.segment_id(data), act_id(act)} <= {item for item, _ in group.hub.feed(group.space)}
    for laptop in (group.ben, group.eva):
        group.world._use_hub(laptop, 1)
        group.sync(laptop)
    held = {item for item, _ in group.world.hubs[1].feed(group.space)}
    assert {segments.segment_id(data), act_id(act)} <= held
    (kept,) = [one for one in group.segments(group.eva) if one.data == data]
    assert kept.state == "parked"
    assert "version 2" in kept.reason
    report = upkeep.verify(group.eva.session)
    assert (report.findings, report.parked) == ((), 2)
    with monkeypatch.context() as newer:
        newer.setattr(segments, "VERSION", 2)
        group.sync(group.eva)
        assert group.titles(group.eva) == ["From the future"]
        assert upkeep.verify(group.eva.session).findings == ()


def _act_of_later_version(group: Group) -> bytes:
    identity = group.ann.session.identity
    with group.ann.vault.read() as unit:
        heads = membership_of(unit, group.space).heads
    later = msgspec.msgpack.encode([2, group.space, identity.device, heads, "renamed", {}, "more"])
    return later + identity.sign("act", later)


def _digest_of(group: Group, laptop: Laptop) -> bytes:
    digest = SetDigest()
    with laptop.vault.read() as unit:
        for item in taking.digested_ids(unit, group.space):
            digest.add(item)
    return digest.value()


def test_inv12_an_act_of_an_unknown_kind_is_kept_forwarded_and_counted(group: Group) -> None:
    with group.ann.vault.read() as unit:
        heads = membership_of(unit, group.space).heads
    body = acts.build(group.space, group.ann.session.device, heads, acts.Found(bytes(16), bytes(32)))
    future = acts.Act(body.version, body.space, body.author, body.parents, "erase", body.body)
    signed = sign_act(future, group.ann.session.identity.sign)
    deliver(group, group.ann, [(frames.ACT, signed.data)])
    group.sync(group.ann)
    outcome = group.sync(group.ben)[0]
    with group.ben.vault.read() as unit:
        assert signed.id in {act.id for act in unit.acts(group.space) if act.state == "parked"}
    assert not outcome.status[group.space].up_to_date
    assert outcome.status[group.space].equal


def test_inv12_ops_wait_for_a_missing_parent_and_are_applied_once_it_comes(group: Group) -> None:
    """getodk/central 669, and laurent22/joplin 6517: what arrives late is applied all the same."""
    record = group.write(group.ann, "First")
    sealing.seal_outbox(group.ann.local(), group.space)
    records.edit_record(group.ann.session, record, [SetValue("title", "Second")])
    sealing.seal_outbox(group.ann.local(), group.space)
    first, second = (one.data for one in group.segments(group.ann))
    deliver(group, group.ben, [(frames.SEGMENT, second)])
    apply_stored(group.ben.local())
    with group.ben.vault.read() as unit:
        assert unit.parked_count(group.space) == 1
    assert group.titles(group.ben) == []
    deliver(group, group.ben, [(frames.SEGMENT, first)])
    apply_stored(group.ben.local())
    assert group.titles(group.ben) == ["Second"]
    with group.ben.vault.read() as unit:
        assert unit.parked_count(group.space) == 0


def test_inv12_segments_without_their_acts_are_parked_and_read_once_the_acts_came(group: Group) -> None:
    late = group.world.laptops[-1]  # not admitted: it has neither acts nor keys
    with late.vault.write() as unit:
        unit.add_space(group.space, "", "pending", 1)
    group.write(group.ann, "Note")
    sealing.seal_outbox(group.ann.local(), group.space)
    deliver(group, late, items_of(group, group.ann))
    apply_stored(late.local(), retry=True)
    assert [one.state for one in group.segments(late)] == ["parked"]
    with late.vault.write() as unit:
        unit.set_space(group.space, joining=b"")
    while late not in group.world.members:
        group.world._bring_in(late)
    group.sync(late)
    assert [one.state for one in group.segments(late)] == ["applied"]
    assert group.titles(late) == ["Note"]


def test_inv14_an_epoch_by_the_server_is_stored_by_nobody_as_valid(group: Group) -> None:
    server = Identity.create(group.world.rng.randbytes)
    with group.ben.vault.read() as unit:
        heads = membership_of(unit, group.space).heads
    admit = acts.Admit(server.device, server.exchange, "coordinator")
    forged = sign_act(acts.build(group.space, server.device, heads, admit), server.sign)
    deliver(group, group.ben, [(frames.ACT, forged.data)])
    with group.ben.vault.read() as unit:
        membership = membership_of(unit, group.space)
        people = unit.people(group.space)
    assert server.device not in membership.members
    assert server.device not in people
    assert membership.usable_epoch() is not None


def test_a_segment_of_another_space_is_not_taken(group: Group) -> None:
    group.write(group.ann, "Note")
    sealing.seal_outbox(group.ann.local(), group.space)
    data = group.segments(group.ann)[0].data
    arrival = taking.check(type(group.space)(bytes(16)), frames.SEGMENT, data, via="stick")
    assert isinstance(arrival, taking.Spoiled)


def test_an_op_that_breaks_the_applier_is_set_aside_and_the_others_go_on(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        group.write(group.ann, f"Note {number}")
    group.sync(group.ann)
    real = merge.begin

    def broken(record: object, known: object) -> object:
        if known.op.writes[0].value == "Note 1":  # type: ignore[attr-defined]
            raise RuntimeError("a bug")
        return real(record, known)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr("delve_desktop.store.applying.begin", broken)
        outcome = group.sync(group.ben)[0]
    assert group.titles(group.ben) == ["Note 0", "Note 2"]
    assert not outcome.status[group.space].up_to_date
    assert group.sync(group.ben)[0].status[group.space].up_to_date  # tried again, and now it works
    assert group.titles(group.ben) == ["Note 0", "Note 1", "Note 2"]


def test_a_disk_that_fails_or_takes_nothing_is_no_fault_of_the_op(group: Group) -> None:
    group.write(group.ann, "Note")
    group.sync(group.ann)
    troubles: tuple[tuple[Trouble, type[DelveError]], ...] = (
        ("failing", DiskFailing),
        ("protected", WriteProtected),
    )
    deliver(group, group.ben, items_of(group, group.ann))
    for trouble, expected in troubles:
        group.ben.troubled_in(0, trouble, 1)  # the disk is well again after one commit
        with pytest.raises(expected):
            apply_stored(group.ben.local(), retry=True)
        group.ben.survives()
        with group.ben.vault.read() as unit:
            assert not unit.problems()
    apply_stored(group.ben.local())
    assert group.titles(group.ben) == ["Note"]


def test_applying_stops_inside_a_segment_and_goes_on_where_it_was_killed(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("delve_desktop.sync.applier.FIRST_SLICE", 4)
    monkeypatch.setattr("delve_desktop.sync.applier.LARGEST_SLICE", 4)
    for number in range(15):
        group.write(group.ann, f"Note {number:02}")
    group.sync(group.ann)
    deliver(group, group.ben, items_of(group, group.ann))
    stops = iter([False, False, True] + [False] * 100)
    usual = group.ben.local()
    apply_stored(Local(usual.vault, usual.identity, usual.random, usual.clock, lambda: next(stops)))
    done = len(group.titles(group.ben))
    assert 0 < done < 15
    assert [one.state for one in group.segments(group.ben)] == ["stored"]
    apply_stored(group.ben.local())
    assert len(group.titles(group.ben)) == 15
    assert group.hash(group.ben) == group.hash(group.ann)


def test_an_act_id_is_over_all_its_bytes(group: Group) -> None:
    with group.ann.vault.read() as unit:
        for act in unit.acts(group.space):
            assert act.id == ActId(taking.item_id(frames.ACT, act.data))
