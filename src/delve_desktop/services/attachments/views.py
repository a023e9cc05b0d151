"""What screens and the command line are shown of attachments: plain values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from delve_desktop.domain.attachments import Part, attachments_of, parts_of
from delve_desktop.domain.errors import Mistaken, NotFound
from delve_desktop.domain.ids import RecordId
from delve_desktop.services.session import Session
from delve_desktop.store.reading import ReadUnit

Whereabouts = Literal["here", "wanted", "elsewhere"]
"""Of a file's bytes: on this laptop; asked for, and coming with the next exchange; on other laptops only."""


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """One attachment of a record. `id` is what its bytes are found by, in hexadecimal.

    `captions` are several where people wrote different ones at the same time. `value` is the map that
    stands in the record, the first of those with these bytes.
    """

    id: str
    name: str
    type: str
    size: int
    captions: tuple[str, ...]
    where: Whereabouts
    width: int = 0
    height: int = 0
    seconds: int = 0
    thumb: str = ""  # id of its small picture, if that is here
    original: str = ""  # id of the picture as it came, if that was kept
    original_size: int = 0
    original_where: Whereabouts = "elsewhere"
    values: tuple[dict[str, Any], ...] = ()

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown inside the window."""
        return self.type in ("image/jpeg", "image/png", "image/webp", "image/gif") and bool(self.thumb)

    @property
    def is_sound(self) -> bool:
        """Whether it can be played inside the window."""
        return self.type.startswith("audio/")


def attachments(session: Session, record: RecordId) -> list[AttachmentView]:
    """The attachments of a record as they stand; raises `NotFound`."""
    with session.vault.read() as unit:
        return views_of(unit, attachments_of(unit.state(record)))


def views(session: Session, values: Sequence[Any]) -> list[AttachmentView]:
    """The same of maps that may stand in no record yet, as in what is being typed."""
    with session.vault.read() as unit:
        return views_of(unit, values)


def views_of(unit: ReadUnit, values: Sequence[Any]) -> list[AttachmentView]:
    """One view for each different file, by name; maps of other shapes are passed over."""
    by_root: dict[str, list[dict[str, Any]]] = {}
    for value in values:
        parts = {part.role: part for part in parts_of(value)}
        if "file" in parts:
            by_root.setdefault(parts["file"].root.hex(), []).append(value)
    roots = [part.root for group in by_root.values() for value in group for part in parts_of(value)]
    held = unit.blobs_held(roots) if roots else set()
    wanted = unit.blobs_wanted(roots) if roots else set()

    def where(part: Part | None) -> Whereabouts:
        if part is None:
            return "elsewhere"
        return "here" if part.root in held else "wanted" if part.root in wanted else "elsewhere"

    # a set has no order of its own; cameras number what they take
    return sorted(
        (_view(root, group, where) for root, group in by_root.items()),
        key=lambda view: (view.name.casefold(), view.id),
    )


def _view(
    root: str, values: list[dict[str, Any]], where: Callable[[Part | None], Whereabouts]
) -> AttachmentView:
    value = values[0]
    parts = {part.role: part for part in parts_of(value)}
    thumb, original = parts.get("thumb"), parts.get("original")
    captions = dict.fromkeys(one["caption"] for one in values if isinstance(one.get("caption"), str))
    return AttachmentView(
        id=root,
        name=str(value.get("name", "")),
        type=str(value.get("type", "")),
        size=parts["file"].size,
        captions=tuple(captions),
        where=where(parts["file"]),
        width=_number(value, "width"),
        height=_number(value, "height"),
        seconds=_number(value, "seconds"),
        thumb=thumb.root.hex() if thumb is not None and where(thumb) == "here" else "",
        original=original.root.hex() if original is not None else "",
        original_size=original.size if original is not None else 0,
        original_where=where(original),
        values=tuple(values),
    )


def _number(value: dict[str, Any], name: str) -> int:
    number = value.get(name, 0)
    return number if type(number) is int and number >= 0 else 0


def find_view(session: Session, record: RecordId, wanted: str) -> AttachmentView:
    """The attachment whose id begins so; raises `NotFound`, or `Mistaken` for several."""
    found = [one for one in attachments(session, record) if one.id.startswith(wanted.lower())]
    if not found or not wanted:
        raise NotFound(f"This record has no attachment {wanted}.")
    if len(found) > 1:
        raise Mistaken(f"Several attachments begin with {wanted}; give more of the id.")
    return found[0]
