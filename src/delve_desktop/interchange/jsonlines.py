"""Records as lines of JSON: what `delve export` writes and `delve import` reads.

One line is one object. `kind` is the record's kind; `origin` (text, optional) says where the record
comes from, so that the same origin is the same record; `id` stands in for a missing origin;
`versions` (`{field: [value, ...]}`) lists the standing values of fields that are in dispute. Every
other key is a field: text, a number, true or false for a scalar, a list for a set, null for nothing.
A link to another record is its id; or `origin:` and the text that its own line has as `origin` or `id`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import msgspec

from delve_desktop.domain.errors import InvalidContent

from .items import MAX_FIELDS, MAX_KIND, MAX_ORIGIN, MAX_VERSIONS, Item, check_value

MAX_LINE: Final = 1024 * 1024  # bytes

_BOM: Final = b"\xef\xbb\xbf"
_NOT_FIELDS: Final = ("kind", "origin", "id", "versions")


def read(file: BinaryIO, name: str) -> Iterator[tuple[int, Item]]:
    """The items of a file with their line numbers, one line in memory at a time.

    `name` is what errors call the file. Empty lines are passed over. Raises `InvalidContent`.
    """
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            raise InvalidContent(f"{name} line {number}: it is longer than {MAX_LINE} bytes.")
        line = line.removeprefix(_BOM) if number == 1 else line
        if not line.strip():
            continue
        try:
            item = parse(line)
        except InvalidContent as error:
            raise InvalidContent(f"{name} line {number}: {error}") from error
        yield number, item


def parse(line: bytes) -> Item:
    """The item in one line; raises `InvalidContent`."""
    try:
        data = msgspec.json.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise InvalidContent("This is not one JSON object in UTF-8.") from error
    if not isinstance(data, dict):
        raise InvalidContent("This is not a JSON object.")
    kind = _short_text(data, "kind", MAX_KIND)
    if not kind:
        raise InvalidContent("The kind is missing.")
    fields = {key: value for key, value in data.items() if key not in _NOT_FIELDS and value is not None}
    if len(fields) > MAX_FIELDS:
        raise InvalidContent(f"It has more than {MAX_FIELDS} fields.")
    for value in fields.values():
        check_value(value)
    return Item(
        kind,
        fields,
        _short_text(data, "origin", MAX_ORIGIN),
        _short_text(data, "id", MAX_ORIGIN),
        _versions(data.get("versions")),
    )


def format_item(item: Item) -> bytes:
    """The line of an item, with its line end; `parse` gives the same item back."""
    data: dict[str, Any] = {"id": item.id} if item.id else {}
    data["kind"] = item.kind
    if item.origin:
        data["origin"] = item.origin
    data.update(item.fields)
    if item.versions:
        data["versions"] = item.versions
    return msgspec.json.encode(data) + b"\n"


def _short_text(data: dict[str, Any], key: str, limit: int) -> str:
    value = data.get(key)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value.encode("utf-8")) > limit:
        raise InvalidContent(f"The {key} must be text of at most {limit} bytes.")
    return value


def _versions(data: Any) -> dict[str, list[Any]]:
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise InvalidContent("The versions must be an object with a list for each field.")
    for values in data.values():
        if not isinstance(values, list) or not 0 < len(values) <= MAX_VERSIONS:
            raise InvalidContent(f"The versions of a field are a list of 1 to {MAX_VERSIONS} values.")
        for value in values:
            check_value(value)
    return data
