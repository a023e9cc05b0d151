"""When a laptop's place is not one of the hub's feed: another hub, a restored hub, a restored laptop."""

from __future__ import annotations

import random

import pytest

from delve_desktop.protocol import frames
from delve_desktop.protocol.messages import Status
from sync_server.service import HubService
from sync_server.store.hub_store import HubStore

from .laptop import Group


def test_a_place_that_is_not_in_the_feed_is_told(under_test, group):
    position, last = group.founder.position, group.founder.feed_hash
    for place in ((position + 1, last), (position, b"x" * 32), (0, last), (position - 1, last)):
        group.founder.position, group.founder.feed_hash = place
        result = group.founder.call(under_test.hub).result.spaces[0]
        assert result.status == Status.COMPARE
        # who has equal digests may go on from here without a comparison
        assert (result.position, result.feed_hash) == (position, last)
        assert result.digest == group.founder.digest()


def test_a_laptop_that_lost_its_place_gets_only_what_it_lacks(under_test, group):
    group.founder.write(40)
    group.founder.sync(under_test.hub)
    group.officer.sync(under_test.hub)
    group.founder.write(3)
    group.founder.sync(under_test.hub)
    group.officer.position = 1
    assert group.officer.sync(under_test.hub).status == Status.OK
    assert group.officer.items.keys() == group.founder.items.keys()
    group.founder.write(1)
    group.founder.sync(under_test.hub)
    trips = group.officer.trips
    group.officer.sync(under_test.hub)
    assert group.officer.trips == trips + 1
    assert group.officer.digest() == group.founder.digest()


def test_a_comparison_keeps_to_the_budget(under_test, group):
    group.founder.write(40, 1024)
    group.founder.sync(under_test.hub)
    group.officer.feed_hash = b"?" * 32
    group.officer.budget = 10_000
    reply = group.officer.call(under_test.hub, summary=group.officer.holdings().summary())
    result = reply.result.spaces[0]
    assert result.status == Status.COMPARE
    assert result.more
    assert sum(len(frames.pack_entry(entry)) for entry in reply.entries) <= 10_000
    group.officer.sync(under_test.hub)
    assert group.officer.items.keys() == group.founder.items.keys()


def test_inv19_a_hub_that_holds_less_is_refilled_by_whoever_comes(under_test, group, tmp_path):
    """An older copy of the hub takes its place; each laptop syncs once, then all hold all."""
    group.officer.write(5)
    group.officer.sync(under_test.hub)
    old = HubStore.open("sqlite://")
    service = HubService(old, random=random.Random(7).randbytes)
    ticket = service.new_ticket().secret
    group.founder.ticket = group.officer.ticket = ticket
    # the copy knows the acts and three segments only
    early = Group.create()
    early.founder.ticket = ticket
    early.founder.sync(service)
    early.officer.write(3)
    early.officer.sync(service)
    copy = old.snapshot()
    old.close()

    for laptop in group.laptops:
        laptop.sync(under_test.hub)
        laptop.write(2)
        laptop.sync(under_test.hub)
    restored = HubStore.from_snapshot(copy)
    hub = HubService(restored, random=random.Random(8).randbytes)
    union = {key for laptop in group.laptops for key in laptop.items}
    for laptop in group.laptops:
        assert laptop.sync(hub).status == Status.OK
    with restored.read() as unit:
        (row,) = unit.spaces()
        assert row.position == len(union)
    for laptop in group.laptops:
        laptop.sync(hub)
        assert laptop.items.keys() == union
        assert laptop.sync(hub).digest == laptop.digest()
    restored.close()


def test_inv06_a_hub_with_nothing_deletes_nothing(under_test, group):
    group.founder.write(3)
    group.founder.sync(under_test.hub)
    group.officer.sync(under_test.hub)
    empty = HubStore.open("sqlite://")
    hub = HubService(empty, random=random.Random(9).randbytes)
    assert group.officer.sync(hub).status == Status.UNKNOWN_SPACE
    assert len(group.officer.items) == 6
    group.officer.ticket = hub.new_ticket().secret
    group.officer.unsent = list(group.officer.items)
    assert group.officer.call(hub, list(group.officer.items.values())).result.problems == ()
    assert group.founder.sync(hub).status == Status.OK
    assert len(group.founder.items) == 6
    empty.close()


@pytest.mark.parametrize("seed", range(6))
def test_inv18_two_hubs_and_laptops_that_go_between_converge(under_test, group, seed):
    """Laptops move at random between two hubs, sometimes losing a reply; then all hold all."""
    chance = random.Random(seed)
    store = HubStore.open("sqlite://")
    second = HubService(store, random=random.Random(10).randbytes)
    hubs = (under_test.hub, second)
    places: dict[tuple[int, int], tuple[int, bytes, bytes]] = {}
    group.founder.ticket = second.new_ticket().secret

    def visit(which: int, number: int) -> None:
        laptop = group.laptops[number]
        fresh = (0, bytes(32), bytes(32))
        laptop.position, laptop.feed_hash, laptop.challenge = places.get((which, number), fresh)
        if (which, number) not in places:
            laptop.unsent = list(laptop.items)
        laptop.sync(hubs[which])
        places[(which, number)] = (laptop.position, laptop.feed_hash, laptop.challenge)
        if chance.random() < 0.2:
            del places[(which, number)]  # restored from a copy that never met this hub

    visit(0, 0)
    visit(1, 0)
    for _ in range(25):
        number = chance.randrange(3)
        group.laptops[number].write(chance.randrange(3))
        visit(chance.randrange(2), number)
    union = {key for laptop in group.laptops for key in laptop.items}
    for _ in range(2):
        for which in range(2):
            for number in range(3):
                group.laptops[number].unsent = list(group.laptops[number].items)
                visit(which, number)
    assert all(laptop.items.keys() == union for laptop in group.laptops)
    store.close()
