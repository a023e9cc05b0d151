"""The first start on a disk that is full at one of its steps: it is told there, and goes on with room."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.domain.errors import DiskFull
from delve_desktop.services import spaces
from delve_desktop.services.keeping import passphrases, vaults, walk
from delve_desktop.services.session import Session, open_vault
from delve_desktop.store import room
from delve_desktop.ui.bound import BoundUseCases
from delve_desktop.ui.vault import opening
from delve_desktop.ui.vault.arrival_step import ArrivalStep
from delve_desktop.ui.vault.passphrase_step import PassphraseStep
from delve_desktop.ui.vault.people import People
from delve_desktop.ui.vault.sheet_step import SheetStep
from delve_desktop.ui.vault.walk_step import WalkStep
from tests.ui.conftest import PASSPHRASE
from tests.ui.vault.person import LONG, at, door, introduce, opened, settled, shown, start_page

Make = Callable[..., Program]
FULL = "The disk is full."


class Disk:
    """Takes nothing while it is `full`, at the places that were given to it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self.full = True

    def watch(self, place: Any, name: str, error: Exception) -> None:
        real = getattr(place, name)

        def write(*given: Any, **named: Any) -> Any:
            if self.full:
                raise error
            return real(*given, **named)

        self._patch.setattr(place, name, write)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def no_room() -> DiskFull:
    return DiskFull("The disk is full; nothing was changed.")


def test_when_the_vault_is_made(qtbot: QtBot, program: Make, disk: Disk) -> None:
    window = program()
    disk.watch(room, "check_room", no_room())
    door(window, 1)
    introduce(window, qtbot, "Zawadi M.", "Kambi ya Mawe")
    words = at(window, PassphraseStep, qtbot)
    qtbot.waitUntil(lambda: bool(words.told), timeout=LONG)
    assert words.told.startswith(FULL)
    assert words.new.text == PASSPHRASE, "nothing has to be typed again"
    disk.full = False
    words.next.click()
    at(window, SheetStep, qtbot)


def test_when_the_name_for_the_start_page_is_kept(
    qtbot: QtBot, program: Make, disk: Disk, tmp_path: Path
) -> None:
    window = program()
    disk.watch(vaults, "remember_name", OSError(errno.ENOSPC, "No space left"))
    door(window, 1)
    introduce(window, qtbot, "Zawadi M.", "Kambi ya Mawe")
    at(window, SheetStep, qtbot).next.click()
    opened(window, qtbot)
    assert len(People(tmp_path / "vaults", single=False).known()) == 1, "it goes by the name of its folder"


@pytest.mark.parametrize("place", ["space", "introduction"])
def test_when_the_space_is_founded(
    qtbot: QtBot, program: Make, disk: Disk, tmp_path: Path, place: str
) -> None:
    window = program()
    if place == "space":
        disk.watch(spaces, "create_space", no_room())
    else:
        disk.watch(BoundUseCases, "introduce", no_room())
    door(window, 1)
    introduce(window, qtbot, "Zawadi M.", "Kambi ya Mawe")
    arrival = at(window, ArrivalStep, qtbot)
    qtbot.waitUntil(lambda: bool(arrival.told), timeout=LONG)
    assert arrival.told.startswith(FULL)
    disk.full = False
    next(one for one in arrival.findChildren(QPushButton) if one.text() == "Try again").click()
    at(window, SheetStep, qtbot).next.click()
    opened(window, qtbot)
    window.window.close()
    qtbot.waitUntil(lambda: not window.window.isVisible(), timeout=LONG)
    (person,) = People(tmp_path / "vaults", single=False).known()
    with closing(open_vault(person.folder, PASSPHRASE)) as session:
        assert [space.name for space in spaces.list_spaces(session)] == ["Kambi ya Mawe"], "and once only"


def test_when_the_recovery_sheet_is_made_and_saved(
    qtbot: QtBot, program: Make, disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program()
    disk.watch(passphrases, "new_recovery_code", no_room())
    door(window, 1)
    introduce(window, qtbot, "Zawadi M.", "Kambi ya Mawe")
    sheet = at(window, SheetStep, qtbot)
    sheet.make.click()
    qtbot.waitUntil(lambda: bool(sheet.told), timeout=LONG)
    assert sheet.told.startswith(FULL)
    disk.full = False
    sheet.make.click()
    qtbot.waitUntil(lambda: sheet.card.sheet is not None, timeout=LONG)
    file = tmp_path / "sheet.pdf"

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left")

    with monkeypatch.context() as stick, qtbot.assertNotEmitted(sheet.card.kept):
        stick.setattr(os, "fsync", full)
        sheet.card.write_pdf(file)
    assert FULL in shown(sheet.card)
    assert not file.exists(), "no sheet that breaks off is taken for one"
    sheet.card.write_pdf(file)
    assert file.read_bytes().rstrip().endswith(b"%%EOF")


def test_when_the_samples_come(qtbot: QtBot, program: Make, disk: Disk, tmp_path: Path) -> None:
    window = program()
    disk.watch(walk, "import_items", no_room())
    door(window, 2)
    step = at(window, WalkStep, qtbot)
    qtbot.waitUntil(lambda: bool(step.told), timeout=LONG)
    assert step.told.startswith(FULL)
    assert list((tmp_path / "home" / "look-around").iterdir()) == []
    disk.full = False
    step.next.click()
    opened(window, qtbot)


def test_a_walk_is_wiped_though_the_disk_takes_no_last_write(
    qtbot: QtBot, program: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program()
    door(window, 2)
    shell = opened(window, qtbot)
    close = Session.close

    def full(session: Session) -> None:
        close(session)
        raise no_room()

    monkeypatch.setattr(Session, "close", full)
    monkeypatch.setattr(opening, "wipe_walks", lambda _home: None)  # what the next start does, as well
    assert shell.band is not None
    shell.band.leave.click()
    qtbot.waitUntil(lambda: window.start_page is not None, timeout=LONG)
    settled(window, qtbot)
    assert start_page(window).step is None
    assert list((tmp_path / "home" / "look-around").iterdir()) == []
