"""Subcommands over history and disputes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from delve_desktop.domain.errors import Mistaken, NotFound

from .output import moment
from .records import RecordArgument, find, version_data, versions_text
from .wiring import Call, SpaceOption, command

if TYPE_CHECKING:
    from delve_desktop.domain.ids import OpId
    from delve_desktop.services.views import Dispute, HistoryEntry


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "history")(history)
    command(app, "restore")(restore)
    command(app, "conflicts")(conflicts)
    command(app, "resolve")(resolve)


def history(call: Call, record: RecordArgument) -> None:
    """Show who changed what, the newest change first."""
    from delve_desktop.services.records import history

    with call.session() as session:
        entries = history(session, find(session, record))
    call.emit(list(_history_data(entries)), _history_text(entries))


def _history_data(entries: Sequence[HistoryEntry]) -> Iterable[dict[str, Any]]:
    for number, entry in _numbered(entries):
        yield {
            "version": number,
            "id": entry.op.hex(),
            "by": entry.by,
            "at": entry.at,
            "via": entry.via,
            "action": entry.action,
            "fields": list(entry.fields),
        }


def _history_text(entries: Sequence[HistoryEntry]) -> Iterable[str]:
    for number, entry in _numbered(entries):
        fields = ", ".join(entry.fields)
        op = entry.op.hex()[:12]
        yield f"{number:3}  {op}  {moment(entry.at)}  {entry.by}  {entry.action}  {fields}".rstrip()


def _numbered(entries: Sequence[HistoryEntry]) -> Iterable[tuple[int, HistoryEntry]]:
    """Counted from the oldest, so that a number goes on meaning the same as a record grows."""
    return zip(range(len(entries), 0, -1), entries, strict=True)


def restore(
    call: Call,
    record: RecordArgument,
    version: Annotated[
        str,
        typer.Argument(metavar="VERSION", help="Number or id that `history` shows, or how the id begins."),
    ],
) -> None:
    """Bring a record back to how it stood, by a new change."""
    from delve_desktop.services.records import history, restore

    with call.session() as session:
        found = find(session, record)
        restore(session, found, version_of(history(session, found), version), actor="cli")
    call.emit({"id": found.hex()}, [f"{found.hex()} stands as in version {version}."])


def version_of(entries: Sequence[HistoryEntry], wanted: str) -> OpId:
    """The op meant by a number or the beginning of an id; raises `NotFound` or `Mistaken`."""
    if wanted.isdecimal() and 0 < int(wanted) <= len(entries):
        return entries[-int(wanted)].op
    text = wanted.lower()
    matching = [entry.op for entry in entries if len(text) >= 4 and entry.op.hex().startswith(text)]
    if not matching:
        raise NotFound(f"The record has no version {wanted}.")
    if len(matching) > 1:
        raise Mistaken(f"Several versions begin with {wanted}; give more of the id.")
    return matching[0]


def conflicts(call: Call, space: SpaceOption = None) -> None:
    """List the fields that hold two versions or more."""
    from delve_desktop.services.records import disputes

    from .opening import choose_space

    with call.session() as session:
        found = disputes(session, choose_space(session, space))
    call.emit([_dispute_data(one) for one in found], _disputes_text(found))


def _dispute_data(dispute: Dispute) -> dict[str, Any]:
    return {
        "id": dispute.record.hex(),
        "kind": dispute.kind,
        "title": dispute.title,
        "field": dispute.field,
        "versions": [version_data(version) for version in dispute.versions],
    }


def _disputes_text(disputes: Sequence[Dispute]) -> Iterable[str]:
    for dispute in disputes:
        yield f"{dispute.record.hex()[:12]}  {dispute.field}  {dispute.title}"
        yield from versions_text(dispute.versions, dispute.type)


def resolve(
    call: Call,
    record: RecordArgument,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="Name of the field.")],
    keep: Annotated[
        int | None, typer.Option("--keep", min=1, metavar="N", help="Keep the version of this number.")
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="VALUE", help="Settle on another value.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="PATH", help="Settle on the text in a file.")
    ] = None,
) -> None:
    """Settle a field that holds several versions."""
    from delve_desktop.services.records import open_record, settle

    from .edits import plain_lines, read_text, typed_value

    if sum(given is not None for given in (keep, value, file)) != 1:
        raise Mistaken("Say how to settle it: --keep N, --value VALUE or --file PATH.")
    with call.session() as session:
        found = find(session, record)
        if keep is None:
            text = read_text(file) if file is not None else plain_lines(value or "")
            meant = typed_value(open_record(session, found).kind, field, text)
            settle(session, found, field, value=meant, actor="cli")
        else:
            settle(session, found, field, keep=_kept(session, found, field, keep), actor="cli")
    call.emit({"id": found.hex(), "field": field}, [f"{field} of {found.hex()} is settled."])


def _kept(session: Any, record: Any, field: str, number: int) -> Any:
    from delve_desktop.services.records import open_record

    view = next((one for one in open_record(session, record).fields if one.name == field), None)
    if view is None or not view.disputed:
        raise NotFound(f"{field} does not hold several versions.")
    if number > len(view.versions):
        raise NotFound(f"{field} holds {len(view.versions)} versions; there is no number {number}.")
    return view.versions[number - 1].id
