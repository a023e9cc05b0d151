"""A byte that a bad disk, or somebody, changed: found, or harmless; never other words than were written."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from delve_desktop.crypto.header_pair import HEADER, SPARE
from delve_desktop.crypto.keys import VaultKey
from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import OpId, RecordId
from delve_desktop.services import records, upkeep
from delve_desktop.services.exchange import exchange
from delve_desktop.services.search import search
from delve_desktop.services.session import Session, open_with_key, unlock_key
from delve_desktop.store.vault import DATABASE

from .outcome import Outcome
from .scene import PASSPHRASE, Scene, ops_of, states_of, write_note

FULL = 2000
_NOTES: Final = 30
_LOG: Final = DATABASE + "-wal"


def run(rounds: int, chance: random.Random, folder: Path) -> Outcome:
    """Flip one bit of one file so often, each time in a fresh copy."""
    return _Flipping(chance, folder).run(rounds)


class _Flipping:
    """A scene with truths to compare with, and what is done to its copies."""

    def __init__(self, chance: random.Random, folder: Path) -> None:
        self._chance = chance
        self._copy = folder / "flipped"
        self._outcome = Outcome()
        self._scene = Scene.create(folder / "scene")
        with self._scene.hub() as connect, self._scene.session("neema") as session:
            for number in range(_NOTES):
                write_note(session, self._scene.space, f"canary {number}", 600)
            exchange(session, connect=connect)
            self._states = states_of(session, self._scene.space)
            self._ops = ops_of(session, self._scene.space)
        with self._scene.session("neema") as session:  # the rest lies in the log
            for number in range(_NOTES, _NOTES + 10):
                write_note(session, self._scene.space, f"canary {number}", 600)
            self._later = states_of(session, self._scene.space)
            self._open = folder / "open"
            shutil.copytree(
                self._scene.vault("neema"), self._open, ignore=shutil.ignore_patterns("*.lock", "*-shm")
            )

    def run(self, rounds: int) -> Outcome:
        """Take the files in turn."""
        ways: tuple[Callable[[], None], ...] = (self._database, self._log, self._header, self._hub)
        shares = (5, 3, 1, 1)
        for _ in range(rounds):
            (way,) = self._chance.choices(ways, shares)
            way()
            self._outcome.rounds += 1
        return self._outcome

    def _flip(self, path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[self._chance.randrange(len(data))] ^= 1 << self._chance.randrange(8)
        path.write_bytes(data)

    def _copied(self, source: Path) -> Path:
        shutil.rmtree(self._copy, ignore_errors=True)
        shutil.copytree(source, self._copy, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
        return self._copy

    def _database(self) -> None:
        copy = self._copied(self._scene.vault("neema"))
        self._flip(copy / DATABASE)
        self._read_all(copy, self._scene.keys["neema"], self._later, is_whole=True)

    def _log(self) -> None:
        """Of the log any prefix may be left; each record in it is one that was written."""
        copy = self._copied(self._open)
        self._flip(copy / _LOG)
        self._read_all(copy, self._scene.keys["neema"], self._later, is_whole=False)

    def _read_all(self, folder: Path, key: VaultKey, truth: dict[RecordId, bytes], *, is_whole: bool) -> None:
        session: Session | None = None
        try:
            session = open_with_key(folder, key)
            noticed = bool(session.damaged_pages())
            found = states_of(session, self._scene.space)
            if any(truth.get(record) != state for record, state in found.items()):
                self._outcome.wrong.append("a record is not what was written")
            if is_whole and found != truth:
                self._outcome.wrong.append("records are missing, and nothing was said")
            if is_whole and not noticed:
                self._outcome.wrong.append("the check of the pages did not notice")
            search(session, self._scene.space, "canary")
            write_note(session, self._scene.space, "afterwards", 100)
            self._outcome.see("read all the same")
        except DelveError:
            self._outcome.see("refused in one sentence")
        finally:
            self._close(session)

    def _close(self, session: Session | None) -> None:
        if session is not None:
            try:
                session.close()
            except DelveError:
                self._outcome.see("refused in one sentence")

    def _header(self) -> None:
        copy = self._copied(self._scene.vault("neema"))
        for name in self._chance.choice(((HEADER,), (SPARE,), (HEADER, SPARE))):
            self._flip(copy / name)
        try:
            key = unlock_key(copy, PASSPHRASE)
        except DelveError:
            self._outcome.see("headers refused")
            return
        if key != self._scene.keys["neema"]:
            self._outcome.wrong.append("a changed header opens to another key")
        self._outcome.see("headers repaired")

    def _hub(self) -> None:
        """A laptop that has nothing yet takes what a damaged hub gives."""
        shutil.rmtree(self._copy, ignore_errors=True)
        scene = self._scene.copied(self._copy)
        self._flip(scene.hub_file)
        try:
            with scene.hub() as connect, scene.session("zawadi") as session:
                exchange(session, connect=connect)
        except DelveError:
            self._outcome.see("hubs that said no")
        with scene.session("zawadi") as session:
            self._judge(session, ops_of(session, scene.space))

    def _judge(self, session: Session, ops: set[OpId]) -> None:
        if not ops <= self._ops:
            self._outcome.wrong.append("an op came in that nobody wrote")
        states = states_of(session, self._scene.space)
        if any(self._states.get(record) != state for record, state in states.items()):
            self._outcome.wrong.append("a record came in otherwise than it was written")
        self._outcome.broken += upkeep.verify(session).findings
        records.counts(session, self._scene.space)
        self._outcome.see("laptops at a damaged hub")
