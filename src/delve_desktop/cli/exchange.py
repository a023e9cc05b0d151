"""Subcommands that reach the hub: `sync` and `hub`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from delve_desktop.domain.errors import NotFound

from .wiring import Call, SpaceOption, command


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "sync")(sync)


def register_group(group: typer.Typer) -> None:
    """Add the subcommands of `hub`."""
    command(group, "set")(set_)
    command(group, "show")(show)


def sync(
    call: Call,
    budget: Annotated[
        int | None, typer.Option("--budget", min=1, metavar="BYTES", help="Move about so many bytes at most.")
    ] = None,
    space: SpaceOption = None,
) -> None:
    """Send what waits and receive what is new."""
    from delve_desktop.services.exchange import exchange

    from .opening import choose_space

    with call.session() as session:
        chosen = choose_space(session, space) if space else None
        result = exchange(session, space=chosen, budget=budget)
    call.emit(_result_data(result), [_result_text(result)])


def _result_data(result: Any) -> dict[str, Any]:
    names = (
        "sent_bytes",
        "received_bytes",
        "round_trips",
        "ops_in",
        "ops_out",
        "parked",
        "up_to_date",
        "files_sent",
        "files_received",
        "files_to_send",
        "files_to_come",
        "bytes_to_send",
        "bytes_to_come",
        "files_problem",
    )
    return {name: getattr(result, name) for name in names}


def _result_text(result: Any) -> str:
    end = "Everything is here and there." if result.up_to_date else "More waits."
    parked = f" {result.parked} items wait." if result.parked else ""
    if result.files_sent or result.files_received:
        parked += f" Attachments: {result.files_sent} sent, {result.files_received} received."
    if result.files_problem:
        parked += f" {result.files_problem}"
    return (
        f"{result.ops_out} changes sent ({result.sent_bytes} bytes), {result.ops_in} received"
        f" ({result.received_bytes} bytes).{parked} {end}"
    )


def set_(
    call: Call,
    url: Annotated[str, typer.Argument(metavar="URL", help="Address of the server.")],
    ticket: Annotated[
        str | None, typer.Option("--ticket", metavar="T", help="Ticket that opens a new space there.")
    ] = None,
    space: SpaceOption = None,
) -> None:
    """Use a server; its key is remembered from now on."""
    from delve_desktop.services.spaces import set_hub

    from .opening import choose_space

    with call.session() as session:
        chosen = choose_space(session, space) if space else None
        set_hub(session, url, ticket, chosen)
    call.emit({"url": url}, [f"The server is {url}."])


def show(call: Call, space: SpaceOption = None) -> None:
    """Show which server is used."""
    from .opening import choose_space

    with call.session() as session:
        with session.vault.read() as unit:
            hubs = unit.hubs()
            if space or unit.spaces():
                number = unit.space(choose_space(session, space)).hub
                hubs = [hub for hub in hubs if hub.id == number] or hubs[-1:]
        if not hubs:
            raise NotFound("No server is set yet: use `hub set URL`.")
        hub = hubs[-1]
    call.emit(
        {"url": hub.url, "key": hub.key.hex(), "ticket": bool(hub.ticket)},
        [f"{hub.url}", f"key {hub.key.hex()}"],
    )
