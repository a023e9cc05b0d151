"""Reading records, lists, drafts and the search index inside one snapshot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import Mistaken, NotFound
from delve_desktop.domain.ids import DeviceId, OpId, RecordId, SpaceId
from delve_desktop.domain.ops import decode
from delve_desktop.domain.state import RecordState, decode_state

from . import index
from .rows import DraftRow, DueRecord, FoundRecord, OpRow, RecordLine

_UNSENT: Final = """EXISTS(SELECT 1 FROM op WHERE op.record = r.row AND (op.segment = 0 OR EXISTS(
  SELECT 1 FROM unsent JOIN segment ON segment.id = unsent.item WHERE segment.seq = op.segment)))"""
_COLUMNS: Final = f"""r.row, r.id, r.space, r.kind, r.position, r.title, r.snippet, r.place, r.updated,
 device.id, r.disputes, r.in_bin, {_UNSENT}, EXISTS(SELECT 1 FROM fresh WHERE fresh.record = r.id),
 coalesce(f.attachments, 0), coalesce(f.voice, 0), coalesce(f.thumb, x'')"""
_RECORDS: Final = (
    "FROM record AS r JOIN device ON device.no = r.author LEFT JOIN row_files AS f ON f.row = r.row"
)
LINE: Final = f"SELECT {_COLUMNS} {_RECORDS}"  # to be read by `line_of`
FOUND_AT: Final = f"SELECT {_COLUMNS}, r.state {_RECORDS}"
_FOUND: Final = f"{FOUND_AT} WHERE r.position IN ({index.NEWEST}) ORDER BY r.position DESC"
# of a space, each from indexes alone; what lies in other spaces, often nothing, is left out
_WAITING_HERE: Final = """SELECT record FROM op INDEXED BY op_segment WHERE segment = 0
  AND record NOT IN (SELECT row FROM record INDEXED BY record_newest WHERE space < :space
  UNION ALL SELECT row FROM record INDEXED BY record_newest WHERE space > :space)"""
_SENDING: Final = """SELECT op.record FROM unsent CROSS JOIN segment ON segment.id = unsent.item
  CROSS JOIN op INDEXED BY op_segment ON op.segment = segment.seq WHERE unsent.space = :space"""
WAITING: Final = f"{_WAITING_HERE} UNION {_SENDING}"  # rows of the records with something not sent
CHUNK: Final = 500
_LAST: Final = 2**63 - 1  # beyond every position


def chunks(items: Sequence[Any], size: int = CHUNK) -> Iterator[Sequence[Any]]:
    """Slices small enough to be the parameters of one statement."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def marks(count: int) -> str:
    """`?, ?, ...` for an IN list."""
    return ", ".join("?" * count)


