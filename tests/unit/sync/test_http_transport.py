"""The HTTP transport: bytes counted, errors translated, no redirects, cancelled when asked.

That it carries the protocol is the hub's contract (`tests/contracts`); here a bare socket plays the server.
"""

from __future__ import annotations

import gc
import random
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

import pytest

from delve_desktop.domain.errors import (
    Cancelled,
    DelveError,
    HubRefused,
    HubUnreachable,
    InvalidContent,
    StaleChallenge,
)
from delve_desktop.protocol import limits, messages
from delve_desktop.protocol.messages import Refusal, RefusalBody, pack_refusal
from delve_desktop.services.connecting import Breakable
from delve_desktop.sync.cut_reply import CutReply
from delve_desktop.sync.http_transport import HttpHub
from delve_desktop.sync.round import exchange
from delve_desktop.sync.traffic import Traffic
from tests.contracts.http_hub import listening
from tests.contracts.silent import Silent

from .conftest import Group

Answer = Callable[[socket.socket, bytes], None]


class Server:
    """Answers each connection by hand and counts what went over the socket."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.requests: list[bytes] = []
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        try:
            connection, _ = self._socket.accept()
        except OSError:
            return
        with connection:
            connection.settimeout(5)
            request = b""
            while not _is_whole(request) and (part := connection.recv(65536)):
                request += part
            self.requests.append(request)
            if _is_whole(request):
                self._answer(connection, request)

    def close(self) -> None:
        self._socket.close()
        self._thread.join(10)


def _is_whole(request: bytes) -> bool:
    head, gap, body = request.partition(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return len(body) >= int(line.partition(b":")[2])
    return bool(gap)


@contextmanager
def server(answer: Answer) -> Iterator[Server]:
    with closing(Server(answer)) as made:
        yield made


def reply(status: str, body: bytes, more: str = "") -> Answer:
    data = f"HTTP/1.1 {status}\r\ncontent-length: {len(body)}\r\n{more}\r\n".encode() + body
    return lambda connection, _: connection.sendall(data)


def test_every_byte_both_ways_is_counted() -> None:
    with server(reply("200 OK", b"answer" * 50)) as one, HttpHub(one.url) as hub:
        assert hub.sync(b"h" * 161, [b"abc", b"", b"defg"]) == b"answer" * 50
        assert hub.traffic.sent == len(one.requests[0])
        assert hub.traffic.received == len(b"HTTP/1.1 200 OK\r\ncontent-length: 300\r\n\r\n") + 300
        assert hub.traffic.round_trips == 1
        head = one.requests[0].partition(b"\r\n\r\n")[0]
        assert len(head.split(b"\r\n")) == 3  # the request line, the host, the length: nothing else


@pytest.mark.parametrize(
    "answer",
    [
        reply("500 Oops", b"not ours"),
        reply("500 Oops", pack_refusal(RefusalBody(Refusal.INTERNAL, "fault"))),
        lambda connection, _: connection.close(),
    ],
    ids=["error page", "internal", "hangs up"],
)
def test_a_server_that_fails_is_unreachable(answer: Answer) -> None:
    with server(answer) as one, HttpHub(one.url) as hub, pytest.raises(HubUnreachable):
        hub.sync(b"h", [])


def test_nobody_at_the_address_is_unreachable() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with HttpHub(url) as hub, pytest.raises(HubUnreachable):
        hub.describe()


def test_silence_is_unreachable() -> None:
    done = threading.Event()
    with server(lambda *_: done.wait(5) and None) as one, HttpHub(one.url, silence=0.2) as hub:
        with pytest.raises(HubUnreachable):
            hub.sync(b"h", [])
        done.set()


def test_a_refusal_keeps_its_code_and_a_stale_challenge_its_challenge() -> None:
    body = pack_refusal(RefusalBody(Refusal.RATE_LIMITED, "Too often."))
    with server(reply("429 No", body)) as one, HttpHub(one.url) as hub:
        with pytest.raises(HubRefused, match="Too often") as caught:
            hub.sync(b"h", [])
        assert caught.value.code == Refusal.RATE_LIMITED
    body = pack_refusal(RefusalBody(Refusal.STALE_CHALLENGE, "Newer.", b"c" * 32))
    with server(reply("409 No", body)) as one, HttpHub(one.url) as hub:
        with pytest.raises(StaleChallenge) as stale:
            hub.sync(b"h", [])
        assert stale.value.challenge == b"c" * 32


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Moved", "308 Moved"])
def test_a_redirect_is_not_followed(status: str) -> None:
    elsewhere = "location: http://127.0.0.1:9/v1/sync\r\n"
    with server(reply(status, b"", elsewhere)) as one, HttpHub(one.url) as hub:
        with pytest.raises(HubRefused):
            hub.sync(b"h", [])
        assert hub.traffic.round_trips == 1


def test_a_reply_that_breaks_off_tells_what_came() -> None:
    def cut(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n" + b"part")

    with server(cut) as one, HttpHub(one.url) as hub:
        with pytest.raises(CutReply) as caught:
            hub.sync(b"h", [])
        assert caught.value.received == b"part"


def test_an_answer_over_the_limit_is_refused_before_it_is_read() -> None:
    def boast(connection: socket.socket, _: bytes) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\ncontent-length: {limits.REPLY_MAX + 1}\r\n\r\n".encode())

    with server(boast) as one, HttpHub(one.url) as hub, pytest.raises(HubRefused) as caught:
        hub.sync(b"h", [])
    assert caught.value.code == "no_hub"


def test_a_web_site_of_another_kind_is_no_hub() -> None:
    page = reply("200 OK", b"<html>Welcome to the router</html>")
    with server(page) as one, HttpHub(one.url) as hub, pytest.raises(HubRefused) as caught:
        hub.describe()
    assert caught.value.code == "no_hub"


def test_cancelling_stops_while_sending() -> None:
    calls = iter(range(1000))
    with (
        server(reply("200 OK", b"")) as one,
        HttpHub(one.url, cancelled=lambda: next(calls) > 2) as hub,
        pytest.raises(Cancelled),
    ):
        hub.sync(b"h", [bytes(1 << 20)])


@pytest.mark.parametrize("url", ["http://example.org", "ftp://127.0.0.1", "https://a@b", "http://8.8.8.8"])
def test_an_address_that_is_neither_https_nor_near_is_refused(url: str) -> None:
    with pytest.raises(InvalidContent):
        HttpHub(url)


def test_a_sync_with_nothing_to_do_costs_at_most_500_bytes_each_way(group: Group) -> None:
    group.write(group.ann, "Note")
    group.sync(group.ann)
    with listening(group.hub.service) as url, HttpHub(url) as hub:
        outcome = exchange(group.ann.local(), hub, 1, [group.space], traffic=hub.traffic)
        assert outcome.status[group.space].up_to_date
        assert hub.traffic == Traffic(hub.traffic.sent, hub.traffic.received, 1)
        assert hub.traffic.sent <= 500
        assert hub.traffic.received <= 500


def test_a_cut_connection_keeps_what_came_and_the_next_exchange_fetches_the_rest(group: Group) -> None:
    for number in range(12):
        group.write(group.ann, f"Note {number}", 3_000)
        group.sync(group.ann)
    with listening(group.hub.service) as url:
        end = random.Random(5).randrange(10_000, 20_000)
        proxy = _CuttingProxy(url, end)
        with closing(proxy), HttpHub(proxy.url) as hub, pytest.raises(HubUnreachable):
            exchange(group.ben.local(), hub, 1, [group.space])
        kept = len(group.segments(group.ben))
        assert 0 < kept < 12
        with HttpHub(url) as hub:
            outcome = exchange(group.ben.local(), hub, 1, [group.space], traffic=hub.traffic)
    assert outcome.items_in == 12 - kept
    assert group.hash(group.ben) == group.hash(group.ann)


class _CuttingProxy:
    """Passes one connection on and closes it after so many bytes of answers."""

    def __init__(self, url: str, end: int) -> None:
        self._target = int(url.rpartition(":")[2])
        self._left = end
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        near, _ = self._socket.accept()
        with near, socket.create_connection(("127.0.0.1", self._target)) as far:
            upward = threading.Thread(target=_pump, args=(near, far))
            upward.start()
            while self._left and (part := far.recv(min(4096, self._left))):
                near.sendall(part)
                self._left -= len(part)
            near.shutdown(socket.SHUT_RDWR)
            upward.join(10)

    def close(self) -> None:
        self._socket.close()
        self._thread.join(10)


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while part := source.recv(65536):
            target.sendall(part)
    except OSError:
        return


def test_messages_paths_are_the_documented_ones() -> None:
    with server(reply("404 No", pack_refusal(RefusalBody(Refusal.NOT_FOUND, "None.")))) as one:
        with HttpHub(one.url) as hub, pytest.raises(HubRefused):
            hub.find_invite(b"\xab" * 16)
        assert one.requests[0].startswith(f"GET {messages.INVITE_PATH}{'ab' * 16} HTTP/1.1".encode())


@pytest.fixture
def silent() -> Iterator[Silent]:
    with Silent() as made:
        yield made


def in_a_thread(call: Callable[[], object]) -> tuple[threading.Thread, list[BaseException]]:
    raised: list[BaseException] = []

    def run() -> None:
        try:
            call()
        except DelveError as error:
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, raised


@pytest.mark.parametrize("what", ["describe", "sync"])
def test_a_call_that_waits_for_a_silent_server_can_be_broken_off(silent: Silent, what: str) -> None:
    with HttpHub(silent.url) as hub:
        calls = {"describe": hub.describe, "sync": lambda: hub.sync(b"head", [b"content"])}
        thread, raised = in_a_thread(calls[what])
        assert silent.asked.wait(20)
        assert thread.is_alive()
        hub.break_off()
        thread.join(20)  # of the 60 seconds that it would wait
        assert not thread.is_alive()
        assert [type(one) for one in raised] == [Cancelled]
        with pytest.raises(Cancelled):
            hub.describe()


def test_a_server_that_is_silent_in_the_handshake_can_be_broken_off(silent: Silent) -> None:
    with HttpHub(silent.url.replace("http:", "https:").replace("127.0.0.1", "localhost")) as hub:
        thread, raised = in_a_thread(hub.describe)
        assert silent.asked.wait(20)
        hub.break_off()
        thread.join(8)  # of the 10 seconds that it would wait
        assert not thread.is_alive()
        assert [type(one) for one in raised] == [Cancelled]


def test_all_that_is_asked_is_broken_off_and_nothing_is_asked_after_it(silent: Silent) -> None:
    connect = Breakable()

    def ask() -> None:
        with connect(silent.url, lambda: False) as connection:
            connection.hub.describe()

    thread, raised = in_a_thread(ask)
    assert silent.asked.wait(20)
    connect.break_off()
    thread.join(20)
    assert [type(one) for one in raised] == [Cancelled]
    with pytest.raises(Cancelled):
        ask()


def test_after_a_call_that_failed_the_server_is_told_that_nobody_is_there_any_more() -> None:
    told = threading.Event()

    def wait(connection: socket.socket, _request: bytes) -> None:
        with suppress(OSError):
            if connection.recv(1) == b"":
                told.set()

    with server(wait) as one, HttpHub(one.url, silence=0.2) as hub:
        with pytest.raises(HubUnreachable):
            hub.describe()
        assert told.wait(4)


def test_calls_over_links_that_break_pile_up_no_connections(silent: Silent) -> None:
    def held() -> int:
        gc.collect()
        return sum(isinstance(one, socket.socket) and one.fileno() >= 0 for one in gc.get_objects())

    with HttpHub(silent.url, silence=0.05) as hub:
        before = held() - len(silent.held)
        for _ in range(5):
            with pytest.raises(HubUnreachable):
                hub.describe()
        assert len(silent.held) == 5
        assert held() - len(silent.held) == before


def test_what_is_not_broken_off_goes_on(silent: Silent) -> None:
    before, other = HttpHub(silent.url), HttpHub(silent.url)
    with before, other:
        thread, raised = in_a_thread(other.describe)
        assert silent.asked.wait(20)
        before.break_off()
        thread.join(0.3)
        assert thread.is_alive()
        assert not raised
        other.break_off()
        thread.join(20)
