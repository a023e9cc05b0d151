"""The blocks of a text: lines -> blocks, and a form -> the lines that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from .blocks import LISTS, Block, Form, Kind, Picture, Run, Runs, Source
from .inline import is_readable, runs_of, source_of, tidied

MAX_BLOCKS: Final = 4_000  # laid out one by one; what follows is one block of source
MAX_CELLS: Final = 1_000
MAX_COLUMNS: Final = 20
MAX_INDENT: Final = 40  # columns; an item that stands further in is shown as source
MAX_SIGNS: Final = 20_000  # in one text; lines beyond are literal

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_ITEM: Final = re.compile(r"([ \t]*)(?:([-*+])|(\d{1,9})([.)]))(?:[ \t](.*))?$")
_QUOTE: Final = re.compile(r"((?:>[ ]?)+)(.*)$")
_RULE: Final = re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE: Final = re.compile(r"[ ]{0,3}(`{3,}|~{3,})([^`]*)$")
_MARK: Final = re.compile(r"⟦(?:\d{1,3}|=)⟧$")
_DELIMITER: Final = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PICTURE: Final = re.compile(r"!\[([^\[\]\\]{0,300})\]\((delve:[A-Za-z0-9_-]{1,100})\)")
_PICTURES: Final = re.compile(rf"(?:{_PICTURE.pattern}[ \t]*)+$")
_CELL: Final = re.compile(r"((?:[^|\\]|\\.|\\$)*)(?:\||$)")
_SIGNS: Final = re.compile(r"[\[\]*_`!<~&\\]")


def blocks_of(text: str) -> Source:
    """Read a text. `blocks_of(text).text() == text`, whatever the text is."""
    lines = text.split("\n") if text else []
    blocks: list[Block] = []
    gap: list[str] = []
    at, signs = 0, 0
    while at < len(lines):
        if not lines[at].strip(" \t"):
            gap.append(lines[at])
            at += 1
            continue
        if len(blocks) >= MAX_BLOCKS or signs > MAX_SIGNS:
            rest = tuple(_without_tail(lines[at:]))
            blocks.append(Block(Form(Kind.SOURCE, text="\n".join(rest)), rest, tuple(gap)))
            return Source(tuple(blocks), tuple(lines[at + len(rest) :]))
        block = _block(lines, at, tuple(gap))
        signs += sum(len(_SIGNS.findall(line)) for line in block.lines)
        blocks.append(block)
        at += len(block.lines)
        gap = []
    return Source(tuple(blocks), tuple(gap))


def _without_tail(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip(" \t"):
        end -= 1
    return lines[:end]


def _block(lines: list[str], at: int, gap: tuple[str, ...]) -> Block:
    line = lines[at]
    fence = _FENCE.match(line)
    if fence is not None:
        return _code(lines, at, gap, fence)
    if "|" in line and at + 1 < len(lines) and "|" in lines[at + 1] and _DELIMITER.match(lines[at + 1]):
        table = _table(lines, at, gap)
        if table is not None:
            return table
    return Block(form_of(line), (line,), gap)


def form_of(line: str) -> Form:
    """What one line by itself shows."""
    if _MARK.match(line):
        return Form(Kind.MARK, text=line)
    if not is_readable(line):
        return Form(Kind.SOURCE, text=line)
    if _RULE.match(line):
        return Form(Kind.RULE)
    if (found := _HEADING.match(line)) is not None:
        return Form(Kind.HEADING, runs_of(found[2]), level=len(found[1]))
    if (found := _ITEM.match(line)) is not None and _columns(found[1]) <= MAX_INDENT:
        kind = Kind.BULLET if found[2] else Kind.NUMBER
        number = int(found[3] or 1)
        marker = found[2] or found[4]
        return Form(kind, runs_of(found[5] or ""), _columns(found[1]), marker, number=number)
    if (found := _QUOTE.match(line)) is not None:
        return Form(Kind.QUOTE, runs_of(found[2]), level=min(found[1].count(">"), MAX_INDENT))
    if _PICTURES.match(line):
        return Form(
            Kind.PICTURE, pictures=tuple(Picture(each[2], each[1]) for each in _PICTURE.finditer(line))
        )
    stripped = line.lstrip(" ")
    if line.startswith(("    ", "\t")) or stripped.startswith("|") or _fence_or_delimiter(line):
        return Form(Kind.SOURCE, text=line)
    return Form(Kind.PARAGRAPH, runs_of(line))


def _fence_or_delimiter(line: str) -> bool:
    return _FENCE.match(line) is not None or ("|" in line and _DELIMITER.match(line) is not None)


def _columns(space: str) -> int:
    return len(space.expandtabs(4))


def _code(lines: list[str], at: int, gap: tuple[str, ...], fence: re.Match[str]) -> Block:
    sign, size = fence[1][0], len(fence[1])
    end = at + 1
    while end < len(lines):
        stripped = lines[end].strip(" \t")
        if len(stripped) >= size and not stripped.strip(sign):
            body = "\n".join(lines[at + 1 : end])
            form = Form(Kind.CODE, marker=fence[2].strip(), text=body)
            return Block(form, tuple(lines[at : end + 1]), gap)
        end += 1
    inside = _without_tail(lines[at:])
    body = "\n".join(inside[1:])
    return Block(Form(Kind.CODE, marker=fence[2].strip(), text=body), tuple(inside), gap, open=True)


def _table(lines: list[str], at: int, gap: tuple[str, ...]) -> Block | None:
    end = at + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip(" \t"):
        end += 1
    source = (lines[at], *lines[at + 2 : end])
    if not all(is_readable(line) for line in source):
        return None
    rows = [cells_of(line) for line in source]
    width = len(rows[0])
    if width != len(cells_of(lines[at + 1])) or width > MAX_COLUMNS or width * len(rows) > MAX_CELLS:
        return None
    if any(len(row) > width for row in rows):
        return None  # cells beyond the head would be dropped on screen
    full = tuple(tuple(runs_of(cell) for cell in [*row, *[""] * (width - len(row))]) for row in rows)
    return Block(Form(Kind.TABLE, rows=full), tuple(lines[at:end]), gap)


def cells_of(line: str) -> list[str]:
    r"""The cells of a line of a table, without the spaces around them; `\\|` is a sign within a cell."""
    inner = line.strip(" \t")
    inner = inner.removeprefix("|")
    cells = []
    at = 0
    while at < len(inner):
        found = _CELL.match(inner, at)
        assert found is not None
        cells.append(found[1].strip(" \t").replace("\\|", "|"))
        at = found.end()
    return cells or [""]


# -- writing -----------------------------------------------------------------------------------


def lines_of_form(form: Form, *, before: Block | None = None) -> tuple[str, ...]:
    """The lines that show a form; of a table, rows that `before` has too keep their lines."""
    if form.kind in (Kind.SOURCE, Kind.MARK):
        return tuple(form.text.split("\n"))
    if form.kind is Kind.RULE:
        return ("---",)
    if form.kind is Kind.CODE:
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", form.text)), default=0))
        return (f"{fence}{form.marker}", *form.text.split("\n"), fence) if form.text else (fence, fence)
    if form.kind is Kind.PICTURE:
        return (" ".join(f"![{each.words}]({each.target})" for each in form.pictures),)
    if form.kind is Kind.TABLE:
        return tuple(_table_lines(form, before))
    return (_line(form),)


def _line(form: Form) -> str:
    form = replace(form, runs=_stripped(form.runs) if form.kind is Kind.HEADING else tidied(form.runs))
    head = ""
    if form.kind is Kind.HEADING:
        head = "#" * form.level + " "
    elif form.kind is Kind.QUOTE:
        head = "> " * form.level
    elif form.kind in LISTS:
        sign = form.marker if form.kind is Kind.BULLET else f"{form.number}{form.marker}"
        head = " " * form.level + sign + " "

    def fits(source: str) -> bool:
        return form_of(head + source) == form and "\n" not in source

    inner = source_of(form.runs)
    if inner and not fits(inner):
        started = _escaped_start(inner)
        inner = started if fits(started) else source_of(form.runs, fits=fits)
    return head + inner if inner else head.rstrip(" ")


def _escaped_start(inner: str) -> str:
    """A paragraph that begins like a list, a heading, a table and the like, told from them."""
    if inner[0] in " \t":
        return f"&#{ord(inner[0])};{inner[1:]}"
    numbered = re.match(r"(\d{1,9})([.)])", inner)
    if numbered is not None:
        return f"{numbered[1]}\\{inner[len(numbered[1]) :]}"
    if inner[0] in "-+*#>|~`_=":
        return f"\\{inner}"
    return f"&#{ord(inner[0])};{inner[1:]}"


def _table_lines(form: Form, before: Block | None) -> Iterator[str]:
    old: dict[tuple[Runs, ...], list[str]] = {}
    width = len(form.rows[0])
    same = before is not None and before.form.kind is Kind.TABLE and len(before.form.rows[0]) == width
    if before is not None and same:
        for row, line in zip(before.form.rows, (before.lines[0], *before.lines[2:]), strict=True):
            old.setdefault(row, []).append(line)
    for number, row in enumerate(form.rows):
        kept = old.get(row)
        yield kept.pop(0) if kept else "| " + " | ".join(_cell(cell) for cell in row) + " |"
        if number == 0:
            yield before.lines[1] if before is not None and same else "|" + "---|" * width


def _cell(runs: Runs) -> str:
    return source_of(_stripped(runs)).replace("|", "\\|")


def _stripped(runs: Runs) -> Runs:
    """Without the spaces at both ends, which a table does not keep."""
    made = list(tidied(runs))
    while made and not made[0].text.lstrip(" \t"):
        made.pop(0)
    while made and not made[-1].text.rstrip(" \t"):
        made.pop()
    if made:
        made[0] = Run(made[0].text.lstrip(" \t"), *made[0].look())
        made[-1] = Run(made[-1].text.rstrip(" \t"), *made[-1].look())
    return tuple(made)
