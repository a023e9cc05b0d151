"""The order of a list: positions of records, and where in the list a position stands."""

from __future__ import annotations

from array import array
from bisect import bisect_left

from delve_desktop.services.views import Sort

NEAR = 2_000  # rows around where something stood, which are looked through first


class Order:
    """The positions of a list's records. Those of the newest and of the oldest list are sorted."""

    def __init__(self, positions: array[int] | None = None, sort: Sort = "newest") -> None:
        self.positions = array("q") if positions is None else positions
        self._sort = sort

    def __len__(self) -> int:
        return len(self.positions)

    def index(self, position: int, guess: int = 0) -> int:
        """Where a position stands, or -1; `guess` is where it may be near."""
        if self._sort == "title":
            return self._searched(position, guess)
        if self._sort == "oldest":
            at = bisect_left(self.positions, position)
        else:
            at = bisect_left(self.positions, -position, key=lambda one: -one)
        return at if at < len(self.positions) and self.positions[at] == position else -1

    def _searched(self, position: int, guess: int) -> int:
        for start, stop in ((max(0, guess - NEAR), guess + NEAR), (0, len(self.positions))):
            try:
                return self.positions.index(position, start, stop)
            except ValueError:
                continue
        return -1
