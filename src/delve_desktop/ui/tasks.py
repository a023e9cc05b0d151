"""Work off the main thread: a worker is a thread with a queue; results come back on the main thread.

There are two workers: one for the vault (use cases run there in the order they were asked for), one
for the network. Neither outlives the window; both finish what they have begun. What takes long lets others
in between its parts (`Worker.let_others`), so that a large file holds up no list.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable
from enum import Enum
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QObject, Signal

# How long a worker may keep the interpreter when the main thread wants it. A paint comes back to Python some
# hundred times, and would wait Python's usual 5 ms each time while a worker computes.
HAND_OVER_S: Final = 0.0005

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Turn(Enum):
    """When a task may run while a long one is under way."""

    BETWEEN = "between"  # its parts
    BEHIND = "behind"  # when it is over: what takes as long itself
    AFTER_ALL = "after all"  # that was asked for before; and nothing asked for later comes before it


class Task:
    """One piece of work. `cancel` keeps it from starting, or from reporting; running work looks at
    `cancelled` where it can stop without harm.
    """

    def __init__(
        self,
        work: Work,
        done: Done | None,
        failed: Failed | None,
        owner: QObject | None,
        turn: Turn = Turn.BETWEEN,
    ) -> None:
        self.turn = turn
        self._work: Work | None = work
        self._done = done
        self._failed = failed
        self._owner = owner
        self._stop = threading.Event()
        self.result: Any = None
        self.error: Exception | None = None

    @property
    def cancelled(self) -> bool:
        """True once somebody asked for a stop."""
        return self._stop.is_set()

    @property
    def over(self) -> bool:
        """True once it was reported, or will not be."""
        return self._work is None or self.cancelled

    def cancel(self) -> None:
        """Ask for a stop; nothing is reported any more."""
        self._stop.set()

    def run(self) -> None:
        """Do the work, in the worker's thread, and keep what came of it."""
        try:
            self.result = self._work() if self._work is not None else None
        except Exception as error:  # noqa: BLE001 - every failure is reported on the main thread
            self.error = error

    def report(self) -> None:
        """Call back, on the main thread, unless cancelled or the asking object is gone.

        Whatever the task holds of the window is let go here, so that no worker drops it last.
        """
        try:
            self._call_back()
        finally:
            self._work = self._done = self._failed = self._owner = None

    def _call_back(self) -> None:
        if self.cancelled or (self._owner is not None and not shiboken6.isValid(self._owner)):
            return
        if self.error is None:
            if self._done is not None:
                self._done(self.result)
        elif self._failed is not None:
            self._failed(self.error)
        else:
            raise self.error


class Worker(QObject):
    """A thread that does one task after the other, in the order in which they were asked for."""

    finished = Signal(object)
    """A task is over; carries the task, received on the thread that made the worker."""
    idle = Signal()
    """The queue has run empty."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(HAND_OVER_S)
        self._waiting: deque[Task] = deque()
        self._filled = threading.Condition()  # guards what waits, and that the end was asked for
        self._ending = False
        self._pending = 0
        self.finished.connect(self._on_finished)  # from its thread to this one, and so by the event queue
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self._thread.start()

    @property
    def ident(self) -> int | None:
        """The thread's identifier, as `threading.get_ident` gives it there."""
        return self._thread.ident

    @property
    def busy(self) -> bool:
        """True while a task waits or runs."""
        return self._pending > 0

    def submit(
        self,
        work: Work,
        done: Done | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
        turn: Turn = Turn.BETWEEN,
    ) -> Task:
        """Queue work; `done` or `failed` is called on the main thread while `owner` lives.

        A failure that nobody takes is raised on the main thread: it is a bug.
        """
        task = Task(work, done, failed, owner, turn)
        self._pending += 1
        with self._filled:
            self._waiting.append(task)
            self._filled.notify()
        return task

    def let_others(self) -> None:
        """Called by a long task, in this thread and holding nothing: do what waits and may come between."""
        for task in self._may_pass():
            self._do(task)

    def _may_pass(self) -> list[Task]:
        with self._filled:
            held = False
            passing: list[Task] = []
            behind: deque[Task] = deque()
            for task in self._waiting:
                held = held or task.turn is Turn.AFTER_ALL
                (passing if not held and task.turn is Turn.BETWEEN else behind).append(task)
            self._waiting = behind
            return passing

    def stop(self, *, seconds: float = 30.0) -> None:
        """Finish what is queued and end the thread; waits at most `seconds`."""
        with self._filled:
            self._ending = True
            self._filled.notify()
        self._thread.join(seconds)

    def _loop(self) -> None:
        while (task := self._next()) is not None:
            self._do(task)
            del task  # not held while there is nothing to do

    def _next(self) -> Task | None:
        """The next task, once there is one; None when all is done and the end was asked for."""
        with self._filled:
            self._filled.wait_for(lambda: self._waiting or self._ending)
            return self._waiting.popleft() if self._waiting else None

    def _do(self, task: Task) -> None:
        if not task.cancelled:
            task.run()
        if shiboken6.isValid(self):
            self.finished.emit(task)

    def _on_finished(self, task: Task) -> None:
        self._pending -= 1
        try:
            task.report()
        finally:
            if self._pending == 0:
                self.idle.emit()
