"""Where every screen is opened: one vault with the sample records, its workers, and the shell over it."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.services.past_exchanges import PastExchange, note_exchange
from delve_desktop.services.session import create_vault
from delve_desktop.services.views import EditText, JoinRequestView, SetValue
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.use_cases import SyncOutcome

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
