"""The service beyond its contract: what it keeps, logs and forgets; and every byte a cut can fall on."""

from __future__ import annotations

import contextlib
import json
import logging
import random
import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import HubRefused, StaleChallenge
from delve_desktop.protocol import frames, messages
from sync_server.answering import Budget
from sync_server.logs import JsonFormatter
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore
from tests.contracts.laptop import Group, Laptop, cut


@pytest.fixture
def store():
    with closing(HubStore.open("sqlite://")) as opened:
        yield opened


@pytest.fixture
def service(store):
    return HubService(store, HubSettings(open=True), random.Random(1).randbytes)


@pytest.fixture
def group(service):
    made = Group.create()
    made.founder.sync(service)
    made.officer.sync(service)
    return made


def test_the_hubs_key_stays_with_its_data(store):
    first = HubService(store).public_key
    assert HubService(store).public_key == first
    with closing(HubStore.open("sqlite://")) as other:
        assert HubService(other).public_key != first


def test_nothing_is_kept_of_devices_that_belong_to_no_space(store, service, group):
    for seed in range(200, 205):
        stranger = Laptop(seed, group.founder.space)
        assert stranger.sync(service).status == messages.Status.NOT_MEMBER
        assert stranger.sync(service).status == messages.Status.NOT_MEMBER
        with store.read() as unit:
            assert unit.challenge(stranger.device) is None
    with store.read() as unit:
        assert unit.challenge(group.founder.device) == group.founder.challenge


def test_a_challenge_is_not_spent_by_a_request_that_was_cut(service, group):
    content = messages.pack_request(group.founder.hello(), [])
    head = group.founder.request(service, content)
    with pytest.raises(ConnectionResetError):
        service.sync(head, cut(content, 3))
    assert service.sync(head, [content])


def test_inv21_a_cut_anywhere_keeps_whole_items_and_nothing_else(store, service, group):
    keys = group.founder.write(2)
    content = messages.pack_request(group.founder.hello(), [group.founder.items[key] for key in keys])
    ends = [len(content) - frames.ITEM_OVERHEAD - len(group.founder.items[keys[1]].data), len(content)]
    snapshot = store.snapshot()
    edges = {0, *(end + offset for end in ends for offset in range(-7, 7))}
    for at in sorted(edges | set(range(0, len(content), 60))):
        if at >= len(content):
            continue
        with closing(HubStore.from_snapshot(snapshot)) as copy:
            hub = HubService(copy, random=random.Random(2).randbytes)
            head = group.founder.request(hub, content)
            with pytest.raises(ConnectionResetError):
                hub.sync(head, cut(content, at))
            with copy.read() as unit:
                assert unit.spaces()[0].position == 3 + sum(at >= end for end in ends)
            reply = messages.open_reply(hub.sync(head, [content]), hub.public_key, head)
            assert reply.result.problems == ()
            assert reply.result.spaces[0].position == 5


@given(st.binary(max_size=300))
def test_random_content_is_refused_and_nothing_else(content):
    with closing(HubStore.open("sqlite://")) as store:
        hub = HubService(store, HubSettings(open=True), random.Random(1).randbytes)
        laptop = Laptop(1, Group.create().founder.space)
        laptop.challenge = first_challenge(hub, laptop)
        with contextlib.suppress(HubRefused):
            hub.sync(laptop.request(hub, content), [content])


def first_challenge(hub: HubService, laptop: Laptop) -> bytes:
    with pytest.raises(StaleChallenge) as caught:
        hub.sync(laptop.request(hub, b""), [])
    return caught.value.challenge


def test_a_device_cannot_take_all_places(store, group):
    hub = HubService(store, HubSettings(of_device=2), random.Random(5).randbytes)
    content = messages.pack_request(group.founder.hello(), [])
    head = group.founder.request(hub, content)
    codes: list[str] = []

    def meanwhile(depth: int) -> Iterator[bytes]:
        if depth:
            try:
                hub.sync(head, meanwhile(depth - 1))
            except HubRefused as error:
                codes.append(error.code)
        yield content

    with pytest.raises(StaleChallenge):
        hub.sync(head, meanwhile(2))
    assert codes == [messages.Refusal.RATE_LIMITED]
    group.founder.sync(hub)


def test_random_heads_are_refused_and_nothing_else(service):
    chance = random.Random(3)
    for size in (0, 1, 160, 161, 161, 161, 162):
        head = b"\x01" + chance.randbytes(size)
        with pytest.raises(HubRefused):
            service.sync(head[:size], [])


def test_mutated_requests_change_nothing_they_should_not(store, service, group):
    keys = group.founder.write(2)
    content = messages.pack_request(group.founder.hello(), [group.founder.items[key] for key in keys])
    chance = random.Random(4)
    for _ in range(150):
        altered = bytearray(content)
        for _ in range(chance.randrange(1, 4)):
            altered[chance.randrange(len(altered))] = chance.randrange(256)
        head = group.founder.request(service, bytes(altered))
        with contextlib.suppress(HubRefused):
            reply = messages.open_reply(service.sync(head, [bytes(altered)]), service.public_key, head)
            group.founder.challenge = reply.result.challenge
    with store.read() as unit:
        (row,) = unit.spaces()
        assert {entry.id for entry in unit.entries(row.no, 0, 100)} <= group.founder.items.keys()


def test_the_log_has_no_content_and_no_whole_id(service, group, caplog):
    caplog.set_level(logging.INFO, "sync_server")
    group.founder.write(2)
    group.founder.sync(service)
    stranger = Laptop(99, group.founder.space)
    stranger.sync(service)
    lines = [JsonFormatter().format(record) for record in caplog.records]
    assert lines
    for line in lines:
        assert json.loads(line)["event"]
        assert not re.search(r"[0-9a-f]{9}", line)
        assert not re.search(r"\\x|\\u00", line)


def test_a_budget_lets_the_first_item_through_and_no_more():
    budget = Budget(100)
    assert budget.takes(0)  # an item of the request costs nothing
    assert budget.takes(500)
    assert not budget.takes(1)
    assert budget.takes(0)
    assert not Budget(0).takes(1)
    few = Budget(1000, entries=1)
    assert few.takes(10)
    assert not few.takes(10)
