from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from delve_desktop.ui.collector import Collector
from delve_desktop.ui.tasks import Worker


class _Cycle(QObject):
    def __init__(self, died_on: list[int]) -> None:
        super().__init__()
        self.myself = self
        self.destroyed.connect(
            lambda: died_on.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )


def _allocate() -> None:
    """Enough to make Python collect here, if it may."""
    for _ in range(20):
        kept = [[] for _ in range(2000)]
        kept.append(kept)


def test_a_qt_object_in_a_cycle_dies_on_the_main_thread(qtbot: QtBot) -> None:
    gc.collect()
    died_on: list[int] = []
    worker = Worker("allocating")
    collector = Collector()
    _Cycle(died_on)
    done: list[bool] = []
    worker.submit(_allocate, lambda _: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    assert died_on == []
    gc.collect()
    assert died_on == [threading.get_ident()]
    collector.stop()
    worker.stop()


def test_what_is_due_is_collected(qtbot: QtBot) -> None:
    collector = Collector()
    gc.collect()
    rubbish = [[] for _ in range(gc.get_threshold()[0] + 100)]
    rubbish.append(rubbish)
    del rubbish
    assert gc.get_count()[0] > gc.get_threshold()[0]
    collector.collect()
    assert gc.get_count()[0] <= gc.get_threshold()[0]
    collector.stop()


def test_python_collects_again_after_a_stop(qtbot: QtBot) -> None:
    collector = Collector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


def test_a_finished_task_holds_nothing_of_the_window(qtbot: QtBot) -> None:
    worker = Worker("letting go")
    owner = QObject()
    task = worker.submit(owner.objectName, lambda _: None, owner=owner)
    qtbot.waitUntil(lambda: not worker.busy)
    worker.stop()

    assert task._work is None
