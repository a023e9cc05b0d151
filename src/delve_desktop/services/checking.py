"""What `verify` looks at in one space: acts, segments, chains, records and index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import OpId, SpaceId, op_id
from delve_desktop.domain.links import links_of
from delve_desktop.domain.merge import merge
from delve_desktop.domain.ops import decode
from delve_desktop.domain.state import RecordState, encode_state
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.frames import ACT, SEGMENT
from delve_desktop.store.attached import attached_rows
from delve_desktop.store.migrations import UNFILLED
from delve_desktop.store.projection import project
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import Listed, OpRow, StoredAct, StoredSegment
from delve_desktop.sync.members import membership_of
from delve_desktop.sync.opening import open_segment
from delve_desktop.sync.permits import why_not_merged
from delve_desktop.sync.taking import check, digested_ids

STATES: Final = ("stored", "applied", "parked", "quarantined", "failed")
AT_ONCE: Final = 64  # segments in memory
MANY: Final = 1_000_000  # records


class SpaceCheck:
    """One pass over a space within one snapshot; `findings` says in plain sentences what is wrong."""

    def __init__(self, unit: ReadUnit, space: SpaceId) -> None:
        self._unit = unit
        self._space = space
        self._logged: set[OpId] = set()  # ops in segments that are marked as applied
        self._sealed: set[OpId] = set()  # those of them that this vault sealed itself
        self._unreadable: set[bytes] = set()
        self._due = {due.record for due in unit.due_records(MANY) if due.space == space}
        self._membership = membership_of(unit, space)
        self._is_unfilled = unit.meta(UNFILLED) is not None  # lists follow a change of the format
        self._is_merged = not why_not_merged(self._membership)  # else only what is stored can be looked at
        self.positions: set[int] = set()  # of the records outside the bin
        self._by_facet: dict[tuple[str, str], set[int]] = {}
        self._by_title: dict[str, list[tuple[str, int]]] = {}  # by kind: sort key and position
        self.findings: list[str] = []
        self.counts: Counter[str] = Counter()

    def run(self) -> None:
        """Look at everything."""
        self._acts()
        self._segments()
        self._chains()
        self._records()
        self._lists()
        self._digest()
        self.counts["parked"] = self._unit.parked_count(self._space)
        self.counts["quarantined"] = self._unit.quarantined_count(self._space)

    def _find(self, sentence: str) -> None:
        self.findings.append(sentence)

    def _acts(self) -> None:
        for act in self._unit.acts(self._space):
            self.counts["acts"] += 1
            arrival = check(self._space, ACT, act.data, "")
            if not isinstance(arrival, StoredAct):
                self._find(f"Act {_short(act.id)}: {arrival.reason}")
            elif (arrival.id, arrival.author, arrival.kind) != (act.id, act.author, act.kind):
                self._find(f"Act {_short(act.id)} is kept under another name than its own.")

    def _segments(self) -> None:
        keys = self._unit.epoch_keys(self._space)
        for stored in _segments_of(self._unit, self._space):
            self.counts["segments"] += 1
            if not self._is_itself(stored) or stored.state != "applied" or not self._is_merged:
                continue
            try:
                opened = open_segment(stored, self._membership, keys)
            except DelveError as error:
                self._find(f"Segment {_short(stored.id)} was applied and cannot be opened: {error}")
                continue
            self._logged.update(op.id for op in opened.ops)
            if not stored.via:
                self._sealed.update(op.id for op in opened.ops)
            self._unreadable.update(bad.id for bad in opened.unreadable)

    def _is_itself(self, stored: StoredSegment) -> bool:
        arrival = check(self._space, SEGMENT, stored.data, stored.via)
        if not isinstance(arrival, StoredSegment):
            self._find(f"Segment {_short(stored.id)}: {arrival.reason}")
            return False
        if _place(arrival) != _place(stored):
            self._find(f"Segment {_short(stored.id)} is kept under another name than its own.")
            return False
        return True

    def _chains(self) -> None:
        """Gaps and forks are counted: a gap closes when the missing segment comes, a fork stays.

        What follows a segment that is not here is a gap, though another branch has its number: each
        segment's signature covers the one before it, so nothing else can have come between.
        """
        links = self._unit.chain(self._space)
        here = {link.id for link in links}
        places = Counter((link.writer, link.number) for link in links)
        self.counts["forks"] = sum(count > 1 for count in places.values())
        self.counts["gaps"] = sum(link.number > 1 and link.previous not in here for link in links)

    def _records(self) -> None:
        seen: set[OpId] = set()
        for state in self._unit.states(self._space):
            self.counts["records"] += 1
            rows = self._unit.ops_of(state.record)
            self.counts["ops"] += len(rows)
            self._log_of(state, rows)
            # of the outbox those as well that a copy of this vault sealed and sent first
            seen.update(row.id for row in rows if row.segment or row.id not in self._sealed)
            self._shown(state)
        problems = {one for one, item in self._unit.problem_items(self._space).items() if item == "op"}
        missing = self._logged - seen - problems
        if len(missing) > self._unit.waiting_count(self._space):
            self._find(f"{len(missing)} changes of the log are in no record.")
        if self._unreadable - problems:
            self._find(f"{len(self._unreadable - problems)} unreadable changes are not noted as such.")

    def _log_of(self, state: RecordState, rows: list[OpRow]) -> None:
        """The ops are what their ids say, come from segments or the outbox, and merge to the state."""
        known = []
        for row in rows:
            if op_id(self._space, row.device, row.body) != row.id:
                self._find(f"Change {_short(row.id)} is not what its id says.")
            elif row.segment and row.id not in self._logged and self._is_merged:
                self._find(f"Change {_short(row.id)} is in no segment that was applied.")
            known.append(KnownOp(row.id, row.device, decode(row.body)))
        merged = self._is_merged and state.record not in self._due
        if merged and encode_state(merge(state.record, known)) != encode_state(state):
            self._find(f"Record {_short(state.record)} is not what its changes make of it.")

    def _shown(self, state: RecordState) -> None:
        line = self._unit.line(state.record)
        shown = project(state)
        wanted = (shown.title, state.kind, state.in_bin)
        same = (line.title, line.kind, line.in_bin) == wanted
        told = (line.snippet, line.place) == (shown.snippet, shown.place)
        if not same or not (told or self._is_unfilled):
            self._find(f"The list shows record {_short(state.record)} otherwise than it is.")
        if self._unit.links_from(state.record) != sorted(links_of(state)):
            self._find(f"The links of record {_short(state.record)} are kept otherwise than they are.")
        if self._unit.attached_at(line.row) != attached_rows(line.row, state):
            self._find(f"The attachments of record {_short(state.record)} are kept otherwise than they are.")
        if not state.in_bin:
            self.positions.add(line.position)
            self._by_title.setdefault(state.kind, []).append((shown.sort_key, line.position))
            for facet in shown.facets:
                self._by_facet.setdefault(facet, set()).add(line.position)

    def _lists(self) -> None:
        """Lists narrowed by each facet, and those from A to Z, hold what the records say."""
        if self._is_unfilled:
            return
        for facet in {*self._by_facet, *self._unit.facet_values(self._space, None)}:
            name, value = facet
            found = self._unit.positions(Listed(self._space, facets=((name, (value,)),)))
            if set(found) != self._by_facet.get(facet, set()):
                self._find(f"A list narrowed by {name} does not hold exactly the records that say so.")
        for kind, titled in self._by_title.items():
            found = self._unit.positions(Listed(self._space, kind, sort="title"))
            if list(found) != [position for _, position in sorted(titled)]:
                self._find(f"The list of kind {kind} is not in the order of its titles.")

    def _digest(self) -> None:
        whole = SetDigest()
        for one in digested_ids(self._unit, self._space):
            whole.add(one)
        kept = self._unit.space(self._space).digest
        if kept and SetDigest(kept).value() != whole.value():
            self._find("The sum over all acts and segments is not the one that was kept.")


def _segments_of(unit: ReadUnit, space: SpaceId) -> Iterator[StoredSegment]:
    after = 0
    while found := unit.segments_in(STATES, AT_ONCE, after):
        yield from (one for one in found if one.space == space)
        after = found[-1].seq


def _place(stored: StoredSegment) -> tuple[bytes | int, ...]:
    return (
        stored.id,
        stored.space,
        stored.device,
        stored.writer,
        stored.number,
        stored.previous,
        stored.epoch,
    )


def _short(name: bytes) -> str:
    return name.hex()[:12]
