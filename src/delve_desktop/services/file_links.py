"""Links inside files: which record an item's link means, and how a link is written into a file.

Records have other ids in every space, so a link in a file names its target as the target's own line does:
`origin:` and then its origin, or its `id` where it has no origin. A bare id means that very record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from delve_desktop.domain.fields import field_of
from delve_desktop.domain.ids import RecordId
from delve_desktop.interchange.items import Item

BY_ORIGIN: Final = "origin:"
_LINKS: Final = ("link", "version-link")

NamedBy = Callable[[str], RecordId]
"""The record that an origin, or an id in place of one, stands for in the space of the import."""

NameOf = Callable[[str], str]
"""The origin of the record with this hexadecimal id, its id where it has none, empty where it is not here."""


def linked(item: Item, named_by: NamedBy) -> Item:
    """The item with every link `origin:...` replaced by the id of the record it means."""
    return _mapped(item, lambda value: _read(value, named_by))


def written(item: Item, name_of: NameOf) -> Item:
    """The item with its links as a file names them; a link to what is not here stays an id."""
    return _mapped(item, lambda value: _write(value, name_of))


def _mapped(item: Item, change: Callable[[Any], Any]) -> Item:
    names = [
        name
        for name in item.fields.keys() | item.versions.keys()
        if (entry := field_of(item.kind, name)) is not None and entry.type in _LINKS
    ]
    if not names:
        return item
    fields, versions = dict(item.fields), dict(item.versions)
    for name in names:
        if name in fields:
            value = fields[name]
            fields[name] = [change(one) for one in value] if isinstance(value, list) else change(value)
        if name in versions:
            versions[name] = [change(one) for one in versions[name]]
    return replace(item, fields=fields, versions=versions)


def _read(value: Any, named_by: NamedBy) -> Any:
    if isinstance(value, str) and value.startswith(BY_ORIGIN):
        return named_by(value.removeprefix(BY_ORIGIN)).hex()
    if not isinstance(value, dict):
        return value
    name = value.get("record")
    record = _read(name, named_by)
    if record == name:
        return value
    # the versions of a record that was begun anew elsewhere are others: only its own id keeps them
    kept = value.get("heads") if record == str(name).removeprefix(BY_ORIGIN) else None
    return {**value, "record": record, "heads": kept or []}


def _write(value: Any, name_of: NameOf) -> Any:
    if isinstance(value, str):
        name = name_of(value)
        return BY_ORIGIN + name if name else value
    if isinstance(value, dict) and isinstance(value.get("record"), str):
        return {**value, "record": _write(value["record"], name_of)}
    return value
