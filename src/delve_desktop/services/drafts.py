"""Drafts: what is being typed, durable at once, not yet part of a record.

A draft remembers the heads the person had before them when they began. Committing it mints one op
on those heads, so whatever arrived meanwhile is merged with it by the ordinary rules: their words stay
and others' join or show as two versions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from delve_desktop.domain.errors import Damaged, InvalidContent
from delve_desktop.domain.ids import OpId, RecordId, SpaceId
from delve_desktop.store.rows import DraftRow

from . import minting
from .changes import ChangeSummary
from .editing import edits_of_content, plan_add, plan_edit
from .session import Session
from .states import check_states
from .views import DraftView

MAX_DRAFT: Final = 256 * 1024  # bytes


def save_draft(
    session: Session,
    space: SpaceId,
    record: RecordId | None,
    kind: str,
    content: dict[str, Any],
    draft_id: int | None = None,
    seen_heads: Sequence[OpId] = (),
) -> int:
    """Write down what is in the editor; durable when this returns. Returns the draft's number.

    A draft that is written again without `seen_heads` keeps those it began with: whoever goes on with
    it after a restart has not thereby seen what came in meanwhile.

    Raises `InvalidContent` when it is too big or holds half a surrogate pair, `NotFound` when the draft
    was committed or discarded.
    """
    try:
        data = msgspec.msgpack.encode(content)
    except (ValueError, OverflowError) as error:
        raise InvalidContent("This text holds a character that is not valid.") from error
    if len(data) > MAX_DRAFT:
        raise InvalidContent("This text is too long for one record; put the rest into another.")
    heads = b"".join(seen_heads)
    with session.vault.write(reserve=True) as unit:
        if draft_id and not heads:
            heads = unit.draft(draft_id).heads
        return unit.save_draft(DraftRow(draft_id or 0, space, record, kind, heads, data, session.now()))


def list_drafts(session: Session, space: SpaceId) -> list[DraftView]:
    """All drafts of a space, the one begun last first."""
    with session.vault.read() as unit:
        return [_view(row) for row in unit.drafts(space)]


def open_draft(session: Session, record: RecordId) -> DraftView | None:
    """What was being typed into a record when it was left, if anything."""
    with session.vault.read() as unit:
        row = unit.draft_of(record)
    return _view(row) if row else None


def commit_draft(
    session: Session, draft_id: int, *, actor: str = ""
) -> tuple[RecordId, ChangeSummary] | None:
    """Make one op of a draft and remove it, in one transaction.

    None when it says nothing new; the draft is then gone and nothing was written. Raises
    `InvalidContent` for a value that does not fit, `NotFound` when record or space are not here, and as
    `states.check_states`; the draft stays.
    """
    with session.vault.write() as unit:
        row = unit.draft(draft_id)
        unit.space(row.space)
        content = _content(row)
        heads = _heads(row)
        edits = edits_of_content(unit, row.record, row.kind, content, heads)
        planned = (
            plan_add(row.kind, edits) if row.record is None else plan_edit(unit, row.record, edits, heads)
        )
        unit.drop_draft(draft_id)
        if planned is None or not planned.writes:
            return None
        check_states(session, unit, row.space, planned.writes, kind=row.kind, record=row.record)
        records, result = minting.mint(session, unit, row.space, [planned])
    summary = minting.announce(session, row.space, result, actor)
    return row.record or records[0], summary


def discard_draft(session: Session, draft_id: int) -> None:
    """Throw a draft away because the person said so."""
    with session.vault.write(reserve=True) as unit:
        unit.drop_draft(draft_id)


def _content(row: DraftRow) -> dict[str, Any]:
    try:
        return msgspec.msgpack.decode(row.content, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise Damaged("A draft cannot be read.") from error


def _view(row: DraftRow) -> DraftView:
    return DraftView(row.id, row.space, row.record, row.kind, _content(row), row.updated, _heads(row))


def _heads(row: DraftRow) -> tuple[OpId, ...]:
    return tuple(OpId(row.heads[start : start + 32]) for start in range(0, len(row.heads), 32))
