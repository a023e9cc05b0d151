"""Records to other formats, without those in the bin.

Each export reads one snapshot for as long as the caller takes what it gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from delve_desktop.domain import ops
from delve_desktop.domain.fields import CONTACT, merge_of
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.domain.reading import History, is_shown, merged_text, open_disputes, value_of
from delve_desktop.domain.state import FieldState, RecordState, distinct, is_text
from delve_desktop.interchange import jsonlines
from delve_desktop.interchange.items import Item
from delve_desktop.store.reading import ReadUnit

from .editing import history_of
from .file_links import written
from .item_writes import imported_origin, record_of_hex
from .session import Session


def export_lines(session: Session, space: SpaceId, kind: str | None = None) -> Iterator[bytes]:
    """Every record as a line of JSON that `import_items` takes back, by record id."""
    with session.vault.read() as unit:
        for item in _items(unit, space, kind):
            yield jsonlines.format_item(item)


def export_cards(session: Session, space: SpaceId, version: str = "4.0") -> Iterator[tuple[bytes, int]]:
    """Every contact as a card of this version, and how many of its values have no place in it."""
    from delve_desktop.interchange import vcard

    with session.vault.read() as unit:
        for item in _items(unit, space, CONTACT):
            yield vcard.write(item, version)


def export_files(session: Session, space: SpaceId, kind: str | None = None) -> Iterator[tuple[str, bytes]]:
    """Every record as a Markdown file: its name, which no other one has, and what it holds."""
    from delve_desktop.interchange import file_names, markdown

    names = file_names.Names()
    with session.vault.read() as unit:
        for item in _items(unit, space, kind):
            names.count(markdown.title_of(item))
        for item in _items(unit, space, kind):
            yield names.name(markdown.title_of(item), markdown.origin_of(item), ".md"), markdown.write(item)


def _items(unit: ReadUnit, space: SpaceId, kind: str | None) -> Iterator[Item]:
    for state in unit.states(space):
        if not state.in_bin and kind in (None, state.kind):
            yield _item(unit, state)


def _item(unit: ReadUnit, state: RecordState) -> Item:
    history = history_of(unit, state.record)
    disputed = open_disputes(state, history)
    fields: dict[str, Any] = {}
    for name, field in state.fields.items():
        value = _value(state.kind, name, field, history)
        if value is not None:
            fields[name] = value
    versions = {
        name: [
            value_of(name, one, history)
            for one in distinct(state.fields[name])
            if is_shown(state.fields[name], one)
        ]
        for name in disputed
    }
    item = Item(state.kind, fields, _origin(unit, state.record), state.record.hex(), versions)
    return written(item, lambda target: _name_of(unit, unit.space_of(state.record), target))


def _name_of(unit: ReadUnit, space: SpaceId, target: str) -> str:
    """What a file of this space calls the record with this id; empty when it is not in the space."""
    record = record_of_hex(target)
    if record is None or not unit.has_record(record) or unit.space_of(record) != space:
        return ""
    return _origin(unit, record) or target


def _value(kind: str, name: str, field: FieldState, history: History) -> Any:
    if field.members and (merge_of(kind, name, []) == "set" or not field.versions):
        return [member.value for member in field.members]
    if is_text(field):
        return merged_text(name, field, history).text
    return field.versions[0].value if field.versions else None


def _origin(unit: ReadUnit, record: RecordId) -> str:
    """The origin that an import gave the record; empty for one that was written here or copied."""
    for row in unit.ops_of(record):
        origin = imported_origin(ops.decode(row.body).origin)
        if origin:
            return origin
    return ""
