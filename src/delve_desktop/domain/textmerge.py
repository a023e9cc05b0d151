"""Versions of a long text -> one text, merged when it is read.

All versions are compared by line with one base, their nearest common ancestor. Changes that several
made alike count once; changes that touch - also an insertion beside a deletion, or two insertions at
one place - become a block that shows each version; the others join. So every changed stretch comes
from one version as a whole: nobody's words are ever mixed into another's. Versions that one op made
are the exception: its author saw them merged and left them differing in the blocks alone, so there
they are compared with each other. See `docs/merging.md`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from operator import attrgetter
from typing import Final

from msgspec.structs import replace

from .ids import VersionId, op_of_version, version_id
from .mergedtext import Alternative, Block, Chunk, MergedText, Plain, joined_chunks, whole_text
from .splicedtext import plain
from .state import Version, display_key
from .textdiff import Hunk, diff_lines, lines_of
from .versiongraph import VersionGraph, Versions

MAX_DEPTH: Final = 8  # bases that are merges of bases that are merges ...
MAX_VERSIONS: Final = 64  # to compare with each other; as many as an op can have parents
MAX_MERGES: Final = 64  # merges of bases in one merge
MAX_LINES: Final = 200_000  # to compare in one merge; whole versions are shown where there are more

Lines = tuple[str, ...]

_START: Final = attrgetter("start")
_END: Final = attrgetter("end")

DISPUTED: Final = "\n"  # stands in a base for a block; no line of a text is equal to it


def merge_texts(versions: Iterable[Version], known: Versions) -> MergedText:
    """One text made of all these versions, whose values are texts.

    `known` has each of them and every version that they were made from. In a block, alternatives are
    in display order. Where no base can be found, the only chunk is a block of whole versions.
    """
    standing = [replace(one, value=plain(one.value)) for one in sorted(versions, key=display_key)]
    if not standing:
        return whole_text("")
    if len({version.value for version in standing}) == 1:
        return whole_text(standing[0].value)
    if made_by_one_op(standing):
        return _merged_siblings(standing)
    ids = tuple(version.id for version in standing)
    return _TextMerge(VersionGraph(ids, known)).merged(ids, 0)


def made_by_one_op(versions: Iterable[Version]) -> bool:
    """Whether these versions can be merged without those they were made from."""
    return len({op_of_version(version.id) for version in versions}) == 1


def carried_from(version: Version, known: Versions) -> Version:
    """The version whose words in a block this one carries: itself, or the one it was saved along with.

    A save outside of a block writes every standing version anew, by whoever saved. Who is to be named
    beside an alternative is the author of what was carried along.
    """
    while version_id(op_of_version(version.id), 1) in known and version.bases:
        version = known[version.bases[0]]
    return version


def _merged_siblings(versions: list[Version]) -> MergedText:
    sides = _sides((version.id, version.value) for version in versions)
    base = sides[0].lines
    for side in sides:
        side.hunks = diff_lines(base, side.lines)
    stretches = sorted({(hunk.start, hunk.end) for side in sides for hunk in side.hunks})
    for side in sides:
        side.reverted = stretches  # the first is not older than the others: it has a say everywhere
    return pooled(base, sides, base_is_older=False)


class _Side:
    """One text, the versions that have it, and where it differs from the base.

    `reverted` are stretches of the base, in order, that others changed with this text's forebears, and
    that are as they were in this text: somebody undid the change, so the text has a say there.
    """

    def __init__(self, text: str) -> None:
        self.lines = lines_of(text)
        self.versions: list[VersionId] = []
        self.hunks: list[Hunk] = []
        self.reverted: list[tuple[int, int]] = []

    def touches(self, start: int, end: int) -> bool:
        first = bisect_left(self.hunks, start, key=_END)
        return first < len(self.hunks) and self.hunks[first].start <= end

    def says(self, base: Lines, start: int, end: int) -> Lines:
        """What this text has in place of a stretch of the base that cuts none of its hunks."""
        lines: list[str] = []
        for at in range(bisect_left(self.hunks, start, key=_START), len(self.hunks)):
            hunk = self.hunks[at]
            if hunk.end > end:
                break
            lines += (*base[start : hunk.start], *hunk.lines)
            start = hunk.end
        return (*lines, *base[start:end])

    def undid(self, start: int, end: int) -> bool:
        """Whether something in this stretch was changed by others and taken back in this text."""
        first = bisect_left(self.reverted, (start, 0))
        return first < len(self.reverted) and self.reverted[first][1] <= end


class _TextMerge:
    def __init__(self, graph: VersionGraph) -> None:
        self._graph = graph
        self._merges_left = MAX_MERGES
        self._lines_left = MAX_LINES
        self._bases: dict[tuple[int, tuple[VersionId, ...]], Lines | None] = {}

    def merged(self, versions: tuple[VersionId, ...], depth: int) -> MergedText:
        sides = _sides((version, self._graph.text(version) or "") for version in versions)
        if len(sides) == 1:
            return MergedText((Plain(sides[0].lines),))
        nearest = self._graph.nearest(versions)
        base = self._base(nearest, depth) if len(versions) <= MAX_VERSIONS else None
        if base is None or not self._may_compare(base, *(side.lines for side in sides)):
            return _whole(sides)
        for side in sides:
            side.hunks = diff_lines(base, side.lines)
        if len(versions) > 2 and not self._note_reversals(sides, nearest, base, depth):
            return _whole(sides)
        return pooled(base, sides)

    def _may_compare(self, base: Lines, *others: Lines) -> bool:
        """Whether comparing these with the base lies within what is left of `MAX_LINES`."""
        self._lines_left -= sum(len(base) + len(lines) for lines in others)
        return self._lines_left >= 0

    def _base(self, nearest: tuple[VersionId, ...], depth: int) -> Lines | None:
        """What these common ancestors amount to; None when that is nothing one can build on.

        Where they are in dispute themselves, a line that equals no other stands in for the block: all
        that was made of it since counts as a change there.
        """
        texts = [text for text in map(self._graph.text, nearest) if text is not None]
        if not texts or len(texts) < len(nearest):
            return None
        if len(texts) == 1:
            return lines_of(texts[0])
        if (depth, nearest) not in self._bases:
            base = None
            if depth < MAX_DEPTH and self._merges_left:
                self._merges_left -= 1
                merged = self.merged(nearest, depth + 1)
                base = None if any(block.whole for block in merged.blocks) else _as_base(merged)
            self._bases[depth, nearest] = base
        return self._bases[depth, nearest]

    def _note_reversals(
        self, sides: list[_Side], nearest: tuple[VersionId, ...], base: Lines, depth: int
    ) -> bool:
        """Find what one of three or more versions undid and another has; False if one cannot tell.

        Two versions may have more in common than all of them do. Where their own base changed
        something that one of them then took back, that one equals the common base and would seem to
        have no say: a step that somebody deleted would silently return.
        """
        changes: dict[tuple[VersionId, ...], list[Hunk]] = {nearest: []}
        undone: dict[_Side, set[tuple[int, int]]] = defaultdict(set)
        held = [(version, side) for side in sides for version in side.versions]
        for (first, one), (second, other) in combinations(held, 2):
            nearer = nearest if one is other else self._graph.nearest((first, second))
            if nearer not in changes:
                shared = self._base(nearer, depth)
                if shared is None or not self._may_compare(base, shared):
                    return False
                changes[nearer] = diff_lines(base, shared)
            for change in changes[nearer]:
                stretch = change.start, change.end
                if one.touches(*stretch) and not other.touches(*stretch):
                    undone[other].add(stretch)
                elif other.touches(*stretch) and not one.touches(*stretch):
                    undone[one].add(stretch)
        for side, stretches in undone.items():
            side.reverted = sorted(stretches)
        return True


def _sides(texts: Iterable[tuple[VersionId, str]]) -> list[_Side]:
    sides: dict[str, _Side] = {}
    for version, text in texts:
        sides.setdefault(text, _Side(text)).versions.append(version)
    return list(sides.values())


def _as_base(merged: MergedText) -> Lines:
    return tuple(
        line for chunk in merged.chunks for line in (chunk.lines if isinstance(chunk, Plain) else (DISPUTED,))
    )


def _whole(sides: list[_Side]) -> MergedText:
    return MergedText(
        (Block(tuple(Alternative(tuple(side.versions), side.lines) for side in sides), whole=True),)
    )


def pooled(base: Lines, sides: list[_Side], *, base_is_older: bool = True) -> MergedText:
    """The base with every side's changes; those that touch make a block unless they agree."""
    stretches = sorted(
        {(hunk.start, hunk.end) for side in sides for hunk in side.hunks}
        | {stretch for side in sides for stretch in side.reverted}
    )
    chunks: list[Chunk] = []
    done = 0
    for start, end in _clusters(stretches):
        chunks.append(Plain(base[done:start]))
        said = _said(base, sides, start, end)
        older = base[start:end] if base_is_older and DISPUTED not in base[start:end] else None
        chunks += [Plain(next(iter(said)))] if len(said) == 1 else _block(said, older)
        done = end
    chunks.append(Plain(base[done:]))
    return joined_chunks(chunks)


