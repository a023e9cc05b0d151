"""What was begun and not finished, among what needs the person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from delve_desktop.services.views import DraftView
from delve_desktop.ui.ages import age

from .side_cards import need, shortened

MOST = 3  # lines: the other drafts are offered in their lists


def _tr(text: str) -> str:
    return QCoreApplication.translate("begun", text)


def begun_lines(drafts: Sequence[DraftView], now: float, go_on: Callable[[DraftView], None]) -> list[QWidget]:
    """A line with a button for each draft, the one begun last first."""
    return [_line(draft, now, go_on) for draft in drafts[:MOST]]


def _line(draft: DraftView, now: float, go_on: Callable[[DraftView], None]) -> QWidget:
    title = _title(draft)
    what = _tr("You had begun “{0}”").format(title) if title else _tr("You had begun something new")
    if draft.kind == "comment":
        what = _tr("A question or an answer that is not handed in")
    where = _tr("Kept on this laptop, {0}").format(age(draft.updated, now))
    return need("pencil", what, where, _tr("Go on"), partial(go_on, draft))


def _title(draft: DraftView) -> str:
    content = draft.content
    for name in ("title", "name", "text", "report", "summary"):
        if isinstance(said := content.get(name), str) and said.strip():
            return shortened(said)
    return ""
