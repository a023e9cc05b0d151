"""The same change to many records: in slices, each a transaction of its own, with progress and a way to stop.

What is done stays done when somebody stops; the answer says which records were changed, so that exactly
these can be changed back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from delve_desktop.domain import ops
from delve_desktop.domain.errors import Mistaken, NotFound
from delve_desktop.domain.fields import CONTACT, NOTE, PRACTICE, check
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.domain.planning import plan_members
from delve_desktop.domain.state import RecordState
from delve_desktop.store.reading import ReadUnit

from .minting import Planned, announce, mint
from .session import Session

SLICE: Final = 50  # records in one transaction
# where a word by which records are put together goes
WORD_FIELDS: Final = {NOTE: "themes", PRACTICE: "themes", CONTACT: "tags"}

Act = Literal["bin", "back", "add", "remove"]
Progress = Callable[[int, int], None]  # records looked at, records in all


@dataclass(frozen=True, slots=True)
class Batch:
    """What is done to each record: into the bin, back out of it, a word added, or taken off."""

    act: Act
    word: str = ""

    @property
    def undone_by(self) -> Batch:
        """What takes it back where it changed something."""
        opposite: dict[Act, Act] = {"bin": "back", "back": "bin", "add": "remove", "remove": "add"}
        return Batch(opposite[self.act], self.word)


def change_many(
    session: Session,
    records: Sequence[RecordId],
    batch: Batch,
    *,
    actor: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[RecordId, ...]:
    """Make this change to each record that it changes; returns those. Each change is one op.

    A record that is no longer here, is of another kind, or is so already is passed over. Raises `Mistaken`
    or `InvalidContent` for a word that does not fit, before anything is changed; what the vault raises ends
    it, and slices that were committed stay.
    """
    if batch.act == "add":
        _check_word(batch.word)
    done: list[RecordId] = []
    for start in range(0, len(records), SLICE):
        if cancelled():
            break
        done += _slice(session, records[start : start + SLICE], batch, actor)
        if progress is not None:
            progress(min(start + SLICE, len(records)), len(records))
    return tuple(done)


def _check_word(word: str) -> None:
    if not word.strip():
        raise Mistaken("Say which word to add.")
    for kind, field in WORD_FIELDS.items():
        check(kind, field, word)


def _slice(session: Session, records: Sequence[RecordId], batch: Batch, actor: str) -> list[RecordId]:
    planned: dict[SpaceId, list[tuple[RecordId, Planned]]] = {}
    results = []
    with session.vault.write() as unit:
        for record in records:
            plan = _planned(unit, record, batch)
            if plan is not None:
                planned.setdefault(unit.space_of(record), []).append((record, plan))
        for space, plans in planned.items():
            results.append((space, mint(session, unit, space, [plan for _, plan in plans])[1]))
    for space, result in results:
        announce(session, space, result, actor)
    return [record for plans in planned.values() for record, _ in plans]


def _planned(unit: ReadUnit, record: RecordId, batch: Batch) -> Planned | None:
    try:
        state = unit.state(record)
    except NotFound:
        return None
    if batch.act == "bin":
        return None if state.in_bin else Planned((), state.heads, action=ops.DELETE)
    if batch.act == "back":
        return Planned((), state.heads) if state.in_bin else None
    return _word_planned(state, batch)


def _word_planned(state: RecordState, batch: Batch) -> Planned | None:
    field = WORD_FIELDS.get(state.kind)
    if field is None or state.in_bin:  # an edit would take it out of the bin
        return None
    words = (batch.word,)
    writes = (
        plan_members(state, field, add=words)
        if batch.act == "add"
        else plan_members(state, field, remove=words)
    )
    return Planned(writes, state.heads) if writes else None
