"""A thin `transport.Hub` over HTTP for the tests, and a hub that listens on a real socket."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

import httpx
import uvicorn

from delve_desktop.domain.errors import HubRefused, HubUnreachable, StaleChallenge
from delve_desktop.protocol import messages
from sync_server.app import create_app
from sync_server.one_write import OneWriteProtocol
from sync_server.service import HubService
from sync_server.serving import address_of, listen
from sync_server.settings import HubSettings


class HttpHub:
    """Sends each call as it is; no retries."""

    def __init__(self, url: str) -> None:
        self._client = httpx.Client(base_url=url, timeout=60, trust_env=False)

    def describe(self) -> messages.HubInfo:
        return messages.read_info(self._call("GET", messages.HUB_PATH))

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        return self._call("POST", messages.SYNC_PATH, chain([head], content))

    def find_invite(self, lookup: bytes) -> bytes:
        return self._call("GET", messages.INVITE_PATH + lookup.hex())

    def ask_to_join(self, lookup: bytes, request: bytes) -> None:
        self._call("POST", messages.JOIN_PATH + lookup.hex(), request)

    def close(self) -> None:
        self._client.close()

    def _call(self, method: str, path: str, content: Iterable[bytes] | bytes | None = None) -> bytes:
        try:
            response = self._client.request(method, path, content=content)
        except httpx.TransportError as error:
            raise HubUnreachable(str(error)) from error
        if response.status_code == httpx.codes.OK:
            return response.content
        refusal = messages.read_refusal(response.content)
        if refusal.code == messages.Refusal.STALE_CHALLENGE:
            raise StaleChallenge(refusal.challenge)
        raise HubRefused(refusal.message, refusal.code)


@contextmanager
def listening(service: HubService, settings: HubSettings | None = None) -> Iterator[str]:
    """Serve on a free loopback port from a thread; yields the address."""
    socket = listen("127.0.0.1", 0)
    config = uvicorn.Config(
        create_app(service, settings or HubSettings()),
        http=OneWriteProtocol,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
    thread.start()
    try:
        yield address_of(socket)
    finally:
        server.should_exit = True
        thread.join(30)
        socket.close()
        assert not thread.is_alive()
