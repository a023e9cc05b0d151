"""Import and export of records as JSON lines."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, BinaryIO, Final

import typer

from delve_desktop.domain.errors import InvalidContent

from .records import KindArgument
from .wiring import Call, SpaceOption, command

MAX_PIPED: Final = 64 * 1024 * 1024  # bytes read from standard input, which is held in memory


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "import")(import_)
    command(app, "export")(export)


def import_(
    call: Call,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Files of JSON lines; - is standard input.")
    ],
    space: SpaceOption = None,
) -> None:
    """Take in JSON lines; importing twice changes nothing."""
    from delve_desktop.services.interchange import Source, import_items

    from .opening import choose_space

    sources = [Source(name, _opener(name)) for name in files]
    with call.session() as session:
        result = import_items(session, choose_space(session, space), sources)
    call.emit(
        {"added": result.added, "changed": result.changed, "unchanged": result.unchanged},
        [f"{result.added} added, {result.changed} changed, {result.unchanged} as they were."],
    )


def _opener(name: str) -> Callable[[], AbstractContextManager[BinaryIO]]:
    if name != "-":
        return lambda: Path(name).open("rb")
    data = sys.stdin.buffer.read(MAX_PIPED + 1)
    if len(data) > MAX_PIPED:
        raise InvalidContent(f"Standard input is longer than {MAX_PIPED} bytes: import a file instead.")
    return lambda: nullcontext(io.BytesIO(data))


def export(call: Call, kind: KindArgument = None, space: SpaceOption = None) -> None:
    """Print the records outside the bin as lines for `import`."""
    from delve_desktop.services.interchange import export_lines

    from .opening import choose_space

    with call.session() as session:
        for line in export_lines(session, choose_space(session, space), kind):
            sys.stdout.write(line.decode("utf-8"))
