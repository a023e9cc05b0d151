"""A card as bytes, in version 4.0 (RFC 6350) or 3.0 (RFC 2426).

Properties that a version does not know are written all the same: readers pass over them, and this program
reads them back. Lines end with CRLF and are folded at 75 bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from .vcard_property import (
    DATES,
    MEDIA,
    NO_MEDIA,
    PICTURES,
    Property,
    data_of,
    line_of,
    undashed,
)
from .vcard_text import escape, unescape

VERSIONS: Final = ("4.0", "3.0")
FOLD: Final = 75  # bytes of a line without its end
_PLACE: Final = re.compile(r"geo:(-?[0-9.]+),(-?[0-9.]+)")
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s\\]+")
_TYPES: Final = {media: word for word, media in MEDIA.items()}


def card_bytes(properties: Iterable[Property], version: str = "4.0") -> bytes:
    """The card with these properties."""
    adapt = _ADAPTED[version]
    lines = [f"VERSION:{version}".encode(), *(_folded(adapt(one)) for one in properties)]
    return b"\r\n".join([b"BEGIN:VCARD", *lines, b"END:VCARD", b""])


def card_text(properties: Iterable[Property]) -> str:
    """A card of version 3.0 as it stands within another one: LF, not folded."""
    lines = (line_of(_for_3(one)) for one in properties if one.key != "VERSION")
    return "\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def _folded(one: Property) -> bytes:
    """The line in pieces that end between letters. A value that is still quoted-printable stays whole: its
    equals signs would mean something at the end of a line.
    """
    data = line_of(one).encode("utf-8")
    if one.param("ENCODING") == ("quoted-printable",):
        return data
    pieces, start, room = [], 0, FOLD
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start, room = end, FOLD - 1
    return b"\r\n ".join([*pieces, data[start:]])


def _for_4(one: Property) -> Property:
    if one.key in DATES:
        return replace(one, value=undashed(one.value))
    if one.key == "UID" and not one.param("VALUE"):  # an address unless it says that it is text
        text = unescape(one.value)
        return replace(one, value=text) if _ADDRESS.fullmatch(text) else one.having("VALUE", "text")
    return one


def _for_3(one: Property) -> Property:
    data = data_of(one.value)
    if data and not one.param("VALUE") and (one.key in PICTURES or data[0] == NO_MEDIA):
        kind = () if data[0] == NO_MEDIA else (_TYPES.get(data[0], data[0]),)
        types = (*kind, *one.param("TYPE"))
        one = replace(one, value=data[1]).having("ENCODING", "b")
        one = one.having("TYPE", *types) if types else one
    elif one.key in PICTURES and not one.param("VALUE") and not one.param("ENCODING"):
        one = one.having("VALUE", "uri")
    elif one.key == "GEO":
        found = _PLACE.fullmatch(one.value)
        one = replace(one, value=f"{found[1]};{found[2]}") if found else one
    elif one.key == "TEL" and one.param("VALUE") == ("uri",):
        one = replace(one, value=escape(one.value.removeprefix("tel:"))).without("VALUE")
    elif one.key == "EMAIL" and not {"x400", "x.400"} & set(one.param("TYPE")):
        one = one.having("TYPE", "internet", *one.param("TYPE"))
    if one.form == "address":
        one = replace(one, value=one.value.replace("\\", "\\\\"))
    if one.param("PREF") == ("1",):
        one = one.without("PREF").having("TYPE", *one.param("TYPE"), "pref")
    return one


_ADAPTED: Final[dict[str, Callable[[Property], Property]]] = {"4.0": _for_4, "3.0": _for_3}
