"""Subcommands for a vault that is not well: salvage what is intact."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from .wiring import Call, command


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "salvage")(salvage)


def salvage(
    call: Call,
    to: Annotated[
        Path, typer.Option("--to", metavar="NEWDIR", help="New or empty folder for the new vault.")
    ],
) -> None:
    """Bring what is intact in a damaged vault into a new one; the damaged one stays as it is."""
    from delve_desktop.services.keeping.salvage import salvage

    from .opening import passphrase
    from .progress import shown

    folder = call.existing_vault()
    secret = passphrase(call.passphrase_file)
    with shown("Salvaging") as progress:
        done = salvage(folder, secret, to, progress=progress)
    done.session.close()
    sentences = done.sentences()
    call.emit(
        {
            "vault": str(to),
            **asdict(done.saved),
            "pages": done.pages,
            "damaged_pages": done.damaged_pages,
            "sentences": sentences,
        },
        sentences,
    )
