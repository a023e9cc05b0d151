"""All subcommands, put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

from . import (
    attachments,
    copies,
    exchange,
    kits,
    licences,
    linking,
    records,
    rescue,
    secrets,
    settling,
    spaces,
    transfer,
    upkeep,
    vocabularies,
)
from .wiring import remember


def build() -> Callable[..., Any]:
    """The program as a callable that takes `args`, `prog_name` and `standalone_mode`."""
    app = _group(
        "Notes, contacts and practices for associations of miners, offline first.\n\n"
        "Without a command the window opens."
    )
    for part in (
        spaces,
        records,
        attachments,
        linking,
        settling,
        transfer,
        exchange,
        upkeep,
        vocabularies,
        secrets,
        copies,
        rescue,
        kits,
        licences,
    ):
        part.register(app)
    for name, part, text in (
        ("space", spaces, "Found, join and look after spaces."),
        ("hub", exchange, "The server that a space goes through."),
    ):
        group = _group(text)
        part.register_group(group)
        app.add_typer(group, name=name)
    return typer.main.get_command(app)


def _group(text: str) -> typer.Typer:
    return typer.Typer(
        help=text,
        callback=remember,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
