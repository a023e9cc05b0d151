"""The calls about attachments: `protocol.chunks` over the store and the files, without any web framework.

The hub keeps what members bring, space by space, each chunk as soon as it has arrived whole. It knows
neither what a chunk belongs to nor what is in it, and deletes none.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from delve_desktop.domain.errors import Damaged, DiskFull, HubRefused, NotFound
from delve_desktop.domain.ids import SHORT, BlobId, DeviceId, SpaceId, blob_id
from delve_desktop.protocol import chunks
from delve_desktop.protocol.chunks import Answer, ChunkReader
from delve_desktop.protocol.messages import Refusal, RequestHead
from delve_desktop.protocol.signing import Signer

from .errors import refusing
from .logs import log_event, short
from .members import Logs
from .settings import HubSettings
from .store.chunk_files import ChunkFiles
from .store.hub_store import HubStore
from .store.rows import SpaceRow

MARK_FACT: Final = "chunk_mark"  # names what this hub has; another one where it may have lost some
GROUP: Final = 8  # chunks whose rows are committed together while more arrive


class ChunkRooms:
    """What every call works on: store, files, and who may."""

    # A device whose link broke asks at once what of its chunks has arrived, while the end of the broken
    # call is still being read: it is told when that is done, or when it takes too long.
    SETTLING = 3.0  # seconds

    def __init__(self, store: HubStore, files: ChunkFiles, settings: HubSettings, logs: Logs) -> None:
        self.store = store
        self.files = files
        self.settings = settings
        self._logs = logs
        self._turning = threading.Condition()
        self._bringing: Counter[DeviceId] = Counter()

    def begin_bringing(self, device: DeviceId) -> None:
        """A call that brings chunks begins, when an earlier one of this device has ended."""
        self.settle(device)
        with self._turning:
            self._bringing[device] += 1

    def end_bringing(self, device: DeviceId) -> None:
        """It has ended: all that came of it is noted."""
        with self._turning:
            self._bringing[device] -= 1
            if not self._bringing[device]:
                del self._bringing[device]
            self._turning.notify_all()

    def settle(self, device: DeviceId) -> None:
        """Wait until no call of this device brings chunks, for some seconds at the most."""
        with self._turning:
            self._turning.wait_for(lambda: not self._bringing[device], self.SETTLING)

    def mark(self, random: Callable[[int], bytes]) -> bytes:
        """The mark that stands for what this hub has."""
        with self.store.read() as unit:
            found = unit.fact(MARK_FACT)
        if found is None:
            with self.store.write() as writing:
                writing.set_fact(MARK_FACT, random(chunks.MARK_SIZE))
                found = writing.fact(MARK_FACT)
        return found or b""

    def space(self, head: RequestHead, space: SpaceId) -> SpaceRow:
        """The space, if the device is of it; raises `HubRefused`."""
        with self.store.read() as unit:
            row = unit.space(space)
            log = self._logs.get(unit, row) if row is not None else None
        if row is None or log is None:
            raise HubRefused("This space is not on this hub.", Refusal.NO_SPACE)
        if head.version < log.membership.protocol_floor:
            raise HubRefused("The space requires a newer version of the protocol.", Refusal.VERSION)
        if not log.knows(head.device):
            raise HubRefused("This device is not of that space.", Refusal.NOT_MEMBER)
        return row


class IncomingChunkCall:
    """One call whose content arrives piece by piece. Not to be called from two threads at once."""

    def __init__(
        self,
        rooms: ChunkRooms,
        path: str,
        head: RequestHead,
        packed: bytes,
        sign: Signer,
        renew: Callable[[], bytes],
        end: Callable[[], None],
    ) -> None:
        self._rooms = rooms
        self._path = path
        self._head = head
        self._packed = packed
        self._sign = sign
        self._renew = renew
        self._end: Callable[[], None] | None = end
        self._digest = hashlib.sha256()
        self._left = chunks.content_max(path)
        self._content = bytearray()
        self._bringing = _Bringing(rooms, head) if path == chunks.PUT_PATH else None
        if self._bringing is not None:
            rooms.begin_bringing(head.device)

    def feed(self, piece: bytes) -> None:
        """Take what has arrived; an empty piece commits."""
        self._left -= len(piece)
        if self._left < 0:
            raise HubRefused("The content of this call is too long.", Refusal.TOO_LARGE)
        self._digest.update(piece)
        if self._bringing is None:
            self._content += piece
            return
        with refusing():
            self._bringing.feed(piece)
        if not piece:
            self.commit()

    def commit(self) -> None:
        """Keep what is complete; to be called whenever the content ends, however it does."""
        if self._bringing is not None:
            self._bringing.commit()

    def finish(self) -> bytes:
        """The answer, when all has arrived. Raises `HubRefused` if it is not what was signed."""
        if self._digest.digest() != self._head.content_hash:
            raise HubRefused("The content is not the one that was signed.", Refusal.BROKEN)
        with refusing():
            bits, code, sent = self._result()
        answer = Answer(self._renew(), bits, code)
        log_event(
            "chunks",
            device=short(self._head.device),
            call=self._path.rpartition("/")[2],
            chunks_in=self._bringing.count if self._bringing else 0,
            chunks_out=len(sent),
            bytes_out=sum(map(len, sent)),
            code=code,
        )
        return chunks.pack_answer(self._sign, self._packed, answer, sent)

    def close(self) -> None:
        """Let another request of the device begin. Harmless when done twice."""
        if self._end is not None:
            if self._bringing is not None:
                self._rooms.end_bringing(self._head.device)
            self._end()
            self._end = None

    def _result(self) -> tuple[bytes, str, list[bytes]]:
        content = bytes(self._content)
        if self._bringing is not None:
            return (*self._bringing.finish(), [])
        if self._path == chunks.MISSING_PATH:
            space, ids = chunks.read_missing(content)
            row = self._rooms.space(self._head, space)
            self._rooms.settle(self._head.device)
            with self._rooms.store.read() as unit:
                held = unit.chunks_held(row.no, ids)
            return chunks.bits_of([one not in held for one in ids]), "", []
        space, budget, ids = chunks.read_get(content)
        flags, sent = self._fetch(self._rooms.space(self._head, space), budget, ids)
        return chunks.bits_of(flags), "", sent

    def _fetch(self, row: SpaceRow, budget: int, ids: list[BlobId]) -> tuple[list[bool], list[bytes]]:
        """What is here of these, up to the budget; what turns out to be lost is forgotten."""
        with self._rooms.store.read() as unit:
            held = unit.chunks_held(row.no, ids)
        flags = [False] * len(ids)
        sent: list[bytes] = []
        lost: list[bytes] = []
        for place, one in enumerate(ids):
            if one not in held:
                continue
            if sent and budget <= 0:
                break
            try:
                data = self._rooms.files.read(row.id, one)
            except (NotFound, Damaged):
                lost.append(one)
                continue
            if sent and len(data) > budget:
                break
            budget -= len(data)
            flags[place] = True
            sent.append(data)
        if lost:
            with self._rooms.store.write() as writing:
                writing.drop_chunks(row.no, lost)
            log_event("chunks lost", space=short(row.id), count=len(lost))
        return flags, sent


class _Bringing:
    """Chunks on their way into the files of a space."""

    def __init__(self, rooms: ChunkRooms, head: RequestHead) -> None:
        self._rooms = rooms
        self._head = head
        self._begin = b""
        self._reader = ChunkReader()
        self._row: SpaceRow | None = None
        self._room = 0  # bytes that the space may still grow by
        self._waiting: list[tuple[bytes, int]] = []  # files in place whose rows are not
        self._flags: list[bool] = []
        self._code = ""

    @property
    def count(self) -> int:
        """How many chunks arrived whole."""
        return len(self._flags)

    def feed(self, piece: bytes) -> None:
        """Keep each chunk that this piece completes."""
        if self._row is None:
            self._begin += piece
            if len(self._begin) < SHORT:
                return
            self._row = self._rooms.space(self._head, SpaceId(self._begin[:SHORT]))
            with self._rooms.store.read() as unit:
                self._room = self._rooms.settings.chunks_max - unit.chunk_bytes(self._row.no)
            piece = self._begin[SHORT:]
        for chunk in self._reader.feed(piece):
            self._flags.append(self._keep(self._row, chunk))
        if len(self._waiting) >= GROUP:
            self.commit()

    def commit(self) -> None:
        """Note the chunks whose files are in place."""
        waiting, self._waiting = self._waiting, []
        if waiting and self._row is not None:
            with self._rooms.store.write() as unit:
                unit.add_chunks(self._row.no, waiting, self._head.device)

    def finish(self) -> tuple[bytes, str]:
        """A bit for each chunk that is kept, and why others are not."""
        self.commit()
        if self._row is None or not self._reader.is_between:
            raise HubRefused("The content ends inside a chunk.", Refusal.MALFORMED)
        return chunks.bits_of(self._flags), self._code

    def _keep(self, row: SpaceRow, chunk: bytes) -> bool:
        with self._rooms.store.read() as unit:
            if unit.chunks_held(row.no, [blob_id(chunk)]):
                with suppress(NotFound, Damaged):  # brought again, where the file was lost
                    self._rooms.files.read(row.id, blob_id(chunk))
                    return True
        if len(chunk) > self._room:
            self._code = Refusal.FULL
            return False
        try:
            name = self._rooms.files.write(row.id, chunk)
        except DiskFull:
            self._code = Refusal.FULL
            return False
        self._room -= len(chunk)
        self._waiting.append((name, len(chunk)))
        return True
