"""Every screen, opened in one place: the screenshots and the tests of access, words and room walk this list.

A new screen is one line in `SCREENS` and a function that opens it on a `Stage` and returns the widget to
look at. Each opens from wherever the stage stands, and leaves the sample records as they are.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QItemSelectionModel
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget

from delve_desktop.domain import facets
from delve_desktop.services.views import THIS_YEAR, Filter
from delve_desktop.ui.practices import PracticeReading
from delve_desktop.ui.practices.ledger_card import LedgerCard, TrialRow
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.widgets.frames import area_around

from .screens_before import (
    about_you,
    first_start,
    forgotten,
    from_backup,
    invite,
    new_passphrase,
    pin,
    recovery_sheet,
    sampling,
    six_words,
    unlock,
    walking,
)
from .stage import NARROW, PASSPHRASE, WIDE, WORDS, Stage

__all__ = ["NARROW", "PASSPHRASE", "SCREENS", "WIDE", "WORDS", "Screen", "Stage"]


@dataclass(frozen=True)
class Screen:
    """One screen: what its picture is called, and how it is opened."""

    name: str
    open: Callable[[Stage], QWidget]


def note_edit(stage: Stage) -> QWidget:
    """A note being edited: the one of the picture, with the cursor in its text."""
    shell = stage.go(Section.NOTES)
    others = [item.id for item in shell.list.model.items if "Kambi ya Mawe" in item.title]
    found = next((one for one in others if one != stage.note), None)
    shell = stage.choose(Section.NOTES, found, row=2)
    shell.pane.edit()
    stage.settle()
    if shell.pane.form is not None:
        text = shell.pane.form.findChildren(RichEdit)[0]
        text.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
        text.setFocus()
    stage.settle()
    return shell


def history(stage: Stage) -> QWidget:
    """The versions of a note, one of them beside the one before."""
    shell = stage.choose(Section.MERGE, stage.note)
    shell.pane.show_history()
    stage.settle()
    for button in shell.pane.findChildren(QPushButton):
        if button.text() == QCoreApplication.translate("HistoryList", "Compare"):
            button.click()
            break
    stage.settle()
    return shell


def search(stage: Stage) -> QWidget:
    """Hits among the notes."""
    shell = stage.go(Section.NOTES)
    shell.list.search.setText("mercu")
    stage.settle()
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    stage.settle()
    return shell


def synced(stage: Stage) -> QWidget:
    """The sync page after an exchange."""
    shell = stage.go(Section.SYNC)
    shell.sync()
    stage.settle()
    return shell


def practice(stage: Stage) -> QWidget:
    """A practice as a leaflet."""
    return stage.choose(Section.PRACTICES, title="retort")


def practice_part(share: float) -> Callable[[Stage], QWidget]:
    """The same, scrolled down."""

    def scrolled(stage: Stage) -> QWidget:
        practice(stage)
        return stage.scroll(share)

    return scrolled


def in_bin(stage: Stage) -> QWidget:
    """The bin with one note in it."""
    for section in (Section.BIN, Section.NOTES):
        stage.choose(section)
        if section is Section.NOTES:
            stage.shell.pane.delete()
            stage.settle()
        elif stage.shell.list.model.items:
            return stage.shell
    return stage.choose(Section.BIN)


def whole_practice(stage: Stage) -> QWidget:
    """A practice that many tried, from its beginning."""
    return stage.choose(Section.PRACTICES, title="Gold without mercury")


def translation(stage: Stage) -> QWidget:
    """A translation whose source has moved on in one step."""
    record = stage.moved_on()
    shell = stage.choose(Section.PRACTICES, row=0)
    shell.pane.show_record(record)
    stage.settle()
    return shell


def tried(stage: Stage) -> QWidget:
    """The report on a practice, half filled in."""
    whole_practice(stage)
    reading = stage.shell.pane.findChildren(PracticeReading)[-1]
    reading.report()
    stage.settle()
    return stage.shell


def practice_form(stage: Stage) -> QWidget:
    """A practice being written."""
    whole_practice(stage)
    stage.shell.pane.edit()
    stage.settle()
    return stage.shell


def leaflet(stage: Stage) -> QWidget:
    """The leaflet above its practice."""
    whole_practice(stage)
    stage.shell.pane.print_record()
    stage.settle()
    return stage.scroll(0)


def questions(stage: Stage) -> QWidget:
    """What was asked about a practice, and an answer being written."""
    shell = stage.choose(Section.PRACTICES, title="retort")
    reading = shell.pane.findChildren(PracticeReading)[-1]
    while reading.is_coming:
        reading.go_on()
    assert reading.questions is not None
    first = next((one for one in reading.view.remarks if one.waits), reading.view.remarks[0])
    box = reading.questions.open_box(first.comment.row.id.hex())
    stage.settle()
    area = area_around(box)
    assert area is not None
    area.ensureWidgetVisible(box, 0, 24)  # who opens it stands there already
    stage.settle()
    return shell


def contact_form(stage: Stage) -> QWidget:
    """A contact being written."""
    shell = stage.choose(Section.CONTACTS, stage.contact)
    shell.pane.edit()
    stage.settle()
    return shell


def adoption(stage: Stage) -> QWidget:
    """What somebody made of a practice."""
    shell = whole_practice(stage)
    ledger = stage.shell.pane.findChildren(LedgerCard)[-1]
    ledger.findChildren(TrialRow)[0].click()
    stage.settle()
    return shell


def filtered(stage: Stage, *filters: Filter) -> QWidget:
    """Practices narrowed by filters, then all of them again at the next opening."""
    shell = stage.choose(Section.PRACTICES)
    for one in filters:
        shell.list.toggle_filter(one)
        stage.settle()
    if shell.list.model.rowCount():
        shell.list.rows.setCurrentIndex(shell.list.model.index(0))
        stage.settle()
    shell.list.forget_filters()
    return shell


def several(stage: Stage) -> QWidget:
    """Three notes chosen, and what can be done to them; two came in and are new."""
    shell = stage.choose(Section.NOTES, row=2)
    with stage.cases.session.vault.write() as unit:
        unit.note_fresh([shell.list.model.items[row].id for row in (1, 4)])
    shell.list.model.refresh()
    until = time.monotonic() + 5
    while not shell.list.model.items[1].row.fresh and time.monotonic() < until:
        stage.settle()
    select = QItemSelectionModel.SelectionFlag.Select
    for row in (3, 5):
        shell.list.rows.selectionModel().select(shell.list.model.index(row), select)
    stage.settle()
    return shell


def palette(stage: Stage) -> QWidget:
    """What drops down under the field above."""
    shell = stage.go(Section.HOME)
    shell.topbar.finder.setText("mer")
    shell.finding.open()
    stage.settle()
    return shell


def nothing_found(stage: Stage) -> QWidget:
    """A search that finds nothing."""
    shell = stage.go(Section.NOTES)
    shell.list.search.setText("zzz")
    stage.settle()
    return shell


SCREENS: tuple[Screen, ...] = (
    Screen("01-first-start", first_start),
    Screen("02-unlock", unlock),
    Screen("03-home", lambda stage: stage.go(Section.HOME)),
    Screen("04-notes", lambda stage: stage.choose(Section.NOTES, row=2)),
    Screen("05-note-edit", note_edit),
    Screen("06-contact-two-versions", lambda stage: stage.choose(Section.CONTACTS, stage.contact)),
    Screen("07-text-two-versions", lambda stage: stage.choose(Section.MERGE, stage.note)),
    Screen("08-history", history),
    Screen("09-search", search),
    Screen("10-sync", synced),
    Screen("11-bin", in_bin),
    Screen("12-practice", practice),
    Screen("13-practice-danger", practice_part(0.2)),
    Screen("14-practice-together", practice_part(1)),
    Screen("15-help", lambda stage: stage.go(Section.HELP)),
    Screen("16-list-filters", lambda stage: filtered(stage, (facets.THEME, "mercury"), (THIS_YEAR, ""))),
    Screen("17-list-many", several),
    Screen("18-palette", palette),
    Screen("19-from-a-backup", from_backup),
    Screen("20-invite", invite),
    Screen("21-about-you", about_you),
    Screen("22-passphrase", new_passphrase),
    Screen("23-six-words", six_words),
    Screen("24-recovery-sheet", recovery_sheet),
    Screen("25-forgotten", forgotten),
    Screen("26-samples", sampling),
    Screen("27-looking-around", walking),
    Screen("28-pin", pin),
    Screen("29-settings", lambda stage: stage.go(Section.SETTINGS)),
    Screen("30-practice-leaflet", whole_practice),
    Screen("31-practice-translation", translation),
    Screen("32-practice-form", practice_form),
    Screen("33-we-tried-this", tried),
    Screen("34-adoption", adoption),
    Screen("35-questions", questions),
    Screen("36-leaflet-print", leaflet),
    Screen("37-contact-form", contact_form),
    Screen("38-list-nothing", nothing_found),
    Screen("39-list-no-fit", lambda stage: filtered(stage, (facets.COUNTRY, "AQ"))),
)
