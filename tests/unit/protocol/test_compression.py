"""Decompression is bounded by what the frame states and by what the caller allows."""

from __future__ import annotations

import sys
import tracemalloc

import pytest

from delve_desktop.domain.errors import Malformed
from delve_desktop.protocol import compression

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def test_a_bomb_is_refused_before_it_grows():
    bomb = compression.compress(bytes(200 * 1024 * 1024))
    tracemalloc.start()
    with pytest.raises(Malformed):
        compression.decompress(bomb, 1024 * 1024)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2 * 1024 * 1024


def test_a_frame_that_lies_about_its_size_is_refused():
    frame = bytearray(compression.compress(b"a" * 100))
    assert frame[5] == 100  # magic, descriptor, then the content size in one byte
    for lie in (99, 101):
        frame[5] = lie
        with pytest.raises(Malformed):
            compression.decompress(bytes(frame), 1000)


def test_a_frame_without_a_size_is_refused():
    options: dict[int, int] = {zstd.CompressionParameter.content_size_flag: 0}
    with pytest.raises(Malformed):
        compression.decompress(zstd.compress(b"a" * 100, options=options), 1000)


def test_a_frame_with_a_huge_window_is_refused():
    writer = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 27})
    writer.set_pledged_input_size(100)
    frame = writer.compress(b"a" * 100) + writer.flush()
    shown = bytearray(frame)
    assert compression.decompress(bytes(shown), 1000) == b"a" * 100
    # the same frame with a window descriptor of 2 GiB in place of a single segment
    wide = frame[:4] + bytes((frame[4] & ~0x20, 21 << 3)) + frame[5:]
    with pytest.raises(Malformed):
        compression.decompress(wide, 1000)


def test_trailing_bytes_are_refused():
    frame = compression.compress(b"abc")
    for longer in (frame + b"x", frame + frame, frame[:-1]):
        with pytest.raises(Malformed):
            compression.decompress(longer, 1000)
