"""What others changed while somebody writes in the same record -> what the form shall hold then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from delve_desktop.domain.joining import joined_texts
from delve_desktop.domain.ops import encode_value
from delve_desktop.services.views import FieldView, RecordView


def joined_content(before: RecordView, now: RecordView, mine: Mapping[str, Any]) -> dict[str, Any] | None:
    """What is in the form, with what made `now` of `before`; None where the two touch.

    All of it joins or nothing: only then may the draft say that its author has seen `now`. Members of sets
    join; a scalar joins unless both changed it; of a long text, changed lines that lie apart.
    """
    if now.in_bin or now.kind != before.kind:
        return None
    old = {field.name: field for field in before.fields}
    made = dict(mine)
    for field in now.fields:
        was = old.get(field.name)
        if was is not None and _same(was, field):
            continue
        if field.disputed or (was is not None and was.disputed):
            return None
        if field.name not in mine:
            continue  # not in the form, so nothing is written to it
        joined = _joined(field, was.value if was is not None else None, mine[field.name])
        if joined is None:
            return None
        made[field.name] = joined[0]
    return made


def _same(one: FieldView, other: FieldView) -> bool:
    ids = [version.id for version in one.versions], [version.id for version in other.versions]
    return (
        one.disputed == other.disputed
        and _equal(one.value, other.value)
        and (not one.disputed or ids[0] == ids[1])
    )


def _joined(field: FieldView, before: Any, mine: Any) -> tuple[Any] | None:
    """The value in a tuple of its own, since a value may be None."""
    if field.merge == "text":
        text = joined_texts(before or "", mine or "", field.value or "")
        return None if text is None else (text,)
    if field.merge == "set":
        return (_members(before or [], mine or [], field.value or []),)
    if _equal(mine, before):
        return (field.value,)
    return (mine,) if _equal(mine, field.value) else None


def _members(before: list[Any], mine: list[Any], now: list[Any]) -> list[Any]:
    """Those that stand now, without those taken away here, with those added here."""
    was, here, there = ({encode_value(each) for each in members} for members in (before, mine, now))
    kept = [each for each in now if encode_value(each) in here or encode_value(each) not in was]
    return kept + [each for each in mine if encode_value(each) not in was | there]


def _equal(one: Any, other: Any) -> bool:
    blank: tuple[Any, ...] = (None, "", [], ())
    return (one in blank and other in blank) or encode_value(one) == encode_value(other)
