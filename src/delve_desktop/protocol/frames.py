"""Frames: what the content of a request and of a reply is made of.

A frame is `u32 length | u8 type | payload`, big-endian, the length that of the payload:

| type | name | in | payload |
|---|---|---|---|
| 1 | HELLO | request, first | MessagePack, `messages.Hello` |
| 2 | ITEM | both | `u8 space | u8 kind | bytes`: kind 1 a signed act, 2 a segment |
| 3 | RESULT | reply, first | MessagePack, `messages.Result` |
| 4 | OWN | reply | `u8 space | u32 first | u16 length`: items of this request, by their place in it |
| 5 | NAMES | reply | `u8 space | ids of 32 bytes`: items this device brought in an earlier request |

`space` counts the spaces of the request's HELLO, from 0. ITEM, OWN and NAMES of a reply are entries of
the feed, in its order; in a full comparison a reply has ITEM only, and order means nothing.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Final, NamedTuple

from delve_desktop.domain.errors import Malformed
from delve_desktop.domain.ids import LONG

from . import limits

HELLO: Final = 1
ITEM: Final = 2
RESULT: Final = 3
OWN: Final = 4
NAMES: Final = 5

ACT: Final = 1
SEGMENT: Final = 2

_HEAD: Final = struct.Struct(">IB")
_OWN: Final = struct.Struct(">BIH")
HEAD_SIZE: Final = _HEAD.size
ITEM_OVERHEAD: Final = HEAD_SIZE + 2
_ITEM_MAX: Final = 2 + max(limits.SEGMENT_MAX, limits.ACT_MAX)

REQUEST_LIMITS: Final = {HELLO: limits.HELLO_MAX, ITEM: _ITEM_MAX}
REPLY_LIMITS: Final = {
    RESULT: limits.RESULT_MAX,
    ITEM: _ITEM_MAX,
    OWN: _OWN.size,
    NAMES: 1 + LONG * limits.NAMES_MAX,
}


class Frame(NamedTuple):
    """One frame as it was read."""

    type: int
    payload: bytes


class Item(NamedTuple):
    """A segment or an act, for the space at this place in the request's HELLO."""

    space: int
    kind: int
    data: bytes


class Own(NamedTuple):
    """The next `length` entries are items of this very request, the first at place `first`."""

    space: int
    first: int
    length: int


class Names(NamedTuple):
    """The next entries are items that this device brought earlier; it is told their ids only."""

    space: int
    ids: tuple[bytes, ...]


Entry = Item | Own | Names


def pack(type_: int, payload: bytes) -> bytes:
    """The bytes of one frame."""
    return _HEAD.pack(len(payload), type_) + payload


def pack_item(item: Item) -> bytes:
    """An ITEM frame."""
    return _HEAD.pack(2 + len(item.data), ITEM) + bytes((item.space, item.kind)) + item.data


def pack_entry(entry: Entry) -> bytes:
    """The frame of one entry of a reply."""
    if isinstance(entry, Item):
        return pack_item(entry)
    if isinstance(entry, Own):
        return pack(OWN, _OWN.pack(*entry))
    return pack(NAMES, bytes((entry.space,)) + b"".join(entry.ids))


def read_item(payload: bytes) -> Item:
    """The item in an ITEM frame; raises `Malformed`."""
    if len(payload) < 3 or payload[1] not in (ACT, SEGMENT):
        raise Malformed("An ITEM frame holds no act and no segment.")
    return Item(payload[0], payload[1], payload[2:])


def read_entry(frame: Frame) -> Entry:
    """The entry in a frame of a reply; raises `Malformed`."""
    payload = frame.payload
    if frame.type == ITEM:
        return read_item(payload)
    if frame.type == OWN and len(payload) == _OWN.size:
        return Own(*_OWN.unpack(payload))
    if frame.type == NAMES and len(payload) > 1 and (len(payload) - 1) % LONG == 0:
        ids = tuple(payload[at : at + LONG] for at in range(1, len(payload), LONG))
        return Names(payload[0], ids)
    raise Malformed(f"A reply holds a frame of type {frame.type} and {len(payload)} bytes.")


class FrameReader:
    """Cuts a stream of bytes into frames; refuses a length or type before it keeps the payload."""

    def __init__(self, allowed: Mapping[int, int], total: int) -> None:
        """`allowed` maps frame types to the greatest payload; `total` bounds all bytes of the stream."""
        self._allowed = allowed
        self._left = total
        self._buffer = bytearray()

    def feed(self, piece: bytes) -> list[Frame]:
        """The frames that this piece completes; raises `Malformed`."""
        self._left -= len(piece)
        if self._left < 0:
            raise Malformed("A message is over its limit.")
        self._buffer += piece
        frames: list[Frame] = []
        at = 0
        while (end := self._end_of_frame(at)) <= len(self._buffer):
            type_ = self._buffer[at + HEAD_SIZE - 1]
            frames.append(Frame(type_, bytes(self._buffer[at + HEAD_SIZE : end])))
            at = end
        del self._buffer[:at]
        return frames

    def finish(self) -> None:
        """Say that the stream has ended; raises `Malformed` inside a frame."""
        if self._buffer:
            raise Malformed("A message ends inside a frame.")

    def _end_of_frame(self, at: int) -> int:
        """Where the frame that begins at `at` ends; beyond the buffer while its head is incomplete."""
        if len(self._buffer) < at + HEAD_SIZE:
            return len(self._buffer) + 1
        length, type_ = _HEAD.unpack_from(self._buffer, at)
        if type_ not in self._allowed:
            raise Malformed(f"A message holds a frame of type {type_}.")
        if length > self._allowed[type_]:
            raise Malformed(f"A frame of type {type_} has {length} bytes, over its limit.")
        return at + HEAD_SIZE + int(length)
