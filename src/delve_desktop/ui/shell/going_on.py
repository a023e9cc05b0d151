"""Going on with what was begun: a new record in its form, all else where the record it belongs to is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import DraftView
from delve_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from .shell import Shell


def go_on(shell: Shell, desk: Desk, draft: DraftView) -> None:
    """Lead to where the draft can be finished or thrown away."""
    about = draft.record or _about(draft)
    if about is None:
        shell.start_new(draft.kind, draft)
    else:
        desk.ask(lambda use: use.record_row(about), shell.show_row, owner=shell)


def _about(draft: DraftView) -> RecordId | None:
    """The record below which a comment was being written."""
    about = draft.content.get("about") if draft.kind == "comment" else None
    return RecordId(bytes.fromhex(about)) if isinstance(about, str) else None
