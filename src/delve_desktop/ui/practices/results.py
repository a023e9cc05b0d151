"""What came of a trial, in words, signs and colours; the same on the ledger, the form and the reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

WORKS: Final = "works"
CHANGED: Final = "works-with-changes"
FAILED: Final = "did-not-work"
EARLY: Final = "too-early"


@dataclass(frozen=True, slots=True)
class Result:
    """`token` tints its icon, `ground` the square behind it; both never alone: the word says it too."""

    term: str
    icon: str
    token: str
    ground: str


RESULTS: Final = (
    Result(WORKS, "check", "teal", "teal-soft"),
    Result(CHANGED, "pencil", "ochre-text", "ochre-soft"),
    Result(FAILED, "x", "red", "red-soft"),
    Result(EARLY, "clock", "ink2", "sunk"),
)
BY_TERM: Final = {one.term: one for one in RESULTS}
UNKNOWN: Final = Result("", "ask", "ink2", "sunk")


def counted(term: str, count: int) -> str:
    """How many say so, in few words: "9 it works". The number stands first."""
    texts = {
        WORKS: _tr("{0} it works"),
        CHANGED: _tr("{0} with changes"),
        FAILED: _tr("{0} did not"),
        EARLY: _tr("{0} too early"),
    }
    return texts.get(term, _tr("{0} not said")).format(count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("results", text)
