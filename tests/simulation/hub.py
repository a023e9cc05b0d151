"""A hub of the simulation: the real service over a store in memory, which can be put back and filled up."""

from __future__ import annotations

import random
import sqlite3
from typing import Any

from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol.digest import EMPTY, SetDigest
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore

NO_LIMIT = 0xFFFFFFFE  # pages, the most that SQLite takes


class SimHub:
    """A hub whose data can be put back to an earlier state. Its feeds are followed as they grow."""

    def __init__(self, rng: random.Random, snapshot: bytes | None = None) -> None:
        self._rng = rng
        self._store = HubStore.from_snapshot(snapshot) if snapshot else HubStore.open("sqlite://")
        self.service, self._raw = self._start()
        self._copies: list[bytes] = [self.snapshot()]
        self._feeds: dict[SpaceId, list[tuple[bytes, bytes]]] = {}
        self.ever: set[bytes] = set()  # every item it ever accepted

    def _start(self) -> tuple[HubService, sqlite3.Connection]:
        """The service, and the store's one connection: asked directly, for it is asked after every commit."""
        service = HubService(self._store, HubSettings(open=True), self._rng.randbytes)
        with self._store.read() as unit:
            raw: Any = unit._connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return service, raw

    def snapshot(self) -> bytes:
        """All data."""
        return self._store.snapshot()

    def copy(self) -> None:
        """What a nightly backup does."""
        self._copies.append(self.snapshot())

    def restore(self) -> None:
        """Put an earlier copy back, as after a broken disk."""
        self.remember()
        self._feeds.clear()
        earlier = self._rng.choice(self._copies)
        self._store.close()
        self._store = HubStore.from_snapshot(earlier)
        self.service, self._raw = self._start()

    def restart(self) -> None:
        """End the program and start it again."""
        self.service, self._raw = self._start()

    def fill_up(self, spare: int) -> None:
        """Leave room for so many pages only."""
        pages = self._raw.execute("PRAGMA page_count").fetchone()[0]
        self._raw.execute(f"PRAGMA max_page_count = {pages + spare}")

    def clear_room(self) -> None:
        """The disk has room again."""
        self._raw.execute(f"PRAGMA max_page_count = {NO_LIMIT}")

    def feed(self, space: SpaceId) -> list[tuple[bytes, bytes]]:
        """(item, feed hash behind it) in order. A hub only appends, so what was read once is kept."""
        feed = self._feeds.setdefault(space, [])
        new = self._raw.execute(
            "SELECT item.id, item.feed_hash FROM item JOIN space ON space.no = item.space"
            " WHERE space.id = ? AND item.position > ? ORDER BY item.position",
            (space, len(feed)),
        ).fetchall()
        feed += new
        self.ever.update(item for item, _ in new)
        return feed

    def remember(self) -> None:
        """Note what is here now, before any of it can be lost."""
        for (space,) in self._raw.execute("SELECT id FROM space").fetchall():
            self.feed(space)

    def holds(self, space: SpaceId) -> set[bytes]:
        """Every item that is here now."""
        return {item for item, _ in self.feed(space)}

    def digest(self, space: SpaceId) -> bytes:
        found = self._raw.execute("SELECT digest FROM space WHERE id = ?", (space,)).fetchone()
        return EMPTY if found is None else SetDigest(found[0]).value()

    def close(self) -> None:
        self._store.close()
