"""What matters on the wire itself: few header bytes, one write, early refusals, silent peers."""

from __future__ import annotations

import logging
import random
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from urllib.parse import urlsplit

import pytest

from delve_desktop.domain.errors import HubRefused, StaleChallenge
from delve_desktop.protocol import frames, messages
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore
from tests.contracts.http_hub import HttpHub, listening
from tests.contracts.laptop import Group, Laptop

SETTINGS = HubSettings(open=True, idle=0.5)


@pytest.fixture
def store():
    with closing(HubStore.open("sqlite://")) as opened:
        yield opened


@pytest.fixture
def service(store):
    return HubService(store, SETTINGS, random.Random(1).randbytes)


@pytest.fixture
def group(service):
    made = Group.create()
    made.founder.sync(service)
    return made


@pytest.fixture
def connection(service):
    with listening(service, SETTINGS) as url:
        parts = urlsplit(url)
        with socket.create_connection((parts.hostname, parts.port), timeout=20) as opened:
            yield opened


def post(path: str, size: int) -> bytes:
    return f"POST {path} HTTP/1.1\r\nhost: h\r\ncontent-length: {size}\r\n\r\n".encode()


def answer(connection: socket.socket) -> tuple[bytes, bytes]:
    """Head and body of the next answer."""
    received = b""
    while b"\r\n\r\n" not in received:
        piece = connection.recv(65536)
        assert piece, received
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    (length,) = [int(line[16:]) for line in head.split(b"\r\n") if line.startswith(b"content-length: ")]
    while len(body) < length:
        body += connection.recv(65536)
    return head, body


def test_nothing_to_do_takes_at_most_500_bytes_each_way(service, group, connection):
    content = messages.pack_request(group.founder.hello(), [])
    head = group.founder.request(service, content)
    request = post(messages.SYNC_PATH, len(head) + len(content)) + head + content
    assert len(request) <= 500
    connection.sendall(request)
    shown, body = answer(connection)
    assert shown.split(b"\r\n") == [b"HTTP/1.1 200 OK", b"content-length: %d" % len(body)]
    assert len(shown) + 4 + len(body) <= 500
    assert messages.open_reply(body, service.public_key, head).result.spaces[0].status == messages.Status.OK


def test_an_answer_comes_in_one_piece(connection):
    for _ in range(5):
        connection.sendall(f"GET {messages.HUB_PATH} HTTP/1.1\r\nhost: h\r\n\r\n".encode())
        received = connection.recv(65536)
        head, _, body = received.partition(b"\r\n\r\n")
        assert f"content-length: {len(body)}".encode() in head
        assert body


def test_a_bad_head_is_refused_before_the_content_has_come(service, group, connection):
    content = messages.pack_request(group.founder.hello(), [])
    group.founder.challenge = bytes(32)
    head = group.founder.request(service, content)
    connection.sendall(post(messages.SYNC_PATH, len(head) + 1_000_000) + head + content)
    shown, body = answer(connection)
    assert shown.startswith(b"HTTP/1.1 409")
    refusal = messages.read_refusal(body)
    assert refusal.code == messages.Refusal.STALE_CHALLENGE
    # the rest of the refused content is passed over, and the connection serves the next request
    group.founder.challenge = refusal.challenge
    connection.sendall(bytes(1_000_000 - len(content)))
    head = group.founder.request(service, content)
    connection.sendall(post(messages.SYNC_PATH, len(head) + len(content)) + head + content)
    assert answer(connection)[0].startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    "path, size",
    [(messages.SYNC_PATH, 9_000_000), (messages.JOIN_PATH + "00" * 16, 5000)],
)
def test_a_length_over_the_limit_is_refused_by_the_header_alone(connection, path, size):
    connection.sendall(post(path, size))
    shown, body = answer(connection)
    assert shown.startswith(b"HTTP/1.1 413")
    assert messages.read_refusal(body).code == messages.Refusal.TOO_LARGE
    assert connection.recv(1) == b""


def test_a_silent_device_is_let_go_and_its_whole_items_stay(store, service, group, connection):
    keys = group.founder.write(3)
    content = messages.pack_request(group.founder.hello(), [group.founder.items[key] for key in keys])
    head = group.founder.request(service, content)
    connection.sendall(post(messages.SYNC_PATH, len(head) + len(content)) + head + content[:-10])
    started = time.monotonic()
    assert answer(connection)[0].startswith(b"HTTP/1.1 408")
    assert time.monotonic() - started < 15
    with store.read() as unit:
        assert unit.spaces()[0].position == 3 + 2


@pytest.mark.parametrize("whole", [0, 1, 2])
def test_what_came_just_before_the_end_of_a_connection_is_kept(store, service, group, connection, whole):
    keys = group.founder.write(3)
    items = [group.founder.items[key] for key in keys]
    content = messages.pack_request(group.founder.hello(), items)
    size = frames.ITEM_OVERHEAD + len(items[0].data)
    head = group.founder.request(service, content)
    request = post(messages.SYNC_PATH, len(head) + len(content)) + head
    connection.sendall(request + content[: len(content) - (3 - whole) * size])
    connection.close()
    for _ in range(500):
        with store.read() as unit:
            position = unit.spaces()[0].position
        if position == 3 + whole:
            break
        time.sleep(0.01)
    assert position == 3 + whole


