"""The settings page: what is chosen for the laptop, and what opens and copies the vault."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.domain.errors import Cancelled, WrongPassphrase
from delve_desktop.services.keeping import backup
from delve_desktop.services.keeping.pin import Cover, IdleLock
from delve_desktop.services.session import open_with_code, unlock_key
from delve_desktop.settings import Settings
from delve_desktop.ui import theme, translations
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.preferences import UNREADABLE, Preferences
from delve_desktop.ui.settings.page import SettingsPage
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.conftest import PASSPHRASE
from tests.ui.stand_in import StandIn

NEW = "tisa mbuzi walikula kofia yangu mtoni"
Wait = Callable[[], None]


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DELVE_KDF", "floor")
    yield
    translations.use(qapp, "en")
    theme.apply(qapp, theme.LIGHT_THEME, scale=1.0)


@pytest.fixture
def lock() -> IdleLock:
    return IdleLock(lambda: 0.0, lambda: None)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, lock: IdleLock, tmp_path: Path, settle: Wait) -> SettingsPage:
    made = SettingsPage(desk, Preferences(tmp_path / "settings.json"), lock)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    settle()
    return made


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_the_person_at_the_foot_of_the_left_pane_leads_to_the_settings(shell: Shell, settle: Wait) -> None:
    shell.nav._person.click()
    settle()
    assert shell.section is Section.SETTINGS
    assert shell.pages.settings.isVisible()
    assert shell.nav._person.isChecked()
    shell.go(Section.HOME)
    assert not shell.nav._person.isChecked()


def test_what_is_chosen_for_the_laptop_counts_at_once_and_is_kept(
    page: SettingsPage, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    before = qapp.font().pointSizeF()
    with qtbot.waitSignal(page.laptop._preferences.outdated, timeout=1000):
        choose(page.laptop.text_size, 150)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    choose(page.laptop.theme, "dark")
    assert theme.current().name == "dark"
    with qtbot.waitSignal(page.laptop._preferences.outdated, timeout=1000):
        choose(page.laptop.language, "fr")
    choose(page.laptop.idle, 2)
    kept = Settings.read(tmp_path / "settings.json")
    assert (kept.text_size, kept.theme, kept.language, kept.idle_minutes) == (150, "dark", "fr", 2)
    page.laptop.theme.setCurrentIndex(0)
    page.laptop.theme.activated.emit(0)
    assert Settings.read(tmp_path / "settings.json").theme is None


def test_settings_that_cannot_be_read_are_kept_aside_only_when_something_is_chosen(
    tmp_path: Path, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b'{"text_size": 40}')
    chosen = Preferences(file)
    assert chosen.text_size == 100
    assert "text_size" in caplog.text
    chosen.remember_vault(tmp_path)
    assert file.read_bytes() == b'{"text_size": 40}'
    chosen.choose_idle_minutes(10)
    assert Settings.read(file).idle_minutes == 10
    assert file.with_name(file.name + UNREADABLE).read_bytes() == b'{"text_size": 40}'


def test_a_disk_that_takes_no_settings_stops_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_settings: Settings, _path: Path) -> None:
        raise OSError(28, "No space left")

    monkeypatch.setattr(Settings, "write", full)
    Preferences(tmp_path / "settings.json").choose_idle_minutes(10)
    assert "could not be kept" in caplog.text


def test_the_digits_are_set_judged_and_taken_away(page: SettingsPage, lock: IdleLock) -> None:
    pin = page.pin
    for weak, words in (
        ("123456", "try these digits first"),
        ("48291", "Six digits"),
        ("48a915", "Six digits"),
    ):
        pin.digits.setText(weak)
        pin.set_.click()
        assert not lock.has_pin
        assert words in pin.bar.text
    pin.digits.setText("482915")
    pin.set_.click()
    assert lock.has_pin
    assert pin.digits.text() == ""
    assert pin.remove.isVisible()
    lock.cover_up()
    assert lock.try_pin("482915").cover is Cover.OPEN
    pin.remove.click()
    assert not lock.has_pin


def test_the_passphrase_changes_only_for_who_knows_the_old_one(
    page: SettingsPage, cases: StandIn, settle: Wait
) -> None:
    card, folder = page.passphrase, cases.session.vault.folder
    assert not card.change.isEnabled()
    card.old.edit.setText("maji tembo kijani jua kisima moshi")
    card.new.secret.edit.setText("too short")
    assert not card.change.isEnabled()
    card.new.secret.edit.setText(NEW)
    card.change.click()
    settle()
    assert "do not open this vault" in card.bar.text
    unlock_key(folder, PASSPHRASE)
    assert card.new.text == NEW, "what was typed stays, to be mended"
    card.old.edit.setText(PASSPHRASE)
    card.change.click()
    settle()
    assert "Your new words" in card.bar.text
    assert card.old.edit.text() == card.new.text == ""
    unlock_key(folder, NEW)
    with pytest.raises(WrongPassphrase):
        unlock_key(folder, PASSPHRASE)


def test_where_others_may_know_it_everything_is_encrypted_anew_and_the_sheet_too(
    page: SettingsPage, cases: StandIn, settle: Wait
) -> None:
    card, folder = page.passphrase, cases.session.vault.folder
    old_code = cases.new_recovery_code(PASSPHRASE)
    before = unlock_key(folder, PASSPHRASE)
    card.known.setChecked(True)
    card.old.edit.setText(PASSPHRASE)
    card.new.secret.edit.setText(NEW)
    card.change.click()
    assert card.run.isVisible()
    settle()
    assert not card.run.isVisible()
    assert unlock_key(folder, NEW) != before
    assert card.sheet.isVisible()
    assert card.sheet.sheet is not None
    assert card.sheet.sheet.code != old_code


def test_a_recovery_sheet_is_made_for_who_knows_the_words(
    page: SettingsPage, cases: StandIn, settle: Wait, tmp_path: Path
) -> None:
    card = page.recovery
    assert "none yet" in "\n".join(one.text() for one in card.findChildren(QLabel))
    card.words.edit.setText("maji tembo kijani")
    card.make.click()
    settle()
    assert not card.sheet.isVisible()
    assert "do not open" in card.bar.text
    card.words.edit.setText(PASSPHRASE)
    card.make.click()
    settle()
    assert card.sheet.isVisible()
    assert card.sheet.sheet is not None
    code = RecoveryCode.parse(card.sheet.sheet.code)
    folder = cases.session.vault.folder
    cases.session.close()
    open_with_code(folder, code).close()


def test_a_backup_is_written_beside_others_and_opens(
    page: SettingsPage, cases: StandIn, settle: Wait, tmp_path: Path
) -> None:
    card, stick = page.backup, tmp_path / "stick"
    stick.mkdir()
    for number in (1, 2):
        card.words.edit.setText(PASSPHRASE)
        card.back_up_into(stick)
        settle()
        assert "is whole" in card.bar.text
        assert card.words.edit.text() == "", "words stay on no screen longer than they are needed"
        assert len(list(stick.iterdir())) == number
    for file in stick.iterdir():
        backup.check(file, PASSPHRASE)
    card.words.edit.setText("wrong words altogether here")
    card.back_up_into(stick)
    settle()
    assert "do not open" in card.bar.text
    assert len(list(stick.iterdir())) == 2


def test_a_backup_can_be_stopped_and_leaves_nothing(
    page: SettingsPage, cases: StandIn, settle: Wait, tmp_path: Path
) -> None:
    card, stick = page.backup, tmp_path / "stick"
    stick.mkdir()
    card.words.edit.setText(PASSPHRASE)
    cases.gate.clear()
    card.back_up_into(stick)
    assert card.run.isVisible()
    card.run.stop.click()
    cases.gate.set()
    settle()
    assert "Stopped" in card.bar.text
    assert list(stick.iterdir()) == []


def test_who_looks_around_has_no_vault_to_set_anything_for(qtbot: QtBot, desk: Desk, lock: IdleLock) -> None:
    page = SettingsPage(desk, Preferences(), lock, walking=True)
    qtbot.addWidget(page)
    assert not hasattr(page, "passphrase")
    assert not hasattr(page.laptop, "idle")


def test_a_backup_that_runs_holds_no_lock_up(
    shell: Shell, cases: StandIn, tmp_path: Path, settle: Wait, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def until_stopped(_words: str, _file: Path, *, progress: object, cancelled: Callable[[], bool]) -> int:
        begun.set()
        for _ in range(1000):
            if cancelled():
                raise Cancelled("Stopped; there is no backup.")
            time.sleep(0.01)
        return 1

    begun = threading.Event()
    monkeypatch.setattr(cases, "back_up", until_stopped, raising=False)
    shell.go(Section.SETTINGS)
    settle()
    card = shell.pages.settings.backup
    card.words.edit.setText(PASSPHRASE)
    card.back_up_into(tmp_path)
    assert begun.wait(5)
    with qtbot.waitCallback(timeout=5000) as done:
        shell.put_away(done)
