"""The full comparison: what two peers tell each other of what they hold, and what follows from it.

Within a space the segments of a writer form chains: each names the one before it by its hash. So a
peer that holds a segment and all before it down to some number is described by the id of the last one.
`Holdings` cuts its segments into *runs* (chains without gap; a fork begins a run of its own) and
tells of each run its first and last number and the ids at the last number, then 1, 3, 7, 15, ...
below it, and at the first. Acts are few and listed by id.

From `theirs` a peer learns what the other side holds for certain: each of their samples that it holds
too, and all before that one within their run. What lies between their highest common sample and the
next one up is *unsure*. The hub answers a summary with what it wants, and with its own runs of the
writers where something is unsure, so that the client can send exactly what is missing; the client's
next summary says `final`, and then whatever is not known to be held is sent.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

import msgspec

from delve_desktop.domain.errors import Malformed
from delve_desktop.domain.ids import ActId, SegmentId, WriterId

from . import limits

_Id = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
_Number = Annotated[int, msgspec.Meta(ge=1, le=limits.NUMBER_MAX)]
_Index = Annotated[int, msgspec.Meta(ge=0, lt=2**32)]


class Link(NamedTuple):
    """One segment's place in its chain."""

    writer: WriterId
    number: int
    id: SegmentId
    previous: SegmentId


class Run(msgspec.Struct, array_like=True, frozen=True):
    """A chain without gap: `samples` are the ids at `sample_numbers(first, last)`."""

    writer: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    first: _Number
    last: _Number
    samples: Annotated[tuple[_Id, ...], msgspec.Meta(min_length=1, max_length=64)]

    def check(self) -> None:
        """Raise `Malformed` unless the samples are those that the numbers call for."""
        if self.first > self.last or len(self.samples) != len(sample_numbers(self.first, self.last)):
            raise Malformed("A run of a summary does not have the samples it should.")


class Summary(msgspec.Struct, array_like=True, frozen=True):
    """What a peer holds of one space. `final`: the other side's wants were met as far as they can be."""

    acts: Annotated[tuple[_Id, ...], msgspec.Meta(max_length=limits.ACTS_MAX)]
    runs: Annotated[tuple[Run, ...], msgspec.Meta(max_length=limits.RUNS_MAX)]
    final: bool = False

    def check(self) -> None:
        """Raise `Malformed` for a run that is not one."""
        for run in self.runs:
            run.check()


class Want(msgspec.Struct, array_like=True, frozen=True):
    """Segments that the hub may lack: numbers `first` to `last` of the client's run at this place."""

    run: _Index
    first: _Number
    last: _Number


class Compared(msgspec.Struct, array_like=True, frozen=True):
    """The hub's answer to a summary: places of acts it lacks, what it wants of runs, some of its own runs."""

    acts: Annotated[tuple[_Index, ...], msgspec.Meta(max_length=limits.ACTS_MAX)]
    wants: Annotated[tuple[Want, ...], msgspec.Meta(max_length=limits.WANTS_MAX)]
    runs: Annotated[tuple[Run, ...], msgspec.Meta(max_length=limits.RUNS_MAX)]


@dataclass(slots=True)
class Difference:
    """What follows from the other side's summary; ids in the order this side was given them."""

    acts: list[ActId]  # they lack these
    segments: list[SegmentId]  # they lack these for certain
    unsure: list[SegmentId]  # they may lack these
    compared: Compared


def sample_numbers(first: int, last: int) -> list[int]:
    """Numbers whose ids a run tells: `last`, then 1, 3, 7, 15, ... below it, and `first`."""
    numbers = []
    step = 0
    while last - step > first:
        numbers.append(last - step)
        step = 2 * step + 1
    numbers.append(first)
    return numbers


Span = tuple[int, int]  # both ends included
_Spot = tuple[int, int]  # of a segment: its run, and its place in that run


