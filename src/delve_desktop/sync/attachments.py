"""Attachments, after the acts and texts of all spaces: small pictures both ways, then what is sent, then
files.

`AttachmentExchange.run` names the stages. Every chunk that arrives is checked against its name and durable
before the next one is asked for; what a record's bytes lack is told from the folder, so whatever was cut,
killed or cancelled goes on where it stopped. What fails here fails no text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from delve_desktop.crypto.chunks import open_list, sealed_total
from delve_desktop.domain.attachments import Part
from delve_desktop.domain.errors import (
    Cancelled,
    Damaged,
    DelveError,
    DiskFull,
    HubRefused,
    HubUnreachable,
    NotFound,
)
from delve_desktop.domain.ids import BlobId, SpaceId, blob_id
from delve_desktop.protocol import chunks
from delve_desktop.protocol.messages import Refusal
from delve_desktop.protocol.transport import ChunkHub
from delve_desktop.store.rows import BlobRow

from .chunk_calls import ChunkCalls
from .files_stopped import FilesStopped
from .local import Local
from .ports import ChunkPort
from .traffic import Traffic

SMALL: Final = 1024 * 1024  # bytes of a file that comes without being asked for
BATCH: Final = 128  # files that are worked on together
BATCH_BYTES: Final = 8 * 1024 * 1024
AT_ONCE: Final = chunks.PUT_MAX // (chunks.CHUNK_MAX + 4)  # chunks of one call
LEAST_AT_ONCE: Final = 2  # while a link breaks
ASKED: Final = 128  # chunks that one call names: they cost 32 bytes each
LEAST: Final = 4 * 1024  # bytes of a person's budget with which a call is worth while


@dataclass(frozen=True, slots=True)
class FileProgress:
    """How far attachments are: files, and bytes of these and of their small pictures, both ways together."""

    files: int
    of_files: int
    bytes: int
    of_bytes: int


@dataclass(slots=True)
class FileOutcome:
    """What went over: files, without their small pictures; `moved` counts both. `problem` is the sentence of
    what ended it early, empty when all went that could, and `stopped` tells the same to a program.
    """

    sent: int = 0
    received: int = 0
    moved: int = 0
    problem: str = ""
    stopped: FilesStopped = FilesStopped.NOTHING
    arrived: dict[SpaceId, list[BlobId]] = field(default_factory=dict)


def exchange_attachments(
    local: Local,
    transport: ChunkHub,
    hub: int,
    spaces: Sequence[SpaceId],
    folder: ChunkPort,
    *,
    left: Callable[[], int],
    on_progress: Callable[[FileProgress], None] | None = None,
) -> FileOutcome:
    """Bring attachments of these spaces and a hub level; `left` tells the bytes left of a budget.

    Raises `Cancelled` and what the vault raises. What the link or the hub does is told in the outcome: text
    has gone before.
    """
    return AttachmentExchange(local, transport, hub, spaces, folder, left, on_progress).run()


class AttachmentExchange:
    """One run of `exchange_attachments`."""

    def __init__(
        self,
        local: Local,
        transport: ChunkHub,
        hub: int,
        spaces: Sequence[SpaceId],
        folder: ChunkPort,
        left: Callable[[], int],
        on_progress: Callable[[FileProgress], None] | None,
    ) -> None:
        self._local = local
        self._calls = ChunkCalls(local, transport, hub)
        self._hub = hub
        self._spaces = spaces
        self._folder = folder
        self._left = left
        self._on_progress = on_progress
        self._outcome = FileOutcome()
        self._damaged: set[BlobId] = set()  # chunks that were to be sent and could not be read
        self._at_once = AT_ONCE  # chunks of the next call: fewer where the link breaks
        self._files = 0
        self._of_files = 0
        self._bytes = 0
        self._of_bytes = 0

    def run(self) -> FileOutcome:
        """See `exchange_attachments`."""
        self._estimate()
        try:
            for thumbs in (True, False):
                for space in self._spaces:
                    self._send(space, thumbs=thumbs)
                for space in self._spaces:
                    self._fetch(space, thumbs=thumbs)
        except (HubUnreachable, HubRefused, DiskFull, _Spent) as error:
            self._outcome.problem = str(error)
            self._outcome.stopped = _stopped_by(error)
        return self._outcome

    def _estimate(self) -> None:
        with self._local.vault.read() as unit:
            for space in self._spaces:
                come, come_bytes, go, go_bytes = unit.blobs_waiting(self._hub, space, SMALL)
                self._of_files += come + go
                self._of_bytes += come_bytes + go_bytes
        self._tell()

    def _send(self, space: SpaceId, *, thumbs: bool) -> None:
        done: set[BlobId] = set()
        while batch := self._batch(self._unsent(space, thumbs=thumbs, but=done)):
            done.update(row.root for row in batch)
            named = {row.root: self._names_here(row) for row in batch}
            whole = [row for row in batch if named[row.root]]
            self._note_lost([row for row in batch if not named[row.root]])
            ids = list(dict.fromkeys(one for row in whole for one in named[row.root]))
            self._calls.patiently(partial(self._bring, space, ids))
            damaged = [row for row in whole if not self._damaged.isdisjoint(named[row.root])]
            self._note_lost(damaged)
            whole = [row for row in whole if row not in damaged]
            with self._local.vault.write() as unit:
                unit.mark_blobs_sent(self._hub, space, [row.root for row in whole])
            self._outcome.sent += _files(whole)
            self._outcome.moved += len(whole)
            self._advance(whole)

    def _note_lost(self, rows: Sequence[BlobRow]) -> None:
        if rows:
            with self._local.vault.write() as unit:
                unit.set_held([row.root for row in rows], held=False)

    def _unsent(self, space: SpaceId, *, thumbs: bool, but: set[BlobId]) -> list[BlobRow]:
        with self._local.vault.read() as unit:
            rows = unit.blobs_unsent(self._hub, space, BATCH + len(but))
        return [row for row in rows if row.root not in but and (not thumbs or row.role == "thumb")]

    def _names_here(self, row: BlobRow) -> list[BlobId]:
        """The chunks of a file, its list included; none if one of them is not here after all."""
        part = _part(row)
        try:
            names = [part.root] if part.chunks == 1 else open_list(part, self._folder.read(part.root))
        except (NotFound, Damaged):
            return []
        names = list(dict.fromkeys([*names, part.root]))
        return names if all(self._folder.has(one) for one in names) else []

    def _bring(self, space: SpaceId, ids: Sequence[BlobId]) -> None:
        """Bring what the hub lacks of these, a few at a time."""
        lacking = self._calls.missing(space, ids)
        waiting = deque(one for one in ids if one in lacking)
        while waiting:
            self._may_go_on()
            if data := self._next(waiting):
                self._put(space, data)
                self._tell(sum(map(len, data)))

    def _next(self, waiting: deque[BlobId]) -> list[bytes]:
        """Take off the chunks of one call. A damaged one is no longer here: it holds no other up."""
        data: list[bytes] = []
        room = self._left()
        while waiting and len(data) < self._at_once:
            try:
                piece = self._folder.read(waiting[0])
            except (NotFound, Damaged):
                self._folder.remove(waiting[0])  # it would stand in the way of a whole one
                self._damaged.add(waiting.popleft())
                continue
            room -= len(piece)
            if data and room < 0:
                break
            data.append(piece)
            waiting.popleft()
        return data

    def _put(self, space: SpaceId, data: list[bytes]) -> None:
        """Bring chunks. Of a call that the link broke the hub keeps what was whole: that has moved."""
        try:
            self._calls.put(space, data)
            self._at_once = min(AT_ONCE, 2 * self._at_once)
        except HubUnreachable:
            self._at_once = max(LEAST_AT_ONCE, self._at_once // 2)
            names = [blob_id(one) for one in data]
            self._calls.moved += len(names) - len(self._calls.missing(space, names))
            raise

    def _fetch(self, space: SpaceId, *, thumbs: bool) -> None:
        done: set[BlobId] = set()
        while batch := self._batch(self._missing(space, thumbs=thumbs, but=done)):
            done.update(row.root for row in batch)
            roots = [row.root for row in batch if not self._folder.has(row.root)]
            self._take(space, roots)
            named = {row.root: self._names_wanted(row) for row in batch}
            lacking = [one for names in named.values() for one in names if not self._folder.has(one)]
            self._take(space, list(dict.fromkeys(lacking)))
            whole = [
                row
                for row in batch
                if named[row.root] and all(self._folder.has(one) for one in named[row.root])
            ]
            with self._local.vault.write() as unit:
                unit.set_held([row.root for row in whole], held=True)
                unit.mark_blobs_sent(self._hub, space, [row.root for row in whole])
            self._outcome.received += _files(whole)
            self._outcome.moved += len(whole)
            self._outcome.arrived.setdefault(space, []).extend(row.root for row in whole)
            self._advance(whole)

    def _missing(self, space: SpaceId, *, thumbs: bool, but: set[BlobId]) -> list[BlobRow]:
        with self._local.vault.read() as unit:
            rows = unit.blobs_missing(space, SMALL, BATCH + len(but))
        return [row for row in rows if row.root not in but and (not thumbs or row.role == "thumb")]

    def _names_wanted(self, row: BlobRow) -> list[BlobId]:
        """The chunks of a file whose root is here; none where it is not, or is no list of this file's."""
        part = _part(row)
        if not self._folder.has(part.root):
            return []
        if part.chunks == 1:
            return [part.root]
        try:
            return [*open_list(part, self._folder.read(part.root)), part.root]
        except (NotFound, Damaged):
            return []

    def _take(self, space: SpaceId, ids: list[BlobId]) -> None:
        """Fetch chunks into the folder, as many as the hub has of these."""
        waiting = list(ids)
        while waiting:
            self._may_go_on()
            asked = waiting[:ASKED]
            came = self._calls.patiently(partial(self._take_once, space, asked))
            if not came:  # the hub has none of these
                waiting = waiting[len(asked) :]
                continue
            last = max(place for place, one in enumerate(asked) if one in came)
            # what stands before the last one that came, and did not come, is not on the hub
            waiting = waiting[last + 1 :]

    def _take_once(self, space: SpaceId, asked: list[BlobId]) -> set[BlobId]:
        wanted = [one for one in asked if not self._folder.has(one)]
        if not wanted:
            return set(asked)
        data, whole = self._calls.get(space, wanted, min(self._at_once * chunks.CHUNK_MAX, self._left()))
        came = {self._folder.write(one) for one in data}
        self._tell(sum(map(len, data)))
        self._at_once = min(AT_ONCE, 2 * self._at_once) if whole else max(LEAST_AT_ONCE, self._at_once // 2)
        if not whole:
            raise HubUnreachable("The link broke while an attachment was coming.")
        return came | {one for one in asked if self._folder.has(one)}

    def _may_go_on(self) -> None:
        if self._local.cancelled():
            raise Cancelled("The exchange was stopped; what was complete is kept.")
        if self._left() < LEAST:
            raise _Spent("The budget was used up before all attachments had gone.")

    def _batch(self, rows: Sequence[BlobRow]) -> list[BlobRow]:
        return list(_up_to(rows, BATCH, BATCH_BYTES))

    def _advance(self, rows: Sequence[BlobRow]) -> None:
        self._files += _files(rows)
        self._tell()

    def _tell(self, more: int = 0) -> None:
        self._bytes += more
        if self._on_progress is not None:
            whole = max(self._of_bytes, self._bytes)
            self._on_progress(FileProgress(self._files, max(self._of_files, self._files), self._bytes, whole))


class _Spent(DelveError):
    """A person's budget is used up: not a fault, and nothing to try again for."""


def _stopped_by(error: DelveError) -> FilesStopped:
    if isinstance(error, _Spent):
        return FilesStopped.BUDGET
    if isinstance(error, DiskFull):
        return FilesStopped.DISK_FULL
    if isinstance(error, HubRefused):
        return FilesStopped.HUB_FULL if error.code == Refusal.FULL else FilesStopped.REFUSED
    return FilesStopped.LINK


def _files(rows: Sequence[BlobRow]) -> int:
    """How many files these are: a small picture is a part of one."""
    return sum(row.role != "thumb" for row in rows)


def _part(row: BlobRow) -> Part:
    return Part(row.role, row.root, row.key, row.size)


def _up_to(rows: Sequence[BlobRow], count: int, size: int) -> Iterator[BlobRow]:
    """The first of these, up to so many and so many bytes; the first one whatever it has."""
    for place, row in enumerate(rows):
        size -= sealed_total(row.size)
        if place and (size < 0 or place >= count):
            return
        yield row


def budget_left(budget: int | None, traffic: Traffic, spent: int) -> Callable[[], int]:
    """Tells the bytes left of a budget of which `spent` went elsewhere."""
    return lambda: 1 << 40 if budget is None else budget - spent - traffic.total
