"""A picture file without what says where it was taken; every pixel stays as it is.

JPEG (ITU-T T.81, Annex B): of the segments of applications only those stay that give the pixels their
meaning, of EXIF the orientation; comments go, and whatever follows the picture, such as a second picture or
a film. PNG (ISO/IEC 15948): the pieces that give the pixels their meaning stay.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from delve_desktop.domain.errors import InvalidContent

_SCAN: Final = 0xDA
_END: Final = 0xD9
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a segment
# EXIF and XMP, IPTC, what makers of cameras write for themselves, comments: all of APP0 to APP15 but JFIF
# and Adobe, which say how the colours are coded
_SAYING: Final = frozenset({*range(0xE1, 0xF0), 0xFE} - {0xEE})
_PROFILE: Final = b"ICC_PROFILE\0"  # of APP2: what its colours mean
_PIECES: Final = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP"),
        *(b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"),
    )
)


def without_place(data: bytes, kind: str) -> bytes:
    """The bytes of a picture without EXIF, XMP, IPTC, texts and what makers add; raises `InvalidContent`."""
    if kind == "JPEG":
        return b"".join(_jpeg(data))
    if kind == "PNG":
        return b"".join(_png(data))
    if kind == "BMP":  # which has no place for it
        return data
    raise InvalidContent(
        "Of this kind of picture the original cannot be kept without the place where it was taken: keep the"
        " place as well, or only the copy."
    )


def _jpeg(data: bytes) -> Iterator[bytes]:
    turn = _orientation(data)
    yield data[:2]
    if turn > 1:
        yield _turned(turn)
    at = 2
    while True:
        marker, at = _marker(data, at)
        if marker == _END:
            yield b"\xff\xd9"
            return
        if marker in _ALONE:
            yield bytes((0xFF, marker))
            continue
        length = _length(data, at)
        segment = data[at : at + length]
        at += length
        if marker not in _SAYING or segment[2:].startswith(_PROFILE):
            yield bytes((0xFF, marker)) + segment
        if marker == _SCAN:
            end = _scan_end(data, at)
            yield data[at:end]
            at = end


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The next marker, and where what follows it begins."""
    if at >= len(data) or data[at] != 0xFF:
        raise _broken()
    while at < len(data) and data[at] == 0xFF:
        at += 1
    if at >= len(data):
        raise _broken()
    return data[at], at + 1


def _length(data: bytes, at: int) -> int:
    if at + 2 > len(data):
        raise _broken()
    length = int(struct.unpack_from(">H", data, at)[0])
    if length < 2 or at + length > len(data):
        raise _broken()
    return length


def _scan_end(data: bytes, at: int) -> int:
    """Where the next marker stands that ends the coded pixels."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise _broken()
        following = data[at + 1]
        if following not in (0x00, 0xFF) and not 0xD0 <= following <= 0xD7:
            return at
        at += 1 if following == 0xFF else 2


def _orientation(data: bytes) -> int:
    """How the picture is turned, as its EXIF says: 1 to 8."""
    import io

    import PIL.Image

    try:
        with PIL.Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            turn = image.getexif().get(0x0112, 1)
    except (OSError, ValueError, SyntaxError, struct.error):
        return 1
    return turn if isinstance(turn, int) and 1 <= turn <= 8 else 1


def _turned(turn: int) -> bytes:
    """A segment of EXIF that says how the picture is turned and nothing else."""
    tiff = b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, turn, 0, 0)
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> Iterator[bytes]:
    yield data[:8]
    at = 8
    while True:
        if at + 12 > len(data):
            raise _broken()
        length = int(struct.unpack_from(">I", data, at)[0])
        end = at + 12 + length
        if end > len(data):
            raise _broken()
        name = data[at + 4 : at + 8]
        if name in _PIECES:
            yield data[at:end]
        if name == b"IEND":
            return
        at = end


def _broken() -> InvalidContent:
    return InvalidContent("This picture is cut off or damaged; attach it as a file.")
