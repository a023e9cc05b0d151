"""What a hub does while a request still arrives, through transports that hand on piece by piece."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from delve_desktop.domain.errors import HubUnreachable
from delve_desktop.protocol import frames, messages

from .conftest import STREAMING, HubUnderTest
from .laptop import cut

pytestmark = pytest.mark.parametrize("pair", STREAMING, ids="-".join)


def wait_for(under_test: HubUnderTest, items: int) -> None:
    """Over a socket the hub notices a cut a moment later than the client."""
    pause = threading.Event()
    for _ in range(500):
        with under_test.store.read() as unit:
            if sum(row.position for row in unit.spaces()) >= items:
                return
        pause.wait(0.01)
    raise AssertionError("the hub did not keep what arrived")


def test_inv21_a_cut_upload_keeps_whole_items_and_nothing_else(under_test, group):
    group.officer.sync(under_test.hub)
    keys = group.founder.write(4)
    content = messages.pack_request(group.founder.hello(), [group.founder.items[key] for key in keys])
    size = frames.ITEM_OVERHEAD + len(group.founder.items[keys[0]].data)
    for cut_off, whole in ((2 * size - 1, 2), (1, 3)):
        head = group.founder.request(under_test.hub, content)
        with pytest.raises((ConnectionResetError, HubUnreachable)):
            under_test.hub.sync(head, cut(content, len(content) - cut_off))
        wait_for(under_test, 3 + whole)
    group.officer.sync(under_test.hub)
    assert list(group.officer.items)[3:] == keys[:3]
    group.founder.sync(under_test.hub)
    group.officer.sync(under_test.hub)
    assert list(group.officer.items)[3:] == keys


def test_items_are_committed_while_the_rest_still_arrives(under_test, group):
    keys = group.founder.write(3, 4096)
    content = messages.pack_request(group.founder.hello(), [group.founder.items[key] for key in keys])
    seen: list[int] = []

    def slowly() -> Iterator[bytes]:
        yield content[:-2000]
        yield b""
        wait_for(under_test, 3 + 2)
        group.officer.sync(under_test.hub)
        seen.append(len(group.officer.items))
        yield content[-2000:]

    head = group.founder.request(under_test.hub, content)
    messages.open_reply(under_test.hub.sync(head, slowly()), under_test.hub.describe().key, head)
    assert seen == [3 + 2]
