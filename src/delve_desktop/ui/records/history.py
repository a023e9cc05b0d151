"""The history of a record: who changed what and when, each state to look at and to restore."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.services.views import HistoryEntry, RecordView
from delve_desktop.ui.ages import moment
from delve_desktop.ui.widgets.basics import Disc, button, icon_label, label, rule, surface

from .words import called, worded


class HistoryList(QWidget):
    """Newest first."""

    look_asked = Signal(object)
    """Show the record as it stood after this op."""
    restore_asked = Signal(object)
    """Bring the record back to how it stood after this op."""
    closed = Signal()
    """Back to the record."""

    def __init__(self, entries: Sequence[HistoryEntry], labels: dict[str, str], now: float) -> None:
        super().__init__()
        self.setProperty("surface", "sheet")
        self._labels = labels
        self._now = now
        self._states: dict[bytes, QVBoxLayout] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("History"), "record"))
        head.addStretch(1)
        back = button(self.tr("Back to the record"), "plain", "back")
        back.clicked.connect(self.closed)
        head.addWidget(back)
        column.addLayout(head)
        column.addWidget(label(self.tr("Nothing is ever lost here. A restore is a new version."), "second"))
        for number, entry in enumerate(entries):
            column.addWidget(rule())
            column.addWidget(self._entry(entry, newest=number == 0))
        column.addStretch(1)

    def show_state(self, op: bytes, view: RecordView) -> None:
        """Unfold how the record stood."""
        place = self._states.get(op)
        if place is None or place.count():
            return
        card = surface("sunk-card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        for field in view.fields:
            if worded(field, field.value):
                column.addWidget(label(called(field.label), "label"))
                column.addWidget(label(worded(field, field.value), wrap=True, selectable=True))
        place.addWidget(card)

    def _what(self, entry: HistoryEntry) -> str:
        fields = ", ".join(self._labels.get(name, name) for name in entry.fields)
        if entry.action == "create":
            return self.tr("{0} began it").format(entry.by)
        if entry.action == "delete":
            return self.tr("{0} put it into the bin").format(entry.by)
        if entry.action == "unknown":
            return self.tr("{0} did something that this Delve does not know").format(entry.by)
        return self.tr("{0} changed: {1}").format(entry.by, fields)

    def _entry(self, entry: HistoryEntry, *, newest: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Disc(entry.by, 32))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self._what(entry), "strong", wrap=True))
        when = QHBoxLayout()
        when.setSpacing(6)
        when.addWidget(icon_label("laptop" if entry.via == "this laptop" else "server", "ink3", 16))
        when.addWidget(label(moment(entry.at, self._now), "second"))
        when.addStretch(1)
        words.addLayout(when)
        row.addLayout(words, 1)
        look = button(self.tr("Look"), "quiet", "eye")
        look.setAccessibleName(self.tr("Look at this version: {0}").format(self._what(entry)))
        look.clicked.connect(lambda: self.look_asked.emit(bytes(entry.op)))
        row.addWidget(look)
        if not newest and entry.action in ("create", "edit"):
            restore = button(self.tr("Restore"), "plain", "undo")
            restore.setAccessibleName(self.tr("Restore this version: {0}").format(self._what(entry)))
            restore.clicked.connect(lambda: self.restore_asked.emit(bytes(entry.op)))
            row.addWidget(restore)
        column.addLayout(row)
        state = QVBoxLayout()
        column.addLayout(state)
        self._states[bytes(entry.op)] = state
        return holder
