"""Use cases on records: list, open, add, edit, delete, put back, history, restore, settle.

Every mutation returns what it changed; it has committed, durably, when it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Literal

from delve_desktop.domain import ops
from delve_desktop.domain.dag import Dag
from delve_desktop.domain.errors import Mistaken, NotFound
from delve_desktop.domain.fields import PRACTICE, check
from delve_desktop.domain.ids import OpId, RecordId, SpaceId, VersionId
from delve_desktop.domain.merge import state_at, versions_of
from delve_desktop.domain.planning import plan_restore, plan_settle
from delve_desktop.domain.reading import merged_text, value_of
from delve_desktop.domain.state import HOW_HELD, RecordState, is_text
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import RecordLine

from .changes import ChangeSummary
from .editing import decoded, history_of, known_ops, plan_add, plan_edit, state_seen
from .ledger import ledger_standing
from .links import links_back, links_standing
from .minting import Planned, announce, mint
from .questions import thread_standing
from .rows_shown import Names, row_of
from .session import Session
from .showing import FieldShower
from .states import check_states, may_write
from .translations import languages_standing, source_standing
from .views import (
    Counts,
    Dispute,
    Edit,
    HistoryEntry,
    Page,
    RecordRow,
    RecordView,
)

UNSET: Final = object()
SCAN: Final = 200  # lines read at a time where more are looked through than shown


def list_records(
    session: Session,
    space: SpaceId,
    kind: str | None = None,
    *,
    where: Mapping[str, str] | None = None,
    in_bin: bool = False,
    disputed: bool = False,
    after: int | None = None,
    limit: int = 50,
) -> Page:
    """A page of a list, newest first; `after` is the `after` of the page before.

    `where` keeps records one of whose standing values or members equals the given text.
    """
    with session.vault.read() as unit:
        found: list[RecordLine] = []
        before = after
        size = SCAN if where else limit + 1
        while True:
            lines = unit.lines(space, kind=kind, in_bin=in_bin, disputed=disputed, before=before, limit=size)
            found += _matching(unit, lines, where) if where else lines
            if len(lines) < size or len(found) > limit:
                break
            before = lines[-1].position
        names = Names(unit)
        rows = tuple(row_of(line, names) for line in found[:limit])
    return Page(rows, rows[-1].position if len(found) > limit and rows else None)


def _matching(unit: ReadUnit, lines: Sequence[RecordLine], where: Mapping[str, str]) -> list[RecordLine]:
    states = unit.states_at([line.row for line in lines])
    return [line for line in lines if _fits(states[line.row], where)]


def _fits(state: RecordState, where: Mapping[str, str]) -> bool:
    for name, wanted in where.items():
        field = state.fields.get(name)
        if field is None:
            return False
        values = [version.value for version in field.versions]
        values += [member.value for member in field.members]
        # a number that has ways is meant by itself
        values += [value["value"] for value in values if isinstance(value, dict) and "value" in value]
        if wanted not in map(str, values):
            return False
    return True


def counts(session: Session, space: SpaceId) -> Counts:
    """Numbers for the left pane."""
    with session.vault.read() as unit:
        return Counts(*unit.counts(space))


def record_row(session: Session, record: RecordId) -> RecordRow:
    """One record as a list row; raises `NotFound`."""
    with session.vault.read() as unit:
        return row_of(unit.line(record), Names(unit))


def open_record(session: Session, record: RecordId) -> RecordView:
    """A record with every standing version; raises `NotFound`."""
    with session.vault.read() as unit:
        state = unit.state(record)
        view = _view(session, unit, record, state)
        names = Names(unit)
        back = unit.links_to(record)
        return replace(
            view,
            links=tuple(links_standing(unit, names, view.space, state)),
            linked_from=tuple(links_back(names, back)),
            ledger=ledger_standing(unit, names, record, back) if state.kind == PRACTICE else None,
            remarks=thread_standing(unit, names, session, back),
            source=source_standing(unit, names, state),
            languages=languages_standing(unit, state, back),
        )


def version_fields(session: Session, record: RecordId, op: OpId) -> RecordView:
    """The record as it stood right after one op of its history, by what that op had seen."""
    with session.vault.read() as unit:
        return _view(session, unit, record, _state_after(unit, record, op))


def record_seen(session: Session, record: RecordId, heads: Sequence[OpId]) -> RecordView:
    """The record as somebody sees it who has these heads on screen, such as those a draft began with."""
    with session.vault.read() as unit:
        return _view(session, unit, record, state_seen(unit, record, heads))


def _view(session: Session, unit: ReadUnit, record: RecordId, state: RecordState) -> RecordView:
    line = unit.line(record)
    names = Names(unit)
    shower = _shower(session, unit, state, line.space, names)
    return RecordView(
        id=record,
        space=line.space,
        kind=state.kind,
        title=line.title,
        fields=shower.fields(),
        heads=state.heads,
        created=state.created,
        created_by=names.of(line.space, state.created_by),
        updated=state.updated,
        updated_by=names.of(line.space, state.updated_by),
        unsent=line.unsent,
        in_bin=state.in_bin,
        revived=state.revived,
    )


def _shower(
    session: Session, unit: ReadUnit, state: RecordState, space: SpaceId, names: Names
) -> FieldShower:
    """Reads the ops of the record once: for the ways they came, and for the versions before."""
    rows = unit.ops_of(state.record)
    via = {row.id: row.via for row in rows}
    return FieldShower(state, space, names, session.device, via, lambda: versions_of(decoded(rows)))


def add_record(
    session: Session,
    space: SpaceId,
    kind: str,
    edits: Sequence[Edit],
    *,
    origin: bytes = b"",
    actor: str = "",
) -> tuple[RecordId, ChangeSummary]:
    """Make a record. Raises `InvalidContent` for a value that does not fit, and as `states.check_states`."""
    if not 0 < len(kind) <= 64:
        raise Mistaken("The kind of a record has 1 to 64 characters.")
    planned = plan_add(kind, edits, origin)
    with session.vault.write() as unit:
        unit.space(space)
        check_states(session, unit, space, planned.writes, kind=kind)
        records, result = mint(session, unit, space, [planned])
    return records[0], announce(session, space, result, actor)


def edit_record(
    session: Session,
    record: RecordId,
    edits: Sequence[Edit],
    *,
    seen_heads: Sequence[OpId] = (),
    actor: str = "",
) -> ChangeSummary:
    """Change a record in one op; an edit that changes nothing writes none."""
    return _change(session, record, actor, lambda unit: plan_edit(unit, record, edits, seen_heads))


def delete_record(session: Session, record: RecordId, *, actor: str = "") -> ChangeSummary:
    """Put a record into the bin; an edit that this has not seen brings it back."""

    def plan(unit: ReadUnit) -> Planned | None:
        state = unit.state(record)
        return None if state.in_bin else Planned((), state.heads, action=ops.DELETE)

    return _change(session, record, actor, plan)


def put_back(session: Session, record: RecordId, *, actor: str = "") -> ChangeSummary:
    """Take a record out of the bin."""

    def plan(unit: ReadUnit) -> Planned | None:
        state = unit.state(record)
        return Planned((), state.heads) if state.in_bin else None

    return _change(session, record, actor, plan)


def restore(
    session: Session,
    record: RecordId,
    op: OpId,
    *,
    seen_heads: Sequence[OpId] = (),
    actor: str = "",
) -> ChangeSummary:
    """Make the record's fields what they were right after an op: a new op, nothing is undone.

    What has come in since the person saw `seen_heads` stays, beside what is restored. So does the state of a
    practice that is not the person's to give.
    """

    def plan(unit: ReadUnit) -> Planned | None:
        current = state_seen(unit, record, seen_heads)
        old = _state_after(unit, record, op)
        space = unit.space_of(record)
        writes = [
            write
            for write in plan_restore(current, old, history_of(unit, record))
            if may_write(session, unit, space, write, record=record)
        ]
        return Planned(writes, current.heads) if writes or current.in_bin else None

    return _change(session, record, actor, plan)


def settle(
    session: Session,
    record: RecordId,
    field: str,
    *,
    keep: VersionId | None = None,
    value: Any = UNSET,
    seen_heads: Sequence[OpId] = (),
    actor: str = "",
) -> ChangeSummary:
    """Decide between versions: keep one, or write another value.

    Of a long text, keeping a version keeps it in every disputed passage; what joined stays. What has
    come in since the person saw `seen_heads` is not decided by this, and stays too. Raises
    `Mistaken` when both or none is given, `NotFound` when the version does not stand.
    """
    if (keep is None) == (value is UNSET):
        raise Mistaken("Keep one version or write another; one of the two.")

    def plan(unit: ReadUnit) -> Planned | None:
        state = state_seen(unit, record, seen_heads)
        if keep is None:
            check(state.kind, field, value)
        write = plan_settle(state, field, value if keep is None else _kept(unit, state, field, keep))
        return Planned([write], state.heads) if write else None

    return _change(session, record, actor, plan)


def _kept(unit: ReadUnit, state: RecordState, field: str, keep: VersionId) -> Any:
    standing = state.fields.get(field)
    version = next((one for one in standing.versions if one.id == keep), None) if standing else None
    if standing is None or version is None:
        raise NotFound("That version does not stand in this field any more.")
    if version.how == HOW_HELD:
        return value_of(field, version, history_of(unit, state.record))
    if is_text(standing):
        return merged_text(field, standing, history_of(unit, state.record)).text_for(keep)
    return version.value


def _change(
    session: Session,
    record: RecordId,
    actor: str,
    plan: Callable[[ReadUnit], Planned | None],
) -> ChangeSummary:
    """Plan against the record as it stands and mint in one transaction; tell of it once committed.

    Raises as `states.check_states`.
    """
    with session.vault.write() as unit:
        space = unit.space_of(record)
        planned = plan(unit)
        if planned is None:
            return ChangeSummary("local", space, actor=actor)
        check_states(session, unit, space, planned.writes, record=record)
        _, result = mint(session, unit, space, [planned])
    return announce(session, space, result, actor)


def history(session: Session, record: RecordId) -> list[HistoryEntry]:
    """Every op of a record, newest first in display order (by depth, not by clock)."""
    with session.vault.read() as unit:
        line = unit.line(record)
        names = Names(unit)
        rows = unit.ops_of(record)
        via = {row.id: row.via for row in rows}
        return [
            HistoryEntry(
                op=known.id,
                by=names.of(line.space, known.device),
                device=known.device,
                at=known.op.time,
                via=via[known.id],
                action=_action(known.op),
                fields=tuple(dict.fromkeys(write.field for write in known.op.writes)),
                parents=tuple(OpId(parent) for parent in known.op.parents),
            )
            for known in reversed(Dag(decoded(rows)).order)
        ]


def _action(op: ops.Op) -> Literal["create", "edit", "delete", "unknown"]:
    if op.action == ops.DELETE:
        return "delete"
    if op.action != ops.EDIT:
        return "unknown"
    return "edit" if op.parents else "create"


def _state_after(unit: ReadUnit, record: RecordId, op: OpId) -> RecordState:
    known = known_ops(unit, record)
    if all(one.id != op for one in known):
        raise NotFound("That version is not in the history of this record.")
    return state_at(record, known, [op])


def disputes(session: Session, space: SpaceId) -> list[Dispute]:
    """Every field of a space in which somebody has to decide, newest record first."""
    found: list[Dispute] = []
    with session.vault.read() as unit:
        names = Names(unit)
        for line in _disputed(unit, space):
            views = _shower(session, unit, unit.state(line.id), space, names).fields()
            found += [
                Dispute(line.id, line.kind, line.title, view.name, view.versions, view.type)
                for view in views
                if view.disputed
            ]
    return found


def _disputed(unit: ReadUnit, space: SpaceId) -> Iterator[RecordLine]:
    before: int | None = None
    while lines := unit.lines(space, kind=None, in_bin=False, disputed=True, before=before, limit=SCAN):
        yield from lines
        before = lines[-1].position
