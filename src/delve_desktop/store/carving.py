"""Rows out of the leaves of a database's tables, without the pages that lead to them.

A row tells by the number and the types of its values which table it belongs to. Pages that were given back
hold rows of older days: what is carved is therefore taken for a row only where its content proves itself, by
a signature, a hash or a commitment, or where there is nothing better. Format:
https://www.sqlite.org/fileformat2.html (b-tree leaf, varint, record, overflow).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from .pages import USABLE, Pages

Value = bytes | str | int | float | None
Row = tuple[Value, ...]

_LEAF: Final = 0x0D
_FILE_HEAD: Final = 100  # bytes before the b-tree of page 1
_MAX_LOCAL: Final = USABLE - 35
_MIN_LOCAL: Final = (USABLE - 12) * 32 // 255 - 23
_MAX_PAYLOAD: Final = 4 * 1024 * 1024  # bytes of one row; no table here holds more
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type to bytes

# n: null, for the row's number; i: integer or null; t: text; a number: a blob of so many bytes; b: any blob
SHAPES: Final[Mapping[str, tuple[str, ...]]] = {
    "device": ("n", "32"),
    "me": ("n", "64", "t", "t", "16", "16", "i"),
    "epoch_key": ("32", "16", "32"),
    "act": ("n", "32", "16", "32", "t", "b", "t", "t"),
    "segment": ("n", "32", "16", "32", "16", "i", "32", "32", "t", "t", "t", "b"),
    "record": ("n", "32", "16", "t", "i", "t", "t", "t", "i", "i", "i", "i", "b", "t"),
    "op": ("n", "32", "i", "i", "i", "b"),
    "problem": ("b", "16", "t", "t", "i", "i", "b"),
    "draft": ("n", "16", "b", "t", "b", "b", "i"),
    "space": ("16", "t", "t", "i", "b", "b"),
    "hub": ("n", "t", "32", "32", "t"),
}
STATE_OF_RECORD: Final = 12  # the column of a record that holds its merged state
# columns at the end of a table that rows of an older format lack until they are written anew
LATER: Final = {"record": 1}


def carved(
    pages: Pages, wanted: frozenset[str], progress: Callable[[int, int], None] | None = None
) -> Iterator[tuple[str, Row]]:
    """Table and row, of the wanted tables, out of every intact leaf; the row's number stands for its key."""
    for number, page in pages.intact(progress):
        head = _FILE_HEAD if number == 1 else 0
        if page[head] != _LEAF:
            continue
        for at in _cells(page, head):
            row = _row_at(pages, page, at)
            table = _table_of(row) if row is not None else None
            if row is not None and table in wanted:
                yield table, row


def _cells(page: bytes, head: int) -> Iterator[int]:
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    for number in range(min(count, USABLE // 4)):
        at = head + 8 + 2 * number
        yield int.from_bytes(page[at : at + 2], "big")


def _row_at(pages: Pages, page: bytes, at: int) -> Row | None:
    """The row of the cell at this place; None for what is none, or has lost a part."""
    try:
        size, at = _varint(page, at)
        key, at = _varint(page, at)
        if size > _MAX_PAYLOAD:
            return None
        payload = _payload(pages, page, at, size)
        return None if payload is None else _record(payload, key)
    except (IndexError, struct.error, UnicodeDecodeError):
        return None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for count in range(9):
        byte = data[at]
        at += 1
        if count == 8:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            break
    return value, at


def _payload(pages: Pages, page: bytes, at: int, size: int) -> bytes | None:
    if size <= _MAX_LOCAL:
        return page[at : at + size]
    local = _MIN_LOCAL + (size - _MIN_LOCAL) % (USABLE - 4)
    local = local if local <= _MAX_LOCAL else _MIN_LOCAL
    content = bytearray(page[at : at + local])
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    while len(content) < size:
        overflow = pages.read(following) if 0 < following <= pages.count else None
        if overflow is None:
            return None
        following = int.from_bytes(overflow[:4], "big")
        content += overflow[4:]
    return bytes(content[:size])


def _record(payload: bytes, key: int) -> Row | None:
    head, at = _varint(payload, 0)
    types = []
    while at < head:
        kind, at = _varint(payload, at)
        types.append(kind)
    values: list[Value] = []
    for kind in types:
        value, at = _value(payload, at, kind)
        if at > len(payload):
            return None
        values.append(value)
    if at != len(payload) or not values:
        return None
    # the row's number is kept once, outside of the record
    return tuple([key, *values[1:]] if values[0] is None else values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None, 0, 1)[(0, 8, 9).index(kind)], at
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        return int.from_bytes(payload[at : at + size], "big", signed=True), at + size
    size = (kind - 12) // 2
    content = payload[at : at + size]
    return (content if kind % 2 == 0 else content.decode("utf-8")), at + size


def _table_of(row: Row) -> str | None:
    return next((table for table, shape in SHAPES.items() if _fits(row, shape, LATER.get(table, 0))), None)


def _fits(row: Row, shape: tuple[str, ...], later: int) -> bool:
    return len(shape) - later <= len(row) <= len(shape) and all(map(_is, row, shape))


def _is(value: Value, kind: str) -> bool:
    if kind in "ni":
        return isinstance(value, int) or (kind == "i" and value is None)
    if kind == "t":
        return isinstance(value, str)
    return isinstance(value, bytes) and (kind == "b" or len(value) == int(kind))
