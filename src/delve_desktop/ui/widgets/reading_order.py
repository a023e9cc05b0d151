"""Where Tab leads: through a window as one reads it, not in the order in which its parts were made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from .frames import area_around
from .laid_out import entries


class ReadingOrder(QWidget):
    """Tab goes from part to part as they stand in their layouts, and round.

    Qt's own chain has what came late at its end, and skips what stands between a widget and the part that it
    passes the focus on to: rows that are added to a form, a list that is filled anew.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:
        parts = list(_parts(self))
        now = self.focusWidget()
        at = parts.index(now) if now in parts else (-1 if forward else 0)
        ahead = parts[at + 1 :] + parts[: max(at, 0)] if forward else parts[:at][::-1] + parts[at:][::-1]
        to = next((part for part in ahead if part is not now and _takes_tab(part)), None)
        if to is None:
            return False
        to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        area = area_around(to)
        if area is not None:
            area.ensureWidgetVisible(to, 0, 8)
        return True


def leads_beyond(holder: QWidget, now: QWidget | None) -> bool:
    """Whether Tab has somewhere to go in a holder: beyond this one, or at all where this is not in it."""
    parts = list(_parts(holder))
    return any(_takes_tab(part) for part in parts[parts.index(now) + 1 if now in parts else 0 :])


def _takes_tab(widget: QWidget) -> bool:
    """What passes the focus on is passed over: its parts are reached themselves."""
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isEnabled() and widget.focusProxy() is None


def _parts(holder: QWidget) -> Iterator[QWidget]:
    """Every widget of it that is shown, each before what it holds."""
    layout = holder.layout()
    laid = list(_laid(layout)) if layout is not None else []
    others = [child for child in holder.children() if isinstance(child, QWidget) and child not in laid]
    for child in laid + others:
        if not child.isWindow() and child.isVisibleTo(holder):
            yield child
            yield from _parts(child)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of those within it."""
    for each in entries(layout):
        if isinstance(each, QWidget):
            yield each
        else:
            yield from _laid(each)
