"""What came of a paste, and what did not come in of it, which is always said."""

from __future__ import annotations

from enum import Flag, auto
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from .blocks import Form


class Loss(Flag):
    """What was left out. False where all came in."""

    NOTHING = 0
    LOOKS = (
        auto()
    )  # words came in without where they lead, how they look, or how they stand in lists and tables
    WORDS = auto()  # some did not come in at all


class Pasted(NamedTuple):
    """Blocks to put in."""

    forms: list[Form]
    loss: Loss = Loss.NOTHING


def said_of(loss: Loss) -> str:
    """What a person reads below the text; empty where all came in."""
    if Loss.WORDS in loss:
        return QCoreApplication.translate(
            "pasted",
            "What you pasted is longer than fits in here: its end is missing. Copy it in smaller parts to"
            " have all of it.",
        )
    if Loss.LOOKS in loss:
        return QCoreApplication.translate(
            "pasted",
            "All words came in, some links, bold words or lists as plain words only. Copy smaller parts to"
            " keep them.",
        )
    return ""
