"""Request head, HELLO, RESULT, replies, refusals, join requests."""

from __future__ import annotations

import contextlib
import hashlib
import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain.errors import Damaged, Malformed, UnknownVersion
from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol import frames, limits, messages
from delve_desktop.protocol.summary import Compared, Run, Summary, Want

OFFICER = Identity.create(random.Random(1).randbytes)
SERVER = Identity.create(random.Random(2).randbytes)
SPACE = SpaceId(b"s" * 16)
SUMMARY = Summary((b"a" * 32,), (Run(b"w" * 16, 1, 3, (b"3" * 32, b"2" * 32, b"1" * 32)),), True)
HELLO = messages.Hello(
    5_000_000,
    (
        messages.SpaceHello(SPACE),
        messages.SpaceHello(SPACE, 7, b"h" * 32, b"t" * 16, (b"l" * 16,), SUMMARY),
    ),
)
RESULT = messages.Result(
    b"c" * 32,
    (
        messages.SpaceResult(messages.Status.OK, 7, b"h" * 32, b"d" * 32, more=True, forks=(b"w" * 16,)),
        messages.SpaceResult(
            messages.Status.COMPARE,
            compared=Compared((0,), (Want(0, 1, 3),), SUMMARY.runs),
            requests=(messages.Waiting(b"l" * 16, b"sealed"),),
        ),
    ),
    (messages.Problem(3, messages.Refusal.NOT_MEMBER),),
)
ENTRIES: list[frames.Entry] = [
    frames.Own(0, 0, 2),
    frames.Item(0, frames.ACT, b"act"),
    frames.Names(1, (b"n" * 32,)),
]
CONTENT = messages.pack_request(HELLO, [frames.Item(0, frames.SEGMENT, b"segment")])
HEAD = messages.sign_head(OFFICER.device, OFFICER.sign, SERVER.device, b"c" * 32, CONTENT)
REPLY = messages.pack_reply(SERVER.sign, HEAD.pack(), RESULT, ENTRIES)


def read_request(content: bytes) -> tuple[messages.Hello, list[frames.Item]]:
    reader = frames.FrameReader(frames.REQUEST_LIMITS, limits.REQUEST_MAX)
    first, *rest = reader.feed(content) or [frames.Frame(0, b"")]
    reader.finish()
    return messages.read_hello(first), [frames.read_item(frame.payload) for frame in rest]


def test_a_request_comes_back():
    assert read_request(CONTENT) == (HELLO, [frames.Item(0, frames.SEGMENT, b"segment")])
    again = messages.RequestHead.unpack(HEAD.pack())
    assert again == HEAD
    again.verify(SERVER.device)
    assert len(HEAD.pack()) == messages.HEAD_SIZE == 161


def test_inv11_any_flipped_bit_of_a_head_is_refused():
    packed = HEAD.pack()
    for at in range(len(packed)):
        flipped = bytearray(packed)
        flipped[at] ^= 1
        with pytest.raises((Damaged, UnknownVersion)):
            messages.RequestHead.unpack(bytes(flipped)).verify(SERVER.device)


def test_a_head_serves_one_server_only():
    with pytest.raises(Damaged):
        HEAD.verify(OFFICER.device)


def test_inv23_a_protocol_version_below_or_above_is_refused():
    for version in (0, 2, 255):
        with pytest.raises(UnknownVersion):
            messages.RequestHead.unpack(bytes((version,)) + HEAD.pack()[1:])


def test_a_reply_comes_back():
    reply = messages.open_reply(REPLY, SERVER.device, HEAD.pack())
    assert reply.result == RESULT
    assert reply.entries == ENTRIES


def test_a_reply_answers_one_request_of_one_server_only():
    other = messages.sign_head(OFFICER.device, OFFICER.sign, SERVER.device, b"e" * 32, CONTENT)
    for key, head in ((OFFICER.device, HEAD), (SERVER.device, other)):
        with pytest.raises(Damaged):
            messages.open_reply(REPLY, key, head.pack())