def test_other_paths_and_lookups_are_not_found(connection):
    for path in ("/", "/docs", "/openapi.json", "/v1/sync", "/v1/invite/xyz", "/v1/invite/" + "ab" * 16):
        connection.sendall(f"GET {path} HTTP/1.1\r\nhost: h\r\n\r\n".encode())
        assert answer(connection)[0].split()[1] in {b"404", b"405"}


def test_health_is_told_and_a_fault_is_not_hidden(store, service, connection, monkeypatch, caplog):
    request = f"GET {messages.HEALTH_PATH} HTTP/1.1\r\nhost: h\r\n\r\n".encode()
    connection.sendall(request)
    assert answer(connection)[1] == b'{"status":"ok"}'

    def fail() -> int:
        from delve_desktop.domain.errors import Damaged

        raise Damaged("a page is gone")

    monkeypatch.setattr(service, "check_health", fail)
    with caplog.at_level(logging.ERROR, "sync_server"):
        connection.sendall(request)
        shown, body = answer(connection)
    assert shown.startswith(b"HTTP/1.1 503")
    assert messages.read_refusal(body).code == messages.Refusal.INTERNAL
    assert "a page is gone" in caplog.text


@contextmanager
def slow_senders(url: str, service: HubService, laptops: Sequence[Laptop]) -> Iterator[list[socket.socket]]:
    """A connection for each laptop that has sent a good head, the beginning of its content, and no more."""
    parts = urlsplit(url)
    with ExitStack() as opened:
        connections = []
        for laptop in laptops:
            one = opened.enter_context(socket.create_connection((parts.hostname, parts.port), timeout=20))
            content = messages.pack_request(laptop.hello(), [])
            head = messages.sign_head(
                laptop.device, laptop.identity.sign, service.public_key, fresh(service, laptop), content
            ).pack()
            one.sendall(post(messages.SYNC_PATH, 100_000) + head + content[:1])
            connections.append(one)
        yield connections


def fresh(service: HubService, laptop: Laptop) -> bytes:
    """The challenge that this laptop has to sign over."""
    content = messages.pack_request(laptop.hello(), [])
    head = messages.sign_head(laptop.device, laptop.identity.sign, service.public_key, bytes(32), content)
    try:
        service.begin(head.pack()).close()
    except StaleChallenge as stale:
        return stale.challenge
    return bytes(32)


def served(url: str, laptop: Laptop) -> float:
    """Seconds until this laptop has its answer."""
    begun = time.monotonic()
    with closing(HttpHub(url)) as hub:
        assert laptop.sync(hub).status == messages.Status.OK
    return time.monotonic() - begun


def test_many_slow_senders_keep_nobody_waiting(service, group):
    settings = HubSettings(open=True, threads=2)
    for laptop in (group.officer, group.other):
        laptop.sync(service)
    with listening(service, settings) as url:
        many = [group.officer] * 4 + [group.other] * 4
        many += [Laptop(200 + number, group.founder.space) for number in range(16)]
        with slow_senders(url, service, many) as connections:
            time.sleep(0.3)  # until each of them has been given whatever it is given
            assert served(url, group.founder) < 5
            for one in connections:
                one.setblocking(False)
                with pytest.raises(BlockingIOError):
                    one.recv(1)  # and none of them was cut off for it


def test_strangers_do_not_keep_members_out(store, group):
    settings = HubSettings(open=True, of_strangers=3)
    service = HubService(store, settings, random.Random(1).randbytes)
    strangers = [Laptop(300 + number, group.founder.space) for number in range(4)]
    with listening(service, settings) as url, slow_senders(url, service, strangers[:3]) as connections:
        time.sleep(0.3)
        with pytest.raises(HubRefused) as caught:
            served(url, strangers[3])
        assert caught.value.code == messages.Refusal.RATE_LIMITED
        assert served(url, group.founder) < 5
        connections[0].close()
        for _ in range(100):
            try:
                fresh(service, strangers[3])
                break
            except HubRefused:
                time.sleep(0.05)
        else:
            pytest.fail("a place that was left stays taken")


@pytest.mark.parametrize("pause", [0.01, 0.2])
def test_a_device_that_only_trickles_is_let_go(service, group, pause):
    settings = HubSettings(open=True, idle=0.5, slowest=1_000)
    rest = messages.pack_request(group.founder.hello(), [])[1:] + frames.pack(frames.ITEM, bytes(10_000))
    with listening(service, settings) as url, slow_senders(url, service, [group.founder]) as connections:
        (one,) = connections
        one.setblocking(False)
        for byte in rest[: int(10 / pause)]:
            try:
                received = one.recv(1_000)
                break
            except BlockingIOError:
                one.send(bytes((byte,)))
                time.sleep(pause)
        else:
            pytest.fail("it was waited for")
        assert received.startswith(b"HTTP/1.1 408")
