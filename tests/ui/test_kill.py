"""A window that is killed while somebody types: the words are there at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.services import drafts, records
from delve_desktop.services.session import create_vault, open_vault

from .conftest import PASSPHRASE
from .stand_in import SPACE

TYPING = f"""
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from delve_desktop.services.session import open_vault
from delve_desktop.ui.bound import BoundUseCases
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker
from delve_desktop.domain.ids import SpaceId

app = QApplication([])
session = open_vault(Path(sys.argv[1]), {PASSPHRASE!r})
desk = Desk(BoundUseCases(session), Worker("database"), Worker("network"))
desk.space = SpaceId({SPACE!r})
shell = Shell(desk, time.time, automatic_sync=False)
shell.show()
while shell.current_space() is None:
    QTest.qWait(10)
shell.start_new("note")
said = []

def on_saved():
    said.append(shell.pane.form.content()["title"])
    print(said[-1], flush=True)

shell.pane._keeper.saved.connect(on_saved)
title = shell.pane.form.findChildren(QLineEdit)[0]
for number in range(1, 200):
    title.setText(f"Rope {{number}}")
    shell.pane.form.changed()
    shell.pane.save_now()
    if number % 3 == 0:  # in between, typing goes on while a save is under way
        for _ in range(2000):
            if said and said[-1] == f"Rope {{number}}":
                break
            QTest.qWait(2)
"""


@pytest.mark.processes
def test_inv01_what_was_said_to_be_saved_survives_a_kill(tmp_path: Path) -> None:
    session = create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR)
    with session.vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    session.close()
    root = Path(__file__).resolve().parents[2]
    env = {**os.environ, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}", "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(tmp_path / "vault")], env=env, stdout=subprocess.PIPE, text=True
    ) as window:
        assert window.stdout is not None
        watchdog = threading.Timer(60, window.kill)  # a window that hangs fails the test, not the run
        watchdog.daemon = True
        watchdog.start()
        said = [window.stdout.readline().strip() for _ in range(5)]
        window.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        watchdog.cancel()
        said += [line.strip() for line in window.stdout.readlines() if line.endswith("\n")]
    last = int(said[-1].split()[1])
    again = open_vault(tmp_path / "vault", PASSPHRASE)
    try:
        (draft,) = drafts.list_drafts(again, SPACE)
        assert int(draft.content["title"].split()[1]) >= last
        assert records.list_records(again, SPACE).rows == ()
    finally:
        again.close()
