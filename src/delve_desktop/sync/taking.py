"""Taking in what arrived: each item is checked by itself and stored with what follows from it.

An act or segment is stored once its signature fits; what is in it is read later, by the applier. An
item that cannot be used is kept with its bytes as a problem, and blocks no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from delve_desktop.domain.errors import Damaged, Malformed, UnknownVersion
from delve_desktop.domain.ids import ActId, DeviceId, SegmentId, SpaceId, new_writer
from delve_desktop.protocol import segment as segments
from delve_desktop.protocol.acts import act_id, verify_act, verify_act_frame
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.frames import ACT, SEGMENT
from delve_desktop.store.rows import StoredAct, StoredSegment

from .local import Local
from .members import settle_acts
from .ports import ReadPort, WritePort

NOBODY: Final = DeviceId(bytes(32))
UNREAD: Final = ActId(bytes(32))  # stands for the epoch of a segment of which only the frame can be read


@dataclass(frozen=True, slots=True)
class Spoiled:
    """An item that cannot be used; `item` is its kind as in `ReadPort.problems`."""

    id: bytes
    item: str
    reason: str
    data: bytes


Arrival = StoredAct | StoredSegment | Spoiled


def is_signed(arrival: Arrival) -> bool:
    """Whether its author's signature was checked; an unknown version may have none that can be."""
    return not isinstance(arrival, Spoiled) and not (
        isinstance(arrival, StoredAct) and arrival.author == NOBODY
    )


def item_id(kind: int, data: bytes) -> bytes:
    """The id of an item, good or bad; `kind` as in an ITEM frame."""
    return act_id(data) if kind == ACT else segments.segment_id(data)


def check(space: SpaceId, kind: int, data: bytes, via: str) -> Arrival:
    """Verify an item that came for this space; `via` tells by what path."""
    return _check_act(space, data) if kind == ACT else _check_segment(space, data, via)


def _check_act(space: SpaceId, data: bytes) -> Arrival:
    try:
        act = verify_act(data).act
    except UnknownVersion as error:
        return _check_newer_act(space, data, str(error))
    except (Malformed, Damaged) as error:
        return Spoiled(act_id(data), "act", str(error), data)
    if act.space != space:
        return Spoiled(act_id(data), "act", "It belongs to another space.", data)
    return StoredAct(act_id(data), space, DeviceId(act.author), act.kind, data)


def _check_segment(space: SpaceId, data: bytes, via: str) -> Arrival:
    name = segments.segment_id(data)
    try:
        header = segments.verify(data).header
    except UnknownVersion as error:
        return _check_newer_segment(space, data, via, str(error))
    except (Malformed, Damaged) as error:
        return Spoiled(name, "segment", str(error), data)
    if header.space != space:
        return Spoiled(name, "segment", "It belongs to another space.", data)
    return _stored(header, name, header.epoch, data, via)


def _check_newer_act(space: SpaceId, data: bytes, reason: str) -> Arrival:
    """An act of an unknown version: handed on if its frame is signed, kept and counted in either case."""
    try:
        frame = verify_act_frame(data).frame
    except (Malformed, Damaged):
        return StoredAct(act_id(data), space, NOBODY, "", data, "parked", reason)
    if frame.space != space:
        return Spoiled(act_id(data), "act", "It belongs to another space.", data)
    return StoredAct(act_id(data), space, DeviceId(frame.author), "", data, "parked", reason)


def _check_newer_segment(space: SpaceId, data: bytes, via: str, reason: str) -> Arrival:
    """A segment of an unknown version: as above."""
    try:
        frame = segments.verify_frame(data)
    except (Malformed, Damaged):
        return Spoiled(segments.segment_id(data), "newer", reason, data)
    if frame.space != space:
        return Spoiled(frame.id, "segment", "It belongs to another space.", data)
    return _stored(frame, frame.id, UNREAD, data, via)


def _stored(
    place: segments.Header | segments.Frame, name: SegmentId, epoch: ActId, data: bytes, via: str
) -> StoredSegment:
    return StoredSegment(
        id=name,
        space=place.space,
        device=place.device,
        writer=place.writer,
        number=place.number,
        previous=place.previous,
        epoch=epoch,
        data=data,
        via=via,
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """What a batch of arrivals brought that was not here."""

    acts: int = 0
    segments: int = 0
    spoiled: int = 0

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.acts + other.acts, self.segments + other.segments, self.spoiled + other.spoiled)

    def __bool__(self) -> bool:
        return bool(self.acts or self.segments or self.spoiled)


