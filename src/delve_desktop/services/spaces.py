"""Spaces: found one, invite, join, admit, and say which hub serves it."""

from __future__ import annotations

from typing import Final, Literal, cast

import msgspec

from delve_desktop.crypto.code_text import CodeKind
from delve_desktop.crypto.invite import InviteCode, InviteKeys
from delve_desktop.domain import acts
from delve_desktop.domain.acts import Role
from delve_desktop.domain.addresses import HubAddress
from delve_desktop.domain.errors import (
    Damaged,
    HubRefused,
    HubUnreachable,
    InvalidContent,
    Malformed,
    Mistaken,
    NotFound,
)
from delve_desktop.domain.ids import ActId, SpaceId
from delve_desktop.protocol.acts import split_act
from delve_desktop.protocol.ticket import Ticket
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import InviteRow, JoinRequestRow, PersonRow, SpaceRow
from delve_desktop.sync import first_meeting, founding
from delve_desktop.sync.first_meeting import Asker, Joining
from delve_desktop.sync.founding import Bundle
from delve_desktop.sync.local import Local
from delve_desktop.sync.permits import why_not_written
from delve_desktop.sync.ports import ReadPort

from .changes import ChangeSummary
from .connecting import Connect, by_http
from .exchange import exchange
from .session import Session
from .views import JoinRequestView, SpaceView

MAX_TITLE: Final = 80
_LEAST_PREFIX: Final = 6  # hexadecimal digits that name a join request


def list_spaces(session: Session) -> list[SpaceView]:
    """Every space of the vault, in the order they came; a pending one with the words to compare."""
    with session.vault.read() as unit:
        addresses = {hub.id: hub.url for hub in unit.hubs()}
        return [_view(session, unit, row, addresses) for row in unit.spaces()]


def create_space(session: Session, name: str) -> SpaceId:
    """Found a space; the hub that was set last will serve it. Raises `InvalidContent` for a bad name."""
    title = name.strip()
    if not title or len(title) > MAX_TITLE:
        raise InvalidContent(f"The name of a space has 1 to {MAX_TITLE} characters.")
    with session.vault.write() as unit:
        hubs = unit.hubs()
        hub = hubs[-1].id if hubs else None
        space = founding.found_space(unit, _local(session), title, session.name, hub)
    session.notices.publish(ChangeSummary("local", space, spaces_changed=True))
    return space


def set_hub(
    session: Session,
    url: str,
    ticket: str | None = None,
    space: SpaceId | None = None,
    *,
    connect: Connect = by_http,
) -> None:
    """Let a hub serve one space, or all and those to come; its key is pinned at this first contact.

    With a ticket the key must be the ticket's. Raises `InvalidContent`, `HubUnreachable`, or
    `HubRefused` (`not_the_hub`) when the address answers with another key than before.
    """
    address = HubAddress.parse(url).url
    parsed = Ticket.parse(ticket) if ticket else None
    with connect(address, lambda: False) as connection:
        key = connection.hub.describe().key
    if parsed is not None and not parsed.is_for(key):
        raise HubRefused("This ticket was given out by another server.", "not_the_hub")
    with session.vault.write() as unit:
        known = {hub.url: hub for hub in unit.hubs()}.get(address)
        if known is not None and known.key != key:
            raise HubRefused("This is no longer the server that it was.", "not_the_hub")
        kept = known.ticket if known is not None else ""
        hub = unit.add_hub(address, key, parsed.text() if parsed else kept)
        for row in unit.spaces():
            if space in (None, row.id):
                unit.set_space(row.id, hub=hub)


def create_invite(session: Session, space: SpaceId, *, connect: Connect = by_http) -> str:
    """Make an invite and bring it to the hub; returns the code to hand over.

    Without a link the code is good as soon as this laptop has exchanged. Raises `NotAllowed` for who
    is no coordinator, `Mistaken` when no server is set.
    """
    with session.vault.write() as unit:
        row = unit.space(space)
        if row.hub is None:
            raise Mistaken("Set a server for this space first.")
        made = founding.invite(unit, _local(session), space, unit.hub(row.hub), session.language)
    try:
        exchange(session, space=space, connect=connect)
    except HubUnreachable:
        return made.code.to_text()  # normal: the act is in the vault and travels with the next exchange
    return made.code.to_text()


def join_space(
    session: Session, code: str, name: str | None = None, *, connect: Connect = by_http
) -> SpaceView:
    """Ask to join the space that a code invites to; the same code again asks again.

    The view holds the six words that the coordinator must see too. Raises `InvalidContent` for a code
    with a typing error, `HubRefused` when it is unknown or used, `HubUnreachable`, `Mistaken`.
    """
    parsed = InviteCode.parse(code, CodeKind.INVITE)
    if not parsed.hub_url:
        raise Mistaken("This code names no server; it belongs to a file.")
    with connect(parsed.hub_url, lambda: False) as connection:
        joining, row = _pending_join(session, parsed)
        if joining is None or row is None:
            met = first_meeting.look_up(connection.hub, parsed)
            me = PersonRow(session.device, name or session.name, "")
            joining = first_meeting.ask(_local(session), met, me.name)
            row = _begin_waiting(session, met, parsed.hub_url, joining, me)
        connection.hub.ask_to_join(joining.lookup, joining.request)
    session.notices.publish(ChangeSummary("local", row.id, spaces_changed=True))
    return next(view for view in list_spaces(session) if view.id == row.id)


