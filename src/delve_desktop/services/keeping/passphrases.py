"""The secrets that open a vault: changing the passphrase, a recovery code, and opening with that code.

Each change writes the spare header, then the header, then notes the header's generation in the database, so
that what was replaced opens nothing, also not from a copy of a header that somebody puts back. Derivations
take about a second each: these belong on a worker thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from delve_desktop.crypto.header_pair import find_header, open_header, write_both
from delve_desktop.crypto.kdf import KdfParams
from delve_desktop.crypto.passphrase import Weakness, judge
from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.services.session import Session, note_generation, open_with_code

_WEAK = {
    Weakness.EMPTY: "A passphrase cannot be blank.",
    Weakness.SHORT: "This passphrase is too short: take 15 characters or six words.",
    Weakness.COMMON: "This passphrase is a well-known phrase: take six words that say nothing together.",
    Weakness.PERSONAL: "This passphrase is mostly a name: take six words that say nothing together.",
    Weakness.REPEATED: "This passphrase repeats itself: take six words that say nothing together.",
    Weakness.SEQUENCE: "This passphrase runs along the keyboard or the alphabet: take six words instead.",
}


def check_strength(passphrase: str, personal: Iterable[str] = ()) -> None:
    """Raise `InvalidContent` with the reason why a passphrase is not good enough."""
    weakness = judge(passphrase, personal).weakness
    if weakness is not None:
        raise InvalidContent(_WEAK[weakness])


def change_passphrase(session: Session, passphrase: str, new: str, params: KdfParams) -> None:
    """Let the new passphrase open this vault and the old one no longer; a recovery code stays as it is.

    Raises `WrongPassphrase` when `passphrase` is not the present one, `InvalidContent` for a weak new one,
    `DiskFull`, `Damaged`; then the old one still opens.
    """
    check_strength(new, [session.name, *session.name.split()])
    opened = open_header(session.vault.folder, lambda header: header.open(passphrase))
    _put(session, opened.header.with_passphrase(opened.vault_key, new, params, session.random))


def new_recovery_code(session: Session, passphrase: str) -> RecoveryCode:
    """Make a recovery code; one that was made before no longer opens. Raises as `change_passphrase`."""
    opened = open_header(session.vault.folder, lambda header: header.open(passphrase))
    code = RecoveryCode.create(session.random)
    _put(session, opened.header.with_recovery(opened.vault_key, code.secret, session.random))
    return code


def recover(folder: Path, code: RecoveryCode, new: str, params: KdfParams) -> Session:
    """Open a vault by its recovery code and give it a new passphrase; the code goes on being good.

    Raises `WrongPassphrase` for a code that does not open, `NotFound` when the vault has none, and as
    `change_passphrase`.
    """
    session = open_with_code(folder, code)
    try:
        check_strength(new, [session.name, *session.name.split()])
        opened = open_header(folder, lambda header: header.open_with_code(code.secret))
        _put(session, opened.header.with_passphrase(opened.vault_key, new, params, session.random))
    except BaseException:
        session.close()
        raise
    return session


def has_recovery_code(session: Session) -> bool:
    """Whether some recovery code opens this vault."""
    with session.vault.read():  # raises `Locked` when it is
        return find_header(session.vault.folder).has_recovery


def _put(session: Session, header: VaultHeader) -> None:
    session.vault.check_writable(reserve=True)
    write_both(session.vault.folder, header)
    with session.vault.write(reserve=True) as unit:
        note_generation(unit, header)
