"""A power cut: the log of a database ends anywhere, or holds a byte that was never written whole.

Whatever remains must be a prefix of the commits, for a vault as for a hub.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from delve_desktop.domain.errors import DelveError
from delve_desktop.services.session import open_with_key
from delve_desktop.store.vault import DATABASE
from sync_server.checkup import check_up
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore
from tests.contracts.laptop import Group

from .outcome import Outcome
from .scene import Scene, write_note

FULL = 5000
_COMMITS = 30
_LOG = "-wal"
_HUB_SHARE = 5  # of so many rounds, one is the hub's


def run(rounds: int, chance: random.Random, folder: Path) -> Outcome:
    """Tear the log so often, each time from the same whole one."""
    outcome = Outcome()
    scene = Scene.create(folder / "scene")
    vault, titles = _vault_with_log(scene, folder / "vault")
    hub, feeds = _hub_with_log(folder / "hub")
    for number in range(rounds):
        outcome.rounds += 1
        if number % _HUB_SHARE:
            _tear_vault(scene, vault, titles, folder / "torn", chance, outcome)
        else:
            _tear_hub(hub, feeds, folder / "torn-hub", chance, outcome)
    return outcome


def _vault_with_log(scene: Scene, target: Path) -> tuple[Path, list[str]]:
    """A copy of an open vault whose last commits lie in its log, and their titles in order."""
    with scene.session("neema") as session:
        titles = []
        for number in range(_COMMITS):
            titles.append(f"note {number}")
            write_note(session, scene.space, titles[-1], 400)
        shutil.copytree(scene.vault("neema"), target, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
    return target, titles


def _hub_with_log(target: Path) -> tuple[Path, list[int]]:
    """A copy of an open hub's data, and how many items its feed had after each commit."""
    target.mkdir()
    lengths = [0]
    with closing(HubStore.open(f"sqlite:///{target / 'live.db'}")) as store:
        hub, group = HubService(store, HubSettings(open=True)), Group.create()
        for _ in range(_COMMITS):
            group.founder.write(1, 512)
            group.founder.sync(hub)
            with store.read() as unit:
                lengths.append(unit.spaces()[0].position)
        for suffix in ("", _LOG):
            shutil.copy(target / f"live.db{suffix}", target / f"hub.db{suffix}")
    return target / "hub.db", lengths


def _torn(log: bytes, chance: random.Random) -> bytes:
    way = chance.random()
    at = chance.randrange(len(log))
    if way < 0.5:
        return log[:at]
    if way < 0.75:  # a sector that was not written
        size = chance.choice((1, 512, 4096))
        return log[:at] + bytes(min(size, len(log) - at)) + log[at + size :]
    torn = bytearray(log)
    torn[at] ^= 1 << chance.randrange(8)
    return bytes(torn)


def _tear_vault(
    scene: Scene, whole: Path, titles: list[str], copy: Path, chance: random.Random, outcome: Outcome
) -> None:
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(whole, copy)
    log = copy / (DATABASE + _LOG)
    log.write_bytes(_torn(log.read_bytes(), chance))
    try:
        session = open_with_key(copy, scene.keys["neema"])
    except DelveError as error:
        outcome.broken.append(f"the vault does not open: {error}")
        return
    try:
        with session.vault.read() as unit:
            lines = unit.lines(scene.space, kind=None, in_bin=False, disputed=False, before=None, limit=99)
            indexed = unit.indexed()
        found = [line.title for line in reversed(lines)]
        if found != titles[: len(found)]:
            outcome.wrong.append(f"{len(found)} notes are no prefix of the commits")
        if indexed != {line.position for line in lines}:
            outcome.wrong.append("the search index is that of another moment")
        outcome.broken += session.damaged_pages()
        outcome.see("whole logs" if len(found) == len(titles) else "shorter vaults")
    finally:
        session.close()


def _tear_hub(whole: Path, lengths: list[int], copy: Path, chance: random.Random, outcome: Outcome) -> None:
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    shutil.copy(whole, copy / "hub.db")
    log = whole.with_name(whole.name + _LOG).read_bytes()
    (copy / f"hub.db{_LOG}").write_bytes(_torn(log, chance))
    try:
        store = HubStore.open(f"sqlite:///{copy / 'hub.db'}")
    except DelveError as error:
        outcome.broken.append(f"the hub does not open: {error}")
        return
    with closing(store):
        found = check_up(store)
        outcome.broken += [*found.findings, *store.check_pages()]
        if found.items not in lengths:
            outcome.wrong.append(f"a feed of {found.items} items was never committed")
        outcome.see("whole hubs" if found.items == lengths[-1] else "shorter hubs")
    with suppress(sqlite3.Error), closing(sqlite3.connect(copy / "hub.db")) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
