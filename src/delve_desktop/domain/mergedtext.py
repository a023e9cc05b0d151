"""What a person sees of a text of which several versions stand, and what they make of it.

A merged text is a sequence of chunks: agreed lines (`Plain`), and places where versions overlap
(`Block`), each holding every version's lines. An edited text is such a sequence again, in which a
block is either still there, as the same object or an equal one, or was settled: its place is taken by
the lines the person left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .ids import VersionId
from .textdiff import Hunk, diff_lines, lines_of


@dataclass(frozen=True, slots=True)
class Plain:
    """Lines that nobody disputes."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """What these versions say in a block; no lines if they have nothing there."""

    versions: tuple[VersionId, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A place where versions overlap, in display order; two alternatives at least.

    `before` are the lines that the common ancestor had there, None if that is not known. Versions
    that no alternative names have no say here. `whole`: nothing in common was found, so whole
    versions are shown.
    """

    alternatives: tuple[Alternative, ...]
    before: tuple[str, ...] | None = None
    whole: bool = False

    def lines_for(self, version: VersionId) -> tuple[str, ...]:
        """What stands here in a version; one that has no say here goes with the first that has."""
        for alternative in self.alternatives:
            if version in alternative.versions:
                return alternative.lines
        return self.alternatives[0].lines


Chunk = Plain | Block


@dataclass(frozen=True, slots=True)
class MergedText:
    """One text made of all standing versions; two chunks of `Plain` never follow each other."""

    chunks: tuple[Chunk, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The places in dispute, in order."""
        return tuple(chunk for chunk in self.chunks if isinstance(chunk, Block))

    @property
    def has_blocks(self) -> bool:
        """Whether somebody has to decide."""
        return any(isinstance(chunk, Block) for chunk in self.chunks)

    @property
    def text(self) -> str:
        """The whole as one text; in a block, lines of marks part the versions (`opening`, `CLOSING`)."""
        return "\n".join(line for chunk in self.chunks for line in _shown(chunk))

    def text_for(self, version: VersionId) -> str:
        """The whole as one text that goes with this version in every block."""
        return "\n".join(
            line
            for chunk in self.chunks
            for line in (chunk.lines if isinstance(chunk, Plain) else chunk.lines_for(version))
        )


CLOSING: Final = "⟦=⟧"


def opening(number: int) -> str:
    """The line above the alternative with this number, from 1."""
    return f"⟦{number}⟧"


def whole_text(text: str) -> MergedText:
    """A text in which nothing is in dispute."""
    return joined_chunks([Plain(lines_of(text))])


def joined_chunks(chunks: Sequence[Chunk]) -> MergedText:
    """These chunks, without empty ones and with neighbouring agreed lines in one."""
    result: list[Chunk] = []
    for chunk in chunks:
        if isinstance(chunk, Plain) and result and isinstance(result[-1], Plain):
            result[-1] = Plain(result[-1].lines + chunk.lines)
        elif isinstance(chunk, Block) or chunk.lines:
            result.append(chunk)
    return MergedText(tuple(result))


def _shown(chunk: Chunk) -> list[str]:
    if isinstance(chunk, Plain):
        return list(chunk.lines)
    shown: list[str] = []
    for number, alternative in enumerate(chunk.alternatives, 1):
        shown += (opening(number), *alternative.lines)
    return [*shown, CLOSING]


def edited(merged: MergedText, text: str) -> MergedText:
    """What a person made of `merged.text`, where they changed that as one text.

    A block whose lines they left alone stays. One that they touched is settled: what they left of it
    stands in its place, without its marks.
    """
    if not merged.has_blocks:
        return whole_text(text)
    shown = [_shown(chunk) for chunk in merged.chunks]
    old = [line for lines in shown for line in lines]
    hunks = diff_lines(old, lines_of(text))
    result: list[Chunk] = []
    start = end = 0  # the stretch since the last block that stays
    marks: dict[int, str] = {}  # of blocks settled in it, by position
    for chunk, lines in zip(merged.chunks, shown, strict=True):
        if isinstance(chunk, Block) and not _touched(hunks, end, end + len(lines)):
            result += (Plain(_after(old, hunks, start, end, marks)), chunk)
            start = end + len(lines)
            marks = {}
        elif isinstance(chunk, Block):
            marks |= _marks(chunk, end)
        end += len(lines)
    result.append(Plain(_after(old, hunks, start, end, marks)))
    return joined_chunks(result)


def _touched(hunks: list[Hunk], start: int, end: int) -> bool:
    """Whether a change reaches into these lines; an insertion at either edge lies outside."""
    return any(hunk.start < end and hunk.end > start for hunk in hunks)


def _marks(block: Block, position: int) -> dict[int, str]:
    """Where a block's marks are, if its first is at this position."""
    marks: dict[int, str] = {}
    for number, alternative in enumerate(block.alternatives, 1):
        marks[position] = opening(number)
        position += 1 + len(alternative.lines)
    marks[position] = CLOSING
    return marks


def _after(old: list[str], hunks: list[Hunk], start: int, end: int, marks: dict[int, str]) -> tuple[str, ...]:
    """What became of the lines from `start` up to `end`, without marks of blocks settled there."""
    dropped = set(marks.values())
    lines: list[str] = []
    for hunk in [*hunks, Hunk(end, end, ())]:
        if start <= hunk.start and hunk.end <= end:
            lines += (old[at] for at in range(start, hunk.start) if at not in marks)
            lines += (line for line in hunk.lines if line not in dropped)
            start = hunk.end
    return tuple(lines)
