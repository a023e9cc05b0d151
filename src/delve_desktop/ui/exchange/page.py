"""The sync page: large buttons, how far an exchange is, what it did, and who wants to join."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import JoinRequestView, SpaceView
from delve_desktop.services.waiting import WaitingView
from delve_desktop.ui import theme
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.keys.words_block import words_block
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.use_cases import SyncOutcome, UseCases
from delve_desktop.ui.widgets.basics import button, label, rule, surface
from delve_desktop.ui.widgets.columns import Columns, Tiles
from delve_desktop.ui.widgets.frames import empty, page
from delve_desktop.ui.widgets.icon import icon

from .cards import BudgetCard, LogCard, PeopleCard, WaitingCard
from .panels import InvitePanel, Panel
from .requests import RequestsCard
from .run import ExchangeRun
from .run_card import RunCard

SOON_MS = 400


class ExchangePage(QWidget):
    """Everything about this laptop and the others."""

    sync_asked = Signal()
    """Sync now (the window first mints what is being typed)."""
    decide_asked = Signal()
    """To the merge desk."""
    spaces_changed = Signal(object)
    """A space was founded or joined: its `SpaceId`."""

    def __init__(self, desk: Desk, run: ExchangeRun, clock: Callable[[], float]) -> None:
        super().__init__()
        self._desk = desk
        self._run = run
        self._space: SpaceView | None = None
        self._sample = False
        self.run_card = RunCard(run)
        self.run_card.decide_asked.connect(self.decide_asked)
        self.log = LogCard(clock)
        self.budget = BudgetCard()
        self.budget.choice.currentIndexChanged.connect(self._on_budget)
        self.waiting = WaitingCard()
        self.people = PeopleCard()
        self.requests = RequestsCard()
        self.requests.approved.connect(self._on_approved)
        self._make_panels()
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._refresh_if_shown)
        self._outdated = False  # something changed while the page was hidden
        desk.changed.connect(self._on_changed)
        run.ended.connect(self._on_ended)
        run.broken.connect(lambda _why: self._refresh_if_shown())

    def _make_panels(self) -> None:
        self.invite = InvitePanel()
        self.invite.asked.connect(self._on_invite)
        self.join = Panel(
            self.tr("Join with a code"),
            self.tr("Your coordinator gave you a code. You can write at once; they approve you afterwards."),
            [(self.tr("Code"), self.tr("as it was given to you"))],
            self.tr("Ask to join"),
            "key",
        )
        self.join.asked.connect(self._on_join)
        self.found = Panel(
            self.tr("Start a new space"),
            self.tr("For an association, a region, or a group that shares what works."),
            [(self.tr("Name of the space"), self.tr("Lake Zone"))],
            self.tr("Start it"),
            "people",
        )
        self.found.asked.connect(self._on_found)
        self.hub = Panel(
            self.tr("Server"),
            self.tr("The server passes on what you send. It cannot read it."),
            [(self.tr("Address"), "https://"), (self.tr("Ticket, if you were given one"), "")],
            self.tr("Use this server"),
            "server",
        )
        self.hub.asked.connect(self._on_hub)

    def _build(self) -> None:
        column = page(self)
        column.addWidget(label(self.tr("Sync"), "record"))
        self.sync_now = self._big(self.tr("Sync now"), "sync", "primary", self.sync_asked.emit)
        self._inviting = self._big(
            self.tr("Invite somebody"), "people", "plain", lambda: self.open(self.invite)
        )
        column.addWidget(
            Tiles(
                self.sync_now,
                self._inviting,
                self._big(self.tr("Join with a code"), "key", "plain", lambda: self.open(self.join)),
                self._big(self.tr("Server"), "server", "plain", lambda: self.open(self.hub)),
            )
        )
        columns = Columns()
        columns.left.addWidget(self.run_card)
        for panel in (self.invite, self.join, self.found, self.hub):
            panel.hide()
            columns.left.addWidget(panel)
        columns.left.addWidget(self.log)
        columns.left.addStretch(1)
        self._card = surface("card")
        self._card_lines = QVBoxLayout(self._card)
        self._card_lines.setContentsMargins(16, 16, 16, 16)
        columns.right.addWidget(self.requests)
        columns.right.addWidget(self.budget)
        columns.right.addWidget(self.waiting)
        columns.right.addWidget(self._card)
        columns.right.addWidget(self.people)
        columns.right.addStretch(1)
        column.addWidget(columns)
        column.addStretch(1)

    def _big(self, words: str, name: str, kind: str, act: Callable[[], Any]) -> QPushButton:
        made = button(words, kind)
        made.setIcon(icon(name, "on-teal" if kind == "primary" else "teal"))
        made.setIconSize(QSize(theme.px(28) + 12, theme.px(28)))
        made.setProperty("page", "true")
        made.clicked.connect(act)
        return made

    # -- showing ------------------------------------------------------------------------------

    def open(self, panel: Panel) -> None:
        """Show one of the small forms below the exchange."""
        for each in (self.invite, self.join, self.found, self.hub):
            each.setVisible(each is panel)
        panel.begin()

    def escape(self) -> bool:
        """Close the small form that is open; False when none is."""
        opened = [each for each in (self.invite, self.join, self.found, self.hub) if each.isVisible()]
        for each in opened:
            each.hide()
        if opened:
            self.sync_now.setFocus()
        return bool(opened)

    def show_space(self, space: SpaceView | None) -> None:
        """Which space this page is about."""
        before, self._space = self._space, space
        if before is None or space is None or before.id != space.id:
            self.requests.tell("")
            self.invite.hide()  # its code invites into the space before
        elif before.state == "pending" and space.state == "active":
            self.join.hide()  # it asks to read words out, and that is done
        self._inviting.setEnabled(self._coordinates())
        self._inviting.setToolTip(
            "" if self._coordinates() else self.tr("Only a coordinator of a space can invite")
        )
        if not self._coordinates():
            self.invite.hide()
        empty(self._card_lines)
        self._card_lines.addWidget(label(self.tr("This space"), "strong"))
        if space is None:
            self._card_lines.addWidget(
                label(self.tr("You are in no space yet. Start one, or join with a code."), wrap=True)
            )
            start = button(self.tr("Start a new space"), "outline", "people")
            start.clicked.connect(lambda: self.open(self.found))
            self._card_lines.addWidget(start)
        elif space.state == "pending":
            self._card_lines.addWidget(
                label(self.tr("You asked to join. Read these six words to your coordinator:"), wrap=True)
            )
            self._card_lines.addWidget(words_block(space.words, space.digits, across=2))
            self._card_lines.addWidget(
                label(
                    self.tr("You can write already. It goes out once they approve you."), "second", wrap=True
                )
            )
        else:
            self._facts(space)
        self._refresh_if_shown()

    def show_sample(self) -> None:
        """What is here is made up, and waits for nobody."""
        self._sample = True
        self.run_card.show_sample()

    def _coordinates(self) -> bool:
        space = self._space
        return space is not None and space.state == "active" and space.role == "coordinator"

    def _facts(self, space: SpaceView) -> None:
        roles = {
            "coordinator": self.tr("Coordinator"),
            "officer": self.tr("Officer"),
            "reader": self.tr("Reader"),
        }
        for name, value in (
            (self.tr("Name"), space.name),
            (self.tr("Your role"), roles.get(space.role, space.role)),
            (self.tr("Server"), space.hub or self.tr("none yet")),
        ):
            self._card_lines.addWidget(rule())
            self._card_lines.addWidget(label(name, "label"))
            self._card_lines.addWidget(label(value, selectable=True, wrap=True))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self.refresh()

    def _refresh_if_shown(self) -> None:
        """Nobody sees a hidden page, and what waits may take half a second that a list would wait for."""
        self._outdated = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Ask anew who wants to join, what waits, who is here and what was exchanged."""
        self._outdated = False
        space = self._space
        self._desk.ask(lambda use: use.past_exchanges(), self.log.show_past, owner=self)
        self.waiting.setVisible(space is not None and not self._sample)
        self.people.setVisible(space is not None)
        if space is not None:
            if not self._sample:
                self._desk.ask(lambda use: use.waiting(space.id), self._on_waiting, owner=self)
            self._desk.ask(lambda use: use.members(space.id), self.people.show_members, owner=self)
        if space is not None and self._coordinates():
            self._desk.ask(lambda use: use.join_requests(space.id), self._on_requests, owner=self)
        else:
            self._on_requests(())

    def _on_requests(self, requests: Sequence[JoinRequestView]) -> None:
        self.requests.show_requests(requests)
        self.requests.setVisible(self._coordinates())

    def _on_waiting(self, waiting: Sequence[WaitingView]) -> None:
        self.waiting.show_waiting(waiting)
        size = sum(one.size for one in waiting)
        self.budget.show_numbers(waiting=size)
        self.run_card.show_size(size)

    def _on_budget(self, _index: int) -> None:
        self._run.budget = self.budget.budget

    def _on_ended(self, outcome: SyncOutcome) -> None:
        self.budget.show_numbers(used=outcome.sent_bytes + outcome.received_bytes)
        self._refresh_if_shown()

    def _on_changed(self, summary: ChangeSummary) -> None:
        if summary.spaces_changed or summary.everything:
            self._refresh_if_shown()
        elif self._space is not None and summary.origin == "local":
            self._soon.start()

    # -- asking -------------------------------------------------------------------------------

    def _ask(self, panel: Panel, question: Callable[[UseCases], Any], done: Callable[[Any], None]) -> None:
        """Admission talks to the server, so it runs on the network worker."""

        def failed(why: Sentence) -> None:
            panel.tell(why.text, failed=True)

        self._desk.ask_network(question, done, failed=failed, owner=self)

    def _on_invite(self, _values: list[str]) -> None:
        space = self._space
        if space is None:
            return

        def done(code: str) -> None:
            if self._space is not None and self._space.id == space.id:  # else nobody sees which one it is of
                self.invite.show_code(code)

        self._ask(self.invite, lambda use: use.create_invite(space.id), done)

    def _on_join(self, values: list[str]) -> None:
        def done(space: SpaceView) -> None:
            self.join.begin()
            self.join.tell(self.tr("Asked. Now read the six words to your coordinator."))
            self.spaces_changed.emit(space.id)

        self._ask(self.join, lambda use: use.join_space(values[0]), done)

    def _on_found(self, values: list[str]) -> None:
        def done(space: SpaceId) -> None:
            self.found.tell(self.tr("It is there. Write at once; name a server when there is one."))
            self.spaces_changed.emit(space)

        self._ask(self.found, lambda use: use.create_space(values[0]), done)

    def _on_hub(self, values: list[str]) -> None:
        space = self._space

        def done(_answer: object) -> None:
            self.hub.tell(self.tr("The server answers. Press Sync now."))
            self.spaces_changed.emit(space.id if space is not None else None)

        self._ask(
            self.hub,
            lambda use: use.set_hub(values[0], values[1] or None, space.id if space is not None else None),
            done,
        )

    def _on_approved(self, request: JoinRequestView) -> None:
        def done(_summary: object) -> None:
            told = self.tr("{0} is admitted. Their laptop learns it with its next sync.")
            self.requests.tell(told.format(request.name))
            self.refresh()
            self.sync_asked.emit()

        def failed(why: Sentence) -> None:
            self._desk.failed.emit(why)
            self.refresh()  # the words again, and Approve to be pressed

        self._desk.ask_network(lambda use: use.approve(request.id), done, failed=failed, owner=self)
