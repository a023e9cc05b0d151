"""One item as a device sent it, checked by itself: format, signature, space."""

from __future__ import annotations

from typing import NamedTuple

from delve_desktop.domain.acts import Act
from delve_desktop.domain.errors import Damaged, InvalidContent, NewerFormat
from delve_desktop.domain.ids import DeviceId, SpaceId
from delve_desktop.protocol import acts, frames, limits, segment
from delve_desktop.protocol.messages import Refusal

from .errors import code_of
from .store.rows import NewItem


class Checked(NamedTuple):
    """A well-formed and well-signed item; `place` is its place in the request, `act` None for a segment."""

    place: int
    row: NewItem
    act: Act | None

    @property
    def device(self) -> DeviceId:
        """Who signed it."""
        return DeviceId(self.row.device)


def check(place: int, space: SpaceId, item: frames.Item) -> Checked | Refusal:
    """The item, or what is wrong with it."""
    try:
        checked = _read_act(place, item.data) if item.kind == frames.ACT else _read_segment(place, item.data)
    except (InvalidContent, NewerFormat, Damaged) as error:
        return Refusal.TOO_LARGE if _is_too_large(item) else code_of(error)
    one, its_space = checked
    return one if its_space == space else Refusal.WRONG_SPACE


def _is_too_large(item: frames.Item) -> bool:
    return len(item.data) > (limits.ACT_MAX if item.kind == frames.ACT else limits.SEGMENT_MAX)


def _read_act(place: int, data: bytes) -> tuple[Checked, bytes]:
    signed = acts.verify_act(data)
    row = NewItem(frames.ACT, signed.id, signed.act.author, data)
    return Checked(place, row, signed.act), signed.act.space


def _read_segment(place: int, data: bytes) -> tuple[Checked, bytes]:
    one = segment.verify(data)
    header = one.header
    row = NewItem(frames.SEGMENT, one.id, header.device, data, header.writer, header.number, header.previous)
    return Checked(place, row, None), header.space
