"""What every implementation of `transport.Hub` does with a sync call."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from delve_desktop.domain.errors import HubRefused, HubUnreachable, StaleChallenge
from delve_desktop.protocol import frames, messages, versions
from delve_desktop.protocol.messages import Refusal, Status

from .laptop import Group, Laptop, item_id, pieces


def test_a_hub_says_who_it_is(under_test):
    info = under_test.hub.describe()
    assert info.key == under_test.service.public_key
    assert info.versions == versions.SPOKEN
    assert not info.open


def test_what_one_laptop_brings_another_gets_in_the_order_of_the_feed(under_test, group):
    group.founder.write(5)
    group.founder.sync(under_test.hub)
    group.officer.write(3)
    group.officer.sync(under_test.hub)
    group.founder.sync(under_test.hub)
    assert group.founder.items.keys() == group.officer.items.keys()
    assert len(group.founder.items) == 3 + 8
    assert group.founder.position == group.officer.position == 11
    result = group.officer.sync(under_test.hub)
    assert result.digest == group.officer.digest() == group.founder.digest()


def test_a_sync_with_nothing_to_do_is_one_short_round_trip(under_test, group):
    before = group.founder.trips
    content = messages.pack_request(group.founder.hello(), [])
    head = group.founder.request(under_test.hub, content)
    reply = under_test.hub.sync(head, [content])
    group.founder.challenge = messages.open_reply(reply, under_test.hub.describe().key, head).result.challenge
    assert len(head) + len(content) <= 250
    assert len(reply) <= 200
    group.founder.sync(under_test.hub)
    assert group.founder.trips == before + 1


def test_a_first_upload_is_one_request_and_its_items_do_not_come_back(under_test, group):
    group.founder.write(100, 16 * 1024)
    content = messages.pack_request(
        group.founder.hello(), [group.founder.items[key] for key in group.founder.unsent]
    )
    assert len(content) > 1_600_000
    head = group.founder.request(under_test.hub, content)
    reply = under_test.hub.sync(head, pieces(content))
    opened = messages.open_reply(reply, under_test.hub.describe().key, head)
    assert opened.entries == [frames.Own(0, 0, 100)]
    assert len(reply) < 250
    group.founder.challenge = opened.result.challenge
    group.founder.take(opened.result.spaces[0], group.founder.unsent[:])
    assert group.founder.unsent == []


def test_a_budget_bounds_a_reply_and_still_lets_it_proceed(under_test, group):
    group.founder.write(30, 1024)
    group.founder.sync(under_test.hub)
    group.officer.budget = 5000
    reply = group.officer.call(under_test.hub)
    assert reply.result.spaces[0].more
    whole = [entry for entry in reply.entries if isinstance(entry, frames.Item)]
    assert sum(len(entry.data) for entry in whole) <= 5000
    group.officer.budget = 1  # less than any item
    trips = group.officer.trips
    group.officer.sync(under_test.hub)
    assert group.officer.items.keys() == group.founder.items.keys()
    assert group.officer.trips == trips + 33
    group.founder.write(1)
    group.founder.sync(under_test.hub)
    group.officer.budget = 0
    reply = group.officer.call(under_test.hub)
    assert reply.entries == []
    assert reply.result.spaces[0].more


def test_after_a_lost_reply_a_laptop_is_told_the_ids_of_what_arrived(under_test, group):
    brought = group.founder.write(4, 8 * 1024)
    challenge = group.founder.challenge
    group.founder.call(under_test.hub, [group.founder.items[key] for key in brought])
    group.founder.challenge = challenge  # the reply never came
    reply = group.founder.call(under_test.hub)
    assert reply.entries == [frames.Names(0, tuple(brought))]
    group.founder.take(reply.result.spaces[0], brought)
    assert group.founder.unsent == []


def test_inv04_the_same_items_again_change_nothing(under_test, group):
    keys = group.founder.write(3)
    items = [group.founder.items[key] for key in keys]
    group.founder.call(under_test.hub, items)
    reply = group.founder.call(under_test.hub, items + items)
    assert reply.result.problems == ()
    assert reply.result.spaces[0].position == 3 + 3
    group.officer.sync(under_test.hub)
    assert group.officer.items.keys() == group.founder.items.keys()


def test_inv22_one_bad_item_stops_no_other(under_test, group):
    group.officer.sync(under_test.hub)
    stranger = Laptop(99, group.founder.space)
    good = group.founder.write(3)
    flipped = bytearray(group.founder.items[good[1]].data)
    flipped[200] ^= 1
    newer = bytearray(flipped)
    newer[2] = 9
    elsewhere = Laptop(1, group.officer.space)
    elsewhere.chain.space = type(elsewhere.space)(b"e" * 16)
    brought = [
        group.founder.items[good[0]],
        frames.Item(0, frames.SEGMENT, bytes(flipped)),
        frames.Item(0, frames.SEGMENT, bytes(newer)),
        frames.Item(0, frames.SEGMENT, b"short"),
        stranger.items[stranger.write()[0]],
        elsewhere.items[elsewhere.write()[0]],
        frames.Item(7, frames.SEGMENT, b"no such space"),
        group.founder.items[good[2]],
    ]
    reply = group.founder.call(under_test.hub, brought)
    assert [(one.item, one.code) for one in reply.result.problems] == [
        (1, Refusal.BAD_SIGNATURE),
        (2, Refusal.VERSION),
        (3, Refusal.MALFORMED),
        (4, Refusal.NOT_MEMBER),
        (5, Refusal.WRONG_SPACE),
        (6, Refusal.WRONG_SPACE),
    ]
    group.officer.sync(under_test.hub)
    assert {good[0], good[2]} <= group.officer.items.keys()
    assert len(group.officer.items) == 3 + 2


def test_any_member_may_bring_what_another_wrote(under_test, group):
    keys = group.officer.write(3)
    for key in keys:
        group.other.hold(group.officer.items[key])
    group.other.sync(under_test.hub)
    group.founder.sync(under_test.hub)
    assert set(keys) <= group.founder.items.keys()
    result = group.officer.sync(under_test.hub)
    assert group.officer.unsent == []
    assert result.forks == ()


def test_a_stranger_is_told_nothing_and_brings_nothing(under_test, group):
    stranger = Laptop(99, group.founder.space)
    key = group.founder.write()[0]
    reply = stranger.call(under_test.hub, [group.founder.items[key], stranger.items[stranger.write()[0]]])
    assert reply.result.spaces == (messages.SpaceResult(Status.NOT_MEMBER),)
    assert [one.code for one in reply.result.problems] == [Refusal.NOT_MEMBER] * 2
    assert reply.entries == []
    group.officer.sync(under_test.hub)
    assert len(group.officer.items) == 3


def test_several_spaces_travel_in_one_call(under_test, group):
    second = Group.create(50)
    second.founder.ticket = under_test.ticket()
    second.founder.sync(under_test.hub)
    reader = Laptop(1, group.founder.space)  # the founder's keys, on another laptop
    own = reader.write()[0]
    hello = messages.Hello(
        1_000_000,
        (messages.SpaceHello(second.founder.space), messages.SpaceHello(group.founder.space)),
    )
    content = messages.pack_request(hello, [reader.items[own]._replace(space=1)])
    reader.challenge = group.founder.challenge
    head = reader.request(under_test.hub, content)
    opened = messages.open_reply(under_test.hub.sync(head, [content]), under_test.hub.describe().key, head)
    assert [one.status for one in opened.result.spaces] == [Status.NOT_MEMBER, Status.OK]
    assert opened.entries[-1] == frames.Own(1, 0, 1)
    assert all(entry.space == 1 for entry in opened.entries)


def test_inv17_a_fork_keeps_both_branches_and_both_hear_of_it(under_test, group):
    group.officer.write(2)
    group.officer.sync(under_test.hub)
    clone = Laptop(group.officer.seed, group.officer.space, dict(group.officer.items))
    clone.chain = group.officer.chain.fork()
    clone.position, clone.feed_hash = group.officer.position, group.officer.feed_hash
    clone.challenge = group.officer.challenge
    group.officer.write(2)
    clone.write(1)
    assert group.officer.sync(under_test.hub).forks == ()
    assert clone.sync(under_test.hub).forks == (clone.chain.writer,)
    assert group.officer.sync(under_test.hub).forks == (clone.chain.writer,)
    assert group.founder.sync(under_test.hub).forks == ()
    assert clone.items.keys() == group.officer.items.keys() == group.founder.items.keys()
    assert len(clone.items) == 3 + 2 + 2 + 1


def test_a_member_cannot_make_a_fork_of_anothers_writer(under_test, group):
    group.officer.write(2)
    group.officer.sync(under_test.hub)
    group.other.chain.writer = group.officer.chain.writer
    group.other.write(2)
    group.other.sync(under_test.hub)
    assert group.officer.sync(under_test.hub).forks == ()


def test_the_head_is_checked_before_the_content_is_read(under_test, group):
    def never() -> Iterator[bytes]:
        raise AssertionError("the content was asked for")
        yield b""

    content = messages.pack_request(group.founder.hello(), [])
    group.founder.challenge = b"x" * 32
    stale = group.founder.request(under_test.hub, content)
    with pytest.raises(StaleChallenge):
        under_test.service.sync(stale, never())
    with pytest.raises(HubRefused) as caught:
        under_test.service.sync(stale[:-1] + b"?", never())
    assert caught.value.code == Refusal.BAD_SIGNATURE


def test_a_request_is_taken_once(under_test, group):
    content = messages.pack_request(group.founder.hello(), [])
    head = group.founder.request(under_test.hub, content)
    under_test.hub.sync(head, [content])
    with pytest.raises(StaleChallenge):
        under_test.hub.sync(head, [content])


def test_content_other_than_the_signed_one_gets_no_reply(under_test, group):
    keys = group.founder.write(2)
    signed = messages.pack_request(group.founder.hello(), [group.founder.items[keys[0]]])
    sent = messages.pack_request(group.founder.hello(), [group.founder.items[keys[1]]])
    head = group.founder.request(under_test.hub, signed)
    with pytest.raises(HubRefused) as caught:
        under_test.hub.sync(head, [sent])
    assert caught.value.code == Refusal.BROKEN


@pytest.mark.parametrize(
    "content",
    [
        b"",
        frames.pack(frames.HELLO, b"\xc1"),
        frames.pack(frames.ITEM, b"\0\x01x"),
        frames.pack(frames.HELLO, b"\x92\0\x90") * 2,
        frames.pack(frames.RESULT, b""),
        b"\xff\xff\xff\xff\x01",
        frames.pack(frames.HELLO, b"\x92\0\x90")[:-1],
    ],
)
def test_content_that_is_none_is_refused(under_test, group, content):
    head = group.founder.request(under_test.hub, content)
    with pytest.raises(HubRefused) as caught:
        under_test.hub.sync(head, [content])
    assert caught.value.code in {Refusal.MALFORMED, Refusal.BROKEN}
    group.founder.sync(under_test.hub)


def test_heads_that_are_none_are_refused(under_test):
    for head, code in ((b"short", Refusal.MALFORMED), (b"\x09" + bytes(160), Refusal.VERSION)):
        with pytest.raises(HubRefused) as caught:
            under_test.hub.sync(head, [])
        assert caught.value.code == code


def test_a_request_over_the_limit_is_refused(under_test, group):
    hello = messages.pack_request(group.founder.hello(), [])
    head = group.founder.request(under_test.hub, b"")
    item = frames.pack_item(frames.Item(0, frames.SEGMENT, bytes(60_000)))
    with pytest.raises((HubRefused, HubUnreachable)):
        under_test.hub.sync(head, [hello, *([item] * 150)])
    group.founder.sync(under_test.hub)


def test_several_laptops_at_once_leave_one_feed_without_gap_or_double(under_test, group):
    failures: list[BaseException] = []

    def work(laptop: Laptop) -> None:
        try:
            with under_test.connect() as hub:
                for _ in range(4):
                    laptop.write(3)
                    laptop.sync(hub)
        except Exception as error:  # noqa: BLE001 -- a thread's failure is looked at below
            failures.append(error)

    threads = [threading.Thread(target=work, args=(laptop,)) for laptop in group.laptops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    for laptop in group.laptops:
        laptop.sync(under_test.hub)
        assert laptop.position == 3 + 3 * 4 * 3
        assert laptop.digest() == group.founder.digest()


def test_two_requests_over_one_challenge_get_one_reply(under_test, group):
    content = messages.pack_request(group.founder.hello(), [])
    head = group.founder.request(under_test.hub, content)
    replies: list[bytes] = []

    def meanwhile() -> Iterator[bytes]:
        replies.append(under_test.service.sync(head, [content]))
        yield content

    with pytest.raises(StaleChallenge):
        under_test.service.sync(head, meanwhile())
    assert len(replies) == 1


def test_item_ids_are_those_of_the_bytes(under_test, group):
    group.founder.write(2)
    group.founder.sync(under_test.hub)
    group.officer.sync(under_test.hub)
    assert all(item_id(item) == key for key, item in group.officer.items.items())
