"""What holds other parts: a frame that fills its widget, a page that scrolls, a layout to be filled anew."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from .basics import surface
from .flow import FlowLayout

SETTLED_MS: Final = 30  # by then a layout that changed has given its widgets their places


def framed(holder: QWidget, kind: str) -> QFrame:
    """A frame with a look of the style sheet that fills `holder`; what is shown goes into the frame."""
    frame = surface(kind)
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(frame)
    return frame


class ScrollPage(QScrollArea):
    """A page that arrow keys scroll. It shows the focus to who came by the tabulator, who has to see it; not
    when the window gives it the focus, so that nothing on it is typed into by accident.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusInEvent(self, event: QFocusEvent) -> None:
        ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if bool(self.property("ring")) is not ring:
            self.setProperty("ring", ring)
            self.style().polish(self)
        super().focusInEvent(event)


def page(holder: QWidget) -> QVBoxLayout:
    """The column of a page that fills `holder` and scrolls up and down."""
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(0, 0, 0, 0)
    area = ScrollPage(QCoreApplication.translate("frames", "Page, arrow keys scroll it"))
    paper = QWidget()
    paper.setProperty("surface", "paper")
    area.setWidget(paper)
    outer.addWidget(area)
    column = QVBoxLayout(paper)
    column.setContentsMargins(24, 16, 24, 24)
    column.setSpacing(16)
    return column


def scrolled(inner: QWidget, name: str) -> QScrollArea:
    """What may be higher than its place, on the ground that it stands on; Tab goes to its parts alone."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    inner.setProperty("surface", "none")
    area.setWidget(inner)
    return area


def area_around(widget: QWidget) -> QScrollArea | None:
    """What scrolls a widget, if anything does."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def bring_into_view(widget: QWidget) -> None:
    """Scroll the page around a widget until it is seen, once it has its place."""

    def scroll() -> None:
        area = area_around(widget)
        if area is not None:
            area.ensureWidgetVisible(widget, 0, 24)

    QTimer.singleShot(SETTLED_MS, widget, scroll)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout: gone from the screen at once, not when the event loop comes by."""
    if isinstance(layout, FlowLayout):
        for one in layout.widgets():
            layout.removeWidget(one)
            _put_away(one)
        return
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            _put_away(widget)


def _put_away(widget: QWidget) -> None:
    widget.hide()  # or a layout's own queued showing would make a window of it for a moment
    widget.setParent(None)
    widget.deleteLater()


def vacate(layout: QLayout) -> None:
    """Take everything out of a layout, to be laid out elsewhere or in another order.

    What `takeAt` gives may live on for a while, and as long as it does, the next layout of a widget remembers
    for ever how tall it once was.
    """
    while (item := layout.itemAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            layout.removeWidget(widget)
        else:
            layout.takeAt(0)
