"""Writing down what of an attachment's bytes is here, is wanted, and is on a hub."""

from __future__ import annotations

from collections.abc import Sequence

from delve_desktop.domain.ids import BlobId, SpaceId

from .exchange_writing import ExchangeWriting


class BlobWriting(ExchangeWriting):
    """Attachments. Part of every write unit."""

    def set_held(self, roots: Sequence[BlobId], *, held: bool) -> None:
        """Note that all chunks of these are in the folder, or that some are not; what is here is no longer
        asked for.
        """
        self._run_many(
            "INSERT INTO blob(root, held, wanted) VALUES (?, ?, 0) ON CONFLICT(root) DO UPDATE SET"
            " held = excluded.held, wanted = CASE WHEN excluded.held THEN 0 ELSE blob.wanted END",
            [(root, int(held)) for root in roots],
        )

    def set_wanted(self, root: BlobId, *, wanted: bool) -> None:
        """Note that somebody asks for these bytes, or no longer does."""
        self._run(
            "INSERT INTO blob(root, held, wanted) VALUES (?, 0, ?) ON CONFLICT(root) DO UPDATE SET"
            " wanted = excluded.wanted",
            root,
            int(wanted),
        )

    def mark_blobs_sent(self, hub: int, space: SpaceId, roots: Sequence[BlobId]) -> None:
        """Note that a hub has every chunk of these in a space."""
        self._run_many(
            "INSERT OR IGNORE INTO blob_sent(hub, space, root) VALUES (?, ?, ?)",
            [(hub, space, root) for root in roots],
        )

    def doubt_blobs(self, hub: int, space: SpaceId | None = None) -> None:
        """Forget what a hub is known to have, in a space or in all: it is asked again."""
        if space is None:
            self._run("DELETE FROM blob_sent WHERE hub = ?", hub)
        else:
            self._run("DELETE FROM blob_sent WHERE hub = ? AND space = ?", hub, space)
