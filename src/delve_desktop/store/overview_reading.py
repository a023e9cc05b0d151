"""Reading for the overview of a space: what is tried where, what came in, who was heard from last."""

from __future__ import annotations

from collections.abc import Sequence

from delve_desktop.domain.ids import DeviceId, RecordId, SpaceId
from delve_desktop.domain.ops import decode
from delve_desktop.domain.state import RecordState, decode_state

from .exchange_reading import ExchangeReading
from .record_reading import marks
from .rows import HeardOf, RecordLine, Tried


class OverviewReading(ExchangeReading):
    """Counts and newest ones, bounded by a limit each. Part of every unit."""

    def tried_most(self, space: SpaceId, latest: int, limit: int) -> list[Tried]:
        """The practices with the most adoptions among the latest ones outside the bin, most first."""
        rows = self._rows(
            """SELECT target.id, target.title, count(*) AS tries FROM (
                 SELECT row, space FROM record WHERE space = ? AND in_bin = 0 AND kind = 'adoption'
                 ORDER BY position DESC LIMIT ?) AS source
               CROSS JOIN link ON link.source = source.row AND link.field = 'practice'
               CROSS JOIN record AS target ON target.id = link.target AND target.space = source.space
               WHERE target.in_bin = 0
               GROUP BY target.row ORDER BY tries DESC, target.position DESC LIMIT ?""",
            space,
            latest,
            limit,
        )
        return [Tried(RecordId(row[0]), row[1], row[2]) for row in rows]

    def adoptions_of(self, practice: RecordId, limit: int) -> list[RecordState]:
        """What those wrote who tried a practice, outside the bin, the latest first."""
        rows = self._rows(
            """SELECT source.state FROM link CROSS JOIN record AS source ON source.row = link.source
               JOIN record AS target ON target.id = link.target AND target.space = source.space
               WHERE link.target = ? AND link.field = 'practice' AND source.kind = 'adoption'
                 AND source.in_bin = 0 ORDER BY source.position DESC LIMIT ?""",
            practice,
            limit,
        )
        return [decode_state(row[0]) for row in rows]

    def newest_position(self, space: SpaceId) -> int:
        """The position of the record of a space that changed last; 0 for none."""
        found = self._one(
            "SELECT position FROM record WHERE space = ? AND in_bin = 0 ORDER BY position DESC LIMIT 1", space
        )
        return found[0] if found else 0

    def newer(
        self, space: SpaceId, after: int, by_others_than: DeviceId | None, latest: int, limit: int
    ) -> tuple[list[RecordLine], int]:
        """Records changed by somebody else, or with None by anybody, since a position, newest first; and how
        many of the latest.
        """
        rows = self._rows(
            """SELECT id FROM (
                 SELECT id, author, position FROM record WHERE space = ? AND in_bin = 0 AND position > ?
                 ORDER BY position DESC LIMIT ?)
               WHERE author <> coalesce((SELECT no FROM device WHERE id = ?), 0)""",
            space,
            after,
            latest,
            by_others_than,
        )
        return [self.line(RecordId(row[0])) for row in rows[:limit]], len(rows)

    def outbox_size(self, space: SpaceId) -> tuple[int, int]:
        """How many records have ops in the outbox of a space, and the bytes of these before sealing."""
        found = self._one(
            """SELECT count(DISTINCT op.record), coalesce(sum(length(op.body)), 0)
               FROM op JOIN record ON record.row = op.record WHERE op.segment = 0 AND record.space = ?""",
            space,
        )
        return (found[0], found[1]) if found else (0, 0)

    def unsent_by(self, hub: int, space: SpaceId) -> list[tuple[DeviceId, int, int]]:
        """(device, segments, bytes) of what a hub is not known to hold."""
        rows = self._rows(
            """SELECT segment.device, count(*), sum(length(segment.data))
               FROM unsent JOIN segment ON segment.id = unsent.item
               WHERE unsent.hub = ? AND unsent.space = ? AND unsent.kind = 'segment'
               GROUP BY segment.device""",
            hub,
            space,
        )
        return [(DeviceId(row[0]), row[1], row[2]) for row in rows]

    def disputed_among(self, records: Sequence[RecordId]) -> int:
        """How many of these records somebody has to decide on."""
        found = self._one(
            f"""SELECT count(*) FROM record
                WHERE disputes > 0 AND in_bin = 0 AND id IN ({marks(len(records))})""",
            *records,
        )
        return found[0] if found else 0

    def linked_contacts(self, space: SpaceId, limit: int) -> list[HeardOf]:
        """Contacts outside the bin that other records name, in no order: the associations among them.

        Goes from one target to the next in the index of links, however many lead to each.
        """
        rows = self._rows(
            """WITH RECURSIVE named(target) AS (
                 SELECT min(target) FROM link UNION ALL
                 SELECT (SELECT min(target) FROM link WHERE target > named.target) FROM named
                 WHERE named.target IS NOT NULL LIMIT ?)
               SELECT record.id, record.title, record.updated FROM named
               CROSS JOIN record ON record.id = named.target
               WHERE record.space = ? AND record.kind = 'contact' AND record.in_bin = 0""",
            limit,
            space,
        )
        return [HeardOf(RecordId(row[0]), row[1], row[2]) for row in rows]

    def labels_of(self, association: RecordId, latest: int) -> list[int]:
        """The labels of the latest records that name an association as theirs."""
        rows = self._rows(
            """SELECT source.updated FROM link CROSS JOIN record AS source ON source.row = link.source
               WHERE link.target = ? AND link.field = 'association' AND source.in_bin = 0
               ORDER BY link.rowid DESC LIMIT ?""",
            association,
            latest,
        )
        return [row[0] for row in rows]

    def contacts_of(self, association: RecordId, latest: int) -> list[str]:
        """The names of the latest contacts that belong to an association."""
        rows = self._rows(
            """SELECT source.title FROM link CROSS JOIN record AS source ON source.row = link.source
               WHERE link.target = ? AND link.field = 'association' AND source.kind = 'contact'
                 AND source.in_bin = 0 ORDER BY link.rowid DESC LIMIT ?""",
            association,
            latest,
        )
        return [row[0] for row in rows]

    def last_words(self, space: SpaceId) -> dict[DeviceId, int]:
        """The label of the last change of each device of a space that sent any, by the newest segment."""
        rows = self._rows(
            """SELECT segment.device, op.body FROM (
                 SELECT max(seq) AS newest FROM segment WHERE space = ? GROUP BY writer)
               JOIN segment ON segment.seq = newest JOIN op ON op.segment = segment.seq
               WHERE op.seq = (SELECT max(seq) FROM op AS last WHERE last.segment = segment.seq)""",
            space,
        )
        found: dict[DeviceId, int] = {}
        for device, body in rows:
            found[DeviceId(device)] = max(found.get(DeviceId(device), 0), decode(body).time)
        return found
