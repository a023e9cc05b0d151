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
from delve_desktop.ui.records.reading import Reading
from delve_desktop.ui.shell.sections import Section

from .window import Paints, Stage


def page_in(stage: Stage) -> Reading:
    """What is read now."""
    return next(one for one in stage.shell.pane.findChildren(Reading) if not one.isHidden())


def opened(stage: Stage, count: int) -> dict[str, list[float]]:
    """Milliseconds from the choice until the window shows the practice as it stays, and until all of it is
    laid out and painted, also below; and what this thread computed for the first and for the second.
    """
    told: dict[str, list[float]] = {"seen": [], "seen_computed": [], "whole": [], "whole_computed": []}
    shell, model = stage.shell, stage.shell.list.model
    for number in range(count):
        record = model.index(number % model.rowCount()).data(ITEM_ROLE).id
        started, used = time.perf_counter(), time.thread_time()
        shell.pane.show_record(record)
        stage.until(lambda record=record: shell.pane.view is not None and shell.pane.record == record)  # type: ignore[misc]
        page = page_in(stage)
        for name, done in (("seen", lambda: True), ("whole", lambda page=page: page.whole)):
            stage.until(done)
            paints = Paints(page)
            page.update()
            stage.until(lambda paints=paints: paints.count > 0)  # type: ignore[misc]
            told[name].append((time.perf_counter() - started) * 1e3)
            told[f"{name}_computed"].append((time.thread_time() - used) * 1e3)
        stage.rest()
    return told


def main() -> int:
    """Measure once."""
    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.LIGHT_THEME)
    stage = Stage(app, Path(sys.argv[1]))
    stage.shell.go(Section.PRACTICES)
    stage.until(stage.is_full)
    stage.rest()
    opened(stage, 2)
    print(json.dumps(opened(stage, int(sys.argv[2]))))
    sys.stdout.flush()
    stage.shell.hide()
    for worker in stage.workers:
        worker.stop()
    stage.session.close()
    stage.collector.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
