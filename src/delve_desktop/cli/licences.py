"""`delve licences`: whose work the program holds."""

from __future__ import annotations

from typing import Annotated

import typer

from .wiring import Call, command


def register(app: typer.Typer) -> None:
    """Add the subcommand."""

    @command(app, "licences")
    def licences(
        call: Call,
        full: Annotated[bool, typer.Option("--full", help="With every notice, word by word.")] = False,
    ) -> None:
        """List the parts that others wrote, each with its licence."""
        from delve_desktop.services.licences import components

        found = components()
        listed = [{"name": one.name, "version": one.version, "licence": one.licence} for one in found]
        if full:
            listed = [{**row, "text": one.text} for row, one in zip(listed, found, strict=True)]
        call.emit(listed, _lines(listed))


def _lines(listed: list[dict[str, str]]) -> list[str]:
    lines = []
    for row in listed:
        lines.append(f"{row['name']} {row['version']}".rstrip() + f": {row['licence']}")
        if "text" in row:
            lines += ["", row["text"], "-" * 60]
    return lines
