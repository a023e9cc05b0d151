"""Practices of the sample library, opened one after the other: steps, dangers, ledger, links and comments.

`python -m tests.benchmarks.reading FOLDER SAMPLES`, in a process of its own, as `window`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import delve_desktop.ui  # noqa: F401, I001 - before all else, as the program does

from PySide6.QtWidgets import QApplication

from delve_desktop.ui import theme
from delve_desktop.ui.records.model import ITEM_ROLE
from delve_desktop.ui.shell.sections import Section

from .window import Paints, Stage


def opened(stage: Stage, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds from the choice until the practice is painted, and what this thread computed meanwhile."""
    shell = stage.shell
    paints = Paints(shell.pane)
    model = shell.list.model
    waited, computed = [], []
    for number in range(count):
        record = model.index(number % model.rowCount()).data(ITEM_ROLE).id
        started, used = time.perf_counter(), time.thread_time()
        shell.pane.show_record(record)
        stage.until(lambda record=record: shell.pane.view is not None and shell.pane.record == record)  # type: ignore[misc]
        before = paints.count
        shell.pane.update()
        stage.until(lambda before=before: paints.count > before)  # type: ignore[misc]
        waited.append((time.perf_counter() - started) * 1e3)
        computed.append((time.thread_time() - used) * 1e3)
        stage.rest()
    return waited, computed


def main() -> int:
    """Measure once."""
    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.LIGHT_THEME)
    stage = Stage(app, Path(sys.argv[1]))
    stage.shell.go(Section.PRACTICES)
    stage.until(stage.is_full)
    stage.rest()
    opened(stage, 2)
    waited, computed = opened(stage, int(sys.argv[2]))
    print(json.dumps({"waited": waited, "computed": computed}))
    sys.stdout.flush()
    stage.shell.hide()
    for worker in stage.workers:
        worker.stop()
    stage.session.close()
    stage.collector.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
