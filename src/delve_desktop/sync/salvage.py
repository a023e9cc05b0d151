"""What can be kept of a reply that broke off: whole items in it are signed by their authors.

The hub's signature over the whole cannot be checked, so nothing else of it is believed: no challenge,
no digest, no mark of what the hub took. A cursor moved by a wrong order would not fit the hub's feed
hash at the next request, and be compared away.
"""

from __future__ import annotations

from typing import Final

import msgspec

from delve_desktop.domain.errors import Malformed
from delve_desktop.protocol import frames, limits
from delve_desktop.protocol.messages import Result
from delve_desktop.protocol.signing import SIGNATURE_SIZE

_result: Final = msgspec.msgpack.Decoder(Result)


def salvaged(received: bytes) -> tuple[Result, list[frames.Entry]] | None:
    """The result and the whole entries at the beginning of a reply; None when not even the result came."""
    reader = frames.FrameReader(frames.REPLY_LIMITS, limits.REPLY_MAX)
    try:
        read = reader.feed(received[SIGNATURE_SIZE:])
        if not read or read[0].type != frames.RESULT:
            return None
        return _result.decode(read[0].payload), [frames.read_entry(frame) for frame in read[1:]]
    except (Malformed, msgspec.DecodeError):
        return None
