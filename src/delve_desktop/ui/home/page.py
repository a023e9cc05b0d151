"""The home page: how practices travel, what is new, what needs the person, who has gone quiet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.services.home import HomeView, Journey
from delve_desktop.services.views import (
    Counts,
    DraftView,
    JoinRequestView,
    OpenQuestion,
    RecordRow,
    SpaceView,
)
from delve_desktop.ui.attachments.thumbnails import thumbnails_of
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import button, label, rule, surface
from delve_desktop.ui.widgets.columns import Columns, Turning
from delve_desktop.ui.widgets.frames import empty, page
from delve_desktop.ui.widgets.side_card import SideCard

from .begun import begun_lines
from .new_cards import NewCards, PicturePlace
from .side_cards import ExchangesCard, QuietCard, need, shortened
from .travel_card import TravelCard

DAWN, NOON, EVENING = 4, 12, 18  # o'clock
QUESTIONS = 3
WEEK = 7 * 86_400


class HomePage(QWidget):
    """Shown after unlocking."""

    write_asked = Signal()
    """Write a note."""
    decide_asked = Signal()
    """To the merge desk."""
    people_asked = Signal()
    """To the sync page: what waits there."""
    join_asked = Signal()
    """Join a space with a code."""
    start_asked = Signal()
    """Start a new space."""
    record_chosen = Signal(object)
    """Open a record: its `RecordRow`."""
    all_asked = Signal(object)
    """To where all of what is new is listed: the kinds of the records that are shown."""
    draft_chosen = Signal(object)
    """Go on with what was begun: its `DraftView`."""
    call_list_asked = Signal()
    """To the contacts."""

    def __init__(self, desk: Desk, clock: Callable[[], float]) -> None:
        super().__init__()
        self._desk = desk
        self._clock = clock
        self._space: SpaceView | None = None
        self._counts: Counts | None = None
        self._sample = False
        self._requests: Sequence[JoinRequestView] = ()
        self._questions: Sequence[OpenQuestion] = ()
        self._drafts: Sequence[DraftView] = ()
        self._places: dict[str, PicturePlace] = {}
        self._thumbnails = thumbnails_of(desk)
        self._thumbnails.arrived.connect(self._on_picture)
        column = page(self)
        self._hello = label("", "record", wrap=True)
        self._write = button(self.tr("Write a note"), "outline", "pencil")
        self._write.clicked.connect(self.write_asked)
        column.addWidget(Turning(self._hello, self._write))
        self.travel = TravelCard()
        self.travel.practice_chosen.connect(self._on_practice)
        self.new = NewCards()
        self.new.fill = self._fill
        self.new.record_chosen.connect(self.record_chosen)
        self.new.all_asked.connect(self.all_asked)
        self.needs = SideCard(self.tr("Needs you"), role="section")
        self.quiet = QuietCard()
        self.quiet.call_list_asked.connect(self.call_list_asked)
        self.exchanges = ExchangesCard(clock)
        self._doors, self._door_lines = self._make_doors()
        self._build(column)

    def _make_doors(self) -> tuple[QWidget, QVBoxLayout]:
        card = surface("card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(20, 16, 20, 16)
        lines.setSpacing(8)
        return card, lines

    def _build(self, column: QVBoxLayout) -> None:
        columns = Columns()
        for left in (self._doors, self.travel, self.new):
            columns.left.addWidget(left)
        columns.left.addStretch(1)
        for right in (self.needs, self.quiet, self.exchanges):
            columns.right.addWidget(right)
        columns.right.addStretch(1)
        column.addWidget(columns)
        column.addStretch(1)
        for hidden in (self._doors, self.travel, self.new, self.quiet, self.exchanges):
            hidden.hide()

    def show_sample(self) -> None:
        """What is here is made up, and is exchanged with nobody."""
        self._sample = True

    def show_state(self, space: SpaceView | None, counts: Counts | None) -> None:
        """Show one space, or the two doors while there is none."""
        if space is None or self._space is None or space.id != self._space.id:
            self._requests, self._questions, self._drafts = (), (), ()  # those of the space before
        self._space = space
        self._counts = counts
        self._hello.setText(self._greeting())
        self._write.setEnabled(space is not None)
        self._write.setToolTip("" if space is not None else self.tr("First start a space, or join one"))
        self._show_needs()
        self._doors.setVisible(space is None)
        if space is None:
            self._show_doors()
            for hidden in (self.travel, self.new, self.quiet, self.exchanges):
                hidden.hide()
            return
        wanted = space.id
        self._desk.ask(lambda use: use.home(wanted), lambda view: self._on_home(wanted, view), owner=self)
        self._desk.ask(
            lambda use: use.open_questions(wanted, QUESTIONS),
            lambda found: self._on_questions(wanted, found),
            owner=self,
        )
        self._desk.ask(
            lambda use: use.list_drafts(wanted), lambda found: self._on_drafts(wanted, found), owner=self
        )
        if space.role == "coordinator" and space.state == "active":
            self._desk.ask(
                lambda use: use.join_requests(wanted),
                lambda found: self._on_requests(wanted, found),
                owner=self,
            )
        else:
            self._on_requests(wanted, ())

    def _greeting(self) -> str:
        hour = QDateTime.fromSecsSinceEpoch(int(self._clock())).time().hour()
        name = self._desk.name.split()[0]
        if DAWN <= hour < NOON:
            return self.tr("Good morning, {0}").format(name)
        if NOON <= hour < EVENING:
            return self.tr("Good afternoon, {0}").format(name)
        return self.tr("Good evening, {0}").format(name)

    def _on_home(self, space: SpaceId, view: HomeView) -> None:
        if self._space is None or self._space.id != space:
            return
        self.travel.setVisible(bool(view.practices))
        self.travel.show_practices(view.practices)
        chosen = self.travel.chosen()
        if view.journey is not None and chosen == view.journey.practice:
            self.travel.show_journey(view.journey)
        elif chosen is not None:
            self._on_practice(chosen)
        told = self.tr("Nothing came in from others yet. Write the first note.")
        if view.since:
            told = self.tr("Nothing new from others.")
        self.new.show_new(self._since(view.since), view.new, view.new_count, told)
        self.quiet.show_quiet(view.quiet, view.quiet_count)
        self.exchanges.show_exchanges(view.exchanges)
        for shown in (self.new, self.quiet):
            shown.show()
        self.exchanges.setVisible(not self._sample)

    def _since(self, at: int) -> str:
        """Such as "New since Thursday", as far back as days have names that are understood."""
        if at <= 0 or self._space is None:
            return self.tr("New in {0}").format(self._space.name if self._space is not None else "")
        then = QDateTime.fromSecsSinceEpoch(at)
        passed = self._clock() - at
        if then.date() == QDateTime.fromSecsSinceEpoch(int(self._clock())).date():
            return self.tr("New since {0}").format(QLocale().toString(then.time(), "HH:mm"))
        if 0 <= passed < WEEK:
            return self.tr("New since {0}").format(QLocale().standaloneDayName(then.date().dayOfWeek()))
        return self.tr("New since {0}").format(QLocale().toString(then.date(), "d MMMM"))

    def _on_practice(self, practice: RecordId) -> None:
        def shown(journey: Journey) -> None:
            if journey.practice == self.travel.chosen():
                self.travel.show_journey(journey)

        self._desk.ask(lambda use: use.journey(practice), shown, owner=self)

    def _fill(self, row: RecordRow, place: PicturePlace) -> None:
        """The first picture of a record into its card, now or once it is read."""
        if row.thumb:
            self._places[row.thumb] = place
            self._on_picture(row.thumb)

    def _on_picture(self, root: str) -> None:
        place = self._places.get(root)
        image = self._thumbnails.image(root) if place is not None else None
        if place is not None and image is not None:
            del self._places[root]
            if shiboken6.isValid(place):
                place.set_picture(QPixmap.fromImage(image))

    def _on_questions(self, space: SpaceId, questions: Sequence[OpenQuestion]) -> None:
        if self._space is not None and self._space.id == space:
            self._questions = [one for one in questions if not one.comment.mine and one.about is not None]
            self._show_needs()

    def _on_drafts(self, space: SpaceId, drafts: Sequence[DraftView]) -> None:
        if self._space is not None and self._space.id == space:
            self._drafts = drafts
            self._show_needs()

    def _on_requests(self, space: SpaceId, requests: Sequence[JoinRequestView]) -> None:
        if self._space is not None and self._space.id == space:
            self._requests = requests
            self._show_needs()

    def _show_doors(self) -> None:
        empty(self._door_lines)
        self._door_lines.addWidget(label(self.tr("Which door is yours?"), "section", wrap=True))
        for words, action, icon, kind, asked in (
            (
                self.tr("Your coordinator gave you a code."),
                self.tr("Join with an invite"),
                "key",
                "primary",
                self.join_asked,
            ),
            (
                self.tr("You coordinate an association or a region, and want to invite the others."),
                self.tr("Start a new space"),
                "people",
                "outline",
                self.start_asked,
            ),
        ):
            self._door_lines.addWidget(rule())
            self._door_lines.addWidget(label(words, "lead", wrap=True))
            made = button(action, kind, icon, tall=True)
            made.clicked.connect(asked)
            self._door_lines.addWidget(made)

    def _show_needs(self) -> None:
        self.needs.begin()
        counts, space = self._counts, self._space
        any_need = False
        if counts is not None and counts.disputed:
            what = self.tr("%n records to decide", "", counts.disputed)
            decide = self.tr("Decide")
            self.needs.add(
                need("two", what, self.tr("Merge desk"), decide, self.decide_asked.emit, "primary")
            )
            any_need = True
        if space is not None:
            for line in begun_lines(self._drafts, self._clock(), self.draft_chosen.emit):
                self.needs.add(line)
                any_need = True
        if space is not None and space.state == "pending":
            what = self.tr("Six words to compare")
            self.needs.add(need("key", what, space.name, self.tr("Look"), self.people_asked.emit))
            any_need = True
        for question in self._questions:
            what = self.tr("A question from {0}").format(question.comment.by)
            where = shortened(question.comment.text)
            self.needs.add(
                need("ask", what, where, self.tr("Answer"), partial(self.record_chosen.emit, question.about))
            )
            any_need = True
        for request in self._requests:
            what = self.tr("{0} wants to join").format(request.name)
            where = space.name if space is not None else ""
            self.needs.add(need("people", what, where, self.tr("Look"), self.people_asked.emit))
            any_need = True
        if not any_need:
            self.needs.add_sentence(self.tr("Nothing, for now."))
