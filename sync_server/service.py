"""The hub itself: `protocol.transport.Hub` over a store, without any web framework.

Safe to call from several threads. `sync` occupies its thread for as long as the content arrives; whoever
reads from slow links calls `begin`, and hands on each piece when it is there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from typing import Final

from delve_desktop.domain.errors import HubRefused
from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol import chunks, frames, limits, versions
from delve_desktop.protocol.messages import (
    HubInfo,
    Refusal,
    RequestHead,
    Result,
    Status,
    open_join_request,
    pack_reply,
    read_hello,
)
from delve_desktop.protocol.ticket import Ticket, secret_hash

from .answering import Answering, Budget
from .auth import Auth, Random, ServerKey, Turns
from .chunk_calls import ChunkRooms, IncomingChunkCall
from .errors import refusing
from .intake import Intake
from .logs import log_event, short
from .members import Logs
from .settings import HubSettings
from .store.chunk_files import ChunkFiles
from .store.hub_store import HubStore

_TICKET_SIZE: Final = 16
_OF_SPACE: Final = {Status.OK, Status.COMPARE}


class HubService:
    """Implements `transport.Hub`. All it raises is `HubRefused`, a fault of the store, or what
    the iterator of a request's content raises.
    """

    def __init__(
        self,
        store: HubStore,
        settings: HubSettings | None = None,
        random: Random = os.urandom,
        files: ChunkFiles | None = None,
    ) -> None:
        """Without `files` the hub keeps no attachments, and says so."""
        self._store = store
        self._settings = settings or HubSettings()
        self._random = random
        self._key = ServerKey.of(store, random)
        self._auth = Auth(store, self._key, random)
        self._logs = Logs()
        self._turns = Turns(self._settings.of_device, self._settings.of_strangers)
        self._rooms = ChunkRooms(store, files, self._settings, self._logs) if files is not None else None

    @property
    def public_key(self) -> bytes:
        """The hub's Ed25519 public key, 32 bytes."""
        return self._key.public

    def describe(self) -> HubInfo:
        """See `transport.Hub`."""
        return HubInfo(self._key.public, versions.SPOKEN, self._settings.open)

    def sync(self, head: bytes, content: Iterable[bytes]) -> bytes:
        """See `transport.Hub`. The head is checked before any content is taken.

        An empty piece of content means "nothing more has arrived yet": what is complete is committed.
        When the content ends early, by an exception or by its hash, what is complete stays.
        """
        incoming = self.begin(head)
        try:
            try:
                for piece in content:
                    incoming.feed(piece)
            finally:
                incoming.commit()
            return incoming.finish()
        finally:
            incoming.close()

    def begin(self, head: bytes) -> Incoming:
        """Check the head of a request and begin to take its content in; the caller closes what it gets."""
        with refusing():
            parsed = RequestHead.unpack(head)
        is_known = self._auth.check(parsed)
        end = self._turns.take(parsed.device, is_known=is_known)
        receiving = _Receiving(self._store, self._logs, self._settings, parsed)
        return Incoming(parsed, receiving, lambda intake: self._answer(parsed, head, intake), end)

    def chunk_call(self, path: str, head: bytes, content: Iterable[bytes]) -> bytes:
        """See `transport.ChunkHub`. An empty piece of content means the same as in `sync`."""
        incoming = self.begin_chunks(path, head)
        try:
            try:
                for piece in content:
                    incoming.feed(piece)
            finally:
                incoming.commit()
            return incoming.finish()
        finally:
            incoming.close()

    def begin_chunks(self, path: str, head: bytes) -> IncomingChunkCall:
        """Check the head of a call about attachments; the caller closes what it gets."""
        if self._rooms is None or path not in chunks.PATHS:
            raise HubRefused("This hub keeps no attachments.", Refusal.NOT_FOUND)
        with refusing():
            parsed = RequestHead.unpack(head)
        is_known = self._auth.check(parsed, path)
        end = self._turns.take(parsed.device, is_known=is_known)
        return IncomingChunkCall(
            self._rooms,
            path,
            parsed,
            head,
            self._key.sign,
            lambda: self._auth.renew(parsed, keep=True),
            end,
        )

    def find_invite(self, lookup: bytes) -> bytes:
        """See `transport.Hub`."""
        with self._store.read() as unit:
            invite = unit.invite(lookup)
        if invite is None:
            raise HubRefused("No invite with this code is on this hub.", Refusal.NOT_FOUND)
        return invite.data

    def ask_to_join(self, lookup: bytes, request: bytes) -> None:
        """See `transport.Hub`. The same request again is welcome; another one is refused as `taken`."""
        if len(request) > limits.JOIN_REQUEST_MAX:
            raise HubRefused("A join request has at most 4 KiB.", Refusal.TOO_LARGE)
        with self._store.write() as unit:
            invite = unit.invite(lookup)
            if invite is None:
                raise HubRefused("No invite with this code is on this hub.", Refusal.NOT_FOUND)
            with refusing():
                open_join_request(invite.verify, SpaceId(invite.space), lookup, request)
            if not invite.used:
                unit.add_join_request(lookup, request)
            if unit.join_request(lookup) != request:
                raise HubRefused("This invite was used by somebody else.", Refusal.TAKEN)
        log_event("join request", space=short(invite.space), bytes_in=len(request))

    def new_ticket(self) -> Ticket:
        """Give out a ticket that opens one space."""
        secret = self._random(_TICKET_SIZE)
        with self._store.write() as unit:
            unit.add_ticket(secret_hash(secret))
        return Ticket.for_hub(secret, self._key.public)

    def check_health(self) -> int:
        """Read from the store; returns how many spaces there are."""
        with self._store.read() as unit:
            return len(unit.spaces())

    def _answer(self, head: RequestHead, packed: bytes, intake: Intake) -> bytes:
        """The reply to a request whose content was taken in; spends its challenge."""
        budget = Budget(min(intake.hello.budget, self._settings.reply_max))
        with self._store.read() as unit:
            answering = Answering(unit, self._logs, head, budget)
            answers = [answering.answer(place, one) for place, one in enumerate(intake.spaces)]
        results = tuple(answer.result for answer in answers)
        challenge = self._auth.renew(head, keep=any(one.status in _OF_SPACE for one in results))
        problems = tuple(sorted(intake.problems, key=lambda problem: problem.item))
        entries = [entry for answer in answers for entry in answer.entries]
        mark = self._rooms.mark(self._random) if self._rooms is not None else b""
        reply = pack_reply(self._key.sign, packed, Result(challenge, results, problems, mark), entries)
        log_event(
            "sync",
            device=short(head.device),
            spaces=[short(one.space) for one in intake.hello.spaces],
            statuses=[one.status for one in results],
            items_in=intake.count,
            bytes_in=intake.size,
            problems=len(problems),
            entries_out=len(entries),
            bytes_out=len(reply),
        )
        return reply


