"""A long text as it reads, without the signs of Markdown: for comparing two versions by their words."""

from __future__ import annotations

from collections.abc import Iterable

from .blocks import Form, Kind, Runs
from .inline import words_of_picture
from .lines import blocks_of


def read_aloud(text: str) -> str:
    """A line for each block, row of a table and line of code; items of lists with their signs."""
    return "\n".join(line for block in blocks_of(text).blocks for line in _lines(block.form))


def _lines(form: Form) -> Iterable[str]:
    match form.kind:
        case Kind.CODE | Kind.SOURCE | Kind.MARK:
            return form.text.split("\n")
        case Kind.TABLE:
            return [" | ".join(_words(cell) for cell in row) for row in form.rows]
        case Kind.PICTURE:
            return [" ".join(f"[{picture.words.strip() or '…'}]" for picture in form.pictures)]
        case Kind.RULE:
            return ["———"]
        case Kind.BULLET:
            return [f"{' ' * form.level}• {_words(form.runs)}"]
        case Kind.NUMBER:
            return [f"{' ' * form.level}{form.number}{form.marker} {_words(form.runs)}"]
        case _:
            return [_words(form.runs)]


def _words(runs: Runs) -> str:
    """What a line says; a picture within it by what it shows, a link without its address."""
    said = ((run.text, words_of_picture(run)) for run in runs)
    return "".join(text if words is None else f"[{words or '…'}]" for text, words in said)
