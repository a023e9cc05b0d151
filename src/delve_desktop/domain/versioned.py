"""Reading what begins with its version: a structure of a later version is told from a broken one."""

from __future__ import annotations

from typing import Protocol, TypeVar

import msgspec

from .errors import Malformed, UnknownVersion


class Versioned(Protocol):
    """A MessagePack array whose first element is its version."""

    @property
    def version(self) -> int:
        """From 1."""
        ...


_T = TypeVar("_T", bound=Versioned)


def read(decoder: msgspec.msgpack.Decoder[_T], data: bytes, version: int, limit: int, what: str) -> _T:
    """What these bytes hold, `limit` of them at most; `what` is what errors call it.

    Raises `Malformed`, or `UnknownVersion` for another version than this one, whatever follows it.
    """
    if len(data) > limit:
        raise Malformed(f"{what} of {len(data)} bytes is over the limit of {limit}.")
    # array header of 1 byte for up to 15 elements, then the version as a small integer
    if len(data) > 2 and data[0] & 0xF0 == 0x90 and data[1] != version and data[1] < 0x80:
        raise UnknownVersion(f"{what} has version {data[1]}; this program knows {version}.")
    try:
        found = decoder.decode(data)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise Malformed(f"{what} cannot be read: {error}") from error
    if found.version != version:
        raise UnknownVersion(f"{what} has version {found.version}; this program knows {version}.")
    return found
