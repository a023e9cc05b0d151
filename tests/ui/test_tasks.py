from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from delve_desktop.domain.errors import DiskFull
from delve_desktop.services.changes import ChangeSummary, NoticeHub
from delve_desktop.ui.bridge import Bridge
from delve_desktop.ui.tasks import Turn, Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker("under test")
    yield made
    made.stop()


def test_work_runs_off_the_main_thread_and_answers_on_it(qtbot: QtBot, worker: Worker) -> None:
    seen: list[tuple[int, int]] = []
    worker.submit(threading.get_ident, lambda ran: seen.append((ran, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(worker.ident, threading.get_ident())]


def test_a_failure_comes_back_as_an_error(qtbot: QtBot, worker: Worker) -> None:
    failures: list[Exception] = []

    def full() -> None:
        raise DiskFull("No room.")

    worker.submit(full, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], DiskFull)


def test_cancelled_work_does_not_start_and_reports_nothing(qtbot: QtBot, worker: Worker) -> None:
    gate = threading.Event()
    ran: list[str] = []
    worker.submit(lambda: gate.wait(10))
    task = worker.submit(lambda: ran.append("ran"), lambda _answer: ran.append("told"))
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert ran == []


def test_nothing_is_told_to_an_object_that_is_gone(qtbot: QtBot, worker: Worker) -> None:
    gate = threading.Event()
    told: list[object] = []
    owner = QObject()
    worker.submit(lambda: gate.wait(10), told.append, owner=owner)
    owner.deleteLater()
    qtbot.wait(10)
    gate.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert told == []


def test_work_is_done_in_the_order_it_was_asked_for(qtbot: QtBot, worker: Worker) -> None:
    order: list[int] = []
    for number in range(20):
        worker.submit(lambda number=number: order.append(number))
    qtbot.waitUntil(lambda: not worker.busy)
    assert order == list(range(20))


def test_notices_cross_from_the_committing_thread_to_the_main_thread(qtbot: QtBot, worker: Worker) -> None:
    hub = NoticeHub()
    bridge = Bridge(hub)
    heard: list[tuple[object, int]] = []
    bridge.changed.connect(lambda summary: heard.append((summary, threading.get_ident())))
    summary = ChangeSummary("remote", everything=True)
    worker.submit(lambda: hub.publish(summary))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(summary, threading.get_ident())]
    bridge.close()
    hub.publish(summary)
    qtbot.wait(10)
    assert len(heard) == 1


def test_a_long_task_lets_others_in_between_its_parts(qtbot: QtBot, worker: Worker) -> None:
    order: list[str] = []
    begun, waiting = threading.Event(), threading.Event()

    def long(name: str) -> None:
        for part in (1, 2):
            begun.set()
            waiting.wait(10)
            order.append(f"{name} {part}")
            worker.let_others()

    worker.submit(lambda: long("first"), turn=Turn.BEHIND)
    begun.wait(10)
    for name, turn in (
        ("list", Turn.BETWEEN),
        ("second", Turn.BEHIND),
        ("page", Turn.BETWEEN),
        ("mint", Turn.AFTER_ALL),
        ("late", Turn.BETWEEN),
    ):
        work = (lambda: long("second")) if name == "second" else (lambda name=name: order.append(name))
        worker.submit(work, turn=turn)
    waiting.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert order == ["first 1", "list", "page", "first 2", "second 1", "second 2", "mint", "late"]


def test_what_fails_between_the_parts_is_told_and_harms_nothing(qtbot: QtBot, worker: Worker) -> None:
    failures: list[Exception] = []
    begun, waiting = threading.Event(), threading.Event()

    def long() -> str:
        begun.set()
        waiting.wait(10)
        worker.let_others()
        return "whole"

    def full() -> None:
        raise DiskFull("No room.")

    came: list[str] = []
    worker.submit(long, came.append)
    begun.wait(10)
    worker.submit(full, failed=failures.append)
    waiting.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert [type(one) for one in failures] == [DiskFull]
    assert came == ["whole"]
