"""Differences between two texts, by line and by code point.

A text of n line feeds has n + 1 lines, so that splitting and joining lose nothing.
"""

from __future__ import annotations

from typing import Any

from .errors import Malformed


def apply_splices(text: str, splices: Any) -> str:
    """The text with each `[offset, removed, inserted]` applied; offsets are code points of `text`.

    Splices ascend and stay apart: each begins behind the end of the one before. Raises `Malformed`
    when they do not, or reach beyond the text.
    """
    if not isinstance(splices, list | tuple):
        raise Malformed("Splices are a list.")
    parts: list[str] = []
    done = 0
    for splice in splices:
        if not isinstance(splice, list | tuple) or len(splice) != 3:
            raise Malformed("A splice is an offset, a count and a text.")
        offset, removed, inserted = splice
        if type(offset) is not int or type(removed) is not int or not isinstance(inserted, str):
            raise Malformed("A splice is an offset, a count and a text.")
        if offset < done + (1 if parts else 0) or removed < 0 or offset + removed > len(text):
            raise Malformed("A splice lies outside the text or upon another.")
        parts += (text[done:offset], inserted)
        done = offset + removed
    parts.append(text[done:])
    return "".join(parts)
