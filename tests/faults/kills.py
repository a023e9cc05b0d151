"""`kill -9` of a laptop at any moment while its person types, saves, and exchanges with a hub.

The victim is a forked process that writes a line to a pipe after each use case has returned; whatever it
said before it died must be there. The hub runs in the victim too, so it dies in the midst of its own writes.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

from delve_desktop.domain.errors import DelveError, NotFound
from delve_desktop.domain.ids import RecordId
from delve_desktop.services import drafts, records, upkeep
from delve_desktop.services.connecting import Connect
from delve_desktop.services.exchange import exchange
from delve_desktop.services.session import Session
from delve_desktop.services.views import SetValue
from sync_server.checkup import check_up
from sync_server.store.hub_store import HubStore

from .outcome import Outcome
from .scene import NAMES, Scene, write_note

FULL = 1000
_WHOLE_CHECK = 50  # rounds between two checks of everything
_LONGEST = 0.004  # seconds between the last line that is waited for and the kill


def run(rounds: int, chance: random.Random, folder: Path) -> Outcome:
    """Kill one of two laptops so often, in a row."""
    outcome = Outcome()
    scene = Scene.create(folder / "scene")
    saved: dict[str, dict[str, str]] = {name: {} for name in NAMES}  # record -> title, as they were told
    for number in range(rounds):
        name = chance.choice(NAMES)
        lines = _killed(scene, name, number, chance)
        outcome.rounds += 1
        _check(scene, name, lines, saved[name], outcome)
        if number % _WHOLE_CHECK == _WHOLE_CHECK - 1:
            _check_whole(scene, saved, outcome)
    _check_whole(scene, saved, outcome)
    return outcome


def _killed(scene: Scene, name: str, number: int, chance: random.Random) -> list[str]:
    """What a victim said before it was killed."""
    reading, writing = os.pipe()
    seed = chance.random()
    child = os.fork()
    if not child:
        os.close(reading)
        _live(scene, name, number, random.Random(seed), writing)
        os._exit(1)  # nobody lives so long
    os.close(writing)
    wanted = chance.randint(0, 25)
    heard = b""
    while heard.count(b"\n") < wanted + 1:  # the first line says that the vault is open
        piece = os.read(reading, 1 if chance.random() < 0.3 else 4096)
        if not piece:
            break
        heard += piece
    time.sleep(chance.random() * _LONGEST)
    os.kill(child, signal.SIGKILL)
    while piece := os.read(reading, 65536):
        heard += piece
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        raise AssertionError(f"the victim ended by itself: {heard[-500:]!r}")
    return heard.decode().split("\n")[:-1]  # the last line may be cut


def _live(scene: Scene, name: str, number: int, chance: random.Random, pipe: int) -> None:
    """Work on a laptop until the end comes; a line for each thing that was saved."""

    def say(line: str) -> None:
        os.write(pipe, line.encode() + b"\n")

    try:
        with scene.hub() as connect, scene.session(name) as session:
            say("open")
            life = _Life(scene, session, connect, chance, say, str(number))
            while True:
                life.step()
    except BaseException as error:  # noqa: BLE001  the parent reads it: here nobody would
        say(f"failed {type(error).__name__}: {error}")


class _Life:
    """One person at one laptop."""

    def __init__(
        self,
        scene: Scene,
        session: Session,
        connect: Connect,
        chance: random.Random,
        say: Callable[[str], None],
        token: str,
    ) -> None:
        self._scene = scene
        self._session = session
        self._connect = connect
        self._chance = chance
        self._say = say
        self._token = token
        self._count = 0
        self._draft: tuple[int, str] | None = None

    def step(self) -> None:
        """Do one thing, and say so."""
        self._count += 1
        title = f"{self._token}-{self._count}"
        action = self._chance.random()
        if action < 0.35:
            self._type(title)
        elif action < 0.45 and self._draft is not None:
            self._leave()
        elif action < 0.6:
            self._change(title)
        elif action < 0.8:
            exchange(self._session, connect=self._connect)
            self._say("exchanged")
        else:
            record = write_note(self._session, self._scene.space, title, self._chance.choice((100, 3000)))
            self._say(f"record {record.hex()} {title}")

    def _type(self, title: str) -> None:
        number = self._draft[0] if self._draft else None
        content = {"title": title, "text": "x" * self._chance.randint(0, 2000)}
        number = drafts.save_draft(self._session, self._scene.space, None, "note", content, number)
        self._draft = (number, title)
        self._say(f"draft {number} {title}")

    def _leave(self) -> None:
        assert self._draft is not None
        number, title = self._draft
        self._draft = None
        self._say(f"leaving {number} {title}")
        made = drafts.commit_draft(self._session, number)
        assert made is not None
        self._say(f"record {made[0].hex()} {title}")

    def _change(self, title: str) -> None:
        rows = records.list_records(self._session, self._scene.space, limit=5).rows
        if rows:
            record = self._chance.choice(rows).id
            view = records.open_record(self._session, record)
            if not any(field.disputed for field in view.fields):
                records.edit_record(self._session, record, [SetValue("place", title)])
                self._say(f"place {record.hex()} {title}")


def _check(scene: Scene, name: str, lines: list[str], saved: dict[str, str], outcome: Outcome) -> None:
    """Everything the victim said is there when the vault is opened again."""
    drafted: dict[int, str] = {}
    leaving: set[int] = set()
    places: dict[str, str] = {}
    for line in lines:
        word, _, rest = line.partition(" ")
        first, _, second = rest.partition(" ")
        outcome.see(word)
        if word == "record":
            saved[first] = second
        elif word == "draft":
            drafted[int(first)] = second
        elif word == "leaving":
            leaving.add(int(first))
        elif word == "place":
            places[first] = second
        elif word == "failed":
            outcome.broken.append(rest)
    try:
        with scene.session(name) as session:
            _check_drafts(session, scene, drafted, leaving, outcome)
            for record, place in places.items():
                _check_place(session, record, place, outcome)
    except DelveError as error:
        outcome.broken.append(f"the vault does not open: {error}")


def _check_drafts(
    session: Session, scene: Scene, drafted: dict[int, str], leaving: set[int], outcome: Outcome
) -> None:
    kept = {draft.id: draft.content["title"] for draft in drafts.list_drafts(session, scene.space)}
    for number, title in drafted.items():
        if number in leaving and number not in kept:
            # it became a record, of which the victim could perhaps not tell any more
            rows = records.list_records(session, scene.space, limit=50).rows
            if title not in [row.title for row in rows]:
                outcome.lost.append(f"draft {number} {title}, which was made a record")
            continue
        # a later save may have committed without having been told
        if number not in kept or int(kept[number].rpartition("-")[2]) < int(title.rpartition("-")[2]):
            outcome.lost.append(f"draft {number} {title}")
    for number in kept:
        drafts.discard_draft(session, number)


def _check_place(session: Session, record: str, place: str, outcome: Outcome) -> None:
    """The place, or one that was written after it, stands; history keeps it in any case."""
    try:
        view = records.open_record(session, RecordId(bytes.fromhex(record)))
    except NotFound:
        outcome.lost.append(f"record {record[:8]} with the place {place}")
        return
    values = [version.value for field in view.fields if field.name == "place" for version in field.versions]
    if place not in values and not _was(session, view.id, place):
        outcome.lost.append(f"place {place} of {record[:8]}")


def _was(session: Session, record: RecordId, place: str) -> bool:
    return any(
        field.value == place
        for entry in records.history(session, record)
        for field in records.version_fields(session, record, entry.op).fields
        if field.name == "place"
    )


def _check_whole(scene: Scene, saved: dict[str, dict[str, str]], outcome: Outcome) -> None:
    """Both laptops pass their own check, hold what was told, and are equal after they have met."""
    with scene.hub() as connect:
        for name in (*NAMES, NAMES[0]):
            with scene.session(name) as session:
                exchange(session, connect=connect)
    hashes = set()
    for name in NAMES:
        with scene.session(name) as session:
            outcome.broken += upkeep.verify(session).findings
            hashes.add(upkeep.state_hash(session, scene.space))
            titles = _titles(session, scene)
        for told in saved.values():
            outcome.lost += [
                f"{title} on {name}" for record, title in told.items() if titles.get(record) != title
            ]
    if len(hashes) > 1:
        outcome.wrong.append("the two laptops differ after they have met")
    store = HubStore.open(f"sqlite:///{scene.hub_file}")
    outcome.broken += check_up(store).findings
    outcome.broken += store.check_pages()
    store.close()
    outcome.see("checks of everything")


def _titles(session: Session, scene: Scene) -> dict[str, str]:
    """Record to title, of everything."""
    with session.vault.read() as unit:
        return {
            state.record.hex(): state.fields["title"].versions[0].value for state in unit.states(scene.space)
        }
