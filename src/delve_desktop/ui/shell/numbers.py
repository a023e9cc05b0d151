"""How many records each section has, how many changes wait: asked of the vault, shown wherever they stand."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from delve_desktop.services.views import Counts
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.exchange.run_card import RunCard
from delve_desktop.ui.records.list_pane import ListPane

from .nav import Nav
from .pill_words import PillWords
from .sections import Section

PAUSE_MS = 200  # changes that come in together are counted together


class Numbers(QObject):
    """The numbers of the space that is worked in."""

    counted = Signal()
    """Other numbers are shown."""

    def __init__(self, desk: Desk, nav: Nav, pill: PillWords, run_card: RunCard, list_: ListPane) -> None:
        super().__init__(list_)
        self._desk = desk
        self._nav = nav
        self._pill = pill
        self._run_card = run_card
        self._list = list_
        self._section = Section.HOME
        self.counts: Counts | None = None
        """The last answer; None before the first one, and without a space."""
        self._recount = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._recount.timeout.connect(self.ask)

    def soon(self) -> None:
        """Count anew in a moment: something has changed."""
        self._recount.start()

    def ask(self) -> None:
        """Count anew."""
        space = self._desk.space
        if space is None:
            self._on_counts(None)
            return
        self._desk.ask(lambda use: use.counts(space), self._on_counts, owner=self)

    def show_section(self, section: Section) -> None:
        """The list shows this section now: its whole number stands above it."""
        self._section = section
        self._show()

    def _on_counts(self, counts: Counts | None) -> None:
        self.counts = counts
        self._show()
        self.counted.emit()

    def _show(self) -> None:
        counts = self.counts
        of_lists = _of_lists(counts) if counts is not None else {}
        unsent = counts.unsent if counts is not None else 0
        items = self._nav.items
        for section in (Section.NOTES, Section.CONTACTS, Section.PRACTICES, Section.BIN):
            items[section].set_number(of_lists.get(section, 0))
        items[Section.MERGE].set_number(of_lists.get(Section.MERGE, 0), badge=True)
        items[Section.SYNC].set_number(unsent, unsent=True)
        self._pill.show_waiting(unsent)
        self._run_card.show_waiting(unsent)
        if counts is not None:
            self._list.set_count(of_lists.get(self._section, 0))


def _of_lists(counts: Counts) -> dict[Section, int]:
    return {
        Section.NOTES: counts.by_kind.get("note", 0),
        Section.CONTACTS: counts.by_kind.get("contact", 0),
        Section.PRACTICES: counts.by_kind.get("practice", 0),
        Section.MERGE: counts.disputed,
        Section.BIN: counts.in_bin,
    }
