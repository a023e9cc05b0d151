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

    def tried_most(self, space: SpaceId, limit: int) -> list[Tried]:
        """The practices with the most adoptions outside the bin, most first."""
        rows = self._rows(
            """SELECT target.id, target.title, count(*) AS tries FROM record AS source
               JOIN link ON link.source = source.row AND link.field = 'practice'
               JOIN record AS target ON target.id = link.target AND target.space = source.space
               WHERE source.space = ? AND source.in_bin = 0 AND source.kind = 'adoption' AND target.in_bin = 0
               GROUP BY target.row ORDER BY tries DESC, target.position DESC LIMIT ?""",
            space,
            limit,
        )
        return [Tried(RecordId(row[0]), row[1], row[2]) for row in rows]

    def adoptions_of(self, practice: RecordId, limit: int) -> list[RecordState]:
        """What those wrote who tried a practice, outside the bin, the latest first."""
        rows = self._rows(
            """SELECT source.state FROM link JOIN record AS source ON source.row = link.source
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
        self, space: SpaceId, after: int, by_others_than: DeviceId, limit: int
    ) -> tuple[list[RecordLine], int]:
        """Records changed last by somebody else since a position, newest first; and how many, up to 1 000."""
        changed = "record AS r JOIN device ON device.no = r.author"
        fresh = "r.space = ? AND r.in_bin = 0 AND r.position > ? AND device.id <> ?"
        wanted = (space, after, by_others_than)
        sql = f"SELECT r.id FROM {changed} WHERE {fresh} ORDER BY r.position DESC LIMIT ?"
        rows = self._rows(sql, *wanted, limit)
        count = self._one(f"SELECT count(*) FROM (SELECT 1 FROM {changed} WHERE {fresh} LIMIT 1000)", *wanted)
        return [self.line(RecordId(row[0])) for row in rows], count[0] if count else 0

    def disputed_among(self, records: Sequence[RecordId]) -> int:
        """How many of these records somebody has to decide on."""
        found = self._one(
            f"""SELECT count(*) FROM record
                WHERE disputes > 0 AND in_bin = 0 AND id IN ({marks(len(records))})""",
            *records,
        )
        return found[0] if found else 0

    def heard_of(self, space: SpaceId) -> list[HeardOf]:
        """The associations that records of a space belong to, with when each was last heard of.

        That is the latest label among the records that name it, itself among them.
        """
        rows = self._rows(
            """SELECT target.id, target.title, target.state, max(source.updated), target.updated
               FROM link JOIN record AS source ON source.row = link.source
               JOIN record AS target ON target.id = link.target
               WHERE link.field = 'association' AND source.space = ? AND source.in_bin = 0
                 AND target.space = source.space AND target.in_bin = 0
               GROUP BY target.row""",
            space,
        )
        return [HeardOf(RecordId(row[0]), row[1], decode_state(row[2]), max(row[3], row[4])) for row in rows]

    def labels_of(self, association: RecordId, since: int) -> list[int]:
        """The labels, since one, of the records that belong to an association and of its own."""
        rows = self._rows(
            """SELECT source.updated FROM link JOIN record AS source ON source.row = link.source
               WHERE link.target = ? AND link.field = 'association' AND source.updated >= ?
               UNION ALL SELECT updated FROM record WHERE id = ? AND updated >= ?""",
            association,
            since,
            association,
            since,
        )
        return [row[0] for row in rows]

    def belonging(self, space: SpaceId, names: Sequence[str]) -> list[tuple[str, RecordId]]:
        """(name, association) of the contacts of these names that belong to one."""
        rows = self._rows(
            f"""SELECT source.title, link.target FROM record AS source
                JOIN link ON link.source = source.row AND link.field = 'association'
                WHERE source.space = ? AND source.in_bin = 0 AND source.kind = 'contact'
                  AND source.title IN ({marks(len(names))})""",
            space,
            *names,
        )
        return [(row[0], RecordId(row[1])) for row in rows]

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
