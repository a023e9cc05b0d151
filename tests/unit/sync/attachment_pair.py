"""Two laptops with attachments, and a link between them that breaks where it is told to."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from delve_desktop.domain.errors import HubUnreachable
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.protocol.transport import Hub
from delve_desktop.services import records
from delve_desktop.services.attachments import adding, reading
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.connecting import Connection
from delve_desktop.services.exchange import ExchangeResult, exchange
from delve_desktop.services.session import Session
from delve_desktop.services.views import SetValue
from delve_desktop.sync.cut_reply import CutReply
from delve_desktop.sync.traffic import MeteredChunks, MeteredHub
from sync_server.service import HubService
from sync_server.store.chunk_files import ChunkFiles
from sync_server.store.hub_store import HubStore

PASSPHRASE = "maji tembo kijani jua kisima moto"


PIECE = 4_096


@dataclass
class Link:
    """A way to the hub in this process. `breaks` are the places in the bytes of chunk calls where it breaks,
    counted over all of them; `calls` are the paths in their order.
    """

    service: HubService
    breaks: list[int] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    passed: int = 0
    up: int = 0
    down: int = 0

    @contextmanager
    def connect(self, _url: str, _cancelled: object) -> Iterator[Connection]:
        metered = MeteredHub(_Named(self))
        yield Connection(metered, metered.traffic, MeteredChunks(self, metered.traffic))

    def chunk_call(self, path: str, head: bytes, content: Iterable[bytes]) -> bytes:
        self.calls.append(path.rpartition("/")[2])
        answer = self.service.chunk_call(path, head, self._carried(b"".join(content)))
        kept = self._through(len(answer))
        self.down += kept
        if kept < len(answer):
            raise CutReply(answer[:kept])
        return answer

    def _carried(self, content: bytes) -> Iterator[bytes]:
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            kept = self._through(len(piece))
            self.up += kept
            yield piece[:kept]
            if kept < len(piece):
                raise HubUnreachable("The link broke.")

    def _through(self, size: int) -> int:
        """How many of the next bytes come through."""
        if self.breaks and self.passed + size > self.breaks[0]:
            kept = max(0, self.breaks.pop(0) - self.passed)
            self.passed += kept
            return kept
        self.passed += size
        return size


class _Named:
    """The hub, with the sync calls noted among the others."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._hub: Hub = link.service
        self.describe = self._hub.describe
        self.find_invite = self._hub.find_invite
        self.ask_to_join = self._hub.ask_to_join

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        self._link.calls.append("sync")
        return self._hub.sync(head, content)


@dataclass
class Pair:
    ann: Session
    ben: Session
    space: SpaceId
    service: HubService
    store: HubStore
    files: ChunkFiles

    def sync(self, session: Session, link: Link | None = None, **more: object) -> ExchangeResult:
        link = link or Link(self.service)
        return exchange(session, connect=link.connect, **more)  # type: ignore[arg-type]


def data_of(number: int, size: int) -> bytes:
    return random.Random(number).randbytes(size)


def note_with(pair: Pair, tmp_path: Path, *sizes: int) -> RecordId:
    record = records.add_record(pair.ann, pair.space, "note", [SetValue("title", "Pond")])[0]
    values = []
    for number, size in enumerate(sizes):
        (path := tmp_path / f"{number}.bin").write_bytes(data_of(number, size))
        values.append(adding.seal_file(pair.ann, path))
    adding.attach(pair.ann, record, values)
    return record


def held(session: Session, record: RecordId) -> dict[str, bytes]:
    return {
        one.name: reading.read_whole(session, one.values[0])
        for one in attachments(session, record)
        if one.where == "here"
    }
