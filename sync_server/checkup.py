"""Whether what a hub keeps is what was brought to it: everything but the content, which it cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from delve_desktop.domain.errors import Damaged, InvalidContent, NewerFormat, NotFound
from delve_desktop.domain.ids import DeviceId, SpaceId
from delve_desktop.protocol import frames
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.feed import START, feed_hash
from delve_desktop.protocol.messages import Refusal

from .checking import check
from .logs import short
from .members import Log, log_of_acts
from .store.chunk_files import ChunkFiles
from .store.hub_store import HubStore
from .store.reading import ReadUnit
from .store.rows import EntryRow, NewItem, SpaceRow

CHUNKS_AT_ONCE: Final = 1000  # names in memory
AT_ONCE: Final = 64  # items in memory
MOST_FINDINGS: Final = 100  # a sentence each; the rest is counted in one


@dataclass(slots=True)
class Checkup:
    """What a check looked at, and in plain sentences what it found wrong."""

    spaces: int = 0
    items: int = 0
    bytes: int = 0
    chunks: int = 0  # of attachments
    chunk_bytes: int = 0
    lost: int = 0  # chunks whose files are gone or damaged: laptops bring them again
    findings: list[str] = field(default_factory=list)

    def find(self, sentence: str) -> None:
        """Note what is wrong."""
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(sentence)
        elif len(self.findings) == MOST_FINDINGS:
            self.findings.append("There is more that is wrong than is listed here.")


def check_up(store: HubStore, files: ChunkFiles | None = None) -> Checkup:
    """Check signatures, ids, feeds, sums and sizes of every space, as of one moment, and the chunks of
    attachments in `files`. Changes nothing.
    """
    found = Checkup()
    with store.read() as unit:
        for row in unit.spaces():
            found.spaces += 1
            _SpaceCheckup(unit, row, found).run()
            if files is not None:
                _check_chunks(unit, row, files, found)
    return found


def _check_chunks(unit: ReadUnit, row: SpaceRow, files: ChunkFiles, found: Checkup) -> None:
    lost = 0
    for chunk, size in chunks_of(unit, row.no):
        found.chunks += 1
        found.chunk_bytes += size
        try:
            files.read(row.id, chunk)
        except (NotFound, Damaged):
            lost += 1
    found.lost += lost
    if lost:
        found.find(f"Space {short(row.id)}: {lost} chunks of attachments are not whole.")


def chunks_of(unit: ReadUnit, no: int) -> Iterator[tuple[bytes, int]]:
    """(id, size) of all chunks of a space, by id."""
    after = b""
    while part := unit.chunks_after(no, after, CHUNKS_AT_ONCE):
        yield from part
        after = part[-1][0]


class _SpaceCheckup:
    """One pass over a space's feed."""

    def __init__(self, unit: ReadUnit, row: SpaceRow, found: Checkup) -> None:
        self._unit = unit
        self._row = row
        self._found = found
        self._name = f"Space {short(row.id)}"

    def run(self) -> None:
        """Look at every item, then at the head of the feed."""
        log = self._log()
        digest = SetDigest()
        last, acts, size, count = START, START, 0, 0
        for entry, data in self._entries():
            count += 1
            size += len(data)
            last = feed_hash(last, entry.id)
            digest.add(entry.id)
            if entry.kind == frames.ACT:
                acts = feed_hash(acts, entry.id)
            self._item(entry, data, log)
            if entry.position != count:
                self._find(f"an item stands at place {entry.position} of the feed in place of {count}")
                break
            if entry.feed_hash != last:
                self._find(f"the feed hash at place {count} is not that of the items before it")
                break
        self._found.items += count
        self._found.bytes += size
        head = (count, last, acts, digest.state(), size)
        if head != (
            self._row.position,
            self._row.feed_hash,
            self._row.acts,
            self._row.digest,
            self._row.size,
        ):
            self._find("what is noted of it as a whole does not fit its items")

    def _find(self, words: str) -> None:
        self._found.find(f"{self._name}: {words}.")

    def _log(self) -> Log | None:
        try:
            return log_of_acts(self._unit, self._row)
        except (InvalidContent, Damaged, NewerFormat):
            self._find("an act cannot be read, so who belongs to it is not known")
            return None

    def _entries(self) -> Iterator[tuple[EntryRow, bytes]]:
        after = 0
        while entries := self._unit.entries(self._row.no, after, AT_ONCE):
            data = self._unit.data(self._row.no, [entry.position for entry in entries])
            for entry in entries:
                yield entry, data[entry.position]
            after = entries[-1].position

    def _item(self, entry: EntryRow, data: bytes, log: Log | None) -> None:
        place = f"item {short(entry.id)} at place {entry.position}"
        checked = check(entry.position, SpaceId(self._row.id), frames.Item(0, entry.kind, data))
        if isinstance(checked, Refusal):
            self._find(f"{place} is not what its author signed ({checked.name.lower().replace('_', ' ')})")
            return
        if checked.row.id != entry.id or entry.size != len(data):
            self._find(f"{place} is kept under another name or size than its own")
        elif self._chain(entry.position) != _chain_of(checked.row):
            self._find(f"{place} is kept at another place of its chain than its own")
        elif checked.act is None and log is not None and not log.knows(DeviceId(checked.row.device)):
            self._find(f"{place} is by a device that never belonged to it")

    def _chain(self, position: int) -> tuple[object, ...] | None:
        return self._unit.chain_place(self._row.no, position)


def _chain_of(row: NewItem) -> tuple[object, ...]:
    return (row.device, row.writer, row.number, row.previous)
