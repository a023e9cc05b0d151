"""Plain rows that units of work take and give. Bytes stay bytes: the store knows no wire format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from delve_desktop.domain.attachments import Role
from delve_desktop.domain.ids import (
    ActId,
    BlobId,
    DeviceId,
    OpId,
    RecordId,
    SegmentId,
    SpaceId,
    WriterId,
)
from delve_desktop.domain.ops import Op
from delve_desktop.domain.state import RecordState

SegmentState = Literal["stored", "applied", "parked", "quarantined", "failed"]
ItemKind = Literal["act", "segment"]


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """The device of this vault: its 64 secret bytes, the person's name, and the present incarnation."""

    secret: bytes = field(repr=False)
    name: str
    language: str
    writer: WriterId
    nonce: bytes
    counter: int  # of the last op minted


@dataclass(frozen=True, slots=True)
class SpaceRow:
    """A space of this vault. `digest` is the state of the order-free digest (2048 bytes or empty)."""

    id: SpaceId
    name: str
    state: str  # active | pending
    hub: int | None
    digest: bytes
    joining: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Who a device is in a space."""

    device: DeviceId
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class StoredAct:
    """A signed act as it arrived."""

    id: ActId
    space: SpaceId
    author: DeviceId
    kind: str
    data: bytes
    state: str = "held"  # held | parked
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StoredSegment:
    """A sealed segment. `seq` is its local number, 0 before it is stored."""

    id: SegmentId
    space: SpaceId
    device: DeviceId
    writer: WriterId
    number: int
    previous: SegmentId
    epoch: ActId
    data: bytes
    state: SegmentState = "stored"
    reason: str = ""
    via: str = "hub"
    seq: int = 0


class ChainLink(NamedTuple):
    """One segment's place in its writer's chain."""

    writer: WriterId
    number: int
    id: SegmentId
    previous: SegmentId


class BlobRow(NamedTuple):
    """Bytes that an attachment consists of. `held` and `wanted` tell of this laptop."""

    root: BlobId
    role: Role
    key: bytes
    size: int
    held: bool
    wanted: bool


class OutgoingOp(NamedTuple):
    """An op of the outbox: not sealed into a segment yet."""

    seq: int
    id: OpId
    body: bytes


class IncomingOp(NamedTuple):
    """A verified and decoded op, ready to be applied. `segment` is the local number, 0 for own new ops."""

    id: OpId
    device: DeviceId
    body: bytes
    op: Op
    segment: int


class UnsentItem(NamedTuple):
    """An act or segment that a hub still lacks."""

    kind: str
    id: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class HubRow:
    """A hub with its pinned key and the challenge of its last reply."""

    id: int
    url: str
    key: bytes
    challenge: bytes
    ticket: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HubPlaceRow:
    """Where this vault stands in one hub's feed of one space."""

    position: int
    feed_hash: bytes
    compared: bool


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """Something that could not be used as it is."""

    id: bytes
    space: SpaceId
    item: str
    reason: str
    segment: int
    device: int
    data: bytes


@dataclass(frozen=True, slots=True)
class InviteRow:
    """An invite made by this vault."""

    lookup: bytes
    space: SpaceId
    seed: bytes = field(repr=False)
    act: bytes
    used: bool


@dataclass(frozen=True, slots=True)
class JoinRequestRow:
    """A join request that arrived."""

    id: bytes
    space: SpaceId
    lookup: bytes
    data: bytes
    state: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """What is being typed; `content` is MessagePack made by the services."""

    id: int
    space: SpaceId
    record: RecordId | None
    kind: str
    heads: bytes
    content: bytes = field(repr=False)
    updated: int


class RecordLine(NamedTuple):
    """A record as lists need it. A page makes fifty: a tuple costs a fifth of a frozen data class."""

    row: int
    id: RecordId
    space: SpaceId
    kind: str
    position: int
    title: str
    snippet: str
    place: str
    updated: int
    author: DeviceId
    disputes: int
    in_bin: bool
    unsent: bool
    fresh: bool
    attachments: int
    voice: bool  # one of them is a recording
    thumb: bytes  # root of the first small picture; empty where there is none


Sort = Literal["newest", "oldest", "title"]


@dataclass(frozen=True, slots=True)
class Listed:
    """Which records of a space a list holds, and in which order.

    `facets` are (name, values): a record needs one of the values of each. `text` is what somebody typed: each
    word begins some word of the record. `tried` are practices that an adoption names, `asked` records that a
    question is about which nobody has answered, `fresh` those that changed since they were last opened here.
    """

    space: SpaceId
    kind: str | None = None
    in_bin: bool = False
    disputed: bool = False
    sort: Sort = "newest"
    text: str = ""
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unsent: bool = False
    fresh: bool = False
    tried: bool = False
    asked: bool = False


class FoundRecord(NamedTuple):
    """A hit of a search: the line, and the state whose texts hold what was looked for."""

    line: RecordLine
    state: RecordState


@dataclass(frozen=True, slots=True)
class OpRow:
    """One op of a record, with how it came."""

    id: OpId
    device: DeviceId
    body: bytes
    segment: int
    via: str


class Tried(NamedTuple):
    """A practice, and how many tried it of late."""

    practice: RecordId
    title: str
    tries: int


class HeardOf(NamedTuple):
    """An association, and the label of its own last change, in Unix seconds."""

    association: RecordId
    name: str
    at: int


class DueRecord(NamedTuple):
    """A record whose state is behind its ops, and how many these were when it was read."""

    row: int
    record: RecordId
    space: SpaceId
    ops: int


@dataclass(frozen=True, slots=True)
class ApplyResult:
    """What applying a batch changed. `waiting` counts ops held back for a missing parent."""

    records: frozenset[RecordId]
    kinds: frozenset[str]
    applied: int
    waiting: int
    problems: int
