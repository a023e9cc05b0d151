"""The subcommand on kits, the sticks that installers go round on: `verify-kit`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .wiring import Call, command


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "verify-kit")(verify_kit)


def verify_kit(
    call: Call,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the kit, on its stick.")],
    copy_to: Annotated[
        Path | None,
        typer.Option(
            "--copy-to", metavar="NEWDIR", help="Copy it there and check the copy, to install from."
        ),
    ] = None,
) -> None:
    """Check a kit of installers, as it goes round on a stick."""
    from delve_desktop import __version__
    from delve_desktop.services.kit.checking import check_kit, check_update, open_kit
    from delve_desktop.services.kit.copying import copy_kit
    from delve_desktop.services.kit.keys import known_keys
    from delve_desktop.services.kit.manifest import DEVELOPMENT, number_of

    from .progress import shown

    kit = open_kit(folder, known_keys(), at_least=number_of(__version__, 0))
    check_update(kit, __version__)
    with shown("Checking") as progress:
        if copy_to is None:
            check_kit(kit, progress)
        else:
            kit = copy_kit(kit, copy_to, progress)
    listed = kit.manifest
    development = listed.channel == DEVELOPMENT
    data = {
        "version": listed.product,
        "number": listed.number,
        "from": listed.source,
        "channel": listed.channel,
        "made": listed.made,
        "files": len(listed.files),
        "bytes": kit.size,
        "generation": kit.keys.generation,
        "copy": str(copy_to) if copy_to else None,
    }
    said = (
        f"This development kit of Delve {listed.product} is whole, but anybody can have made it."
        if development
        else f"This kit holds Delve {listed.product} as its makers signed it:"
        f" {len(listed.files)} whole files."
    )
    call.emit(data, [said, *([f"The checked copy is in {copy_to}: install from there."] if copy_to else [])])
