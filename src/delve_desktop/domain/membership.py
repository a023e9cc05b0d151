"""Who belongs to a space: a pure function of the set of its acts, whatever their order of arrival.

An act *counts* when its author was entitled to it by the acts in its own causal past, so every laptop
and hub that holds the act and its past comes to the same verdict, and a later act changes none:

* `found`  by the device whose hash, with the nonce, is the space's id; it has no parents
* `admit`  by a coordinator, for a device that is no member yet, answering no invite or one that counts
* `invite` by a coordinator
* `epoch`  by any member, for exactly the members that the log yields at its parents

Acts whose past is not all here *wait*; those of a kind or version unknown to this program are *parked*.
Both are kept, forwarded and counted (see `Membership.open_questions`), and so are refused ones.

Removal, change of role and erasure will be acts of their own. They enter in two places: `_entitled`
judges an act by its past, and `_Log.members_at` folds a set of acts into members. `valid_op` is the one
place that decides whether an op counts.

Two rules keep what more acts can say in one direction, so that no act takes back what was merged before
it came: of concurrent admissions of one device the greatest role serves, and of several `found` acts
the greatest merge version and protocol floor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, NamedTuple

from .acts import ROLES, Act, Admit, Body, Epoch, Found, Invite, Role, body_of
from .errors import Malformed
from .ids import ActId, DeviceId, SpaceId, WriterId, new_space, tagged_hash


class Standing(Enum):
    """What became of an act."""

    COUNTS = "counts"
    REFUSED = "refused"  # its author was not entitled to it, or it is malformed
    WAITING = "waiting"  # an act of its past is not here, or cannot be read
    PARKED = "parked"  # a kind or version that this program does not know


class Verdict(Enum):
    """Whether ops of a segment may be merged."""

    VALID = "valid"
    UNKNOWN = "unknown"  # the author is no member as far as the acts here tell: wait for more acts
    QUARANTINED = "quarantined"  # neither merged nor dropped; a coordinator can adopt it


@dataclass(frozen=True, slots=True)
class Member:
    """A device that belongs to a space. `name` is sealed under the key of the epoch `named_under`."""

    device: DeviceId
    exchange: bytes
    role: Role
    since: ActId
    name: bytes = b""
    named_under: bytes = b""


@dataclass(frozen=True, slots=True)
class EpochView:
    """An epoch that counts. `holders` are all who were ever given its key."""

    id: ActId
    number: int
    author: DeviceId
    commitment: bytes
    wraps: Mapping[DeviceId, bytes]
    holders: frozenset[DeviceId]
    title: bytes  # name of the space, sealed under the key
    name: bytes  # name of the author, the same


@dataclass(frozen=True, slots=True)
class InviteView:
    """An invite that counts; `answered` tells which devices were admitted by it."""

    id: ActId
    author: DeviceId
    invite: Invite
    answered: frozenset[DeviceId]


@dataclass(frozen=True, slots=True)
class Membership:
    """What a set of acts yields. `heads` are the parents for the next act."""

    space: SpaceId
    members: Mapping[DeviceId, Member]
    epochs: Mapping[ActId, EpochView]
    invites: Mapping[ActId, InviteView]
    standing: Mapping[ActId, Standing]
    heads: tuple[ActId, ...]
    found: Found | None = None
    merge_version: int = 1  # the rules by which the records of this space are merged
    protocol_floor: int = 1  # the lowest version of the protocol that may serve this space

    def is_member(self, device: DeviceId) -> bool:
        """Whether the device belongs to the space, by the acts here."""
        return device in self.members

    def is_coordinator(self, device: DeviceId) -> bool:
        """Whether the device may admit and invite, by the acts here."""
        member = self.members.get(device)
        return member is not None and member.role == "coordinator"

    def may_write(self, device: DeviceId) -> bool:
        """Whether ops of the device are merged, by the acts here: a reader's are not."""
        member = self.members.get(device)
        return member is not None and member.role != "reader"

    def usable_epoch(self) -> ActId | None:
        """The epoch to seal under: the lowest act id among those whose holders are all members."""
        usable = [one.id for one in self.epochs.values() if one.holders <= self.members.keys()]
        return min(usable, default=None)

    def wraps_for(self, device: DeviceId) -> dict[ActId, bytes]:
        """The epoch keys wrapped for a device, by epoch; from the epoch itself or from its admission."""
        return {one.id: one.wraps[device] for one in self.epochs.values() if device in one.wraps}

    @property
    def open_questions(self) -> tuple[ActId, ...]:
        """The acts that wait or are parked: while there are any, a space is not up to date."""
        unsettled = (Standing.WAITING, Standing.PARKED)
        return tuple(sorted(act for act, standing in self.standing.items() if standing in unsettled))


