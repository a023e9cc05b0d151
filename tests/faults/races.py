"""Several programs that open one vault at the same moment: one gets it, the others are told so at once."""

from __future__ import annotations

import os
import random
from pathlib import Path

from delve_desktop.domain.errors import DelveError, InUse
from delve_desktop.services import records
from delve_desktop.services.session import open_with_key

from .outcome import Outcome
from .scene import Scene, write_note

FULL = 200


def run(rounds: int, chance: random.Random, folder: Path) -> Outcome:
    """Let two to four programs race so often."""
    outcome = Outcome()
    scene = Scene.create(folder / "scene")
    written = 0
    for number in range(rounds):
        said = _race(scene, chance.randint(2, 4), number)
        outcome.rounds += 1
        winners = said.count("open")
        outcome.see("programs", len(said))
        if winners != 1:
            outcome.wrong.append(f"{winners} programs had the vault open: {said}")
        outcome.broken += [one for one in said if one not in ("open", "in use")]
        written += winners
    with scene.session("zawadi") as session:
        found = records.counts(session, scene.space).by_kind.get("note", 0)
        if found != written:
            outcome.lost.append(f"{written - found} of {written} notes")
        outcome.broken += session.damaged_pages()
    return outcome


def _race(scene: Scene, runners: int, number: int) -> list[str]:
    """What each of the programs said; none lets go before all have tried."""
    start_reading, start_writing = os.pipe()
    end_reading, end_writing = os.pipe()
    pipes, children = [], []
    for _ in range(runners):
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            for one in (start_writing, end_writing, reading):
                os.close(one)
            os.read(start_reading, 1)  # ends when the parent closes its side: for all at once
            _try(scene, number, writing, end_reading)
            os._exit(0)
        os.close(writing)
        pipes.append(reading)
        children.append(child)
    os.close(start_reading)
    os.close(end_reading)
    os.close(start_writing)
    said = [os.read(pipe, 1000).decode() for pipe in pipes]
    os.close(end_writing)
    for pipe, child in zip(pipes, children, strict=True):
        os.waitpid(child, 0)
        os.close(pipe)
    return said


def _try(scene: Scene, number: int, pipe: int, end: int) -> None:
    try:
        session = open_with_key(scene.vault("zawadi"), scene.keys["zawadi"])
    except InUse:
        os.write(pipe, b"in use")
        return
    except DelveError as error:
        os.write(pipe, f"{type(error).__name__}: {error}".encode())
        return
    write_note(session, scene.space, f"winner {number}", 100)
    os.write(pipe, b"open")
    os.read(end, 1)
    session.close()
