"""Questions and answers about records: comments, read as threads, and which of them still wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from delve_desktop.domain.fields import COMMENT
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.domain.links import target_of
from delve_desktop.domain.reading import first_text, first_value
from delve_desktop.domain.state import RecordState
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import RecordLine

from .links import Backwards
from .rows_shown import Names, row_of
from .session import Session
from .views import Comment, OpenQuestion, Remark

ABOUT: Final = "about"
ANSWERS: Final = "answers"
SCAN: Final = 100  # questions looked at in one go
DEEPEST: Final = 8  # how far answers to answers are followed; what lies deeper hangs at the last


def thread(session: Session, record: RecordId) -> tuple[Remark, ...]:
    """What was asked and said about a record, oldest first, each with its answers."""
    with session.vault.read() as unit:
        return thread_standing(unit, Names(unit), session, unit.links_to(record))


def thread_standing(unit: ReadUnit, names: Names, session: Session, back: Backwards) -> tuple[Remark, ...]:
    """The same within one snapshot, where `back` links to the record. A comment in the bin is not shown; an
    answer to it stands for itself.

    A comment that only names what it answers, not what it is about, is found by that.
    """
    lines: dict[RecordId, RecordLine] = {}
    for _ in range(DEEPEST):
        found = {
            line.id: line
            for field, line in back
            if line.kind == COMMENT and field in (ABOUT, ANSWERS) and line.id not in lines
        }
        lines.update(found)
        if not found:
            break
        back = [one for record in found for one in unit.links_to(record)]
    states = unit.states_at([line.row for line in lines.values()])
    comments = {line.id: _comment(line, states[line.row], names, session) for line in lines.values()}
    return _threads(comments)


def _threads(comments: dict[RecordId, Comment]) -> tuple[Remark, ...]:
    """Comments by the one they answer. Times are labels: ties and odd clocks fall back on the id."""
    order = sorted(comments.values(), key=lambda one: (one.at, one.row.id))
    roots = {one.row.id: _root(one, comments) for one in order}
    return tuple(
        Remark(one, tuple(other for other in order if other is not one and roots[other.row.id] == one.row.id))
        for one in order
        if roots[one.row.id] == one.row.id
    )


def _root(comment: Comment, comments: dict[RecordId, Comment]) -> RecordId:
    """The comment with which a thread began; one that answers in a circle begins its own."""
    seen = {comment.row.id}
    while comment.answers in comments and comment.answers not in seen:
        comment = comments[comment.answers]
        seen.add(comment.row.id)
    return comment.row.id if comment.answers not in comments else min(seen)


def open_questions(session: Session, space: SpaceId, limit: int = 50) -> list[OpenQuestion]:
    """The newest questions of a space that nobody has answered and that nobody has called answered."""
    with session.vault.read() as unit:
        names = Names(unit)
        found: list[OpenQuestion] = []
        before: int | None = None
        while lines := unit.unanswered(space, COMMENT, before, SCAN):
            states = unit.states_at([line.row for line in lines])
            for line in lines:
                comment = _comment(line, states[line.row], names, session)
                about = target_of(first_value(states[line.row], ABOUT))
                target = _line_of(unit, about, space)
                if comment.asks and not comment.settled and not (target is not None and target.in_bin):
                    found.append(OpenQuestion(comment, row_of(target, names) if target is not None else None))
                if len(found) == limit:
                    return found
            before = lines[-1].position
        return found


def _line_of(unit: ReadUnit, record: RecordId | None, space: SpaceId) -> RecordLine | None:
    """What a question is about, if it is here; links never cross spaces."""
    if record is None or not unit.has_record(record) or unit.space_of(record) != space:
        return None
    return unit.line(record)


def _comment(line: RecordLine, state: RecordState, names: Names, session: Session) -> Comment:
    return Comment(
        row=row_of(line, names),
        text=first_text(state, "text") or line.snippet,
        by=names.of(line.space, state.created_by),
        mine=state.created_by == session.device,
        at=state.created,
        field=first_text(state, "field"),
        asks=_says_yes(state, "asks"),
        settled=_says_yes(state, "settled"),
        answers=target_of(first_value(state, ANSWERS)),
        heads=state.heads,
    )


def waiting(remarks: Sequence[Remark]) -> list[Comment]:
    """The questions among these that wait for an answer."""
    return [one.comment for one in remarks if one.waits]


def _says_yes(state: RecordState, name: str) -> bool:
    """Whether any standing version says yes: a question that somebody still asks is one."""
    field = state.fields.get(name)
    return field is not None and any(version.value is True for version in field.versions)
