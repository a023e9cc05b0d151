"""Runs exchanges on the network worker and tells screens how far they are."""

from __future__ import annotations

import random
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from delve_desktop.ui.desk import Desk
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.tasks import Task
from delve_desktop.ui.use_cases import SyncOutcome, SyncProgress

FIRST_S: Final = 2  # after unlocking, when the first page stands
SOON_S: Final = 20  # after a change here
OFTEN_S: Final = 60
SELDOM_S: Final = 15 * 60
MOST_LEFT_OUT: Final = 15  # exchanges by itself without files, after files have failed again and again


class ExchangeRun(QObject):
    """One exchange at a time. By itself it tries again ever more seldom while no server answers."""

    started = Signal()
    """An exchange begins."""
    progressed = Signal(object)
    """A `SyncProgress`; at most four a second."""
    ended = Signal(object)
    """A `SyncOutcome`."""
    broken = Signal(object)
    """It did not work: a `Sentence`. What had arrived is kept."""
    _told = Signal(object)

    def __init__(self, desk: Desk, *, automatic: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._automatic = automatic
        self._task: Task | None = None
        self._stop = False
        self._wait = OFTEN_S
        self._has_hub = False
        self.budget: int | None = None  # bytes both ways, for exchanges to come
        self.outcome: SyncOutcome | None = None
        self.failure: Sentence | None = None
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer)
        self._left_out = 0  # exchanges by itself that files are left out of after they failed
        self._to_leave_out = 0  # how many of these are still to come
        self._with_files = True

    @property
    def running(self) -> bool:
        """True while an exchange is under way."""
        return self._task is not None

    def show_hub(self, *, has_hub: bool) -> None:
        """Whether there is a server to exchange with; nothing is tried by itself without one."""
        self._has_hub = has_hub
        self.soon()
        if self._timer.isActive() and self.outcome is None and self.failure is None:
            self._timer.start(FIRST_S * 1000)

    def soon(self) -> None:
        """Something waits to go out: exchange before long, if that is done automatically."""
        if self._automatic and self._has_hub and not self.running and self._wait == OFTEN_S:
            self._timer.start(SOON_S * 1000)

    def start(self) -> None:
        """Exchange with the server of each space, now."""
        self._to_leave_out = 0  # who asks means all of it
        self._begin()

    def _on_timer(self) -> None:
        self._begin()
        self._to_leave_out = max(0, self._to_leave_out - 1)

    def _begin(self) -> None:
        if self._task is not None:
            return
        self._stop = False
        self._timer.stop()
        budget, files = self.budget, self._to_leave_out == 0
        self._with_files = files
        self._task = self._desk.ask_network(
            lambda use: use.exchange(
                None, progress=self._on_progress, cancelled=lambda: self._stop, budget=budget, files=files
            ),
            self._on_ended,
            failed=self._on_failed,
            owner=self,
        )
        self.started.emit()

    def stop(self) -> None:
        """Stop at the next whole item; what is complete is kept."""
        self._stop = True

    def end(self) -> None:
        """No more by itself, and stop what runs."""
        self._automatic = False
        self._timer.stop()
        self.stop()

    def _on_progress(self, progress: SyncProgress) -> None:
        """In the network worker's thread."""
        self._told.emit(progress)

    def _on_ended(self, outcome: SyncOutcome) -> None:
        self._task = None
        self.outcome = outcome
        self.failure = None
        self._spare_files(outcome)
        self._again(OFTEN_S)
        self.ended.emit(outcome)

    def _spare_files(self, outcome: SyncOutcome) -> None:
        """Where only files fail, text goes on as ever, and files are tried ever more seldom.

        Each try may cost megabytes, of a link that somebody pays for, before it fails.
        """
        if not self._with_files:
            return
        failed = bool(outcome.files_stopped) and not outcome.files_moved
        self._left_out = min(MOST_LEFT_OUT, 2 * self._left_out + 1) if failed else 0
        self._to_leave_out = self._left_out

    def _on_failed(self, sentence: Sentence) -> None:
        self._task = None
        self.failure = sentence
        self._again(min(SELDOM_S, self._wait * 2))
        self.broken.emit(sentence)

    def _again(self, wait: int) -> None:
        self._wait = wait
        if self._automatic and self._has_hub:
            jitter = random.uniform(0.8, 1.2)  # noqa: S311 - spreads laptops, hides nothing
            self._timer.start(int(wait * jitter * 1000))
