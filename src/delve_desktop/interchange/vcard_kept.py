"""Lines of a card that no field gives back, as members of the set `vcard` of a contact.

A member is a content line (`vcard_property.line_of`). A sign `=` before it says that a field holds what the
line says, but not exactly: an export writes the line in place of the field's own, as long as the field says
the same. A line that is too long for one change, or stands in the card again word for word, is held as parts,
`{"line": id, "part": 0, "parts": 3, "text": ...}`, where the id is a hash of the line.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from delve_desktop.domain.errors import InvalidContent

from .vcard_fields import claim_of, fits, place_of_claim
from .vcard_parsing import parse_line, readable
from .vcard_property import Property, line_of

PART: Final = 36_000  # bytes of UTF-8 in one member: with its map it stays below what a field takes
MAX_PARTS: Final = 64  # what the type of the field takes
ONCE: Final = frozenset(
    {
        *("KIND", "N", "BDAY", "ANNIVERSARY", "GENDER", "PRODID", "REV", "UID", "MAILER", "CLASS"),
        *("SORT-STRING", "NAME", "PROFILE", "SOURCE", "X-ABUID"),
    }
)
"""Properties that a card has once, so that a newer one takes the place of an older one."""
DESCRIBING: Final = frozenset({"X-ABLABEL", "X-ABADR"})  # tell of the others in their group
FIELD: Final = "vcard"
_FIELDS: Final = "="


@dataclass(frozen=True, slots=True)
class Kept:
    """A line that is kept; `of_field` is whether a field holds the same, but not exactly."""

    one: Property
    of_field: bool = False

    @property
    def line(self) -> str:
        """The line as it is stored."""
        return (_FIELDS if self.of_field else "") + line_of(self.one)


def members_of(kept: Iterable[Kept]) -> list[Any]:
    """The members that hold these lines; raises `InvalidContent` for a line that is too long."""
    members: list[Any] = []
    seen: Counter[str] = Counter()
    for line in (one.line for one in kept):
        seen[line] += 1
        if seen[line] == 1 and len(line.encode("utf-8")) <= PART:
            members.append(line)
            continue
        texts = _cut(line)
        if len(texts) > MAX_PARTS:
            raise InvalidContent(f"one property has {len(line)} characters, which is too long.")
        name = _id(line) + (f"-{seen[line]}" if seen[line] > 1 else "")
        members += [
            {"line": name, "part": part, "parts": len(texts), "text": text} for part, text in enumerate(texts)
        ]
    return members


def _cut(line: str) -> list[str]:
    """Parts of at most `PART` bytes, between letters."""
    data, texts, start = line.encode("utf-8"), [], 0
    while start < len(data):
        end = min(start + PART, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        texts.append(data[start:end].decode("utf-8"))
        start = end
    return texts


def _id(line: str) -> str:
    return hashlib.sha256(line.encode("utf-8")).hexdigest()[:32]


def lines_of(members: Iterable[Any]) -> tuple[list[str], int]:
    """The lines that these members hold, and how many members belong to no whole line."""
    lines: list[str] = []
    parts: dict[tuple[str, int], dict[int, str]] = defaultdict(dict)
    strange = 0
    for member in members:
        if isinstance(member, str):
            lines.append(member)
        elif fits(FIELD, member):
            parts[member["line"], member["parts"]][member["part"]] = member["text"]
        else:
            strange += 1
    for (name, count), texts in parts.items():
        line = "".join(text for _, text in sorted(texts.items()))
        if len(texts) == count and name.startswith(_id(line)):
            lines.append(line)
        else:
            strange += len(texts)
    return lines, strange


def kept_of(members: Iterable[Any]) -> tuple[list[Kept], int]:
    """The lines that these members hold, read, and how many members hold none."""
    lines, strange = lines_of(members)
    kept = []
    for line in lines:
        try:
            kept.append(Kept(parse_line(line.removeprefix(_FIELDS)), line.startswith(_FIELDS)))
        except InvalidContent:  # written by another program into the record
            strange += 1
    return kept, strange


def place_of(kept: Kept) -> tuple[Any, ...] | None:
    """What a line tells that a card tells once: the newer of two such lines counts. None for all others."""
    one = kept.one
    claim = claim_of(readable(one)) if kept.of_field else None
    if claim is not None:
        return place_of_claim(claim)
    if one.key in DESCRIBING and one.group:
        return one.group.lower(), one.key
    return (one.key,) if one.key in ONCE and not one.param("ALTID") else None


def outdated(standing: Sequence[Any], incoming: Sequence[Any], new: Sequence[Any]) -> list[Any]:
    """The standing members whose place is taken by new ones; `new` are those of `incoming` that are news.

    With the last line of a group goes what describes it.
    """
    taken = {place_of(one) for one in kept_of(new)[0]} - {None}
    if not taken:
        return []
    coming = {one.line: one for one in kept_of(incoming)[0]}
    ours = [one for one in kept_of(standing)[0] if one.line not in coming]
    gone = [one for one in ours if place_of(one) in taken]
    left = [*coming.values(), *(one for one in ours if one not in gone)]
    empty = _groups(gone) - _groups(one for one in left if one.one.key not in DESCRIBING)
    gone += [one for one in ours if one.one.key in DESCRIBING and one.one.group.lower() in empty]
    lines = {one.line for one in gone}
    ids = tuple(map(_id, lines))
    return [
        member
        for member in standing
        if (member in lines if isinstance(member, str) else _line_id(member).startswith(ids))
    ]


def _groups(kept: Iterable[Kept]) -> set[str]:
    return {one.one.group.lower() for one in kept} - {""}


def _line_id(member: Any) -> str:
    return str(member.get("line", "")) if isinstance(member, dict) else ""
