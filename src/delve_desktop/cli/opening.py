"""From what the command line says to an open vault, and to one of its spaces."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from delve_desktop.domain.errors import Mistaken, NotFound

if TYPE_CHECKING:
    from delve_desktop.crypto.kdf import KdfParams
    from delve_desktop.domain.ids import SpaceId
    from delve_desktop.services.session import Session

MAX_PASSPHRASE: Final = 4096  # bytes of a passphrase file that are looked at


def vault_folder(given: Path | None) -> Path:
    """The folder of the vault, from the option or the environment; raises `Mistaken`."""
    folder = given or os.environ.get("DELVE_VAULT")
    if not folder:
        raise Mistaken("Say which vault: --vault DIR, or DELVE_VAULT in the environment.")
    return Path(folder)


def passphrase(file: Path | None, *, new: bool = False) -> str:
    """The passphrase from the file, the environment or the keyboard; raises `Mistaken`.

    `new` asks twice at the keyboard.
    """
    if file is not None:
        return _from_file(file)
    given = os.environ.get("DELVE_PASSPHRASE")
    if given:
        return given
    if not sys.stdin.isatty():
        raise Mistaken("Give the passphrase in DELVE_PASSPHRASE or with --passphrase-file FILE.")
    typed = getpass.getpass("Passphrase: ")
    if new and getpass.getpass("Once more: ") != typed:
        raise Mistaken("The two passphrases differ; nothing was made.")
    return typed


def given_passphrase(file: Path | None) -> str | None:
    """The passphrase from the file or the environment; None when there is none: nobody is asked."""
    return _from_file(file) if file is not None else os.environ.get("DELVE_PASSPHRASE") or None


def new_passphrase(file: Path | None) -> str:
    """The passphrase that opens from now on, found as `passphrase` finds it; raises `Mistaken`."""
    if file is not None:
        return _from_file(file)
    given = os.environ.get("DELVE_NEW_PASSPHRASE")
    if given:
        return given
    if not sys.stdin.isatty():
        raise Mistaken("Give the new passphrase in DELVE_NEW_PASSPHRASE or with --new-passphrase-file FILE.")
    typed = getpass.getpass("New passphrase: ")
    if getpass.getpass("Once more: ") != typed:
        raise Mistaken("The two passphrases differ; nothing was changed.")
    return typed


def existing_vault(given: Path | None) -> Path:
    """The folder of a vault that is there; raises `Mistaken` or `NotFound`."""
    from delve_desktop.crypto.header_pair import has_header

    folder = vault_folder(given)
    if not has_header(folder):
        raise NotFound(f"There is no vault in {folder}.")
    return folder


def _from_file(file: Path) -> str:
    with file.open("rb") as opened:
        data = opened.read(MAX_PASSPHRASE + 1)
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Mistaken("The passphrase file is not UTF-8 text.") from error
    if not lines or not lines[0] or len(data) > MAX_PASSPHRASE:
        raise Mistaken("The passphrase file must begin with a line that is the passphrase.")
    return lines[0]


def new_vault_cost() -> KdfParams:
    """The cost of deriving a key from a new passphrase: about a second here, unless a test asks."""
    from delve_desktop.crypto import kdf
    from delve_desktop.settings import wants_least_cost

    return kdf.FLOOR if wants_least_cost() else kdf.calibrate()


@contextmanager
def unlocked(vault: Path | None, passphrase_file: Path | None) -> Iterator[Session]:
    """The vault, open for the length of the block."""
    from delve_desktop.services.session import open_vault

    session = open_vault(existing_vault(vault), passphrase(passphrase_file))
    try:
        yield session
    finally:
        session.close()
    # only when all went well: an error is one sentence
    if session.from_spare:
        print("The vault header was damaged; its spare copy opened the vault and mended it.", file=sys.stderr)
    if session.damaged:
        print(
            "This vault is damaged and opens for reading only: `delve salvage` brings what is intact into a"
            " new vault.",
            file=sys.stderr,
        )


def choose_space(session: Session, wanted: str | None) -> SpaceId:
    """The space with this name or beginning of an id, or the only one; raises `Mistaken`, `NotFound`."""
    with session.vault.read() as unit:
        spaces = unit.spaces()
    if wanted is None:
        if len(spaces) == 1:
            return spaces[0].id
        if not spaces:
            raise NotFound("This vault has no space yet: make one with `space create`, or `space join`.")
        raise Mistaken("This vault has several spaces: say which with --space.")
    found = [space.id for space in spaces if space.name == wanted]
    found = found or [space.id for space in spaces if space.id.hex().startswith(wanted.lower())]
    if not found:
        raise NotFound(f"This vault has no space {wanted}.")
    if len(found) > 1:
        raise Mistaken(f"Several spaces are meant by {wanted}: give more of the id.")
    return found[0]
