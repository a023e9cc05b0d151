"""One space's part in an exchange with one hub: the running state, which can end at any point."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from delve_desktop.domain.ids import SpaceId

COMPARISONS: Final = 4  # of one space in one exchange; more would mean that the sides never agree
TRIES: Final = 2  # how often one exchange brings an item that the hub refuses


@dataclass(slots=True)
class Turn:
    """What is still to do for a space, as far as this exchange has come."""

    space: SpaceId
    again: bool = True  # another request is due
    compare: bool = False  # the next request tells everything that is held
    final: bool = False  # the comparison goes into its last part
    answered: bool = False  # the hub has told in this exchange what it lacks
    bring_acts: bool = False  # the hub may not know the space, or this device in it
    introduced: bool = False  # the acts were brought for that reason
    comparisons: int = 0
    refused: dict[bytes, int] = field(default_factory=dict)  # item -> how often the hub refused it
    checked_digest: bool = False  # unequal digests have led to a comparison already

    def ask_for_comparison(self) -> None:
        """Compare fully with the next request, unless that was tried too often."""
        self.comparisons += 1
        self.final = False
        self.compare = self.again = self.comparisons <= COMPARISONS

    def end_comparison(self) -> None:
        """The place in the hub's feed is good again."""
        self.compare = self.final = False

    def worn_out(self) -> set[bytes]:
        """Items that this exchange brings no more."""
        return {item for item, times in self.refused.items() if times >= TRIES}
