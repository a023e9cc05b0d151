"""Words whose change was lost: what this person wrote last in a record comes back as a draft.

A change that was not sent yet lies on one page of the op table. When that page is lost, the merged record
beside it may still hold what the change said. It has no signature and becomes no change by itself: the person
finds a draft, with all that stood in the record, and decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import DeviceId, SpaceId
from delve_desktop.domain.state import FieldState, RecordState, decode_state
from delve_desktop.store.carving import STATE_OF_RECORD, Row
from delve_desktop.store.rows import DraftRow
from delve_desktop.store.writing import WriteUnit


def lost_words(unit: WriteUnit, rows: Iterable[Row], device: DeviceId, space: SpaceId) -> Iterator[DraftRow]:
    """Drafts for the records of a space that this device changed last, by a change that is not here."""
    for state in _newest(rows, space).values():
        if state.updated_by != device or state.in_bin:
            continue
        if len(unit.known_ops(state.heads, waiting=True)) == len(set(state.heads)):
            continue
        content = {
            name: value for name, field in state.fields.items() if (value := _shown(field)) is not None
        }
        is_here = unit.has_record(state.record)
        heads = b"".join(unit.state(state.record).heads) if is_here else b""
        data = msgspec.msgpack.encode(content)
        record = state.record if is_here else None
        yield DraftRow(0, space, record, state.kind, heads, data, state.updated)


def _newest(rows: Iterable[Row], space: SpaceId) -> dict[bytes, RecordState]:
    """The deepest state of each record: pages that were given back hold older ones."""
    found: dict[bytes, RecordState] = {}
    for row in rows:
        data = row[STATE_OF_RECORD]
        if row[2] != space or not isinstance(data, bytes):
            continue
        try:
            state = decode_state(data)
        except DelveError:
            continue  # of an older or a newer program: what is proved has come over
        known = found.get(state.record)
        if known is None or (known.depth, known.updated) < (state.depth, state.updated):
            found[state.record] = state
    return found


def _shown(field: FieldState) -> Any:
    """What an editor holds of a field: the members of a set, or the version that was written last."""
    if field.members:
        return [member.value for member in field.members]
    return field.versions[-1].value if field.versions else None
