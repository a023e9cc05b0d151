"""Differences between two texts, by line and by code point.

A text with n line feeds has n + 1 lines, an empty one none, so that splitting and joining lose
nothing. Work is bounded by a count that depends on the number of lines alone; where it runs out, a
whole stretch counts as replaced. The result is a function of the two texts: every laptop finds the
same.

Lines that occur once on both sides are anchors (patience diff, Bram Cohen); what lies between them is
aligned by E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. Blank lines are aligned
only next to other lines: in a passage that was rewritten, the empty lines between paragraphs are no
reason to tear old and new apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from .errors import Malformed

WORK_AT_LEAST: Final = 50_000  # steps, each about one comparison
WORK_PER_LINE: Final = 10
MAX_SPLICED_TEXT: Final = 64 * 1024  # code points: a few small ops must not make many huge versions


class Hunk(NamedTuple):
    """The lines from `start` up to `end` of the old text became `lines`."""

    start: int
    end: int
    lines: tuple[str, ...]


class Splice(NamedTuple):
    """At `offset` of the old text, `removed` code points gave way to `inserted`."""

    offset: int
    removed: int
    inserted: str


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, without their line feeds; an empty text has none."""
    return tuple(text.split("\n")) if text else ()


def diff_lines(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """What became of the old lines, in order; between two hunks at least one line is unchanged."""
    counterpart = _Alignment(old, new).counterpart
    hunks: list[Hunk] = []
    start = new_start = 0
    for position, other in enumerate([*counterpart, len(new)]):
        if other < 0:
            continue
        if position > start or other > new_start:
            hunks.append(Hunk(start, position, tuple(new[new_start:other])))
        start, new_start = position + 1, other + 1
    return _slid(hunks, old)


def _slid(hunks: list[Hunk], old: Sequence[str]) -> list[Hunk]:
    """Lines that were only inserted, or only removed, as far down as they can be said to be.

    Where a line equals the one behind the stretch, either may count as the changed one. Two people's
    changes can only be compared if it is always the same.
    """
    result: list[Hunk] = []
    below = len(old) + 1  # where the next hunk starts
    for start, end, lines in reversed(hunks):
        moved = 0
        if start == end:
            while (
                start + moved < min(len(old), below - 1) and old[start + moved] == lines[moved % len(lines)]
            ):
                moved += 1
            turn = moved % len(lines)
            lines = lines[turn:] + lines[:turn]  # noqa: PLW2901
        elif not lines:
            while end + moved < min(len(old), below - 1) and old[end + moved] == old[start + moved]:
                moved += 1
        result.append(Hunk(start + moved, end + moved, lines))
        below = start + moved
    result.reverse()
    return result


class _Alignment:
    """Which old line is which new line: `counterpart[i]` is its index in the new text, or -1."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        numbers: dict[str, int] = {}
        self._old = [numbers.setdefault(line, len(numbers)) for line in old]
        self._new = [numbers.setdefault(line, len(numbers)) for line in new]
        self._blank = {number for line, number in numbers.items() if not line or line.isspace()}
        self._work = WORK_AT_LEAST + WORK_PER_LINE * (len(old) + len(new))
        self.counterpart = [-1] * len(old)
        gaps = [(0, len(old), 0, len(new))]
        while gaps:
            gaps += reversed(self._aligned(*gaps.pop()))

    def _aligned(self, low: int, high: int, new_low: int, new_high: int) -> list[tuple[int, int, int, int]]:
        """Align what can be aligned in this gap; the gaps that remain, in order."""
        old, new = self._old, self._new
        self._work -= high - low + new_high - new_low
        while low < high and new_low < new_high and old[low] == new[new_low]:
            self.counterpart[low] = new_low
            low, new_low = low + 1, new_low + 1
        while low < high and new_low < new_high and old[high - 1] == new[new_high - 1]:
            high, new_high = high - 1, new_high - 1
            self.counterpart[high] = new_high
        if low == high or new_low == new_high or self._work <= 0:
            return []
        anchors = self._anchors(low, high, new_low, new_high) or self._aligned_by_edits(
            low, high, new_low, new_high
        )
        if not anchors:
            return []
        remaining = []
        for at, other in anchors:
            self.counterpart[at] = other
            remaining.append((low, at, new_low, other))
            low, new_low = at + 1, other + 1
        remaining.append((low, high, new_low, new_high))
        return remaining

    def _anchors(self, low: int, high: int, new_low: int, new_high: int) -> list[tuple[int, int]]:
        """Pairs of lines that occur once on both sides: the longest run that ascends on both."""
        here = Counter(self._old[low:high])
        there = Counter(self._new[new_low:new_high])
        where = {
            line: position
            for position, line in enumerate(self._new[new_low:new_high], new_low)
            if there[line] == 1 and here.get(line) == 1 and line not in self._blank
        }
        pairs = [(at, where[self._old[at]]) for at in range(low, high) if self._old[at] in where]
        return _longest_ascending(pairs)

    def _aligned_by_edits(self, low: int, high: int, new_low: int, new_high: int) -> list[tuple[int, int]]:
        """Pairs of lines after the fewest edits, as far as the work allowed goes."""
        # a line that the other side lacks is in no alignment: leaving it out makes the rest cheap
        shared = set(self._old[low:high]) & set(self._new[new_low:new_high]) - self._blank
        mine = [at for at in range(low, high) if self._old[at] in shared]
        theirs = [at for at in range(new_low, new_high) if self._new[at] in shared]
        if not mine:
            return []
        pairs, self._work = _fewest_edits(
            [self._old[at] for at in mine], [self._new[at] for at in theirs], self._work
        )
        return [(mine[at], theirs[other]) for at, other in pairs]


def _longest_ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs that ascend in the first, the longest selection that ascends in the second too."""
    tops: list[int] = []  # the smallest second element that ends a run of each length
    ends: list[int] = []  # which pair that is
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        length = bisect_left(tops, other)
        before.append(ends[length - 1] if length else -1)
        if length == len(tops):
            tops.append(other)
            ends.append(index)
        else:
            tops[length], ends[length] = other, index
    chosen: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    chosen.reverse()
    return chosen


def _fewest_edits(old: list[int], new: list[int], work: int) -> tuple[list[tuple[int, int]], int]:
    """Pairs of equal elements in a shortest edit script, and the work left; no pairs if it runs out."""
    reach: dict[int, int] = {1: 0}  # diagonal -> how far into `old` the furthest path on it gets
    trace: list[dict[int, int]] = []
    for edits in range(len(old) + len(new) + 1):
        work -= 2 * edits + 1
        if work <= 0:
            break
        trace.append(reach.copy())
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
            at = reach[diagonal + 1] if down else reach[diagonal - 1] + 1
            other, begun = at - diagonal, at
            while at < len(old) and other < len(new) and old[at] == new[other]:
                at, other = at + 1, other + 1
            work -= at - begun
            reach[diagonal] = at
            if at >= len(old) and other >= len(new):
                return _pairs_on_path(trace, len(old), len(new)), work
    return [], max(work, 0)


def _pairs_on_path(trace: list[dict[int, int]], at: int, other: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for edits in range(len(trace) - 1, -1, -1):
        reach, diagonal = trace[edits], at - other
        down = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
        previous = diagonal + 1 if down else diagonal - 1
        came_from = reach[previous] if edits else 0
        while at > came_from + (0 if down or not edits else 1) and other > 0 and at > 0:
            at, other = at - 1, other - 1
            pairs.append((at, other))
        at, other = came_from, came_from - previous
    pairs.reverse()
    return pairs


def splices(old: str, new: str) -> list[Splice]:
    """Splices that make the new text of the old one, ascending and apart.

    Lines that changed, each stretch without the code points that its two ends share.
    """
    if not old:
        return [Splice(0, 0, new)] if new else []
    old_lines = lines_of(old)
    starts = [0]
    for line in old_lines:
        starts.append(starts[-1] + len(line) + 1)
    found: list[Splice] = []
    for hunk in diff_lines(old_lines, lines_of(new)):
        at, end = starts[hunk.start], starts[hunk.end]
        inserted = "".join(line + "\n" for line in hunk.lines)
        if hunk.end == len(old_lines):  # the last line has no line feed behind it
            end, inserted = end - 1, inserted[:-1]
            if hunk.start:  # so this stretch begins with the one before it
                at, inserted = at - 1, "\n" + inserted if hunk.lines else ""
        found.append(_trimmed(at, old[at:end], inserted))
    return _apart(found, old)


def _trimmed(at: int, removed: str, inserted: str) -> Splice:
    ahead = _common(removed, inserted)
    removed, inserted = removed[ahead:], inserted[ahead:]
    behind = _common(removed[::-1], inserted[::-1])
    return Splice(at + ahead, len(removed) - behind, inserted[: len(inserted) - behind])


def _common(one: str, other: str) -> int:
    """Length of the common beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _apart(found: list[Splice], old: str) -> list[Splice]:
    """Join splices that meet: the one at the end of the text may reach back to the one before."""
    result: list[Splice] = []
    for splice in found:
        if result and result[-1].offset + result[-1].removed >= splice.offset:
            before = result.pop()
            splice = Splice(  # noqa: PLW2901
                before.offset,
                splice.offset + splice.removed - before.offset,
                before.inserted + old[before.offset + before.removed : splice.offset] + splice.inserted,
            )
        result.append(splice)
    return result


def spliced_length(length: int, edits: Any) -> int:
    """Code points of what `[offset, removed, inserted]` edits make of a text of this length.

    Splices ascend and stay apart: each begins behind the end of the one before. Raises `Malformed`
    when they do not, or reach beyond the text, or are not splices at all, and when the result has more
    than `MAX_SPLICED_TEXT` code points.
    """
    if not isinstance(edits, list | tuple):
        raise Malformed("Splices are a list.")
    done = -1  # where the next splice must begin behind
    made = length
    for edit in edits:
        if not isinstance(edit, list | tuple) or len(edit) != 3:
            raise Malformed("A splice is an offset, a count and a text.")
        offset, removed, inserted = edit
        if type(offset) is not int or type(removed) is not int or not isinstance(inserted, str):
            raise Malformed("A splice is an offset, a count and a text.")
        if offset <= done or removed < 0 or offset + removed > length:
            raise Malformed("A splice lies outside the text or upon another.")
        made += len(inserted) - removed
        done = offset + removed
    if made > MAX_SPLICED_TEXT:
        raise Malformed("Splices make a text longer than any text can be.")
    return made


def apply_splices(text: str, edits: Any) -> str:
    """The text with each edit applied; raises as `spliced_length` does."""
    spliced_length(len(text), edits)
    parts: list[str] = []
    done = 0
    for offset, removed, inserted in edits:
        parts += (text[done:offset], inserted)
        done = offset + removed
    parts.append(text[done:])
    return "".join(parts)
