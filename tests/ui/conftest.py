"""An open vault behind a window: floor key derivation, real services, the offscreen platform."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.services.session import create_vault
from delve_desktop.ui import theme, translations
from delve_desktop.ui.collector import Collector
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker

from .stand_in import SPACE, StandIn

ROOT = Path(__file__).parents[2]
PASSPHRASE = "maji tembo kijani jua kisima moto"


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    subprocess.run([sys.executable, ROOT / "packaging" / "translations.py", "compile"], check=True)
    translations.use(qapp, "en")
    theme.apply(qapp, theme.LIGHT_THEME)


@pytest.fixture(autouse=True)
def _collector(qapp: QApplication) -> Iterator[None]:
    """As in the program: reference cycles die on the main thread."""
    made = Collector()
    yield
    gc.collect()  # nothing of this test is left for a worker of the next one
    made.stop()


@pytest.fixture
def workers(qapp: QApplication) -> Iterator[tuple[Worker, Worker]]:
    pair = Worker("database"), Worker("network")
    yield pair
    for worker in pair:
        worker.stop()
    qapp.processEvents()


@pytest.fixture
def cases(tmp_path: Path) -> Iterator[StandIn]:
    session = create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi M.", params=FLOOR)
    with session.vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    made = StandIn(session)
    yield made
    session.close()


@pytest.fixture
def settle(qtbot: QtBot, workers: tuple[Worker, Worker]) -> Callable[[], None]:
    """Wait until both workers are idle and every answer has been delivered."""

    def wait() -> None:
        quiet = 0
        while quiet < 3:
            qtbot.waitUntil(lambda: not any(worker.busy for worker in workers), timeout=20_000)
            qtbot.wait(5)
            quiet = 0 if any(worker.busy for worker in workers) else quiet + 1

    return wait


@pytest.fixture
def desk(cases: StandIn, workers: tuple[Worker, Worker], qapp: QApplication) -> Desk:
    made = Desk(cases, *workers)
    made.space = SPACE
    return made


@pytest.fixture
def shell(qtbot: QtBot, desk: Desk, settle: Callable[[], None]) -> Shell:
    made = Shell(desk, time.time, automatic_sync=False)
    qtbot.addWidget(made)
    made.resize(1366, 720)
    made.show()
    settle()
    return made
