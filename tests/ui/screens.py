"""Every screen, opened in one place: the screenshots and the tests of access, words and room walk this list.

A new screen is one line in `SCREENS` and a function that opens it on a `Stage` and returns the widget to
look at. Each opens from wherever the stage stands, and leaves the sample records as they are.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QCoreApplication, QEventLoop, QItemSelectionModel, QLocale
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.domain import facets
from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.services.keeping.pin import Cover, PinTry
from delve_desktop.services.keeping.vaults import NAME_FILE
from delve_desktop.services.past_exchanges import PastExchange, note_exchange
from delve_desktop.services.session import create_vault
from delve_desktop.services.views import THIS_YEAR, EditText, Filter, JoinRequestView, SetValue
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.practices import PracticeReading
from delve_desktop.ui.practices.ledger_card import LedgerCard, TrialRow
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.use_cases import SyncOutcome
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

from .samples import dispute, fill_over_weeks, from_neema
from .stand_in import SPACE, StandIn

WIDE = (1366, 768)
NARROW = (1024, 600)
WORDS = ("river", "copper", "window", "salad", "garden", "north")
PASSPHRASE = "maji tembo kijani jua kisima moto"


PAST = (
    PastExchange(4 * 86_400, "hub", "https://delve.example.org", 0, 0, 0, 900, "unreached"),
    PastExchange(3 * 86_400, "hub", "https://delve.example.org", 8, 5, 9_400, 4_100, "done"),
    PastExchange(5 * 3_600, "hub", "https://delve.example.org", 31, 2, 48_200, 3_000, "done"),
)


class Stage:
    """One vault with the sample records, its workers, and the shell over it."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.folder = folder
        self.size = WIDE
        self.workers = Worker("database"), Worker("network")
        session = create_vault(folder / "vault", PASSPHRASE, "Zawadi M.", params=FLOOR)
        with session.vault.write() as unit:
            unit.add_space(SPACE, "Lake Zone", "active", None)
        now = int(time.time())
        fill_over_weeks(session, SPACE, now)
        self.contact, self.note = dispute(session, SPACE, now=now)
        self.cases = StandIn(session)
        session.clock = lambda: now - 4 * 86_400
        self.cases.note_looked(SPACE)
        session.clock = time.time
        from_neema(session, SPACE, now, ("Kituo", "One gram", "Kolam", "The closed"))
        for past in PAST:
            note_exchange(session, msgspec.structs.replace(past, at=now - past.at))
        self.cases.spaces[0] = replace(self.cases.spaces[0], hub="https://delve.example.org")
        self.cases.create_space("Tanzania")
        self.cases.create_space("Whole exchange")
        self.cases.requests = [JoinRequestView("1", SPACE, "Tatu K.", WORDS, "4821 0973 5512")]
        self.cases.outcome = SyncOutcome(
            5_120, 48_200, 12, 5, 0, up_to_date=False, records_in=12, undecided=2
        )
        self.desk = Desk(self.cases, *self.workers)
        self.desk.space = SPACE
        self.shell = Shell(self.desk, time.time, automatic_sync=False)
        self._others: list[QWidget] = []
        self._translation: RecordId | None = None

    def moved_on(self) -> RecordId:
        """A translation of a practice whose second step was written anew since; made once."""
        session = self.cases.session
        if self._translation is None:
            rows = records.list_records(session, SPACE, "practice", limit=50).rows
            titled = {row.title: row.id for row in rows}
            source = next(titled[title] for title in titled if title.startswith("Gold without"))
            self._translation = next(titled[title] for title in titled if title.startswith("De l’or"))
            view = records.open_record(session, source)
            heads = sorted(head.hex() for head in view.heads)
            link = SetValue("translation_of", {"record": source.hex(), "heads": heads})
            records.edit_record(session, self._translation, [link])
            steps = next(str(field.value) for field in view.fields if field.name == "steps")
            changed = steps.replace("every hour", "every half hour")
            records.edit_record(session, source, [EditText("steps", changed)])
        return self._translation

    def rebuild(self) -> None:
        """The shell anew, as after a change of language or of text size."""
        old, self.shell = self.shell, Shell(self.desk, time.time, automatic_sync=False)
        self.settle()
        old.hide()
        old.deleteLater()
        self._drop_others()

    def show(self, widget: QWidget) -> QWidget:
        """Show a window of this stage at its size and let it be painted."""
        if widget is not self.shell and widget not in self._others:
            self._others.append(widget)
        widget.resize(*self.size)
        widget.show()
        self.settle()
        return widget

    def go(self, section: Section) -> Shell:
        """The shell, in a section."""
        self.shell.pane.clear()
        self.shell.finding.palette.close_up()
        self.show(self.shell)
        self.shell.go(section)
        self.settle()
        return self.shell

    def choose(
        self, section: Section, record: bytes | None = None, *, title: str = "", row: int = 0
    ) -> Shell:
        """A record of a section: by id, by a word of its title, or by its place in the list."""
        self.go(section)
        pane = self.shell.list
        for number, item in enumerate(pane.model.items):
            if item.id == record or (title and title in item.row.title):
                row = number
                break
        pane.rows.setCurrentIndex(pane.model.index(row))
        self.settle()
        return self.shell

    def scroll(self, share: float) -> Shell:
        """Scroll the open record down by a share of its length."""
        bar = self.shell.pane.findChildren(QScrollArea)[0].verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))
        self.settle()
        return self.shell

    def settle(self) -> None:
        """Let everything asked for arrive and be painted."""
        quiet = 0
        until = time.monotonic() + 30
        while quiet < 3 and time.monotonic() < until:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)
            quiet = 0 if any(worker.busy for worker in self.workers) else quiet + 1

    def end(self) -> None:
        """Close the vault and the workers."""
        self.shell.hide()
        self._drop_others()
        for worker in self.workers:
            worker.stop()
        self.app.processEvents()
        self.cases.close()

    def _drop_others(self) -> None:
        for other in self._others:
            other.hide()
            other.deleteLater()
        self._others.clear()


@dataclass(frozen=True)
class Screen:
    """One screen: what its picture is called, and how it is opened."""

    name: str
    open: Callable[[Stage], QWidget]


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
    assert reading.questions is not None
    first = next((one for one in reading.view.remarks if one.waits), reading.view.remarks[0])
    reading.questions.open_box(first.comment.row.id.hex())
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
