"""The use cases while somebody looks around: nothing is kept, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from delve_desktop.domain.errors import Mistaken
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services import home
from delve_desktop.services.home import HomeView
from delve_desktop.services.keeping.walk import end_walk
from delve_desktop.services.views import UNSENT, Counts, Hit, SpaceView

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

    def home(self, space: SpaceId) -> HomeView:
        """As ever, and with the samples as what is new: to who looks around they are."""
        return home.home(self.session, space, mine=True)

    def rows_at(self, positions: Sequence[int], text: str) -> Sequence[Hit]:
        """As ever, but that no row waits to be sent."""
        return [of_sample(hit) for hit in super().rows_at(positions, text)]

    def find(self, space: SpaceId, text: str, limit: int) -> Sequence[Hit]:
        """The same."""
        return [of_sample(hit) for hit in super().find(space, text, limit)]

    def filter_values(self, space: SpaceId, kind: str | None) -> dict[str, tuple[str, ...]]:
        """As ever, and nothing that is not sent yet."""
        return {**super().filter_values(space, kind), UNSENT: ()}

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


def of_sample(hit: Hit) -> Hit:
    """A row without a word of whether it was sent."""
    return replace(hit, row=replace(hit.row, unsent=False, travels=False))
