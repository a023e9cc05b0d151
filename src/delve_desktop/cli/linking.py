"""The subcommand that shows what belongs together with a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import typer

from .records import RecordArgument, find, row_data
from .wiring import Call, command

if TYPE_CHECKING:
    from delve_desktop.services.views import BackLink, LinkView


def register(app: typer.Typer) -> None:
    """Add the subcommand of this module."""
    command(app, "links")(links)


def links(call: Call, record: RecordArgument) -> None:
    """Show what a record links to, and what links to it."""
    from delve_desktop.services.links import links_from, links_to

    with call.session() as session:
        found = find(session, record)
        there, back = links_from(session, found), links_to(session, found)
    data = {
        "from": [_link_data(link) for link in there],
        "to": [{"field": link.field, **row_data(link.row)} for link in back],
    }
    call.emit(data, _links_text(there, back))


def _link_data(link: LinkView) -> dict[str, Any]:
    kind, title = (link.row.kind, link.row.title) if link.row else ("", "")
    return {
        "field": link.field,
        "id": link.record.hex(),
        "state": link.state,
        "kind": kind,
        "title": title,
    }


def _links_text(there: Sequence[LinkView], back: Sequence[BackLink]) -> Iterable[str]:
    notes = {"here": "", "in_bin": "  (in the bin)", "missing": "(not here yet)"}
    for link in there:
        title = f"{link.row.kind}  {link.row.title}" if link.row else ""
        yield f"{link.field} -> {link.record.hex()[:12]}  {title}{notes[link.state]}".rstrip()
    for one in back:
        yield f"{one.field} <- {one.row.id.hex()[:12]}  {one.row.kind}  {one.row.title}"