class RecordReading:
    """Records as they stand. Part of every unit."""

    def __init__(self, driver: Any) -> None:
        # the driver's own connection: SQLAlchemy's objects cost more than a short statement (ADR 9)
        self._driver = driver

    def _rows(self, sql: str, *parameters: Any) -> list[Any]:
        found: list[Any] = self._driver.execute(sql, parameters).fetchall()
        return found

    def _one(self, sql: str, *parameters: Any) -> Any | None:
        return self._driver.execute(sql, parameters).fetchone()

    def find_record(self, prefix: str) -> RecordId:
        """The record whose hex id begins so; `NotFound` for none, `Mistaken` for several or no hex."""
        text = prefix.lower()
        if len(text) < 4 or len(text) > 64 or any(letter not in "0123456789abcdef" for letter in text):
            raise Mistaken("A record id has 4 to 64 hexadecimal digits.")
        low = bytes.fromhex(text.ljust(64, "0"))
        high = bytes.fromhex(text.ljust(64, "f"))
        found = self._rows("SELECT id FROM record WHERE id BETWEEN ? AND ? LIMIT 2", low, high)
        if not found:
            raise NotFound(f"There is no record {prefix}.")
        if len(found) > 1:
            raise Mistaken(f"Several records begin with {prefix}; give more of the id.")
        return RecordId(found[0][0])

    def state(self, record: RecordId) -> RecordState:
        """The merged state of a record; raises `NotFound`."""
        found = self._one("SELECT state FROM record WHERE id = ?", record)
        if found is None:
            raise NotFound(f"There is no record {record.hex()}.")
        return decode_state(found[0])

    def has_record(self, record: RecordId) -> bool:
        """Whether the record is here."""
        return self._one("SELECT 1 FROM record WHERE id = ?", record) is not None

    def space_of(self, record: RecordId) -> SpaceId:
        """The space a record belongs to; raises `NotFound`."""
        found = self._one("SELECT space FROM record WHERE id = ?", record)
        if found is None:
            raise NotFound(f"There is no record {record.hex()}.")
        return SpaceId(found[0])

    def line(self, record: RecordId) -> RecordLine:
        """A record as a list shows it; raises `NotFound`."""
        found = self._one(f"{LINE} WHERE r.id = ?", record)
        if found is None:
            raise NotFound(f"There is no record {record.hex()}.")
        return line_of(found)

    def lines(
        self,
        space: SpaceId,
        *,
        kind: str | None,
        in_bin: bool,
        disputed: bool,
        before: int | None,
        limit: int,
    ) -> list[RecordLine]:
        """A page of a list, newest first, of the records placed before `before`."""
        conditions = ["r.space = ?", "r.in_bin = ?"]
        parameters: list[Any] = [space, int(in_bin)]
        if kind is not None:
            conditions.append("r.kind = ?")
            parameters.append(kind)
        if disputed:
            conditions.append("r.disputes > 0")
        if before is not None:
            conditions.append("r.position < ?")
            parameters.append(before)
        records = LINE.replace("record AS r", "record AS r INDEXED BY record_disputed") if disputed else LINE
        sql = f"{records} WHERE {' AND '.join(conditions)} ORDER BY r.position DESC LIMIT ?"
        return [line_of(row) for row in self._rows(sql, *parameters, limit)]

    def links_from(self, record: RecordId) -> list[tuple[str, RecordId]]:
        """(field, target) of the links that are kept for a record, sorted."""
        rows = self._rows(
            """SELECT link.field, link.target FROM record JOIN link ON link.source = record.row
               WHERE record.id = ? ORDER BY link.field, link.target""",
            record,
        )
        return [(row[0], RecordId(row[1])) for row in rows]

    def links_to(self, record: RecordId) -> list[tuple[str, RecordLine]]:
        """(field, line) of the records outside the bin that link to a record, newest first.

        The record itself need not be here. Links never cross spaces: only those of its own space count,
        or of any while it is not here.
        """
        rows = self._rows(
            f"""SELECT link.field, found.* FROM link JOIN ({LINE} WHERE r.in_bin = 0) AS found
               ON found.row = link.source LEFT JOIN record AS target ON target.id = link.target
               WHERE link.target = ? AND coalesce(target.space, found.space) = found.space
               ORDER BY found.position DESC, link.field""",
            record,
        )
        return [(row[0], line_of(row[1:])) for row in rows]

    def links_from_bin(self, target: RecordId, field: str, kind: str) -> int:
        """How many records of a kind that lie in the bin link to a record by a field."""
        found = self._one(
            """SELECT count(*) FROM link CROSS JOIN record AS r ON r.row = link.source
               LEFT JOIN record AS target ON target.id = link.target
               WHERE link.target = ? AND link.field = ? AND r.kind = ? AND r.in_bin = 1
               AND coalesce(target.space, r.space) = r.space""",
            *(target, field, kind),
        )
        return int(found[0]) if found else 0

    def titles_of(self, records: Sequence[RecordId]) -> dict[RecordId, str]:
        """The titles of those of these records that are here."""
        found: dict[RecordId, str] = {}
        for part in chunks(records):
            sql = f"SELECT id, title FROM record WHERE id IN ({marks(len(part))})"
            found.update((RecordId(row[0]), row[1]) for row in self._rows(sql, *part))
        return found

    def unanswered(self, space: SpaceId, kind: str, before: int | None, limit: int) -> list[RecordLine]:
        """Records of a kind outside the bin that may ask and that no other one outside it `answers`, newest
        first. Which do ask is in their states, of which only those are looked into that hold the word.
        """
        rows = self._rows(
            f"""{LINE} WHERE r.space = ? AND r.in_bin = 0 AND r.kind = ? AND r.position < ?
               AND instr(r.state, CAST('asks' AS BLOB)) > 0
               AND NOT EXISTS(SELECT 1 FROM link CROSS JOIN record AS a ON a.row = link.source
                 WHERE link.target = r.id AND link.field = 'answers' AND a.in_bin = 0 AND a.space = r.space)
               ORDER BY r.position DESC LIMIT ?""",
            *(space, kind, _LAST if before is None else before, limit),
        )
        return [line_of(row) for row in rows]

    def counts(self, space: SpaceId) -> tuple[dict[str, int], int, int, int]:
        """Records by kind outside the bin; disputed; in the bin; records with something not sent."""
        by_kind: dict[str, int] = {}
        binned = 0
        for in_bin, kind, count in self._rows(
            "SELECT in_bin, kind, count(*) FROM record WHERE space = ? GROUP BY in_bin, kind",
            space,
        ):
            if in_bin:
                binned += count
            else:
                by_kind[kind] = count
        disputed = self._one(
            "SELECT count(*) FROM record INDEXED BY record_disputed"
            " WHERE space = ? AND disputes > 0 AND in_bin = 0",
            space,
        )
        unsent = self._driver.execute(f"SELECT count(*) FROM ({WAITING})", {"space": space}).fetchone()
        return (
            by_kind,
            disputed[0] if disputed else 0,
            binned,
            unsent[0] if unsent else 0,
        )

    def states(self, space: SpaceId) -> Iterator[RecordState]:
        """All states of a space, by record id, a slice at a time."""
        last = b""
        while True:
            rows = self._driver.execute(
                "SELECT id, state FROM record WHERE +space = ? AND id > ? ORDER BY id LIMIT ?",
                (space, last, CHUNK),
            )
            taken = 0
            for row in rows:  # one at a time: a state with pictures has megabytes
                yield decode_state(row[1])
                last = row[0]
                taken += 1
            if taken < CHUNK:
                return

    def states_at(self, rows: Sequence[int]) -> dict[int, RecordState]:
        """The states of the records in these rows."""
        found: dict[int, RecordState] = {}
        for part in chunks(rows):
            sql = f"SELECT row, state FROM record WHERE row IN ({marks(len(part))})"
            found.update((row[0], decode_state(row[1])) for row in self._rows(sql, *part))
        return found

    def ops_of(self, record: RecordId) -> list[OpRow]:
        """Every op of a record, in the order of arrival; empty when the record is not here."""
        rows = self._rows(
            """SELECT op.id, device.id, op.body, op.segment, coalesce(nullif(segment.via, ''), 'this laptop')
               FROM op JOIN record ON record.row = op.record JOIN device ON device.no = op.device
               LEFT JOIN segment ON segment.seq = op.segment
               WHERE record.id = ? ORDER BY op.seq""",
            record,
        )
        return [OpRow(OpId(row[0]), DeviceId(row[1]), row[2], row[3], row[4]) for row in rows]

    def due_records(self, limit: int, after: int = 0) -> list[DueRecord]:
        """Records whose state is behind their ops, by row, behind the row `after`."""
        rows = self._rows(
            "SELECT row, id, space, (SELECT count(*) FROM op WHERE op.record = record.row)"
            " FROM due_record JOIN record USING (row) WHERE row > ? ORDER BY row LIMIT ?",
            after,
            limit,
        )
        return [DueRecord(row[0], RecordId(row[1]), SpaceId(row[2]), row[3]) for row in rows]

    def known_ops_at(self, row: int) -> list[KnownOp]:
        """Every op of the record in a row, decoded, in the order of arrival."""
        rows = self._rows(
            "SELECT op.id, device.id, op.body FROM op JOIN device ON device.no = op.device"
            " WHERE op.record = ? ORDER BY op.seq",
            row,
        )
        return [KnownOp(OpId(op), DeviceId(device), decode(body)) for op, device, body in rows]

    def op_ids(self, space: SpaceId) -> set[OpId]:
        """Every op that is integrated in a space."""
        rows = self._rows(
            "SELECT op.id FROM op JOIN record ON record.row = op.record WHERE record.space = ?", space
        )
        return {OpId(row[0]) for row in rows}

    def search_newest(self, query: str, limit: int) -> list[FoundRecord]:
        """The newest records that match an `index.query`, with their states, in one statement."""
        return [FoundRecord(line_of(row), decode_state(row[-1])) for row in self._rows(_FOUND, query, limit)]

    def indexed(self) -> set[int]:
        """Every place the search index holds, to compare with the records."""
        return {row[0] for row in self._rows("SELECT rowid FROM record_index")}

    def draft(self, draft: int) -> DraftRow:
        """One draft; raises `NotFound`."""
        found = self._drafts("WHERE id = ?", draft)
        if not found:
            raise NotFound("This draft is no longer there.")
        return found[0]

    def draft_of(self, record: RecordId) -> DraftRow | None:
        """The draft against a record, the one begun last if there are several.

        By number: a clock that was put back must not hide what was typed last.
        """
        found = self._drafts("WHERE record = ? ORDER BY id DESC LIMIT 1", record)
        return found[0] if found else None

    def drafts(self, space: SpaceId) -> list[DraftRow]:
        """All drafts of a space, the one begun last first."""
        return self._drafts("WHERE space = ? ORDER BY id DESC", space)

    def names_in_drafts(self, names: Sequence[bytes]) -> set[bytes]:
        """Which of these byte strings stand in any draft, wherever in it."""
        return {one for one in names if self._one("SELECT 1 FROM draft WHERE instr(content, ?)", one)}

    def names_in_ops(self, names: Sequence[bytes]) -> set[bytes]:
        """Which of these byte strings stand in any op that is here, integrated or not. Reads every op."""
        tables = (("op", "body"), ("waiting_op", "body"), ("problem", "data"))
        asked = [f"SELECT 1 FROM {table} WHERE instr({column}, ?)" for table, column in tables]
        return {one for one in names if any(self._one(f"{sql} LIMIT 1", one) for sql in asked)}

    def _drafts(self, condition: str, parameter: Any) -> list[DraftRow]:
        rows = self._rows(
            f"SELECT id, space, record, kind, heads, content, updated FROM draft {condition}",
            parameter,
        )
        return [
            DraftRow(
                row[0],
                SpaceId(row[1]),
                RecordId(row[2]) if row[2] else None,
                row[3],
                row[4],
                row[5],
                row[6],
            )
            for row in rows
        ]


def line_of(row: Any) -> RecordLine:
    """A row of `LINE`, whatever stands behind its columns."""
    flags = (bool(row[11]), bool(row[12]), bool(row[13]))
    return RecordLine._make((*row[:11], *flags, row[14], bool(row[15]), row[16]))
