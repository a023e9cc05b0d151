"""Everything anew under another key: nothing that opened before opens now."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from delve_desktop.crypto.header_pair import HEADER, SPARE
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import Cancelled, Damaged, InvalidContent, WrongPassphrase
from delve_desktop.services import records
from delve_desktop.services.keeping.passphrases import new_recovery_code
from delve_desktop.services.keeping.renewal import renew_everything
from delve_desktop.services.session import Session, open_vault, open_with_code
from delve_desktop.services.upkeep import verify
from delve_desktop.services.views import SetValue
from delve_desktop.store.files import DATABASE

from .conftest import NEW, PASSPHRASE, titles


def test_all_is_there_and_written_on_under_the_new_passphrase(session: Session, folder: Path, space) -> None:
    device = session.device
    assert renew_everything(session, PASSPHRASE, NEW, FLOOR) is None
    records.add_record(session, space, "note", [SetValue("title", "After")])
    assert verify(session).ok
    session.close()
    again = open_vault(folder, NEW)
    assert again.device == device
    assert titles(again) == {"Note 0", "Note 1", "Note 2", "After"}
    again.close()
    with pytest.raises(WrongPassphrase):
        open_vault(folder, PASSPHRASE)


@pytest.mark.parametrize("which", [{HEADER}, {SPARE}, {HEADER, SPARE}, {DATABASE}])
def test_nothing_of_a_stolen_copy_opens_the_vault(
    session: Session, folder: Path, tmp_path: Path, space, which: set[str]
) -> None:
    """Whoever knows the old passphrase and has an old copy puts its files beside the new ones."""
    session.close()
    shutil.copytree(folder, tmp_path / "stolen")
    again = open_vault(folder, PASSPHRASE)
    renew_everything(again, PASSPHRASE, NEW, FLOOR)
    again.close()
    for name in which:
        shutil.copy(tmp_path / "stolen" / name, folder / name)
    with pytest.raises((WrongPassphrase, Damaged)):
        open_vault(folder, PASSPHRASE).close()


def test_the_recovery_code_is_made_anew_and_the_old_one_opens_nothing(session: Session, folder: Path) -> None:
    old = new_recovery_code(session, PASSPHRASE)
    new = renew_everything(session, PASSPHRASE, NEW, FLOOR)
    assert new is not None
    session.close()
    with pytest.raises(WrongPassphrase):
        open_with_code(folder, old)
    open_with_code(folder, new).close()


def test_copies_of_migrations_and_leftovers_are_gone(session: Session, folder: Path) -> None:
    for name in ("vault.db.before-2", "vault.db.before-3", HEADER + ".new"):
        shutil.copy(folder / (HEADER if name.startswith(HEADER) else DATABASE), folder / name)
    renew_everything(session, PASSPHRASE, NEW, FLOOR)
    session.close()
    open_vault(folder, NEW).close()
    assert {path.name for path in folder.iterdir()} == {HEADER, SPARE, DATABASE, "vault.lock"}


def test_the_passphrase_that_others_know_is_not_taken_again(session: Session, folder: Path) -> None:
    for again in (PASSPHRASE, f" {PASSPHRASE}  "):
        with pytest.raises(InvalidContent, match="Others know"):
            renew_everything(session, PASSPHRASE, again, FLOOR)
    with pytest.raises(WrongPassphrase):
        renew_everything(session, NEW, PASSPHRASE, FLOOR)
    session.close()
    open_vault(folder, PASSPHRASE).close()


def test_stopping_changes_nothing(session: Session, folder: Path, space) -> None:
    before = (folder / HEADER).read_bytes()
    with pytest.raises(Cancelled):
        renew_everything(session, PASSPHRASE, NEW, FLOOR, cancelled=lambda: True)
    assert len(titles(session)) == 3
    assert (folder / HEADER).read_bytes() == before
    session.close()
    open_vault(folder, PASSPHRASE).close()
