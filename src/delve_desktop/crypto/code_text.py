"""Codes that people read over the phone and type: Crockford's base 32 in groups of four, with a checksum.

A code is a row of 5-bit symbols, written with 0-9 and A-Z without I, L, O, U; reading takes small letters,
I and L for 1, O for 0, and any blanks, hyphens and dots between. First comes the number of groups, then the
content, then the symbol 31 as often as is needed to fill the last group, then six symbols of checksum. The
kind's name goes in front for the eye; the checksum tells the kind for sure. It is the BCH code of BIP-173,
whose final constant is the kind's own: it finds any three wrong symbols (four, in codes of up to 89) and
misses others once in 2^30; one wrong symbol or two swapped neighbours it can locate.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, StrEnum
from itertools import pairwise
from typing import Final

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.ids import tagged_hash

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP: Final = 4
CHECKSUM: Final = 6  # symbols
FILL: Final = 31
MAX_SIZE: Final = 31 * GROUP  # symbols
MIN_SIZE: Final = 2 * GROUP
MAX_TEXT: Final = 1000  # characters, blanks and all, that are looked at

_VALUES: Final = {**{letter: value for value, letter in enumerate(ALPHABET)}, "I": 1, "L": 1, "O": 0}
_GENERATORS: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_SEPARATORS: Final = frozenset(
    " \t\r\n\u00a0\u200b\u200c\u200d\ufeff-\u2010\u2011\u2012\u2013\u2014\u2212_.,:"
)


class CodeKind(Enum):
    """What a code is for; the value is written in front of it."""

    INVITE = "JOIN"  # for another person
    LINK = "LINK"  # for another laptop of one's own
    RECOVERY = "RECOVERY"  # opens one's own vault when the passphrase is forgotten

    @property
    def final(self) -> int:
        """The 30-bit constant that ends this kind's checksum."""
        return int.from_bytes(tagged_hash("code-kind", self.value.encode())[:4], "big") >> 2


_IS: Final = {
    CodeKind.INVITE: "invites another person",
    CodeKind.LINK: "links another laptop of one's own",
    CodeKind.RECOVERY: "opens a vault whose passphrase is forgotten",
}
_NEEDED: Final = {
    CodeKind.INVITE: "an invite",
    CodeKind.LINK: "a code for one's own other laptop",
    CodeKind.RECOVERY: "the recovery code of this vault",
}


class CodeFault(StrEnum):
    """What is wrong with a typed code."""

    EMPTY = "empty"
    CHARACTER = "character"
    LENGTH = "length"
    TYPO = "typo"
    KIND = "kind"
    CONTENT = "content"


class InvalidCode(InvalidContent):
    """A code that cannot be used. `group` is the one to look at again, from 1, when that is known."""

    def __init__(self, message: str, fault: CodeFault, group: int | None = None) -> None:
        super().__init__(message)
        self.fault = fault
        self.group = group


def write(kind: CodeKind, content: Sequence[int]) -> str:
    """The text of a code with these symbols."""
    size = -(-(1 + len(content) + CHECKSUM) // GROUP) * GROUP
    if size > MAX_SIZE:
        raise InvalidCode("The address of the hub is too long for a code.", CodeFault.CONTENT)
    fill = [FILL] * (size - 1 - len(content) - CHECKSUM)
    row = [size // GROUP, *content, *fill]
    letters = "".join(ALPHABET[symbol] for symbol in (*row, *_checksum(kind, row)))
    return "-".join((kind.value, *(letters[at : at + GROUP] for at in range(0, size, GROUP))))


def read(text: str, kind: CodeKind) -> list[int]:
    """The symbols of a typed code and the fill behind them; raises `InvalidCode`, which says why."""
    row = _symbols(text)
    remainder = _remainder(row)
    size = row[0] * GROUP
    if remainder == kind.final and len(row) == size >= MIN_SIZE:
        return row[1:-CHECKSUM]
    for other in CodeKind:
        if remainder == other.final and other is not kind:
            message = f"This code {_IS[other]}; here {_NEEDED[kind]} is needed."
            raise InvalidCode(message, CodeFault.KIND)
    at = _locate(row, remainder ^ kind.final)
    if at is not None:
        group = at // GROUP
        seen = "".join(ALPHABET[symbol] for symbol in row[group * GROUP : (group + 1) * GROUP])
        message = f"The code has a typing mistake in group {group + 1}, {seen}."
        raise InvalidCode(message, CodeFault.TYPO, group + 1)
    if len(row) != size or size < MIN_SIZE:
        raise InvalidCode(_wrong_length(len(row), size), CodeFault.LENGTH)
    raise InvalidCode("The code has more than one typing mistake.", CodeFault.TYPO)


def _wrong_length(count: int, size: int) -> str:
    """What is wrong with `count` symbols where the first of them promises `size`."""
    if size < MIN_SIZE:
        return "The code is not whole, or its first group has a typing mistake."
    if count < size:
        return f"The code is not whole: it has {size} letters and digits, and here are {count}."
    return (
        f"The code has {size} letters and digits, and here are {count}: look at its first group and its end."
    )


def _symbols(text: str) -> list[int]:
    """The symbols that were typed, without the kind's name."""
    if len(text) > MAX_TEXT:
        raise InvalidCode("This is far too long for a code.", CodeFault.LENGTH)
    # only ASCII has capitals here: elsewhere one small letter may become two capitals
    letters = "".join(
        character.upper() if character.isascii() else character
        for character in text
        if character not in _SEPARATORS
    )
    for kind in CodeKind:
        letters = letters.removeprefix(kind.value)
    if not letters:
        raise InvalidCode("There is no code here.", CodeFault.EMPTY)
    for letter in letters:
        if letter not in _VALUES:
            raise InvalidCode(f"The character {letter} is in no code.", CodeFault.CHARACTER)
    return [_VALUES[letter] for letter in letters]


def _step(state: int, symbol: int) -> int:
    top = state >> 25
    state = (state & 0x1FFFFFF) << 5 ^ symbol
    for bit, generator in enumerate(_GENERATORS):
        if top >> bit & 1:
            state ^= generator
    return state


def _remainder(row: Sequence[int]) -> int:
    state = 1
    for symbol in row:
        state = _step(state, symbol)
    return state


def _checksum(kind: CodeKind, symbols: Sequence[int]) -> list[int]:
    remainder = _remainder([*symbols, *[0] * CHECKSUM]) ^ kind.final
    return [remainder >> 5 * (CHECKSUM - 1 - at) & 31 for at in range(CHECKSUM)]


def _locate(row: Sequence[int], syndrome: int) -> int | None:
    """Where one wrong symbol, or two neighbours in each other's place, would explain the syndrome.

    The checksum is linear: an error e at the place k from the end adds e shifted k times to the remainder.
    """
    for wrong in range(1, 32):
        state = wrong
        for at in reversed(range(len(row))):
            if state == syndrome:
                return at
            state = _step(state, 0)
    for at, (one, two) in enumerate(pairwise(row)):
        state = _step(one ^ two, one ^ two)
        for _ in range(len(row) - at - 2):
            state = _step(state, 0)
        if state == syndrome:
            return at
    return None
