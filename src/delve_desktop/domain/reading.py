"""What a record says once long texts are merged: text for a screen, and what is in dispute.

Merging texts needs versions that stand no more; they are asked for only where that is so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .errors import Mistaken
from .mergedtext import MergedText, whole_text
from .splicedtext import plain
from .state import HOW_HELD, FieldState, RecordState, Version, disputes, distinct, has_held, is_text
from .textmerge import MAX_VERSIONS, made_by_one_op, merge_texts
from .versiongraph import Versions

History = Callable[[], Mapping[str, Versions]]
"""Gives every version that each field of the record ever had (`merge.versions_of`)."""


def merged_text(name: str, field: FieldState, history: History) -> MergedText:
    """The text in which all standing versions of a long text are merged.

    `history` is called only if different texts stand that different ops wrote. A cleared field has
    an empty text. Where more versions stand than can be merged, those are left out whose texts are not
    kept with the state. Raises `Mistaken` if there is something else than text among several versions.
    """
    different = distinct(field)
    if len(different) < 2:
        value = different[0].value if different else ""
        return whole_text(value if isinstance(value, str) else "")
    if not is_text(field):
        raise Mistaken(f"The versions of the field {name} are not all texts.")
    if made_by_one_op(field.versions) and not has_held(field):
        return merge_texts(field.versions, {})
    if len(field.versions) > MAX_VERSIONS:
        return merge_texts((one for one in field.versions if one.how != HOW_HELD), history()[name])
    known = history()[name]
    return merge_texts((known[one.id] for one in field.versions), known)


def first_value(state: RecordState, name: str) -> Any:
    """What stands in a scalar or a long text: of several versions the one that is shown first; None for none.

    A text that is not kept with the state counts as none.
    """
    field = state.fields.get(name)
    return field.versions[0].value if field is not None and field.versions else None


def first_text(state: RecordState, name: str) -> str:
    """The same where it is a text; else empty."""
    value = first_value(state, name)
    return value if isinstance(value, str) else ""


def is_shown(field: FieldState, version: Version) -> bool:
    """Whether the value of a standing version is shown with the field: beyond as many as can be merged, only
    what is kept with the state is; any other is seen in the history of the record.
    """
    return version.how != HOW_HELD or len(field.versions) <= MAX_VERSIONS


def value_of(name: str, version: Version, history: History) -> Any:
    """The value of a standing version, from the history if it is not kept with the state."""
    return plain(history()[name][version.id].value) if version.how == HOW_HELD else version.value


def needs_history(state: RecordState) -> bool:
    """Whether telling what is in dispute takes versions that stand no more."""
    return any(
        disputes(field) and is_text(field) and (has_held(field) or not made_by_one_op(field.versions))
        for field in state.fields.values()
    )


def open_disputes(state: RecordState, history: History) -> list[str]:
    """Names of the fields in which somebody has to decide, sorted.

    `history` is called, once at the most, only if a long text has to be merged for that.
    """
    known: list[Mapping[str, Versions]] = []

    def once() -> Mapping[str, Versions]:
        if not known:
            known.append(history())
        return known[0]

    return sorted(
        name
        for name, field in state.fields.items()
        if disputes(field) and (not is_text(field) or merged_text(name, field, once).has_blocks)
    )
