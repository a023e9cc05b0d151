"""The short PIN of an idle lock: five tries, until the laptop sleeps or the program ends.

After some minutes without a key or a click the window is covered. With a PIN the vault's keys stay in memory
behind it, so that who comes back with a cup of tea need not type six words. That is weaker than a locked
vault, and ends for good with the fifth wrong PIN, with sleep, and with the program: then only the passphrase
opens. Without a PIN the idle lock is a full lock at once.

Pure but for the clock, which is handed in and must go on counting while the laptop sleeps. Threads: the
caller uses it from one.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from delve_desktop.domain.errors import InvalidContent, Locked

DIGITS: Final = 6
TRIES: Final = 5
IDLE_AFTER: Final = 5 * 60.0  # seconds
SLEPT_AFTER: Final = 60.0  # seconds between two ticks that only sleep explains; a window ticks every few
_ROWS: Final = ("0123456789", "9876543210")


class Cover(Enum):
    """What lies between a person and the vault."""

    OPEN = "open"
    PIN = "pin"  # the keys are in memory, the window is covered
    LOCKED = "locked"  # the keys are gone: the passphrase is needed


@dataclass(frozen=True, slots=True)
class PinTry:
    """What a PIN came to: the cover now, and how many tries are left."""

    cover: Cover
    tries_left: int


class IdleLock:
    """The cover of one open vault. `lock_fully` is called once, and closes the session."""

    def __init__(
        self,
        clock: Callable[[], float],
        lock_fully: Callable[[], None],
        *,
        idle_after: float = IDLE_AFTER,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._clock = clock
        self._lock_fully = lock_fully
        self._idle_after = idle_after
        self._salt = random(16)
        self._pin: bytes | None = None
        self._tries = TRIES
        self._cover = Cover.OPEN
        self._used = self._ticked = clock()

    @property
    def cover(self) -> Cover:
        """What lies between the person and the vault now."""
        return self._cover

    @property
    def has_pin(self) -> bool:
        """Whether an idle lock asks for a PIN rather than for the passphrase."""
        return self._pin is not None

    def set_pin(self, pin: str | None) -> None:
        """Choose the PIN, or none; it is kept in memory only, so every start asks for the passphrase first.

        Raises `InvalidContent` for what is not six digits or is guessed first, `Locked` behind a cover.
        """
        if self._cover is not Cover.OPEN:
            raise Locked("The vault is locked; open it first.")
        if pin is not None:
            check_pin(pin)
        self._pin = None if pin is None else self._digest(pin)

    def set_idle_after(self, seconds: float) -> None:
        """Another time without a key or a click until the window is covered; from now on."""
        self._idle_after = seconds

    def touch(self) -> None:
        """A key or a click: the person is there."""
        self.tick()
        if self._cover is Cover.OPEN:
            self._used = self._clock()

    def tick(self) -> Cover:
        """Look at the clock, every few seconds; returns the cover."""
        now = self._clock()
        asleep = now - self._ticked
        self._ticked = now
        if asleep > SLEPT_AFTER or asleep < 0:  # it slept, or the clock was set: nobody can tell for how long
            self.slept()
        elif self._cover is Cover.OPEN and now - self._used >= self._idle_after:
            self.cover_up()
        return self._cover

    def cover_up(self) -> None:
        """Cover the window now: behind the PIN if there is one, else by a full lock."""
        if self._cover is not Cover.OPEN:
            return
        if self._pin is None:
            self.lock()
        else:
            self._cover = Cover.PIN
            self._tries = TRIES

    def try_pin(self, pin: str) -> PinTry:
        """Uncover with a PIN. The last wrong one locks fully; a right one gives all tries back."""
        if self.tick() is not Cover.PIN or self._pin is None:
            return PinTry(self._cover, 0)
        if hmac.compare_digest(self._digest(pin), self._pin):
            self._cover = Cover.OPEN
            self._used = self._clock()
            return PinTry(self._cover, TRIES)
        self._tries -= 1
        if self._tries == 0:
            self.lock()
        return PinTry(self._cover, self._tries)

    def slept(self) -> None:
        """The laptop slept, or is about to: whoever wakes it needs the passphrase."""
        self.lock()

    def lock(self) -> None:
        """Lock fully, at once and for good: by hand, at sleep, at the end, or after too many tries."""
        if self._cover is Cover.LOCKED:
            return
        self._cover = Cover.LOCKED
        self._pin = None
        self._tries = 0
        self._lock_fully()

    def _digest(self, pin: str) -> bytes:
        # only so that the digits do not lie about in memory: whoever reads memory reads the keys as well
        return hmac.digest(self._salt, pin.encode("utf-8", "surrogatepass"), "sha256")


def check_pin(pin: str) -> None:
    """Raise `InvalidContent` for a PIN that is not six digits, or one of those that are tried first."""
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()):
        raise InvalidContent(f"A PIN has {DIGITS} digits.")
    if len(set(pin)) == 1 or any(pin in row for row in _ROWS) or pin[:3] == pin[3:] or pin[:2] * 3 == pin:
        raise InvalidContent("This PIN is one of those that are tried first: take another one.")