def store(
    unit: WritePort, space: SpaceId, arrivals: Sequence[Arrival], *, from_hub: int, local: Local
) -> Taken:
    """Store what is new, in the caller's transaction; other hubs of the space are noted to lack it.

    A segment by the present writer that this vault never made means that a copy of the vault is at
    work: this one goes on as a new writer.
    """
    known = unit.held([one.id for one in arrivals])
    problems = unit.problem_items(space)
    newer = {name for name, item in problems.items() if item == "newer"}  # in the digest already
    fresh = {one.id: one for one in arrivals if one.id not in known}
    new_acts = [one for one in fresh.values() if isinstance(one, StoredAct)]
    new_segments = [one for one in fresh.values() if isinstance(one, StoredSegment)]
    spoiled = [one for one in fresh.values() if isinstance(one, Spoiled) and one.id not in newer]
    unit.add_acts(new_acts)
    unit.add_segments(new_segments)
    for one in spoiled:
        unit.add_problem(space, one.item, one.id, one.reason, one.data)
    usable: set[bytes] = {one.id for one in new_acts} | {one.id for one in new_segments}
    for name in usable & problems.keys():
        unit.clear_problem(name)
    digested = usable | {one.id for one in spoiled if one.item == "newer"}
    grow_digest(unit, space, digested - newer)
    note_unsent(unit, space, [one.id for one in new_acts], new_segments, but_not=from_hub)
    me = unit.identity()
    if any(one.writer == me.writer for one in new_segments):
        renew_writer(unit, local)
    return Taken(len(new_acts), len(new_segments), len(spoiled))


def retry(unit: WritePort, space: SpaceId, local: Local) -> None:
    """Read again what an older program could not: segments and acts of then unknown versions and kinds."""
    problems = [problem for problem in unit.problems(space) if problem.item == "newer"]
    again = [check(space, SEGMENT, problem.data, via="hub") for problem in problems]
    store(unit, space, [one for one in again if isinstance(one, StoredSegment)], from_hub=0, local=local)
    for kept in unit.segments_of_epoch(space, UNREAD):
        read = check(space, SEGMENT, kept.data, via=kept.via)
        if isinstance(read, StoredSegment) and read.epoch != UNREAD:
            unit.set_segment_epoch(kept.id, read.epoch)
    if any(act.state == "parked" for act in unit.acts(space)):
        settle_acts(unit, space, local.identity)


def grow_digest(unit: WritePort, space: SpaceId, ids: Iterable[bytes]) -> None:
    """Take these new ids into the digest of a space, each of them once."""
    digest = SetDigest(unit.space(space).digest)
    for one in ids:
        digest.add(one)
    unit.set_space(space, digest=digest.state())


def digested_ids(unit: ReadPort, space: SpaceId) -> set[bytes]:
    """Every id that the digest of a space is over: acts, segments, and segments of newer versions."""
    acts, held = unit.item_ids(space)
    newer = {name for name, item in unit.problem_items(space).items() if item == "newer"}
    return {*acts, *held, *newer}


def note_unsent(
    unit: WritePort,
    space: SpaceId,
    act_ids: Sequence[ActId],
    new_segments: Sequence[StoredSegment],
    *,
    but_not: int = 0,
) -> None:
    """Note new items as unsent for every hub whose feed of this space is followed, save one."""
    for hub in followed_hubs(unit, space):
        if hub != but_not:
            unit.set_unsent(hub, space, "act", act_ids)
            unit.set_unsent(hub, space, "segment", [one.id for one in new_segments])


def followed_hubs(unit: ReadPort, space: SpaceId) -> list[int]:
    """The hubs that this vault has a place with in the space's feed."""
    return [hub.id for hub in unit.hubs() if unit.place(hub.id, space) is not None]


def renew_writer(unit: WritePort, local: Local) -> None:
    """Go on as a new incarnation: the op counter goes on, the next segment is number 1 of a new chain."""
    nonce = local.random(16)
    unit.new_writer(new_writer(local.identity.device, nonce), nonce)
