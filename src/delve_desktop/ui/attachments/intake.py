"""What is on its way into the vault: files and pictures, one after the other on the worker, with numbers on
the way and a stop.

Whoever leaves the form meanwhile waits for nothing: what is being taken in goes with the content of the form
as a `Coming`. The worker mints the rest between the chunks of a file, as it does all else that is asked of
it, and hands the `Coming` what is to be done with it then. A lock lets files a moment to be whole; those that
are not are noted, to be told of at the next opening.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from delve_desktop.domain.errors import Cancelled
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.tasks import Turn
from delve_desktop.ui.use_cases import UseCases

TELL_S: Final = 0.1  # between two tellings of how far it is
GRACE_MS: Final = 1_500  # that a lock waits for files
SOON_MS: Final = 1_000  # what is on its way no longer than that after a form was left is not told of
Told = Callable[[int, int], None]
Asked = Callable[[], bool]
Seal = Callable[[UseCases, Told, Asked], dict[str, Any]]
"""Takes one thing in on the worker's thread; is handed whom to tell how far it is, and who may stop it."""


class Coming:
    """One thing on its way; `value` is its map once the worker has sealed it, else None. `over` says that it
    was sealed or will not be, and `then` is what the worker does next: it belongs to whoever left the form.
    """

    value: dict[str, Any] | None = None
    over: bool = False
    then: Callable[[UseCases], None] | None = None


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
        self._locking = False
        self.watched = True  # whether somebody looks at the form this was begun in
        self._left = False
        self._told.connect(self._on_told)
        desk.closing.connect(self._on_closing)

    @property
    def running(self) -> bool:
        """True while something is on its way."""
        return bool(self._coming)

    def coming(self) -> list[Coming]:
        """What is on its way, in order."""
        return list(self._coming)

    def take(self, name: str, seal: Seal, *, again: bool) -> Coming:
        """Take one more in, after those before it; `again` where it could be taken once more from a file."""
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

        def stopped() -> bool:
            return self._stop or (again and self._locking)

        self._desk.ask(
            lambda use: self._work(use, one, name, lambda: seal(use, told, stopped), stopped),
            lambda _done: self._on_done(one),
            failed=lambda why: self._on_failed(one, name, why),
            owner=self,
            turn=Turn.BEHIND,
        )
        if number == 1:
            self.progressed.emit(HowFar(name, 1, 1))
        return one

    def _work(
        self, use: UseCases, one: Coming, name: str, seal: Callable[[], dict[str, Any]], stopped: Asked
    ) -> None:
        """In the worker's thread. Whatever comes of it, what was left to be done with it is done."""
        try:
            if not stopped():
                with suppress(Cancelled):
                    one.value = seal()
            if one.value is None and self._locking:
                use.note_broken_off(name)
        finally:
            one.over = True
            if one.then is not None:
                one.then(use)

    def stop(self) -> None:
        """Stop what is taken in now, and take none of those that wait."""
        self._stop = True

    def look_away(self) -> None:
        """The form is left: what takes long is told of elsewhere."""
        self.watched = False
        QTimer.singleShot(SOON_MS, self, self._say_that_it_goes_on)

    def _say_that_it_goes_on(self) -> None:
        if self.running and not self._locking:
            said = self.tr(
                "%n file(s) are still being added. They come into the record by themselves.",
                "",
                len(self._coming),
            )
            self._desk.said.emit(said)

    def _on_closing(self) -> None:
        """The vault is being locked: soon no file any more, but what cannot be taken once more."""
        QTimer.singleShot(GRACE_MS, self, self._break_off)

    def _break_off(self) -> None:
        self._locking = True

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


def on_the_way(content: dict[str, Any]) -> list[Coming]:
    """What is still on its way of what a form held."""
    members = (member for value in content.values() if isinstance(value, list) for member in value)
    return [member for member in members if isinstance(member, Coming) and not member.over]


def settled(content: dict[str, Any]) -> dict[str, Any]:
    """What a form held, with the maps of what was on its way then. For the worker's thread, or later."""
    return {name: _settled(value) if isinstance(value, list) else value for name, value in content.items()}


def _settled(members: list[Any]) -> list[Any]:
    known = [one.value if isinstance(one, Coming) else one for one in members]
    return [value for value, one in zip(known, members, strict=True) if value is not None or one is None]
