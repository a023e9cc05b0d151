"""From the start page into the main window and back: unlocking, locking, who is asked first, and its help."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from delve_desktop.__main__ import wants_window
from delve_desktop.app import Program
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import Damaged, DiskFull, HubRefused, WriteProtected, WrongPassphrase
from delve_desktop.services.keeping.vaults import MAX_NAME_FILE, NAME_FILE
from delve_desktop.services.session import create_vault, open_vault
from delve_desktop.settings import Settings
from delve_desktop.ui.help.cover import HelpCover
from delve_desktop.ui.sentences import sentence
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.vault.about_step import AboutStep
from delve_desktop.ui.vault.gate_page import PersonButton
from delve_desktop.ui.vault.passphrase_step import PassphraseStep
from delve_desktop.ui.vault.people import People
from delve_desktop.ui.vault.start_page import StartPage
from tests.ui.conftest import PASSPHRASE
from tests.ui.vault.person import LONG, at, door, opened, start_page, unlock


@pytest.mark.parametrize("text_size", [100, 150])
def test_the_cursor_stands_in_the_passphrase_at_the_start_and_after_a_lock(
    tmp_path: Path, qtbot: QtBot, program: Callable[[People], Program], text_size: int
) -> None:
    create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR).close()
    window = program(People(tmp_path / "vault", single=True))
    window.preferences.choose_text_size(text_size)
    qtbot.waitUntil(window.window.isActiveWindow)
    for _ in range(2):
        gate = start_page(window).gate
        assert gate is not None
        field = gate.unlock.field
        qtbot.waitUntil(lambda field=field: QApplication.focusWidget() is field, timeout=2000)
        unlock(window, qtbot, PASSPHRASE)
        opened(window, qtbot).lock_asked.emit()
        qtbot.waitUntil(lambda: isinstance(window.window.page(), StartPage), timeout=LONG)


def test_letters_of_twice_the_size_leave_the_passphrase_in_sight(
    tmp_path: Path, qtbot: QtBot, program: Callable[[People], Program]
) -> None:
    for name in ("Asha", "Zawadi"):
        create_vault(tmp_path / "vaults" / name, PASSPHRASE, name, params=FLOOR).close()
    window = program(People(tmp_path / "vaults", single=False))
    window.window.resize(1366, 720)
    window.preferences.choose_text_size(200)
    for _ in range(2):
        gate = start_page(window).gate
        assert gate is not None
        field = gate.unlock.field
        qtbot.waitUntil(lambda f=field: f.visibleRegion().boundingRect().size() == f.size(), timeout=5000)
        unlock(window, qtbot, PASSPHRASE)
        opened(window, qtbot).lock_asked.emit()
        qtbot.waitUntil(lambda: isinstance(window.window.page(), StartPage), timeout=LONG)


def test_a_vault_is_unlocked_locked_and_unlocked_again(
    tmp_path: Path, qtbot: QtBot, program: Callable[[People], Program]
) -> None:
    create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR).close()
    window = program(People(tmp_path / "vault", single=True))
    for by_key in (False, True, False):
        unlock(window, qtbot, PASSPHRASE)
        shell = opened(window, qtbot)
        if by_key:
            # the offscreen platform does not keep the window active, so the key itself would go nowhere
            keys = {one.key().toString(): one for one in shell.findChildren(QShortcut)}
            keys["Ctrl+L"].activated.emit()
        else:
            shell.topbar.lock.click()
        qtbot.waitUntil(lambda: isinstance(window.window.page(), StartPage), timeout=20_000)


def test_a_wrong_passphrase_is_said_and_harms_nothing(
    tmp_path: Path, qtbot: QtBot, program: Callable[[People], Program]
) -> None:
    create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR).close()
    window = program(People(tmp_path / "vault", single=True))
    unlock(window, qtbot, "maji tembo kijani")
    page = start_page(window)
    assert page.gate is not None
    qtbot.waitUntil(page.gate.unlock.open.isEnabled, timeout=20_000)
    said = [one.text() for one in page.findChildren(QLabel)]
    assert any("Nothing is harmed" in text for text in said)
    unlock(window, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(window.window.page(), Shell), timeout=20_000)


def test_several_people_share_a_laptop(tmp_path: Path) -> None:
    people = People(tmp_path, single=False)
    folders = [people.folder_for(name) for name in ("Neema L.", "../x", "Ñandú Ø", "")]
    assert all(folder.parent == tmp_path for folder in folders)
    first = people.folder_for("Neema L.")
    first.mkdir()
    assert people.folder_for("Neema L.") != first
    assert people.known() == []


def test_who_was_here_last_is_asked_first_also_after_the_next_start(
    tmp_path: Path, qtbot: QtBot, program: Callable[..., Program]
) -> None:
    home, kept = tmp_path / "vaults", tmp_path / "settings.json"
    for name in ("Awa", "Neema", "Zawadi"):
        create_vault(home / name, PASSPHRASE, name, params=FLOOR).close()
    window = program(People(home, single=False), kept)
    assert [button.person.name for button in chosen(window)] == ["Awa"]
    button = next(one for one in window.window.findChildren(PersonButton) if one.person.name == "Neema")
    button.click()
    unlock(window, qtbot, PASSPHRASE)
    opened(window, qtbot).topbar.lock.click()
    qtbot.waitUntil(lambda: isinstance(window.window.page(), StartPage), timeout=20_000)
    assert [button.person.name for button in chosen(window)] == ["Neema"]
    assert Settings.read(kept).last_vault == home / "Neema"
    again = program(People(home, single=False), kept)
    assert [button.person.name for button in chosen(again)] == ["Neema"]


def test_of_two_vaults_that_are_opened_at_once_the_one_asked_for_first_is_closed_again(
    tmp_path: Path, qtbot: QtBot, program: Callable[..., Program]
) -> None:
    home = tmp_path / "vaults"
    for name in ("Awa", "Neema"):
        create_vault(home / name, PASSPHRASE, name, params=FLOOR).close()
    window = program(People(home, single=False))
    unlock(window, qtbot, PASSPHRASE)
    button = next(one for one in window.window.findChildren(PersonButton) if one.person.name == "Neema")
    button.click()
    unlock(window, qtbot, PASSPHRASE)
    shell = opened(window, qtbot)
    qtbot.waitUntil(lambda: not window.database.busy, timeout=LONG)
    assert shell is window.window.page()
    assert shell._desk.name == "Neema"
    open_vault(home / "Awa", PASSPHRASE).close()  # nobody holds it


def chosen(program: Program) -> list[PersonButton]:
    return [one for one in start_page(program).findChildren(PersonButton) if one.isChecked()]


def test_settings_that_cannot_be_read_are_left_alone_and_stop_nobody(
    tmp_path: Path, qtbot: QtBot, program: Callable[..., Program]
) -> None:
    home, kept = tmp_path / "vaults", tmp_path / "settings.json"
    kept.write_bytes(b"{")
    create_vault(home / "Awa", PASSPHRASE, "Awa", params=FLOOR).close()
    window = program(People(home, single=False), kept)
    unlock(window, qtbot, PASSPHRASE)
    opened(window, qtbot)
    assert kept.read_bytes() == b"{"


@pytest.mark.parametrize("content", [b"", b"  \n", b"\xff" * 5000, b"a\nb"])
def test_any_file_may_lie_where_the_name_should(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "Neema").mkdir()
    (tmp_path / "Neema" / "vault.hdr").touch()
    (tmp_path / "Neema" / NAME_FILE).write_bytes(content)
    (person,) = People(tmp_path, single=False).known()
    assert 0 < len(person.name) <= MAX_NAME_FILE
    assert "\n" not in person.name


@pytest.mark.parametrize("name", ["Con", "nul", "COM1", "lpt9"])
def test_a_folder_is_never_called_as_a_device_of_windows(tmp_path: Path, name: str) -> None:
    assert People(tmp_path, single=False).folder_for(name).name == f"{name}-"


def test_a_subcommand_goes_to_the_command_line_and_nothing_opens_the_window() -> None:
    assert wants_window([])
    assert wants_window(["--vault", "x"])
    assert wants_window(["--vault=x"])
    assert not wants_window(["--vault", "x", "list"])
    assert not wants_window(["sync"])
    assert not wants_window(["--help"])
    assert not wants_window(["--vault", "x", "--json", "list"])


@pytest.mark.parametrize(
    "number, same",
    [(errno.ENOSPC, DiskFull("x")), (errno.EACCES, WriteProtected("x")), (errno.EROFS, WriteProtected("x"))],
)
def test_what_the_system_says_of_a_disk_is_said_as_of_the_vault(number: int, same: Exception) -> None:
    assert sentence(OSError(number, "x")).text == sentence(same).text


def test_every_error_becomes_a_sentence_without_codes() -> None:
    for error in (
        WrongPassphrase("x"),
        Damaged("x"),
        HubRefused("Refused.", "bad_signature"),
        OSError(28, "No space"),
        KeyError("bug"),
    ):
        said = sentence(error)
        assert said.text.endswith(".")
        assert "bad_signature" not in said.text
        assert type(error).__name__ not in said.text
        assert type(error).__name__ in said.detail


def test_f1_opens_the_help_before_a_vault_is_open_in_the_language_that_was_chosen(
    tmp_path: Path, qtbot: QtBot, program: Callable[[People], Program]
) -> None:
    create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR).close()
    made = program(People(tmp_path / "vault", single=True))
    made.preferences.choose_language("fr")
    qtbot.waitUntil(made.window.isActiveWindow)
    gate = start_page(made).gate
    assert gate is not None
    gate.unlock.field.setFocus()
    qtbot.keyClicks(gate.unlock.field, "half of my wo")
    qtbot.keyClick(gate.unlock.field, Qt.Key.Key_F1)
    cover = made.window.page()
    assert isinstance(cover, HelpCover)
    assert cover.help.name == "lock"
    assert "Verrou" in cover.help.text.toPlainText()
    qtbot.keyClick(cover.help.search, Qt.Key.Key_F1)  # the help has no help
    assert made.window.page() is cover
    qtbot.keyClick(cover.help.search, Qt.Key.Key_Escape)
    assert made.window.page() is start_page(made)
    assert gate.unlock.field.text() == "half of my wo"
    assert made.window.focusWidget() is gate.unlock.field
    unlock(made, qtbot, PASSPHRASE)
    opened(made, qtbot)


def test_f1_on_the_doors_and_their_steps(
    tmp_path: Path, qtbot: QtBot, program: Callable[[People], Program]
) -> None:
    made = program(People(tmp_path / "vaults", single=False))
    qtbot.keyClick(made.window, Qt.Key.Key_F1)
    cover = made.window.page()
    assert isinstance(cover, HelpCover)
    assert cover.help.name == "first-steps"
    cover.back.click()
    page = start_page(made)
    door(made, 1)
    about = at(made, AboutStep, qtbot)
    qtbot.keyClick(about.name, Qt.Key.Key_F1)
    cover = made.window.page()
    assert isinstance(cover, HelpCover)
    assert cover.help.name == "first-steps"
    cover.back.click()
    page._ask_words()
    words = at(made, PassphraseStep, qtbot)
    qtbot.keyClick(words.new.secret.edit, Qt.Key.Key_F1)
    cover = made.window.page()
    assert isinstance(cover, HelpCover)
    assert cover.help.name == "passphrase"
