"""Reading what records say of attachments, and what of their bytes is here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from delve_desktop.domain.ids import BlobId, RecordId, SpaceId

from .exchange_reading import ExchangeReading
from .record_reading import chunks, marks
from .rows import BlobRow

_COLUMNS: Final = "a.root, a.role, a.key, a.size, coalesce(b.held, 0), coalesce(b.wanted, 0)"
_OF_SPACE: Final = f"""SELECT {_COLUMNS} FROM attached AS a JOIN record AS r ON r.row = a.source
 LEFT JOIN blob AS b ON b.root = a.root WHERE r.space = ?"""
# what comes without being asked for: small pictures, then files up to a size, then what somebody wants
_COMES: Final = """((a.role = 'thumb' AND a.size <= 65536) OR (a.role = 'file' AND a.size <= ?)
 OR coalesce(b.wanted, 0))"""
_FILES: Final = "coalesce(sum(role <> 'thumb'), 0), coalesce(sum(size), 0)"
_ORDER: Final = """GROUP BY a.root
 ORDER BY a.role <> 'thumb', coalesce(b.wanted, 0) DESC, max(r.position) DESC"""


class BlobReading(ExchangeReading):
    """Attachments. Part of every unit."""

    def blobs_missing(self, space: SpaceId, small: int, limit: int) -> list[BlobRow]:
        """Bytes that should come and are not here, those first that come first. `small`: bytes of a file
        that comes without being asked for.
        """
        sql = f"{_OF_SPACE} AND coalesce(b.held, 0) = 0 AND {_COMES} {_ORDER} LIMIT ?"
        return [_row(row) for row in self._rows(sql, space, small, limit)]

    def blobs_unsent(self, hub: int, space: SpaceId, limit: int) -> list[BlobRow]:
        """Bytes that are here and that a hub is not known to have, small pictures first."""
        sql = f"""{_OF_SPACE} AND b.held AND NOT EXISTS (SELECT 1 FROM blob_sent AS s
          WHERE s.hub = ? AND s.space = r.space AND s.root = a.root) {_ORDER} LIMIT ?"""
        return [_row(row) for row in self._rows(sql, space, hub, limit)]

    def blobs_standing(self, space: SpaceId) -> list[BlobRow]:
        """Everything that stands in the records of a space, by root."""
        return [_row(row) for row in self._rows(f"{_OF_SPACE} GROUP BY a.root ORDER BY a.root", space)]

    def blob(self, root: BlobId) -> BlobRow | None:
        """The bytes of this name, if they stand in any record."""
        sql = f"SELECT {_COLUMNS} FROM attached AS a LEFT JOIN blob AS b ON b.root = a.root WHERE a.root = ?"
        found = self._one(f"{sql} LIMIT 1", root)
        return _row(found) if found is not None else None

    def blobs_held(self, roots: Sequence[BlobId]) -> set[BlobId]:
        """Which of these are here, as far as is known."""
        return self._noted("held", roots)

    def blobs_wanted(self, roots: Sequence[BlobId]) -> set[BlobId]:
        """Which of these somebody asked for."""
        return self._noted("wanted", roots)

    def _noted(self, column: str, roots: Sequence[BlobId]) -> set[BlobId]:
        found: set[BlobId] = set()
        for part in chunks(roots):
            rows = self._rows(f"SELECT root FROM blob WHERE {column} AND root IN ({marks(len(part))})", *part)
            found.update(BlobId(row[0]) for row in rows)
        return found

    def blobs_waiting(self, hub: int, space: SpaceId, small: int) -> tuple[int, int, int, int]:
        """How many files should come and how many bytes that is, and the same of what should go. Small
        pictures add their bytes alone.
        """
        missing = self._one(
            f"SELECT {_FILES} FROM ({_OF_SPACE} AND coalesce(b.held, 0) = 0 AND {_COMES} GROUP BY a.root)",
            space,
            small,
        )
        unsent = self._one(
            f"""SELECT {_FILES} FROM ({_OF_SPACE} AND b.held AND NOT EXISTS (
              SELECT 1 FROM blob_sent AS s WHERE s.hub = ? AND s.space = r.space AND s.root = a.root)
              GROUP BY a.root)""",
            space,
            hub,
        )
        return (*(missing or (0, 0)), *(unsent or (0, 0)))

    def records_of_blobs(self, space: SpaceId, roots: Sequence[BlobId]) -> set[RecordId]:
        """The records of a space that have attachments made of these."""
        found: set[RecordId] = set()
        for part in chunks(roots):
            sql = f"""SELECT r.id FROM attached AS a JOIN record AS r ON r.row = a.source
              WHERE a.root IN ({marks(len(part))}) AND r.space = ?"""
            found.update(RecordId(row[0]) for row in self._rows(sql, *part, space))
        return found

    def attached_at(self, row: int) -> tuple[list[Any], list[Any]]:
        """What is kept of the attachments of the record in a row, to compare with its state."""
        files = self._rows("SELECT row, attachments, voice, thumb FROM row_files WHERE row = ?", row)
        parts = self._rows(
            "SELECT source, root, role, key, size FROM attached WHERE source = ? ORDER BY root, role", row
        )
        return files, parts


def _row(row: Any) -> BlobRow:
    return BlobRow(BlobId(row[0]), row[1], row[2], row[3], bool(row[4]), bool(row[5]))
