"""A disk that fills up at any moment: nothing that was said to be saved goes, and reading works on."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import event

from delve_desktop.domain.errors import DelveError, DiskFull
from delve_desktop.domain.ids import RecordId
from delve_desktop.services import drafts, records, upkeep
from delve_desktop.services.exchange import exchange
from delve_desktop.services.search import search
from delve_desktop.services.session import Session
from delve_desktop.store import room

from .outcome import Outcome
from .scene import Scene, states_of, write_note

FULL = 200
_ROOM = 24  # pages that are left at the most when a round begins
_DISK = 24  # MiB of the small disk
_FLOOR = 4 * room.MIB  # stands for the program's own on so small a disk, every second time there


def run(rounds: int, chance: random.Random, folder: Path) -> Outcome:
    """Fill the disk so often: half of the time for SQLite alone, half of the time a real small one."""
    outcome = Outcome()
    usual, room.FLOOR = room.FLOOR, 0
    try:
        with _small_disk(folder / "small") as small:
            for number in range(rounds):
                real = small is not None and number % 2 == 1
                place = small if real and small is not None else folder
                scene = _scene(place / "scene", number)
                _fill_up(scene, chance, outcome, ballast=place / "ballast" if real else None)
                if real:
                    _reach_the_floor(scene, chance, outcome, place / "ballast")
                outcome.rounds += 1
    finally:
        room.FLOOR = usual
    return outcome


_scenes: dict[Path, Scene] = {}


def _scene(folder: Path, number: int) -> Scene:
    """The scene at this place; a fresh one now and then, so that it does not grow for ever."""
    if number % 20 < 2 and folder in _scenes:
        shutil.rmtree(folder)
        del _scenes[folder]
    if folder not in _scenes:
        _scenes[folder] = Scene.create(folder)
    return _scenes[folder]


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    """A disk in memory, where the system lets one be made; else None."""
    _scenes.clear()
    if sys.platform != "linux" or os.geteuid() != 0:
        yield None
        return
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_DISK}m", "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        yield None
        return
    try:
        yield folder
    finally:
        _scenes.clear()
        subprocess.run(["umount", str(folder)], check=True)


def _fill_up(scene: Scene, chance: random.Random, outcome: Outcome, ballast: Path | None) -> None:
    with scene.hub() as connect, scene.session("zawadi") as session:
        before = states_of(session, scene.space)
        told: dict[RecordId, str] = {}
        draft = (0, "")
        limits = _Limit(session)
        limits.set_room(chance.randint(0, _ROOM))
        if ballast is not None:
            limits.lift()
            _fill_disk(ballast, leave=chance.randint(0, _ROOM) * 4096)
        try:
            for number in range(10_000):
                title = f"{outcome.rounds}-{number}"
                action = chance.random()
                if action < 0.4:
                    content = {"title": title, "text": "y" * chance.randint(0, 4000)}
                    draft = (
                        drafts.save_draft(session, scene.space, None, "note", content, draft[0] or None),
                        title,
                    )
                elif action < 0.9:
                    told[write_note(session, scene.space, title, chance.choice((100, 4000)))] = title
                else:
                    exchange(session, connect=connect)
        except DiskFull:
            outcome.see("full disks")
        except DelveError as error:
            outcome.broken.append(f"said of a full disk: {error}")
        _check(session, scene, before, told, draft, outcome)
        limits.lift()
        if ballast is not None:
            ballast.unlink()
        write_note(session, scene.space, "room again", 200)
        with suppress(DelveError):
            drafts.discard_draft(session, draft[0])
        exchange(session, connect=connect)
        outcome.broken += upkeep.verify(session).findings


def _reach_the_floor(scene: Scene, chance: random.Random, outcome: Outcome, ballast: Path) -> None:
    """Below the floor nothing new is written, while drafts are, and reading and locking go on."""
    with scene.session("zawadi") as session:
        before = states_of(session, scene.space)
        room.FLOOR = _FLOOR
        try:
            _fill_disk(ballast, leave=chance.randint(_FLOOR // 2, _FLOOR - 1))
            draft = drafts.save_draft(
                session, scene.space, None, "note", {"title": "kept", "text": "y" * 4000}
            )
            for step in (
                lambda: write_note(session, scene.space, "one too many", 100),
                lambda: drafts.commit_draft(session, draft),
            ):
                try:
                    step()
                    outcome.wrong.append("something new was written below the floor")
                except DiskFull:
                    outcome.see("writes below the floor refused")
            if [one.id for one in drafts.list_drafts(session, scene.space) if one.id == draft] != [draft]:
                outcome.lost.append("the draft below the floor")
            drafts.discard_draft(session, draft)
            if states_of(session, scene.space) != before:
                outcome.wrong.append("records differ below the floor")
        finally:
            room.FLOOR = 0
    ballast.unlink()


def _check(
    session: Session,
    scene: Scene,
    before: dict[RecordId, bytes],
    told: dict[RecordId, str],
    draft: tuple[int, str],
    outcome: Outcome,
) -> None:
    """While the disk is still full."""
    now = states_of(session, scene.space)
    outcome.lost += [f"record {record.hex()[:8]}" for record in before if record not in now]
    for record, title in told.items():
        view = records.open_record(session, record)
        if view.title != title:
            outcome.lost.append(f"note {title}")
    if draft[0]:
        kept = {one.id: one.content["title"] for one in drafts.list_drafts(session, scene.space)}
        if kept.get(draft[0]) != draft[1]:
            outcome.lost.append(f"draft {draft[1]}")
    search(session, scene.space, "note")


def _fill_disk(ballast: Path, leave: int) -> None:
    """Take all room but so many bytes."""
    with ballast.open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(bytes(4096)):
                pass
        size = file.tell()
    with ballast.open("rb+") as file:
        file.truncate(max(0, size - leave))


class _Limit:
    """How many pages the databases of a session may have."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._most = 1 << 30
        event.listen(session.vault._engine, "checkout", self._apply)

    def _apply(self, connection: Any, _record: Any, _proxy: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {self._most}").fetchone()

    def set_room(self, pages: int) -> None:
        """Leave room for so many pages more."""
        with self._session.vault.read() as unit:
            self._most = unit._rows("PRAGMA page_count")[0][0] + pages

    def lift(self) -> None:
        """No limit."""
        self._most = 1 << 30
