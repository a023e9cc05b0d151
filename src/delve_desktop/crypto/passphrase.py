"""Whether a passphrase is good enough, and how good: a rule, a short list of bad ones, and a meter.

The rule: at least 15 characters, which six words always have, and not one of the kinds that guessing
programs try first. The meter is a rough count of bits and says nothing about words that many people choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from .kdf import normalise

MIN_LENGTH: Final = 15
_LEFT_OVER: Final = 8  # letters and digits that must remain beside common phrases and names
_DISTINCT: Final = 6
_SHORTEST_NAME: Final = 3

# letters and digits only, without accents; as they appear in lists of leaked passwords
# fmt: off
_COMMON: Final = (
    "correcthorsebatterystaple", "thequickbrownfoxjumpsoverthelazydog", "thequickbrownfox", "tobeornottobe",
    "thatisthequestion", "password", "passphrase", "passwort", "letmein", "iloveyou", "welcome",
    "administrator", "changeme", "trustno1", "princess", "sunshine", "football", "superman", "dragon",
    "monkey", "master", "qwerty", "azerty", "secret", "inthebeginningwastheword", "inthenameofthefather",
    "ourfatherwhoartinheaven", "jesuschrist", "thankyoujesus", "godisgreat", "bismillahirrahmanirrahim",
    "onceuponatime", "loremipsumdolorsitamet", "abcdefghijklmnopqrstuvwxyz", "motdepasse", "jetaime",
    "bonjour", "liberteegalitefraternite", "notrepere", "quiesauxcieux", "soleil", "contrasena", "teamo",
    "tequiero", "hola", "padrenuestro", "queestasenloscielos", "enunlugardelamancha", "senha", "amovoce",
    "euteamo", "painosso", "queestaisnoceu", "delvedesktop", "delve", "artisanalmining",
)
# fmt: on
_ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
)
_STEPS: Final = frozenset(pair for row in _ROWS for line in (row, row[::-1]) for pair in pairwise(line))


class Weakness(StrEnum):
    """Why a passphrase is not accepted."""

    EMPTY = "empty"
    SHORT = "short"
    COMMON = "common"  # mostly a well-known phrase
    PERSONAL = "personal"  # mostly the person's own name, place or association
    REPEATED = "repeated"  # few characters, over and over
    SEQUENCE = "sequence"  # along the keyboard or the alphabet


@dataclass(frozen=True, slots=True)
class Strength:
    """The meter: 0 and 1 are refused, for the reason in `weakness`; 2 will do, 3 is good, 4 is strong."""

    score: int
    weakness: Weakness | None = None

    @property
    def acceptable(self) -> bool:
        """Whether a vault may be closed with it."""
        return self.weakness is None


def judge(passphrase: str, personal: Iterable[str] = ()) -> Strength:
    """How good a passphrase is; `personal` are words an acquaintance would try: name, place, association."""
    text = normalise(passphrase)
    if not text:
        return Strength(0, Weakness.EMPTY)
    if len(text) < MIN_LENGTH:
        return Strength(1, Weakness.SHORT)
    weakness = _weakness(_squashed(text), [_squashed(normalise(name)) for name in personal])
    if weakness is not None:
        return Strength(0, weakness)
    bits = _bits(text)
    return Strength(2 if bits < 45 else 3 if bits < 60 else 4)


def _weakness(squashed: str, names: list[str]) -> Weakness | None:
    if len(set(squashed)) < _DISTINCT or squashed in (squashed + squashed)[1:-1]:
        return Weakness.REPEATED
    steps = sum(pair in _STEPS or pair[0] == pair[1] for pair in pairwise(squashed))
    if steps * 3 >= len(squashed) * 2:
        return Weakness.SEQUENCE
    rest = _without(squashed, _COMMON)
    if len(rest) < _LEFT_OVER:
        return Weakness.COMMON
    parts = [name for name in names if len(name) >= _SHORTEST_NAME]
    return Weakness.PERSONAL if len(_without(rest, parts)) < _LEFT_OVER else None


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _without(text: str, phrases: Iterable[str]) -> str:
    for phrase in sorted(phrases, key=len, reverse=True):
        text = text.replace(phrase, "")
    return text


def _bits(text: str) -> int:
    """The larger of two rough counts, by characters and by words; what people write is far from random."""
    words = {word for word in text.casefold().split() if len(word) >= 3}
    return max(sum(_bits_of(character) for character in text), 10 * len(words))


def _bits_of(character: str) -> int:
    if character.isalpha():
        return 2 if ord(character) < 0x2E80 else 5  # from there on, signs for syllables and words
    return 0 if character == " " else 3
