"""START-HERE in a language, as a page and as plain text, from one text in `texts/`.

The text is Markdown with `{name}` for what the kit has, and lines `@if name`, `@else`, `@end` around what
only holds where it has that (or has not). A page holds its pictures within itself, has no script and asks for
nothing from elsewhere; the plain text has CRLF and a mark at its beginning, so that Notepad shows it right.
"""

from __future__ import annotations

import base64
import html
import re
import textwrap
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt

TEXTS: Final = Path(__file__).with_name("texts")
NAMES: Final = {
    "en": "START-HERE-English",
    "fr": "START-HERE-Francais",
    "es": "START-HERE-Espanol",
    "pt": "START-HERE-Portugues",
}
_JOINED: Final = "\x00"
WIDTH: Final = 76  # of the plain text, in characters
STYLE: Final = """
body { font-family: "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif; font-size: 17px;
  line-height: 1.5; color: #1d2a26; background: #fbf9f4; margin: 0; padding: 24px 16px 64px; }
main { display: block; max-width: 760px; margin: 0 auto; }
h1 { font-size: 30px; }
h2 { font-size: 22px; margin-top: 40px; border-top: 2px solid #c9a227; padding-top: 16px; }
h3 { font-size: 18px; margin-top: 28px; }
img { max-width: 100%; border: 1px solid #cfcabb; }
code { background: #eeeae0; padding: 1px 4px; font-size: 15px; word-wrap: break-word;
  font-family: Consolas, "DejaVu Sans Mono", monospace; }
a { color: #0b5a46; }
li { margin: 6px 0; }
table { border-collapse: collapse; }
td, th { border: 1px solid #cfcabb; padding: 4px 8px; text-align: left; vertical-align: top; }
.alarm { border: 4px solid #a3261b; background: #fff; padding: 8px 16px; font-size: 19px; }
@media print { body { background: #fff; font-size: 11pt; } a { color: #000; } }
"""


def text_of(language: str, facts: Mapping[str, str]) -> str:
    """The Markdown for a kit; `facts` are what the placeholders and conditions name, empty for no."""
    lines = (TEXTS / f"start-here.{language}.md").read_text(encoding="utf-8").splitlines()
    text = "\n".join(_chosen(lines, facts))
    return re.sub(r"\{(\w+)\}", lambda found: facts[found[1]], re.sub(r"\n{3,}", "\n\n", text)) + "\n"


def page_of(language: str, facts: Mapping[str, str], pictures: Path) -> bytes:
    """The page in HTML, with its pictures in it."""
    body = MarkdownIt("commonmark").render(text_of(language, facts))
    body = re.sub(r'<img src="([^"]+)"', lambda found: f'<img src="{_inline(pictures / found[1])}"', body)
    if facts["development"]:
        body = body.replace("<p><strong>", '<p class="alarm"><strong>', 1)
    return page(language, "Delve", body)


def page(language: str, title: str, body: str) -> bytes:
    """A whole page around a body; `title` is plain text."""
    rule = "default-src 'none'; img-src data: file: 'self'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rule}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n"
        "</body>\n</html>\n"
    ).encode()


def plain_of(language: str, facts: Mapping[str, str]) -> bytes:
    """The plain text, for Notepad."""
    lines: list[str] = []
    for line in text_of(language, facts).splitlines():
        lines += _plain(line)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def _chosen(lines: list[str], facts: Mapping[str, str]) -> Iterator[str]:
    take = True
    for line in lines:
        if line.startswith("@if "):
            take = bool(facts[line.removeprefix("@if ")])
        elif line == "@else":
            take = not take
        elif line == "@end":
            take = True
        elif take:
            yield line


def _plain(line: str) -> list[str]:
    """A line without marks, in lines of a width that fits a small window."""
    if line.startswith("!["):
        return []
    marks = re.match(r"(#+) ", line)
    if marks:
        title = _bare(line[marks.end() :])
        return [title, ("=" if len(marks[1]) == 1 else "-") * len(title)] if len(marks[1]) < 3 else [title]
    item = re.match(r"(- |\d+\. )", line)
    lines = textwrap.wrap(
        _bare(line),
        WIDTH,
        subsequent_indent=" " * len(item[1]) if item else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [one.replace(_JOINED, " ") for one in lines] or [""]


def _bare(line: str) -> str:
    """Without marks; what is typed as it stands stays in one piece, so that it can be copied."""
    parts = line.split("`")
    words = (re.sub(r"\*\*?([^*]+)\*\*?", r"\1", part) for part in parts[::2])
    typed = (part.replace(" ", _JOINED) for part in parts[1::2])
    return "".join(one for pair in zip_longest(words, typed, fillvalue="") for one in pair)


def _inline(picture: Path) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode('ascii')}"
