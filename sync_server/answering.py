"""The reply for each space of a request: entries of the feed after the device's place, or a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from delve_desktop.domain.ids import ActId, SegmentId, WriterId
from delve_desktop.protocol import frames, limits
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.feed import START
from delve_desktop.protocol.messages import RequestHead, SpaceHello, SpaceResult, Status, Waiting
from delve_desktop.protocol.summary import Holdings, Link, Summary
from delve_desktop.protocol.ticket import secret_hash

from .intake import Brought
from .members import Log, Logs
from .store.reading import ReadUnit
from .store.rows import EntryRow, SpaceRow

PAGE: Final = 2000  # entries looked at in one query
ENTRIES_MAX: Final = 20_000  # of one reply


@dataclass(slots=True)
class Budget:
    """How many bytes of items the reply may still bring. The first item of a reply always fits."""

    left: int
    entries: int = ENTRIES_MAX
    is_untouched: bool = field(init=False)

    def __post_init__(self) -> None:
        self.is_untouched = self.left > 0

    def takes(self, size: int) -> bool:
        """Whether an entry of this size still fits; if so it is spent."""
        if self.entries == 0 or (size > self.left and not self.is_untouched):
            return False
        self.entries -= 1
        self.left = max(self.left - size, 0)
        self.is_untouched = self.is_untouched and size == 0
        return True


@dataclass(slots=True)
class Answer:
    """What the hub says about one space."""

    result: SpaceResult
    entries: list[frames.Entry] = field(default_factory=list)


class Answering:
    """Answers for the spaces of one request, from one snapshot."""

    def __init__(self, unit: ReadUnit, logs: Logs, head: RequestHead, budget: Budget) -> None:
        self._unit = unit
        self._logs = logs
        self._device = head.device
        self._version = head.version
        self._budget = budget

    def answer(self, place: int, brought: Brought) -> Answer:
        """The result and entries for the space at this place of HELLO."""
        hello = brought.hello
        row = self._unit.space(hello.space)
        if row is None:
            return Answer(SpaceResult(self._status_without_space(hello)))
        log = self._logs.get(self._unit, row)
        if not log.knows(self._device):
            return Answer(SpaceResult(Status.NOT_MEMBER))
        if self._version < log.membership.protocol_floor:
            return Answer(SpaceResult(Status.BELOW_FLOOR))
        if hello.summary is not None:
            answer = self._compare(place, row, hello.summary)
        elif self._fits(row, hello):
            answer = self._continue(place, row, brought)
        else:
            answer = Answer(SpaceResult(Status.COMPARE, row.position, row.feed_hash))
        answer.result = self._complete(answer.result, row, log, brought)
        return answer

    def _status_without_space(self, hello: SpaceHello) -> Status:
        if not hello.ticket:
            return Status.UNKNOWN_SPACE
        ticket = self._unit.ticket(secret_hash(hello.ticket))
        is_good = ticket is not None and ticket.space in {None, hello.space}
        return Status.UNKNOWN_SPACE if is_good else Status.BAD_TICKET

    def _fits(self, row: SpaceRow, hello: SpaceHello) -> bool:
        """Whether the device's place is one of this feed."""
        if hello.position == 0:
            return hello.feed_hash == START
        return self._unit.feed_hash(row.no, hello.position) == hello.feed_hash

    def _complete(self, result: SpaceResult, row: SpaceRow, log: Log, brought: Brought) -> SpaceResult:
        """Add what does not depend on the device's place."""
        forks = brought.forks.union(self._unit.forks(row.no, self._device))
        requests: tuple[Waiting, ...] = ()
        known = brought.hello.requests
        if known is not None and log.membership.is_coordinator(self._device):
            waiting = self._unit.waiting(row.no)[: limits.KNOWN_REQUESTS_MAX]
            requests = tuple(Waiting(lookup, data) for lookup, data in waiting if lookup not in known)
        return SpaceResult(
            status=result.status,
            position=result.position,
            feed_hash=result.feed_hash,
            digest=SetDigest(row.digest).value(),
            more=result.more,
            forks=tuple(sorted(forks)[: limits.FORKS_MAX]),
            requests=requests,
            compared=result.compared,
        )

    def _continue(self, place: int, row: SpaceRow, brought: Brought) -> Answer:
        """The entries after the device's place, in feed order."""
        position, last = brought.hello.position, brought.hello.feed_hash
        taken: list[EntryRow] = []
        is_full = False
        while not is_full:
            page = self._unit.entries(row.no, position, PAGE)
            for entry in page:
                if not self._budget.takes(self._cost(entry, brought)):
                    is_full = True
                    break
                taken.append(entry)
                position, last = entry.position, entry.feed_hash
            if len(page) < PAGE:
                break
        result = SpaceResult(Status.OK, position, last, more=position < row.position)
        return Answer(result, self._as_frames(place, row, taken, brought))

    def _cost(self, entry: EntryRow, brought: Brought) -> int:
        if entry.id in brought.own:
            return 0
        return len(entry.id) if self._is_named(entry) else entry.size + frames.ITEM_OVERHEAD

    def _is_named(self, entry: EntryRow) -> bool:
        """Whether the device brought it in an earlier request, so that its id says enough."""
        return entry.via == self._device

    def _as_frames(
        self, place: int, row: SpaceRow, taken: list[EntryRow], brought: Brought
    ) -> list[frames.Entry]:
        whole = [one.position for one in taken if one.id not in brought.own and not self._is_named(one)]
        data = self._unit.data(row.no, whole)
        entries: list[frames.Entry] = []
        for one in taken:
            if one.id in brought.own:
                _add_own(entries, place, brought.own[one.id])
            elif self._is_named(one):
                _add_name(entries, place, one.id)
            else:
                entries.append(frames.Item(place, one.kind, data[one.position]))
        return entries

    def _compare(self, place: int, row: SpaceRow, theirs: Summary) -> Answer:
        """What the device lacks by its summary, as far as the budget goes, and what the hub lacks."""
        acts = self._unit.act_entries(row.no)
        links = self._unit.links(row.no)
        holdings = Holdings(
            (ActId(act_id) for _, act_id in acts),
            (Link(WriterId(w), n, SegmentId(i), SegmentId(p)) for _, w, n, i, p in links),
        )
        difference = holdings.compare(theirs)
        lacking: list[bytes] = [*difference.acts, *difference.segments]
        if theirs.final:
            lacking += difference.unsure
        positions = {link.id: link.position for link in links}
        positions.update({act_id: position for position, act_id in acts})
        items, is_all = self._items(place, row, [positions[one] for one in lacking])
        is_done = is_all and (theirs.final or not difference.unsure)
        status = Status.OK if is_done else Status.COMPARE
        result = SpaceResult(
            status, row.position, row.feed_hash, more=not is_all, compared=difference.compared
        )
        return Answer(result, items)

    def _items(self, place: int, row: SpaceRow, positions: Sequence[int]) -> tuple[list[frames.Entry], bool]:
        """The items at these positions as far as the budget goes, and whether that is all of them."""
        taken: list[int] = []
        kinds: dict[int, int] = {}
        for start in range(0, len(positions), PAGE):
            page = positions[start : start + PAGE]
            sized = self._unit.sized(row.no, page)
            for position in page:
                kind, size = sized[position]
                if not self._budget.takes(size + frames.ITEM_OVERHEAD):
                    break
                kinds[position] = kind
                taken.append(position)
            if len(taken) < start + len(page):
                break
        data = self._unit.data(row.no, taken)
        items = [frames.Item(place, kinds[position], data[position]) for position in taken]
        return list(items), len(taken) == len(positions)


def _add_own(entries: list[frames.Entry], place: int, index: int) -> None:
    """Say that the next entry is the request's item at this place, as part of the last frame if it can."""
    last = entries[-1] if entries else None
    if isinstance(last, frames.Own) and last.first + last.length == index and last.length < 0xFFFF:
        entries[-1] = last._replace(length=last.length + 1)
    else:
        entries.append(frames.Own(place, index, 1))


def _add_name(entries: list[frames.Entry], place: int, item_id: bytes) -> None:
    last = entries[-1] if entries else None
    if isinstance(last, frames.Names) and len(last.ids) < limits.NAMES_MAX:
        entries[-1] = last._replace(ids=(*last.ids, item_id))
    else:
        entries.append(frames.Names(place, (item_id,)))
