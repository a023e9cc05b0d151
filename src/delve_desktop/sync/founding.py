"""Founding a space, and adding acts to its log: found, epoch, invite."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from delve_desktop.crypto.invite import InviteCode
from delve_desktop.crypto.keys import EpochKey, new_epoch_key
from delve_desktop.crypto.names import seal_name
from delve_desktop.crypto.wrap import wrap
from delve_desktop.domain import acts, merge
from delve_desktop.domain.errors import NewerFormat, NotAllowed
from delve_desktop.domain.ids import ActId, SpaceId, new_space
from delve_desktop.domain.membership import Membership, key_commitment, wrap_info
from delve_desktop.protocol import versions
from delve_desktop.protocol.acts import SignedAct, sign_act
from delve_desktop.store.rows import HubRow, StoredAct

from .local import Local
from .members import membership_of, person_bound, settle_acts, title_bound
from .permits import why_not_merged
from .ports import WritePort
from .taking import grow_digest, note_unsent


class Bundle(msgspec.Struct, frozen=True):
    """What an invite's code unlocks: the space, who invites, the hub's pinned key, the words' language."""

    space: bytes
    title: str
    inviter: bytes
    hub_key: bytes
    language: str


@dataclass(frozen=True, slots=True)
class Invited:
    """An invite that was made: its code for the person, and the act for the hub."""

    code: InviteCode
    act: ActId


def found_space(unit: WritePort, local: Local, title: str, person: str, hub: int | None) -> SpaceId:
    """Found a space with this device as its coordinator and one epoch; in the caller's transaction."""
    identity = local.identity
    nonce = local.random(16)
    space = new_space(identity.device, nonce)
    body = acts.Found(nonce, identity.exchange, merge.RULES, versions.FLOOR)
    found = _signed(local, space, (), body)
    key = new_epoch_key(local.random)
    commitment = key_commitment(key)
    epoch = acts.Epoch(
        number=1,
        commitment=commitment,
        wraps=((identity.device, wrap(key, identity.exchange, wrap_info(space, commitment))),),
        title=seal_name(key, local.random, title, title_bound(space)),
        name=seal_name(key, local.random, person, person_bound(space, identity.device)),
    )
    opened = _signed(local, space, (found.id,), epoch)
    unit.add_space(space, title, "active", hub)
    unit.add_epoch_key(space, opened.id, key)
    add_acts(unit, local, space, found, opened)
    return space


def invite(unit: WritePort, local: Local, space: SpaceId, hub: HubRow, language: str) -> Invited:
    """Let the hub take one join request. Raises `NotAllowed` for who is no coordinator."""
    membership = as_coordinator(unit, local, space)
    code = InviteCode.create(hub.url, random=local.random)
    keys = code.keys()
    bundle = Bundle(space, unit.space(space).name, local.identity.device, hub.key, language)
    sealed = keys.seal_bundle(msgspec.msgpack.encode(bundle), random=local.random)
    body = acts.Invite(keys.lookup, keys.verify_key, sealed)
    act = add_body(unit, local, space, membership, body)
    unit.add_invite(keys.lookup, space, code.seed, act)
    return Invited(code, act)


def as_coordinator(unit: WritePort, local: Local, space: SpaceId) -> Membership:
    """The membership, if this device may change it; else raises `NotAllowed` or `NewerFormat`."""
    membership = membership_of(unit, space)
    if reason := why_not_merged(membership):
        raise NewerFormat(reason)
    if not membership.is_coordinator(local.identity.device):
        raise NotAllowed("Only a coordinator of the space can do this.")
    return membership


def add_body(unit: WritePort, local: Local, space: SpaceId, membership: Membership, body: acts.Body) -> ActId:
    """Sign and add an act after all that this vault has seen."""
    act = _signed(local, space, membership.heads, body)
    add_acts(unit, local, space, act)
    return act.id


def add_acts(unit: WritePort, local: Local, space: SpaceId, *made: SignedAct) -> None:
    """Store acts made here, note them as unsent, and bring the space up to date with them."""
    rows = [StoredAct(one.id, space, local.identity.device, one.act.kind, one.data) for one in made]
    unit.add_acts(rows)
    grow_digest(unit, space, [one.id for one in made])
    note_unsent(unit, space, [one.id for one in made], ())
    settle_acts(unit, space, local.identity)


def wraps_of_all_keys(
    unit: WritePort, membership: Membership, exchange: bytes
) -> tuple[tuple[bytes, bytes], ...]:
    """Every epoch key held, wrapped for a new member: it may read the space from its beginning."""
    space = membership.space
    keys = unit.epoch_keys(space)
    return tuple(
        (epoch.id, wrap(EpochKey(keys[epoch.id]), exchange, wrap_info(space, epoch.commitment)))
        for epoch in sorted(membership.epochs.values(), key=lambda epoch: (epoch.number, epoch.id))
        if epoch.id in keys
    )


def _signed(local: Local, space: SpaceId, parents: tuple[ActId, ...], body: acts.Body) -> SignedAct:
    act = acts.build(space, local.identity.device, parents[: acts.MAX_PARENTS], body)
    return sign_act(act, local.identity.sign)
