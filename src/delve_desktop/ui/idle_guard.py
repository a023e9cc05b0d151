"""Watches over an open vault: covers or locks it when nobody is there, and when the laptop sleeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from delve_desktop.services.keeping.pin import IDLE_AFTER, Cover, IdleLock, PinTry

from .sleep_watch import SleepWatch, ticks

TICK_MS: Final = 5_000
_SIGNS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleGuard(QObject):
    """From unlock to lock. Main thread. `clock` counts seconds, on while the laptop sleeps."""

    covered = Signal()
    """Nobody was there for a while, and there is a PIN: hide what is on screen and ask for it."""
    locked = Signal()
    """Close the vault; emitted once."""

    def __init__(self, minutes: int | None = None, clock: Callable[[], float] = ticks) -> None:
        super().__init__()
        self.lock = IdleLock(clock, self.locked.emit, idle_after=_seconds(minutes))
        self._window: QWindow | None = None
        self._sleep = SleepWatch(self)
        self._sleep.slept.connect(self.lock.slept)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self, window: QWindow | None) -> None:
        """Watch the keys and clicks that come to a window."""
        self._window = window
        if window is not None:
            window.installEventFilter(self)
        self._sleep.begin(window)
        self._timer.start()

    def end(self) -> None:
        """The vault is closed otherwise: watch no more."""
        self._timer.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def set_minutes(self, minutes: int | None) -> None:
        """Cover or lock after so many minutes; None for the usual time."""
        self.lock.set_idle_after(_seconds(minutes))

    def tick(self) -> None:
        """Look at the clock."""
        before = self.lock.cover
        if self.lock.tick() is Cover.PIN and before is Cover.OPEN:
            self.covered.emit()

    def try_pin(self, pin: str) -> PinTry:
        """Uncover with a PIN; the last wrong one locks."""
        return self.lock.try_pin(pin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self.lock.touch()
        return False


def _seconds(minutes: int | None) -> float:
    return IDLE_AFTER if minutes is None else 60.0 * minutes
