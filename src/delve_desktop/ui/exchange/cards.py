"""The cards beside an exchange: data it may use, what waits, who belongs here; and the log of past ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.services.past_exchanges import PastExchange
from delve_desktop.services.waiting import MemberView, WaitingView
from delve_desktop.ui import theme
from delve_desktop.ui.ages import moment
from delve_desktop.ui.exchange_log import said
from delve_desktop.ui.widgets.basics import Disc, button, icon_label, label, rule
from delve_desktop.ui.widgets.frames import empty, framed
from delve_desktop.ui.widgets.side_card import SideCard

from .words import size

BLOCKS = 20
MB = 1_000_000
BUDGETS = (0, 1, 5, 20, 100)  # MB; 0 for no limit
SHORT_LOG = 5


class Blocks(QWidget):
    """Twenty blocks: used, on its way, left."""

    def __init__(self) -> None:
        super().__init__()
        self._used = self._coming = 0
        self.setFixedHeight(theme.px(24))
        self.setMinimumWidth(160)

    def show_shares(self, used: float, coming: float) -> None:
        """Shares of the whole, 0 to 1; what is above 0 shows at least one block."""
        self._used = min(BLOCKS, -int(-used * BLOCKS // 1))
        self._coming = min(BLOCKS - self._used, -int(-coming * BLOCKS // 1))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / BLOCKS
        for number in range(BLOCKS):
            place = BLOCKS - 1 - number if self.isRightToLeft() else number
            used, coming = number < self._used, number < self._used + self._coming
            painter.setPen(QPen(now.color("teal" if used else "on-ochre" if coming else "edge"), 1))
            painter.setBrush(now.color("teal" if used else "ochre" if coming else "sheet"))
            painter.drawRoundedRect(QRectF(place * step + 1.5, 1, step - 4, self.height() - 2), 3, 3)


class BudgetCard(SideCard):
    """How much data the next exchange may use."""

    def __init__(self) -> None:
        super().__init__(self.tr("Data for a sync"))
        self._used = self._waiting = 0
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Data for a sync"))
        for budget in BUDGETS:
            self.choice.addItem(size(budget * MB) if budget else self.tr("No limit"), budget * MB)
        self.choice.currentIndexChanged.connect(lambda _index: self._show())
        self.add(self.choice, ruled=False)
        self._blocks = Blocks()
        self.add(self._blocks, ruled=False)
        self._told = label("", "second", wrap=True)
        self.add(self._told, ruled=False)
        self._show()

    @property
    def budget(self) -> int | None:
        """Bytes both ways; None for no limit."""
        return self.choice.currentData() or None

    def show_numbers(self, *, used: int | None = None, waiting: int | None = None) -> None:
        """Bytes that the last exchange moved, and that wait to go out."""
        self._used = self._used if used is None else used
        self._waiting = self._waiting if waiting is None else waiting
        self._show()

    def _show(self) -> None:
        budget = self.budget
        self._blocks.setVisible(budget is not None)
        words = self.tr("{0} used last time, {1} on its way").format(size(self._used), size(self._waiting))
        if budget is None:
            self._told.setText(self.tr("A sync moves all there is. {0}.").format(words))
            return
        self._blocks.show_shares(self._used / budget, self._waiting / budget)
        self._blocks.setAccessibleName(words)
        self._told.setText(
            self.tr("It stops at {0}; the rest goes next time. {1}.").format(size(budget), words)
        )


class WaitingCard(SideCard):
    """What waits to go out, by whom and how big."""

    def __init__(self) -> None:
        super().__init__(self.tr("Waiting to go"))

    def show_waiting(self, waiting: Sequence[WaitingView]) -> None:
        """A line for everybody."""
        self.begin()
        if not waiting:
            self.add_sentence(self.tr("Nothing. Everything written here has gone out."))
        for one in waiting:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(icon_label("note" if one.mine else "people", "ink"))
            if one.mine and one.changes:
                words = self.tr("%n changes, by you", "", one.changes)
            elif one.mine:
                words = self.tr("Your changes, on their way")
            else:
                words = self.tr("Passed on for {0}").format(one.by)
            row.addWidget(label(words, wrap=True), 1)
            row.addWidget(label(size(one.size), "label"))
            self.add(line)


class PeopleCard(SideCard):
    """Who belongs to the space."""

    def __init__(self) -> None:
        super().__init__(self.tr("People of this space"))

    def show_members(self, members: Sequence[MemberView]) -> None:
        """Coordinators first."""
        roles = {
            "coordinator": self.tr("Coordinator"),
            "officer": self.tr("Officer"),
            "reader": self.tr("Reader"),
        }
        self.begin()
        if not members:
            self.add_sentence(self.tr("Nobody is known yet. Names come with the first sync."))
        for one in members:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(Disc(one.name, 32))
            words = QVBoxLayout()
            words.setSpacing(0)
            name = self.tr("{0} (you)").format(one.name) if one.mine else one.name
            words.addWidget(label(name, "strong", wrap=True))
            words.addWidget(label(roles.get(one.role, one.role), "label"))
            row.addLayout(words, 1)
            self.add(line)


class LogCard(QWidget):
    """Past exchanges, the latest first."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._whole = False
        self._past: Sequence[PastExchange] = ()
        column = QVBoxLayout(framed(self, "card"))
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Past exchanges"), "strong", wrap=True), 1)
        self.more = button(self.tr("Whole log"), "link")
        self.more.clicked.connect(self._on_more)
        head.addWidget(self.more)
        column.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column.addLayout(self._lines)

    def show_past(self, past: Sequence[PastExchange]) -> None:
        """The log, the latest first."""
        self._past = past
        self.more.setVisible(len(past) > SHORT_LOG and not self._whole)
        empty(self._lines)
        if not past:
            self._lines.addWidget(label(self.tr("None yet."), "second"))
        for each in past if self._whole else past[:SHORT_LOG]:
            self._lines.addWidget(rule())
            self._lines.addWidget(self._line(each))

    def _line(self, past: PastExchange) -> QWidget:
        icon, words = said(past)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(icon_label(icon, "ochre-text" if icon == "warn" else "teal"))
        row.addWidget(label(words, wrap=True), 1)
        if past.moved:
            row.addWidget(label(size(past.received + past.sent), "label"))
        row.addWidget(label(moment(past.at, self._clock()), "label"), 0, Qt.AlignmentFlag.AlignTrailing)
        return line

    def _on_more(self) -> None:
        self._whole = True
        self.show_past(self._past)
