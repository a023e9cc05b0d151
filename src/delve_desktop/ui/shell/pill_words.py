"""What the sync pill says, from what waits and how an exchange goes."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from delve_desktop.ui.exchange.run import ExchangeRun
from delve_desktop.ui.exchange.words import size
from delve_desktop.ui.use_cases import SyncProgress
from delve_desktop.ui.widgets.pill import SyncPill


class PillWords(QObject):
    """Offline and unsent are normal: the pill never alarms, and says neither before an exchange was tried."""

    def __init__(self, pill: SyncPill, run: ExchangeRun, *, sample: bool = False) -> None:
        super().__init__(run)
        self._pill = pill
        self._run = run
        self._waiting = 0
        self._has_hub = False
        self._sample = sample  # made-up records, of which nothing is sent, whatever is asked
        run.started.connect(self._say)
        run.progressed.connect(self._on_progress)
        run.ended.connect(self._say)
        run.broken.connect(self._say)

    def show_waiting(self, waiting: int) -> None:
        """How many changes are not sent yet."""
        self._waiting = waiting
        self._say()

    def show_hub(self, *, has_hub: bool) -> None:
        """Whether any space has a server."""
        self._has_hub = has_hub
        self._say()

    def _say(self, _event: object = None) -> None:
        if self._sample:
            self._pill.say(self.tr("A sample · never sent"), "eye")
            return
        if self._run.running:
            self._pill.say(self.tr("Syncing"), "sync", moving=True)
            return
        outcome = self._run.outcome
        untried = self._has_hub and outcome is None and self._run.failure is None
        online = self._has_hub and outcome is not None and self._run.failure is None
        if self._waiting:
            waiting = self.tr("{0} to send").format(QLocale().toString(self._waiting))
            known = online or untried
            self._pill.say(
                waiting if known else self.tr("Offline · {0}").format(waiting), "out" if known else "laptop"
            )
        elif online and outcome is not None and outcome.up_to_date:
            self._pill.say(self.tr("Up to date"), "check2")
        elif not self._has_hub:
            self._pill.say(self.tr("On this laptop"), "laptop")
        elif untried:
            self._pill.say(self.tr("Not synced yet"), "laptop")
        else:
            self._pill.say(
                self.tr("In sync") if online else self.tr("Offline"), "check" if online else "laptop"
            )

    def _on_progress(self, progress: SyncProgress) -> None:
        if self._run.running:
            self._pill.say(self.tr("Syncing {0}").format(size(progress.moved_bytes)), "sync", moving=True)