def key_commitment(epoch_key: bytes) -> bytes:
    """What an epoch act says of its key, so that a wrong key is noticed when it is unwrapped."""
    return tagged_hash("epoch-commitment", epoch_key)


def wrap_info(space: SpaceId, commitment: bytes) -> bytes:
    """What the wrapping of an epoch key is bound to; the commitment stands in for the key's epoch."""
    return space + commitment


class Source(NamedTuple):
    """Where ops come from: a device, and the segment of its chain that holds them."""

    device: DeviceId
    writer: WriterId
    number: int


def valid_op(membership: Membership, source: Source) -> Verdict:
    """Whether the ops of a segment count, by the acts held.

    Every op of a member is valid, save those of a device that was only ever admitted as a reader: they
    are `QUARANTINED`. Once there are removals, an op of a removed or demoted device is valid iff its
    segment lies within the farthest mark (last accepted segment per writer) of any valid removal, or the
    op is an ancestor of a valid op of a continuing member; the rest is `QUARANTINED` too.
    """
    if not membership.is_member(source.device):
        return Verdict.UNKNOWN
    return Verdict.VALID if membership.may_write(source.device) else Verdict.QUARANTINED


def replay(space: SpaceId, acts: Mapping[ActId, Act | None]) -> Membership:
    """The membership that these acts yield; None stands for an act of an unknown version.

    All signatures were verified, and every act names this space.
    """
    log = _Log(space, acts)
    for act in log.in_causal_order():
        log.judge(act)
    return log.membership()


_NOTHING: Final = 0


