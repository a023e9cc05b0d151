"""Locking by itself: after a pause behind the PIN or for good, at sleep, after five wrong PINs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.domain.errors import Locked
from delve_desktop.services import records
from delve_desktop.services.keeping.pin import IDLE_AFTER, SLEPT_AFTER
from delve_desktop.services.session import open_vault
from delve_desktop.settings import Settings
from delve_desktop.ui.help.cover import HelpCover
from delve_desktop.ui.records.link_editors import LinksEdit
from delve_desktop.ui.records.link_picker import LinkPicker
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.sleep_watch import (
    POWERBROADCAST,
    SESSION_CHANGE,
    SESSION_LOCK,
    SUSPEND,
    SleepWatch,
    says_sleep,
    ticks,
)
from delve_desktop.ui.vault.pin_page import PinPage
from delve_desktop.ui.vault.start_page import StartPage
from delve_desktop.ui.window import Window
from tests.ui.conftest import PASSPHRASE
from tests.ui.vault.pauses import CANARY, PIN, Hand, everything, pause, pin_page, start, use_pin
from tests.ui.vault.person import LONG, opened, settled, shown, unlock

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={0}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""
ON_BUS = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from delve_desktop.ui.sleep_watch import SleepWatch

app, heard = QCoreApplication([]), []
watch = SleepWatch()
watch.slept.connect(lambda: heard.append(asked[0]))
watch.begin(None)
bus = QDBusConnection.systemBus()
assert bus.registerService("org.freedesktop.login1")
asked = [""]

def tell(path, kind, name, *arguments):
    asked[0] = f"{name} {arguments}"
    said = QDBusMessage.createSignal(path, f"org.freedesktop.login1.{kind}", name)
    said.setArguments(list(arguments))
    assert bus.send(said)

def listen(milliseconds, act):
    QTimer.singleShot(milliseconds, act)

listen(100, lambda: tell("/org/freedesktop/login1", "Manager", "PrepareForSleep", True))
listen(900, lambda: tell("/org/freedesktop/login1", "Manager", "PrepareForSleep", False))
listen(1700, lambda: tell("/org/freedesktop/login1/session/_31", "Session", "Lock"))
listen(2500, app.quit)
app.exec()
print(heard, flush=True)
"""


def test_a_pause_without_a_pin_locks_for_good(window: Program, hand: Hand, qtbot: QtBot) -> None:
    desk = window._desk
    assert desk is not None
    pause(window, hand, IDLE_AFTER - 10)
    assert isinstance(window.window.page(), Shell)
    pause(window, hand, 15)
    start(window, qtbot)
    with pytest.raises(Locked):
        desk._use_cases.list_spaces()


