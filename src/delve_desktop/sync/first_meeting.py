"""The first meeting of a new laptop with a space: code, invite, join request, six words, approval.

The code gives both sides the same keys. The invite act on the hub holds a bundle only the code opens: it
names the space, the inviter and the hub's key, which is pinned from then on. The join request holds the
joiner's keys, signed by them, sealed for who has the code. Six words stand for invite and request; who
compares them and approves makes an `admit` act, and nothing but that act admits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

import msgspec

from delve_desktop.crypto.invite import InviteCode, InviteKeys
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.crypto.names import seal_name
from delve_desktop.crypto.words import LISTS, Comparison, join_digest, six_words
from delve_desktop.domain import acts
from delve_desktop.domain.acts import Role
from delve_desktop.domain.errors import Damaged, HubRefused, Malformed, NewerFormat, NotAllowed
from delve_desktop.domain.ids import ActId, DeviceId, SpaceId
from delve_desktop.protocol.acts import verify_act
from delve_desktop.protocol.messages import open_join_request, sign_join_request
from delve_desktop.protocol.signing import verify
from delve_desktop.protocol.transport import Hub
from delve_desktop.store.rows import InviteRow, JoinRequestRow

from .founding import Bundle, add_body, as_coordinator, wraps_of_all_keys
from .local import Local
from .members import person_bound
from .ports import WritePort

TAG: Final = "join"
_Long = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]


class JoinAsk(msgspec.Struct, frozen=True):
    """The content of a join request; `signature` is the device's own over the rest and the invite."""

    device: _Long
    exchange: _Long
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    signature: Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]


class Joining(msgspec.Struct, frozen=True):
    """What a vault keeps of a join that waits for approval, so that it can ask again and show the words."""

    seed: bytes
    lookup: bytes
    invite: bytes
    request: bytes
    language: str

    def to_bytes(self) -> bytes:
        """For the space's row."""
        return msgspec.msgpack.encode(self)

    @classmethod
    def from_bytes(cls, data: bytes) -> Joining:
        """What `to_bytes` gave."""
        return msgspec.msgpack.decode(data, type=cls)

    def comparison(self, space: SpaceId) -> Comparison:
        """The six words, and digits, that the other side must see too."""
        return six_words(join_digest(space, ActId(self.invite), self.request), self.language)


@dataclass(frozen=True, slots=True)
class Met:
    """An invite that was looked up and opened."""

    code: InviteCode
    space: SpaceId
    title: str
    hub_key: bytes
    invite: ActId
    language: str


def look_up(transport: Hub, code: InviteCode) -> Met:
    """Fetch the invite that a code stands for, and open it.

    Raises `HubRefused` when the hub has none or is not the hub the invite pins, `HubUnreachable`, and
    `NewerFormat` for words in a language that this version does not have.
    """
    keys = code.keys()
    try:
        signed = verify_act(transport.find_invite(keys.lookup))
        body = acts.body_of(signed.act)
        if not isinstance(body, acts.Invite) or body.lookup != keys.lookup:
            raise _no_invite()
        bundle = msgspec.msgpack.decode(keys.open_bundle(body.bundle), type=Bundle)
    except (Damaged, Malformed, msgspec.DecodeError) as error:
        raise _no_invite() from error
    if bundle.space != signed.act.space or bundle.inviter != signed.act.author:
        raise _no_invite()
    if bundle.language not in LISTS:
        raise NewerFormat(f"The invite's words are in {bundle.language}, for which this version has no list.")
    if transport.describe().key != bundle.hub_key:
        raise HubRefused("This is not the server that the invite is for.", "not_the_hub")
    return Met(code, SpaceId(bundle.space), bundle.title, bundle.hub_key, signed.id, bundle.language)


def _no_invite() -> HubRefused:
    return HubRefused("What the server has for this code is not a valid invite.", "not_found")


def ask(local: Local, met: Met, name: str) -> Joining:
    """The join request of this device for an invite; to be kept, then left at the hub."""
    keys = met.code.keys()
    identity = local.identity
    signature = identity.sign(TAG, met.space, met.invite, identity.exchange, name.encode())
    content = JoinAsk(identity.device, identity.exchange, name, signature)
    sealed = keys.seal_request(msgspec.msgpack.encode(content), met.space, local.random)
    request = sign_join_request(keys.sign, met.space, keys.lookup, sealed)
    return Joining(met.code.seed, keys.lookup, met.invite, request, met.language)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks to join, by a request that was opened and verified."""

    device: DeviceId
    exchange: bytes
    name: str
    comparison: Comparison


def read_request(keys: InviteKeys, invite: InviteRow, data: bytes, language: str) -> Asker:
    """Open a join request that answers an invite made here. Raises `Malformed` or `Damaged`."""
    sealed = open_join_request(keys.verify_key, invite.space, invite.lookup, data)
    try:
        content = msgspec.msgpack.decode(keys.open_request(sealed, invite.space), type=JoinAsk)
    except msgspec.DecodeError as error:
        raise Malformed(f"A join request cannot be read: {error}") from error
    verify(
        content.device,
        content.signature,
        TAG,
        invite.space,
        invite.act,
        content.exchange,
        content.name.encode(),
    )
    comparison = six_words(join_digest(invite.space, ActId(invite.act), data), language)
    return Asker(DeviceId(content.device), content.exchange, content.name, comparison)


def approve(
    unit: WritePort, local: Local, invite: InviteRow, request: JoinRequestRow, asker: Asker, role: Role
) -> ActId | None:
    """Admit who asked; None when the device is a member already. Raises `NotAllowed`.

    The words are compared by people before this is called.
    """
    space = invite.space
    membership = as_coordinator(unit, local, space)
    view = membership.invites.get(ActId(invite.act))
    if view is not None and view.answered - {asker.device}:
        raise NotAllowed("Somebody else was admitted by this invite; make a new one.")
    unit.set_join_request(request.id, "approved")
    unit.use_invite(invite.lookup)
    if membership.is_member(asker.device):
        return None
    epoch = membership.usable_epoch()
    key = unit.epoch_keys(space).get(epoch) if epoch is not None else None
    if epoch is None or key is None:
        raise NotAllowed("This laptop does not hold the space's key yet; exchange first.")
    body = acts.Admit(
        device=asker.device,
        exchange=asker.exchange,
        role=role,
        name=seal_name(EpochKey(key), local.random, asker.name, person_bound(space, asker.device)),
        named_under=epoch,
        wraps=wraps_of_all_keys(unit, membership, asker.exchange),
        invite=invite.act,
    )
    return add_body(unit, local, space, membership, body)
