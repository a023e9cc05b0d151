"""What the person wants of pictures that are added, remembered in the vault from one picture to the next."""

from __future__ import annotations

from typing import Final

from delve_desktop.services.session import Session

from .pictures import PictureChoice

_KEY: Final = "picture-choice"  # a byte: 1 keeps the original, 2 the place


def picture_choice(session: Session) -> PictureChoice:
    """What was chosen last; neither original nor place at first."""
    with session.vault.read() as unit:
        kept = unit.meta(_KEY) or b"\0"
    return PictureChoice(bool(kept[0] & 1), bool(kept[0] & 2))


def set_picture_choice(session: Session, choice: PictureChoice) -> None:
    """Remember what was chosen."""
    with session.vault.write(reserve=True) as unit:
        unit.set_meta(_KEY, bytes((choice.keep_original + 2 * choice.keep_location,)))
