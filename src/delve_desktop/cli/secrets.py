"""Subcommands about what opens a vault: passphrase and recovery code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from delve_desktop.domain.errors import Mistaken

from .wiring import Call, command

if TYPE_CHECKING:
    from delve_desktop.crypto.kdf import KdfParams
    from delve_desktop.crypto.recovery import RecoveryCode
    from delve_desktop.services.session import Session

NewPassphraseOption = Annotated[
    Path | None,
    typer.Option(
        "--new-passphrase-file",
        metavar="FILE",
        help="File whose first line is the new passphrase; or set DELVE_NEW_PASSPHRASE.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "passphrase")(passphrase)
    command(app, "recovery-code")(recovery_code)
    command(app, "recover")(recover)


def passphrase(
    call: Call,
    new_passphrase_file: NewPassphraseOption = None,
    compromised: Annotated[
        bool,
        typer.Option("--compromised", help="Others know the old one: encrypt everything anew."),
    ] = False,
) -> None:
    """Change the passphrase; the old one ends."""
    from delve_desktop.services.keeping.passphrases import change_passphrase
    from delve_desktop.services.session import open_vault

    from .opening import new_passphrase, new_vault_cost
    from .opening import passphrase as present

    folder = call.existing_vault()
    old = present(call.passphrase_file)
    session = open_vault(folder, old)
    try:
        new = new_passphrase(new_passphrase_file)
        params = new_vault_cost()
        if compromised:
            code = _renewed(session, old, new, params)
        else:
            change_passphrase(session, old, new, params)
            code = None
    finally:
        session.close()
    call.emit(
        {
            "changed": True,
            "reencrypted": compromised,
            "recovery_code": code.to_text() if code is not None else None,
        },
        _changed_text(compromised, code),
    )


def _renewed(session: Session, old: str, new: str, params: KdfParams) -> RecoveryCode | None:
    from delve_desktop.services.keeping.renewal import renew_everything

    from .progress import shown

    with shown("Encrypting anew") as progress:
        return renew_everything(session, old, new, params, progress=progress)


def _changed_text(compromised: bool, code: RecoveryCode | None) -> list[str]:
    lines = ["The passphrase is changed; the old one no longer opens this vault."]
    if compromised:
        lines.append(
            "Everything was encrypted anew. Copies and backups from before still open with the old one."
        )
    if code is not None:
        lines += ["The old recovery code opens nothing any more. The new one, for paper:", code.to_text()]
    return lines


def recovery_code(call: Call) -> None:
    """Make a recovery code, for paper; an older one is void."""
    from delve_desktop.services.keeping.passphrases import new_recovery_code
    from delve_desktop.services.keeping.recovery_sheet import recovery_sheet
    from delve_desktop.services.session import open_vault

    from .opening import passphrase as present

    folder = call.existing_vault()
    secret = present(call.passphrase_file)
    session = open_vault(folder, secret)
    try:
        code = new_recovery_code(session, secret)
        sheet = recovery_sheet(code, session.name, session.clock())
    finally:
        session.close()
    call.emit({"code": code.to_text(), "sheet": sheet}, sheet.splitlines())


def recover(
    call: Call,
    code_file: Annotated[
        Path | None,
        typer.Option(
            "--code-file", metavar="FILE", help="File with the recovery code; without it, it is asked for."
        ),
    ] = None,
    new_passphrase_file: NewPassphraseOption = None,
) -> None:
    """Give a vault a new passphrase by its recovery code."""
    from delve_desktop.crypto.recovery import RecoveryCode
    from delve_desktop.services.keeping.passphrases import recover

    from .opening import new_passphrase, new_vault_cost

    folder = call.existing_vault()
    code = RecoveryCode.parse(_code_text(code_file))
    recover(folder, code, new_passphrase(new_passphrase_file), new_vault_cost()).close()
    call.emit({"recovered": True}, ["The new passphrase opens this vault; the recovery code stays good."])


def _code_text(file: Path | None) -> str:
    import sys

    from delve_desktop.crypto.code_text import MAX_TEXT

    if file is not None:
        with file.open("rb") as opened:
            return opened.read(4 * MAX_TEXT + 1).decode("utf-8-sig", "replace")
    if not sys.stdin.isatty():
        raise Mistaken("Give the recovery code with --code-file FILE.")
    return input("Recovery code: ")
