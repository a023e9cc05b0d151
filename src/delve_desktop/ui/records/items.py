"""What a list shows of a record."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import MARK_END, MARK_START, Hit, ListQuery, RecordRow

_MARKDOWN = re.compile(
    r"\*\*|__|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|"
    r"(?:^|(?<=\s))(?:#{1,6}|>|\||[-*])(?=\s)|\|[-:| ]*\||\s\|$"
)

_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(delve:[^\s)]*\)?")  # the end of a snippet may be cut off

Query = ListQuery


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

    @property
    def seen(self) -> Item:
        """The same line of a record that has been opened."""
        return replace(self, row=replace(self.row, fresh=False))


def of_hit(hit: Hit) -> Item:
    """The line of a record that was listed or found."""
    return Item(hit.row, hit.title, unmarked(hit.snippet))


def unmarked(text: str) -> str:
    """A snippet without the signs of Markdown."""
    return _MARKDOWN.sub("", _PICTURE.sub(r"\1", text))


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
