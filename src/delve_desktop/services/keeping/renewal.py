"""When a passphrase became known to others: everything is encrypted anew under a fresh vault key.

A changed passphrase wraps the same vault key again, so whoever had the old one and a copy of the header
keeps the key. Here the database is written anew under another key, and every way to the old one goes: the
old file, the copies that migrations left, header and spare, and the recovery code, which is made anew.
"""

from __future__ import annotations

from collections.abc import Callable

from delve_desktop.crypto.header_pair import open_header, write_both
from delve_desktop.crypto.kdf import KdfParams, normalise
from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.services.session import Session, note_generation
from delve_desktop.store.snapshot import Progress, nobody_stops

from .passphrases import check_strength


def renew_everything(
    session: Session,
    passphrase: str,
    new: str,
    params: KdfParams,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = nobody_stops,
) -> RecoveryCode | None:
    """Encrypt the vault anew under a key that only the new passphrase opens.

    Returns the new recovery code when the vault had one. `progress` counts pages of 4 KiB. Needs as much
    room as the vault has bytes. Raises `WrongPassphrase`, `InvalidContent` for a weak or unchanged new
    passphrase, `Damaged`, `DiskFull`, `Cancelled`; the vault is then as it was. Whatever is killed leaves
    one vault, which the old passphrase opens or the new one.
    """
    check_strength(new, [session.name, *session.name.split()])
    if normalise(new) == normalise(passphrase):
        raise InvalidContent("Others know this passphrase: take another one.")
    folder = session.vault.folder
    old = open_header(folder, lambda header: header.open(passphrase)).header
    header, vault_key = old.with_new_key(new, params, session.random)
    code = RecoveryCode.create(session.random) if old.has_recovery else None
    if code is not None:
        header = header.with_recovery(vault_key, code.secret, session.random)
    session.renew_key(vault_key, lambda: write_both(folder, header), progress=progress, cancelled=cancelled)
    with session.vault.write(reserve=True) as unit:
        note_generation(unit, header)
    return code
