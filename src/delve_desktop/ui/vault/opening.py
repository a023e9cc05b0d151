"""What the start asks of the services, on the database worker's thread.

Everything is imported late here: until the first window is painted, neither the database nor its libraries
are loaded.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .people import People

if TYPE_CHECKING:
    from delve_desktop.services.session import Session
    from delve_desktop.ui.use_cases import UseCases

Clock = Callable[[], float]
_LATER: Final = (
    "delve_desktop.ui.bound",
    "delve_desktop.ui.shell.shell",
    "zxcvbn",
    "delve_desktop.crypto.words",
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who begins on this laptop. `space` is the name of the space they found, or `code` that of an invite."""

    name: str
    association: str
    country: str  # ISO 3166-1 alpha-2, or empty
    passphrase: str = field(repr=False)
    space: str = ""
    code: str = field(default="", repr=False)


def load_the_rest() -> None:
    """Import what comes after the start page."""
    for name in _LATER:
        importlib.import_module(name)


def countries(language: str) -> dict[str, str]:
    """The code and the name of each country, in the order of the names."""
    from delve_desktop.services import vocabularies

    return dict(vocabularies.offered(vocabularies.COUNTRIES, language))


def country_meant(typed: str, language: str) -> str | None:
    """The code of the country whose name or code was typed, whatever case, accents and apostrophe."""
    from delve_desktop.services import vocabularies

    for written in dict.fromkeys((typed, typed.replace("'", "\u2019"))):
        found = vocabularies.meant(vocabularies.COUNTRIES, written, language)
        if found is not None:
            return found
    return None


def parse_invite(text: str) -> None:
    """Raise what is wrong with an invite."""
    from delve_desktop.crypto.invite import InviteCode

    InviteCode.parse(text)


def parse_recovery(text: str) -> None:
    """Raise what is wrong with a recovery code."""
    from delve_desktop.crypto.recovery import RecoveryCode

    RecoveryCode.parse(text)


def open_with_passphrase(folder: Path, passphrase: str, clock: Clock) -> UseCases:
    """The vault in a folder."""
    from delve_desktop.services.session import open_vault

    return _bind(open_vault(folder, passphrase, clock=clock))


def open_with_code(folder: Path, code: str, new: str) -> UseCases:
    """The vault in a folder, by its recovery code; `new` is its passphrase from now on."""
    from delve_desktop.crypto.recovery import RecoveryCode
    from delve_desktop.services.keeping.passphrases import recover
    from delve_desktop.ui.bound_keeping import cost

    return _bind(recover(folder, RecoveryCode.parse(code), new, cost()))


def create(folder: Path, who: Newcomer, language: str, clock: Clock) -> UseCases:
    """A new vault in a folder; `language` is that of the words to compare."""
    from delve_desktop.services.session import create_vault
    from delve_desktop.ui.bound_keeping import cost

    session = create_vault(folder, who.passphrase, who.name, params=cost(), language=language, clock=clock)
    try:
        People.remember(folder, who.name)
    except OSError as error:  # the vault is there; at the start it goes by the name of its folder
        _log.warning("The name for the start page could not be kept: %s", error)
    return _bind(session)


def restore(
    file: Path, folder: Path, passphrase: str, clock: Clock, *, gone: bool, **watching: Any
) -> UseCases:
    """The vault in a backup, brought into a new folder; `gone` where the old laptop is."""
    from delve_desktop.services.keeping.restoring import restore_backup

    restored = restore_backup(file, folder, passphrase, old_laptop_gone=gone, clock=clock, **watching)
    try:
        People.remember(folder, restored.session.name)
    except OSError as error:
        _log.warning("The name for the start page could not be kept: %s", error)
    return _bind(restored.session)


def look_around(home: Path, name: str, space: str, language: str, clock: Clock, **watching: Any) -> UseCases:
    """A vault with the sample records that nobody keeps: closing it wipes it."""
    from delve_desktop.services.keeping.walk import begin_walk
    from delve_desktop.ui.bound_walk import BoundWalk

    return BoundWalk(begin_walk(home, name, space, language=language, clock=clock, **watching))


def wipe_walks(home: Path) -> None:
    """Wipe what a killed program left of looking around; costs nothing where there is nothing."""
    if home.is_dir():
        from delve_desktop.services.keeping import walk

        walk.wipe_walks(home)


def _bind(session: Session) -> UseCases:
    from delve_desktop.ui.bound import BoundUseCases

    return BoundUseCases(session)
