"""Files that were still being added when the vault was locked: which they were is told at the next opening.

Only their names are kept, in the vault. Nothing of the files themselves is.
"""

from __future__ import annotations

from typing import Final

import msgspec

from delve_desktop.services.session import Session

_KEY: Final = "files-broken-off"
MOST: Final = 40  # as many as are added at once


def note_broken_off(session: Session, name: str) -> None:
    """Remember that this one was not added."""
    with session.vault.write(reserve=True) as unit:
        names = _names(unit.meta(_KEY))
        unit.set_meta(_KEY, msgspec.msgpack.encode([*names, name][-MOST:]))


def names_broken_off(session: Session) -> list[str]:
    """The names that are still to be told."""
    with session.vault.read() as unit:
        return _names(unit.meta(_KEY))


def forget_broken_off(session: Session) -> None:
    """They were told."""
    with session.vault.write(reserve=True) as unit:
        unit.set_meta(_KEY, b"")


def _names(kept: bytes | None) -> list[str]:
    return msgspec.msgpack.decode(kept, type=list[str]) if kept else []
