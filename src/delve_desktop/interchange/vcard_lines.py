"""Address book files as lines: physical lines, the cards they make, and each card's lines joined again.

Lines end with CRLF, LF or CR; a byte order mark is passed over, and a file that begins with that of UTF-16
is read as such. What breaks a line differs by version and by vendor:

* a line that begins with a space or a tab goes on with the one before (RFC 6350, 3.2; RFC 2426, 5.8.1);
  in version 2.1 that character belongs to the text (vCard 2.1, 2.1.3)
* a quoted-printable value whose line ends with `=` goes on with the next one, as it is (RFC 2045, 6.7)
* the data of a base64 value go on, indented or not, up to an empty line or one with a colon

Nothing is kept of a file but the card that is being read: at most `MAX_CARD` bytes. Errors are
`InvalidContent` whose text follows the name of the file: `line 3: ...`, or `is longer than ...`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

from delve_desktop.domain.errors import InvalidContent

MAX_FILE: Final = 64 * 1024 * 1024  # bytes
MAX_CARD: Final = 2 * 1024 * 1024  # bytes, and of one line
MAX_LINES: Final = 50_000  # of one card; 2 MiB of folded base64 are fewer
MAX_NESTED: Final = 4  # cards within each other
BLOCK: Final = 64 * 1024

_ENDS: Final = re.compile(rb"\r\n|\r|\n")
_BEGIN: Final = re.compile(rb"\s*(?:[\w-]+\.)?BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END: Final = re.compile(rb"\s*(?:[\w-]+\.)?END\s*:\s*VCARD\s*", re.IGNORECASE)
_VERSION: Final = re.compile(rb"(?:[\w-]+\.)?VERSION(?:;[^:]*)?:\s*(\S*)\s*", re.IGNORECASE)
_AGENT: Final = re.compile(rb"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:\s*", re.IGNORECASE)
_QUOTED: Final = re.compile(rb"[^:]*[;=]\s*QUOTED-PRINTABLE\s*[;:]", re.IGNORECASE)
_BASE64: Final = re.compile(rb"[^:]*(?:;|;ENCODING=)(?:B|BASE64)\s*[;:]", re.IGNORECASE)


class AtLineError(InvalidContent):
    """Says itself which line it is about."""


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line, without its end; `number` counts from 1."""

    number: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Lines:
    """A line joined again, and the card that it holds where it is a version 2.1 AGENT."""

    number: int
    data: bytes
    nested: tuple[Line, ...] = ()


def physical_lines(file: BinaryIO) -> Iterator[Line]:
    """The lines of a file, a block of it in memory at a time; raises `InvalidContent`."""
    parts: list[bytes] = []  # of the line whose end has not come yet
    number, size, held = 1, 0, b""
    for block in _blocks(file):
        data = held + block
        held = b"\r" if data.endswith(b"\r") else b""  # the line feed of it may come with the next block
        for place, piece in enumerate(_ENDS.split(data[:-1] if held else data)):
            if place:
                yield Line(number, b"".join(parts))
                parts, number, size = [], number + 1, 0
            parts.append(piece)
            size += len(piece)
            if size > MAX_CARD:
                raise InvalidContent(f"line {number}: it is longer than {MAX_CARD} bytes.")
    if size or held:
        yield Line(number, b"".join(parts))


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file as UTF-8 or whatever its lines declare, without a byte order mark."""
    first = file.read(BLOCK)
    wide = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    decoder = codecs.getincrementaldecoder("utf-16")() if wide else None
    size, block = 0, first.removeprefix(codecs.BOM_UTF8)
    while block:
        size += len(block)
        if size > MAX_FILE:
            raise InvalidContent(f"is longer than {MAX_FILE} bytes.")
        if decoder:
            block = _narrowed(decoder, block)
        yield block
        block = file.read(BLOCK)
    if decoder:
        _narrowed(decoder, b"")


def _narrowed(decoder: codecs.IncrementalDecoder, block: bytes) -> bytes:
    """A block of UTF-16 as UTF-8; an empty one is the end."""
    try:
        return decoder.decode(block, final=not block).encode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidContent("is not UTF-16, as its byte order mark says.") from error


def cards(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The cards of a file, each with its BEGIN and END; raises `InvalidContent`."""
    card: list[Line] = []
    depth = size = 0
    for line in lines:
        if _BEGIN.fullmatch(line.data):
            depth += 1
            if depth > MAX_NESTED:
                raise InvalidContent(f"line {line.number}: more than {MAX_NESTED} cards lie in each other.")
        elif not depth:
            if line.data.strip():
                raise InvalidContent(f"line {line.number}: this is no card; a card begins with BEGIN:VCARD.")
            continue
        card.append(line)
        size += len(line.data)
        if size > MAX_CARD or len(card) > MAX_LINES:
            raise InvalidContent(
                f"line {card[0].number}: this card has more than {MAX_CARD} bytes or {MAX_LINES} lines."
            )
        if _END.fullmatch(line.data):
            depth -= 1
            if not depth:
                yield card
                card, size = [], 0
    if card:
        raise InvalidContent(f"line {card[0].number}: the card that begins here has no end.")


def version_of(card: Sequence[Line]) -> str:
    """The version that a card declares for itself; empty when it declares none."""
    depth = 0
    for line in card:
        if _BEGIN.fullmatch(line.data):
            depth += 1
        elif _END.fullmatch(line.data):
            depth -= 1
        elif depth == 1:
            found = _VERSION.fullmatch(line.data)
            if found:
                return found[1].decode("ascii", "replace")
    return ""


def joined(card: Sequence[Line], *, old: bool) -> Iterator[Lines]:
    """The lines between BEGIN and END, joined; `old` is whether the card is of version 2.1."""
    place, last = 1, len(card) - 1
    while place < last:
        start = card[place]
        parts = [start.data]
        place += 1
        if _QUOTED.match(start.data):
            while parts[-1].rstrip(b" \t").endswith(b"=") and place < last:
                parts[-1] = parts[-1].rstrip(b" \t")[:-1]
                parts.append(card[place].data)
                place += 1
        if _BASE64.match(start.data):
            while place < last and card[place].data.strip() and b":" not in card[place].data:
                parts.append(card[place].data.strip())
                place += 1
        else:
            while place < last and card[place].data[:1] in (b" ", b"\t"):
                parts.append(card[place].data if old else card[place].data[1:])
                place += 1
        data = b"".join(parts)
        if not data.strip():
            continue
        nested: tuple[Line, ...] = ()
        if _AGENT.fullmatch(data) or _BEGIN.fullmatch(data):
            nested, place = _nested(card, place, start, begun=bool(_BEGIN.fullmatch(data)))
        yield Lines(start.number, data, nested)


def _nested(card: Sequence[Line], place: int, start: Line, *, begun: bool) -> tuple[tuple[Line, ...], int]:
    """The card that follows a bare AGENT, and where the card around it goes on."""
    if begun:
        raise AtLineError(f"line {start.number}: a card begins within another, without an AGENT before it.")
    while place < len(card) - 1 and not card[place].data.strip():
        place += 1
    if not _BEGIN.fullmatch(card[place].data):
        return (), place
    depth, first = 0, place
    while True:
        depth += 1 if _BEGIN.fullmatch(card[place].data) else 0
        depth -= 1 if _END.fullmatch(card[place].data) else 0
        place += 1
        if not depth:
            return tuple(card[first:place]), place