class Incoming:
    """A request whose content arrives piece by piece. Not to be called from two threads at once."""

    def __init__(
        self,
        head: RequestHead,
        receiving: _Receiving,
        answer: Callable[[Intake], bytes],
        end: Callable[[], None],
    ) -> None:
        self._head = head
        self._receiving = receiving
        self._answer = answer
        self._end: Callable[[], None] | None = end
        self._digest = hashlib.sha256()

    def feed(self, piece: bytes) -> None:
        """Take what has arrived; an empty piece commits."""
        self._digest.update(piece)
        self._receiving.feed(piece)

    def commit(self) -> None:
        """Commit what is complete; to be called whenever the content ends, however it does."""
        self._receiving.commit()

    def finish(self) -> bytes:
        """The reply, when all has arrived. Raises `HubRefused` if it is not what was signed."""
        with refusing():
            self._receiving.frames.finish()
        intake = self._receiving.intake
        if self._digest.digest() != self._head.content_hash or intake is None:
            raise HubRefused("The content is not the one that was signed.", Refusal.BROKEN)
        return self._answer(intake)

    def close(self) -> None:
        """Let another request of the device begin. Harmless when done twice."""
        if self._end is not None:
            self._end()
            self._end = None


class _Receiving:
    """Frames on their way into an intake, which begins with HELLO."""

    def __init__(self, store: HubStore, logs: Logs, settings: HubSettings, head: RequestHead) -> None:
        self._store = store
        self._logs = logs
        self._settings = settings
        self._head = head
        self._left = limits.REQUEST_MAX
        self.frames = frames.FrameReader(frames.REQUEST_LIMITS, limits.REQUEST_MAX)
        self.intake: Intake | None = None

    def feed(self, piece: bytes) -> None:
        """Take the frames that this piece completes; an empty piece commits."""
        self._left -= len(piece)
        if self._left < 0:
            raise HubRefused(f"A request has at most {limits.REQUEST_MAX} bytes.", Refusal.TOO_LARGE)
        with refusing():
            read = self.frames.feed(piece)
        for frame in read:
            self._take(frame)
        if not piece:
            self.commit()

    def commit(self) -> None:
        """Commit what is complete."""
        if self.intake is not None:
            self.intake.commit()

    def _take(self, frame: frames.Frame) -> None:
        if self.intake is None:
            with refusing():
                hello = read_hello(frame)
                for space in hello.spaces:
                    if space.summary is not None:
                        space.summary.check()
            self.intake = Intake(self._store, self._logs, self._settings, self._head, hello)
            return
        if frame.type != frames.ITEM:
            raise HubRefused("A request has one HELLO, then items.", Refusal.MALFORMED)
        with refusing():
            item = frames.read_item(frame.payload)
        self.intake.take(item)
