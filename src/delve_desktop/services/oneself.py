"""What a space knows of the person at this laptop: association and country, and what they may decide."""

from __future__ import annotations

from typing import Final

from delve_desktop.domain.fields import ADOPTION, CONTACT
from delve_desktop.domain.ids import SpaceId
from delve_desktop.domain.links import target_of
from delve_desktop.domain.reading import first_text, first_value
from delve_desktop.domain.state import RecordState
from delve_desktop.store import index
from delve_desktop.store.reading import ReadUnit

from .session import Session
from .states import allowed
from .views import Oneself

LOOKED_AT: Final = 200  # own reports that are gone through, the newest first


def oneself(session: Session, space: SpaceId) -> Oneself:
    """By the contact that has this person's name, else by the newest report that this laptop wrote."""
    with session.vault.read() as unit:
        state = _contact(session, unit, space) or _own_report(session, unit, space)
        if state is None:
            return Oneself()
        association = target_of(first_value(state, "association"))
        here = association is not None and unit.has_record(association)
        organisation = first_text(state, "organisation")
        if not organisation and association is not None and here:
            organisation = unit.line(association).title
        return Oneself(association if here else None, organisation, first_text(state, "country"))


def states_allowed(session: Session, space: SpaceId) -> tuple[str, ...]:
    """The states that the person may give to a practice, in the list's order."""
    with session.vault.read() as unit:
        return allowed(session, unit, space)


def _contact(session: Session, unit: ReadUnit, space: SpaceId) -> RecordState | None:
    query = index.query(session.name, space, CONTACT, title_only=True)
    found = unit.search_newest(query, 20) if query else []
    named = [one.state for one in found if one.line.title.casefold() == session.name.casefold()]
    return named[0] if len(named) == 1 else None  # of two people with one name, nobody is guessed


def _own_report(session: Session, unit: ReadUnit, space: SpaceId) -> RecordState | None:
    lines = unit.lines(space, kind=ADOPTION, in_bin=False, disputed=False, before=None, limit=LOOKED_AT)
    own = next((line for line in lines if line.author == session.device), None)
    return unit.state(own.id) if own is not None else None
