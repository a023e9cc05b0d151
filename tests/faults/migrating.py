"""A program that is killed while it brings a vault to a newer format: the copy or the vault is whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from delve_desktop.crypto.keys import database_key
from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import RecordId
from delve_desktop.services.session import open_with_key
from delve_desktop.store import migrations
from delve_desktop.store.engine import connect
from delve_desktop.store.migrate import bring_up, schema_version
from delve_desktop.store.vault import DATABASE

from .outcome import Outcome
from .scene import Scene, states_of, write_note

FULL = 100
NEXT = migrations.CURRENT + 1
_NOTES = 60


def step(operations: Any) -> None:
    """What a later version may do: a new column, and every record written anew."""
    operations.execute("ALTER TABLE record ADD COLUMN later TEXT NOT NULL DEFAULT ''")
    operations.execute("UPDATE record SET later = hex(randomblob(2000))")


def run(rounds: int, chance: random.Random, folder: Path) -> Outcome:
    """Kill a migration so often, each time of a fresh copy."""
    import_module("alembic.operations")  # or every child would spend its life on that
    outcome = Outcome()
    scene = Scene.create(folder / "scene")
    with scene.session("neema") as session:
        for number in range(_NOTES):
            write_note(session, scene.space, f"note {number}", 1000)
        truth = states_of(session, scene.space)
    longest = _duration(scene, folder / "timed")
    for _ in range(rounds):
        copy = folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(scene.vault("neema"), copy)
        _killed(scene, copy, chance.uniform(0, longest))
        _check(scene, copy, truth, outcome)
        outcome.rounds += 1
    return outcome


def _duration(scene: Scene, copy: Path) -> float:
    """Seconds that a migration takes when it is left alone: the shortest of a few."""
    seconds = []
    for _ in range(3):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(scene.vault("neema"), copy)
        started = time.perf_counter()
        _killed(scene, copy, 60)
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def _killed(scene: Scene, folder: Path, after: float) -> None:
    child = os.fork()
    if not child:
        try:
            bring_up(folder / DATABASE, database_key(scene.keys["neema"]), {migrations.CURRENT: step}, NEXT)
        finally:
            os._exit(0)
    deadline = time.perf_counter() + after
    while time.perf_counter() < deadline:
        if os.waitpid(child, os.WNOHANG)[0]:
            return
        time.sleep(0.0005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _check(scene: Scene, folder: Path, truth: dict[RecordId, bytes], outcome: Outcome) -> None:
    """The old program opens the vault, or else the copy that was made for it; the new one goes on."""
    key = database_key(scene.keys["neema"])
    path = folder / DATABASE
    with_copy = path.with_name(f"{DATABASE}.before-{NEXT}")
    connection = connect(path, key)
    version = schema_version(connection)
    connection.close()
    outcome.see("vaults of the old format" if version == migrations.CURRENT else "vaults of the new format")
    if version == NEXT:
        old = folder.with_name("old")
        shutil.rmtree(old, ignore_errors=True)
        old.mkdir()
        shutil.copy(with_copy, old / DATABASE)
        _compare(scene, old, truth, outcome, "the copy")
    else:
        _compare(scene, folder, truth, outcome, "the vault as it was")
    try:
        bring_up(path, key, {migrations.CURRENT: step}, NEXT)
    except DelveError as error:
        outcome.broken.append(f"the newer program cannot go on: {error}")
        return
    connection = connect(path, key)
    found = connection.execute("SELECT count(*), min(length(later)) FROM record").fetchone()
    states = dict(connection.execute("SELECT id, state FROM record").fetchall())
    connection.close()
    if tuple(found) != (len(truth), 4000) or len(states) != len(truth):
        outcome.lost.append(f"after the migration there are {found[0]} of {len(truth)} records")


def _compare(scene: Scene, folder: Path, truth: dict[RecordId, bytes], outcome: Outcome, what: str) -> None:
    try:
        session = open_with_key(folder, scene.keys["neema"])
    except DelveError as error:
        outcome.broken.append(f"{what} does not open: {error}")
        return
    try:
        if states_of(session, scene.space) != truth:
            outcome.lost.append(f"records of {what}")
        outcome.broken += session.damaged_pages()
    finally:
        session.close()
