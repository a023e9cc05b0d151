"""A window over a vault of many records, measured from the inside.

`python -m tests.benchmarks.window FOLDER SAMPLES`: a process of its own, on the offscreen platform, so that
what it needs of memory is this window's alone. Prints one JSON object. The real shell, real workers, real
painting; only the person is made up.
"""

from __future__ import annotations

import gc
import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import delve_desktop.ui  # noqa: F401, I001 - before all else, as the program does

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from delve_desktop.services.session import open_with_key, unlock_key
from delve_desktop.ui import theme
from delve_desktop.ui.bound import BoundUseCases
from delve_desktop.ui.collector import Collector
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.model import ITEM_ROLE
from delve_desktop.ui.shell.sections import Place, Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker

from .scene import PASSPHRASE

SIZE: Final = (1366, 768)
PATIENCE_S: Final = 20
WORDS: Final = ("mer", "riv", "acha", "mine", "gold", "cooper", "val", "zaw", "a", "s", "mercure rio", "dawa")


class Paints(QObject):
    """Counts the paintings of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class Stage:
    """The window, and waiting for it."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.workers = Worker("database"), Worker("network")
        self.collector = Collector()
        self.ticks = QTimer(interval=1)  # waiting must not keep the workers from the interpreter
        self.ticks.start()
        key = unlock_key(folder, PASSPHRASE)
        self.started = time.perf_counter()
        opened: list[Any] = []
        self.workers[0].submit(lambda: open_with_key(folder, key), opened.append)
        self.until(lambda: bool(opened))
        self.session = opened[0]
        self.desk = Desk(BoundUseCases(self.session), *self.workers)
        self.shell = Shell(self.desk, time.time, automatic_sync=False, place=Place(Section.NOTES, None))
        self.shell.resize(*SIZE)
        self.rows = self.shell.list.rows
        self.paints = Paints(self.rows.viewport())
        self.shell.show()
        self.until(self.is_full)
        self.usable = time.perf_counter() - self.started
        self.until(lambda: self.shell.list.model.complete)

    def until(self, done: Callable[[], bool]) -> None:
        """Serve events until something is so."""
        patience = time.monotonic() + PATIENCE_S
        while not done():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > patience:
                raise RuntimeError("The window does not get there.")

    def rest(self) -> None:
        """Until nothing is under way."""
        quiet = 0
        while quiet < 5:
            self.until(lambda: not any(worker.busy for worker in self.workers))
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            time.sleep(0.02)
            quiet = 0 if any(worker.busy for worker in self.workers) else quiet + 1

    def is_full(self) -> bool:
        """Whether the rows in view are painted with their words."""
        model = self.shell.list.model
        if not model.ready or not self.paints.count:
            return False
        first, last = self.rows.in_view()
        return all(model.index(row).data(ITEM_ROLE) is not None for row in range(first, last + 1))

    def painted_after(self, act: Callable[[], None], done: Callable[[], bool]) -> float:
        """Milliseconds from an act until what it asks for is there and painted."""
        started = time.perf_counter()
        act()
        self.until(done)
        before = self.paints.count
        self.rows.viewport().update()
        self.until(lambda: self.paints.count > before or not self.rows.isVisible())
        return (time.perf_counter() - started) * 1e3


def jumps(stage: Stage, chance: random.Random, count: int) -> list[float]:
    """To any place of the list by its scroll bar, until its rows are painted."""
    bar = stage.rows.verticalScrollBar()
    return [
        stage.painted_after(lambda: bar.setValue(chance.randrange(bar.maximum())), stage.is_full)
        for _ in range(count)
    ]


