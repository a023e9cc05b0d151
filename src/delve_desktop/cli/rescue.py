"""Subcommands for a vault that is not well: say what is wrong, and salvage what is intact."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from .wiring import Call, command


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "doctor")(doctor)
    command(app, "salvage")(salvage)


def salvage(
    call: Call,
    to: Annotated[
        Path, typer.Option("--to", metavar="NEWDIR", help="New or empty folder for the new vault.")
    ],
) -> None:
    """Bring what is intact of a damaged vault into a new one."""
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
            "attachments": done.attachments,
            "pages": done.pages,
            "damaged_pages": done.damaged_pages,
            "sentences": sentences,
        },
        sentences,
    )


def doctor(
    call: Call,
    quick: Annotated[bool, typer.Option("--quick", help="Leave out the check of the signed log.")] = False,
) -> None:
    """Say what is wrong with a vault, and nothing private."""
    from delve_desktop.services.keeping.doctor import diagnose

    from .opening import given_passphrase, vault_folder

    found = diagnose(vault_folder(call.vault), given_passphrase(call.passphrase_file), quick=quick)
    lines = []
    for one in found.findings:
        lines.append(f"{one.state:<8}{one.says}")
        if one.do:
            lines.append(f"{'':<8}-> {one.do}")
    call.emit(
        {"ok": found.ok, "vault": found.vault, "findings": [asdict(one) for one in found.findings]},
        lines,
    )
