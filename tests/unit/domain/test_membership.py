"""Membership: what a set of acts yields, in whatever order they came."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import acts
from delve_desktop.domain.acts import Act, Admit, Body, Epoch, Found, Invite, Role
from delve_desktop.domain.errors import Malformed, UnknownVersion
from delve_desktop.domain.ids import ActId, DeviceId, SpaceId, WriterId, new_space, tagged_hash
from delve_desktop.domain.membership import Membership, Source, Standing, Verdict, replay, valid_op

NONCE = b"n" * 16
WRITER = WriterId(b"w" * 16)


def device(name: str) -> DeviceId:
    return DeviceId(name.encode().ljust(32, b"."))


FOUNDER = device("founder")
SPACE = new_space(FOUNDER, NONCE)


class Log:
    """Acts of one space, made by hand; ids are hashes of the unsigned bytes."""

    def __init__(self) -> None:
        self.acts: dict[ActId, Act | None] = {}
        self.found = self.add(FOUNDER, Found(NONCE, b"x" * 32))

    def add(self, author: DeviceId, body: Body, *parents: ActId, space: SpaceId = SPACE) -> ActId:
        act = acts.build(space, author, parents, body)
        act_id = ActId(tagged_hash("test", acts.encode(act)))
        self.acts[act_id] = act
        return act_id

    def admit(
        self, author: DeviceId, name: str, *parents: ActId, role: Role = "officer", **more: object
    ) -> ActId:
        body = Admit(device(name), name.encode().ljust(32, b"x"), role, **more)  # type: ignore[arg-type]
        return self.add(author, body, *parents)

    def epoch(self, author: DeviceId, names: list[str], *parents: ActId, number: int = 1) -> ActId:
        wraps = tuple((device(name), b"w" * 80) for name in names)
        return self.add(author, Epoch(number, b"c" * 32, wraps), *parents)

    def replay(self) -> Membership:
        return replay(SPACE, self.acts)


def test_the_founder_is_coordinator_of_the_space_its_act_names() -> None:
    membership = Log().replay()
    assert membership.is_coordinator(FOUNDER)
    assert membership.members.keys() == {FOUNDER}


def test_a_found_act_for_another_space_counts_for_nothing() -> None:
    log = Log()
    log.acts.clear()
    log.add(device("thief"), Found(NONCE, b"x" * 32))
    assert not log.replay().members


def test_inv14_only_a_coordinator_admits() -> None:
    log = Log()
    officer = log.admit(FOUNDER, "officer", log.found)
    refused = log.admit(device("officer"), "friend", officer)
    unknown = log.admit(device("stranger"), "other", officer)
    membership = log.replay()
    assert membership.members.keys() == {FOUNDER, device("officer")}
    assert membership.standing[refused] is Standing.REFUSED
    assert membership.standing[unknown] is Standing.REFUSED


def test_inv14_what_counts_is_the_causal_past_and_nothing_beside_it() -> None:
    log = Log()
    admitted = log.admit(FOUNDER, "second", log.found, role="coordinator")
    beside = log.admit(device("second"), "third", log.found)
    after = log.admit(device("second"), "fourth", admitted)
    membership = log.replay()
    assert membership.standing[beside] is Standing.REFUSED
    assert membership.standing[after] is Standing.COUNTS
    assert not membership.is_member(device("third"))


def test_inv14_an_epoch_is_valid_only_for_exactly_the_members_at_its_parents() -> None:
    log = Log()
    first = log.epoch(FOUNDER, ["founder"], log.found)
    admitted = log.admit(FOUNDER, "officer", first)
    exact = log.epoch(FOUNDER, ["founder", "officer"], admitted)
    too_few = log.epoch(FOUNDER, ["founder"], admitted)
    too_many = log.epoch(FOUNDER, ["founder", "officer", "eve"], admitted)
    twice = log.epoch(FOUNDER, ["founder", "officer", "officer"], admitted)
    early = log.epoch(FOUNDER, ["founder", "officer"], first)
    assert log.replay().epochs.keys() == {first, exact}
    assert {log.replay().standing[one] for one in (too_few, too_many, twice, early)} == {Standing.REFUSED}


def test_inv14_a_server_that_admits_its_own_device_is_refused() -> None:
    log = Log()
    log.epoch(FOUNDER, ["founder"], log.found)
    server = device("server")
    log.add(server, Found(NONCE, b"x" * 32))
    log.admit(server, "server", log.found, role="coordinator")
    log.epoch(server, ["founder", "server"], log.found)
    membership = log.replay()
    assert membership.members.keys() == {FOUNDER}
    assert len(membership.epochs) == 1


def test_any_member_may_open_an_epoch_but_no_stranger() -> None:
    log = Log()
    admitted = log.admit(FOUNDER, "officer", log.found)
    names = ["founder", "officer"]
    by_officer = log.epoch(device("officer"), names, admitted)
    log.epoch(device("stranger"), names, admitted)
    assert log.replay().epochs.keys() == {by_officer}


def test_the_lowest_of_the_usable_epochs_serves() -> None:
    log = Log()
    epochs = [log.epoch(FOUNDER, ["founder"], log.found, number=number) for number in range(1, 6)]
    assert log.replay().usable_epoch() == min(epochs)


def test_a_space_without_an_epoch_has_none_to_seal_under() -> None:
    assert Log().replay().usable_epoch() is None


def test_a_later_admission_brings_the_earlier_keys_and_makes_a_holder() -> None:
    log = Log()
    epoch = log.epoch(FOUNDER, ["founder"], log.found)
    wrap = b"k" * 80
    log.admit(FOUNDER, "officer", epoch, wraps=((epoch, wrap),))
    membership = log.replay()
    assert membership.wraps_for(device("officer")) == {epoch: wrap}
    assert membership.epochs[epoch].holders == {FOUNDER, device("officer")}
    assert membership.usable_epoch() == epoch


def test_an_invite_counts_from_a_coordinator_and_tells_who_answered_it() -> None:
    log = Log()
    officer = log.admit(FOUNDER, "officer", log.found)
    body = Invite(b"l" * 16, b"v" * 32, b"sealed")
    invite = log.add(FOUNDER, body, officer)
    forged = log.add(device("officer"), body, officer)
    log.admit(FOUNDER, "guest", invite, invite=invite)
    astray = log.admit(FOUNDER, "other", officer, invite=forged)
    membership = log.replay()
    assert membership.invites.keys() == {invite}
    assert membership.invites[invite].answered == {device("guest")}
    assert membership.standing[astray] is Standing.REFUSED


def test_inv12_an_act_whose_past_is_missing_waits_and_counts_once_it_came() -> None:
    log = Log()
    admitted = log.admit(FOUNDER, "second", log.found, role="coordinator")
    after = log.admit(device("second"), "third", admitted)
    missing = log.acts.pop(admitted)
    membership = log.replay()
    assert membership.open_questions == (after,)
    assert not membership.is_member(device("third"))
    log.acts[admitted] = missing
    assert log.replay().is_member(device("third"))
    assert not log.replay().open_questions


def test_inv12_acts_of_unknown_kind_or_version_are_parked_and_counted() -> None:
    log = Log()
    strange = Act(
        acts.VERSION,
        SPACE,
        FOUNDER,
        (log.found,),
        "erase",
        acts.build(SPACE, FOUNDER, (), Found(NONCE, b"x" * 32)).body,
    )
    strange_id = ActId(tagged_hash("test", acts.encode(strange)))
    log.acts[strange_id] = strange
    newer = ActId(b"9" * 32)
    log.acts[newer] = None
    behind = log.admit(FOUNDER, "officer", strange_id)
    blocked = log.admit(FOUNDER, "other", newer)
    membership = log.replay()
    assert set(membership.open_questions) == {strange_id, newer, blocked}
    assert membership.standing[behind] is Standing.COUNTS


def test_concurrent_admissions_of_one_device_yield_one_member() -> None:
    log = Log()
    second = log.admit(FOUNDER, "second", log.found, role="coordinator")
    one = log.admit(FOUNDER, "guest", second, role="officer")
    other = log.admit(device("second"), "guest", second, role="reader")
    membership = log.replay()
    assert membership.members[device("guest")].since == min(one, other)
    assert {membership.standing[one], membership.standing[other]} == {Standing.COUNTS}


def test_admitting_a_member_again_counts_for_nothing() -> None:
    log = Log()
    first = log.admit(FOUNDER, "officer", log.found)
    again = log.admit(FOUNDER, "officer", first, role="coordinator")
    assert log.replay().standing[again] is Standing.REFUSED
    assert not log.replay().is_coordinator(device("officer"))


def test_heads_are_the_counting_acts_that_nothing_counting_follows() -> None:
    log = Log()
    one = log.admit(FOUNDER, "one", log.found)
    two = log.admit(FOUNDER, "two", log.found)
    log.admit(device("stranger"), "three", one, two)
    assert log.replay().heads == tuple(sorted((one, two)))
    joined = log.admit(FOUNDER, "four", one, two)
    assert log.replay().heads == (joined,)


def test_ops_of_members_are_valid_and_those_of_others_unknown() -> None:
    log = Log()
    log.admit(FOUNDER, "officer", log.found)
    membership = log.replay()
    assert valid_op(membership, Source(device("officer"), WRITER, 7)) is Verdict.VALID
    assert valid_op(membership, Source(device("stranger"), WRITER, 7)) is Verdict.UNKNOWN


@given(st.integers(0, 2**32))
def test_inv04_membership_is_a_function_of_the_set_of_acts(seed: int) -> None:
    """Any order, and any arrival in two halves, yields the same."""
    rng = random.Random(seed)
    log = Log()
    names = ["founder"]
    for number in range(12):
        author = device(rng.choice(names))
        parents = rng.sample(sorted(log.acts), min(len(log.acts), rng.randint(1, 3)))
        if rng.random() < 0.3:
            log.epoch(author, rng.sample(names, rng.randint(1, len(names))), *parents, number=number + 1)
        else:
            role: Role = rng.choice(("officer", "coordinator"))
            log.admit(author, f"member{number}", *parents, role=role)
            names.append(f"member{number}")
    expected = log.replay()
    shuffled = list(log.acts.items())
    rng.shuffle(shuffled)
    assert replay(SPACE, dict(shuffled)) == expected
    # an act's verdict never depends on acts outside its past
    part = replay(SPACE, dict(itertools.islice(shuffled, len(shuffled) // 2)))
    for act, standing in part.standing.items():
        assert standing in (Standing.WAITING, expected.standing[act])


def test_act_bytes_read_back_and_bodies_with_later_keys_still_read() -> None:
    act = acts.build(SPACE, FOUNDER, (ActId(b"2" * 32), ActId(b"1" * 32)), Found(NONCE, b"x" * 32))
    assert acts.decode(acts.encode(act)) == act
    assert act.parents == (b"1" * 32, b"2" * 32)
    assert acts.body_of(act) == Found(NONCE, b"x" * 32)


def test_broken_and_newer_acts_are_told_apart() -> None:
    good = acts.encode(acts.build(SPACE, FOUNDER, (), Found(NONCE, b"x" * 32)))
    with pytest.raises(UnknownVersion):
        acts.decode(good[:1] + b"\x02" + good[2:])
    with pytest.raises(Malformed):
        acts.decode(good[:-1])
    with pytest.raises(Malformed):
        acts.decode(b"")
    with pytest.raises(Malformed):
        acts.decode(good + bytes(acts.MAX_BODY))


def source(name: str) -> Source:
    return Source(device(name), WRITER, 1)


def test_inv16_what_a_reader_writes_is_quarantined() -> None:
    log = Log()
    admitted = log.admit(FOUNDER, "reader", log.found, role="reader")
    log.admit(FOUNDER, "officer", admitted)
    membership = log.replay()
    assert valid_op(membership, source("reader")) is Verdict.QUARANTINED
    assert valid_op(membership, source("officer")) is Verdict.VALID
    assert valid_op(membership, source("stranger")) is Verdict.UNKNOWN
    assert [membership.may_write(device(name)) for name in ("reader", "officer", "stranger")] == [0, 1, 0]


def test_inv03_more_acts_never_take_back_the_right_to_write() -> None:
    """Else a record would read otherwise on a laptop that merged it before the act came."""
    for first, second in itertools.permutations(("reader", "officer", "coordinator"), 2):
        log = Log()
        other = log.admit(FOUNDER, "second", log.found, role="coordinator")
        log.admit(FOUNDER, "guest", other, role=first)
        log.admit(device("second"), "guest", other, role=second)
        member = log.replay().members[device("guest")]
        assert member.role == max(first, second, key=acts.ROLES.index)
        lowest = min(member.since, *[one for one in log.acts if log.acts[one].parents == (other,)])  # type: ignore[union-attr]
        assert member.since == lowest


def test_inv23_of_several_founding_acts_the_greatest_requirements_hold() -> None:
    for versions in itertools.permutations((1, 2, 3)):
        log = Log()
        for number in versions:
            log.add(FOUNDER, Found(NONCE, b"x" * 32, merge_version=number, protocol_floor=4 - number))
        membership = log.replay()
        assert (membership.merge_version, membership.protocol_floor) == (3, 3)
