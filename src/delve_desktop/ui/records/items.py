"""What a list shows, and which list it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import MARK_END, MARK_START, Hit, RecordRow

_MARKDOWN = re.compile(r"\*\*|__|`|(?:^|(?<=\s))(?:#{1,6}|>|\||[-*])(?=\s)|\|[-:| ]*\|")


@dataclass(frozen=True, slots=True)
class Query:
    """Which records a list shows."""

    kind: str | None = None
    in_bin: bool = False
    disputed: bool = False
    text: str = ""

    def admits(self, row: RecordRow) -> bool:
        """Whether a record belongs in the list; a search decides for itself."""
        if row.in_bin != self.in_bin or (self.kind is not None and row.kind != self.kind):
            return False
        return not self.disputed or row.disputes > 0


@dataclass(frozen=True, slots=True)
class Item:
    """One line: the row, and its texts with search hits between `MARK_START` and `MARK_END`."""

    row: RecordRow
    title: str
    snippet: str

    @property
    def id(self) -> RecordId:
        """The record."""
        return self.row.id


def of_row(row: RecordRow) -> Item:
    """A line of an ordinary list."""
    return Item(row, row.title, unmarked(row.snippet))


def of_hit(hit: Hit) -> Item:
    """A line of a search."""
    return Item(hit.row, hit.title, unmarked(hit.snippet))


def unmarked(text: str) -> str:
    """A snippet without the signs of Markdown."""
    return _MARKDOWN.sub("", text)


def split_marks(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The plain text, and where its marks lie as (start, length)."""
    plain: list[str] = []
    marks: list[tuple[int, int]] = []
    length = start = 0
    for part in text.replace(MARK_END, MARK_START).split(MARK_START):
        plain.append(part)
        if len(plain) % 2 == 0 and part:
            marks.append((start, len(part)))
        length += len(part)
        start = length
    return "".join(plain), tuple(marks)
