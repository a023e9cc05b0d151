"""A vault goes on as a new device: the keys of the old one are gone, or in a stranger's hands.

What the old device wrote and never sent it signs for a last time, as a writer of its own: so each change
keeps its id, also where the old laptop had sent it after the backup. Where it was no member yet nothing can
be sealed, and nothing was ever sent; there the changes are given over to the new device.

Where the old device was a coordinator it admits the new one itself, or a space whose one coordinator lost a
laptop could admit nobody ever again. Elsewhere a coordinator invites and admits the new device, as any other.
The old device stays a member until a coordinator removes it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

import msgspec

from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.crypto.names import seal_name
from delve_desktop.domain import acts
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.ids import DeviceId, OpId, RecordId, SpaceId, new_writer
from delve_desktop.domain.merge import stood_before
from delve_desktop.domain.ops import decode
from delve_desktop.domain.reminting import Reminting
from delve_desktop.domain.standing import Fields
from delve_desktop.services.one_transaction import OneTransaction
from delve_desktop.services.session import Random, Session
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.record_reading import chunks
from delve_desktop.store.rows import DraftRow, IdentityRow, IncomingOp, SpaceRow
from delve_desktop.store.writing import WriteUnit
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.founding import add_body, wraps_of_all_keys
from delve_desktop.sync.local import Local
from delve_desktop.sync.members import membership_of, person_bound, settle_acts
from delve_desktop.sync.sealing import seal_outbox


@dataclass(frozen=True, slots=True)
class SpaceAfter:
    """How a space stands for the device as it now is.

    `member`: it is one, and exchanges go on. `asks`: it has to be invited and admitted. `unsent` counts the
    changes that nobody else has yet.
    """

    id: SpaceId
    name: str
    state: Literal["member", "asks"]
    unsent: int


def space_after(unit: ReadUnit, device: DeviceId, row: SpaceRow) -> SpaceAfter:
    """How a space stands for a device."""
    member = row.state == "active" and membership_of(unit, row.id).is_member(device)
    hub = row.hub or 0
    unsent = unit.outgoing_count(row.id) + unit.unsent_count(hub, row.id)
    return SpaceAfter(row.id, row.name, "member" if member else "asks", unsent)


def become_new_device(session: Session) -> tuple[Session, tuple[SpaceAfter, ...]]:
    """Give the vault new keys; the session goes on as the new device. Raises what the vault raises."""
    old, new = session.identity, Identity.create(session.random)
    local = Local(session.vault, old, session.random, time.monotonic)
    with session.vault.read() as unit:
        spaces = [row.id for row in unit.spaces()]
    for space in spaces:
        seal_outbox(local, space)
    with session.vault.write(reserve=True) as unit:
        for space in spaces:
            _admit(unit, local, space, new, session.name)
        _set_identity(unit, session, new)
        for space in spaces:
            _stand_anew(unit, space, new, session)
        rows = unit.spaces()
        after = tuple(space_after(unit, new.device, row) for row in rows)
    session.identity = new
    return session, after


def _admit(unit: WriteUnit, local: Local, space: SpaceId, new: Identity, name: str) -> None:
    """Let the old device, if it may, admit the new one with the same rights."""
    membership = membership_of(unit, space)
    epoch = membership.usable_epoch()
    key = unit.epoch_keys(space).get(epoch) if epoch is not None else None
    if epoch is None or key is None or not membership.is_coordinator(local.identity.device):
        return
    body = acts.Admit(
        device=new.device,
        exchange=new.exchange,
        role="coordinator",
        name=seal_name(EpochKey(key), local.random, name, person_bound(space, new.device)),
        named_under=epoch,
        wraps=wraps_of_all_keys(unit, membership, new.exchange),
    )
    add_body(unit, local, space, membership, body)


def _set_identity(unit: WriteUnit, session: Session, new: Identity) -> None:
    row = unit.identity()
    nonce = session.random(16)
    writer = new_writer(new.device, nonce)
    unit.set_identity(IdentityRow(new.to_bytes(), row.name, row.language, writer, nonce, row.counter))


def _stand_anew(unit: WriteUnit, space: SpaceId, new: Identity, session: Session) -> None:
    membership = settle_acts(unit, space, new)
    if not membership.is_member(new.device):
        # its own request to join, if it waited, was signed by the old device
        unit.set_space(space, state="pending", joining=b"")
    if unit.outgoing_count(space):
        give_over(unit, space, new, session.random)


def give_over(unit: WriteUnit, space: SpaceId, new: Identity, random: Random) -> None:
    """Write the outbox of a space anew as the new device's, and the drafts that name what is in it.

    Raises `Damaged`, for the caller to roll back, when it does not fit the log again.
    """
    before = _stood_before(unit, space)
    outbox = unit.forget_integrated(space)
    apply_stored(Local(OneTransaction(unit), new, random))
    reminting = Reminting(space, new.device)
    incoming = []
    for op, _, body in outbox:
        known = KnownOp(OpId(op), new.device, decode(body))
        name, written = reminting.add(known, before.get(OpId(op), {}))
        incoming.append(IncomingOp(name, new.device, written, decode(written), 0))
    if unit.apply_ops(space, incoming).applied != len(incoming):
        raise Damaged("Changes that were not sent yet do not fit the log; everything was left as it was.")
    for draft in unit.drafts(space):
        unit.save_draft(_renamed(draft, reminting))


def _stood_before(unit: WriteUnit, space: SpaceId) -> dict[OpId, Fields]:
    """What stood where each op of a record with something in the outbox was written."""
    ids = [op.id for op in unit.outgoing_ops(space, unit.outgoing_count(space))]
    found: dict[OpId, Fields] = {}
    homes = {row for part in chunks(ids) for _, row in unit.homes_of(part)}
    for row in homes:
        found.update(stood_before(unit.known_ops_at(row)))
    return found


def _renamed(draft: DraftRow, reminting: Reminting) -> DraftRow:
    content = reminting.value(msgspec.msgpack.decode(draft.content))
    record = RecordId(reminting.name(draft.record)) if draft.record else None
    return DraftRow(
        draft.id,
        draft.space,
        record,
        draft.kind,
        reminting.names(draft.heads),
        msgspec.msgpack.encode(content),
        draft.updated,
    )
