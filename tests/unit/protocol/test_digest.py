"""The space digest and the feed hash."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import Damaged
from delve_desktop.protocol import digest, feed

ids = st.binary(min_size=32, max_size=32)


@given(st.lists(ids, unique=True, max_size=20), st.randoms())
def test_inv04_the_digest_knows_no_order(items, shuffler):
    one, other = digest.SetDigest(), digest.SetDigest()
    for item in items:
        one.add(item)
    shuffler.shuffle(items)
    for item in items:
        other.add(item)
        other = digest.SetDigest(other.state())
    assert one.value() == other.value()
    assert one.state() == other.state()


@given(st.sets(ids, max_size=8), st.sets(ids, max_size=8))
def test_equal_digests_mean_equal_sets(some, others):
    values = []
    for items in (some, others):
        kept = digest.SetDigest()
        for item in items:
            kept.add(item)
        values.append(kept.value())
    assert (values[0] == values[1]) == (some == others)


def test_lanes_are_added_modulo_two_to_the_sixteen():
    import hashlib

    items = [bytes([n]) * 32 for n in range(50)]
    lanes = [0] * 1024
    kept = digest.SetDigest()
    for item in items:
        kept.add(item)
        expanded = struct.unpack("<1024H", hashlib.shake_128(b"delve/1/digest\0" + item).digest(2048))
        lanes = [(a + b) % 65536 for a, b in zip(lanes, expanded, strict=True)]
    assert kept.state() == struct.pack("<1024H", *lanes)


def test_a_state_of_another_size_is_damaged():
    with pytest.raises(Damaged):
        digest.SetDigest(b"x" * 2047)


def test_the_feed_hash_depends_on_order():
    a, b = b"a" * 32, b"b" * 32
    one = feed.feed_hash(feed.feed_hash(feed.START, a), b)
    other = feed.feed_hash(feed.feed_hash(feed.START, b), a)
    assert one != other
    assert len(one) == 32
