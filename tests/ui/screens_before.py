"""The screens before the main window; see `screens`."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.services.keeping.pin import Cover, PinTry
from delve_desktop.services.keeping.vaults import NAME_FILE
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.vault.about_step import AboutStep
from delve_desktop.ui.vault.arrival_step import ArrivalStep
from delve_desktop.ui.vault.invite_step import InviteStep
from delve_desktop.ui.vault.opening import Newcomer
from delve_desktop.ui.vault.passphrase_step import PassphraseStep
from delve_desktop.ui.vault.people import People
from delve_desktop.ui.vault.pin_page import PinPage
from delve_desktop.ui.vault.restore_step import RestoreStep
from delve_desktop.ui.vault.sheet_step import SheetStep
from delve_desktop.ui.vault.start_page import StartPage
from delve_desktop.ui.vault.walk_step import WalkStep

from .stage import PASSPHRASE, WORDS, Stage


def start_page(stage: Stage, folder: str) -> StartPage:
    """The start over the vaults of a folder."""
    return StartPage(People(stage.folder / folder, single=False), QLocale().name()[:2], stage.workers[0])


def first_start(stage: Stage) -> QWidget:
    """Nobody works here yet."""
    return stage.show(start_page(stage, "nobody"))


def gate(stage: Stage) -> StartPage:
    """Three people share the laptop."""
    for name in ("Zawadi M.", "Neema L.", "Tatu K."):
        one = stage.folder / "people" / name
        one.mkdir(parents=True, exist_ok=True)
        (one / "vault.hdr").write_bytes(b"")
        (one / NAME_FILE).write_text(name, encoding="utf-8")
    return start_page(stage, "people")


def unlock(stage: Stage) -> QWidget:
    """A passphrase half typed."""
    page = gate(stage)
    assert page.gate is not None
    page.gate.tiles[-1].click()
    page.gate.unlock.field.setText("maji tembo kijani jua")
    page.gate.unlock.secret.reveal()
    return stage.show(page)


def way_in(stage: Stage, *, founding: bool) -> StartPage:
    """Through the first or the second door."""
    page = start_page(stage, "nobody")
    stage.show(page)
    assert page.doors is not None
    page.doors.buttons[1 if founding else 0].click()
    stage.settle()
    return page


def invite(stage: Stage) -> QWidget:
    """The code that a coordinator gave."""
    page = way_in(stage, founding=False)
    assert isinstance(page.step, InviteStep)
    page.step.code.edit.setText("JOIN-C1VW-0WFP-SGFR-H9TQ-R87M")
    return stage.show(page)


def about_you(stage: Stage) -> StartPage:
    """Name, association, country and space, filled in."""
    page = way_in(stage, founding=True)
    step = page.step
    assert isinstance(step, AboutStep)
    step.name.setText("Zawadi M.")
    step.association.setText("Kambi ya Mawe")
    step.country.setCurrentIndex(step.country.findData("TZ"))
    step.space.setText("Lake Zone")
    stage.show(page)
    return page


def new_passphrase(stage: Stage) -> QWidget:
    """Six words."""
    page = about_you(stage)
    assert page.step is not None
    page.step.go_on()
    stage.settle()
    step = page.step
    assert isinstance(step, PassphraseStep)
    step.new.secret.edit.setText(PASSPHRASE)
    step.new.secret.reveal()
    return stage.show(page)


def six_words(stage: Stage) -> QWidget:
    """Asked to join; the words to compare."""
    page = start_page(stage, "nobody")
    waiting = replace(stage.cases.spaces[0], state="pending", words=WORDS, digits="4821 0973 5512 6640 0137")
    step = ArrivalStep(stage.desk, Newcomer("Tatu K.", "", "", PASSPHRASE, code="JOIN"))
    page.show_step(step)
    stage.settle()
    step._on_joined(waiting)
    return stage.show(page)


def recovery_sheet(stage: Stage) -> QWidget:
    """A sheet that was just made; the code is the same in every picture."""
    page = start_page(stage, "nobody")
    step = SheetStep(stage.desk, PASSPHRASE)
    page.show_step(step)
    step._on_made(RecoveryCode(bytes(range(20))).to_text())
    return stage.show(page)


def forgotten(stage: Stage) -> QWidget:
    """The recovery code and new words."""
    page = gate(stage)
    assert page.gate is not None
    page.gate.unlock.forgot.click()
    stage.settle()
    return stage.show(page)


def from_backup(stage: Stage) -> QWidget:
    """A backup chosen, its words typed."""
    page = start_page(stage, "nobody")
    assert page.doors is not None
    page.doors.backup_chosen.emit()
    step = page.step
    assert isinstance(step, RestoreStep)
    step.take(Path("Zawadi-M-2026-11-20.delve-backup"))
    step.words.edit.setText(PASSPHRASE)
    step.gone.setChecked(True)
    return stage.show(page)


def sampling(stage: Stage) -> QWidget:
    """The sample records come in."""
    page = start_page(stage, "nobody")
    assert page.doors is not None
    page.doors.buttons[2].click()
    step = page.step
    assert isinstance(step, WalkStep)
    step.progressed.emit(280, 446)
    return stage.show(page)


def walking(stage: Stage) -> QWidget:
    """Looking around, with the band that says so."""
    stage.cases.sample = True
    shell = Shell(stage.desk, time.time, automatic_sync=False, walking=True)
    stage.show(shell)
    shell.go(Section.PRACTICES)
    stage.settle()
    stage.cases.sample = False
    return shell


def pin(stage: Stage) -> QWidget:
    """After a pause: six digits, of which one try was wrong."""
    page = PinPage("Zawadi M.", lambda _pin: PinTry(Cover.PIN, 4))
    page.digits.setText("135792")
    page.digits.textEdited.emit("135792")
    return stage.show(page)
