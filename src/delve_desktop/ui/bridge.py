"""Carries change summaries from the thread that committed them to the main thread, as a Qt signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from delve_desktop.services.changes import ChangeSummary, NoticeHub


class Bridge(QObject):
    """Subscribes to a notice hub; `changed` arrives on the thread that made the bridge."""

    changed = Signal(object)
    """A committed change: a `ChangeSummary`."""
    _posted = Signal(object)

    def __init__(self, notices: NoticeHub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = notices.subscribe(self._on_notice)

    def close(self) -> None:
        """Hear no more."""
        self._unsubscribe()

    def _on_notice(self, summary: ChangeSummary) -> None:
        self._posted.emit(summary)
