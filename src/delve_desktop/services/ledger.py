"""Who tried a practice, where, and what came of it: read from the adoptions that link to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from delve_desktop.domain.fields import ADOPTION
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.links import target_of
from delve_desktop.domain.reading import first_text, first_value
from delve_desktop.domain.state import RecordState
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import RecordLine

from .links import Backwards
from .rows_shown import Names, row_of
from .session import Session
from .views import Ledger, Trial

FIELD: Final = "practice"  # the field of an adoption that names what was tried
SHORT: Final = 160  # characters of what a trial says for itself in one line


def ledger(session: Session, practice: RecordId) -> Ledger:
    """The ledger of a practice, newest trial first; empty where nobody tried it or it is not here."""
    with session.vault.read() as unit:
        return ledger_standing(unit, Names(unit), practice, unit.links_to(practice))


def ledger_standing(unit: ReadUnit, names: Names, practice: RecordId, back: Backwards) -> Ledger:
    """The same within one snapshot, where `back` links to it.

    Adoptions in the bin do not count; `binned` says how many lie there.
    """
    lines = {line.row: line for field, line in back if field == FIELD and line.kind == ADOPTION}
    states = unit.states_at(list(lines))
    titles = _titles(unit, states.values())
    trials = tuple(_trial(line, states[row], names, titles) for row, line in lines.items())
    return Ledger(
        trials=trials,
        counts=dict(Counter(trial.result for trial in trials)),
        countries=tuple(sorted({trial.country for trial in trials if trial.country})),
        binned=unit.links_from_bin(practice, FIELD, ADOPTION),
    )


def _titles(unit: ReadUnit, states: Iterable[RecordState]) -> dict[RecordId, str]:
    """The names of the associations that these adoptions link to, as far as they are here."""
    wanted = {
        target for state in states if (target := target_of(first_value(state, "association"))) is not None
    }
    return unit.titles_of(sorted(wanted))


def _trial(line: RecordLine, state: RecordState, names: Names, titles: dict[RecordId, str]) -> Trial:
    association = target_of(first_value(state, "association"))
    known = titles.get(association, "") if association is not None else ""
    said = first_text(state, "adapted") or first_text(state, "report")
    return Trial(
        row=row_of(line, names),
        who=first_text(state, "organisation") or known,
        country=first_text(state, "country"),
        result=first_text(state, "result"),
        said=_short(said),
        date=first_text(state, "date"),
    )


def _short(text: str) -> str:
    """The first paragraph, cut between words."""
    begin = text[: 4 * SHORT].lstrip()  # the rest of a long report says nothing here
    line = " ".join(begin.partition("\n")[0].split()).lstrip("#>*- ")
    return line if len(line) <= SHORT else line[:SHORT].rsplit(" ", 1)[0] + " …"
