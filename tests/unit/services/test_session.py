from __future__ import annotations

from pathlib import Path

import pytest

from delve_desktop.crypto.header_pair import HEADER, SPARE
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import (
    Damaged,
    InUse,
    InvalidContent,
    Locked,
    Mistaken,
    NotFound,
    WrongPassphrase,
)
from delve_desktop.services.session import Session, create_vault, open_vault
from delve_desktop.store.vault import DATABASE

from .conftest import PASSPHRASE


def test_a_vault_opens_again_with_its_passphrase(session: Session, tmp_path: Path) -> None:
    device = session.device
    session.close()
    again = open_vault(tmp_path / "vault", PASSPHRASE)
    assert (again.name, again.device) == ("Zawadi", device)
    again.close()


def test_a_wrong_passphrase_changes_nothing(session: Session, tmp_path: Path) -> None:
    session.close()
    before = {path.name: path.read_bytes() for path in (tmp_path / "vault").iterdir()}
    with pytest.raises(WrongPassphrase):
        open_vault(tmp_path / "vault", "maji tembo kijani jua kisima maji")
    assert {path.name: path.read_bytes() for path in (tmp_path / "vault").iterdir()} == before


def test_an_open_vault_is_in_use(session: Session, tmp_path: Path) -> None:
    with pytest.raises(InUse):
        open_vault(tmp_path / "vault", PASSPHRASE)


def test_a_second_vault_in_one_folder_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(InvalidContent):
        create_vault(tmp_path / "vault", PASSPHRASE, "Neema", params=FLOOR)


def test_no_vault_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_vault(tmp_path, PASSPHRASE)


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[40] ^= 4
    path.write_bytes(data)


def test_inv26_a_damaged_header_is_noticed_and_its_spare_copy_opens_the_vault(
    session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    session.close()
    spoil(folder / HEADER)
    again = open_vault(folder, PASSPHRASE)
    assert again.from_spare
    again.close()
    assert (folder / HEADER).read_bytes() == (folder / SPARE).read_bytes()
    once_more = open_vault(folder, PASSPHRASE)
    assert not once_more.from_spare
    once_more.close()


def test_inv26_a_header_damaged_with_its_spare_opens_nothing(session: Session, tmp_path: Path) -> None:
    session.close()
    for name in (HEADER, SPARE):
        spoil(tmp_path / "vault" / name)
    with pytest.raises(Damaged):
        open_vault(tmp_path / "vault", PASSPHRASE)


def test_a_database_without_its_header_is_kept_when_a_vault_is_made_anew(
    session: Session, tmp_path: Path
) -> None:
    session.close()
    folder = tmp_path / "vault"
    for expected in (1, 2):
        old = (folder / DATABASE).read_bytes()
        (folder / HEADER).unlink()
        (folder / SPARE).unlink()
        create_vault(folder, PASSPHRASE, "Zawadi", params=FLOOR).close()
        assert (folder / f"{DATABASE}.without-header-{expected}").read_bytes() == old


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_name_is_needed(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidContent):
        create_vault(tmp_path / "vault", PASSPHRASE, name, params=FLOOR)
    assert not (tmp_path / "vault" / HEADER).exists()


def test_after_the_lock_reads_and_writes_fail(session: Session) -> None:
    session.close()
    with pytest.raises(Locked), session.vault.read():
        pass
    with pytest.raises(Locked), session.vault.write():
        pass


def test_a_language_without_words_to_compare_makes_no_vault(tmp_path: Path) -> None:
    with pytest.raises(Mistaken):
        create_vault(tmp_path / "other", PASSPHRASE, "Neema", params=FLOOR, language="xx")
    assert not (tmp_path / "other").exists()
