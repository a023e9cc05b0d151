"""The history of a record: who changed what, when, by what path; versions to compare and restore."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.services.views import HistoryEntry, RecordView
from delve_desktop.ui import theme
from delve_desktop.ui.ages import moment
from delve_desktop.ui.text.addresses import isolated
from delve_desktop.ui.widgets.basics import Disc, button, icon_label, label, rule
from delve_desktop.ui.widgets.columns import Turning
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import empty

from .comparison import Comparison


class HistoryList(QWidget):
    """Newest first."""

    compare_asked = Signal(object)
    """Show what a version changed: its `HistoryEntry`."""
    restore_asked = Signal(object)
    """Bring the record back to how it stood after this op."""
    closed = Signal()
    """Back to the record."""

    def __init__(self, entries: Sequence[HistoryEntry], labels: dict[str, str], now: float) -> None:
        super().__init__()
        self.setProperty("surface", "sheet")
        self._labels = labels
        self._now = now
        self._places: dict[bytes, QVBoxLayout] = {}
        self._open: dict[bytes, HistoryEntry] = {}  # whose comparisons are unfolded
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(8)
        back = button(self.tr("Back to the record"), "plain", "back")
        back.clicked.connect(self.closed)
        column.addWidget(Turning(label(self.tr("History"), "record"), back))
        told = self.tr("Nothing is ever lost here. A restore is a new version.")
        column.addWidget(label(told, "second", wrap=True))
        column.addWidget(self._choice())
        for number, entry in enumerate(entries):
            column.addWidget(rule())
            column.addWidget(self._entry(entry, newest=number == 0))
        column.addStretch(1)

    @property
    def with_now(self) -> bool:
        """Whether a version is compared with how the record stands now, not with the one before it."""
        return self._now_choice.isChecked()

    def show_comparison(self, entry: HistoryEntry, before: RecordView | None, after: RecordView) -> None:
        """Unfold what differs."""
        place = self._places[bytes(entry.op)]
        empty(place)
        names = (self.tr("This version"), self.tr("Now"))
        if not self.with_now:
            names = (self.tr("Before"), self.tr("After"))
        self._open[bytes(entry.op)] = entry
        place.addWidget(Comparison(before, after, names))

    def _choice(self) -> QWidget:
        asked = label(self.tr("Compare a version"), "second")
        group = QButtonGroup(self)
        before = button(self.tr("with the one before"), "choice")
        self._now_choice = button(self.tr("with now"), "choice")
        for made in (before, self._now_choice):
            made.setCheckable(True)
            bold = QFontMetrics(theme.font("second", bold=True))  # as it is when it is chosen
            made.setMinimumWidth(bold.horizontalAdvance(made.text()) + 28)
            group.addButton(made)
        asked.setMinimumHeight(before.sizeHint().height())  # in line with the words of the buttons
        before.setChecked(True)
        self._now_choice.toggled.connect(self._on_choice)
        return Flow(asked, before, self._now_choice)

    def _on_choice(self) -> None:
        """Those that are unfolded are compared anew."""
        for entry in list(self._open.values()):
            self.compare_asked.emit(entry)

    def _on_compare(self, entry: HistoryEntry) -> None:
        if self._open.pop(bytes(entry.op), None) is not None:
            empty(self._places[bytes(entry.op)])
        else:
            self.compare_asked.emit(entry)

    def _what(self, entry: HistoryEntry) -> str:
        fields = ", ".join(self._labels.get(name, name) for name in entry.fields)
        by = isolated(entry.by)
        if entry.action == "create":
            return self.tr("{0} began it").format(by)
        if entry.action == "delete":
            return self.tr("{0} put it into the bin").format(by)
        if entry.action == "unknown":
            return self.tr("{0} did something that this Delve does not know").format(by)
        if not fields:
            return self.tr("{0} took it out of the bin").format(by)
        return self.tr("{0} changed: {1}").format(by, fields)

    def _entry(self, entry: HistoryEntry, *, newest: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 4)
        who = QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Disc(entry.by, 32))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self._what(entry), "strong", wrap=True))
        when = QHBoxLayout()
        when.setSpacing(6)
        here = entry.via == "this laptop"
        when.addWidget(icon_label("laptop" if here else "server", "ink3", 16))
        path = self.tr("on this laptop") if here else self.tr("came by the server")
        when.addWidget(
            label(self.tr("{0} · {1}").format(path, moment(entry.at, self._now)), "second", wrap=True), 1
        )
        words.addLayout(when)
        row.addLayout(words, 1)
        column.addWidget(Turning(who, *self._acts(entry, newest=newest)))
        place = QVBoxLayout()
        column.addLayout(place)
        self._places[bytes(entry.op)] = place
        return holder

    def _acts(self, entry: HistoryEntry, *, newest: bool) -> list[QWidget]:
        """What can be done with a version."""
        acts: list[QWidget] = []
        if entry.action in ("create", "edit") and entry.fields:
            compare = button(self.tr("Compare"), "quiet", "two")
            compare.setAccessibleName(self.tr("Compare this version: {0}").format(self._what(entry)))
            compare.clicked.connect(lambda: self._on_compare(entry))
            acts.append(compare)
        if not newest and entry.action in ("create", "edit"):
            restore = button(self.tr("Restore"), "plain", "undo")
            restore.setAccessibleName(self.tr("Restore this version: {0}").format(self._what(entry)))
            restore.clicked.connect(lambda: self.restore_asked.emit(bytes(entry.op)))
            acts.append(restore)
        return acts
