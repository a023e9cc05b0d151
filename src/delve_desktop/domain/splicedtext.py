"""A long text that splices make of another one, put together only when somebody asks for it.

A few hundred bytes of splices can stand for texts of megabytes. While ops are replayed only lengths are
needed to tell whether a splice fits, so the texts themselves stay as what was written.
"""

from __future__ import annotations

from typing import Any

from .textdiff import apply_splices, spliced_length


class SplicedText:
    """Edits upon a text, or upon another of these; `length` in code points."""

    __slots__ = ("edits", "length", "of", "whole")

    def __init__(self, of: str | SplicedText, edits: Any) -> None:
        """Raises `Malformed` where the edits do not fit, as `textdiff.apply_splices` does."""
        self.of = of
        self.edits = edits
        self.whole: str | None = None  # once it was asked for
        self.length: int = spliced_length(length_of(of), edits)

    def text(self) -> str:
        """The text; the work is one pass for each splice since the last text that was asked for."""
        chain: list[SplicedText] = []
        at: str | SplicedText = self
        while isinstance(at, SplicedText):
            if at.whole is not None:
                at = at.whole
            else:
                chain.append(at)
                at = at.of
        for one in reversed(chain):
            at = apply_splices(at, one.edits)
        self.whole = at
        return at


def length_of(text: str | SplicedText) -> int:
    """Code points of a text."""
    return text.length if isinstance(text, SplicedText) else len(text)


def plain(value: Any) -> Any:
    """A value as it was written, put together if it is a spliced text."""
    return value.text() if isinstance(value, SplicedText) else value
