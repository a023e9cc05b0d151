"""What a record says of an attachment: a map that names its bytes, gives their key, and describes them.

part | holds
---|---
`name` | the name of the file, without folders
`type` | its media type, `image/jpeg`
`size` | bytes of the file
`root`, `key` | 64 hexadecimal digits each: what its bytes are found by, and the key they are sealed with
`width`, `height` | of a picture, in pixels as it is shown
`seconds` | of a recording
`caption` | what somebody wrote beneath it
`thumb` | a map of `type`, `size`, `root`, `key`, `width`, `height`: a small picture of it
`original` | the same of the picture as it came, where the person kept it: `root` is then a smaller copy

The bytes travel in chunks, each sealed and named by the hash of its ciphertext (`crypto.chunks`). A file of
one chunk has that chunk as its root; of a bigger one the root is a chunk that lists the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from .errors import InvalidContent
from .ids import BlobId
from .state import RecordState

FIELD: Final = "attachments"
CHUNK: Final = 128 * 1024  # bytes of a file in one chunk
LARGEST: Final = 100 * 1024 * 1024  # bytes of a file; its list of 800 chunks fits into one chunk
MAX_CHUNKS: Final = -(-LARGEST // CHUNK)
MAX_NAME: Final = 200  # bytes of UTF-8
MAX_CAPTION: Final = 500
MAX_PIXELS: Final = 100_000  # on one side, as a map may say of a picture

Role = Literal["thumb", "file", "original"]
_BASIC: Final = ("type", "size", "root", "key")
_SIDE: Final = (*_BASIC, "width", "height")
_KNOWN: Final = ("name", *_SIDE, "seconds", "caption", "thumb", "original")
_TYPE: Final = re.compile(r"[a-z0-9][a-z0-9.+\-]{0,49}/[a-z0-9][a-z0-9.+\-]{0,80}")
_HEX: Final = re.compile(r"[0-9a-f]{64}")
# control characters, and those that turn the order of what follows: they make a name look like another
_TRICKS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_NOT_IN_NAMES: Final = re.compile(r'[/\\:*?"<>|]')
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes that an attachment consists of: what they are found by, their key, and how many they are."""

    role: Role
    root: BlobId
    key: bytes = field(repr=False)
    size: int

    @property
    def chunks(self) -> int:
        """How many chunks the bytes make, the list not counted."""
        return chunk_count(self.size)


def chunk_count(size: int) -> int:
    """How many chunks a file of this many bytes makes; an empty file makes one."""
    return max(1, -(-size // CHUNK))


def check_attachment(label: str, value: dict[str, Any]) -> None:
    """Raise `InvalidContent` unless the map describes an attachment as above."""
    _check_map(label, value, _KNOWN, ("name", *_BASIC))
    _check_text(label, value, "name", MAX_NAME)
    if safe_name(value["name"]) != value["name"]:
        raise InvalidContent(f"The name of one of the {label} holds what no file name does.")
    if "caption" in value:
        _check_text(label, value, "caption", MAX_CAPTION)
    if "seconds" in value:
        _check_count(label, value, "seconds", 0, 10_000_000)
    for name in ("thumb", "original"):
        if name in value:
            if not isinstance(value[name], dict):
                raise InvalidContent(f"The part {name!r} of {label} is a map.")
            _check_map(label, value[name], _SIDE, _BASIC)
            _check_basic(label, value[name])
    _check_basic(label, value)


def _check_map(label: str, value: dict[str, Any], known: tuple[str, ...], needed: tuple[str, ...]) -> None:
    strange = sorted(str(name) for name in value.keys() - set(known))
    if strange:
        raise InvalidContent(f"{label} has no part {strange[0]!r}; there are {', '.join(known)}.")
    for name in needed:
        if name not in value:
            raise InvalidContent(f"{label} lacks the part {name!r}.")


def _check_basic(label: str, value: dict[str, Any]) -> None:
    for name, form in (("type", _TYPE), ("root", _HEX), ("key", _HEX)):
        if not isinstance(value[name], str) or not form.fullmatch(value[name]):
            raise InvalidContent(f"The part {name!r} of {label} has not the form it should have.")
    _check_count(label, value, "size", 0, LARGEST)
    for name in ("width", "height"):
        if name in value:
            _check_count(label, value, name, 1, MAX_PIXELS)


def _check_text(label: str, value: dict[str, Any], name: str, most: int) -> None:
    text = value[name]
    if not isinstance(text, str) or not text.strip() or "\n" in text or "\r" in text:
        raise InvalidContent(f"The part {name!r} of {label} is a line of text that is not empty.")
    if len(text.encode("utf-8", "replace")) > most:
        raise InvalidContent(f"The part {name!r} of {label} has at most {most} bytes.")


def _check_count(label: str, value: dict[str, Any], name: str, least: int, most: int) -> None:
    number = value[name]
    if type(number) is not int or not least <= number <= most:
        raise InvalidContent(f"The part {name!r} of {label} is a number from {least} to {most}.")


def safe_name(name: str, default: str = "file") -> str:
    """A name under which any system takes a file: no folders, no tricks, at most `MAX_NAME` bytes."""
    name = _NOT_IN_NAMES.sub("_", _TRICKS.sub("", name)).strip(" .")
    if _DEVICES.match(name):
        name = f"_{name}"
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 12:
        stem, dot, ending = name, "", ""
    room = MAX_NAME - len((dot + ending).encode("utf-8", "replace"))
    stem = stem.encode("utf-8", "replace")[:room].decode("utf-8", "ignore").rstrip(" .")
    return f"{stem}{dot}{ending}" if stem else default


def parts_of(value: Any) -> Iterator[Part]:
    """The bytes that an attachment consists of; nothing where a later version wrote another shape."""
    if not isinstance(value, dict):
        return
    roles: tuple[tuple[Role, Any], ...] = (
        ("thumb", value.get("thumb")),
        ("file", value),
        ("original", value.get("original")),
    )
    for role, one in roles:
        part = _part(role, one)
        if part is not None:
            yield part


def _part(role: Role, value: Any) -> Part | None:
    if not isinstance(value, dict):
        return None
    root, key, size = value.get("root"), value.get("key"), value.get("size")
    if not isinstance(root, str) or not isinstance(key, str) or type(size) is not int:
        return None
    if not _HEX.fullmatch(root) or not _HEX.fullmatch(key) or not 0 <= size <= LARGEST:
        return None
    return Part(role, BlobId(bytes.fromhex(root)), bytes.fromhex(key), size)


def attachments_of(state: RecordState) -> list[dict[str, Any]]:
    """The maps of the attachments that stand in a record, in the order in which it keeps them."""
    field = state.fields.get(FIELD)
    values = [member.value for member in field.members] if field is not None else []
    return [value for value in values if isinstance(value, dict)]


def parts_standing(state: RecordState) -> list[Part]:
    """All bytes that stand in a record, each root once in each of its roles."""
    found = {(part.root, part.role): part for value in attachments_of(state) for part in parts_of(value)}
    return list(found.values())
