"""Subcommands on attachments: `attach`, `attachments`, `save-attachment`, `fetch`, `detach`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .wiring import Call, command

if TYPE_CHECKING:
    from delve_desktop.services.attachments.views import AttachmentView

RecordArgument = Annotated[str, typer.Argument(metavar="RECORD", help="Id of the record, or how it begins.")]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Id of the attachment, or how it begins.")]
OriginalOption = Annotated[bool, typer.Option("--original", help="The picture as it came, if it was kept.")]


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "attach")(attach)
    command(app, "attachments")(list_)
    command(app, "save-attachment")(save)
    command(app, "fetch")(fetch)
    command(app, "detach")(detach)


def attach(
    call: Call,
    record: RecordArgument,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="What to attach.")],
    caption: Annotated[str, typer.Option("--caption", metavar="TEXT", help="What stands beneath it.")] = "",
    keep_original: Annotated[
        bool, typer.Option("--keep-original", help="Keep a picture as it came beside the smaller copy.")
    ] = False,
    keep_location: Annotated[
        bool, typer.Option("--keep-location", help="Leave in a picture where it was taken.")
    ] = False,
    as_file: Annotated[
        bool, typer.Option("--as-file", help="Attach a picture as it is, without a smaller copy.")
    ] = False,
) -> None:
    """Attach files and pictures to a record."""
    from delve_desktop.services.attachments.adding import attach as attach_to
    from delve_desktop.services.attachments.adding import seal_file
    from delve_desktop.services.attachments.pictures import PictureChoice
    from delve_desktop.services.attachments.views import views

    from .progress import shown

    choice = PictureChoice(keep_original, keep_location)
    with call.session() as session:
        with session.vault.read() as unit:
            target = unit.find_record(record)
        values = []
        for file in files:
            with shown(file.name) as progress:
                values.append(
                    seal_file(
                        session, file, choice=choice, as_file=as_file, caption=caption, progress=progress
                    )
                )
        attach_to(session, target, values)
        made = views(session, values)
    call.emit([_data(one) for one in made], [_line(one) for one in made])


def list_(call: Call, record: RecordArgument) -> None:
    """List the attachments of a record."""
    from delve_desktop.services.attachments.views import attachments

    with call.session() as session:
        with session.vault.read() as unit:
            target = unit.find_record(record)
        found = attachments(session, target)
    call.emit([_data(one) for one in found], [_line(one) for one in found] or ["No attachments."])


def save(
    call: Call,
    record: RecordArgument,
    attachment: IdArgument,
    to: Annotated[Path, typer.Option("--to", metavar="PATH", help="A new file, or the folder for it.")],
    original: OriginalOption = False,
) -> None:
    """Save an attachment outside the vault."""
    from delve_desktop.services.attachments.reading import save_as
    from delve_desktop.services.attachments.views import find_view

    from .progress import shown

    with call.session() as session:
        with session.vault.read() as unit:
            target = unit.find_record(record)
        view = find_view(session, target, attachment)
        path = to / view.name if to.is_dir() else to
        with shown(view.name) as progress:
            size = save_as(
                session, view.values[0], path, role="original" if original else "file", progress=progress
            )
    call.emit({"file": str(path), "bytes": size}, [f"{path}, {size} bytes."])


def fetch(
    call: Call,
    record: RecordArgument,
    attachment: Annotated[
        str, typer.Argument(metavar="[ID]", help="Id of one, or how it begins; without it all of them.")
    ] = "",
    original: OriginalOption = False,
) -> None:
    """Ask for attachments that are elsewhere."""
    from delve_desktop.services.attachments.views import attachments, find_view
    from delve_desktop.services.attachments.wanting import fetch as ask_for

    with call.session() as session:
        with session.vault.read() as unit:
            target = unit.find_record(record)
        if attachment:
            found = [find_view(session, target, attachment)]
        else:
            found = [one for one in attachments(session, target) if one.original or not original]
        role = "original" if original else "file"
        asked = sum(ask_for(session, one.values[0], role) for one in found)
    call.emit({"wanted": asked}, [f"{asked} come with the next sync."])


def detach(call: Call, record: RecordArgument, attachment: IdArgument) -> None:
    """Take an attachment off a record."""
    from delve_desktop.services.attachments.adding import detach as take_off
    from delve_desktop.services.attachments.views import find_view

    with call.session() as session:
        with session.vault.read() as unit:
            target = unit.find_record(record)
        take_off(session, target, find_view(session, target, attachment))
    call.emit({"id": target.hex()}, [target.hex()])


def _data(view: AttachmentView) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": view.id,
        "name": view.name,
        "type": view.type,
        "size": view.size,
        "captions": list(view.captions),
        "where": view.where,
    }
    for name in ("width", "height", "seconds"):
        if number := getattr(view, name):
            data[name] = number
    if view.original:
        data["original"] = {"size": view.original_size, "where": view.original_where}
    return data


def _line(view: AttachmentView) -> str:
    beneath = " / ".join(view.captions)
    return f"{view.id[:12]}  {view.size:>10}  {view.where:<9}  {view.name}  {beneath}".rstrip()
