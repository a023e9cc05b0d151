"""What the stored acts of a space mean for this vault: membership, space keys, and who is who."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.crypto.names import open_name
from delve_desktop.crypto.wrap import unwrap
from delve_desktop.domain.acts import Act
from delve_desktop.domain.errors import Damaged, DelveError, UnknownVersion
from delve_desktop.domain.ids import ActId, DeviceId, SpaceId
from delve_desktop.domain.membership import EpochView, Membership, Standing, key_commitment, replay, wrap_info
from delve_desktop.protocol.acts import split_act
from delve_desktop.store.rows import PersonRow, StoredAct

from .ports import ReadPort, WritePort

_REASONS: Final[Mapping[Standing, str]] = {
    Standing.COUNTS: "",
    Standing.REFUSED: "refused: its author was not entitled to it",
    Standing.WAITING: "an earlier act is missing",
    Standing.PARKED: "of a kind or version this program does not know",
}
_UNSETTLED: Final = (Standing.WAITING, Standing.PARKED)


def membership_of(unit: ReadPort, space: SpaceId) -> Membership:
    """The membership that the stored acts yield; their signatures were verified when they came."""
    return replay(space, {row.id: _read(row) for row in unit.acts(space)})


def settle_acts(unit: WritePort, space: SpaceId, identity: Identity) -> Membership:
    """Bring keys, names and the state of the space up to date with the stored acts; call when acts came."""
    membership = membership_of(unit, space)
    for act in unit.acts(space):
        standing = membership.standing[act.id]
        state = "parked" if standing in _UNSETTLED else "held"
        if (act.state, act.reason) != (state, _REASONS[standing]):
            unit.set_act_state(act.id, state, _REASONS[standing])
    _take_keys(unit, membership, identity)
    keys = unit.epoch_keys(space)
    unit.set_people(space, _people(membership, keys))
    row = unit.space(space)
    title = _title(membership, keys) or row.name
    state = "active" if keys and membership.is_member(identity.device) else row.state
    if (title, state) != (row.name, row.state):
        unit.set_space(space, name=title, state=state)
    return membership


def title_bound(space: SpaceId) -> bytes:
    """What the sealed name of a space is bound to."""
    return b"space" + space


def person_bound(space: SpaceId, device: DeviceId) -> bytes:
    """What the sealed name of a member is bound to."""
    return b"member" + space + device


def _read(row: StoredAct) -> Act | None:
    try:
        return split_act(row.data)[0]
    except UnknownVersion:
        return None


def _take_keys(unit: WritePort, membership: Membership, identity: Identity) -> None:
    """Unwrap the epoch keys that were wrapped for this device; one that does not open is a problem."""
    space = membership.space
    held = unit.epoch_keys(space)
    for epoch, wrapped in membership.wraps_for(identity.device).items():
        if epoch in held:
            continue
        try:
            key = _unwrapped(wrapped, identity, space, membership.epochs[epoch].commitment)
        except Damaged as error:
            unit.add_problem(space, "key", epoch, str(error), wrapped)
            continue
        unit.add_epoch_key(space, epoch, key)
        unit.clear_problem(epoch)


def _unwrapped(wrapped: bytes, identity: Identity, space: SpaceId, commitment: bytes) -> bytes:
    key = unwrap(wrapped, identity, wrap_info(space, commitment))
    if key_commitment(key) != commitment:
        raise Damaged("A space key is not the one that its epoch promised.")
    return key


def _coordinators_epochs(membership: Membership) -> list[EpochView]:
    """The epochs that coordinators opened, the first one first: they name the space and themselves."""
    ordered = sorted(membership.epochs.values(), key=lambda epoch: (epoch.number, epoch.id))
    return [epoch for epoch in ordered if membership.is_coordinator(epoch.author)]


def _title(membership: Membership, keys: Mapping[ActId, bytes]) -> str:
    bound = title_bound(membership.space)
    names = (_opened(keys.get(one.id), one.title, bound) for one in _coordinators_epochs(membership))
    return next(filter(None, names), "")


def _people(membership: Membership, keys: Mapping[ActId, bytes]) -> list[PersonRow]:
    openers = {epoch.author: epoch for epoch in reversed(_coordinators_epochs(membership))}
    people = []
    for member in membership.members.values():
        bound = person_bound(membership.space, member.device)
        name = _opened(keys.get(ActId(member.named_under)), member.name, bound)
        epoch = openers.get(member.device)
        if not name and epoch is not None:
            name = _opened(keys.get(epoch.id), epoch.name, bound)
        people.append(PersonRow(member.device, name, member.role))
    return people


def _opened(key: bytes | None, sealed: bytes, bound: bytes) -> str:
    """The name, or an empty one: a name that cannot be read blocks nothing."""
    if key is None or not sealed:
        return ""
    try:
        return open_name(EpochKey(key), sealed, bound)
    except DelveError:
        return ""
