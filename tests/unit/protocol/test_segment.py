"""Segments: their bytes, what a flipped bit does, and the packing of ops."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import Damaged, Malformed, UnknownVersion
from delve_desktop.domain.ids import SegmentId, SpaceId
from delve_desktop.protocol import limits, segment

from .builders import Chain

SPACE = SpaceId(bytes(range(16)))
DATA = Chain(1, SPACE).next()
bodies = st.lists(st.binary(min_size=1, max_size=300), max_size=40)


def test_inv09_a_segment_keeps_its_header_and_its_id():
    parts = segment.verify(DATA)
    assert parts.header.pack() == parts.header_bytes == DATA[: segment.HEADER_SIZE]
    assert segment.Header.unpack(DATA) == parts.header
    assert parts.id == segment.segment_id(DATA)
    assert segment.join(parts.header, parts.ciphertext, parts.signature) == DATA
    assert len(parts.header.prefix()) == segment.HEADER_SIZE - 32


@given(at=st.integers(0, len(DATA) - 1), bit=st.integers(0, 7))
def test_inv11_any_flipped_bit_is_refused(at, bit):
    flipped = bytearray(DATA)
    flipped[at] ^= 1 << bit
    with pytest.raises((Damaged, Malformed, UnknownVersion)):
        segment.verify(bytes(flipped))


def test_inv11_every_byte_of_the_header_is_signed():
    for at in range(segment.HEADER_SIZE):
        flipped = bytearray(DATA)
        flipped[at] ^= 1
        with pytest.raises((Damaged, Malformed, UnknownVersion)):
            segment.verify(bytes(flipped))


@given(st.integers(0, len(DATA) - 1))
def test_a_truncated_segment_is_refused(size):
    with pytest.raises(Malformed):
        segment.split(DATA[:size])


def test_inv12_an_unknown_version_or_suite_is_told_from_damage():
    for at in (2, 3):
        newer = bytearray(DATA)
        newer[at] = 2
        with pytest.raises(UnknownVersion):
            segment.split(bytes(newer))


def test_a_segment_over_the_limit_is_refused_before_anything_else():
    with pytest.raises(Malformed):
        segment.split(bytes(limits.SEGMENT_MAX + 1))
    with pytest.raises(Malformed):
        Chain(2, SPACE).next(limits.SEGMENT_MAX)
    biggest = Chain(2, SPACE).next(segment.PLAINTEXT_MAX)
    assert limits.SEGMENT_MAX - limits.SEGMENT_PADDING < len(biggest) <= limits.SEGMENT_MAX


def test_only_the_first_of_a_chain_names_no_previous():
    chain = Chain(3, SPACE)
    chain.number = 1
    with pytest.raises(Malformed):
        segment.split(chain.next())
    chain.number, chain.last = 0, SegmentId(b"x" * 32)
    with pytest.raises(Malformed):
        segment.split(chain.next())


@given(bodies)
def test_ops_come_back_in_order(ops):
    plaintext = segment.pack_ops(ops)
    assert len(plaintext) % limits.SEGMENT_PADDING == 0
    assert segment.unpack_ops(plaintext) == ops


@given(bodies, st.data())
def test_altered_content_gives_ops_or_malformed(ops, data):
    plaintext = bytearray(segment.pack_ops(ops))
    at = data.draw(st.integers(0, len(plaintext) - 1))
    plaintext[at] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(Malformed):
        segment.unpack_ops(bytes(plaintext))


@given(st.binary(max_size=2000))
def test_random_content_gives_ops_or_malformed(content):
    for read in (segment.unpack_ops, segment.split):
        with contextlib.suppress(Malformed, UnknownVersion):
            read(content)


def test_more_ops_than_fit_are_refused():
    with pytest.raises(Malformed):
        segment.pack_ops([b"x"] * (limits.OPS_PER_SEGMENT_MAX + 1))
    with pytest.raises(Malformed):
        segment.pack_ops([bytes(limits.OPS_PLAINTEXT_MAX)])
