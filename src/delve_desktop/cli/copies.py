"""Subcommands about the vaults of a laptop and copies of them: which there are, backup and restore."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from delve_desktop.domain.errors import Mistaken

from .wiring import Call, command

if TYPE_CHECKING:
    from delve_desktop.services.keeping.new_device import SpaceAfter


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "vaults")(vaults)
    command(app, "backup")(backup)
    command(app, "restore-backup")(restore_backup)


def vaults(call: Call) -> None:
    """List the vaults that the start page offers."""
    from delve_desktop.services.keeping.vaults import known_vaults
    from delve_desktop.settings import vaults_folder

    home = vaults_folder()
    found = known_vaults(home)
    call.emit(
        {"folder": str(home), "vaults": [{"name": one.name, "vault": str(one.folder)} for one in found]},
        [f"{one.name}  {one.folder}" for one in found] or [f"There is no vault in {home}."],
    )


def backup(
    call: Call,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write; it must not be there yet.")
    ],
) -> None:
    """Write the vault into one file, also while it is open."""
    from delve_desktop.services.keeping.backup import back_up

    from .opening import passphrase
    from .progress import shown

    folder = call.existing_vault()
    with shown("Backing up") as progress:
        made = back_up(folder, passphrase(call.passphrase_file), file.absolute(), progress=progress)
    call.emit(
        {"file": str(file), "bytes": made.size, "made": made.made},
        [f"{file} holds the vault ({made.size} bytes); it was read back and is whole."],
    )


def restore_backup(
    call: Call,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")],
    gone: Annotated[
        bool, typer.Option("--old-laptop-gone", help="Lost, stolen or broken: take new device keys.")
    ] = False,
    still_used: Annotated[
        bool, typer.Option("--old-laptop-still-used", help="Both go on: only take a new writer.")
    ] = False,
) -> None:
    """Bring a vault back from a backup, into a new folder."""
    from delve_desktop.services.keeping.restoring import restore_backup

    from .opening import passphrase, vault_folder
    from .progress import shown

    if gone == still_used:
        raise Mistaken("Say whether the old laptop is gone: --old-laptop-gone or --old-laptop-still-used.")
    folder = vault_folder(call.vault)
    secret = passphrase(call.passphrase_file)
    with shown("Restoring") as progress:
        restored = restore_backup(file, folder, secret, old_laptop_gone=gone, progress=progress)
    session = restored.session
    data = {
        "vault": str(folder),
        "name": session.name,
        "device": session.device.hex(),
        "spaces": [_space_data(one) for one in restored.spaces],
    }
    session.close()
    call.emit(data, [f"The vault of {data['name']} is in {folder}.", *map(_space_text, restored.spaces)])


def _space_data(space: SpaceAfter) -> dict[str, Any]:
    return {"id": space.id.hex(), "name": space.name, "state": space.state, "unsent": space.unsent}


def _space_text(space: SpaceAfter) -> str:
    waiting = f" {space.unsent} items wait to be sent." if space.unsent else ""
    if space.state == "member":
        return f"{space.name}: this laptop belongs to it.{waiting}"
    return f"{space.name}: ask a coordinator for an invite, and use `space join`.{waiting}"
