"""Which states a person may give to a practice: where its work stands is for all, its worth for coordinators.

The rule holds for what is written here. A state that came in, by an exchange or in a file, is data like any
other: it stands, whoever gave it, and may be kept, confirmed and decided for by anybody who may write.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from delve_desktop.domain.errors import NotAllowed
from delve_desktop.domain.fields import PRACTICE
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.domain.ops import Write
from delve_desktop.domain.vocabularies import STATES
from delve_desktop.store.reading import ReadUnit

from .session import Session

FIELD: Final = "state"
OFFICERS: Final = ("draft", "submitted", "needs-answer")
"""The states that whoever may write may give to a practice; the others are a coordinator's."""


def allowed(session: Session, unit: ReadUnit, space: SpaceId) -> tuple[str, ...]:
    """The states that this laptop may give, in the list's order."""
    coordinates = session.membership(unit, space).is_coordinator(session.device)
    return STATES.terms if coordinates else OFFICERS


def may_write(
    session: Session,
    unit: ReadUnit,
    space: SpaceId,
    write: Write,
    *,
    kind: str = "",
    record: RecordId | None = None,
) -> bool:
    """Whether this laptop may write this into a record, or into a new one of a kind."""
    if write.field != FIELD or not write.value:
        return True
    standing = unit.state(record) if record is not None else None
    if (standing.kind if standing is not None else kind) != PRACTICE:
        return True
    field = standing.fields.get(FIELD) if standing is not None else None
    if field is not None and write.value in [version.value for version in field.versions]:
        return True
    return write.value not in STATES.terms or write.value in allowed(session, unit, space)


def check_states(
    session: Session,
    unit: ReadUnit,
    space: SpaceId,
    writes: Iterable[Write],
    *,
    kind: str = "",
    record: RecordId | None = None,
) -> None:
    """Raise `NotAllowed` where a practice would get a state that only a coordinator gives."""
    for write in writes:
        if not may_write(session, unit, space, write, kind=kind, record=record):
            raise NotAllowed(f"Only a coordinator of the space gives a practice the state {write.value}.")