def wheel(stage: Stage, count: int) -> list[float]:
    """Milliseconds of each turn of the wheel, with painting, through rows that were not read before."""
    view = stage.rows.viewport()
    stage.rows.verticalScrollBar().setValue(stage.rows.verticalScrollBar().maximum() // 3)
    stage.rest()
    frames = []
    place = QPointF(100, 100)
    for _ in range(count):
        turn = QWheelEvent(
            place,
            view.mapToGlobal(place),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        started = time.perf_counter()
        stage.app.sendEvent(view, turn)
        stage.app.processEvents()
        frames.append((time.perf_counter() - started) * 1e3)
        time.sleep(0.004)
    return frames


def sections(stage: Stage, count: int) -> list[float]:
    """Another section's list, until its first rows are painted."""
    found = []
    for number in range(count):
        section = (Section.PRACTICES, Section.NOTES, Section.CONTACTS)[number % 3]
        found.append(stage.painted_after(lambda s=section: stage.shell.go(s), stage.is_full))  # type: ignore[misc]
        stage.rest()
    return found


def opened(stage: Stage, chance: random.Random, count: int) -> list[float]:
    """A row is chosen, until its record stands in the pane and is painted."""
    shell = stage.shell
    paints = Paints(shell.pane)
    found = []
    for _ in range(count):
        first, last = stage.rows.in_view()
        row = chance.randrange(first, last)
        item = shell.list.model.index(row).data(ITEM_ROLE)
        if item is None or item.id == shell.pane.record:
            stage.rows.verticalScrollBar().setValue(
                chance.randrange(stage.rows.verticalScrollBar().maximum())
            )
            stage.until(stage.is_full)
            continue
        started = time.perf_counter()
        stage.rows.setCurrentIndex(shell.list.model.index(row))
        stage.until(lambda record=item.id: shell.pane.record == record)  # type: ignore[misc]
        before = paints.count
        shell.pane.update()
        stage.until(lambda before=before: paints.count > before)  # type: ignore[misc]
        found.append((time.perf_counter() - started) * 1e3)
        stage.rest()
    return found


def typed_above(stage: Stage) -> list[float]:
    """Each key typed into the field above, until what it finds is painted."""
    shell, palette = stage.shell, stage.shell.finding.palette
    paints = Paints(palette.view.viewport())
    shell.topbar.take_focus()
    found = []
    for words in WORDS:
        shell.topbar.finder.clear()
        palette.look_for("")
        for letter in words:
            started = time.perf_counter()
            QTest.keyClicks(shell.topbar.finder, letter)
            stage.until(lambda: palette.answered == shell.topbar.finder.text())
            before = paints.count
            palette.view.viewport().update()
            stage.until(lambda before=before: paints.count > before or not palette.view.isVisible())  # type: ignore[misc]
            found.append((time.perf_counter() - started) * 1e3)
        stage.rest()
    palette.close_up()
    return found


def typed_in_list(stage: Stage) -> list[float]:
    """Each key typed into the search of the list, until its rows are painted."""
    shell = stage.shell
    shell.go(Section.NOTES)
    stage.rest()
    found = []
    for words in WORDS:
        shell.list.search.clear()
        stage.rest()
        for letter in words:
            act = lambda letter=letter: QTest.keyClicks(shell.list.search, letter)  # noqa: E731
            found.append(stage.painted_after(act, lambda: shell.list.model.ready))
        stage.rest()
    shell.list.search.clear()
    return found


def resident_mb() -> float:
    """What this process holds of memory, in millions of bytes."""
    with Path("/proc/self/status").open(encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / 1e6


def main() -> int:
    """Measure everything once."""
    folder, samples = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(7)
    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.LIGHT_THEME)
    stage = Stage(app, folder)
    stage.rest()
    gc.collect()
    told: dict[str, Any] = {"usable": stage.usable, "rest": resident_mb()}
    told["sections"] = sections(stage, max(6, samples // 10))
    stage.shell.go(Section.NOTES)
    stage.rest()
    told["jumps"] = jumps(stage, chance, samples // 4)
    told["wheel"] = wheel(stage, samples)
    told["open"] = opened(stage, chance, samples // 4)
    told["above"] = typed_above(stage)
    told["search"] = typed_in_list(stage)
    stage.rest()
    gc.collect()
    told["used"] = resident_mb()
    stage.shell.hide()
    for worker in stage.workers:
        worker.stop()
    stage.session.close()
    stage.collector.stop()
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
