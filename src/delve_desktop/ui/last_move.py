"""The last thing that was done to whole records, for Ctrl+Z: what the bar offers as *Undo*, as long as it
is the last.
"""

from __future__ import annotations

from collections.abc import Callable

Undo = Callable[[], None]


class LastMove:
    """At most one way back. Shared by all who move records, through their desk."""

    def __init__(self) -> None:
        self._undo: Undo | None = None

    def remember(self, undo: Undo) -> Undo:
        """Keep the way back from what was done last; returns it for a button, which takes it from here."""

        def once() -> None:
            if self._undo is once:
                self._undo = None
            undo()

        self._undo = once
        return once

    def forget(self) -> None:
        """Something was done since that this does not lead back from."""
        self._undo = None

    def take_back(self) -> bool:
        """Undo it, once; False when there is nothing."""
        undo = self._undo
        if undo is not None:
            undo()
        return undo is not None
