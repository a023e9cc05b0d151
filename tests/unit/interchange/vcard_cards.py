"""Cards for tests, written as the lines between BEGIN and END, and what is made of them."""

from __future__ import annotations

import io

from delve_desktop.interchange import vcard
from delve_desktop.interchange.items import Item
from delve_desktop.interchange.vcard_lines import cards, physical_lines
from delve_desktop.interchange.vcard_property import Property, line_of


def card(*lines: str | bytes, version: str = "4.0", ends: str = "\r\n") -> bytes:
    """A card of this version with these lines."""
    whole = ["BEGIN:VCARD", *([f"VERSION:{version}"] if version else []), *lines, "END:VCARD", ""]
    return ends.encode().join(line if isinstance(line, bytes) else line.encode() for line in whole)


def items(data: bytes, charset: str = "") -> list[Item]:
    """The contacts of a file."""
    return [item for _, item in vcard.read(io.BytesIO(data), "cards.vcf", charset)]


def item(*lines: str | bytes, version: str = "4.0") -> Item:
    """The contact of one card."""
    (one,) = items(card(*lines, version=version))
    return one


def properties(data: bytes, charset: str = "utf-8") -> list[list[Property]]:
    """The properties of each card of a file, the version left out."""
    return [
        [one for one in vcard.properties_of(lines, charset) if one.key != "VERSION"]
        for lines in cards(physical_lines(io.BytesIO(data)))
    ]


def lines(*given: str | bytes, version: str = "4.0") -> list[str]:
    """The lines of one card in the one form."""
    (found,) = properties(card(*given, version=version))
    return [line_of(one) for one in found]


def exported(one: Item, version: str = "4.0") -> list[str]:
    """The lines of the card of a contact as they are written, unfolded, without BEGIN, VERSION and END."""
    data, _ = vcard.write(one, version)
    whole = data.decode().replace("\r\n ", "").split("\r\n")
    assert whole[:2] == ["BEGIN:VCARD", f"VERSION:{version}"]
    assert whole[-2:] == ["END:VCARD", ""]
    return whole[2:-2]
