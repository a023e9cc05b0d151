"""A short text that people wrote, as a label where it is no more than words, and as a reader where it is."""

from __future__ import annotations

import html
import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .basics import icon_label
from .reader import Reader
from .text_label import Sign, TextLabel
from .text_lines import Bold

_BOLD: Final = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
# lists, tables, quotes, headings, code, rules, links, pictures, emphasis by one sign, escapes
_MORE: Final = re.compile(
    r"^\s*(?:[-*+]\s|\d{1,9}[.)]\s|\||>|#{1,6}\s|```|~~~|-{3,}|={3,})|\]\(|<\w+:|`|\\|(?<!\*)\*(?!\*)|_",
    re.MULTILINE,
)


def rich(text: str) -> str:
    """Words as rich text: escaped, bold where they are, a line a paragraph. Nothing in it loads or links."""
    lines = (_BOLD.sub(r"<b>\1</b>", html.escape(line)) for line in text.split("\n") if line.strip())
    return "<br>".join(lines)


def is_plain(text: str) -> bool:
    """Whether a text has nothing but words, bold ones among them: a label shows those, and is cheap."""
    return not _MORE.search(text)


def words_of(text: str) -> tuple[str, list[Bold]]:
    """The words of a plain text, a line a paragraph, and which of them are bold."""
    words, bold, at = "", list[Bold](), 0
    text = "\n".join(line for line in text.split("\n") if line.strip())
    for found in _BOLD.finditer(text):
        words += text[at : found.start()]
        bold.append(Bold(len(words), len(words) + len(found[1])))
        words += found[1]
        at = found.end()
    return words + text[at:], bold


def prose(text: str, name: str, role: str = "", sign: Sign | None = None) -> QWidget:
    """A text to read, after an icon where there is a sign; `name` is what it is called."""
    if is_plain(text):
        words, bold = words_of(text)
        made = TextLabel(words, role, bold=bold, prose=True, selectable=True, sign=sign)
        made.setAccessibleDescription(name)
        return made
    reader = Reader(name)
    reader.set_markdown(text)
    return reader if sign is None else _signed(reader, sign)


def _signed(reader: Reader, sign: Sign) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sign.gap)
    row.addWidget(icon_label(sign.icon, sign.token, sign.size), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(reader, 1)
    return holder
