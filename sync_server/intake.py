"""Taking in what a device brings, while it still arrives.

Items are checked one by one (`checking`), gathered per space, and committed in groups (`group`). What
is wrong with an item is noted and stops no other.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from delve_desktop.domain.errors import HubRefused
from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol import frames, limits
from delve_desktop.protocol.messages import Hello, Problem, Refusal, RequestHead, SpaceHello

from .checking import Checked, check
from .group import Group
from .members import Logs
from .settings import HubSettings
from .store.hub_store import HubStore


@dataclass(slots=True)
class Brought:
    """What one request brought for one space."""

    hello: SpaceHello
    waiting: list[Checked] = field(default_factory=list)  # checked, not yet committed
    size: int = 0  # bytes that wait
    own: dict[bytes, int] = field(default_factory=dict)  # id -> place in the request, once stored
    forks: set[bytes] = field(default_factory=set)  # writers found to have two segments of one number


class Intake:
    """The items of one request. Not to be shared between threads."""

    def __init__(
        self, store: HubStore, logs: Logs, settings: HubSettings, head: RequestHead, hello: Hello
    ) -> None:
        if len({one.space for one in hello.spaces}) != len(hello.spaces):
            raise HubRefused("A request names a space twice.", Refusal.MALFORMED)
        self._store = store
        self._logs = logs
        self._settings = settings
        self._head = head
        self.hello = hello
        self.spaces = [Brought(one) for one in hello.spaces]
        self.problems: list[Problem] = []
        self.count = 0
        self.size = 0

    def take(self, item: frames.Item) -> None:
        """Check one item; commit what waits when it has grown to a group."""
        place = self.count
        self.count += 1
        self.size += len(item.data)
        if self.count > limits.ITEMS_MAX:
            raise HubRefused(f"A request brings more than {limits.ITEMS_MAX} items.", Refusal.TOO_LARGE)
        if item.space >= len(self.spaces):
            self.problems.append(Problem(place, Refusal.WRONG_SPACE))
            return
        brought = self.spaces[item.space]
        checked = check(place, SpaceId(brought.hello.space), item)
        if isinstance(checked, Refusal):
            self.problems.append(Problem(place, checked))
            return
        brought.waiting.append(checked)
        brought.size += len(checked.row.data)
        if brought.size >= self._settings.group:
            self._commit(brought)

    def commit(self) -> None:
        """Commit what waits."""
        for brought in self.spaces:
            if brought.waiting:
                self._commit(brought)

    def _commit(self, brought: Brought) -> None:
        waiting, brought.waiting, brought.size = brought.waiting, [], 0
        with self._store.write() as unit:
            group = Group(unit, self._logs, self._settings, self._head, brought.hello, waiting)
            refused = group.store()
        group.keep_log()
        brought.forks |= group.forks
        for one in waiting:
            if one.place in refused:
                self.problems.append(Problem(one.place, refused[one.place]))
            else:
                brought.own.setdefault(one.row.id, one.place)
