"""From what a person changed to the writes of one op.

Whoever edits says which heads were on screen (`seen_heads`); the op names them as its parents, and
what arrived since is merged with it like any concurrent change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from delve_desktop.domain import ops
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import Mistaken
from delve_desktop.domain.fields import check, merge_of
from delve_desktop.domain.ids import OpId, RecordId
from delve_desktop.domain.merge import state_at, versions_of
from delve_desktop.domain.ops import Write, decode, encode_value
from delve_desktop.domain.planning import plan_members, plan_put, plan_text
from delve_desktop.domain.reading import History, merged_text
from delve_desktop.domain.state import EMPTY, RecordState
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import OpRow

from .minting import Planned
from .views import ChangeMembers, Edit, EditText, SetValue


def known_ops(unit: ReadUnit, record: RecordId) -> list[KnownOp]:
    """Every op of a record, decoded."""
    return decoded(unit.ops_of(record))


def decoded(rows: Iterable[OpRow]) -> list[KnownOp]:
    """These ops of the log, decoded."""
    return [KnownOp(row.id, row.device, decode(row.body)) for row in rows]


def history_of(unit: ReadUnit, record: RecordId) -> History:
    """Every version that the record's fields ever had, read only when asked for, and once."""
    return cache(lambda: versions_of(known_ops(unit, record)))


def state_seen(unit: ReadUnit, record: RecordId, heads: Sequence[OpId]) -> RecordState:
    """The record as somebody sees it who has these heads on screen; no heads stand for all of it."""
    state = unit.state(record)
    if not heads or set(heads) == set(state.heads):
        return state
    return state_at(record, known_ops(unit, record), heads)


def plan_add(kind: str, edits: Sequence[Edit], origin: bytes = b"") -> Planned:
    """The root op of a new record. Raises `InvalidContent`, or `Mistaken` for a field named twice."""
    writes: list[Write] = []
    for edit in edits:
        if isinstance(edit, ChangeMembers):
            for member in edit.add:
                check(kind, edit.field, member)
            members = list({encode_value(member): member for member in edit.add}.values())
            writes += [Write(edit.field, ops.ADD, members)] if members else []
            continue
        value = edit.text if isinstance(edit, EditText) else edit.value
        check(kind, edit.field, value)
        if value is None or value == "":
            continue
        long = isinstance(edit, EditText) or merge_of(kind, edit.field, value) == "text"
        writes.append(Write(edit.field, ops.TEXT if long else ops.PUT, value))
    _refuse_twice(writes)
    return Planned(writes, kind=kind, origin=origin)


def plan_edit(
    unit: ReadUnit, record: RecordId, edits: Sequence[Edit], seen_heads: Sequence[OpId] = ()
) -> Planned | None:
    """The op that makes these edits, or None when they change nothing."""
    state = state_seen(unit, record, seen_heads)
    writes: list[Write] = []
    for edit in edits:
        writes += _writes(unit, state, edit)
    _refuse_twice(writes)
    return Planned(writes, parents=state.heads) if writes else None


def _writes(unit: ReadUnit, state: RecordState, edit: Edit) -> Iterable[Write]:
    if isinstance(edit, ChangeMembers):
        for member in edit.add:
            check(state.kind, edit.field, member)
        return plan_members(state, edit.field, edit.add, edit.remove)
    if isinstance(edit, EditText):
        check(state.kind, edit.field, edit.text)
        field = state.fields.get(edit.field, EMPTY)
        seen = merged_text(edit.field, field, history_of(unit, state.record))
        write = plan_text(state, edit.field, seen, edit.text)
    else:
        check(state.kind, edit.field, edit.value)
        write = plan_put(state, edit.field, edit.value, edit.started_from)
    return [write] if write else []


def _refuse_twice(writes: Sequence[Write]) -> None:
    seen: set[tuple[str, str]] = set()
    for write in writes:
        how = write.how if write.how in (ops.ADD, ops.REMOVE) else ops.PUT
        if (write.field, how) in seen:
            raise Mistaken(f"The field {write.field} was given twice.")
        seen.add((write.field, how))


def edits_of_content(
    unit: ReadUnit,
    record: RecordId | None,
    kind: str,
    content: Mapping[str, Any],
    seen_heads: Sequence[OpId],
) -> list[Edit]:
    """The edits that lead from the record, as it was on screen, to what is in the editor.

    `content` holds whole values by field: a scalar, a list of members, or a long text as one string.
    A field that was empty and still is does not count as changed.
    """
    state = state_seen(unit, record, seen_heads) if record is not None else None
    edits: list[Edit] = []
    for name, value in content.items():
        field = state.fields.get(name, EMPTY) if state else EMPTY
        merge = merge_of(kind, name, value)
        if merge == "set":
            edits += _member_edits(name, value or (), [member.value for member in field.members])
        elif merge == "text":
            edits.append(EditText(name, value or ""))
        elif value not in (None, "") or field.versions:
            edits.append(SetValue(name, None if value == "" else value))
    return edits


def _member_edits(name: str, wanted: Iterable[Any], standing: Sequence[Any]) -> list[Edit]:
    new = {encode_value(value): value for value in wanted}
    old = {encode_value(value): value for value in standing}
    add = tuple(value for key, value in new.items() if key not in old)
    remove = tuple(value for key, value in old.items() if key not in new)
    return [ChangeMembers(name, add, remove)] if add or remove else []
