"""Reading what an exchange needs: identity, spaces, acts, segments, chains, places and problems."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import Any

from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.ids import ActId, DeviceId, OpId, SegmentId, SpaceId, WriterId

from .record_reading import RecordReading, chunks, marks
from .rows import (
    ChainLink,
    HubPlaceRow,
    HubRow,
    IdentityRow,
    InviteRow,
    JoinRequestRow,
    OutgoingOp,
    PersonRow,
    ProblemRow,
    SpaceRow,
    StoredAct,
    StoredSegment,
    UnsentItem,
)

_SEGMENT = (
    "SELECT id, space, device, writer, number, previous, epoch, data, state, reason, via, seq FROM segment"
)
_ACT = "SELECT id, space, author, kind, data, state, reason FROM act"


class ExchangeReading(RecordReading):
    """What sync, admission and upkeep read. Part of every unit."""

    def meta(self, key: str) -> bytes | None:
        """A fact about the vault as a whole."""
        found = self._one("SELECT value FROM meta WHERE key = ?", key)
        return None if found is None else found[0]

    def identity(self) -> IdentityRow:
        """Who this vault is; raises `NotFound` in a vault that was never set up."""
        found = self._one("SELECT secret, name, language, writer, nonce, counter FROM me")
        if found is None:
            raise NotFound("This vault has no identity yet.")
        return IdentityRow(found[0], found[1], found[2], WriterId(found[3]), found[4], found[5])

    def spaces(self) -> list[SpaceRow]:
        """All spaces, in the order they came."""
        rows = self._rows("SELECT id, name, state, hub, digest, joining FROM space ORDER BY rowid")
        return [SpaceRow(SpaceId(row[0]), *row[1:]) for row in rows]

    def space(self, space: SpaceId) -> SpaceRow:
        """One space; raises `NotFound`."""
        for row in self.spaces():
            if row.id == space:
                return row
        raise NotFound("This vault does not belong to that space.")

    def people(self, space: SpaceId) -> dict[DeviceId, PersonRow]:
        """Who is who in a space, by device."""
        rows = self._rows("SELECT device, name, role FROM person WHERE space = ?", space)
        return {DeviceId(row[0]): PersonRow(DeviceId(row[0]), row[1], row[2]) for row in rows}

    def epoch_keys(self, space: SpaceId) -> dict[ActId, bytes]:
        """The space keys this vault holds, by the act that opened the epoch."""
        rows = self._rows("SELECT act, key FROM epoch_key WHERE space = ?", space)
        return {ActId(row[0]): row[1] for row in rows}

    def acts(self, space: SpaceId) -> list[StoredAct]:
        """Every act of a space in the order of arrival."""
        rows = self._rows(f"{_ACT} WHERE space = ? ORDER BY seq", space)
        return [StoredAct(ActId(row[0]), SpaceId(row[1]), DeviceId(row[2]), *row[3:]) for row in rows]

    def held(self, ids: Sequence[bytes]) -> set[bytes]:
        """Which of these acts and segments are stored here."""
        found: set[bytes] = set()
        for part in chunks(ids):
            places = marks(len(part))
            found.update(
                row[0] for row in self._rows(f"SELECT id FROM segment WHERE id IN ({places})", *part)
            )
            found.update(row[0] for row in self._rows(f"SELECT id FROM act WHERE id IN ({places})", *part))
        return found

    def segment(self, segment: SegmentId) -> StoredSegment:
        """One segment with its bytes; raises `NotFound`."""
        found = self._one(f"{_SEGMENT} WHERE id = ?", segment)
        if found is None:
            raise NotFound("That segment is not stored here.")
        return _segment(found)

    def segments_in(self, states: Sequence[str], limit: int, after: int = 0) -> list[StoredSegment]:
        """Stored segments in these states, in the order of arrival, behind the local number `after`."""
        # without the hint SQLite reads every segment there is to find the few that are left to do
        todo = "" if "applied" in states else " INDEXED BY segment_todo"
        applied = "" if "applied" in states else "state <> 'applied' AND "
        rows = self._rows(
            f"{_SEGMENT}{todo} WHERE {applied}state IN ({marks(len(states))}) AND seq > ?"
            " ORDER BY seq LIMIT ?",
            *states,
            after,
            limit,
        )
        return [_segment(row) for row in rows]

    def segments_of_epoch(self, space: SpaceId, epoch: ActId, limit: int = -1) -> list[StoredSegment]:
        """Unapplied segments that are stored with this epoch, in the order of arrival."""
        rows = self._rows(
            f"{_SEGMENT} INDEXED BY segment_todo WHERE state <> 'applied' AND space = ? AND epoch = ?"
            " ORDER BY seq LIMIT ?",
            space,
            epoch,
            limit,
        )
        return [_segment(row) for row in rows]

    def chain(self, space: SpaceId) -> list[ChainLink]:
        """The chain links of every segment of a space, by writer and number."""
        rows = self._rows(
            "SELECT writer, number, id, previous FROM segment WHERE space = ? ORDER BY writer, number",
            space,
        )
        return [ChainLink(WriterId(row[0]), row[1], SegmentId(row[2]), SegmentId(row[3])) for row in rows]

    def chain_head(self, space: SpaceId, writer: WriterId) -> ChainLink | None:
        """The last segment of a writer's chain."""
        found = self._one(
            "SELECT writer, number, id, previous FROM segment WHERE space = ? AND writer = ?"
            " ORDER BY number DESC, seq DESC LIMIT 1",
            space,
            writer,
        )
        return found and ChainLink(WriterId(found[0]), found[1], SegmentId(found[2]), SegmentId(found[3]))

    def outgoing_ops(self, space: SpaceId, limit: int) -> list[OutgoingOp]:
        """The oldest ops of the outbox of a space."""
        rows = self._rows(
            """SELECT op.seq, op.id, op.body FROM op INDEXED BY op_outbox
               JOIN record ON record.row = op.record
               WHERE op.segment = 0 AND record.space = ? ORDER BY op.seq LIMIT ?""",
            space,
            limit,
        )
        return [OutgoingOp(row[0], OpId(row[1]), row[2]) for row in rows]

    def outgoing_count(self, space: SpaceId) -> int:
        """How many ops wait in the outbox of a space."""
        found = self._one(
            "SELECT count(*) FROM op JOIN record ON record.row = op.record"
            " WHERE op.segment = 0 AND record.space = ?",
            space,
        )
        return int(found[0]) if found else 0

    def unsent(self, hub: int, space: SpaceId, max_items: int, max_bytes: int) -> list[UnsentItem]:
        """What a hub lacks, acts first, then by arrival, up to a number of items and of bytes."""
        items: list[UnsentItem] = []
        total = 0
        for kind in ("act", "segment"):
            cursor = self._driver.execute(
                f"SELECT t.id, t.data FROM unsent JOIN {kind} AS t ON t.id = unsent.item"
                " WHERE unsent.hub = ? AND unsent.space = ? AND unsent.kind = ? ORDER BY t.seq LIMIT ?",
                (hub, space, kind, max_items),
            )
            with closing(cursor):
                for row in cursor:
                    if len(items) >= max_items or (items and total + len(row[1]) > max_bytes):
                        return items
                    items.append(UnsentItem(kind, row[0], row[1]))
                    total += len(row[1])
        return items

    def unsent_count(self, hub: int, space: SpaceId) -> int:
        """How many acts and segments a hub is not known to hold."""
        found = self._one("SELECT count(*) FROM unsent WHERE hub = ? AND space = ?", hub, space)
        return int(found[0]) if found else 0

    def item_ids(self, space: SpaceId) -> tuple[list[ActId], list[SegmentId]]:
        """The ids of all acts and all segments of a space."""
        acts = self._rows("SELECT id FROM act WHERE space = ? ORDER BY id", space)
        segments = self._rows("SELECT id FROM segment WHERE space = ? ORDER BY id", space)
        return [ActId(row[0]) for row in acts], [SegmentId(row[0]) for row in segments]

    def hubs(self) -> list[HubRow]:
        """Every hub this vault knows; the last one is the default for new spaces."""
        rows = self._rows("SELECT id, url, key, challenge, ticket FROM hub ORDER BY id")
        return [HubRow(*row) for row in rows]

    def hub(self, hub: int) -> HubRow:
        """One hub; raises `NotFound`."""
        for row in self.hubs():
            if row.id == hub:
                return row
        raise NotFound("No server is set for this space yet.")

    def place(self, hub: int, space: SpaceId) -> HubPlaceRow | None:
        """Where this vault stands in a hub's feed; None before the first exchange."""
        found = self._one(
            "SELECT position, feed_hash, compared FROM hub_place WHERE hub = ? AND space = ?",
            hub,
            space,
        )
        return None if found is None else HubPlaceRow(found[0], found[1], bool(found[2]))

    def problems(self, space: SpaceId | None = None) -> list[ProblemRow]:
        """Items that could not be used, of one space or of all."""
        condition, parameters = ("", ()) if space is None else ("WHERE space = ?", (space,))
        rows = self._rows(
            f"SELECT id, space, item, reason, segment, device, data FROM problem {condition} ORDER BY id",
            *parameters,
        )
        return [ProblemRow(row[0], SpaceId(row[1]), *row[2:]) for row in rows]

    def problem_items(self, space: SpaceId) -> dict[bytes, str]:
        """What kind of item each problem of a space is, without the bytes, which may be many."""
        return dict(self._rows("SELECT id, item FROM problem WHERE space = ?", space))

    def parked_count(self, space: SpaceId) -> int:
        """Everything of a space that waits to take effect: problems, waiting ops, parked items, records
        that are still to be merged.
        """
        found = self._one(
            """SELECT (SELECT count(*) FROM problem WHERE space = ?)
                 + (SELECT count(*) FROM waiting_op WHERE space = ?)
                 + (SELECT count(*) FROM due_record CROSS JOIN record USING (row) WHERE space = ?)
                 + (SELECT count(*) FROM act WHERE space = ? AND state <> 'held')
                 + (SELECT count(*) FROM segment INDEXED BY segment_todo
                    WHERE space = ? AND state <> 'applied' AND state <> 'quarantined')""",
            *([space] * 5),
        )
        return int(found[0]) if found else 0

    def quarantined_count(self, space: SpaceId) -> int:
        """Segments whose author may not write in the space: kept, handed on, and waiting for nothing."""
        found = self._one(
            "SELECT count(*) FROM segment INDEXED BY segment_todo"
            " WHERE space = ? AND state <> 'applied' AND state = 'quarantined'",
            space,
        )
        return int(found[0]) if found else 0

    def acts_mark(self, space: SpaceId) -> tuple[int, bytes]:
        """Changes whenever acts of a space come: how many there are, and the id of the last."""
        count = self._one("SELECT count(*) FROM act WHERE space = ?", space)
        last = self._one("SELECT id FROM act WHERE space = ? ORDER BY seq DESC LIMIT 1", space)
        return int(count[0]) if count else 0, last[0] if last else b""

    def waiting_count(self, space: SpaceId) -> int:
        """How many ops of a space wait for a parent."""
        found = self._one("SELECT count(*) FROM waiting_op WHERE space = ?", space)
        return int(found[0]) if found else 0

    def op_count(self) -> int:
        """How many ops are integrated, in all spaces."""
        found = self._one("SELECT count(*) FROM op")
        return int(found[0]) if found else 0

    def invites(self, space: SpaceId | None = None) -> list[InviteRow]:
        """Invites made by this vault."""
        rows = self._rows("SELECT lookup, space, seed, act, used FROM invite ORDER BY rowid")
        return [
            InviteRow(row[0], SpaceId(row[1]), row[2], row[3], bool(row[4]))
            for row in rows
            if space is None or row[1] == space
        ]

    def join_requests(self, space: SpaceId | None = None) -> list[JoinRequestRow]:
        """Join requests that arrived, oldest first."""
        rows = self._rows("SELECT id, space, lookup, data, state FROM join_request ORDER BY rowid")
        return [
            JoinRequestRow(row[0], SpaceId(row[1]), row[2], row[3], row[4])
            for row in rows
            if space is None or row[1] == space
        ]


def _segment(row: Any) -> StoredSegment:
    return StoredSegment(
        SegmentId(row[0]),
        SpaceId(row[1]),
        DeviceId(row[2]),
        WriterId(row[3]),
        row[4],
        SegmentId(row[5]),
        ActId(row[6]),
        *row[7:],
    )
