"""Files that the program is started with: contacts come into the vault, a backup is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delve_desktop.__main__ import wants_window
from delve_desktop.app import Program
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.services import records, spaces
from delve_desktop.services.session import create_vault
from delve_desktop.settings import OPENED, files_argument, vault_argument
from delve_desktop.ui.contacts.drop import ENDINGS
from delve_desktop.ui.given_files import BACKUP
from delve_desktop.ui.vault.people import People
from delve_desktop.ui.vault.restore_step import RestoreStep
from tests.ui.conftest import PASSPHRASE
from tests.ui.vault.person import LONG, at, opened, settled, shown, start_page, unlock

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Neema Mushi\r\nEND:VCARD\r\n"


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    session = create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR)
    spaces.create_space(session, "Lake Zone")
    session.close()
    made = Program(People(tmp_path / "vault", single=True), automatic_sync=False, walks=tmp_path / "walks")
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()
    made.end()


@pytest.fixture
def card(tmp_path: Path) -> Path:
    file = tmp_path / "card.vcf"
    file.write_text(CARD, encoding="utf-8", newline="")
    return file


def contacts(program: Program, qtbot: QtBot) -> list[str]:
    settled(program, qtbot)
    desk = program._desk
    assert desk is not None
    titles: list[list[str]] = []
    space = desk.space
    assert space is not None
    desk.ask(
        lambda use: [row.title for row in records.list_records(use.session, space, "contact").rows],  # type: ignore[attr-defined]
        titles.append,
    )
    settled(program, qtbot)
    return titles[0]


def test_contacts_given_at_the_start_wait_for_the_passphrase_and_come_in_once(
    program: Program, card: Path, qtbot: QtBot
):
    program.open_files([card])
    unlock(program, qtbot, PASSPHRASE)
    opened(program, qtbot)
    assert contacts(program, qtbot) == ["Neema Mushi"]
    program.lock()
    qtbot.waitUntil(lambda: program.start_page is not None, timeout=LONG)
    unlock(program, qtbot, PASSPHRASE)
    shell = opened(program, qtbot)
    assert "came in" not in shown(shell.bar)


def test_a_later_start_brings_its_contacts_into_the_open_vault(program: Program, card: Path, qtbot: QtBot):
    unlock(program, qtbot, PASSPHRASE)
    shell = opened(program, qtbot)
    program.window.showMinimized()
    program.on_asked([str(card)])
    assert not program.window.isMinimized()
    assert contacts(program, qtbot) == ["Neema Mushi"]
    assert "contact" in shown(shell.bar)


def test_a_backup_is_asked_about_before_a_vault_is_open(program: Program, tmp_path: Path, qtbot: QtBot):
    program.open_files([tmp_path / "old.delve-backup"])
    step = at(program, RestoreStep, qtbot)
    assert step.file == tmp_path / "old.delve-backup"
    assert "old.delve-backup" in shown(start_page(program))


def test_a_backup_given_to_an_open_vault_says_what_to_do(program: Program, tmp_path: Path, qtbot: QtBot):
    unlock(program, qtbot, PASSPHRASE)
    shell = opened(program, qtbot)
    program.on_asked([str(tmp_path / "old.delve-backup")])
    assert "before a vault is open" in shown(shell.bar)


@pytest.mark.parametrize(
    "arguments, window",
    [
        ([], True),
        (["card.vcf"], True),
        (["--vault", "list"], True),
        (["--vault=x", "B.VCARD", "old.delve-backup"], True),
        (["list"], False),
        (["import", "card.vcf"], False),
        (["--help"], False),
        (["-x.vcf"], False),
    ],
)
def test_files_open_the_window_and_commands_do_not(arguments: list[str], window: bool):
    assert wants_window(arguments) == window


def test_the_files_are_told_from_the_folder_of_the_vault(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given = ["--vault", "a.vcf", "b.vcf", "--vault=c.vcf"]
    assert files_argument(given) == [tmp_path / "b.vcf"]
    assert vault_argument(given) == tmp_path / "a.vcf"


def test_what_the_window_opens_is_what_it_can_bring_in():
    assert set(OPENED) == {*ENDINGS, BACKUP}
