"""Two laptops at one hub, and hubs that break off or refuse."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from delve_desktop.domain.errors import HubUnreachable
from delve_desktop.domain.ids import RecordId
from delve_desktop.protocol.frames import SEGMENT
from delve_desktop.services import records, upkeep
from delve_desktop.services.connecting import Connect, Connection
from delve_desktop.services.exchange import exchange
from delve_desktop.services.session import Session
from delve_desktop.store.rows import StoredSegment
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.local import Local
from delve_desktop.sync.taking import check

from .scene import Scene


class Pair:
    """Neema and Zawadi, both open, with a way to their hub."""

    def __init__(self, scene: Scene, neema: Session, zawadi: Session, connect: Connect) -> None:
        self.scene, self.neema, self.zawadi, self.connect = scene, neema, zawadi, connect
        self.space = scene.space

    def sync(self, *sessions: Session) -> list[Any]:
        return [exchange(session, connect=self.connect) for session in sessions]

    def meet(self) -> None:
        """Until both have what the other had."""
        self.sync(self.neema, self.zawadi, self.neema)

    def titles(self, session: Session) -> list[str]:
        return sorted(row.title for row in records.list_records(session, self.space, limit=1000).rows)

    def equal(self) -> bool:
        return len({upkeep.state_hash(one, self.space) for one in (self.neema, self.zawadi)}) == 1

    def hub_rows(self, statement: str) -> int:
        """Change the hub's data behind its back."""
        with closing(sqlite3.connect(self.scene.hub_file)) as raw, raw:
            return raw.execute(statement).rowcount


def place_of(session: Session, record: RecordId) -> list[Any]:
    view = records.open_record(session, record)
    return [version.value for field in view.fields if field.name == "place" for version in field.versions]


class CutHub:
    """A hub whose answers never arrive, although it did what was asked."""

    def __init__(self, hub: Any, after: Callable[[], bool]) -> None:
        self._hub, self._after = hub, after

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        reply: bytes = self._hub.sync(head, content)
        if self._after():
            raise HubUnreachable("The link broke before the answer came.")
        return reply

    def __getattr__(self, name: str) -> Any:
        return getattr(self._hub, name)


def cut(connect: Connect) -> Connect:
    @contextmanager
    def cutting(url: str, cancelled: Callable[[], bool]) -> Iterator[Connection]:
        with connect(url, cancelled) as connection:
            yield Connection(CutHub(connection.hub, lambda: True), connection.traffic)

    return cutting


class FailingHub:
    """Breaks after so many bytes of content; what was whole by then stays at the hub."""

    def __init__(self, hub: Any, most: int, sent: list[int]) -> None:
        self._hub, self._most, self._sent = hub, most, sent

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        whole = b"".join(content)
        self._sent.append(len(whole))
        reply: bytes = self._hub.sync(head, self._pieces(whole))
        return reply

    def _pieces(self, whole: bytes) -> Iterator[bytes]:
        yield whole[: self._most]
        if len(whole) > self._most:
            raise HubUnreachable("The link broke.")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._hub, name)


def segments(session: Session) -> list[StoredSegment]:
    with session.vault.read() as unit:
        return unit.segments_in(("stored", "applied"), 1000)


def arrive(session: Session, segments: list[StoredSegment]) -> None:
    """One by one, each applied before the next comes."""
    for one in segments:
        arrival = check(one.space, SEGMENT, one.data, "test")
        assert isinstance(arrival, StoredSegment)
        with session.vault.write() as unit:
            unit.add_segments([arrival])
        apply_stored(Local(session.vault, session.identity, session.random))