class Holdings:
    """The acts and segments that one side holds of one space."""

    def __init__(self, acts: Iterable[ActId], links: Iterable[Link]) -> None:
        self._acts = list(acts)
        self._links = list(links)
        self._runs = _cut_into_runs(self._links)
        self._places: dict[bytes, _Spot] = {
            link.id: (index, at) for index, run in enumerate(self._runs) for at, link in enumerate(run)
        }

    def summary(self, *, final: bool = False) -> Summary:
        """What to tell the other side."""
        return Summary(tuple(self._acts), tuple(_run_of(links) for links in self._runs), final)

    def compare(self, theirs: Summary) -> Difference:
        """What they lack, and what to answer them. Raises `Malformed` for a summary that is none."""
        theirs.check()
        covered: dict[int, list[Span]] = defaultdict(list)
        unsure: dict[bytes, list[Span]] = defaultdict(list)
        wants: list[Want] = []
        for index, run in enumerate(theirs.runs):
            gaps = _complement(self._walk(run, covered), run.first, run.last)
            wants.extend(Want(index, first, last) for first, last in gaps)
            unsure[run.writer].extend(_without(gaps, sample_numbers(run.first, run.last)))
        certain_ids, unsure_ids = self._sort_out(covered, unsure)
        doubtful = [run for run in self._runs if unsure.get(run[0].writer)]
        they_have, i_have = set(theirs.acts), set(self._acts)
        compared = Compared(
            tuple(place for place, act in enumerate(theirs.acts) if act not in i_have),
            tuple(wants[: limits.WANTS_MAX]),
            tuple(_run_of(run) for run in doubtful[: limits.ANSWER_RUNS_MAX]),
        )
        acts = [act for act in self._acts if act not in they_have]
        return Difference(acts, certain_ids, unsure_ids, compared)

    def answer(self, sent: Summary, compared: Compared) -> tuple[list[ActId], list[SegmentId]]:
        """The acts and segments that the hub lacks, by its answer to the summary that was `sent`."""
        covered: dict[int, list[Span]] = defaultdict(list)
        wanted: dict[int, list[Span]] = defaultdict(list)
        for run in compared.runs:
            run.check()
            self._walk(run, covered)
        for want in compared.wants:
            if want.run >= len(sent.runs):
                raise Malformed("The hub wants a run that was not offered.")
            place = self._places.get(sent.runs[want.run].samples[0])
            if place is not None:
                self._descend(place, want.first, wanted, want.last)
        if any(place >= len(sent.acts) for place in compared.acts):
            raise Malformed("The hub wants an act that was not offered.")
        known, asked = self._ids_in(covered), self._ids_in(wanted)
        segments = [link.id for link in self._links if link.id in asked and link.id not in known]
        return [ActId(sent.acts[place]) for place in compared.acts], segments

    def _walk(self, theirs: Run, covered: dict[int, list[Span]]) -> list[Span]:
        """Note what is held on both sides of this run of theirs; returns the numbers, highest first."""
        spans: list[Span] = []
        low = theirs.last + 1
        for number, sample in zip(sample_numbers(theirs.first, theirs.last), theirs.samples, strict=True):
            place = self._places.get(sample)
            if number >= low or place is None:
                continue
            link = self._runs[place[0]][place[1]]
            if (link.writer, link.number) == (theirs.writer, number):
                low = self._descend(place, theirs.first, covered, number)
                spans.append((low, number))
        return spans

    def _descend(self, place: _Spot, first: int, spans: dict[int, list[Span]], last: int) -> int:
        """Follow the chain down from here to number `first` or to a gap, noting places up to number
        `last`; returns the lowest number reached.
        """
        at_place: _Spot | None = place
        lowest = first
        while at_place is not None:
            index, top = at_place
            start = self._runs[index][0].number
            bottom = max(first - start, 0)
            top = min(top, last - start)
            if bottom <= top:
                spans[index].append((bottom, top))
            lowest = start + bottom
            at_place = self._before(index) if start > first else None
        return lowest

    def _before(self, index: int) -> _Spot | None:
        """The place of the segment that a run continues, where the run is a branch."""
        start = self._runs[index][0]
        place = self._places.get(start.previous)
        if place is None or not _follows(self._runs[place[0]][place[1]], start):
            return None
        return place

    def _sort_out(
        self, covered: dict[int, list[Span]], unsure: dict[bytes, list[Span]]
    ) -> tuple[list[SegmentId], list[SegmentId]]:
        held = self._ids_in(covered)
        merged = {writer: _merge(spans) for writer, spans in unsure.items()}
        certain_ids: list[SegmentId] = []
        unsure_ids: list[SegmentId] = []
        for link in self._links:
            if link.id not in held:
                doubtful = _contains(merged.get(link.writer, ()), link.number)
                (unsure_ids if doubtful else certain_ids).append(link.id)
        return certain_ids, unsure_ids

    def _ids_in(self, spans: dict[int, list[Span]]) -> set[SegmentId]:
        return {
            link.id
            for index, places in spans.items()
            for bottom, top in _merge(places)
            for link in self._runs[index][bottom : top + 1]
        }


def _follows(link: Link, following: Link) -> bool:
    return (
        following.previous == link.id
        and following.writer == link.writer
        and following.number == link.number + 1
    )


def _cut_into_runs(links: list[Link]) -> list[list[Link]]:
    """Chains without gap, in the order of writer, first number and id; every segment is in one of them."""
    by_id = {link.id: link for link in links}
    after: dict[SegmentId, list[Link]] = defaultdict(list)
    starts: list[Link] = []
    for link in sorted(by_id.values(), key=lambda link: (link.writer, link.number, link.id)):
        before = by_id.get(link.previous)
        if before is not None and _follows(before, link):
            after[before.id].append(link)
        else:
            starts.append(link)
    runs: list[list[Link]] = []
    while starts:
        run = [starts.pop()]
        while branches := after.get(run[-1].id):
            starts.extend(branches[1:])
            run.append(branches[0])
        runs.append(run)
    return sorted(runs, key=lambda run: (run[0].writer, run[0].number, run[0].id))


def _run_of(links: list[Link]) -> Run:
    first, last = links[0].number, links[-1].number
    samples = tuple(links[number - first].id for number in sample_numbers(first, last))
    return Run(links[0].writer, first, last, samples)


def _merge(spans: Iterable[Span]) -> list[Span]:
    """The same numbers as ascending spans apart from each other."""
    merged: list[Span] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _complement(spans: Iterable[Span], first: int, last: int) -> list[Span]:
    """What of `first` to `last` is in none of the spans."""
    gaps: list[Span] = []
    at = first
    for bottom, top in _merge(spans):
        if at < bottom:
            gaps.append((at, bottom - 1))
        at = max(at, top + 1)
    if at <= last:
        gaps.append((at, last))
    return gaps


def _without(spans: Iterable[Span], numbers: Iterable[int]) -> list[Span]:
    """The spans with these single numbers taken out."""
    points = sorted(numbers)
    left: list[Span] = []
    for first, last in spans:
        inside = points[bisect_left(points, first) : bisect_right(points, last)]
        left.extend(_complement(((point, point) for point in inside), first, last))
    return left


def _contains(spans: Sequence[Span], number: int) -> bool:
    at = bisect_right(spans, (number, limits.NUMBER_MAX)) - 1
    return at >= 0 and spans[at][0] <= number <= spans[at][1]
