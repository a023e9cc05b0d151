"""What every screen is handed: a way to ask use cases off the main thread, and news of changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from delve_desktop.domain.ids import SpaceId

from .bridge import Bridge
from .last_move import LastMove
from .sentences import Sentence, sentence
from .tasks import Task, Turn, Worker
from .use_cases import UseCases

NETWORK_MS: Final = 2_000  # that a lock waits for an exchange to stop
BROKEN_MS: Final = 500  # and then for one whose calls are broken off, to note that it was
Question = Callable[[UseCases], Any]


class Desk(QObject):
    """One open vault as its window sees it. Lives on the main thread, from unlock to lock."""

    changed = Signal(object)
    """Something was committed, here or by a sync: a `ChangeSummary`."""
    failed = Signal(object)
    """A use case failed and its screen has no place of its own to say so: a `Sentence`."""

    said = Signal(str)
    """Something goes on that its screen no longer shows: a sentence."""
    closing = Signal()
    """The vault is about to be locked: what takes long is to end."""

    def __init__(
        self, use_cases: UseCases, database: Worker, network: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._use_cases = use_cases
        self._database = database
        self._network = network
        self._bridge = Bridge(use_cases.notices, self)
        self._bridge.changed.connect(self.changed)
        self.name = use_cases.name
        self.space: SpaceId | None = None
        self.last_move = LastMove()

    def ask(
        self,
        question: Question,
        done: Callable[[Any], None] | None = None,
        *,
        failed: Callable[[Sentence], None] | None = None,
        owner: QObject | None = None,
        turn: Turn = Turn.BETWEEN,
    ) -> Task:
        """Run `question(use_cases)` on the database worker; the answer comes back on the main thread."""
        return self._submit(self._database, question, done, failed, owner, turn)

    def let_others(self) -> None:
        """For a long question on the database worker, between its parts: answer what was asked since."""
        self._database.let_others()

    def ask_network(
        self,
        question: Question,
        done: Callable[[Any], None] | None = None,
        *,
        failed: Callable[[Sentence], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """The same on the network worker, for what may wait for a link."""
        return self._submit(self._network, question, done, failed, owner)

    def close(self, done: Callable[[], None]) -> None:
        """After everything queued: close the vault, then call `done`.

        An exchange that stops soon is waited for. Of one that waits for a server the calls are broken off, so
        that the worker is free for whoever comes next.
        """
        self._bridge.close()
        self.closing.emit()
        cases = self._use_cases
        closing = False

        def close_now(_answer: object = None) -> None:
            nonlocal closing
            if not closing:
                closing = True
                self._database.submit(
                    cases.close, lambda _closed: done(), lambda _error: done(), turn=Turn.AFTER_ALL
                )

        def break_off() -> None:
            if not closing:
                cases.break_off()
                QTimer.singleShot(BROKEN_MS, close_now)

        self._network.submit(lambda: None, close_now)
        QTimer.singleShot(NETWORK_MS, break_off)

    def _submit(
        self,
        worker: Worker,
        question: Question,
        done: Callable[[Any], None] | None,
        failed: Callable[[Sentence], None] | None,
        owner: QObject | None,
        turn: Turn = Turn.BETWEEN,
    ) -> Task:
        cases = self._use_cases
        say = failed or self.failed.emit
        return worker.submit(
            lambda: question(cases), done, lambda error: say(sentence(error)), owner or self, turn
        )
