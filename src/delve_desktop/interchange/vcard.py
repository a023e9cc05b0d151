"""Address book files: what `delve import FILE.vcf` reads and `delve export --format vcard` writes.

Versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) are read, as their vendors write them. `docs/interchange.md`
has the table of fields and of spellings that count as the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from delve_desktop.domain.errors import InvalidContent

from .items import Item
from .vcard_contact import card_of, item_of
from .vcard_lines import AtLineError, Line, Lines, cards, joined, physical_lines, version_of
from .vcard_parsing import parse
from .vcard_property import Property
from .vcard_text import charset_of, escape
from .vcard_writing import card_bytes, card_text

MAX_PROPERTIES: Final = 1_000  # of one card
READ: Final = ("2.1", "3.0", "4.0")
_UNSAID: Final = "3.0"  # what a card that names no version is taken for


def read(file: BinaryIO, name: str, charset: str = "") -> Iterator[tuple[int, Item]]:
    """The contacts of a file with the numbers of the lines where their cards begin, one in memory at a time.

    `name` is what errors call the file, `charset` the character set of lines that declare none; UTF-8 when it
    is empty. Raises `InvalidContent`.
    """
    try:
        known = charset_of(charset or "utf-8")
        for card in cards(physical_lines(file)):
            try:
                item = item_of(properties_of(card, known))
            except AtLineError:
                raise
            except InvalidContent as error:
                raise InvalidContent(f"line {card[0].number}: {error}") from error
            yield card[0].number, item
    except InvalidContent as error:
        raise InvalidContent(f"{name} {error}") from error


def write(item: Item, version: str = "4.0") -> tuple[bytes, int]:
    """The card of a contact, and how many of its values have no place in it."""
    written = card_of(item)
    return card_bytes(written.properties, version), written.left_out


def properties_of(card: Sequence[Line], charset: str = "utf-8") -> list[Property]:
    """The properties of one card, in their one form and in its order; raises `InvalidContent`."""
    version = version_of(card) or _UNSAID
    if version not in READ:
        raise InvalidContent(f"version {version[:20]!r} of vCard is not known; {', '.join(READ)} are.")
    properties: list[Property] = []
    for line in joined(card, old=version == "2.1"):
        if len(properties) == MAX_PROPERTIES:
            raise InvalidContent(f"this card has more than {MAX_PROPERTIES} properties.")
        try:
            properties.append(_property(line, version, charset))
        except AtLineError:
            raise
        except InvalidContent as error:
            raise AtLineError(f"line {line.number}: {error}") from error
    return properties


def _property(line: Lines, version: str, charset: str) -> Property:
    one = parse(line.data, version, charset)
    if not line.nested:
        return one
    agent = card_text(properties_of(line.nested, charset))
    return Property(one.name, escape(agent), one.params, one.group)
