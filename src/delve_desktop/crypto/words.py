"""Words from the BIP-39 lists: to compare two screens by, and to make passphrases of.

Six words of a list of 2048 hold 66 bits. The lists come with the `mnemonic` package; they must never
change, as two laptops compare what they read from them.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from delve_desktop.domain.errors import Mistaken
from delve_desktop.domain.ids import ActId, SpaceId, tagged_hash

from .kdf import normalise
from .keys import Random

LISTS: Final = {"en": "english", "fr": "french", "es": "spanish", "pt": "portuguese"}
COUNT: Final = 6
_BITS: Final = 11 * COUNT
_DIGITS: Final = 20  # 2^66 is a little below 10^20
_DIGIT_GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two people read to each other: the words, or the digits, which say exactly the same."""

    words: tuple[str, ...]
    digits: tuple[str, ...]  # five groups of four


def join_digest(space: SpaceId, invite: ActId, request: bytes) -> bytes:
    """What the six words of an admission stand for: the invite act and the exact bytes of the join request.

    So the words differ when anybody on the way changed the space, the coordinator, or the joiner's keys.
    """
    return tagged_hash("join-words", space, invite, request)


def six_words(digest: bytes, language: str) -> Comparison:
    """Words and digits for the first 66 bits of a digest; `language` is one of `LISTS`.

    The language is the invite's, on both screens; raises `Mistaken` for one that has no list.
    """
    if len(digest) * 8 < _BITS:
        raise ValueError("a digest of at least 66 bits")
    number = _first_bits(digest)
    digits = str(number).zfill(_DIGITS)
    groups = (digits[at : at + _DIGIT_GROUP] for at in range(0, _DIGITS, _DIGIT_GROUP))
    return Comparison(_words(number, language), tuple(groups))


def suggest_passphrase(language: str, random: Random = os.urandom) -> str:
    """Six words drawn at random, without accents, so that any keyboard can type them: 66 bits."""
    return normalise(" ".join(_words(_first_bits(random(9)), language)))


@lru_cache(maxsize=len(LISTS))
def word_list(language: str) -> tuple[str, ...]:
    """The 2048 words of a language, composed (NFC); raises `Mistaken` for a language without a list."""
    if language not in LISTS:
        raise Mistaken(f"There is no list of words in {language}.")
    from mnemonic import Mnemonic  # imported late: the first window needs no words

    words = Mnemonic(LISTS[language]).wordlist
    return tuple(unicodedata.normalize("NFC", word) for word in words)


def _first_bits(data: bytes) -> int:
    return int.from_bytes(data, "big") >> len(data) * 8 - _BITS


def _words(number: int, language: str) -> tuple[str, ...]:
    words = word_list(language)
    return tuple(words[number >> 11 * at & 2047] for at in reversed(range(COUNT)))
