"""What a use case changed, and the notice hub that tells whoever cares.

Every mutation returns a `ChangeSummary`; the notice hub hands it on. A screen decides by the
summary whether it has anything to show anew.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from delve_desktop.domain.ids import RecordId, SpaceId

_log = logging.getLogger(__name__)

Origin = Literal["local", "remote"]


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """One committed change: which records of which space, by whose hand.

    `actor` names the screen or command that asked, so that it need not react to itself.
    `everything` stands for "too many to list": screens read anew.
    """

    origin: Origin
    space: SpaceId | None = None
    records: frozenset[RecordId] = frozenset()
    kinds: frozenset[str] = frozenset()
    actor: str = ""
    everything: bool = False
    spaces_changed: bool = field(default=False)


class NoticeHub:
    """Hands each summary to every subscriber, in the thread that committed the change.

    Subscribers must be quick and must not raise; the window's bridge only posts to its own thread. One
    that raises all the same is logged by the kind of its error: the change has committed, so whoever made
    it must not be told that it failed, and the other subscribers must hear of it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._subscribers: list[Callable[[ChangeSummary], None]] = []

    def subscribe(self, subscriber: Callable[[ChangeSummary], None]) -> Callable[[], None]:
        """Add a subscriber; the returned function takes it off again."""
        with self._lock:
            self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            with self._lock:
                if subscriber in self._subscribers:
                    self._subscribers.remove(subscriber)

        return unsubscribe

    def publish(self, summary: ChangeSummary) -> None:
        """Tell all subscribers."""
        with self._lock:
            subscribers = list(self._subscribers)
        for subscriber in subscribers:
            try:
                subscriber(summary)
            except Exception as error:  # noqa: BLE001  see the class
                # no message and no trace: they may hold what somebody wrote
                _log.error("A subscriber could not take a change: %s", type(error).__name__)
