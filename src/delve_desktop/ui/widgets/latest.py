"""The end of a long row of parts, one below the other, and a way to what comes before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from .basics import button
from .columns import Stack

Bits = Iterator[None]
"""What is left to lay out of a part; yields where a person may be heard in between."""
Made = tuple[QWidget, Bits]


class Latest(Stack):
    """Lays out the last parts, and others only as somebody asks: some at a time, one each turn.

    `names` are of all parts in order; `make` makes one by its place, `weight` tells how many it counts for,
    and `words` what the button says where so much comes before. `most` is what is laid out at a time, and
    `since` the name of the first part that is to be shown in any case.
    """

    def __init__(
        self,
        names: Sequence[str],
        make: Callable[[int], Made],
        words: Callable[[int], str],
        *,
        most: int,
        gap: int,
        since: str = "",
        weight: Callable[[int], int] = lambda _at: 1,
        about: str = "",
    ) -> None:
        super().__init__(gap=gap)
        self._names = list(names)
        self._make = make
        self._words = words
        self._most = most
        self._since = since
        self._weight = weight
        self._about = about
        self._first = self._goal = len(self._names)  # of those that stand, and of those that are to
        self._bits: Bits = iter(())
        self._waiting: list[Callable[[], None]] = []
        self._more: QPushButton | None = None
        self._above = QWidget(self)  # where that stands

    @property
    def since(self) -> str:
        """The name of the first part that was asked for; empty where none was, or all is shown."""
        return self._names[self._goal] if 0 < self._goal < len(self._names) else ""

    def lay_out(self) -> Bits:
        """Lays out the last parts; yields after each, and where one of them does."""
        self._goal = self._before(self._first)
        if self._since in self._names:
            self._goal = min(self._goal, self._names.index(self._since))
        self._first = self._goal
        self._show_more()
        for at in range(self._goal, len(self._names)):
            made, bits = self._make(at)
            self.column.addWidget(made)
            self.grew()
            yield
            yield from bits

    def show_part(self, name: str, then: Callable[[], None]) -> None:
        """Lay out as much as is needed for this part to stand, turn by turn; then call back."""
        self._waiting.append(then)
        self._go_back_to(min(self._names.index(name), self._goal))

    def _before(self, end: int) -> int:
        """Where to begin for as much as is laid out at a time."""
        count = 0
        while end > 0 and count < self._most:
            end -= 1
            count += self._weight(end)
        return end

    def _on_more(self) -> None:
        self._go_back_to(self._before(self._goal))

    def _go_back_to(self, goal: int) -> None:
        going = self._first > self._goal
        self._goal = goal
        if not going:
            QTimer.singleShot(0, self, self._on_turn)

    def _on_turn(self) -> None:
        """A part, or some of it: what a person does comes in between."""
        if not _went_on(self._bits):
            if self._first <= self._goal:
                self._call_back()
                return
            made, self._bits = self._make(self._first - 1)
            self.column.insertWidget(1, made)  # below the button
            made.show()
            self._first -= 1
            self._show_more(made)
        QTimer.singleShot(0, self, self._on_turn)

    def _call_back(self) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _show_more(self, newest: QWidget | None = None) -> None:
        """Say how many come before; nothing, where none does."""
        count = sum(self._weight(at) for at in range(self._first))
        if count and self._more is None:
            self._more = button("", "quiet", "history")
            self._more.clicked.connect(self._on_more)
            row = QHBoxLayout(self._above)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self._more)
            row.addStretch(1)
            self.column.insertWidget(0, self._above)
        if self._more is not None and count:
            self._more.setText(self._words(count))
            self._more.setAccessibleName(f"{self._words(count)} {self._about}".strip())
        else:
            reached = newest.findChildren(QPushButton) if newest is not None else []
            if self._more is not None and self._more.hasFocus() and reached:
                reached[0].setFocus()  # and not whatever comes next in the window
            self._above.hide()


def _went_on(bits: Bits) -> bool:
    """Whether there was something left, which is laid out now."""
    return next((True for _ in bits), False)
