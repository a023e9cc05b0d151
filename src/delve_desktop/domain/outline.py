"""The parts of a long text that stand for themselves: the steps of a practice, the points of a list.

Texts are Markdown with a paragraph a line (DESIGN, 4). Only what people write by hand is read here: numbers
(`1.` or `1)`), headings (`##`), points (`-`, `*`, `+`) and a bold beginning; all else belongs to what is
before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NUMBERED: Final = re.compile(r"\d{1,3}[.)]\s+(?P<text>.*)")
_HEADING: Final = re.compile(r"#{1,6}\s+(?P<text>.*)")
_POINT: Final = re.compile(r"[-*+]\s+(?P<text>.*)")
_LEAD: Final = re.compile(r"\*\*(?P<lead>[^*]+)\*\*\s*(?P<colon>:?)\s*(?P<rest>.*)", re.DOTALL)
_MARKS: Final = re.compile(r"\*\*|__|`")
MAX_LEAD: Final = 120  # characters; what is bold for longer is no name of a step


@dataclass(frozen=True, slots=True)
class Part:
    """One step or point: its name, where it has one, and what it says, as Markdown."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands before the first part, and the parts in order."""

    before: str
    parts: tuple[Part, ...]


def steps_of(text: str) -> Outline:
    """The steps of a text: each numbered line; where there is none, each heading. The lines below a step
    belong to it.
    """
    lines = text.split("\n")
    pattern = _NUMBERED if any(_NUMBERED.match(line) for line in lines) else _HEADING
    before, groups = _grouped(lines, pattern)
    if pattern is _HEADING:
        return Outline(before, tuple(Part(plain(first), _joined(rest)) for first, rest in groups))
    return Outline(before, tuple(_named(_joined([first, *rest])) for first, rest in groups))


def points_of(text: str) -> tuple[Part, ...]:
    """The points of a list; where there is none, each paragraph is one."""
    lines = text.split("\n")
    if not any(_POINT.match(line) for line in lines):
        return tuple(_named(line) for line in lines if line.strip())
    before, groups = _grouped(lines, _POINT)
    first = [_named(before)] if before else []
    return (*first, *(_named(_joined([point, *rest])) for point, rest in groups))


def plain(text: str) -> str:
    """A line without the signs of bold and code."""
    return _MARKS.sub("", text).strip()


def _grouped(lines: list[str], pattern: re.Pattern[str]) -> tuple[str, list[tuple[str, list[str]]]]:
    before: list[str] = []
    groups: list[tuple[str, list[str]]] = []
    for line in lines:
        found = pattern.match(line)
        if found:
            groups.append((found["text"], []))
        elif groups:
            groups[-1][1].append(line)
        else:
            before.append(line)
    return _joined(before), groups


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip()


def _named(text: str) -> Part:
    """A part that begins in bold has that as its name; a full stop or a colon behind it is not part of it."""
    found = _LEAD.match(text.strip())
    if not found or len(found["lead"]) > MAX_LEAD:
        return Part("", text.strip())
    return Part(found["lead"].strip().rstrip(".:").strip(), found["rest"].strip())
