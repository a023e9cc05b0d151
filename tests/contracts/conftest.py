"""Every way to reach a hub, and every database under it: the contract runs on each pair."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from delve_desktop.protocol.messages import Status
from delve_desktop.protocol.transport import Hub
from delve_desktop.sync.http_transport import HttpHub as DesktopHub
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore

from .databases import cluster, fresh_database
from .http_hub import HttpHub, listening
from .laptop import Group

# the hub's thin client hands content on piece by piece, the desktop's sends what it has gathered
STREAMING = (("process", "memory"), ("process", "sqlite"), ("process", "postgresql"), ("http", "sqlite"))
# over HTTP the database makes no difference: one of them is enough there
PAIRS = (*STREAMING[:3], ("http", "sqlite"), ("desktop", "memory"))
Transport = Callable[[HubService, HubSettings], AbstractContextManager[Hub]]


@contextmanager
def in_process(service: HubService, _settings: HubSettings) -> Iterator[Hub]:
    yield service


@contextmanager
def over_http(service: HubService, settings: HubSettings) -> Iterator[Hub]:
    with listening(service, settings) as url, closing(HttpHub(url)) as hub:
        yield hub


@contextmanager
def from_desktop(service: HubService, settings: HubSettings) -> Iterator[Hub]:
    with listening(service, settings) as url, DesktopHub(url) as hub:
        yield hub


# a further implementation of transport.Hub joins the contract by a line here and one in PAIRS
TRANSPORTS: dict[str, Transport] = {"process": in_process, "http": over_http, "desktop": from_desktop}
_names = itertools.count()


@dataclass
class HubUnderTest:
    """A hub as its clients see it, and what only its owner can do."""

    hub: Hub
    service: HubService
    store: HubStore
    connect: Callable[[], AbstractContextManager[Hub]]

    def ticket(self) -> bytes:
        return self.service.new_ticket().secret


@pytest.fixture(scope="session")
def postgres_socket() -> Iterator[str]:
    with cluster() as socket:
        yield socket


@pytest.fixture(params=PAIRS, ids="-".join)
def pair(request: pytest.FixtureRequest) -> tuple[str, str]:
    """The transport and the database of this run of the contract."""
    transport, database = request.param
    return transport, database


@pytest.fixture
def database_url(request: pytest.FixtureRequest, pair: tuple[str, str], tmp_path: Path) -> Iterator[str]:
    database = pair[1]
    if database == "memory":
        yield "sqlite://"
    elif database == "sqlite":
        yield f"sqlite:///{tmp_path / 'hub.db'}"
    else:
        socket = request.getfixturevalue("postgres_socket")
        with fresh_database(socket, f"hub{next(_names)}") as url:
            yield url


@pytest.fixture
def store(database_url: str) -> Iterator[HubStore]:
    with closing(HubStore.open(database_url, durable=False)) as opened:
        yield opened


@pytest.fixture
def hub_settings() -> HubSettings:
    """A test module may override it."""
    return HubSettings()


@pytest.fixture
def under_test(pair: tuple[str, str], store: HubStore, hub_settings: HubSettings) -> Iterator[HubUnderTest]:
    service = HubService(store, hub_settings, random.Random(7).randbytes)
    transport = TRANSPORTS[pair[0]]
    with transport(service, hub_settings) as hub:
        yield HubUnderTest(hub, service, store, lambda: transport(service, hub_settings))


@pytest.fixture
def group(under_test: HubUnderTest) -> Group:
    """Three laptops of a space that is on the hub; its founder has synced."""
    made = Group.create()
    made.founder.ticket = under_test.ticket()
    assert made.founder.sync(under_test.hub).status == Status.OK
    return made
