"""The use cases while somebody looks around: nothing is kept, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from delve_desktop.domain.errors import Mistaken
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.keeping.walk import end_walk
from delve_desktop.services.views import Counts, SpaceView

from .bound import BoundUseCases
from .use_cases import SyncOutcome, SyncProgress

_REFUSED = "Nothing is sent while you look around. Leave, then choose a door of your own."


class BoundWalk(BoundUseCases):
    """As any vault, but that it meets nobody, and closing wipes it."""

    def close(self) -> None:
        """Lock the vault and wipe it."""
        end_walk(self.session)

    def counts(self, space: SpaceId) -> Counts:
        """As ever, but that nothing waits to be sent."""
        return replace(super().counts(space), unsent=0)

    def create_invite(self, space: SpaceId) -> str:
        """Refused: `Mistaken`."""
        raise Mistaken(_REFUSED)

    def join_space(self, code: str) -> SpaceView:
        """Refused: `Mistaken`."""
        raise Mistaken(_REFUSED)

    def set_hub(self, url: str, ticket: str | None, space: SpaceId | None) -> None:
        """Refused: `Mistaken`."""
        raise Mistaken(_REFUSED)

    def exchange(
        self,
        space: SpaceId | None,
        *,
        progress: Callable[[SyncProgress], None],
        cancelled: Callable[[], bool],
        budget: int | None = None,
        files: bool = True,
    ) -> SyncOutcome:
        """Refused: `Mistaken`."""
        raise Mistaken(_REFUSED)
