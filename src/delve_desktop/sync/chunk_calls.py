"""The signed calls about attachments to one hub, over its challenges.

A link that breaks is tried again at once for as long as each attempt moves at least one chunk: such a link
gets everything across, a little at a time. What was moved stays moved, whatever happens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from delve_desktop.domain.errors import (
    Damaged,
    HubRefused,
    HubUnreachable,
    Malformed,
    StaleChallenge,
)
from delve_desktop.domain.ids import BlobId, SpaceId, blob_id
from delve_desktop.protocol import chunks
from delve_desktop.protocol.chunks import Answer
from delve_desktop.protocol.messages import sign_head
from delve_desktop.protocol.transport import ChunkHub

from .cut_reply import CutReply
from .local import Local

IDLE_TRIES: Final = 3  # broken calls in a row that moved nothing
PIECE: Final = 64 * 1024
_T = TypeVar("_T")


class ChunkCalls:
    """Calls to one hub. `moved` counts the chunks that went over the link, both ways."""

    def __init__(self, local: Local, transport: ChunkHub, hub: int) -> None:
        self._local = local
        self._transport = transport
        self._hub = hub
        self.moved = 0

    def missing(self, space: SpaceId, ids: Sequence[BlobId]) -> set[BlobId]:
        """Which of these chunks the hub lacks."""
        lacking: set[BlobId] = set()
        for start in range(0, len(ids), chunks.IDS_MAX):
            part = ids[start : start + chunks.IDS_MAX]
            content = chunks.pack_missing(space, part)
            answer, _ = self._call(chunks.MISSING_PATH, content)
            lacking.update(part[place] for place in chunks.places(answer.bits, len(part)))
        return lacking

    def put(self, space: SpaceId, data: Sequence[bytes]) -> int:
        """Bring chunks, at most `chunks.PUT_MAX` together; returns how many of them the hub has now.

        Raises `HubRefused` with the hub's code when it takes no more. After a broken call whoever brings them
        asks what is missing.
        """
        answer, _ = self._call(chunks.PUT_PATH, chunks.pack_put(space, data))
        kept = len(chunks.places(answer.bits, len(data)))
        self.moved += kept
        if answer.code:
            raise HubRefused("The server has no room for more attachments of this space.", answer.code)
        return kept

    def get(self, space: SpaceId, ids: Sequence[BlobId], budget: int) -> tuple[list[bytes], bool]:
        """Fetch the first of these chunks, as many as fit into `budget` bytes; and whether the answer was
        whole. Each chunk is what its name says. Of an answer that broke off, what came of it.
        """
        wanted = set(ids)
        try:
            _, data = self._call(chunks.GET_PATH, chunks.pack_get(space, ids, budget))
            whole = True
        except _Cut as cut:
            data, whole = cut.data, False
        if any(blob_id(one) not in wanted for one in data):
            raise HubRefused("The server's answer does not follow its format.", "malformed")
        self.moved += len(data)
        return data, whole

    def patiently(self, attempt: Callable[[], _T]) -> _T:
        """What an attempt returns; one that the link broke is made again while something moves."""
        idle = 0
        while True:
            before = self.moved
            try:
                return attempt()
            except HubUnreachable:
                idle = 0 if self.moved > before else idle + 1
                if idle >= IDLE_TRIES or self._local.cancelled():
                    raise

    def _call(self, path: str, content: bytes) -> tuple[Answer, list[bytes]]:
        with self._local.vault.read() as unit:
            hub = unit.hub(self._hub)
        try:
            return self._call_once(path, content, hub.key, hub.challenge)
        except StaleChallenge as stale:
            return self._call_once(path, content, hub.key, stale.challenge)

    def _call_once(
        self, path: str, content: bytes, key: bytes, challenge: bytes
    ) -> tuple[Answer, list[bytes]]:
        identity = self._local.identity
        head = sign_head(identity.device, identity.sign, key, challenge, content, path).pack()
        try:
            reply = self._transport.chunk_call(path, head, _pieces(content))
        except CutReply as cut:
            raise _Cut(self._salvaged(cut.received, key, head)) from cut
        try:
            answer, data = chunks.open_answer(reply, key, head)
        except (Damaged, Malformed) as error:
            raise HubRefused("What answered is not the server that was set up.", "not_the_hub") from error
        self._keep_challenge(answer)
        return answer, data

    def _salvaged(self, received: bytes, key: bytes, head: bytes) -> list[bytes]:
        """The whole chunks of an answer that broke off, if the hub signed what stands before them."""
        try:
            answer, data = chunks.open_answer(received, key, head)
        except (Damaged, Malformed):
            return []
        self._keep_challenge(answer)
        return data

    def _keep_challenge(self, answer: Answer) -> None:
        with self._local.vault.write() as unit:
            unit.set_challenge(self._hub, answer.challenge)


class _Cut(HubUnreachable):
    """The link broke inside an answer; `data` are the chunks that came whole."""

    def __init__(self, data: list[bytes]) -> None:
        super().__init__("The link broke while the server was answering.")
        self.data = data


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE]
