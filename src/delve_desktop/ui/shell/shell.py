"""The main window's content: it wires the screens to each other, which do not know one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import DraftView, RecordRow, SpaceView
from delve_desktop.ui import theme
from delve_desktop.ui.contacts import VcardDrop
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.exchange.page import ExchangePage
from delve_desktop.ui.exchange.run import ExchangeRun
from delve_desktop.ui.help.view import HelpView
from delve_desktop.ui.home.page import HomePage
from delve_desktop.ui.idle_guard import IdleGuard
from delve_desktop.ui.preferences import Preferences
from delve_desktop.ui.records.list_pane import WIDTH, ListPane
from delve_desktop.ui.records.pane import RecordPane
from delve_desktop.ui.records.readings import ABOUT_OTHERS
from delve_desktop.ui.settings.page import SettingsPage
from delve_desktop.ui.widgets.in_place import InPlaceBar
from delve_desktop.ui.widgets.reading_order import ReadingOrder
from delve_desktop.ui.widgets.walk_band import WalkBand

from .commands import commands_of
from .finding import Finding
from .home_ways import decide, lead_from_home
from .kinds import kind_screens
from .nav import Nav
from .numbers import Numbers
from .pages import Pages
from .pill_words import PillWords
from .refilling import ListRefill
from .sections import SECTION_OF_KIND, Place, Section, heading_of, listing
from .told import Told
from .topbar import TopBar
from .ways_back import WaysBack

NARROW_BELOW = 1100


class Shell(ReadingOrder):
    """From unlock to lock, or until another is built in another language, which goes on at `place`."""

    lock_asked = Signal()
    """The person wants to lock, by the button above or by Ctrl+L."""

    def __init__(
        self,
        desk: Desk,
        clock: Callable[[], float],
        *,
        automatic_sync: bool = True,
        place: Place | None = None,
        preferences: Preferences | None = None,
        guard: IdleGuard | None = None,
        walking: bool = False,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._narrow = True  # until it is known how wide it is: nothing may make it wider than that
        self._first = place or Place(Section.HOME)
        self._section = self._first.section
        self.ways_back = WaysBack(self)
        self._spaces: list[SpaceView] = []
        self.run = ExchangeRun(desk, automatic=automatic_sync, parent=self)
        self._make_parts(desk, clock)
        self.preferences, watch = preferences or Preferences(), guard or IdleGuard()
        self._make_settings = lambda: SettingsPage(desk, self.preferences, watch.lock, walking=walking)
        self.bar = InPlaceBar()
        self.band = WalkBand() if walking else None
        self._pill = PillWords(self.topbar.pill, self.run, sample=walking)
        self._numbers = Numbers(desk, self.nav, self._pill, self.exchange.run_card, self.list)
        self._numbers.counted.connect(self._show_page)
        self.vcards = VcardDrop(self, desk, self.bar)
        self._build()
        commands = partial(commands_of, self)
        self.finding = Finding(desk, self.topbar.finder, self, commands, heading_of)
        self._wire()
        self._shortcuts()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Delve")
        self.setFocus()  # nothing is typed into by accident
        self._ask_spaces()
        ListRefill(desk, self)

    def _make_parts(self, desk: Desk, clock: Callable[[], float]) -> None:
        self.topbar = TopBar()
        self.nav = Nav(desk.name)
        self.list = ListPane(desk, clock)
        self.pane = RecordPane(desk, kind_screens(desk), clock)
        self.home = HomePage(desk, clock)
        self.exchange = ExchangePage(desk, self.run, clock)
        self.help = HelpView()

    def _build(self) -> None:
        self._records = QWidget()
        row = QHBoxLayout(self._records)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.pane, 1)
        self.pages = Pages(self.home, self._records, self.exchange, self.help, self._make_settings)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.pages, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.nav)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # `minimumSizeHint` has it
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        if self.band is not None:
            column.addWidget(self.band)
        column.addLayout(body, 1)
        self.nav.set_rail(rail=True)
        self.topbar.set_rail(rail=True)

    def _wire(self) -> None:
        self.nav.section_chosen.connect(self.go)
        self.nav.space_chosen.connect(self.choose_space)
        if self.band is not None:
            self.band.leave_asked.connect(self.lock_asked)
            self.pane.foot.sample = True
            self.exchange.show_sample()
            self.home.show_sample()
        self.topbar.space_chosen.connect(self.choose_space)
        self.topbar.lock_asked.connect(self.lock_asked)
        self.topbar.sync_asked.connect(lambda: self.go(Section.SYNC))
        self.finding.record_chosen.connect(self.show_row)
        self.finding.all_asked.connect(self._on_all_found)
        self.finding.left.connect(self.setFocus)
        self.list.record_chosen.connect(self.show_record)
        self.list.new_asked.connect(self.start_new)
        self.list.draft_chosen.connect(lambda draft: self.start_new(draft.kind, draft))
        self.pane.record_shown.connect(self.list.select)
        self.pane.back_asked.connect(self.show_list)
        lead_from_home(self, self._desk)
        self.pane.record_chosen.connect(self.show_row)
        self.exchange.sync_asked.connect(self.sync)
        self.exchange.decide_asked.connect(lambda: decide(self))
        self.exchange.spaces_changed.connect(self._ask_spaces)
        self.run.ended.connect(self._on_exchanged)
        self.run.broken.connect(self._on_exchanged)
        self._desk.changed.connect(self._on_changed)
        Told(self._desk, self.bar)

    def _shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+N", self._on_new_key),
            ("Ctrl+E", self._on_edit_key),
            ("Ctrl+F", self._on_search_key),
            ("Ctrl+K", self.topbar.take_focus),
            ("Ctrl+S", self.pane.save_now),
            ("Ctrl+P", self.pane.print_record),
            ("Ctrl+L", self.lock_asked.emit),
            ("Ctrl+Z", self._on_undo_key),
            ("Ctrl+,", lambda: self.go(Section.SETTINGS)),
            ("Esc", self.ways_back.escape),
            ("F1", self.ways_back.ask_help),
        ):
            QShortcut(QKeySequence(keys), self, act)

    # -- going somewhere ----------------------------------------------------------------------

    @property
    def section(self) -> Section:
        """Where we are."""
        return self._section

    @property
    def narrow(self) -> bool:
        """True below 1100 px."""
        return self._narrow

    @property
    def place(self) -> Place:
        """Where we are, for a shell that is built in the place of this one."""
        return Place(self._section, self.pane.record, holds=self.pages.holds)

    def go(self, section: Section) -> None:
        """Show a section; what was typed is kept as a version."""
        self.ways_back.note(section)
        self._section = section
        self.nav.show_section(section)
        found = listing(section)
        self.pages.show_section(section, lists=found is not None)
        if found is None:
            self.setFocus()
            self.pane.clear()
            self._show_page()
            return
        self.pane.clear()
        self.list.show_listing(found)
        if section is not Section.FOUND:
            self.list.rows.setFocus()
        self._numbers.show_section(section)
        self.show_list()
        if found.new_kind and self._desk.space is not None:
            space, kind = self._desk.space, found.new_kind
            self._desk.ask(
                lambda use: use.list_drafts(space),
                lambda drafts: self._on_drafts(drafts, space, kind),
                owner=self,
            )

    def choose_space(self, space: SpaceId) -> None:
        """Work in another space."""
        self.pane.clear()
        self._desk.space = space
        self._show_spaces()
        self.go(self._section if self._section is not Section.FOUND else Section.HOME)
        self._numbers.ask()

    def start_new(self, kind: str, draft: DraftView | None = None) -> None:
        """Begin a record of a kind, in its section."""
        if self._desk.space is None:
            self.go(Section.SYNC)
            return
        section = SECTION_OF_KIND[kind]
        if self._section is not section:
            self.go(section)
        self.list.select(None)
        self.list.bar.clear()
        self.pane.start_new(kind, draft)
        self._show_pane()

    def sync(self) -> None:
        """Mint what is being typed, then exchange."""
        self.pane.leave(lambda _view: self.run.start())

    def put_away(self, done: Callable[[], None]) -> None:
        """End what takes long, and keep what was typed; `done` is called when that is durable."""
        self.run.end()
        self.pages.end_runs()
        space = self._desk.space
        if space is not None:
            self._desk.ask(lambda use: use.note_looked(space))
        self.pane.leave(lambda _view: done())

    # -- narrow and wide ----------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Never so wide that a window could not become narrow."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), round(NARROW_BELOW * theme.scale()) - 1), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW_BELOW * theme.scale()
        if narrow != self._narrow:
            self._narrow = narrow
            self.nav.set_rail(rail=narrow)
            self.topbar.set_rail(rail=narrow)
            self.list.setMinimumWidth(0 if narrow else theme.px(WIDTH))
            self.list.setMaximumWidth(16_777_215 if narrow else theme.px(WIDTH))
            if self.pane.record is not None or self.pane.editing:
                self._show_pane()
            else:
                self.show_list()

    def show_list(self) -> None:
        """Show the list: in place of the record, where the window is narrow."""
        self.list.show()
        self.pane.setVisible(not self._narrow)

    def _show_pane(self) -> None:
        found = self.list.listing
        self.pane.set_narrow(narrow=self._narrow, list_name=found.heading if found is not None else "")
        self.pane.show()
        if self._narrow:
            self.pane.take_focus()
        self.list.setVisible(not self._narrow)

    # -- spaces and numbers -------------------------------------------------------------------

    def _ask_spaces(self, chosen: SpaceId | None = None) -> None:
        self._desk.ask(
            lambda use: list(use.list_spaces()), lambda spaces: self._on_spaces(spaces, chosen), owner=self
        )

    def _on_spaces(self, spaces: list[SpaceView], chosen: SpaceId | None) -> None:
        first = not self._spaces
        self._spaces = spaces
        ids = [space.id for space in spaces]
        if chosen in ids:
            self._desk.space = chosen
        elif self._desk.space not in ids:
            self._desk.space = ids[0] if ids else None
        self._show_spaces()
        if first and not self.pane.editing:
            self._begin_at(self._first)
        self._numbers.ask()

    def _begin_at(self, place: Place) -> None:
        """Go on there, unless the person has gone elsewhere already."""
        self.go(self._section)
        if self._section is not place.section:
            return
        if place.record is not None:
            self.show_record(place.record)
        elif place.new and self._desk.space is not None:
            self.start_new(place.new)
        held = self.pages.findChild(QWidget, place.holds) if place.holds else None
        if held is not None:
            held.setFocus()

    def other_spaces(self) -> list[SpaceView]:
        """The spaces we do not work in now."""
        return [space for space in self._spaces if space.id != self._desk.space]

    def current_space(self) -> SpaceView | None:
        """The space we work in."""
        return next((space for space in self._spaces if space.id == self._desk.space), None)

    def _show_spaces(self) -> None:
        self.nav.show_spaces(self._spaces, self._desk.space)
        self.topbar.show_spaces(self._spaces, self._desk.space)
        self.topbar.set_rail(rail=self._narrow)
        self.exchange.show_space(self.current_space())
        has_hub = any(space.hub for space in self._spaces)
        self._pill.show_hub(has_hub=has_hub)
        self.run.show_hub(has_hub=has_hub)

    def _show_page(self) -> None:
        if self._section is Section.HOME:
            self.home.show_state(self.current_space(), self._numbers.counts)

    def _on_changed(self, summary: ChangeSummary) -> None:
        self._numbers.soon()
        if summary.spaces_changed:
            self._ask_spaces()
        if summary.origin == "local":
            self.run.soon()

    def _on_exchanged(self, _result: object) -> None:
        """What was sent says so now."""
        self._numbers.ask()
        self.list.model.refresh()
        self.pane.refresh()

    # -- slots --------------------------------------------------------------------------------

    def show_record(self, record: RecordId) -> None:
        """Show a record beside the list, or in its place."""
        self.pane.show_record(record)
        self._show_pane()

    def show_row(self, row: RecordRow) -> None:
        """Show a record in its section."""
        if row.kind not in ABOUT_OTHERS or listing(self._section) is None:
            self.go(SECTION_OF_KIND.get(row.kind, Section.FOUND))
        self.show_record(row.id)

    def _on_drafts(self, drafts: Sequence[DraftView], space: SpaceId, kind: str) -> None:
        if space != self._desk.space:  # another was chosen meanwhile
            return
        found = self.list.listing
        kinds = [one for one in SECTION_OF_KIND if SECTION_OF_KIND[one] is SECTION_OF_KIND[kind]]
        begun = next((one for one in drafts if one.record is None and one.kind in kinds), None)
        if found is not None and found.new_kind == kind and begun is not None and not self.pane.editing:
            self.list.offer_drafts(drafts, begun.kind)

    def _on_all_found(self, text: str) -> None:
        self.go(Section.FOUND)
        self.list.search.setText(text)
        self.list.search.setFocus()

    def _on_new_key(self) -> None:
        found = listing(self._section)
        self.start_new(found.new_kind if found is not None and found.new_kind else "note")

    def _on_edit_key(self) -> None:
        act = self.pane.finish if self.pane.editing else self.pane.edit
        act()

    def _on_undo_key(self) -> None:
        """Nothing where somebody writes: there, undo is of what is written."""
        if not self.pane.editing and self._desk.last_move.take_back():
            self.bar.say(self.tr("Undone."), icon="undo")

    def _on_search_key(self) -> None:
        if self.pages.currentWidget() is self._records:
            self.show_list()
            self.list.search.setFocus()
            self.list.search.selectAll()
        else:
            self.topbar.take_focus()
