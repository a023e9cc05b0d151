"""`delve-server`: start the hub, give out tickets, see which spaces it holds."""

from __future__ import annotations

import ipaddress
import json
import os
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from delve_desktop.domain.errors import (
    Damaged,
    DelveError,
    DiskFull,
    HubUnreachable,
    InUse,
    Mistaken,
    NewerFormat,
    NotFound,
)

from .logs import log_event, start_logging
from .service import HubService
from .settings import DATABASE_NAME, HubSettings
from .store.hub_store import HubStore

# as in docs/cli.md, where the rest of the table belongs to `delve`
EXIT_CODES: Final[dict[type[DelveError], int]] = {
    Mistaken: 2,
    NotFound: 3,
    Damaged: 7,
    NewerFormat: 8,
    InUse: 9,
    DiskFull: 10,
    HubUnreachable: 11,
}
PRIVATE: Final = 0o077  # what others may not do with the files of the hub

app = typer.Typer(
    name="delve-server",
    help="The hub of Delve Desktop: stores and relays what it cannot read.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="Where the hub keeps its data.")]
DatabaseUrl = Annotated[
    str,
    typer.Option(
        "--database", metavar="URL", help="postgresql://... in place of SQLite.", envvar="DELVE_DATABASE"
    ),
]


@app.command()
def serve(
    data: Data,
    port: Annotated[int, typer.Option(help="0 takes any that is free.")] = 8571,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    open_: Annotated[
        bool, typer.Option("--open", help="Take new spaces without a ticket; on loopback only.")
    ] = False,
    database: DatabaseUrl = "",
) -> None:
    """Run the hub until it is stopped; prints its address when it is ready."""
    # imported only here: the other commands need no web framework
    from .app import create_app
    from .serving import address_of, listen, run

    if open_ and not _is_loopback(host):
        raise Mistaken("--open is for a demo on this machine: it needs a loopback address.")
    start_logging()
    settings = HubSettings(open=open_)
    store = _open_store(data, database)
    try:
        service = HubService(store, settings)
        listening = listen(host, port)
        address = address_of(listening)

        def say_ready() -> None:
            print(f"listening on {address}", flush=True)
            log_event("listening", address=address)

        run(create_app(service, settings), listening, say_ready)
        log_event("stopped")
    finally:
        store.close()


@app.command()
def ticket(data: Data, database: DatabaseUrl = "") -> None:
    """Give out a ticket, with which one new space can be put on this hub."""
    store = _open_store(data, database)
    try:
        print(HubService(store).new_ticket().text())
    finally:
        store.close()


@app.command()
def spaces(data: Data, database: DatabaseUrl = "") -> None:
    """List the spaces on this hub as JSON: id, how many items, how many bytes."""
    if not database and not (data / DATABASE_NAME).exists():
        raise NotFound(f"There is no hub in {data}.")
    store = _open_store(data, database)
    try:
        with store.read() as unit:
            rows = unit.spaces()
    finally:
        store.close()
    print(json.dumps([{"id": row.id.hex(), "items": row.position, "bytes": row.size} for row in rows]))


def _open_store(data: Path, database: str) -> HubStore:
    os.umask(PRIVATE)
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Mistaken(f"Cannot keep data in {data}: {error.strerror}.") from error
    return HubStore.open(database or f"sqlite:///{data.absolute() / DATABASE_NAME}")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def main() -> None:
    """Run the command line; an error is one sentence on standard error and a non-zero exit code."""
    try:
        app()
    except DelveError as error:
        print(error, file=sys.stderr)
        sys.exit(next((code for kind, code in EXIT_CODES.items() if isinstance(error, kind)), 1))


if __name__ == "__main__":
    main()
