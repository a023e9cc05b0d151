"""A short text that people wrote, as a label where it is no more than words, and as a reader where it is."""

from __future__ import annotations

import html
import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from .reader import Reader

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


def prose(text: str, name: str, role: str = "") -> QWidget:
    """A text to read; `name` is what it is called."""
    if not is_plain(text):
        reader = Reader(name)
        reader.set_markdown(text)
        return reader
    return rich_label(rich(text), name, role)


def rich_label(markup: str, name: str = "", role: str = "") -> QLabel:
    """Rich text that `rich` or another escaping function made: never what somebody wrote."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(f'<p style="line-height:112%; margin:0">{markup}</p>')
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        made.setProperty("role", role)
    if name:
        made.setAccessibleName(name)
    return made
