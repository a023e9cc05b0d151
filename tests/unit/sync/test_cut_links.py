"""Rounds over links that break anywhere: what is whole stays, and nothing doubles."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest

from delve_desktop.domain.errors import HubUnreachable
from delve_desktop.protocol import frames
from delve_desktop.services import spaces
from delve_desktop.sync import round, sealing
from delve_desktop.sync.cut_reply import CutReply
from delve_desktop.sync.traffic import MeteredHub
from tests.simulation import oracle
from tests.simulation.faults import Link
from tests.simulation.laptop import Laptop
from tests.simulation.routes import hand_over, items_of

from .conftest import Group


class _CutLink(Link):
    """Breaks the reply, or the request, at one exact byte."""

    request_end: int | None = None
    reply_end: int | None = None
    reply_size = 0
    request_size = 0

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        whole = b"".join(content)
        self.request_size = len(whole)
        if self.request_end is not None:
            cut, self.request_end = self.request_end, None
            try:
                self.service().sync(head, itertools.chain([whole[:cut]], _break()))
            except ConnectionError:
                raise HubUnreachable("cut") from None
        reply = self.service().sync(head, [whole])
        self.reply_size = len(reply)
        if self.reply_end is not None:
            raise CutReply(reply[: self.reply_end])
        return reply


class _ForgingLink(Link):
    """Breaks off where the reply ends, with one item altered and one of an unknown version put in."""

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        reply = bytearray(self.service().sync(head, content))
        reply[-1] ^= 1  # the last item's signature
        newer = bytes((0x96, 9)) + bytes(200)
        raise CutReply(bytes(reply) + frames.pack_item(frames.Item(0, frames.ACT, newer)))


def _break() -> Iterable[bytes]:
    raise ConnectionError
    yield b""


def _sizes(group: Group, laptop: Laptop) -> tuple[int, int]:
    link = _CutLink(lambda: group.hub.service, group.world.rng)
    assert laptop.sync(link, group.space) is not None
    return link.request_size, link.reply_size


def test_inv21_a_reply_cut_anywhere_leaves_whole_segments_and_nothing_else(group: Group) -> None:
    for number in range(3):
        group.write(group.ann, f"Note {number}")
        group.sync(group.ann)
    _, size = _sizes(group, group.eva)
    known = {one.id for one in group.segments(group.ann)}
    most = 0
    for end in range(0, size, 5):
        before = {one.id for one in group.segments(group.ben)}
        link = _CutLink(lambda: group.hub.service, group.world.rng)
        link.reply_end = end
        assert group.ben.sync(link, group.space) is None
        held = {one.id for one in group.segments(group.ben)}
        assert before <= held <= known
        most = max(most, len(held))
        oracle.check_cursors([group.ben], group.world.hubs, group.space)
    assert most == 3  # the later cuts brought all, and no byte of them is needed again
    assert group.sync(group.ben)[0].items_in == 0
    assert group.hash(group.ben) == group.hash(group.ann)


@pytest.mark.parametrize("compared", [True, False])
def test_inv10_a_cut_reply_leaves_nothing_that_no_author_signed(group: Group, compared: bool) -> None:
    group.write(group.ann, "Note")
    group.sync(group.ann)
    with group.ben.vault.write() as unit:
        place = unit.place(1, group.space)
        assert place is not None
        unit.set_place(1, group.space, place.position, place.feed_hash, compared)
        before = {act.id for act in unit.acts(group.space)}
    link = _ForgingLink(lambda: group.hub.service, group.world.rng)
    assert group.ben.sync(link, group.space) is None
    with group.ben.vault.read() as unit:
        assert not unit.problems(group.space)
        assert {act.id for act in unit.acts(group.space)} == before
    group.sync(group.ben)
    assert group.titles(group.ben) == ["Note"]


def test_inv21_a_request_cut_anywhere_loses_and_doubles_nothing(group: Group) -> None:
    group.write(group.eva, "probe")
    size, _ = _sizes(group, group.eva)
    for number, end in enumerate(range(0, size, 17)):
        group.write(group.ben, f"Note {number}")
        link = _CutLink(lambda: group.hub.service, group.world.rng)
        link.request_end = end
        group.ben.sync(link, group.space)
        if number % 5 == 4:
            group.sync(group.ben)
    group.sync(group.ben, group.ann)
    assert len(set(group.titles(group.ann))) == len(group.titles(group.ann)) == len(range(0, size, 17)) + 1
    assert group.hash(group.ben) == group.hash(group.ann)


def test_what_a_stick_brought_before_the_first_exchange_is_not_taken_as_sent(group: Group) -> None:
    """Seed 5069 of the simulation: the feed was followed from its start, with nothing listed for the hub."""
    late, ann, space = group.world.laptops[4], group.ann, group.space
    connect = group.world.connect()
    code = spaces.create_invite(ann.session, space, connect=connect)
    spaces.join_space(late.session, code, connect=connect)
    group.sync(ann)
    for request in spaces.join_requests(ann.session, space):
        spaces.approve(ann.session, request.id)
    group.sync(ann)
    group.write(group.ben, "Not on the hub yet")
    sealing.seal_outbox(group.ben.local(), space)
    carried = [item for item in items_of(group.ben, space) if item[0] == frames.SEGMENT]
    hand_over(late, space, carried)  # without the acts: whose they are stays open
    for end in range(200, 4000, 500):
        link = _CutLink(lambda: group.hub.service, group.world.rng)
        link.reply_end = end
        late.sync(link, space)
        group.hub.remember()
        oracle.check_sent([late], [group.hub], space)
    group.sync(late, group.ann)
    assert "Not on the hub yet" in group.titles(group.ann)


def test_a_link_that_always_breaks_still_brings_the_rest_forward(group: Group) -> None:
    """getodk/collect 7356: an upload restarted from zero after each failure."""
    for number in range(40):
        group.write(group.ben, f"Note {number}", 600)
        sealing.seal_outbox(group.ben.local(), group.space)
    sent = []
    for _ in range(12):
        link = _CutLink(lambda: group.hub.service, group.world.rng)
        link.request_end = 12_000  # every call that brings more breaks here
        metered = MeteredHub(link)
        try:
            round.exchange(group.ben.local(), metered, 1, [group.space])
        except HubUnreachable:
            sent.append(metered.traffic.sent)
    assert group.sync(group.ben)[0].status[group.space].up_to_date
    assert len(group.hub.feed(group.space)) >= 40
