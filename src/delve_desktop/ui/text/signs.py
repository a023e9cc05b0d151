"""Characters that may not stand in a Qt document as they are, and how they stand in one instead.

Some Qt takes for its own marks; two turn the direction of what follows, which hides what is written.
"""

from __future__ import annotations

import re
from typing import Final

_LEAD: Final = "\U0010ff00"
_HARD: Final = (
    "\u2028",
    "\u2029",
    "\ufffc",
    "\ufdd0",
    "\ufdd1",
    "\r",
    "\x00",
    "\ufeff",
    "\ufffe",
    "\u202d",
    "\u202e",
    _LEAD,
)
_TO: Final = {sign: _LEAD + chr(ord(_LEAD) + 1 + at) for at, sign in enumerate(_HARD)}
_FROM: Final = {shown: sign for sign, shown in _TO.items()}
_TO_FIND: Final = re.compile("[" + "".join(_HARD) + "]")
_FROM_FIND: Final = re.compile("|".join(_FROM))
LINE_BREAK: Final = "\u2028"  # parts the lines within one block of a document


def put_in(text: str) -> str:
    """Text as it stands in a document: one block, whatever the text is."""
    return LINE_BREAK.join(_TO_FIND.sub(lambda found: _TO[found.group()], line) for line in text.split("\n"))


def taken_out(text: str) -> str:
    """The text behind what stands in a block."""
    return _FROM_FIND.sub(lambda found: _FROM[found.group()], text.replace(LINE_BREAK, "\n"))
