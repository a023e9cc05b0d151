"""What an op has to write so that a record becomes what a person made of it.

All of this is pure: the state that the person saw goes in, writes come out, and the caller mints one
op from them whose parents are that state's heads. None stands for "nothing to write": opening and
saving changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from .errors import InvalidContent, Mistaken
from .fields import merge_of
from .ids import VersionId
from .mergedtext import MergedText, edited
from .ops import ADD, PUT, REMOVE, SPLICE, TEXT, Write, encode_value
from .reading import History, merged_text
from .standing import MAX_SPLICED
from .state import EMPTY, FieldState, RecordState, distinct, has_held, is_text
from .textdiff import MAX_SPLICED_TEXT, splices

MAX_KEEPS: Final = 256  # what an op's format takes


def plan_put(
    state: RecordState, name: str, value: Any, started_from: VersionId | None = None
) -> Write | None:
    """Give a field a value; versions other than the one the person started from stay.

    `started_from` is a standing version, or None for the one that is shown first. To replace all
    versions is to settle: `plan_settle`. Raises `Mistaken` if the version stands no more.
    """
    field = state.fields.get(name, EMPTY)
    different = distinct(field)
    origin = _started_from(field, started_from)
    value = _as_written(state, name, value)
    if origin is not None and _equal(value, origin.value):
        return None
    others = tuple(
        version.id for version in different if origin is None or not _equal(version.value, origin.value)
    )
    if len(others) > MAX_KEEPS:
        raise InvalidContent("This field holds too many versions; decide between them first.")
    if isinstance(value, str) and _is_long_text(state, name):
        base = None if origin is None else field.versions.index(origin)
        return _text_write(name, field, value, base, others)
    return Write(name, PUT, value, others)


def plan_settle(state: RecordState, name: str, value: Any) -> Write | None:
    """Give a field this value in place of all that stands; None if nothing else stands."""
    field = state.fields.get(name, EMPTY)
    value = _as_written(state, name, value)
    if len(field.versions) == 1 and _equal(value, field.versions[0].value):
        return None
    if isinstance(value, str) and _is_long_text(state, name):
        return _text_write(name, field, value, None, ())
    return Write(name, PUT, value)


def plan_members(
    state: RecordState, name: str, add: Iterable[Any] = (), remove: Iterable[Any] = ()
) -> list[Write]:
    """Add and remove members of a set field; what is both added and removed is added."""
    standing = {encode_value(member.value) for member in state.fields.get(name, EMPTY).members}
    added = {encode_value(value): value for value in add}
    removed = {encode_value(value): value for value in remove}
    new = [value for key, value in added.items() if key not in standing]
    gone = [value for key, value in removed.items() if key in standing and key not in added]
    writes = [Write(name, REMOVE, gone)] if gone else []
    return [*writes, Write(name, ADD, new)] if new else writes


def plan_text(state: RecordState, name: str, seen: MergedText, text: str) -> Write | None:
    """Write a long text that a person edited as one text, beginning with `seen.text`.

    Blocks that they left alone stay in dispute; see `mergedtext.edited`.
    """
    return plan_text_write(state, name, seen, edited(seen, text))


def plan_text_write(state: RecordState, name: str, seen: MergedText, made: MergedText) -> Write | None:
    """Write what a person made of a merged text.

    A change outside of blocks is written into every standing version, together with what was joined
    from the others: they go on differing in the blocks only. Without blocks one version remains.
    """
    if made == seen:
        return None
    if any(block not in seen.blocks for block in made.blocks):
        raise Mistaken("An edited text can keep only blocks of the text that was seen.")
    field = state.fields.get(name, EMPTY)
    if not made.has_blocks:
        return _text_write(name, field, made.text, None, ())
    if has_held(field):
        raise InvalidContent("This text has too many versions; decide between them first.")
    texts = [made.text_for(version.id) for version in field.versions]
    for text in texts:
        _check_length(text)
    if len(texts) > MAX_SPLICED:
        raise InvalidContent("This text has too many versions; decide between them first.")
    return Write(
        name,
        SPLICE,
        [
            [index, _edits(version.value, text)]
            for index, (version, text) in enumerate(zip(field.versions, texts, strict=True))
        ],
    )


def plan_restore(
    current: RecordState, old: RecordState, old_history: History, names: Iterable[str] | None = None
) -> list[Write]:
    """Make the fields what they were in `old`, which is a state of the same record.

    All fields, or those that are named. Where several versions stood, a scalar gets the one shown
    first and a text gets them all, parted by marks: a restore does not bring back a dispute.
    `old_history` is asked for only if a text was in several versions.
    """
    writes: list[Write] = []
    for name in sorted(current.fields.keys() | old.fields.keys()) if names is None else names:
        then = old.fields.get(name, EMPTY)
        now = current.fields.get(name, EMPTY)
        members = [member.value for member in then.members]
        gone = [member.value for member in now.members]
        writes += plan_members(current, name, members, gone)
        write = _restored(name, now, then, old_history)
        writes += [write] if write else []
    return writes


def _restored(name: str, now: FieldState, then: FieldState, old_history: History) -> Write | None:
    text = is_text(then) or (is_text(now) and not then.versions)
    value: Any = then.versions[0].value if then.versions else None
    if text:
        value = merged_text(name, then, old_history).text
    standing = distinct(now)
    if _equal([value], [version.value for version in standing]) or not (standing or then.versions):
        return None
    return _text_write(name, now, value, None, ()) if text else Write(name, PUT, value)


def _started_from(field: FieldState, version: VersionId | None) -> Any:
    if version is None:
        return field.versions[0] if field.versions else None
    for standing in field.versions:
        if standing.id == version:
            return standing
    raise Mistaken("The version that was edited does not stand any more.")


def _is_long_text(state: RecordState, name: str) -> bool:
    field = state.fields.get(name, EMPTY)
    return is_text(field) or merge_of(state.kind, name, "") == "text"


def _as_written(state: RecordState, name: str, value: Any) -> Any:
    """A long text cannot be nothing: to clear it is to empty it."""
    return "" if value is None and _is_long_text(state, name) else value


def _equal(one: Any, other: Any) -> bool:
    return encode_value(one) == encode_value(other)


def _edits(old: str, new: str) -> list[list[Any]]:
    return [list(splice) for splice in splices(old, new)]


def _check_length(text: str) -> None:
    if len(text) > MAX_SPLICED_TEXT:  # written as splices it would be void
        raise InvalidContent(f"This text has {len(text)} characters; {MAX_SPLICED_TEXT} is the most.")


def _text_write(
    name: str, field: FieldState, text: str, base: int | None, keeps: tuple[VersionId, ...]
) -> Write:
    """The shorter of the whole text and the edits of one version: of `base`, or of the nearest one."""
    _check_length(text)
    best = Write(name, TEXT, text, keeps)
    size = len(encode_value(best))
    candidates = range(min(len(field.versions), 4)) if base is None else [base]
    for index in candidates:
        old = field.versions[index].value
        if isinstance(old, str):
            write = Write(name, SPLICE, [[index, _edits(old, text)]], keeps)
            if len(encode_value(write)) < size:
                best, size = write, len(encode_value(write))
    return best
