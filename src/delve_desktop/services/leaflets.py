"""What a leaflet on paper may say of people: only of those who agreed to be listed."""

from __future__ import annotations

from typing import Final

from delve_desktop.domain.fields import CONTACT
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.links import links_of
from delve_desktop.domain.reading import first_text
from delve_desktop.domain.state import RecordState
from delve_desktop.store.reading import ReadUnit

from .session import Session
from .views import Reached

AGREED: Final = frozenset({"spoken", "written"})
KEPT_CLOSE: Final = frozenset({"members", "personal"})


def people_to_print(session: Session, practice: RecordId) -> list[Reached]:
    """The people to ask about a practice, in its order; raises `NotFound`.

    Paper goes from hand to hand: whoever has not said yes, in every version that stands, is not named.
    """
    with session.vault.read() as unit:
        space = unit.space_of(practice)
        targets = [target for field, target in links_of(unit.state(practice)) if field == "people"]
        states = [_contact(unit, target, space) for target in targets]
    return [_reached(state) for state in states if state is not None and _may_be_named(state)]


def _contact(unit: ReadUnit, record: RecordId, space: bytes) -> RecordState | None:
    if not unit.has_record(record) or unit.space_of(record) != space:
        return None
    state = unit.state(record)
    return state if state.kind == CONTACT and not state.in_bin else None


def _may_be_named(state: RecordState) -> bool:
    consents = _standing(state, "consent")
    return bool(consents) and consents <= AGREED and not _standing(state, "sensitivity") & KEPT_CLOSE


def _standing(state: RecordState, name: str) -> set[str]:
    field = state.fields.get(name)
    return {str(version.value) for version in field.versions} if field is not None else set()


def _reached(state: RecordState) -> Reached:
    return Reached(
        first_text(state, "name"), first_text(state, "role"), _first(state, "phones"), _first(state, "emails")
    )


def _first(state: RecordState, name: str) -> str:
    """The preferred number or address, else the first."""
    field = state.fields.get(name)
    values = [member.value for member in field.members] if field is not None else []
    maps = [value for value in values if isinstance(value, dict)]
    preferred = [value for value in maps if "pref" in (value.get("types") or ())]
    value = next(iter([*preferred, *values]), "")
    return str(value.get("value", "")) if isinstance(value, dict) else str(value)
