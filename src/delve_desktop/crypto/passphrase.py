"""Whether a passphrase is good enough, and how good: a rule, what is guessed first, and a meter.

The rule: at least 15 characters, which six words always have. Beyond it zxcvbn (Wheeler, USENIX Security
2016) estimates how many guesses a cracker needs, from lists of leaked passwords, words and names, from
repetitions, runs, rows of a keyboard and dates; its lists are English, so the well-known phrases of the
languages spoken here are added. It judges letters and digits alone: blanks between words add nothing that a
cracker does not try.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from .kdf import normalise

MIN_LENGTH: Final = 15
_LEFT_OVER: Final = 8  # letters and digits that must remain beside names
_SHORTEST_NAME: Final = 3
_MOST_JUDGED: Final = 72  # characters: the estimate takes time, and these are enough for the best mark
# guesses, as powers of ten: below the first a fast machine is through in days although each costs it a second
_REFUSED: Final = 10
_GOOD: Final = 16
_STRONG: Final = 22

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
_WEAKNESSES: Final = {"repeat": "repeated", "sequence": "sequence", "spatial": "sequence"}


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
    squashed = _squashed(text)
    if not squashed:
        return Strength(0, Weakness.REPEATED)
    names = [one for one in map(_squashed, map(normalise, personal)) if len(one) >= _SHORTEST_NAME]
    if len(_without(squashed, names)) < _LEFT_OVER < len(squashed) and names:
        return Strength(0, Weakness.PERSONAL)
    return _estimated(squashed, names)


def _estimated(squashed: str, names: list[str]) -> Strength:
    from zxcvbn import zxcvbn  # imported late: its lists take a moment, and the first window needs none

    found: dict[str, Any] = zxcvbn(squashed[:_MOST_JUDGED], [*_COMMON, *names])
    power = float(found["guesses_log10"])
    if power < _REFUSED:
        longest = max(found["sequence"], key=lambda part: len(part["token"]))
        return Strength(0, Weakness(_WEAKNESSES.get(longest["pattern"], "common")))
    return Strength(2 if power < _GOOD else 3 if power < _STRONG else 4)


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _without(text: str, phrases: Iterable[str]) -> str:
    for phrase in sorted(phrases, key=len, reverse=True):
        text = text.replace(phrase, "")
    return text
