"""Differences between two texts by word, for people who look at two versions side by side.

First by line (`textdiff`), then within each changed stretch by word. Both are bounded by counts; a stretch of
more than `MAX_WORDS` words is shown as replaced as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .textdiff import diff_lines, lines_of

MAX_WORDS: Final = 20_000

# a word with the marks that belong to its letters; a sign of a script without spaces; spaces; a sign
_MARKS: Final = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u180b-\u180d\u200c\u200d"
)
_WHOLE: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_WHOLE}]|\n|[^\S\n]+|(?:(?![{_WHOLE}])[\w{_MARKS}])+|[^\w\s]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one version, and whether the other one has it too."""

    text: str
    changed: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of two versions that stand beside each other; `same` when nothing differs there."""

    old: Pieces
    new: Pieces
    same: bool = False


def compared(old: str, new: str) -> list[Stretch]:
    """Two texts as stretches, in order. The old pieces make the old text, line feeds between stretches."""
    old_lines, new_lines = lines_of(old), lines_of(new)
    made: list[Stretch] = []
    done = 0
    for hunk in diff_lines(old_lines, new_lines):
        made += _alike(old_lines[done : hunk.start])
        made.append(_changed("\n".join(old_lines[hunk.start : hunk.end]), "\n".join(hunk.lines)))
        done = hunk.end
    return made + _alike(old_lines[done:])


def _alike(lines: tuple[str, ...]) -> list[Stretch]:
    if not lines:
        return []
    whole = (Piece("\n".join(lines)),)
    return [Stretch(whole, whole, same=True)]


def _changed(old: str, new: str) -> Stretch:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if not before or not after or len(before) + len(after) > MAX_WORDS:
        return Stretch(_whole(old), _whole(new))
    left: list[Piece] = []
    right: list[Piece] = []
    done = 0
    for hunk in diff_lines(before, after):
        same = "".join(before[done : hunk.start])
        left += [Piece(same), Piece("".join(before[hunk.start : hunk.end]), changed=True)]
        right += [Piece(same), Piece("".join(hunk.lines), changed=True)]
        done = hunk.end
    rest = Piece("".join(before[done:]))
    return Stretch(_filled([*left, rest]), _filled([*right, rest]))


def _whole(text: str) -> Pieces:
    return (Piece(text, changed=True),) if text else ()


def _filled(pieces: list[Piece]) -> Pieces:
    return tuple(piece for piece in pieces if piece.text)
