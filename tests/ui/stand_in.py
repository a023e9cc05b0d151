"""Use cases over a real vault with the spaces' part stood in for, where a test is not about spaces."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from delve_desktop.domain.errors import DelveError, HubUnreachable
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import Counts, Hit, JoinRequestView, SpaceView
from delve_desktop.ui.bound import BoundRecords
from delve_desktop.ui.bound_walk import of_sample
from delve_desktop.ui.use_cases import SyncOutcome, SyncProgress

SPACE = SpaceId(b"s" * 16)


class StandIn(BoundRecords):
    """Notes which thread every use case ran on, and can hold all of them up at a gate."""

    def __init__(self, session: Any) -> None:
        super().__init__(session)
        self.threads: set[int] = set()
        self.calls: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.spaces = [SpaceView(SPACE, "Lake Zone", "active", "coordinator", "", (), "")]
        self.requests: list[JoinRequestView] = []
        self.outcome: SyncOutcome | None = None
        self.asked: list[str] = []
        self.budget: int | None = None
        self.refusal: DelveError | None = None
        self.files: list[bool] = []  # whether each exchange was to bring files
        self.sample = False  # as while somebody looks around: nothing waits to be sent

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name.startswith("_") or not callable(found) or isinstance(found, threading.Event):
            return found

        def noted(*args: Any, **named: Any) -> Any:
            self.threads.add(threading.get_ident())
            self.calls.append(name)
            self.gate.wait(20)
            return found(*args, **named)

        return noted

    def counts(self, space: SpaceId) -> Counts:
        found = super().counts(space)
        return replace(found, unsent=0) if self.sample else found

    def rows_at(self, positions: Sequence[int], text: str) -> Sequence[Hit]:
        found = super().rows_at(positions, text)
        return [of_sample(hit) for hit in found] if self.sample else found

    def break_off(self) -> None:
        """Nobody waits for a server here."""

    def list_spaces(self) -> Sequence[SpaceView]:
        return tuple(self.spaces)

    def create_space(self, name: str) -> SpaceId:
        space = SpaceId(name.encode().ljust(16, b"-")[:16])
        self.spaces.append(SpaceView(space, name, "active", "coordinator", "", (), ""))
        with self.session.vault.write() as unit:
            unit.add_space(space, name, "active", None)
        return space

    def create_invite(self, space: SpaceId) -> str:
        return "DI1-EXAM-PLEC-ODE0"

    def join_space(self, code: str) -> SpaceView:
        self.asked.append(code)
        raise HubUnreachable("No answer.")

    def join_requests(self, space: SpaceId) -> Sequence[JoinRequestView]:
        return tuple(self.requests)

    def approve(self, request: str) -> ChangeSummary:
        if self.refusal is not None:
            raise self.refusal
        self.requests = [each for each in self.requests if each.id != request]
        return ChangeSummary("local", SPACE)

    def set_hub(self, url: str, ticket: str | None, space: SpaceId | None) -> None:
        self.asked.append(url)

    def exchange(
        self,
        space: SpaceId | None,
        *,
        progress: Callable[[SyncProgress], None],
        cancelled: Callable[[], bool],
        budget: int | None = None,
        files: bool = True,
    ) -> SyncOutcome:
        self.budget = budget
        self.files.append(files)
        if self.outcome is None:
            raise HubUnreachable("No answer.")
        progress(SyncProgress(500, 3, 1))
        return self.outcome
