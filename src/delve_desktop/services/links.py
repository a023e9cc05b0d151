"""What a record links to, and what links to it: the two ends of "belongs together with"."""

from __future__ import annotations

from collections.abc import Sequence

from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.domain.links import links_of
from delve_desktop.domain.state import RecordState
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import RecordLine

from .rows_shown import Names, row_of
from .session import Session
from .views import BackLink, LinkView

Backwards = Sequence[tuple[str, RecordLine]]
"""The records outside the bin that link to a record, each with the field of its own by which it does."""


def links_from(session: Session, record: RecordId) -> list[LinkView]:
    """The links that stand in a record, in the order of its fields; raises `NotFound`."""
    with session.vault.read() as unit:
        space = unit.space_of(record)
        names = Names(unit)
        return [_view(unit, names, space, field, target) for field, target in links_of(unit.state(record))]


def links_to(session: Session, record: RecordId, kind: str | None = None) -> list[BackLink]:
    """What links to a record, newest first; only records of a kind when one is named.

    The record need not be here: what was written about it may have come before it.
    """
    with session.vault.read() as unit:
        found = links_back(Names(unit), unit.links_to(record))
    return [link for link in found if kind in (None, link.row.kind)]


def links_standing(unit: ReadUnit, names: Names, space: SpaceId, state: RecordState) -> list[LinkView]:
    """The links of a record in this state, within one snapshot."""
    return [_view(unit, names, space, field, target) for field, target in links_of(state)]


def links_back(names: Names, back: Backwards) -> list[BackLink]:
    """What links to a record, of one snapshot."""
    return [BackLink(field, row_of(line, names)) for field, line in back]


def _view(unit: ReadUnit, names: Names, space: SpaceId, field: str, target: RecordId) -> LinkView:
    try:
        line = unit.line(target)
    except NotFound:
        return LinkView(field, target, "missing", None)
    if line.space != space:  # links never cross spaces
        return LinkView(field, target, "missing", None)
    return LinkView(field, target, "in_bin" if line.in_bin else "here", row_of(line, names))
