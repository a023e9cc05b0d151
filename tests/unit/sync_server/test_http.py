"""What matters on the wire itself: few header bytes, one write, early refusals, silent peers."""

from __future__ import annotations

import logging
import random
import socket
import time
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from delve_desktop.protocol import frames, messages
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore
from tests.contracts.http_hub import listening
from tests.contracts.laptop import Group

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
