"""What an item of a file writes: its values as they are stored, its origin, and the changes they make up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import msgspec

from delve_desktop.domain import ops
from delve_desktop.domain.fields import field_of, merge_of
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.ops import ADD, PUT, REMOVE, TEXT, Write, encode_value
from delve_desktop.domain.valuetext import canonical
from delve_desktop.interchange.items import Item

ROOM: Final = ops.MAX_BODY - 4 * 1024  # bytes of the writes of one op; its parents and origin take the rest
_FRAME: Final = 200  # bytes of a write around its members
_ORIGIN: Final = "import"
_HEX: Final = re.compile("(?:[0-9a-f]{2})+")


def origin_of(item: Item) -> bytes:
    """The origin as it stands in a root op: `["import", text]`; hexadecimal digits as the bytes they mean,
    for there is one in every imported record and they do not compress.
    """
    origin = item.origin or item.id
    return origin_bytes(origin) if origin else b""


def origin_bytes(origin: str) -> bytes:
    """An origin, which is not empty, as it stands in a root op."""
    kept = bytes.fromhex(origin) if _HEX.fullmatch(origin) else origin
    return msgspec.msgpack.encode([_ORIGIN, kept])


def record_of_hex(text: str) -> RecordId | None:
    """The record whose id has these 64 hexadecimal digits; None for another text."""
    try:
        return RecordId(bytes.fromhex(text)) if len(text) == 64 else None
    except ValueError:
        return None


def imported_origin(origin: bytes) -> str:
    """The origin of an item in that of a root op; empty when no import wrote it."""
    try:
        name, *rest = msgspec.msgpack.decode(origin) if origin else ("",)
    except (msgspec.DecodeError, TypeError, ValueError):
        return ""
    if name == _ORIGIN and len(rest) == 1 and isinstance(rest[0], str | bytes):
        return rest[0] if isinstance(rest[0], str) else rest[0].hex()
    return ""


def members_of(kind: str, name: str, value: Any) -> Sequence[Any]:
    """The members of a set as a list, or the one value of another field."""
    if merge_of(kind, name, value) == "set":
        members = value if isinstance(value, list) else [value]
        return [stored(kind, name, member) for member in members]
    return [stored(kind, name, value)]


def stored(kind: str, name: str, value: Any) -> Any:
    """A value in its one stored form, texts with LF line ends."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
    entry = field_of(kind, name)
    return canonical(entry.type, plain) if entry else plain


def values_of(item: Item, name: str) -> list[Any]:
    """The values that a scalar or text is to have: one, unless the source lists versions."""
    return [stored(item.kind, name, value) for value in item.versions.get(name) or [item.fields[name]]]


def first_writes(item: Item) -> Iterator[Write]:
    """What a new record writes."""
    for name, value in item.fields.items():
        merge = merge_of(item.kind, name, value)
        if merge == "set":
            members = distinct_members(members_of(item.kind, name, value))
            if members:
                yield Write(name, ADD, members)
        else:
            yield Write(name, TEXT if merge == "text" else PUT, values_of(item, name)[0])


def distinct_members(values: Sequence[Any]) -> list[Any]:
    """Each member once, in the order of their bytes."""
    by_bytes = {encode_value(value): value for value in values}
    return [by_bytes[key] for key in sorted(by_bytes)]


def packed(writes: Sequence[Write]) -> list[list[Write]]:
    """The writes in as many changes as they need, in order: one op holds `ROOM` bytes and 256 writes.

    A write is split only where it adds or removes members.
    """
    if len(writes) <= ops.MAX_WRITES and len(encode_value(writes)) <= ROOM:
        return [list(writes)]
    packs: list[list[Write]] = [[]]
    size = 0
    for write in _split(writes):
        length = len(encode_value(write))
        if packs[-1] and (size + length > ROOM or len(packs[-1]) == ops.MAX_WRITES):
            packs.append([])
            size = 0
        packs[-1].append(write)
        size += length
    return packs


def _split(writes: Iterable[Write]) -> Iterator[Write]:
    """The writes, with sets of many bytes in several pieces."""
    for write in writes:
        if write.how not in (ADD, REMOVE) or len(encode_value(write)) <= ROOM:
            yield write
            continue
        piece: list[Any] = []
        size = 0
        for member in write.value:
            length = len(encode_value(member))
            if piece and size + length > ROOM - _FRAME:
                yield Write(write.field, write.how, piece)
                piece, size = [], 0
            piece.append(member)
            size += length
        yield Write(write.field, write.how, piece)
