r"""The values of content lines: character sets, quoted-printable, and what stands for a separator.

In versions 3.0 and 4.0 a backslash makes a comma, a semicolon, a line end (`\n`) or itself plain text
(RFC 6350, 3.4); in 2.1 only a semicolon. A backslash before another sign is what some programs write
without need, and is passed over; before a letter or digit it is one that its author forgot to double.
"""

from __future__ import annotations

import binascii
import codecs
import re
from typing import Final

from delve_desktop.domain.errors import InvalidContent

CHARSETS: Final = frozenset(
    {
        *("utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be", "mac-roman", "koi8-r", "koi8-u", "tis-620"),
        *(f"iso8859-{part}" for part in (*range(1, 12), *range(13, 17))),
        *(f"cp{page}" for page in (437, 850, 852, 858, 866, 874, 932, 936, 949, 950, *range(1250, 1259))),
        *("shift_jis", "euc_jp", "iso2022_jp", "gb2312", "gbk", "gb18030", "big5", "euc_kr"),
    }
)
"""What a line may declare, by Python's names: text in the alphabets of the world, and no other codecs."""

_BARE: Final = frozenset(range(33, 127)) - frozenset(b'=;\\"')
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def charset_of(declared: str) -> str:
    """Python's name of a declared character set; raises `InvalidContent` for one that is not known."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        name = ""
    if name not in CHARSETS:
        raise InvalidContent(f"the character set {declared[:40]!r} is not known.")
    return name


def decoded(data: bytes, charset: str) -> str:
    """The text in these bytes, lines ended by LF; raises `InvalidContent`."""
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        raise InvalidContent(
            f"this is not {charset}, and no other character set is declared that it would be."
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def unquoted(data: bytes) -> bytes:
    """What quoted-printable bytes stand for, their soft line breaks gone already."""
    return binascii.a2b_qp(data)


def quoted(data: bytes) -> str:
    """Bytes as quoted-printable on one line, in which nothing separates."""
    return "".join(chr(byte) if byte in _BARE else f"={byte:02X}" for byte in data)


def escape(text: str) -> str:
    """A text as one value, in which nothing separates."""
    return text.translate(_ESCAPES)


def unescape(value: str) -> str:
    """The text of one value."""
    return _ESCAPED.sub(_meant, value) if "\\" in value else value


def _meant(found: re.Match[str]) -> str:
    sign = found[1]
    if sign in "nN":
        return "\n"
    return found[0] if sign.isalnum() else sign


def split(value: str, separator: str) -> list[str]:
    """The parts between separators that no backslash makes plain; still escaped."""
    if "\\" not in value:
        return value.split(separator)
    parts, start, place = [], 0, 0
    while place < len(value):
        if value[place] == "\\":
            place += 2
            continue
        if value[place] == separator:
            parts.append(value[start:place])
            start = place + 1
        place += 1
    return [*parts, value[start:]]
