"""Somebody types while a sync applies many records: `python -m tests.benchmarks.typing FOLDER`.

A process of its own, on the offscreen platform: the real shell over a vault that has yet to fetch the records
from a hub over a real socket. Prints one JSON object: how late the event loop comes round, in milliseconds.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import delve_desktop.ui  # noqa: F401, I001 - before all else, as the program does

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from delve_desktop.services.session import open_vault
from delve_desktop.ui import theme
from delve_desktop.ui.bound import BoundUseCases
from delve_desktop.ui.collector import Collector
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.shell.sections import Place, Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker

from .scene import PASSPHRASE

TICK_MS: Final = 5
KEY_EVERY: Final = 8  # ticks: 25 keys a second
PATIENCE_S: Final = 300
TEXT: Final = "the rope at the second ladder is worn through in two places "


class Beat:
    """A timer that notes how late it comes, and presses a key now and then."""

    def __init__(self, editor: QWidget) -> None:
        self.late: list[float] = []
        self.keys: list[float] = []
        self._editor = editor
        self._count = 0
        self._last = time.perf_counter()
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._on_tick)
        self.timer.start(TICK_MS)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1e3 - TICK_MS))
        self._count += 1
        if self._count % KEY_EVERY == 0:
            QTest.keyClicks(self._editor, TEXT[len(self.keys) % len(TEXT)])
            self.keys.append((time.perf_counter() - now) * 1e3)
        self._last = now


def serve(app: QApplication, seconds: float) -> None:
    """Let events come for a while."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def editor_of(shell: Shell) -> QWidget:
    """Where the text of the note that is written stands."""
    fields: list[QPlainTextEdit | QTextEdit] = [
        *shell.pane.findChildren(QPlainTextEdit),
        *shell.pane.findChildren(QTextEdit),
    ]
    return next(one for one in fields if one.isVisible() and not one.isReadOnly())


def main() -> int:
    """Type, sync, and go on typing until what came in is shown."""
    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.LIGHT_THEME)
    collector = Collector()
    workers = Worker("database"), Worker("network")
    session = open_vault(Path(sys.argv[1]), PASSPHRASE)
    shell = Shell(
        Desk(BoundUseCases(session), *workers),
        time.time,
        automatic_sync=False,
        place=Place(Section.NOTES, None),
    )
    shell.resize(1366, 768)
    shell.show()
    serve(app, 1)
    shell.start_new("note")
    serve(app, 1)
    editor = editor_of(shell)
    editor.setFocus()
    beat = Beat(editor)
    serve(app, 2)
    alone, beat.late = beat.late, []
    shell.run.start()
    started = time.monotonic()
    while shell.run.running:
        serve(app, 0.1)
        if time.monotonic() - started > PATIENCE_S:
            raise RuntimeError("The exchange does not end.")
    if shell.run.outcome is None:
        raise RuntimeError(f"The exchange failed: {shell.run.failure}")
    seconds = time.monotonic() - started
    serve(app, 1)
    beat.timer.stop()
    rows = shell.list.model.rowCount()
    told = {
        "alone": alone,
        "late": beat.late,
        "keys": beat.keys,
        "seconds": seconds,
        "changes": shell.run.outcome.changes_in,
        "rows": rows,
    }
    shell.pane.leave(lambda _view: None)
    serve(app, 0.5)
    shell.hide()
    for worker in workers:
        worker.stop()
    session.close()
    collector.stop()
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