def _clusters(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap or meet made one."""
    clusters: list[tuple[int, int]] = []
    for start, end in stretches:
        if clusters and start <= clusters[-1][1]:
            clusters[-1] = clusters[-1][0], max(end, clusters[-1][1])
        else:
            clusters.append((start, end))
    return clusters


def _said(base: Lines, sides: list[_Side], start: int, end: int) -> dict[Lines, list[VersionId]]:
    """What is said in place of a stretch of the base, and by which versions."""
    said: dict[Lines, list[VersionId]] = {}
    for side in sides:
        if side.touches(start, end) or side.undid(start, end):
            said.setdefault(side.says(base, start, end), []).extend(side.versions)
    return said


def _block(said: dict[Lines, list[VersionId]], before: Lines | None) -> list[Chunk]:
    """A block, between the lines with which all of its alternatives begin and end."""
    ahead = _common([*said])
    behind = _common([lines[ahead:][::-1] for lines in said])
    first = next(iter(said))
    alternatives = tuple(
        Alternative(tuple(versions), lines[ahead : len(lines) - behind]) for lines, versions in said.items()
    )
    return [
        Plain(first[:ahead]),
        Block(alternatives, before),
        Plain(first[len(first) - behind :]),
    ]


def _common(said: list[Lines]) -> int:
    """How many lines all begin with."""
    count = 0
    for lines in zip(*said, strict=False):
        if len(set(lines)) > 1:
            break
        count += 1
    return count
