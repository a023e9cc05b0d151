"""Subcommands that write, show and find records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from delve_desktop.domain.errors import Mistaken

from .output import indented, moment, shown
from .wiring import Call, SpaceOption, command

if TYPE_CHECKING:
    from delve_desktop.domain.ids import RecordId
    from delve_desktop.domain.values import Type
    from delve_desktop.services.session import Session
    from delve_desktop.services.views import FieldView, RecordRow, RecordView, VersionView

RecordArgument = Annotated[
    str, typer.Argument(metavar="ID", help="Id of the record, or how it begins (4 digits or more).")
]
KindArgument = Annotated[str | None, typer.Argument(metavar="KIND", help="note, contact or another kind.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="Give a field this value; for a set, repeat it."),
]
AddOption = Annotated[
    list[str] | None, typer.Option("--add", metavar="FIELD=VALUE", help="Add a member to a set.")
]
RemoveOption = Annotated[
    list[str] | None, typer.Option("--remove", metavar="FIELD=VALUE", help="Take a member out of a set.")
]
FileOption = Annotated[
    list[str] | None, typer.Option("--file", metavar="FIELD=PATH", help="Take the value from a text file.")
]
LimitOption = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many.")]


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "add")(add)
    command(app, "edit")(edit)
    command(app, "show")(show)
    command(app, "list")(list_)
    command(app, "search")(search)
    command(app, "delete")(delete)


def add(
    call: Call,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="note, contact or another kind.")],
    set_: SetOption = None,
    add_: AddOption = None,
    file: FileOption = None,
    space: SpaceOption = None,
) -> None:
    """Write a new record; prints its id."""
    from delve_desktop.services.records import add_record

    from .edits import Wishes, edits_of
    from .opening import choose_space

    wishes = Wishes.read(set_, add_, None, file)
    with call.session() as session:
        edits = edits_of(kind, wishes, None)
        record, _ = add_record(session, choose_space(session, space), kind, edits, actor="cli")
    call.emit({"id": record.hex()}, [record.hex()])


def edit(
    call: Call,
    record: RecordArgument,
    set_: SetOption = None,
    add_: AddOption = None,
    remove: RemoveOption = None,
    file: FileOption = None,
) -> None:
    """Change fields of a record; all others stay as they are."""
    from delve_desktop.services.records import edit_record, open_record

    from .edits import Wishes, edits_of

    wishes = Wishes.read(set_, add_, remove, file)
    if not wishes:
        raise Mistaken("Say what to change: --set, --add, --remove or --file.")
    with call.session() as session:
        found = find(session, record)
        view = open_record(session, found)
        edit_record(session, found, edits_of(view.kind, wishes, view), actor="cli")
    call.emit({"id": found.hex()}, [found.hex()])


def show(call: Call, record: RecordArgument) -> None:
    """Show a record: every field with its standing versions."""
    from delve_desktop.services.records import open_record

    with call.session() as session:
        view = open_record(session, find(session, record))
    call.emit(record_data(view), _record_text(view))


def list_(
    call: Call,
    kind: KindArgument = None,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="FIELD=VALUE", help="Only records with this value; repeat for more."),
    ] = None,
    limit: LimitOption = None,
    in_bin: Annotated[bool, typer.Option("--bin", help="What lies in the bin instead.")] = False,
    space: SpaceOption = None,
) -> None:
    """List records, the newest change first."""
    from .edits import pairs
    from .opening import choose_space

    conditions = dict(pairs(where, "--where"))
    with call.session() as session:
        rows = _listed(session, choose_space(session, space), kind, conditions, in_bin, limit)
    call.emit([row_data(row) for row in rows], map(_row_text, rows))


def _listed(
    session: Session, space: Any, kind: str | None, where: dict[str, str], in_bin: bool, limit: int | None
) -> list[RecordRow]:
    from delve_desktop.services.records import list_records

    rows: list[RecordRow] = []
    after: int | None = None
    while limit is None or len(rows) < limit:
        size = 500 if limit is None else min(500, limit - len(rows))
        page = list_records(session, space, kind, where=where or None, in_bin=in_bin, after=after, limit=size)
        rows += page.rows
        after = page.after
        if after is None:
            break
    return rows


def search(
    call: Call,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Words, or how they begin.")],
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Only records of a kind.")
    ] = None,
    limit: LimitOption = 50,
    best: Annotated[bool, typer.Option("--best", help="Best match first, not the newest.")] = False,
    space: SpaceOption = None,
) -> None:
    """Find records by words; accents and case do not matter."""
    from delve_desktop.services.search import search, search_ranked
    from delve_desktop.services.views import MARK_END, MARK_START

    from .opening import choose_space

    find_hits = search_ranked if best else search
    plain = {ord(MARK_START): None, ord(MARK_END): None}
    with call.session() as session:
        chosen = choose_space(session, space) if space else None
        hits = find_hits(session, chosen, " ".join(text), kind=kind, limit=limit or 50)
    call.emit(
        [row_data(hit.row) | {"snippet": hit.snippet.translate(plain)} for hit in hits],
        (_row_text(hit.row) for hit in hits),
    )


def delete(call: Call, record: RecordArgument) -> None:
    """Put a record into the bin; `restore` takes it out again."""
    from delve_desktop.services.records import delete_record

    with call.session() as session:
        found = find(session, record)
        delete_record(session, found, actor="cli")
    call.emit({"id": found.hex()}, [f"{found.hex()} is in the bin."])


def find(session: Session, prefix: str) -> RecordId:
    """The record that a command line means."""
    with session.vault.read() as unit:
        return unit.find_record(prefix)


def record_data(view: RecordView) -> dict[str, Any]:
    """The JSON form of a record."""
    return {
        "id": view.id.hex(),
        "kind": view.kind,
        "title": view.title,
        "space": view.space.hex(),
        "in_bin": view.in_bin,
        "revived": view.revived,
        "unsent": view.unsent,
        "created": view.created,
        "created_by": view.created_by,
        "updated": view.updated,
        "updated_by": view.updated_by,
        "fields": {field.name: field_data(field) for field in view.fields if stands(field)},
    }


def field_data(field: FieldView) -> dict[str, Any]:
    """The JSON form of a field with what stands in it: several versions only when it is disputed.

    Versions of a text that joined by themselves are one, by whoever wrote the last; a set is one, by nobody.
    """
    versions = [version_data(version) for version in field.versions]
    if field.merge == "set" and not field.disputed:
        versions = [{"value": field.value, "by": "", "at": None, "via": "", "id": ""}]
    elif len(versions) > 1 and not field.disputed:
        # in display order, not by the clocks of their authors
        versions = [version_data(field.versions[-1]) | {"value": field.value}]
    return {"value": field.value, "disputed": field.disputed, "versions": versions}


def stands(field: FieldView) -> bool:
    """Whether there is anything in a field."""
    return field.disputed or field.value not in (None, "", [], ())


def version_data(version: Any) -> dict[str, Any]:
    """The JSON form of a standing version."""
    return {
        "value": version.value,
        "by": version.by,
        "at": version.at,
        "via": version.via,
        "id": version.id.hex(),
    }


def row_data(row: RecordRow) -> dict[str, Any]:
    """The JSON form of a line of a list."""
    return {
        "id": row.id.hex(),
        "kind": row.kind,
        "title": row.title,
        "snippet": row.snippet,
        "place": row.place,
        "updated": row.updated,
        "by": row.author,
        "disputes": row.disputes,
        "unsent": row.unsent,
        "in_bin": row.in_bin,
    }


def _row_text(row: RecordRow) -> str:
    disputed = "  [two versions]" if row.disputes else ""
    return f"{row.id.hex()[:12]}  {row.kind:8}  {moment(row.updated)}  {row.title}{disputed}"


def _record_text(view: RecordView) -> Iterable[str]:
    yield f"{view.kind} {view.id.hex()}"
    yield f"written {moment(view.created)} by {view.created_by}"
    yield f"changed {moment(view.updated)} by {view.updated_by}"
    if view.in_bin:
        yield "in the bin"
    if view.revived:
        yield "was deleted, and an edit brought it back"
    for field in filter(stands, view.fields):
        yield from _field_text(field)


def _field_text(field: FieldView) -> Iterable[str]:
    if not field.disputed:
        lines = shown(field.value, field.type).split("\n")
        yield f"{field.name}: {lines[0]}"
        yield from indented("\n".join(lines[1:])) if len(lines) > 1 else ()
        return
    yield f"{field.name}: {len(field.versions)} versions"
    yield from versions_text(field.versions, field.type)


def versions_text(versions: Iterable[VersionView], kind: Type | Literal[""]) -> Iterable[str]:
    """Standing versions, numbered as `resolve --keep` takes them."""
    for number, version in enumerate(versions, start=1):
        yield f"  {number}. {version.by}, {moment(version.at)}:"
        yield from indented(shown(version.value, kind), "     ")