def join_requests(session: Session, space: SpaceId | None = None) -> list[JoinRequestView]:
    """Who asks to join and was not answered yet, with the words to compare."""
    with session.vault.read() as unit:
        return [
            JoinRequestView(
                row.id.hex(), row.space, asker.name, asker.comparison.words, " ".join(asker.comparison.digits)
            )
            for row, _, asker in _open_requests(unit)
            if space in (None, row.space)
        ]


def approve(session: Session, request_id: str, role: Role = "officer", *, actor: str = "") -> ChangeSummary:
    """Admit who asks, after the words were compared; the next exchange tells them.

    `request_id` is the hex id or its beginning. Raises `NotFound`, `Mistaken` or `NotAllowed`.
    """
    prefix = request_id.strip().lower()
    with session.vault.write() as unit:
        found = [one for one in _open_requests(unit) if one[0].id.hex().startswith(prefix)]
        if len(prefix) < _LEAST_PREFIX or not found:
            raise NotFound("Nobody asks to join under this id.")
        if len(found) > 1:
            raise Mistaken("Several requests begin so; give more of the id.")
        request, invite, asker = found[0]
        first_meeting.approve(unit, _local(session), invite, request, asker, role)
    summary = ChangeSummary("local", request.space, actor=actor, spaces_changed=True)
    session.notices.publish(summary)
    return summary


def _local(session: Session) -> Local:
    return Local(session.vault, session.identity, session.random, session.ticks)


def _open_requests(unit: ReadPort) -> list[tuple[JoinRequestRow, InviteRow, Asker]]:
    """Requests that wait, each with its invite and what it says; unreadable ones are nobody's."""
    invites = {invite.lookup: invite for invite in unit.invites()}
    found = []
    for row in unit.join_requests():
        invite = invites.get(row.lookup)
        if row.state != "open" or invite is None:
            continue
        keys = InviteKeys(CodeKind.INVITE, invite.seed)
        try:
            asker = first_meeting.read_request(keys, invite, row.data, _language(unit, invite, keys))
        except (Damaged, Malformed):
            continue
        found.append((row, invite, asker))
    return found


def _language(unit: ReadPort, invite: InviteRow, keys: InviteKeys) -> str:
    """The language of an invite's words, out of its own act."""
    row = next(act for act in unit.acts(invite.space) if act.id == ActId(invite.act))
    body = acts.body_of(split_act(row.data)[0])
    if not isinstance(body, acts.Invite):
        raise Damaged("An invite of this vault is no invite.")
    return msgspec.msgpack.decode(keys.open_bundle(body.bundle), type=Bundle).language


def _pending_join(session: Session, code: InviteCode) -> tuple[Joining | None, SpaceRow | None]:
    """The join that this code began before, if it still waits."""
    with session.vault.read() as unit:
        for row in unit.spaces():
            joining = Joining.from_bytes(row.joining) if row.joining else None
            if joining is not None and joining.seed == code.seed:
                if row.state != "pending":
                    raise Mistaken("This laptop belongs to that space already.")
                return joining, row
    return None, None


def _begin_waiting(
    session: Session, met: first_meeting.Met, url: str, joining: Joining, me: PersonRow
) -> SpaceRow:
    with session.vault.write() as unit:
        known = {hub.url: hub for hub in unit.hubs()}.get(url)
        if known is not None and known.key != met.hub_key:
            raise HubRefused("The invite pins another server than this laptop knows there.", "not_the_hub")
        hub = known.id if known is not None else unit.add_hub(url, met.hub_key, "")
        present = {row.id: row for row in unit.spaces()}.get(met.space)
        if present is None:
            unit.add_space(met.space, met.title, "pending", hub, joining.to_bytes())
        elif present.state == "pending":
            unit.set_space(met.space, name=met.title, hub=hub, joining=joining.to_bytes())
        else:
            raise Mistaken("This laptop belongs to that space already.")
        unit.set_people(met.space, [me])  # until the log comes, so that what is written here has a name
        return unit.space(met.space)


def _view(session: Session, unit: ReadUnit, row: SpaceRow, addresses: dict[int, str]) -> SpaceView:
    person = unit.people(row.id).get(session.device)
    # none waits where a laptop was replaced: a new invite is needed there
    asked = Joining.from_bytes(row.joining) if row.state == "pending" and row.joining else None
    comparison = asked.comparison(row.id) if asked is not None else None
    return SpaceView(
        id=row.id,
        name=row.name,
        state=cast(Literal["active", "pending"], row.state),
        role=person.role if person is not None else "",
        hub=addresses.get(row.hub, "") if row.hub is not None else "",
        words=comparison.words if comparison is not None else (),
        digits=" ".join(comparison.digits) if comparison is not None else "",
        closed=why_not_written(session.membership(unit, row.id), session.device),
    )
