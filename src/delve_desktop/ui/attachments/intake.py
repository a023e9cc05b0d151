"""What is on its way into the vault: files and pictures, one after the other on the worker, with numbers on
the way and a stop.

Whoever leaves the form meanwhile loses nothing: what was being taken in goes with the content of the form as
a `Coming`, which the worker finds filled when it mints that content: it mints after all that was asked for
before. What else is asked of it comes between the chunks of a file.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from delve_desktop.domain.errors import Cancelled
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.tasks import Turn
from delve_desktop.ui.use_cases import UseCases

TELL_S: Final = 0.1  # between two tellings of how far it is
Told = Callable[[int, int], None]
Asked = Callable[[], bool]
Seal = Callable[[UseCases, Told, Asked], dict[str, Any]]
"""Takes one thing in on the worker's thread; is handed whom to tell how far it is, and who may stop it."""


class Coming:
    """One thing on its way; `value` is its map once the worker has sealed it, else None."""

    value: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class HowFar:
    """What is taken in now: its name, which it is of how many, and bytes, 0 of 0 while none are known."""

    name: str
    number: int
    of: int
    done: int = 0
    whole: int = 0


class Intake(QObject):
    """Belongs to the desk, so that it outlives the form it was begun in."""

    progressed = Signal(object)
    """A `HowFar`."""
    taken = Signal(object, object)
    """One is in the vault: what it came as, and its map."""
    broken = Signal(object)
    """One could not be taken in: a `Sentence` that names it. The others go on."""
    ended = Signal(int)
    """Nothing is on its way any more; so many were stopped."""
    _told = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._coming: list[Coming] = []
        self._of = 0  # since nothing was on its way
        self._stopped = 0
        self._stop = False
        self.watched = True  # whether somebody looks at the form this was begun in
        self._left = False
        self._told.connect(self._on_told)

    @property
    def running(self) -> bool:
        """True while something is on its way."""
        return bool(self._coming)

    def coming(self) -> list[Coming]:
        """What is on its way, in order."""
        return list(self._coming)

    def take(self, name: str, seal: Seal) -> Coming:
        """Take one more in, after those before it."""
        if not self.running:
            self._of = self._stopped = 0
            self._stop = False
        self._of += 1
        one, number = Coming(), self._of
        self._coming.append(one)

        said = 0.0

        def told(done: int, whole: int) -> None:
            nonlocal said
            if done:
                self._desk.let_others()
            now = time.monotonic()
            if done in (0, whole) or now - said >= TELL_S:
                said = now
                self._told.emit(HowFar(name, number, self._of, done, whole))

        def work(use: UseCases) -> None:
            if self._stop:
                return
            told(0, 0)
            try:
                one.value = seal(use, told, lambda: self._stop)
            except Cancelled:
                return

        self._desk.ask(
            work,
            lambda _done: self._on_done(one),
            failed=lambda why: self._on_failed(one, name, why),
            owner=self,
            turn=Turn.BEHIND,
        )
        if number == 1:
            self.progressed.emit(HowFar(name, 1, 1))
        return one

    def stop(self) -> None:
        """Stop what is taken in now, and take none of those that wait."""
        self._stop = True

    def let_go(self) -> None:
        """Nobody looks any more: go, as soon as nothing is on its way."""
        self._left = True
        self._end()

    def _on_told(self, far: HowFar) -> None:
        if self.running:
            self.progressed.emit(far)

    def _on_done(self, one: Coming) -> None:
        self._coming.remove(one)
        if one.value is None:
            self._stopped += 1
        else:
            self.taken.emit(one, one.value)
        self._end()

    def _on_failed(self, one: Coming, name: str, why: Sentence) -> None:
        self._coming.remove(one)
        why = Sentence(self.tr("{0} was not added. {1}").format(name, why.text), why.detail)
        if self._left or not self.watched:
            self._desk.failed.emit(why)
        else:
            self.broken.emit(why)
        self._end()

    def _end(self) -> None:
        if self.running:
            return
        if self._left:
            QTimer.singleShot(0, self, self.deleteLater)
        else:
            self.ended.emit(self._stopped)


def is_owed(content: dict[str, Any]) -> bool:
    """Whether something is still on its way that belongs to what a form held."""
    members = (member for value in content.values() if isinstance(value, list) for member in value)
    return any(isinstance(member, Coming) and member.value is None for member in members)


def settled(content: dict[str, Any]) -> dict[str, Any]:
    """What a form held, with the maps of what was on its way then. For the worker's thread, or later."""
    return {name: _settled(value) if isinstance(value, list) else value for name, value in content.items()}


def _settled(members: list[Any]) -> list[Any]:
    known = [one.value if isinstance(one, Coming) else one for one in members]
    return [value for value, one in zip(known, members, strict=True) if value is not None or one is None]
