"""Zstandard, with the size of the output bounded before and while it grows."""

from __future__ import annotations

import sys
from typing import Final

from delve_desktop.domain.errors import Malformed

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL: Final = 13  # near the best ratio on segments of this size, at a quarter of level 19's time
_WINDOW_LOG_MAX: Final = 20  # a frame may not ask for more than 1 MiB of window


def compress(data: bytes, level: int = LEVEL) -> bytes:
    """One zstd frame that holds `data` and states its size."""
    return zstd.compress(data, level)


def decompress(frame: bytes, limit: int) -> bytes:
    """The content of exactly one zstd frame, at most `limit` bytes; raises `Malformed`."""
    try:
        declared = _declared_size(frame)
        if declared is None or declared > limit:
            raise Malformed(f"A compressed part does not state a size of at most {limit} bytes.")
        reader = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _WINDOW_LOG_MAX})
        data = reader.decompress(frame, max_length=declared + 1)
    except (zstd.ZstdError, EOFError) as error:
        raise Malformed("A compressed part cannot be read.") from error
    if len(data) != declared or not reader.eof or reader.unused_data:
        raise Malformed("A compressed part does not end where it says.")
    return data


def _declared_size(frame: bytes) -> int | None:
    """The size that the frame states; None if it states none."""
    return zstd.get_frame_info(frame).decompressed_size
