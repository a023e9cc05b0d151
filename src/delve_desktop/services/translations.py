"""What a practice was translated from, and whether its source has moved on since.

A version-link names a record and the heads it had. The source has moved on when it says something else
now than it said then; edits that came back to the same words do not count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.fields import FIELDS, PRACTICE
from delve_desktop.domain.ids import OpId, RecordId
from delve_desktop.domain.links import target_of
from delve_desktop.domain.merge import state_at, versions_of
from delve_desktop.domain.outline import steps_of
from delve_desktop.domain.reading import History, first_text, first_value, merged_text
from delve_desktop.domain.state import EMPTY, RecordState, is_text
from delve_desktop.domain.versiongraph import Versions
from delve_desktop.store.reading import ReadUnit

from .editing import known_ops
from .links import Backwards
from .rows_shown import Names, row_of
from .session import Session
from .views import SourceView

_ID: Final = re.compile("[0-9a-f]{64}")
FIELD_OF: Final = {"practice": "translation_of", "adoption": "practice"}
_SAID: Final = {  # what makes a translation out of date
    kind: tuple(
        field.name for field in fields if field.merge == "text" or field.name in ("title", "audience")
    )
    for kind, fields in FIELDS.items()
}


def source_of(session: Session, record: RecordId) -> SourceView | None:
    """The source of a translation, or the practice that was tried; None where the record names none.

    Raises `NotFound` where the record itself is not here.
    """
    with session.vault.read() as unit:
        return source_standing(unit, Names(unit), unit.state(record))


def source_standing(unit: ReadUnit, names: Names, state: RecordState) -> SourceView | None:
    """The same within one snapshot, of a record in this state."""
    value = first_value(state, FIELD_OF.get(state.kind, ""))
    source = target_of(value)
    if source is None:
        return None
    try:
        line = unit.line(source)
        now = unit.state(source)
    except NotFound:
        return SourceView(source, "missing", None)
    if line.space != unit.space_of(state.record):  # links never cross spaces
        return SourceView(source, "missing", None)
    row = row_of(line, names)
    language = first_text(now, "language")
    where: Any = "in_bin" if line.in_bin else "here"
    heads = _heads(value)
    if not heads:
        return SourceView(source, where, row, language)
    if set(heads) == set(now.heads):
        return SourceView(source, where, row, language, "same")
    return _compared(unit, now, heads, SourceView(source, where, row, language))


def languages_standing(unit: ReadUnit, state: RecordState, back: Backwards) -> tuple[str, ...]:
    """The languages in which a practice can be read: its own, its source's, and those of all translations.

    Translations of a translation count with that one.
    """
    if state.kind != PRACTICE:
        return ()
    source = target_of(first_value(state, FIELD_OF[PRACTICE]))
    origin = source if source is not None and unit.has_record(source) else state.record
    space = unit.space_of(state.record)
    links = back if origin == state.record else unit.links_to(origin)
    lines = [line for field, line in links if field == FIELD_OF[PRACTICE]]
    states = [state, *unit.states_at([line.row for line in lines if line.space == space]).values()]
    if origin != state.record and unit.space_of(origin) == space:
        states.append(unit.state(origin))
    return tuple(sorted({tag for one in states if (tag := first_text(one, "language"))}))


def _compared(unit: ReadUnit, now: RecordState, heads: list[OpId], seen: SourceView) -> SourceView:
    """What the source says else since the version that was named; nothing can be said of one not here."""
    ops = known_ops(unit, now.record)
    if not set(heads) <= {one.id for one in ops}:
        return seen
    then = state_at(now.record, ops, heads)

    def history() -> Mapping[str, Versions]:  # asked for only where texts have to be merged
        return versions_of(ops)

    changed = [
        name for name in _SAID.get(now.kind, ()) if _words(then, name, history) != _words(now, name, history)
    ]
    steps: tuple[int, ...] = ()
    if "steps" in changed:
        steps = changed_steps(_words(then, "steps", history), _words(now, "steps", history))
    return SourceView(
        seen.record,
        seen.state,
        seen.row,
        seen.language,
        "moved" if changed else "same",
        tuple(changed),
        steps,
    )


def changed_steps(before: str, now: str) -> tuple[int, ...]:
    """The numbers, from 1, of the steps that say something else now than before, new ones included."""
    old, new = steps_of(before).parts, steps_of(now).parts
    return tuple(number for number, part in enumerate(new, 1) if number > len(old) or part != old[number - 1])


def _words(state: RecordState, name: str, history: History) -> str:
    field = state.fields.get(name, EMPTY)
    if is_text(field):
        return merged_text(name, field, history).text
    return first_text(state, name)


def _heads(value: Any) -> list[OpId]:
    heads = value.get("heads") if isinstance(value, dict) else None
    if not isinstance(heads, list | tuple):
        return []
    return [OpId(bytes.fromhex(one)) for one in heads if isinstance(one, str) and _ID.fullmatch(one)]
