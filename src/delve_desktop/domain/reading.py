"""What a record says once long texts are merged: text for a screen, and what is in dispute.

Merging texts needs versions that stand no more; they are asked for only where that is so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .errors import Mistaken
from .mergedtext import MergedText, whole_text
from .state import FieldState, RecordState, disputes, distinct, is_text
from .textmerge import made_by_one_op, merge_texts
from .versiongraph import Versions

History = Callable[[], Mapping[str, Versions]]
"""Gives every version that each field of the record ever had (`merge.versions_of`)."""


def merged_text(name: str, field: FieldState, history: History) -> MergedText:
    """The text in which all standing versions of a long text are merged.

    `history` is called only if different texts stand that different ops wrote. A cleared field has
    an empty text. Raises `Mistaken` if there is something else than text among several versions.
    """
    different = distinct(field)
    if len(different) < 2:
        value = different[0].value if different else ""
        return whole_text(value if isinstance(value, str) else "")
    if not is_text(field):
        raise Mistaken(f"The versions of the field {name} are not all texts.")
    return merge_texts(field.versions, {} if made_by_one_op(field.versions) else history()[name])


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
