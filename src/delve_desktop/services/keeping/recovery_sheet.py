"""The recovery sheet: one page of plain text to print and keep where the passphrase is not."""

from __future__ import annotations

import datetime as dt
from typing import Final

from delve_desktop.crypto.recovery import RecoveryCode

WIDTH: Final = 72  # columns
_GROUPS_A_LINE: Final = 5


def recovery_sheet(code: RecoveryCode, name: str, made: float) -> str:
    """The sheet for the vault of `name`; `made` is in Unix seconds by this laptop's clock."""
    kind, *groups = code.to_text().split("-")
    lines = ["  ".join(groups[at : at + _GROUPS_A_LINE]) for at in range(0, len(groups), _GROUPS_A_LINE)]
    day = dt.datetime.fromtimestamp(made).astimezone().date().isoformat()
    return "\n".join(
        (
            "DELVE - RECOVERY SHEET",
            "=" * WIDTH,
            f"Vault of: {name}",
            f"Made on:  {day} (by the clock of the laptop)",
            "",
            f"    {kind}",
            *(f"    {line}" for line in lines),
            "",
            "Who has this sheet and a copy of the vault can read everything in it.",
            "Keep it where you keep what must not be lost, and not with the laptop.",
            "",
            "When the passphrase is forgotten:",
            "  1. Choose on the start page that the passphrase is forgotten, or run",
            "     delve recover.",
            "  2. Type the code. Capitals, blanks and hyphens do not matter; there is",
            "     no letter I, L, O or U in it.",
            "  3. Choose a new passphrase. This sheet stays good.",
            "",
            "When somebody else may have seen it: make a new one with",
            "delve recovery-code; this one then opens nothing any more.",
            "=" * WIDTH,
            "",
        )
    )
