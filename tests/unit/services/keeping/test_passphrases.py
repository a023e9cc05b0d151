"""Changing the passphrase, and the recovery code: what was replaced opens nothing, by whatever copy."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from delve_desktop.crypto.header_pair import HEADER, SPARE, find_header, open_header
from delve_desktop.crypto.kdf import FLOOR, KdfParams
from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.domain.errors import (
    Damaged,
    DelveError,
    InUse,
    InvalidContent,
    NotFound,
    WrongPassphrase,
)
from delve_desktop.services.keeping import passphrases
from delve_desktop.services.keeping.passphrases import (
    change_passphrase,
    check_strength,
    has_recovery_code,
    new_recovery_code,
    recover,
)
from delve_desktop.services.keeping.recovery_sheet import WIDTH, recovery_sheet
from delve_desktop.services.session import Session, open_vault, open_with_code

from .conftest import NEW, PASSPHRASE, titles

THIRD = "ngano samaki daraja kisima nyota punda"


def opens(folder: Path, passphrase: str) -> bool:
    try:
        open_vault(folder, passphrase).close()
    except WrongPassphrase:
        return False
    return True


def test_the_new_passphrase_opens_and_the_old_one_does_not(session: Session, folder: Path, space) -> None:
    change_passphrase(session, PASSPHRASE, NEW, KdfParams(20 * 1024, 3, 2))
    assert len(titles(session)) == 3  # the session goes on
    session.close()
    assert not opens(folder, PASSPHRASE)
    again = open_vault(folder, NEW)
    assert len(titles(again)) == 3
    again.close()
    assert find_header(folder).params() == KdfParams(20 * 1024, 3, 2)


@pytest.mark.parametrize("name", [HEADER, SPARE, HEADER + ".new", SPARE + ".new"])
def test_no_old_header_that_lies_about_turns_the_change_back(
    session: Session, folder: Path, tmp_path: Path, name: str
) -> None:
    old = (folder / HEADER).read_bytes()
    change_passphrase(session, PASSPHRASE, NEW, FLOOR)
    session.close()
    (folder / name).write_bytes(old)
    if name == SPARE:  # and the header itself is spoiled: the worst case
        (folder / HEADER).write_bytes(b"DLVV spoiled")
    assert not opens(folder, PASSPHRASE)
    if name.endswith(".new"):
        assert opens(folder, NEW)
        assert not (folder / name).exists()


def test_an_old_header_in_both_places_is_refused_by_what_the_database_knows(
    session: Session, folder: Path
) -> None:
    old = (folder / HEADER).read_bytes()
    change_passphrase(session, PASSPHRASE, NEW, FLOOR)
    session.close()
    new = (folder / HEADER).read_bytes()
    for name in (HEADER, SPARE):
        (folder / name).write_bytes(old)
    with pytest.raises(WrongPassphrase, match="from before"):
        open_vault(folder, PASSPHRASE)
    (folder / SPARE).write_bytes(new)
    (folder / HEADER).write_bytes(new)
    assert opens(folder, NEW)


def test_a_change_cut_off_before_the_database_heard_of_it_is_noted_at_the_next_opening(
    session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = (folder / HEADER).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(passphrases, "note_generation", lambda *_: pytest.fail("cut"))
        with suppress(BaseException):
            change_passphrase(session, PASSPHRASE, NEW, FLOOR)
    session.close()
    assert opens(folder, NEW)
    for name in (HEADER, SPARE):
        (folder / name).write_bytes(old)
    with pytest.raises(WrongPassphrase, match="from before"):
        open_vault(folder, PASSPHRASE)


def test_a_wrong_present_passphrase_changes_nothing(session: Session, folder: Path) -> None:
    before = (folder / HEADER).read_bytes(), (folder / SPARE).read_bytes()
    with pytest.raises(WrongPassphrase):
        change_passphrase(session, THIRD, NEW, FLOOR)
    with pytest.raises(WrongPassphrase):
        new_recovery_code(session, THIRD)
    assert ((folder / HEADER).read_bytes(), (folder / SPARE).read_bytes()) == before


@pytest.mark.parametrize(
    "weak, reason",
    [
        (" ", "blank"),
        ("six words", "too short"),
        ("correct horse battery staple", "well-known"),
        ("zawadi zawadi mwanga", "name"),
        ("abababababababab", "repeats"),
        ("qwertyuiopasdfghjkl", "well-known"),
    ],
)
def test_a_weak_new_passphrase_is_refused_with_the_reason(
    session: Session, folder: Path, weak: str, reason: str
) -> None:
    with pytest.raises(InvalidContent, match=reason):
        change_passphrase(session, PASSPHRASE, weak, FLOOR)
    session.close()
    assert opens(folder, PASSPHRASE)


def test_a_damaged_vault_takes_no_new_secret(session: Session, folder: Path) -> None:
    before = (folder / HEADER).read_bytes()
    session.vault.note_damage()
    with pytest.raises(Damaged, match="delve salvage"):
        change_passphrase(session, PASSPHRASE, NEW, FLOOR)
    assert (folder / HEADER).read_bytes() == before


class TestRecovery:
    def test_the_code_opens_and_gives_a_new_passphrase_and_stays_good(
        self, session: Session, folder: Path, space
    ) -> None:
        assert not has_recovery_code(session)
        code = new_recovery_code(session, PASSPHRASE)
        assert has_recovery_code(session)
        session.close()
        typed = RecoveryCode.parse(code.to_text().lower().replace("-", " "))
        recovered = recover(folder, typed, NEW, FLOOR)
        assert len(titles(recovered)) == 3
        recovered.close()
        assert not opens(folder, PASSPHRASE)
        assert opens(folder, NEW)
        open_with_code(folder, code).close()

    def test_a_code_survives_a_change_of_the_passphrase(self, session: Session, folder: Path) -> None:
        code = new_recovery_code(session, PASSPHRASE)
        change_passphrase(session, PASSPHRASE, NEW, FLOOR)
        session.close()
        open_with_code(folder, code).close()

    def test_an_older_code_opens_nothing_also_not_by_an_old_header(
        self, session: Session, folder: Path
    ) -> None:
        first = new_recovery_code(session, PASSPHRASE)
        old = (folder / HEADER).read_bytes()
        second = new_recovery_code(session, PASSPHRASE)
        session.close()
        with pytest.raises(WrongPassphrase, match="newer one"):
            open_with_code(folder, first)
        open_with_code(folder, second).close()
        for name in (HEADER, SPARE):
            (folder / name).write_bytes(old)
        with pytest.raises(WrongPassphrase, match="from before"):
            open_with_code(folder, first)

    def test_a_vault_without_a_code_says_so(self, session: Session, folder: Path) -> None:
        session.close()
        with pytest.raises(NotFound, match="no recovery code"):
            recover(folder, RecoveryCode.create(), NEW, FLOOR)

    def test_a_weak_new_passphrase_leaves_the_old_one(self, session: Session, folder: Path) -> None:
        code = new_recovery_code(session, PASSPHRASE)
        session.close()
        with pytest.raises(InvalidContent):
            recover(folder, code, "zawadi zawadi mwanga", FLOOR)
        assert opens(folder, PASSPHRASE)

    def test_the_sheet_can_be_typed_from(self) -> None:
        code = RecoveryCode.create()
        sheet = recovery_sheet(code, "Zawadi", 1_767_950_000)
        assert max(map(len, sheet.splitlines())) <= WIDTH
        assert "Zawadi" in sheet
        lines = sheet.splitlines()
        at = next(number for number, line in enumerate(lines) if line.strip() == "RECOVERY")
        assert RecoveryCode.parse(" ".join(lines[at : at + 3])) == code


def test_a_copy_of_the_vault_keeps_the_old_passphrase_and_that_is_said_in_the_docs(
    session: Session, folder: Path, tmp_path: Path
) -> None:
    """What a changed passphrase cannot do: that is what encrypting anew is for."""
    session.close()
    shutil.copytree(folder, tmp_path / "stolen")
    again = open_vault(folder, PASSPHRASE)
    change_passphrase(again, PASSPHRASE, NEW, FLOOR)
    again.close()
    assert opens(tmp_path / "stolen", PASSPHRASE)


def test_a_header_read_before_another_program_changed_it_is_not_used(
    session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading the header and holding the lock a second goes by, for the derivation."""
    session.close()
    real = open_header

    def slow(place, unlock):
        found = real(place, unlock)
        with monkeypatch.context() as patch:
            patch.setattr("delve_desktop.services.session.open_header", real)
            other = open_vault(folder, PASSPHRASE)
            change_passphrase(other, PASSPHRASE, NEW, FLOOR)
            other.close()
        return found

    monkeypatch.setattr("delve_desktop.services.session.open_header", slow)
    with pytest.raises(InUse):
        open_vault(folder, PASSPHRASE)
    monkeypatch.undo()


def test_a_good_passphrase_passes() -> None:
    check_strength(NEW, ["Zawadi"])
    with pytest.raises(DelveError):
        check_strength("")
