"""`delve-server`: start the hub, give out tickets, look after what it keeps."""

from __future__ import annotations

import ipaddress
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from delve_desktop.domain.errors import (
    Damaged,
    DelveError,
    DiskFull,
    HubUnreachable,
    InUse,
    InvalidContent,
    Mistaken,
    NewerFormat,
    NotFound,
    WriteProtected,
)

from .logs import log_event, start_logging
from .service import HubService
from .settings import CHUNKS_NAME, DATABASE_NAME, HubSettings
from .store.chunk_files import ChunkFiles
from .store.hub_store import HubStore

if TYPE_CHECKING:
    from .checkup import Checkup

# as in docs/cli.md, where the rest of the table belongs to `delve`
EXIT_CODES: Final[dict[type[DelveError], int]] = {
    Mistaken: 2,
    NotFound: 3,
    InvalidContent: 4,
    Damaged: 7,
    NewerFormat: 8,
    InUse: 9,
    DiskFull: 10,
    HubUnreachable: 11,
    WriteProtected: 13,
}
# what typer raises for a command line that it cannot read
_USAGE: Final = cast(
    "type[Exception]", next(one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException")
)
PRIVATE: Final = 0o077  # what others may not do with the files of the hub

app = typer.Typer(
    name="delve-server",
    help="The hub of Delve Desktop: stores and relays what it cannot read.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
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
    port: Annotated[
        int, typer.Option(min=0, max=65_535, metavar="N", help="0 takes any that is free.")
    ] = 8571,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    open_: Annotated[
        bool, typer.Option("--open", help="Take new spaces without a ticket; on loopback only.")
    ] = False,
    database: DatabaseUrl = "",
) -> None:
    """Run the hub until it is stopped. Prints its address when it is ready."""
    # imported only here: the other commands need no web framework
    from .app import create_app
    from .serving import address_of, listen, run

    if open_ and not _is_loopback(host):
        raise Mistaken("--open is for a demo on this machine: it needs a loopback address.")
    start_logging()
    settings = HubSettings(open=open_)
    store = _open_store(data, database)
    try:
        service = HubService(store, settings, files=ChunkFiles(data / CHUNKS_NAME))
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
    """Give out a ticket for one new space on this hub."""
    store = _open_store(data, database)
    try:
        print(HubService(store).new_ticket().text())
    finally:
        store.close()


@app.command()
def spaces(data: Data, database: DatabaseUrl = "") -> None:
    """List the spaces as JSON: id, how many items, how many bytes."""
    with _existing_store(data, database) as store, store.read() as unit:
        rows = unit.spaces()
    print(json.dumps([{"id": row.id.hex(), "items": row.position, "bytes": row.size} for row in rows]))


@app.command()
def stats(data: Data, database: DatabaseUrl = "") -> None:
    """Tell how much the hub keeps, as JSON, but not who or what."""
    with _existing_store(data, database) as store:
        with store.read() as unit:
            totals = unit.totals()
            chunks, chunk_bytes = unit.chunk_totals()
        facts = {**totals._asdict(), "chunks": chunks, "chunk_bytes": chunk_bytes, **store.facts()}
    print(json.dumps(facts))


@app.command()
def verify(data: Data, database: DatabaseUrl = "") -> None:
    """Check everything the hub keeps, also while it runs. Ends with code 7 when something is wrong."""
    from .checkup import check_up

    with _existing_store(data, database) as store:
        findings = [f"The database says: {one}." for one in store.check_pages()]
        found = check_up(store, ChunkFiles(data / CHUNKS_NAME))
    _print_checkup(found, [*findings, *found.findings])


@app.command()
def backup(
    data: Data,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file; it also holds the hub's key.")],
    database: DatabaseUrl = "",
) -> None:
    """Copy everything to a new file, also while the hub runs. Checks the copy."""
    from .backup import back_up

    with _existing_store(data, database) as store:
        found = back_up(store, file, _progress("copied"), ChunkFiles(data / CHUNKS_NAME))
    _print_checkup(found, found.findings)


@app.command()
def restore(
    data: Data,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `backup` wrote.")],
    database: DatabaseUrl = "",
) -> None:
    """Begin a hub from a copy, in an empty folder or database."""
    from .backup import restore as begin_from

    _make_folder(data)
    found = begin_from(file, data, database, os.urandom, _progress("copied"))
    _print_checkup(found, found.findings)


def _print_checkup(found: Checkup, findings: list[str]) -> None:
    counts = {
        "spaces": found.spaces,
        "items": found.items,
        "bytes": found.bytes,
        "chunks": found.chunks,
        "chunk_bytes": found.chunk_bytes,
        "lost_chunks": found.lost,
    }
    print(json.dumps({"ok": not findings, "findings": findings, **counts}))
    if findings:
        raise Damaged(f"{findings[0]} Restore a copy, or let the laptops fill a new hub.")


def _progress(verb: str) -> Callable[[int, int], None]:
    """Tells a person at a terminal how far it is, at most once for every hundredth."""
    last = -1

    def say(done: int, whole: int) -> None:
        nonlocal last
        share = 100 * done // max(whole, 1)
        if share != last and sys.stderr.isatty():
            end = "\n" if done >= whole else ""
            print(f"\r{verb} {done} of {whole} ({share} %)", end=end, file=sys.stderr, flush=True)
        last = share

    return say


@contextmanager
def _existing_store(data: Path, database: str) -> Iterator[HubStore]:
    """The store of a hub that is there; raises `NotFound`."""
    if not database and not (data / DATABASE_NAME).exists():
        raise NotFound(f"There is no hub in {data}.")
    store = _open_store(data, database)
    try:
        yield store
    finally:
        store.close()


def _make_folder(data: Path) -> None:
    os.umask(PRIVATE)
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Mistaken(f"Cannot keep data in {data}: {error.strerror}.") from error


def _open_store(data: Path, database: str) -> HubStore:
    _make_folder(data)
    return HubStore.open(database or f"sqlite:///{data.absolute() / DATABASE_NAME}")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _mistake(error: BaseException) -> str:
    """What is wrong with a command line, in one sentence; the whole help where there is no command."""
    message = str(getattr(error, "format_message", error.__str__)())
    return message if "Commands:" in message else f"{' '.join(message.split()).rstrip('.')}. See --help."


def main() -> None:
    """Run the command line; an error is one sentence on standard error and a non-zero exit code."""
    try:
        sys.exit(app(standalone_mode=False))
    except DelveError as error:
        print(error, file=sys.stderr)
        sys.exit(next((code for kind, code in EXIT_CODES.items() if isinstance(error, kind)), 1))
    except _USAGE as error:
        print(_mistake(error), file=sys.stderr)
        sys.exit(EXIT_CODES[Mistaken])
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