@given(st.integers(0, len(REPLY) - 1), st.integers(0, 7))
def test_any_flipped_bit_of_a_reply_is_refused(at, bit):
    flipped = bytearray(REPLY)
    flipped[at] ^= 1 << bit
    with pytest.raises(Damaged):
        messages.open_reply(bytes(flipped), SERVER.device, HEAD.pack())


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_altered_requests_give_a_request_or_malformed(at, change):
    altered = bytearray(CONTENT)
    altered[at] ^= change
    with contextlib.suppress(Malformed):
        hello, _ = read_request(bytes(altered))
        for space in hello.spaces:
            if space.summary is not None:
                space.summary.check()


@given(st.binary(max_size=600))
def test_random_bytes_give_messages_or_malformed(data):
    for read in (
        lambda: messages.read_hello(frames.Frame(frames.HELLO, data)),
        lambda: messages.read_info(data),
        lambda: messages.read_refusal(data),
        lambda: messages.RequestHead.unpack(data),
        lambda: messages.open_reply(
            SERVER.sign("reply", HEAD.pack(), hashlib.sha256(data).digest()) + data,
            SERVER.device,
            HEAD.pack(),
        ),
    ):
        with contextlib.suppress(Malformed, UnknownVersion):
            read()


def test_a_list_that_claims_more_than_it_has_allocates_nothing():
    for bomb in (b"\x92\x01\xdd\xff\xff\xff\xff", b"\xdd\xff\xff\xff\xff", b"\xdf\xff\xff\xff\xff" * 20):
        with pytest.raises(Malformed):
            messages.read_hello(frames.Frame(frames.HELLO, bomb))


def test_nothing_to_say_takes_few_bytes():
    plain = messages.pack_request(messages.Hello(5_000_000, (messages.SpaceHello(SPACE, 9999),)), [])
    assert len(plain) <= 80
    done = messages.Result(b"c" * 32, (messages.SpaceResult(messages.Status.OK, 9, b"h" * 32, b"d" * 32),))
    reply = messages.pack_reply(SERVER.sign, HEAD.pack(), done, [])
    assert len(reply) <= 190


def test_elements_of_a_later_version_are_ignored_and_missing_ones_have_their_default():
    longer = msgspec.msgpack.encode([7, [[SPACE, 1, b"h" * 32, b"", None, None, "new"]], "new"])
    shorter = msgspec.msgpack.encode([7, [[SPACE, 1, b"h" * 32]]])
    for data in (longer, shorter):
        hello = messages.read_hello(frames.Frame(frames.HELLO, data))
        assert hello == messages.Hello(7, (messages.SpaceHello(SPACE, 1, b"h" * 32),))


def test_a_join_request_is_bound_to_its_invite():
    lookup = b"l" * 16
    request = messages.sign_join_request(OFFICER.sign, SPACE, lookup, b"sealed")
    assert messages.open_join_request(OFFICER.device, SPACE, lookup, request) == b"sealed"
    for key, space, where in (
        (SERVER.device, SPACE, lookup),
        (OFFICER.device, SpaceId(b"o" * 16), lookup),
        (OFFICER.device, SPACE, b"o" * 16),
    ):
        with pytest.raises(Damaged):
            messages.open_join_request(key, space, where, request)
    with pytest.raises(Malformed):
        messages.sign_join_request(OFFICER.sign, SPACE, lookup, bytes(limits.JOIN_REQUEST_MAX))
    with pytest.raises(Malformed):
        messages.open_join_request(OFFICER.device, SPACE, lookup, b"x" * 64)


def test_what_a_hub_says_of_itself_comes_back():
    info = messages.HubInfo(SERVER.device, (1,), open=True)
    assert messages.read_info(messages.pack_info(info)) == info
    body = messages.RefusalBody(messages.Refusal.STALE_CHALLENGE, "Newer, please.", b"c" * 32)
    assert messages.read_refusal(messages.pack_refusal(body)) == body
