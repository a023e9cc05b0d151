"""The history in the record pane: asks for versions, and says what a restore did."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from delve_desktop.domain.ids import OpId
from delve_desktop.services.views import HistoryEntry, RecordView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.use_cases import UseCases

from .history import HistoryList
from .pane_actions import PaneActions
from .words import called


class PaneHistory(QObject):
    """Makes the list for the record that stands in the pane."""

    closed = Signal()
    """Back to the record."""

    def __init__(self, desk: Desk, actions: PaneActions, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions

    def made(self, view: RecordView, entries: list[HistoryEntry], now: float) -> HistoryList:
        """The history of this record, as it stands now."""
        labels = {field.name: called(field.label) for field in view.fields}
        panel = HistoryList(entries, labels, now)
        panel.closed.connect(self.closed)
        panel.compare_asked.connect(lambda entry: self._compare(panel, view, entry))
        panel.restore_asked.connect(lambda op: self._actions.restore(view, OpId(bytes(op)), undo=True))
        return panel

    def _compare(self, panel: HistoryList, view: RecordView, entry: HistoryEntry) -> None:
        with_now = panel.with_now

        def read(use: UseCases) -> tuple[RecordView | None, RecordView]:
            version = use.version_fields(view.id, entry.op)
            if with_now:
                return version, use.open_record(view.id)
            return (use.record_seen(view.id, entry.parents) if entry.parents else None), version

        def done(answer: tuple[RecordView | None, RecordView]) -> None:
            if panel.with_now == with_now:
                panel.show_comparison(entry, *answer)

        self._desk.ask(read, done, owner=panel)
