"""What a Markdown text is made of, as plain values.

In Delve's texts a line is a paragraph, so a block is one line; only fenced code, tables and what is too
long to lay out hold several. Every block keeps the exact lines it was read from: as long as what is shown
of it stays the same, those are what is written back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import groupby
from typing import Any


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"
    TABLE = "table"
    PICTURE = "picture"
    CODE = "code"
    RULE = "rule"
    SOURCE = "source"  # anything unknown: its lines as they are
    MARK = "mark"  # a line that parts the versions of a passage in dispute


LISTS = frozenset({Kind.BULLET, Kind.NUMBER})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. `literal` is Markdown shown as it is written."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    link: str = ""
    literal: bool = False

    def alike(self, other: Run) -> bool:
        """Whether both look the same, whatever they say."""
        return self.look() == other.look()

    def looking(self, **look: Any) -> Run:
        """The same text in another look, given by the names of what changes."""
        return replace(self, **look)

    def look(self) -> tuple[bool, bool, bool, bool, str, bool]:
        """Everything but the text."""
        return self.bold, self.italic, self.struck, self.code, self.link, self.literal


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the vault: `delve:` and an id, and what it shows in words."""

    target: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What is shown of a block. Two blocks of equal form look alike, however they are written.

    `level` is the level of a heading, the columns a list item is indented by, the depth of a quote.
    `marker` is the sign of a list item, or what stands behind the fence of code. `text` is that of code,
    of unknown source and of marks. `number` is what an item is numbered with, where it is written anew.
    """

    kind: Kind
    runs: Runs = ()
    level: int = 0
    marker: str = ""
    text: str = ""
    rows: tuple[tuple[Runs, ...], ...] = ()
    pictures: tuple[Picture, ...] = ()
    number: int = field(default=1, compare=False)

    @property
    def words(self) -> str:
        """The text without its looks."""
        return "".join(run.text for run in self.runs)

    @property
    def blank(self) -> bool:
        """Whether it is a paragraph in which nothing stands; such are not written."""
        return (
            self.kind is Kind.PARAGRAPH
            and not self.words.strip(" \t")
            and not any(run.code for run in self.runs)  # a space in fixed letters is something
        )


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it was read: what is shown, its exact lines, and the blank lines above it."""

    form: Form
    lines: tuple[str, ...]
    gap: tuple[str, ...] = ()
    open: bool = False  # code whose closing fence is missing: it reaches to the end of the text


@dataclass(frozen=True, slots=True)
class Source:
    """A whole text: its blocks, and the blank lines that end it. Joined by line feeds they are the text."""

    blocks: tuple[Block, ...] = ()
    tail: tuple[str, ...] = ()

    def text(self) -> str:
        """The text, code point for code point."""
        lines = [line for block in self.blocks for line in (*block.gap, *block.lines)]
        return "\n".join([*lines, *self.tail])


def joined(runs: list[Run]) -> Runs:
    """Runs with neighbours of one look made one, and without empty ones."""
    made: list[Run] = []
    for look, group in groupby((run for run in runs if run.text), Run.look):
        first, *more = group
        made.append(Run(first.text + "".join(run.text for run in more), *look) if more else first)
    return tuple(made)
