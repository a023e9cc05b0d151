"""What every implementation of `transport.Hub` does with spaces, acts, invites and join requests."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

import pytest

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain import acts
from delve_desktop.domain.errors import HubRefused
from delve_desktop.domain.ids import ActId
from delve_desktop.protocol import frames, limits, messages, segment, signing, versions
from delve_desktop.protocol.acts import SignedAct, act_id, sign_act
from delve_desktop.protocol.messages import Refusal, Status
from delve_desktop.protocol.transport import Hub
from sync_server.settings import HubSettings

from .conftest import HubUnderTest
from .laptop import Group, Laptop, admit, found

LOOKUP = b"lookup-of-invite"


def codes(reply: messages.Reply) -> list[str]:
    return [problem.code for problem in reply.result.problems]


def bring(laptop: Laptop, under_test: HubUnderTest, *signed: SignedAct) -> messages.Reply:
    items = [frames.Item(0, frames.ACT, one.data) for one in signed]
    return laptop.call(under_test.hub, items)


def unsigned(
    by: Identity, laptop: Laptop, parents: list[ActId], kind: str, body: bytes = b"\x80"
) -> acts.Act:
    act = acts.build(laptop.space, by.device, tuple(parents), acts.Invite(LOOKUP, b"v" * 32, b""))
    return acts.Act(act.version, act.space, act.author, act.parents, kind, type(act.body)(body))


def test_a_new_space_needs_a_ticket(under_test):
    group = Group.create(20)
    result = group.founder.sync(under_test.hub)
    assert result.status == Status.UNKNOWN_SPACE
    reply = group.founder.call(under_test.hub, list(group.founder.items.values()))
    assert codes(reply) == [Refusal.NO_SPACE] * 3
    group.founder.ticket = b"not a ticket 123"
    assert group.founder.sync(under_test.hub).status == Status.BAD_TICKET
    group.founder.ticket = under_test.ticket()
    assert group.founder.sync(under_test.hub).status == Status.OK


def test_a_ticket_opens_one_space_once(under_test, group):
    again = Group.create(30)
    again.founder.ticket = group.founder.ticket
    assert again.founder.sync(under_test.hub).status == Status.BAD_TICKET
    assert group.founder.sync(under_test.hub).status == Status.OK


def test_a_ticket_alone_opens_nothing(under_test):
    group = Group.create(40)
    group.founder.ticket = under_test.ticket()
    reply = group.founder.call(under_test.hub)
    assert reply.result.spaces[0].status == Status.UNKNOWN_SPACE
    founder = list(group.founder.items.values())
    reply = group.founder.call(under_test.hub, founder[1:])
    assert codes(reply) == [Refusal.NO_SPACE] * 2
    assert group.founder.sync(under_test.hub).status == Status.OK


def test_any_member_with_a_ticket_can_bring_a_space(under_test):
    group = Group.create(60)
    for item in group.founder.items.values():
        group.other.hold(item)
    group.other.write(2)
    group.other.ticket = under_test.ticket()
    assert group.other.sync(under_test.hub).status == Status.OK
    group.founder.sync(under_test.hub)
    assert len(group.founder.items) == 5


def test_a_laptop_becomes_known_by_the_act_that_admits_it(under_test, group):
    late = Laptop(77, group.founder.space)
    assert late.sync(under_test.hub).status == Status.NOT_MEMBER
    act = admit(group.founder.identity, group.heads, group.founder.space, late.identity)
    group.founder.hold_act(act)
    group.founder.sync(under_test.hub)
    assert late.sync(under_test.hub).status == Status.OK
    assert act.id in late.items


def test_inv14_acts_of_those_not_entitled_are_refused(under_test, group):
    stranger, friend = Laptop(81, group.founder.space), Laptop(82, group.founder.space)
    by_stranger = admit(stranger.identity, group.heads, stranger.space, friend.identity)
    assert codes(bring(group.founder, under_test, by_stranger)) == [Refusal.NOT_MEMBER]
    assert codes(bring(stranger, under_test, by_stranger)) == [Refusal.NOT_MEMBER]
    by_officer = admit(group.officer.identity, group.heads, stranger.space, friend.identity)
    assert codes(bring(stranger, under_test, by_officer)) == [Refusal.NOT_MEMBER]
    assert friend.sync(under_test.hub).status == Status.NOT_MEMBER
    # it does not count, but a member wrote it and a member brings it: kept, for the members to judge
    assert codes(bring(group.officer, under_test, by_officer)) == []
    assert friend.sync(under_test.hub).status == Status.NOT_MEMBER


def test_an_act_waits_for_its_past(under_test, group):
    parent = admit(
        group.founder.identity, group.heads, group.founder.space, Laptop(90, group.founder.space).identity
    )
    child = admit(
        group.founder.identity, [parent.id], group.founder.space, Laptop(91, group.founder.space).identity
    )
    assert codes(bring(group.founder, under_test, child)) == [Refusal.MISSING_PARENT]
    assert codes(bring(group.founder, under_test, child, parent)) == []


def test_inv12_acts_of_unknown_kinds_are_kept_for_members(under_test, group):
    by_officer = sign_act(
        unsigned(group.officer.identity, group.officer, group.heads, "remove"), group.officer.identity.sign
    )
    stranger = Laptop(83, group.founder.space)
    by_stranger = sign_act(
        unsigned(stranger.identity, stranger, group.heads, "remove"), stranger.identity.sign
    )
    assert codes(bring(group.officer, under_test, by_officer, by_stranger)) == [Refusal.NOT_MEMBER]
    group.founder.sync(under_test.hub)
    assert by_officer.id in group.founder.items


def test_altered_and_oversized_acts_are_refused(under_test, group):
    good = admit(
        group.founder.identity, group.heads, group.founder.space, Laptop(92, group.founder.space).identity
    )
    items = [
        frames.Item(0, frames.ACT, good.data[:-1] + bytes((good.data[-1] ^ 1,))),
        frames.Item(0, frames.ACT, b"\x96\x02" + good.data[2:]),
        frames.Item(0, frames.ACT, bytes(limits.ACT_MAX + 1)),
        frames.Item(0, frames.ACT, found(Laptop(93, group.founder.space).identity).data),
    ]
    assert codes(group.founder.call(under_test.hub, items)) == [
        Refusal.BAD_SIGNATURE,
        Refusal.VERSION,
        Refusal.TOO_LARGE,
        Refusal.WRONG_SPACE,
    ]


def of_later_version(by: Identity, act: acts.Act) -> bytes:
    """An act as a later version may write it: it begins as ours do, has more behind, and is signed."""
    later = acts._encoder.encode(
        [acts.VERSION + 1, act.space, act.author, act.parents, "renamed", {"what": 1}, "more"]
    )
    return later + by.sign("act", later)


def test_inv12_acts_of_an_unknown_version_are_kept_and_relayed_for_members(under_test, group):
    space = group.founder.space
    stranger = Laptop(85, space)
    behind = Laptop(86, space).identity
    by_officer = of_later_version(
        group.officer.identity, unsigned(group.officer.identity, group.officer, group.heads, "x")
    )
    by_stranger = of_later_version(stranger.identity, unsigned(stranger.identity, stranger, group.heads, "x"))
    orphan = of_later_version(
        group.officer.identity, unsigned(group.officer.identity, group.officer, [ActId(b"?" * 32)], "x")
    )
    after_it = admit(group.founder.identity, [act_id(by_officer)], space, behind)
    items = [frames.Item(0, frames.ACT, data) for data in (by_officer, by_stranger, orphan, after_it.data)]
    group.officer.sync(under_test.hub)
    assert codes(group.officer.call(under_test.hub, items)) == [Refusal.NOT_MEMBER, Refusal.MISSING_PARENT]
    group.founder.sync(under_test.hub)
    assert {act_id(by_officer), after_it.id} <= group.founder.items.keys()
    again = admit(group.founder.identity, group.heads[:1], space, Laptop(87, space).identity)
    assert codes(bring(group.founder, under_test, again)) == []


def test_inv12_segments_of_an_unknown_version_are_kept_and_relayed_for_members(under_test, group):
    later = bytearray(group.officer.chain.next(256))
    later[2] = segment.VERSION + 1
    body = bytes(later[: -signing.SIGNATURE_SIZE])
    signed = body + group.officer.identity.sign("segment", body)
    flipped = bytes(body[:60]) + bytes((body[60] ^ 1,)) + signed[61:]
    items = [frames.Item(0, frames.SEGMENT, data) for data in (signed, flipped)]
    group.officer.sync(under_test.hub)
    assert codes(group.officer.call(under_test.hub, items)) == [Refusal.VERSION]
    group.founder.sync(under_test.hub)
    assert segment.segment_id(signed) in group.founder.items
    stranger = Laptop(88, group.founder.space)
    foreign = bytearray(stranger.chain.next(256))
    foreign[2] = segment.VERSION + 1
    body = bytes(foreign[: -signing.SIGNATURE_SIZE])
    item = frames.Item(0, frames.SEGMENT, body + stranger.identity.sign("segment", body))
    assert codes(group.officer.call(under_test.hub, [item])) == [Refusal.NOT_MEMBER]


def invite(group: Group, key: Identity) -> SignedAct:
    body = acts.Invite(LOOKUP, key.device, b"sealed bundle")
    founder = group.founder.identity
    return sign_act(acts.build(group.founder.space, founder.device, tuple(group.heads), body), founder.sign)


def test_an_invite_takes_one_request_and_coordinators_get_it(under_test, group):
    code = Identity.create(random.Random(5).randbytes)
    act = invite(group, code)
    with pytest.raises(HubRefused) as caught:
        under_test.hub.find_invite(LOOKUP)
    assert caught.value.code == Refusal.NOT_FOUND
    group.founder.hold_act(act)
    group.founder.sync(under_test.hub)
    assert act_id(under_test.hub.find_invite(LOOKUP)) == act.id

    request = messages.sign_join_request(code.sign, group.founder.space, LOOKUP, b"sealed request")
    under_test.hub.ask_to_join(LOOKUP, request)
    under_test.hub.ask_to_join(LOOKUP, request)
    second = messages.sign_join_request(code.sign, group.founder.space, LOOKUP, b"another")
    with pytest.raises(HubRefused) as caught:
        under_test.hub.ask_to_join(LOOKUP, second)
    assert caught.value.code == Refusal.TAKEN

    assert group.founder.sync(under_test.hub).requests == ()
    group.founder.requests = group.officer.requests = ()
    assert group.founder.sync(under_test.hub).requests == (messages.Waiting(LOOKUP, request),)
    assert group.officer.sync(under_test.hub).requests == ()
    group.founder.requests = (LOOKUP,)
    assert group.founder.sync(under_test.hub).requests == ()

    joiner = Laptop(95, group.founder.space)
    answer = admit(group.founder.identity, group.heads, joiner.space, joiner.identity, invite=act.id)
    group.founder.hold_act(answer)
    group.founder.requests = ()
    assert group.founder.sync(under_test.hub).requests == ()
    with pytest.raises(HubRefused) as caught:
        under_test.hub.ask_to_join(LOOKUP, request)
    assert caught.value.code == Refusal.TAKEN
    assert joiner.sync(under_test.hub).status == Status.OK


def test_a_join_request_must_be_signed_by_the_invites_key(under_test, group):
    code = Identity.create(random.Random(5).randbytes)
    group.founder.hold_act(invite(group, code))
    group.founder.sync(under_test.hub)
    forged = messages.sign_join_request(group.officer.identity.sign, group.founder.space, LOOKUP, b"forged")
    for request, expected in (
        (forged, Refusal.BAD_SIGNATURE),
        (b"short", Refusal.MALFORMED),
        (bytes(limits.JOIN_REQUEST_MAX + 1), Refusal.TOO_LARGE),
    ):
        with pytest.raises(HubRefused) as caught:
            under_test.hub.ask_to_join(LOOKUP, request)
        assert caught.value.code == expected
    with pytest.raises(HubRefused) as caught:
        under_test.hub.ask_to_join(b"another lookup!!", forged)
    assert caught.value.code == Refusal.NOT_FOUND
    group.founder.requests = ()
    assert group.founder.sync(under_test.hub).requests == ()


def test_an_invite_of_one_who_may_not_invite_is_not_found(under_test, group):
    group.officer.sync(under_test.hub)
    code = Identity.create(random.Random(5).randbytes)
    body = acts.Invite(LOOKUP, code.device, b"sealed bundle")
    officer = group.officer.identity
    act = acts.build(group.founder.space, officer.device, tuple(group.heads), body)
    group.officer.hold_act(sign_act(act, officer.sign))
    group.officer.sync(under_test.hub)
    with pytest.raises(HubRefused) as caught:
        under_test.hub.find_invite(LOOKUP)
    assert caught.value.code == Refusal.NOT_FOUND


class TestOpenHub:
    """A hub for a demo takes spaces without a ticket."""

    @pytest.fixture
    def hub_settings(self) -> HubSettings:
        return HubSettings(open=True)

    def test_no_ticket_is_needed(self, under_test):
        group = Group.create(70)
        assert under_test.hub.describe().open
        assert group.founder.sync(under_test.hub).status == Status.OK


class TestFullHub:
    """A space has a quota."""

    @pytest.fixture
    def hub_settings(self) -> HubSettings:
        return HubSettings(open=True, space_max=5000)

    def test_what_is_over_the_quota_is_refused_item_by_item(self, under_test):
        group = Group.create(71)
        group.founder.sync(under_test.hub)
        keys = group.founder.write(4, 1024)
        reply = group.founder.call(under_test.hub, [group.founder.items[key] for key in keys])
        assert codes(reply)
        assert set(codes(reply)) == {Refusal.FULL}
        group.officer.sync(under_test.hub)
        assert keys[0] in group.officer.items
        with under_test.store.read() as unit:
            assert all(row.size <= 5000 for row in unit.spaces())


def test_inv23_a_space_is_not_served_below_the_protocol_it_requires(under_test, group, monkeypatch):
    """The founder raises the floor by a second act; requests of the version before are not served."""
    raised = found(group.founder.identity, group.founder.seed, protocol_floor=2)
    assert codes(bring(group.founder, under_test, raised)) == [Refusal.VERSION]
    assert group.founder.sync(under_test.hub).status == Status.OK  # it was not taken, so nothing has changed
    monkeypatch.setattr(versions, "SPOKEN", (1, 2))
    monkeypatch.setattr(group.founder, "request", lambda *call: by_version_2(group.founder, *call))
    assert codes(bring(group.founder, under_test, raised)) == []
    monkeypatch.undo()
    assert group.founder.sync(under_test.hub).status == Status.BELOW_FLOOR
    group.founder.write(1)
    reply = group.founder.call(under_test.hub, [group.founder.items[group.founder.unsent[-1]]])
    assert codes(reply) == [Refusal.VERSION]
    assert reply.entries == []


def by_version_2(laptop: Laptop, hub: Hub, content: bytes) -> bytes:
    """The head of a request as a later program signs it."""
    content_hash = hashlib.sha256(content).digest()
    unsigned = messages.RequestHead(laptop.device, laptop.challenge, content_hash, b"", 2)
    signature = laptop.identity.sign("request", *unsigned.signed_parts(hub.describe().key))
    return replace(unsigned, signature=signature).pack()


def test_inv23_a_space_above_this_hubs_protocol_is_not_opened(under_test):
    group = Group.create(70, protocol_floor=2)
    group.founder.ticket = under_test.ticket()
    reply = group.founder.call(under_test.hub, list(group.founder.items.values()))
    assert set(codes(reply)) == {Refusal.VERSION}
    assert reply.result.spaces[0].status == Status.UNKNOWN_SPACE