def test_behind_the_pin_nothing_of_the_records_is_in_the_window_and_the_draft_is_kept(
    window: Program, hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    shell = opened(window, qtbot)
    use_pin(window)
    shell.go(Section.NOTES)
    settled(window, qtbot)
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    settled(window, qtbot)
    assert CANARY in everything(window.window)
    shell.pane.edit()
    settled(window, qtbot)
    field = QApplication.focusWidget() or shell.pane.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Kept words")
    place = shell.place
    pause(window, hand, IDLE_AFTER + 5)
    page = pin_page(window, qtbot)
    assert CANARY not in everything(window.window)
    assert "Zawadi" in shown(page)
    qtbot.keyClicks(page.digits, PIN)
    again = opened(window, qtbot)
    assert again.place.section is place.section
    assert CANARY in everything(window.window)
    assert "Kept words" in everything(window.window)


def test_five_wrong_pins_lock_for_good(window: Program, hand: Hand, qtbot: QtBot) -> None:
    use_pin(window)
    pause(window, hand, IDLE_AFTER + 5)
    page = pin_page(window, qtbot)
    for left in (4, 3, 2, 1):
        qtbot.keyClicks(page.digits, "135791")
        assert str(left) in page.told
        assert isinstance(window.window.page(), PinPage)
    qtbot.keyClicks(page.digits, "135791")
    start(window, qtbot)
    unlock(window, qtbot, PASSPHRASE)
    opened(window, qtbot)
    assert window.guard is not None
    assert not window.guard.lock.has_pin


def test_f1_over_the_pin_opens_the_help_and_a_lock_takes_both_away(
    window: Program, hand: Hand, qtbot: QtBot
) -> None:
    use_pin(window)
    pause(window, hand, IDLE_AFTER + 5)
    page = pin_page(window, qtbot)
    qtbot.keyClick(page.digits, Qt.Key.Key_F1)
    cover = window.window.page()
    assert isinstance(cover, HelpCover)
    assert cover.help.name == "lock"
    qtbot.keyClick(cover.help.text, Qt.Key.Key_Escape)
    assert window.window.page() is page
    qtbot.keyClick(page.digits, Qt.Key.Key_F1)
    assert window.guard is not None
    window.guard.lock.lock()
    start(window, qtbot)


def test_the_words_can_be_used_instead_of_the_pin(window: Program, hand: Hand, qtbot: QtBot) -> None:
    use_pin(window)
    pause(window, hand, IDLE_AFTER + 5)
    pin_page(window, qtbot).words.click()
    start(window, qtbot)


def test_sleep_locks_whether_told_before_or_seen_afterwards(
    window: Program, hand: Hand, qtbot: QtBot
) -> None:
    use_pin(window)
    pause(window, hand, IDLE_AFTER + 5)
    pin_page(window, qtbot)
    hand.now += SLEPT_AFTER + 1
    assert window.guard is not None
    window.guard.tick()
    start(window, qtbot)
    unlock(window, qtbot, PASSPHRASE)
    opened(window, qtbot)
    use_pin(window)
    window.guard._sleep.slept.emit()
    start(window, qtbot)


def test_a_key_or_a_click_in_the_window_counts_as_somebody(window: Program, hand: Hand, qtbot: QtBot) -> None:
    handle = window.window.windowHandle()
    assert handle is not None
    for _ in range(2):
        pause(window, hand, IDLE_AFTER - 10)
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        QGuiApplication.sendEvent(handle, key)
        pause(window, hand, IDLE_AFTER - 10)
        at = QPointF(5, 700)
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            at,
            at,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QGuiApplication.sendEvent(handle, press)
    assert isinstance(window.window.page(), Shell)
    pause(window, hand, IDLE_AFTER + 5)
    start(window, qtbot)


def test_another_time_counts_at_once_and_after_the_next_start(
    window: Program, hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    shell = opened(window, qtbot)
    shell.go(Section.SETTINGS)
    box = shell.pages.settings.laptop.idle
    box.setCurrentIndex(box.findData(1))
    box.activated.emit(box.currentIndex())
    settled(window, qtbot)
    assert Settings.read(tmp_path / "settings.json").idle_minutes == 1
    pause(window, hand, 65)
    start(window, qtbot)
    unlock(window, qtbot, PASSPHRASE)
    opened(window, qtbot)
    pause(window, hand, 65)
    start(window, qtbot)


def test_what_is_being_typed_is_kept_when_it_locks_by_itself(
    window: Program, hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    shell = opened(window, qtbot)
    shell.start_new("note")
    settled(window, qtbot)
    space = shell.current_space()
    assert space is not None
    field = QApplication.focusWidget() or shell.pane.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Typed before the pause")
    pause(window, hand, IDLE_AFTER + 5)
    start(window, qtbot)
    session = open_vault(tmp_path / "vault", PASSPHRASE)
    titles = [row.title for row in records.list_records(session, space.id, "note").rows]
    session.close()
    assert "Typed before the pause" in titles


def test_what_windows_says_of_sleep_is_understood() -> None:
    assert says_sleep(POWERBROADCAST, SUSPEND)
    assert says_sleep(SESSION_CHANGE, SESSION_LOCK)
    assert not says_sleep(POWERBROADCAST, 0x12)
    assert not says_sleep(SESSION_CHANGE, 0x8)


def test_logind_is_listened_to_where_there_is_one(qtbot: QtBot) -> None:
    watch = SleepWatch()
    watch.begin(None)
    with qtbot.waitSignal(watch.slept, timeout=1000):
        watch._on_prepare(True)
    with qtbot.assertNotEmitted(watch.slept):
        watch._on_prepare(False)
    with qtbot.waitSignal(watch.slept, timeout=1000):
        watch._on_lock()
    assert ticks() <= ticks()


@pytest.mark.processes
@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs a bus of its own")
def test_a_signal_of_logind_on_the_bus_is_heard(tmp_path: Path) -> None:
    address, config = tmp_path / "bus", tmp_path / "bus.conf"
    config.write_text(BUS.format(address), encoding="utf-8")
    daemon = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(daemon, stdout=subprocess.PIPE, text=True) as bus:
        try:
            assert bus.stdout is not None
            assert bus.stdout.readline()
            ran = subprocess.run(
                [sys.executable, "-c", ON_BUS],
                env={
                    **os.environ,
                    "PYTHONPATH": str(root / "src"),
                    "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={address}",
                },
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
        finally:
            bus.terminate()
    assert ran.stdout.strip() == "['PrepareForSleep (True,)', 'Lock ()']", ran.stderr


def test_nothing_is_shown_again_when_it_is_locked_while_the_language_changes(
    window: Program, qtbot: QtBot
) -> None:
    seen: list[QWidget | None] = []
    show = window.window.show_page

    def noted(page: QWidget) -> None:
        seen.append(page)
        show(page)

    window.window.show_page = noted  # type: ignore[method-assign]
    window.preferences.outdated.emit()
    window.lock()
    qtbot.waitUntil(lambda: isinstance(window.window.page(), StartPage), timeout=LONG)
    assert not any(isinstance(page, Shell) for page in seen)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_nothing_that_drops_down_stays_above_a_locked_window(
    window: Program, hand: Hand, qtbot: QtBot
) -> None:
    use_pin(window)
    shell = window.window.page()
    assert isinstance(shell, Shell)
    shell.start_new("contact")
    settled(window, qtbot)
    edit = shell.pane.findChildren(LinksEdit)[0]
    edit.open_picker()
    settled(window, qtbot)
    assert QApplication.activePopupWidget() is not None
    pause(window, hand, IDLE_AFTER)
    assert QApplication.activePopupWidget() is None
    qtbot.waitUntil(lambda: isinstance(window.window.page(), PinPage), timeout=LONG)
    assert not any(one.isVisible() for one in QApplication.topLevelWidgets() if isinstance(one, LinkPicker))


def test_no_dialog_stays_above_a_locked_window(window: Program, qtbot: QtBot) -> None:
    """It may say the name of a file. It goes with the cover, not when all is kept."""
    shell = window.window.page()
    seen: list[QWidget | None] = []

    def lock() -> None:
        seen.append(QApplication.activeModalWidget())
        window.lock()
        seen.append(QApplication.activeModalWidget())

    QTimer.singleShot(50, lock)
    chosen, _ = QFileDialog.getSaveFileName(
        shell, "Save as", CANARY, options=QFileDialog.Option.DontUseNativeDialog
    )
    assert chosen == ""
    assert [isinstance(one, QFileDialog) for one in seen] == [True, False]
    start(window, qtbot)


def test_help_over_a_page_that_was_read_anew_goes_all_the_same(qtbot: QtBot) -> None:
    below, field = QWidget(), QLineEdit()
    QVBoxLayout(below).addWidget(field)
    window, cover = Window(), HelpCover("lock")
    qtbot.addWidget(window)
    window.show_page(below)
    window.show()
    window.activateWindow()
    field.setFocus()
    window.lay_over(cover, cover.closed)
    shiboken6.delete(field)
    cover.closed.emit()
    assert window.page() is below
