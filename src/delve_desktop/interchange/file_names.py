r"""Names of files made from titles: safe on FAT, on Windows and macOS, and no two alike in one folder.

Letters, marks and digits of every script stay, in NFC, and a few signs; everything else becomes a space.
So there is none of `: * ? " < > | / \`, no control or invisible character, and no dot or space at an end.
Titles that come out alike, by any file system's reckoning, are told apart by digits of a hash of the
record's origin: the same on every laptop and in every export, whatever else lies in the folder.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from typing import Final

MAX_STEM: Final = 80  # bytes of UTF-8: with hash and ending far below the 255 of every file system
_SIGNS: Final = frozenset(" -_()'&+,")
_RESERVED: Final = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN|CONOUT|CLOCK|(?:COM|LPT)[0-9])", re.IGNORECASE)
_DIGITS: Final = 8  # of the hash; 16 where that is not enough


def stem_of(title: str) -> str:
    """The name, without ending, that a title gives; `record` when nothing of it can stay."""
    text = unicodedata.normalize("NFC", title)
    kept = "".join(one if one in _SIGNS or unicodedata.category(one)[0] in "LMN" else " " for one in text)
    stem = " ".join(kept.split()).encode("utf-8")[:MAX_STEM].decode("utf-8", "ignore")
    stem = unicodedata.normalize("NFC", stem).strip(" ")
    if _RESERVED.fullmatch(unicodedata.normalize("NFKC", stem)):  # NFKC: Windows takes COM¹ for COM1
        return f"{stem}_"
    return stem or "record"


class Names:
    """Gives each record of a folder its name; every title is counted before the first name is asked for."""

    def __init__(self) -> None:
        self._stems: Counter[str] = Counter()
        self._given: set[str] = set()

    def count(self, title: str) -> None:
        """Tell of a record that will get a name."""
        self._stems[_folded(stem_of(title))] += 1

    def name(self, title: str, origin: str, ending: str) -> str:
        """The name of a record; `origin` tells it from others of the same title."""
        stem = stem_of(title)
        digits = hashlib.sha256(origin.encode("utf-8")).hexdigest()
        tries = [stem] if self._stems[_folded(stem)] < 2 else []
        tries += [f"{stem} {digits[:length]}" for length in (_DIGITS, 2 * _DIGITS, len(digits))]
        found = next(one for one in tries if _folded(one) not in self._given)
        self._given.add(_folded(found))
        return found + ending


def _folded(stem: str) -> str:
    """What two names have in common that some file system takes for one."""
    return unicodedata.normalize("NFKC", stem).casefold()
