"""A page that is laid out bit by bit: what is seen first, the rest in turns that nobody notices."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from delve_desktop.ui.widgets.columns import Stack
from delve_desktop.ui.widgets.frames import SETTLED_MS
from delve_desktop.ui.widgets.in_place import InPlaceBar
from delve_desktop.ui.widgets.reading_order import leads_beyond

TURN_S: Final = 0.006  # in which parts are begun, at a time; laying them out takes as long again
UNSEEN_MS: Final = 500  # after which a page that is not painted is laid out as well


class PageInParts(Stack):
    """A subclass builds its beginning, calls `begin`, and lays out what stands below in `rest`."""

    seen = Signal()
    """It was painted for the first time."""
    completed = Signal()
    """What stands below is there too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=12, edges=(40, 24, 40, 24), surface="sheet")
        self._parts: Iterator[None] = iter(())  # what stands below, laid out bit by bit
        self._reserve: QWidget | None = None  # the room of what is still to come
        self._painted = False
        self.whole = False
        self.abandoned = False

    def begin(self) -> None:
        """Its beginning stands; the rest comes when it is painted, or nobody looks for a while."""
        self._parts = self.rest()
        QTimer.singleShot(UNSEEN_MS, self, self._on_unseen)

    # -- what a page makes of it ------------------------------------------------------------------

    @abstractmethod
    def rest(self) -> Iterator[None]:
        """Lays out what stands below; yields where it may be painted or a person be heard in between."""

    @abstractmethod
    def expected(self) -> int:
        """How much higher it will be, about, when all has come."""

    def reached(self, width: int) -> int:
        """How far down the page stands, where it is so wide: what is still to come begins there."""
        return self.heightForWidth(width)

    def fit(self, width: int) -> None:
        """Take the shape that belongs to this width, before anything is laid out for it."""

    # -- bit by bit -------------------------------------------------------------------------------

    def fill(self, width: int, height: int) -> None:
        """Lay out all that is seen where so much of it shows; the rest comes after the first painting.

        What is seen then stays: room is kept for the rest, so that the scroll bar is about right too.
        """
        self.fit(width)
        about = self.heightForWidth(width) + self.expected()
        self.reach(width, height)
        if not self.whole:
            self.setMinimumHeight(about)
            self._reserve = QWidget(self)
            self.column.addWidget(self._reserve, 1)

    def go_on(self) -> None:
        """Lay out some more; what takes a few milliseconds."""
        if self.whole or self.abandoned:
            return
        if self._reserve is not None:
            self.column.removeWidget(self._reserve)
        try:
            next(self._parts)
        except StopIteration:
            self._complete()
        except Exception as error:  # noqa: BLE001 - it is raised where nobody waits for the page
            self._break_off(error)
        if self._reserve is not None:
            self.column.addWidget(self._reserve, 1)

    def reach(self, width: int, height: int) -> None:
        """Lay out as much as is seen down to there."""
        while self.is_coming and self.reached(width) < height:
            self.go_on()

    def lead_on(self, now: QWidget | None) -> None:
        """Lay out some more, if nothing that takes the focus stands beyond this: Tab leads there next."""
        while self.is_coming and not leads_beyond(self, now):
            self.lay_out_more()

    def lay_out_more(self) -> None:
        """Lay out some more, and have it in its place at once."""
        self.go_on()
        self._show_now()

    def when_whole(self, then: Callable[[], None]) -> None:
        """Do it once all is laid out; that goes on in turns meanwhile."""
        if self.whole:
            then()
        else:
            self.completed.connect(then)

    @property
    def is_coming(self) -> bool:
        """Whether some of it is still to be laid out."""
        return not self.whole and not self.abandoned

    def _show_now(self) -> None:
        """Show what was added, in its place: layouts do so only by a call that they leave in the queue.

        Until then the focus would pass it over, and scroll to where it does not stand yet.
        """
        for part in self.findChildren(QWidget):
            if part.isHidden():
                QCoreApplication.sendPostedEvents(part, QEvent.Type.MetaCall.value)
        self.column.activate()

    def abandon(self) -> None:
        """Nobody looks at this any more."""
        self.abandoned = True
        self._parts = iter(())

    def _break_off(self, error: Exception) -> None:
        """A part could not be laid out: say so, with what stands already, and note the mistake."""
        said = self.tr("Delve could not show the rest of this here. Nothing of it is lost.")
        bar = InPlaceBar()
        self.column.addWidget(bar)
        bar.say(said, icon="warn", lasting=True)
        self._complete()
        QTimer.singleShot(0, self, partial(_raise, error))

    def _complete(self) -> None:
        self.whole = True
        if self._reserve is not None:
            self._reserve.hide()  # and not out of the page: its layout may be about to show it
            self._reserve.deleteLater()
            self._reserve = None
            QTimer.singleShot(
                SETTLED_MS, self, lambda: self.setMinimumHeight(0)
            )  # when the last part has its place
        self.column.addStretch(1)
        self.completed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._on_seen)

    def _on_seen(self) -> None:
        self.seen.emit()
        self._on_turn()

    def _on_unseen(self) -> None:
        if not self._painted:  # else it is going on already, in turns that are as short
            self._on_turn()

    def _on_turn(self) -> None:
        """Some parts each time that the event loop comes round: what a person does comes in between."""
        end = perf_counter() + TURN_S
        while self.is_coming and perf_counter() < end:
            self.go_on()
        if self.is_coming:
            QTimer.singleShot(0, self, self._on_turn)


def _raise(error: Exception) -> None:
    """Where nobody takes it: it is noted as a mistake of the program."""
    raise error
