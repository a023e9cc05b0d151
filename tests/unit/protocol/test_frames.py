"""Frames: cutting a stream anywhere changes nothing, and limits hold before anything is kept."""

from __future__ import annotations

import contextlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import Malformed
from delve_desktop.protocol import frames, limits

long_ids = st.binary(min_size=32, max_size=32)
entries = st.one_of(
    st.builds(
        frames.Item,
        st.integers(0, 63),
        st.sampled_from([frames.ACT, frames.SEGMENT]),
        st.binary(min_size=1, max_size=200),
    ),
    st.builds(frames.Own, st.integers(0, 63), st.integers(0, 2**32 - 1), st.integers(0, 65535)),
    st.builds(frames.Names, st.integers(0, 63), st.lists(long_ids, min_size=1, max_size=5).map(tuple)),
)


@given(st.lists(entries, max_size=10), st.lists(st.integers(0, 3000), max_size=10))
def test_a_stream_cut_anywhere_gives_the_same_entries(wanted, cuts):
    stream = b"".join(frames.pack_entry(entry) for entry in wanted)
    places = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    reader = frames.FrameReader(frames.REPLY_LIMITS, limits.REPLY_MAX)
    read: list[frames.Entry] = []
    for start, end in pairwise(places):
        read.extend(frames.read_entry(frame) for frame in reader.feed(stream[start:end]))
    reader.finish()
    assert read == wanted


@given(st.binary(max_size=500))
def test_random_bytes_give_frames_or_malformed(stream):
    reader = frames.FrameReader(frames.REPLY_LIMITS, limits.REPLY_MAX)
    with contextlib.suppress(Malformed):
        for frame in reader.feed(stream):
            frames.read_entry(frame)
        reader.finish()


def test_a_length_over_the_limit_is_refused_by_its_head_alone():
    for type_, limit in frames.REQUEST_LIMITS.items():
        reader = frames.FrameReader(frames.REQUEST_LIMITS, limits.REQUEST_MAX)
        with pytest.raises(Malformed):
            reader.feed((limit + 1).to_bytes(4, "big") + bytes((type_,)))


def test_a_type_that_does_not_belong_is_refused():
    reader = frames.FrameReader(frames.REQUEST_LIMITS, limits.REQUEST_MAX)
    with pytest.raises(Malformed):
        reader.feed(frames.pack(frames.RESULT, b""))


def test_a_stream_over_its_total_is_refused():
    reader = frames.FrameReader(frames.REQUEST_LIMITS, 100)
    reader.feed(frames.pack(frames.HELLO, bytes(95)))
    with pytest.raises(Malformed):
        reader.feed(b"x")


def test_the_end_inside_a_frame_is_noticed():
    reader = frames.FrameReader(frames.REQUEST_LIMITS, 100)
    assert reader.feed(frames.pack(frames.HELLO, b"abc")[:-1]) == []
    with pytest.raises(Malformed):
        reader.finish()
