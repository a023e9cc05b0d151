"""Names inside acts, readable only to the members: of a person, of a laptop, of the space.

A name is UTF-8 of at most 240 bytes, padded with zero bytes to a multiple of 32 so that its length tells
little, and sealed under the epoch key. A zero character is no part of a name.
"""

from __future__ import annotations

from typing import Final

from delve_desktop.domain.errors import Damaged, InvalidContent

from .box import open_box, seal_box
from .keys import EpochKey, Random

MAX_NAME: Final = 240  # bytes of UTF-8
_PADDING: Final = 32
_LABEL: Final = "name"


def seal_name(epoch_key: EpochKey, random: Random, name: str, bound: bytes) -> bytes:
    """The sealed name, 64 to 288 bytes.

    `bound` says whose name it is and where, and must be told to open it.
    """
    plain = name.encode("utf-8")
    if len(plain) > MAX_NAME or b"\0" in plain:
        raise InvalidContent(f"A name has at most {MAX_NAME} bytes and no zero characters.")
    padded = plain.ljust(max(_PADDING, -(-len(plain) // _PADDING) * _PADDING), b"\0")
    return seal_box(epoch_key, _LABEL, padded, bound, random)


def open_name(epoch_key: EpochKey, sealed: bytes, bound: bytes) -> str:
    """The name in what `seal_name` gave; raises `Damaged`."""
    try:
        return open_box(epoch_key, _LABEL, sealed, bound).rstrip(b"\0").decode("utf-8")
    except UnicodeDecodeError as error:
        raise Damaged("A sealed name is not text.") from error
