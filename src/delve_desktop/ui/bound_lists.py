"""The use cases of lists, bound to one session; see `use_cases.ListCases`."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.services import lists, search
from delve_desktop.services.batch import Batch, change_many
from delve_desktop.services.session import Session
from delve_desktop.services.views import Hit, ListQuery


class BoundLists:
    """Lists of many records, and changes to many at once."""

    session: Session

    def list_positions(self, space: SpaceId, query: ListQuery, limit: int | None) -> array[int]:
        """The order of a list."""
        return lists.list_positions(self.session, space, query, limit)

    def rows_at(self, positions: Sequence[int], text: str) -> Sequence[Hit]:
        """The rows at these positions."""
        return lists.rows_at(self.session, positions, text)

    def positions_of(self, records: Sequence[RecordId]) -> dict[RecordId, int]:
        """Where records stand."""
        return lists.positions_of(self.session, records)

    def records_at(self, positions: Sequence[int]) -> Sequence[RecordId]:
        """Which records stand there."""
        return lists.records_at(self.session, positions)

    def filter_values(self, space: SpaceId, kind: str | None) -> dict[str, tuple[str, ...]]:
        """What a list can be narrowed to."""
        return lists.filter_values(self.session, space, kind)

    def find(self, space: SpaceId, text: str, limit: int) -> Sequence[Hit]:
        """Titles first."""
        return search.find(self.session, space, text, limit=limit)

    def mark_seen(self, record: RecordId) -> None:
        """It is no longer new here."""
        lists.mark_seen(self.session, record)

    def refill_lists(self) -> bool:
        """Some more of an older vault; False when nothing is left."""
        return lists.refill_lists(self.session)

    def change_many(
        self, records: Sequence[RecordId], batch: Batch, *, actor: str = ""
    ) -> tuple[RecordId, ...]:
        """The same change to each; returns those that it changed."""
        return change_many(self.session, records, batch, actor=actor)
