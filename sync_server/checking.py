"""One item as a device sent it, checked by itself: format, signature, space."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from delve_desktop.domain.acts import Act
from delve_desktop.domain.errors import Damaged, InvalidContent, NewerFormat, UnknownVersion
from delve_desktop.domain.ids import ActId, DeviceId, SpaceId
from delve_desktop.protocol import acts, frames, limits, segment
from delve_desktop.protocol.messages import Refusal

from .errors import code_of
from .store.rows import NewItem

_T = TypeVar("_T")


class Checked(NamedTuple):
    """A well-signed item; `place` is its place in the request.

    `act` is None for a segment, and for an act of a version that this hub does not know: of that only the
    frame was read, as of a segment of such a version. `parents` are those of an act.
    """

    place: int
    row: NewItem
    act: Act | None
    parents: tuple[ActId, ...] = ()

    @property
    def is_act(self) -> bool:
        """Whether it is an act, of whatever version."""
        return self.row.kind == frames.ACT

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
    try:
        signed = acts.verify_act(data)
    except UnknownVersion as unknown:
        newer = _or_raise(unknown, acts.verify_act_frame, data)
        frame = newer.frame
        row = NewItem(frames.ACT, newer.id, frame.author, data)
        return Checked(place, row, None, tuple(map(ActId, frame.parents))), frame.space
    row = NewItem(frames.ACT, signed.id, signed.act.author, data)
    return Checked(place, row, signed.act, tuple(map(ActId, signed.act.parents))), signed.act.space


def _read_segment(place: int, data: bytes) -> tuple[Checked, bytes]:
    place_in_chain: segment.Header | segment.Frame
    try:
        place_in_chain = segment.verify(data).header
    except UnknownVersion as unknown:
        place_in_chain = _or_raise(unknown, segment.verify_frame, data)
    row = NewItem(
        frames.SEGMENT,
        segment.segment_id(data),
        place_in_chain.device,
        data,
        place_in_chain.writer,
        place_in_chain.number,
        place_in_chain.previous,
    )
    return Checked(place, row, None), place_in_chain.space


def _or_raise(unknown: UnknownVersion, verify: Callable[[bytes], _T], data: bytes) -> _T:
    """The frame of an item of an unknown version; one without a frame that can be verified stays unknown."""
    try:
        return verify(data)
    except (InvalidContent, Damaged):
        raise unknown from None
