"""Tells when the laptop goes to sleep or its screen is locked, as far as the system says so.

A gap in a clock that counts on while the laptop sleeps tells it everywhere, afterwards (`pin.IdleLock`);
what is here tells it before. Linux: signals of logind on the system bus. Windows: messages to the window.
Elsewhere, and where neither is there, the gap alone.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)
from PySide6.QtGui import QWindow

_log = logging.getLogger(__name__)

# winuser.h and wtsapi32.h
POWERBROADCAST: Final = 0x0218
SUSPEND: Final = 0x0004
SESSION_CHANGE: Final = 0x02B1
SESSION_LOCK: Final = 0x7


def ticks() -> float:
    """Seconds by a clock that goes on while the laptop sleeps, and that nobody can set."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # goes on in sleep there, unlike Python's monotonic
    return time.monotonic()


def says_sleep(message: int, parameter: int) -> bool:
    """Whether a message of Windows says that the laptop is about to sleep, or that its screen was locked."""
    return (message, parameter) in ((POWERBROADCAST, SUSPEND), (SESSION_CHANGE, SESSION_LOCK))


class SleepWatch(QObject):
    """Main thread."""

    slept = Signal()
    """The laptop is about to sleep, or its screen was locked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: QAbstractNativeEventFilter | None = None

    def begin(self, window: QWindow | None) -> None:
        """Listen, as the system has it; harmless where it says nothing."""
        if sys.platform == "linux":
            self._listen_on_bus()
        elif sys.platform == "win32" and window is not None:  # pragma: no cover - run on Windows only
            self._listen_to_messages(int(window.winId()))

    def _listen_on_bus(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a build of Qt without it
            return
        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return
        service, place = "org.freedesktop.login1", "/org/freedesktop/login1"
        heard = [
            # a slot is a text here, whatever the type information says
            bus.connect(service, path, f"{service}.{kind}", signal, self, slot)  # type: ignore[call-overload]
            for path, kind, signal, slot in (
                (place, "Manager", "PrepareForSleep", SLOT("_on_prepare(bool)")),
                ("", "Session", "Lock", SLOT("_on_lock()")),
            )
        ]
        if not all(heard):
            _log.info("The system does not tell of sleep; a gap in its clock will.")

    def _listen_to_messages(self, handle: int) -> None:  # pragma: no cover - run on Windows only
        import ctypes

        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(handle), 0)  # type: ignore[attr-defined]
        self._filter = _Messages(self.slept.emit)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)

    @Slot(bool)
    def _on_prepare(self, before: bool) -> None:
        if before:
            self.slept.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.slept.emit()


class _Messages(QAbstractNativeEventFilter):  # pragma: no cover - run on Windows only
    """Looks at the messages of Windows as they come."""

    def __init__(self, told: Callable[[], None]) -> None:
        super().__init__()
        self._told = told

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> Any:
        from ctypes import wintypes

        seen = wintypes.MSG.from_address(int(message))
        if says_sleep(seen.message, seen.wParam):
            self._told()
        return False, 0
