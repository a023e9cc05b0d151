"""The card "How a practice travels": which practice, the map, a legend, and how many sites."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import vocabularies
from delve_desktop.services.home import Journey, Stop, TriedPractice
from delve_desktop.ui import theme
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.columns import Turning
from delve_desktop.ui.widgets.elided import ElidedCombo
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import framed

from .travel_map import Kind, Spot, TravelMap


class _Dot(QWidget):
    """What a colour of the map means, beside its word."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(theme.px(14), theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = {"started": "ochre", "works": "teal", "failed": "sheet"}[self._kind]
        edge = {"started": "on-ochre", "works": "teal", "failed": "red"}[self._kind]
        painter.setBrush(now.color(fill))
        painter.setPen(QPen(now.color(edge), 1.25))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))


class TravelCard(QWidget):
    """Hidden while nobody tried anything."""

    practice_chosen = Signal(object)
    """Show how this one travels: its `RecordId`."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(framed(self, "card"))
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self.choice = ElidedCombo()
        self.choice.setAccessibleName(self.tr("Which practice"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(24)
        self.choice.activated.connect(self._on_chosen)
        heading = label(self.tr("How a practice travels"), "section")
        column.addWidget(Turning(heading, self.choice))
        self.map = TravelMap()
        column.addWidget(self.map)
        self._total = label("", "strong", wrap=True)
        legend = Flow(
            self._entry("started", self.tr("started here")),
            self._entry("works", self.tr("tried, it works")),
            self._entry("failed", self.tr("did not work")),
            self._total,
        )
        legend.line.setSpacing(16)
        column.addWidget(legend)

    def _entry(self, kind: Kind, words: str) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Dot(kind))
        row.addWidget(label(words, "second"))
        return entry

    @property
    def total(self) -> str:
        """How many sites and countries, as it is said."""
        return self._total.text()

    def show_practices(self, practices: Sequence[TriedPractice]) -> None:
        """What can be chosen; the one shown before stays chosen."""
        chosen = self.choice.currentData()
        self.choice.clear()
        for practice in practices:
            title = practice.title or self.tr("(without a title)")
            self.choice.addItem(title, practice.record)
            self.choice.setItemData(self.choice.count() - 1, title, Qt.ItemDataRole.ToolTipRole)
        index = self.choice.findData(chosen)
        self.choice.setCurrentIndex(max(index, 0))

    def chosen(self) -> RecordId | None:
        """The practice that is chosen."""
        found: RecordId | None = self.choice.currentData()
        return found

    def show_journey(self, journey: Journey) -> None:
        """Where it was tried."""
        self.map.show_spots([_spot(stop) for stop in journey.stops])
        countries = sum(1 for stop in journey.stops if stop.tried)
        self._total.setText(
            self.tr("{0}, {1}").format(
                self.tr("%n sites", "", journey.sites), self.tr("%n countries", "", countries)
            )
        )

    def _on_chosen(self, _index: int) -> None:
        self.practice_chosen.emit(self.chosen())


def _spot(stop: Stop) -> Spot:
    kind: Kind = "works"
    if stop.started:
        kind = "started"
    elif stop.tried and stop.failed == stop.tried:
        kind = "failed"
    return Spot(stop.country, country_name(stop.country), stop.tried, kind)


def country_name(code: str) -> str:
    """A country in the person's language."""
    return vocabularies.word("countries", code, QLocale().name()) if code else ""
