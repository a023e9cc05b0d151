"""A write unit: one transaction over the whole vault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from delve_desktop.domain.errors import Damaged, NotFound
from delve_desktop.domain.ids import DeviceId, OpId, RecordId, SpaceId
from delve_desktop.domain.state import RecordState, decode_state

from . import index
from .applying import Application
from .attached import INSERT_ATTACHED, INSERT_ROW_FILES
from .blob_writing import BlobWriting
from .record_reading import marks
from .record_writing import MergedRecord, rewrite_shown, write_merged
from .rows import ApplyResult, DraftRow, DueRecord, IncomingOp

_BYTES_LIKE_AN_OP: Final = 512  # of text, which cost as much to merge as one more op


class WriteUnit(BlobWriting):
    """Everything that can be written; made by `Vault.write`, committed when its block ends."""

    def __init__(self, driver: Any) -> None:
        super().__init__(driver)
        self._device_numbers: dict[DeviceId, int] = {}

    @contextmanager
    def part(self) -> Iterator[WriteUnit]:
        """A part of this transaction that is rolled back by itself if the block raises.

        Raises `Damaged` where the whole transaction has ended meanwhile, as SQLite does after some faults
        of the disk: nothing more may then be written as if it were a part of it.
        """
        self._expect_transaction()
        self._driver.execute("SAVEPOINT part")
        numbers = dict(self._device_numbers)
        try:
            yield self
        except BaseException:
            self._device_numbers = numbers
            self._expect_transaction()
            self._driver.execute("ROLLBACK TO part")
            self._driver.execute("RELEASE part")
            raise
        self._driver.execute("RELEASE part")

    def _expect_transaction(self) -> None:
        if not self._driver.in_transaction:
            raise Damaged("The transaction has ended before its time; nothing of it was written.")

    def apply_ops(
        self,
        space: SpaceId,
        incoming: Sequence[IncomingOp],
        *,
        may_defer: bool = False,
        own: DeviceId | None = None,
    ) -> ApplyResult:
        """Integrate ops of one space: log, states, list rows and index. See `applying`.

        With `may_defer` records that take long to merge are marked as due instead. With `own`, the device of
        this vault, records that other devices changed are noted as fresh.
        """
        return Application(self, space, may_defer=may_defer, own=own).run(incoming)

    def note_fresh(self, records: Sequence[RecordId]) -> None:
        """Note that others made or changed these records since they were last opened here."""
        self._run_many("INSERT OR IGNORE INTO fresh VALUES (?)", [(record,) for record in records])

    def note_seen(self, records: Sequence[RecordId]) -> None:
        """Note that these records were opened here."""
        self._run_many("DELETE FROM fresh WHERE record = ?", [(record,) for record in records])

    def refill_lists(self, after: int, limit: int) -> int:
        """Write anew what lists and searches keep of the records in the next rows; returns the last of these.

        For a vault that an older program wrote. Returns 0 at the end.
        """
        rows = self._rows(
            "SELECT row, space, position, in_bin, state FROM record WHERE row > ? ORDER BY row LIMIT ?",
            after,
            limit,
        )
        rewrite_shown(self, [(*row[:4], decode_state(row[4])) for row in rows])
        return rows[-1][0] if rows else 0

    def write_due(
        self, space: SpaceId, merged: Sequence[tuple[DueRecord, RecordState, int]]
    ) -> set[RecordId]:
        """Write the states (with the number of disputes) of due records of a space, and end their being due.

        Returns the records written: not those that got further ops since they were read.
        """
        done = []
        for due, state, disputes in merged:
            found = self._one(
                "SELECT position, in_bin FROM record WHERE row = ? AND"
                " (SELECT count(*) FROM op WHERE op.record = record.row) = ?",
                due.row,
                due.ops,
            )
            if found is not None:
                position = 0 if found[1] else found[0]
                done.append(MergedRecord(due.row, due.record, True, position, True, state, disputes))
                self.clear_due(due.row)
        write_merged(self, space, done)
        return {one.record for one in done}

    def set_due(self, row: int) -> None:
        """Note that a record's state is behind its ops."""
        self._run("INSERT OR IGNORE INTO due_record VALUES (?)", row)

    def clear_due(self, row: int) -> None:
        """Note that a record's state is what its ops make of it."""
        self._run("DELETE FROM due_record WHERE row = ?", row)

    def device_number(self, device: DeviceId) -> int:
        """The short number of a device, given now if it has none."""
        number = self._device_numbers.get(device)
        if number is None:
            number = self._device_numbers[device] = super().device_number(device)
        return number

    def next_number(self, table: str, column: str) -> int:
        """One more than the greatest number in use."""
        return self._next(table, column)

    def any_waiting(self) -> bool:
        """Whether any op waits for a parent."""
        return self._one("SELECT 1 FROM waiting_op LIMIT 1") is not None

    def known_ops(self, ids: Sequence[OpId], *, waiting: bool) -> list[bytes]:
        """Which of these ops are integrated; with `waiting`, also those that wait for a parent."""
        places = marks(len(ids))
        found = self._rows(f"SELECT id FROM op WHERE id IN ({places})", *ids)
        if waiting:
            found += self._rows(f"SELECT id FROM waiting_op WHERE id IN ({places})", *ids)
        return [row[0] for row in found]

    def homes_of(self, ids: Sequence[OpId]) -> list[Any]:
        """(op, row of its record) for the integrated ones of these ops."""
        return self._rows(f"SELECT id, record FROM op WHERE id IN ({marks(len(ids))})", *ids)

    def entries_by_id(self, space: SpaceId, ids: Sequence[bytes]) -> list[Any]:
        """(row, id, position, in_bin, state, due) of these records, those of this space only."""
        return self._entries("id", space, ids)

    def entries_by_row(self, space: SpaceId, rows: Sequence[int]) -> list[Any]:
        """(row, id, position, in_bin, state, due) of the records in these rows, of this space only."""
        return self._entries("row", space, rows)

    def _entries(self, column: str, space: SpaceId, keys: Sequence[Any]) -> list[Any]:
        return self._rows(
            # "+" keeps SQLite from walking the whole space by its list index
            "SELECT row, id, position, in_bin, state,"
            " EXISTS(SELECT 1 FROM due_record WHERE due_record.row = record.row) FROM record"
            f" WHERE {column} IN ({marks(len(keys))}) AND +space = ?",
            *keys,
            space,
        )

    def weight(self, row: int) -> int:
        """What merging the record in a row costs: its ops, and more for long ones."""
        found = self._one("SELECT count(*), coalesce(sum(length(body)), 0) FROM op WHERE record = ?", row)
        return int(found[0] + found[1] // _BYTES_LIKE_AN_OP) if found else 0

    def take_waiting(self, space: SpaceId, parents: Sequence[OpId]) -> list[Any]:
        """Remove and return (id, device, segment, body) of the ops that waited for these parents."""
        places = marks(len(parents))
        found = self._rows(
            "SELECT waiting_op.id, device.id, segment, body FROM waiting_op"
            f" JOIN device ON device.no = waiting_op.device WHERE space = ? AND missing IN ({places})",
            space,
            *parents,
        )
        self._run_many("DELETE FROM waiting_op WHERE id = ?", [(row[0],) for row in found])
        return found

    def insert_ops(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Add to the op log."""
        self._run_many(
            "INSERT INTO op(seq, id, record, device, segment, body) VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )

    def insert_waiting(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Hold ops back for a missing parent."""
        self._run_many(
            "INSERT OR REPLACE INTO waiting_op(id, missing, space, device, segment, body)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )

    def write_records(
        self,
        insert: str,
        inserts: Sequence[tuple[Any, ...]],
        update: str,
        updates: Sequence[tuple[Any, ...]],
    ) -> None:
        """Write list rows and states."""
        self._run_many(insert, inserts)
        self._run_many(update, updates)

    def write_index(self, gone: Sequence[tuple[int]], indexed: Sequence[tuple[Any, ...]]) -> None:
        """Take places out of the search index and put new ones in."""
        self._run_many(index.DELETE, gone)
        self._run_many(index.INSERT, indexed)

    def write_links(self, unlinked: Sequence[tuple[int]], links: Sequence[tuple[Any, ...]]) -> None:
        """Forget the links of the records in these rows, then keep (row, field, target)."""
        self._run_many("DELETE FROM link WHERE source = ?", unlinked)
        self._run_many("INSERT INTO link(source, field, target) VALUES (?, ?, ?)", links)

    def write_attached(
        self, gone: Sequence[tuple[int]], files: Sequence[tuple[Any, ...]], parts: Sequence[tuple[Any, ...]]
    ) -> None:
        """Forget the attachments of the records in these rows, then keep what `attached_rows` made."""
        self._run_many("DELETE FROM row_files WHERE row = ?", gone)
        self._run_many("DELETE FROM attached WHERE source = ?", gone)
        self._run_many(INSERT_ROW_FILES, files)
        self._run_many(INSERT_ATTACHED, parts)

    def forget_integrated(self, space: SpaceId) -> list[tuple[bytes, int, bytes]]:
        """Empty op log, records and index of a space, and let every segment of it wait again.

        Returns the ops of the outbox as (id, device number, body); they exist nowhere else, so the
        caller must apply them again in the same transaction.
        """
        outbox = self._rows(
            "SELECT op.id, op.device, op.body FROM op JOIN record ON record.row = op.record"
            " WHERE op.segment = 0 AND record.space = ? ORDER BY op.seq",
            space,
        )
        positions = self._rows("SELECT position FROM record WHERE space = ? AND in_bin = 0", space)
        self.write_index([(row[0],) for row in positions], [])
        self._run(
            "DELETE FROM op WHERE record IN (SELECT row FROM record WHERE space = ?)",
            space,
        )
        self._run("DELETE FROM link WHERE source IN (SELECT row FROM record WHERE space = ?)", space)
        self._run("DELETE FROM row_files WHERE row IN (SELECT row FROM record WHERE space = ?)", space)
        self._run("DELETE FROM attached WHERE source IN (SELECT row FROM record WHERE space = ?)", space)
        self._run("DELETE FROM due_record WHERE row IN (SELECT row FROM record WHERE space = ?)", space)
        for table in ("record", "waiting_op"):
            self._run(f"DELETE FROM {table} WHERE space = ?", space)
        self._run("DELETE FROM problem WHERE space = ? AND item IN ('op', 'record')", space)
        self._run("UPDATE segment SET state = 'stored', reason = '' WHERE space = ?", space)
        return [(row[0], row[1], row[2]) for row in outbox]

    def save_draft(self, draft: DraftRow) -> int:
        """Write a draft; a number of 0 makes a new one. Returns its number; raises `NotFound`."""
        values = (
            draft.space,
            draft.record or b"",
            draft.kind,
            draft.heads,
            draft.content,
            draft.updated,
        )
        if not draft.id:
            cursor = self._driver.execute(
                "INSERT INTO draft(space, record, kind, heads, content, updated) VALUES (?, ?, ?, ?, ?, ?)",
                values,
            )
            return int(cursor.lastrowid)
        if not self._run(
            "UPDATE draft SET space = ?, record = ?, kind = ?, heads = ?, content = ?, updated = ?"
            " WHERE id = ?",
            *values,
            draft.id,
        ):
            raise NotFound("This draft is no longer there.")
        return draft.id

    def drop_draft(self, draft: int) -> None:
        """Remove a draft, in the transaction that made an op of it or when somebody discards it."""
        self._run("DELETE FROM draft WHERE id = ?", draft)