class _Log:
    """One replay. Sets of acts are bit sets: act number n, in causal order, is bit n."""

    def __init__(self, space: SpaceId, acts: Mapping[ActId, Act | None]) -> None:
        self._space = space
        self._acts = acts
        self._order: list[ActId] = []
        self._number: dict[ActId, int] = {}  # place in that order
        self._past: dict[ActId, int] = {}  # the acts in an act's causal past
        self._bodies: dict[ActId, Body] = {}
        self._counting = _NOTHING
        self._standing: dict[ActId, Standing] = {}

    def in_causal_order(self) -> Iterable[ActId]:
        """Readable acts whose past is all here, parents first; notes the standing of the others."""
        waiting_for: dict[ActId, int] = {}
        children: dict[ActId, list[ActId]] = {}
        ready: list[ActId] = []
        for act_id, act in self._acts.items():
            if act is None:
                self._standing[act_id] = Standing.PARKED
                continue
            self._standing[act_id] = Standing.WAITING
            parents = {ActId(parent) for parent in act.parents}
            waiting_for[act_id] = len(parents)
            for parent in parents:
                children.setdefault(parent, []).append(act_id)
            if not parents:
                ready.append(act_id)
        while ready:
            act_id = ready.pop()
            yield act_id
            for child in children.get(act_id, ()):
                waiting_for[child] -= 1
                if not waiting_for[child]:
                    ready.append(child)

    def judge(self, act_id: ActId) -> None:
        """Decide whether an act counts; its parents were judged before."""
        act = self._acts[act_id]
        if act is None:
            return
        past = _NOTHING
        for parent in act.parents:
            past |= self._past[ActId(parent)] | 1 << self._number[ActId(parent)]
        self._past[act_id] = past
        self._number[act_id] = len(self._order)
        self._order.append(act_id)
        try:
            body = body_of(act)
        except Malformed:
            self._standing[act_id] = Standing.REFUSED
            return
        if body is None:
            self._standing[act_id] = Standing.PARKED
            return
        self._bodies[act_id] = body
        if act.space == self._space and self._entitled(act, body, past & self._counting):
            self._standing[act_id] = Standing.COUNTS
            self._counting |= 1 << self._number[act_id]
        else:
            self._standing[act_id] = Standing.REFUSED

    def _entitled(self, act: Act, body: Body, past: int) -> bool:
        """Whether the author might do this, by the counting acts of the act's past."""
        if isinstance(body, Found):
            return not act.parents and new_space(DeviceId(act.author), body.nonce) == self._space
        members = self.members_at(past)
        author = members.get(DeviceId(act.author))
        if author is None:
            return False
        if isinstance(body, Epoch):
            recipients = [device for device, _ in body.wraps]
            return len(set(recipients)) == len(recipients) and set(recipients) == members.keys()
        if author.role != "coordinator":
            return False
        if isinstance(body, Admit):
            return body.device not in members and self._answers(body, past)
        return True

    def _answers(self, admit: Admit, past: int) -> bool:
        invites = (act for act in self._among(past) if isinstance(self._bodies[act], Invite))
        return not admit.invite or ActId(admit.invite) in invites

    def _among(self, acts: int) -> Iterable[ActId]:
        while acts:
            lowest = acts & -acts
            yield self._order[lowest.bit_length() - 1]
            acts ^= lowest

    def members_at(self, acts: int) -> dict[DeviceId, Member]:
        """The members that a set of counting acts yields.

        Of concurrent admissions the lowest id gives the key and the name, and the greatest role serves.
        """
        members: dict[DeviceId, Member] = {}
        for act_id in sorted(self._among(acts)):
            body = self._bodies[act_id]
            if isinstance(body, Found):
                device = self._author(act_id)
                members.setdefault(device, Member(device, body.exchange, "coordinator", act_id))
            elif isinstance(body, Admit):
                device = DeviceId(body.device)
                member = Member(device, body.exchange, body.role, act_id, body.name, body.named_under)
                first = members.setdefault(device, member)
                if ROLES.index(body.role) > ROLES.index(first.role):
                    members[device] = replace(first, role=body.role)
        return members

    def membership(self) -> Membership:
        """What all counting acts yield together."""
        counting = sorted(self._among(self._counting))
        bodies = {act_id: self._bodies[act_id] for act_id in counting}
        founded = [one for one in bodies.values() if isinstance(one, Found)]
        superseded = {parent for act_id in counting for parent in self._parents(act_id)}
        return Membership(
            space=self._space,
            members=self.members_at(self._counting),
            epochs={
                act_id: self._epoch(act_id, one, bodies)
                for act_id, one in bodies.items()
                if isinstance(one, Epoch)
            },
            invites={
                act_id: InviteView(act_id, self._author(act_id), one, _answered(act_id, bodies))
                for act_id, one in bodies.items()
                if isinstance(one, Invite)
            },
            standing=self._standing,
            heads=tuple(act_id for act_id in counting if act_id not in superseded),
            found=founded[0] if founded else None,
            merge_version=max((one.merge_version for one in founded), default=1),
            protocol_floor=max((one.protocol_floor for one in founded), default=1),
        )

    def _epoch(self, act_id: ActId, epoch: Epoch, bodies: Mapping[ActId, Body]) -> EpochView:
        wraps = {DeviceId(device): wrap for device, wrap in epoch.wraps}
        for body in bodies.values():
            if isinstance(body, Admit):
                later = dict(body.wraps).get(act_id)
                if later is not None:
                    wraps.setdefault(DeviceId(body.device), later)
        return EpochView(
            id=act_id,
            number=epoch.number,
            author=self._author(act_id),
            commitment=epoch.commitment,
            wraps=wraps,
            holders=frozenset(wraps),
            title=epoch.title,
            name=epoch.name,
        )

    def _parents(self, act_id: ActId) -> tuple[ActId, ...]:
        act = self._acts[act_id]
        return () if act is None else tuple(ActId(parent) for parent in act.parents)

    def _author(self, act_id: ActId) -> DeviceId:
        act = self._acts[act_id]
        assert act is not None  # only readable acts are judged
        return DeviceId(act.author)


def _answered(invite: ActId, bodies: Mapping[ActId, Body]) -> frozenset[DeviceId]:
    admits = (body for body in bodies.values() if isinstance(body, Admit))
    return frozenset(DeviceId(admit.device) for admit in admits if admit.invite == invite)
