"""The doctor: everything that can be checked of a vault, whatever state it is in, in sentences.

Made to be sent to whoever helps, so nothing of what people wrote is in it: no names, titles, addresses, keys
or ids, and of the path only the folder's last part. Every sentence is written here, with numbers in it; the
words of systems and libraries, which may quote what they stumbled over, are left out. Nothing is changed.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from delve_desktop import __version__
from delve_desktop.crypto.header_pair import open_header
from delve_desktop.crypto.keys import database_key
from delve_desktop.domain.errors import Damaged, DelveError, NewerFormat, NotFound, WrongPassphrase
from delve_desktop.store.looking import versions

from . import doctor_content, doctor_files
from .findings import Finding


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All that was found, in the order in which it was looked at."""

    vault: str  # the last part of the folder's path
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong, as far as could be seen."""
        return not any(one.state == "wrong" for one in self.findings)


WRONG_CLOCK: Final = (1735689600, 4102444800)  # before 2025 or after 2099 a clock is not set


def diagnose(
    folder: Path,
    passphrase: str | None = None,
    *,
    quick: bool = False,
    clock: Callable[[], float] = time.time,
) -> Diagnosis:
    """Look at a vault. Without a passphrase its content stays unknown; `quick` leaves out the signed log.

    Raises nothing: what cannot be looked at is a finding too.
    """
    findings = [_program(), _clock(clock())]
    findings += doctor_files.look(folder)
    findings += _inside(folder, passphrase, quick)
    return Diagnosis(folder.absolute().name, tuple(findings))


def _program() -> Finding:
    found = versions()
    return Finding(
        "program",
        "good",
        f"Delve {__version__} on {platform.system()} {platform.release()} ({platform.machine()}), Python"
        f" {platform.python_version()}, SQLite {found['sqlite']}, SQLCipher {found['sqlcipher']}.",
    )


def _clock(now: float) -> Finding:
    if WRONG_CLOCK[0] <= now <= WRONG_CLOCK[1]:
        return Finding("clock", "good", "The clock of the laptop shows a year that can be.")
    return Finding(
        "clock",
        "note",
        "The clock of the laptop is not set. Delve works all the same: times are only labels.",
        "Set the clock when it is convenient.",
    )


def _inside(folder: Path, passphrase: str | None, quick: bool) -> list[Finding]:
    """What only the passphrase opens."""
    if passphrase is None:
        return [
            Finding(
                "passphrase",
                "unknown",
                "Without the passphrase the pages and the content of the vault could not be checked.",
                "Run it again with the passphrase to have them checked too.",
            )
        ]
    try:
        opened = open_header(folder, lambda header: header.open(passphrase))
    except (DelveError, OSError) as error:
        return [_not_opened(error)]
    found = [Finding("passphrase", "good", "The passphrase opens the vault header.")]
    return found + doctor_content.look(folder, opened.header, database_key(opened.vault_key), quick=quick)


def _not_opened(error: DelveError | OSError) -> Finding:
    if isinstance(error, WrongPassphrase):
        return Finding(
            "passphrase",
            "wrong",
            "The passphrase does not open this vault, so its pages and content could not be checked.",
            "Try again; when it is forgotten, `delve recover` takes the code of the recovery sheet.",
        )
    if isinstance(error, NewerFormat):
        says = "The header is of a newer version, so its pages and content could not be checked."
        return Finding("passphrase", "unknown", says, "Update Delve on this laptop.")
    if isinstance(error, NotFound | Damaged):
        says = "There is no usable header to try the passphrase on, so the content could not be checked."
        return Finding("passphrase", "unknown", says)
    return Finding(
        "passphrase", "unknown", "The header cannot be read, so the passphrase could not be tried."
    )
