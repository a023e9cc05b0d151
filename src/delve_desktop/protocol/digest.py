"""The space digest: one value for a set of segment and act ids, whatever the order they came in.

LtHash (Bellare and Micciancio, 1997; Lewi et al., 2019) with 1024 lanes of 16 bits: each id is expanded
by SHAKE128 to 2048 bytes and the lanes are added modulo 2^16. Equal values mean equal sets; the state
grows by one addition per item. Lanes are little-endian.
"""

from __future__ import annotations

import hashlib
from typing import Final

from delve_desktop.domain.errors import Damaged

STATE_SIZE: Final = 2048
_LANES: Final = 1024
# lanes at even and at odd places are added apart, so that a carry falls into a masked lane
_EVEN: Final = int.from_bytes(b"\xff\xff\x00\x00" * (_LANES // 2), "little")
_ODD: Final = _EVEN << 16


class SetDigest:
    """A digest that grows. The caller adds each id once: the same id twice is another set."""

    __slots__ = ("_state",)

    def __init__(self, state: bytes = b"") -> None:
        if state and len(state) != STATE_SIZE:
            raise Damaged(f"The state of a space digest has {len(state)} bytes; {STATE_SIZE} are right.")
        self._state = int.from_bytes(state, "little")

    def add(self, item: bytes) -> None:
        """Take in one segment or act id (32 bytes)."""
        expanded = hashlib.shake_128(b"delve/1/digest\0" + item).digest(STATE_SIZE)
        lanes = int.from_bytes(expanded, "little")
        even = ((self._state & _EVEN) + (lanes & _EVEN)) & _EVEN
        odd = ((self._state & _ODD) + (lanes & _ODD)) & _ODD
        self._state = even | odd

    def state(self) -> bytes:
        """The 2048 bytes to keep, from which `SetDigest(state)` goes on."""
        return self._state.to_bytes(STATE_SIZE, "little")

    def value(self) -> bytes:
        """What two peers compare: SHA-256 of the state, 32 bytes."""
        return hashlib.sha256(self.state()).digest()


EMPTY: Final = SetDigest().value()
