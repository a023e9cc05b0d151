"""The cards beside the map: what needs me, who has gone quiet, the last exchanges."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.services.home import QuietAssociation
from delve_desktop.services.past_exchanges import PastExchange
from delve_desktop.ui import theme
from delve_desktop.ui.ages import age
from delve_desktop.ui.exchange_log import said
from delve_desktop.ui.widgets.basics import button, icon_label, label
from delve_desktop.ui.widgets.side_card import SideCard

from .travel_card import country_name

DOT = 8
GAP = 4
SHORT = 60  # letters


def shortened(text: str) -> str:
    """The first line of what somebody wrote, as far as it fits beside a button."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1].rstrip()}…"


def need(
    icon: str, what: str, where: str, action: str, act: Callable[[], None], kind: str = "plain"
) -> QWidget:
    """What waits for the person, and the button that leads there."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(12)
    row.addWidget(icon_label(icon, "ochre-text"))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(what, "strong", wrap=True))
    words.addWidget(label(where, "second", wrap=True))
    row.addLayout(words, 1)
    made = button(action, kind)
    made.setAccessibleName(f"{action}: {what}")
    made.clicked.connect(act)
    row.addWidget(made)
    return line


class WeekDots(QWidget):
    """Twelve dots, one a week, the oldest first in reading direction: filled where something was heard."""

    def __init__(self, weeks: Sequence[bool]) -> None:
        super().__init__()
        self._weeks = weeks
        self._step = theme.px(DOT) + GAP
        self.setFixedSize(QSize(self._step * len(weeks), theme.px(DOT) + 4))
        heard = sum(weeks)
        self.setAccessibleName(self.tr("heard of in %n of the last 12 weeks", "", heard))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.color("edge"), 1))
        order = list(reversed(self._weeks)) if self.isRightToLeft() else self._weeks
        for number, heard in enumerate(order):
            painter.setBrush(now.color("teal") if heard else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(number * self._step + 1, 2, theme.px(DOT), theme.px(DOT)))


class QuietCard(SideCard):
    """Associations that nobody heard of for 60 days."""

    call_list_asked = Signal()
    """To the contacts."""

    def __init__(self) -> None:
        super().__init__(self.tr("Gone quiet"), self.tr("last 12 weeks"))

    def show_quiet(self, quiet: Sequence[QuietAssociation], count: int) -> None:
        """The ones to ring up."""
        self.begin()
        if not quiet:
            self.add_sentence(self.tr("Everybody was heard of in the last 60 days."))
            return
        for one in quiet:
            self.add(self._line(one))
        if count > len(quiet):
            self.add_sentence(self.tr("and %n more", "", count - len(quiet)))
        calls = button(self.tr("Call list"), "link", "phone")
        calls.clicked.connect(self.call_list_asked)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(calls)
        line.addStretch(1)
        self.add(row)

    def _line(self, one: QuietAssociation) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(one.name, "strong", wrap=True))
        words.addWidget(label(country_name(one.country), "label", wrap=True))
        row.addLayout(words, 1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(WeekDots(one.weeks), alignment=Qt.AlignmentFlag.AlignTrailing)
        right.addWidget(
            label(self.tr("%n days", "", one.days), "needs-you"), alignment=Qt.AlignmentFlag.AlignTrailing
        )
        row.addLayout(right)
        line.setAccessibleName(f"{one.name}, {country_name(one.country)}")
        return line


class ExchangesCard(SideCard):
    """The last exchanges, a line each."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__(self.tr("Last exchanges"))
        self._clock = clock

    def show_exchanges(self, exchanges: Sequence[PastExchange]) -> None:
        """The latest first."""
        self.begin()
        if not exchanges:
            self.add_sentence(self.tr("None yet. What you write waits here, safe."))
        for each in exchanges:
            icon, words = said(each)
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(icon_label(icon, "ochre-text" if icon == "warn" else "teal"))
            row.addWidget(label(words, wrap=True), 1)
            row.addWidget(label(age(each.at, self._clock()), "label"))
            self.add(line, ruled=False)
