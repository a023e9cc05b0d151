"""What waits to go out of a space, by whom and how big; and who belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from delve_desktop.domain.ids import SpaceId

from .rows_shown import Names
from .session import Session


@dataclass(frozen=True, slots=True)
class WaitingView:
    """What one person wrote and the server is not known to hold."""

    by: str
    mine: bool
    changes: int  # records that this laptop changed, and has not sealed yet
    pieces: int  # sealed ones
    size: int  # bytes, about


@dataclass(frozen=True, slots=True)
class MemberView:
    """Somebody who belongs to a space."""

    name: str
    role: str
    mine: bool


def waiting(session: Session, space: SpaceId) -> list[WaitingView]:
    """One's own first, then the biggest."""
    with session.vault.read() as unit:
        names = Names(unit)
        changes, size = unit.outbox_size(space)
        found = {session.device: WaitingView(session.name, True, changes, 0, size)}
        row = unit.space(space)
        for device, pieces, more in unit.unsent_by(row.hub, space) if row.hub is not None else ():
            one = found.get(device) or WaitingView(names.of(space, device), False, 0, 0, 0)
            found[device] = WaitingView(one.by, one.mine, one.changes, pieces, one.size + more)
    some = [one for one in found.values() if one.size]
    return sorted(some, key=lambda one: (not one.mine, -one.size, one.by))


def members(session: Session, space: SpaceId) -> list[MemberView]:
    """Who belongs to a space: coordinators first, then by name."""
    with session.vault.read() as unit:
        people = unit.people(space).values()
    found = [MemberView(one.name, one.role, one.device == session.device) for one in people if one.role]
    return sorted(found, key=lambda one: (one.role != "coordinator", one.name.casefold()))
