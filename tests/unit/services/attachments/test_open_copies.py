"""Copies for other programs: in one private folder, and gone when the vault is closed or opened again."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from delve_desktop.domain.attachments import safe_name
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.services.attachments import sealing
from delve_desktop.services.attachments.open_copies import PROGRAMS, open_copy
from delve_desktop.services.attachments.wiping import wipe_copies
from delve_desktop.services.session import Session, open_vault
from delve_desktop.store.files import OPEN
from tests.unit.services.conftest import PASSPHRASE

CANARY = b"kisima-canary"


@pytest.fixture
def value(session: Session) -> dict[str, Any]:
    return {**sealing.store_bytes(session, CANARY * 9_000, "application/pdf"), "name": "Plan.pdf"}


def canaries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and CANARY in path.read_bytes()]


def test_inv27_an_opened_copy_is_private_and_gone_when_the_vault_is_closed(
    session: Session, value: dict[str, Any]
) -> None:
    folder = session.vault.folder
    path = open_copy(session, value)
    assert path.read_bytes() == CANARY * 9_000
    assert path.name == "Plan.pdf"
    assert path.is_relative_to(folder / OPEN)
    if os.name == "posix":
        assert stat.S_IMODE((folder / OPEN).stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert canaries(folder) == [path]
    session.close()
    assert canaries(folder) == []
    assert not (folder / OPEN).exists()


def test_inv27_what_a_killed_program_left_is_wiped_at_the_next_start(
    session: Session, value: dict[str, Any]
) -> None:
    folder = session.vault.folder
    session.vault.close()  # as when the process ends without a word
    (left := folder / OPEN / "0011223344556677").mkdir(parents=True)
    (left / "Plan.pdf").write_bytes(CANARY)
    (left / "Plan.pdf.part").write_bytes(CANARY)
    assert len(canaries(folder)) == 2
    open_vault(folder, PASSPHRASE).close()
    assert canaries(folder) == []


def test_inv27_bytes_are_overwritten_before_they_are_removed(session: Session, value: dict[str, Any]) -> None:
    path = open_copy(session, value)
    with path.open("rb") as held:  # as a program that shows it
        wipe_copies(session.vault.folder)
        assert CANARY not in held.read()


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_wiping_follows_no_link_out_of_the_folder(session: Session, tmp_path: Path) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir()
    precious = elsewhere / "precious.txt"
    precious.write_bytes(CANARY)
    folder = session.vault.folder / OPEN
    folder.mkdir()
    (folder / "dir").symlink_to(elsewhere)
    (folder / "file").symlink_to(precious)
    wipe_copies(session.vault.folder)
    assert precious.read_bytes() == CANARY
    folder.symlink_to(elsewhere)
    value = {**sealing.store_bytes(session, b"x", "application/pdf"), "name": "Plan.pdf"}
    with pytest.raises(InvalidContent):
        open_copy(session, value)
    wipe_copies(session.vault.folder)
    assert precious.read_bytes() == CANARY


@pytest.mark.parametrize(
    "name",
    [
        "run.exe",
        "a.pdf.LNK",
        "noending",
        "page.html",
        "macro.docm",
        "x.desktop",
        "x.settingcontent-ms",
        "help.chm",
        "x.terminal",
        "setup.msix",
    ],
)
def test_inv24_what_a_system_would_run_is_never_opened(session: Session, name: str) -> None:
    value = {**sealing.store_bytes(session, b"x", "application/pdf"), "name": name}
    with pytest.raises(InvalidContent, match="saved"):
        open_copy(session, value)
    assert not (session.vault.folder / OPEN).exists()
    assert "exe" in PROGRAMS


def test_a_name_out_of_the_folder_stays_in_it(session: Session) -> None:
    value = {**sealing.store_bytes(session, b"x", "application/pdf"), "name": "../../../x.pdf"}
    path = open_copy(session, value)
    assert path.parent.parent == session.vault.folder / OPEN
    assert safe_name("../../../x.pdf") == path.name
