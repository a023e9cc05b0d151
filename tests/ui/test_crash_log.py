"""What is noted of a mistake of the program: where, and nothing of what anybody wrote."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from delve_desktop.ui import crash_log
from delve_desktop.ui.crash_log import CrashLog, places
from delve_desktop.ui.widgets.in_place import InPlaceBar

CANARY = "Ngonyani-canary-77"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[CrashLog]:
    hooks = sys.excepthook, sys.unraisablehook
    made = CrashLog(tmp_path / "logs")
    made.begin()
    yield made
    made.end()
    sys.excepthook, sys.unraisablehook = hooks


def mistake() -> BaseException:
    words = CANARY
    try:
        try:
            {}[words]
        except KeyError as error:
            raise ValueError(f"no {words}") from error
    except ValueError as error:
        found: BaseException = error
    return found


def note(log: CrashLog, error: BaseException) -> str:
    sys.excepthook(type(error), error, error.__traceback__)
    return log.file.read_text(encoding="utf-8")


def test_inv27_a_mistake_leaves_places_and_kinds_and_no_word(
    log: CrashLog, capsys: pytest.CaptureFixture[str]
):
    said = note(log, mistake())
    assert "ValueError" in said
    assert "after KeyError" in said
    assert "test_crash_log.py, line" in said
    assert CANARY not in said
    assert CANARY not in capsys.readouterr().err
    assert str(Path.home()) not in said


def test_all_of_it_is_shown_to_who_asks(log: CrashLog, capsys: pytest.CaptureFixture[str], monkeypatch):
    monkeypatch.setenv("DELVE_TRACE", "1")
    said = note(log, mistake())
    assert CANARY in capsys.readouterr().err
    assert CANARY not in said


def test_the_log_stays_small_and_keeps_what_came_last(log: CrashLog, monkeypatch):
    monkeypatch.setattr(crash_log, "MOST_MISTAKES", 10_000)
    for _ in range(1000):
        note(log, mistake())
    assert log.file.stat().st_size < crash_log.MOST + 4096
    last = OSError()
    assert "OSError" in note(log, last).splitlines()[-1]
    assert log.file.read_text(encoding="utf-8").startswith("--- ")


def test_a_mistake_in_every_painting_is_noted_some_times_and_not_for_ever(log: CrashLog):
    for _ in range(crash_log.MOST_MISTAKES + 20):
        note(log, mistake())
    assert log.file.read_text(encoding="utf-8").count("---") == crash_log.MOST_MISTAKES


def test_what_came_is_told_once_at_the_next_start(log: CrashLog, qtbot: QtBot):
    assert not log.news
    note(log, mistake())
    log.end()
    after = CrashLog(log.file.parent)
    after.begin()
    assert after.news
    bar = InPlaceBar()
    qtbot.addWidget(bar)
    after.tell(bar)
    (said,) = [one.text() for one in bar.findChildren(QLabel) if one.text()]
    assert str(log.file) in said
    after.end()
    last = CrashLog(log.file.parent)
    last.begin()
    assert not last.news
    last.end()


def test_a_program_that_ends_as_it_should_leaves_nothing(log: CrashLog):
    log.end()
    assert list(log.file.parent.iterdir()) == []


def test_that_of_a_program_which_lives_is_let_be(log: CrashLog):
    other = CrashLog(log.file.parent)
    with (log.file.parent / f"{crash_log.DYING}1").open("w", encoding="utf-8") as held:
        assert crash_log._hold(held)
        held.write("Fatal Python error\n")
        held.flush()
        other.begin()
        assert not other.news
        other.end()


DYING = """
import ctypes, sys
from pathlib import Path
from delve_desktop.ui.crash_log import CrashLog
log = CrashLog(Path(sys.argv[1]))
log.begin()
words = sys.argv[2]
ctypes.string_at(0)
"""


@pytest.mark.processes
def test_a_crash_of_native_code_is_taken_over_at_the_next_start(log: CrashLog):
    ran = subprocess.run(
        [sys.executable, "-c", DYING, str(log.file.parent), CANARY],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert ran.returncode != 0
    after = CrashLog(log.file.parent)
    after.begin()
    assert after.news
    said = log.file.read_text(encoding="utf-8")
    assert "The program ended in the middle" in said
    assert "string_at" in said
    assert CANARY not in said
    after.end()


def test_a_folder_that_takes_nothing_hinders_nobody(tmp_path: Path):
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    hooks = sys.excepthook, sys.unraisablehook
    log = CrashLog(file / "logs")
    log.begin()
    sys.excepthook(ValueError, ValueError(), None)
    log.end()
    sys.excepthook, sys.unraisablehook = hooks
    assert not log.news


def test_places_without_a_trace_are_none():
    assert list(places(ValueError(), None)) == []


def test_what_one_dead_program_left_and_cannot_be_taken_hides_no_other(tmp_path: Path):
    folder = tmp_path / "logs"
    (folder / "dying-1").mkdir(parents=True)  # stands for one that another program holds on Windows
    (folder / "dying-2").write_text("Fatal Python error: Aborted\n", encoding="utf-8")
    hooks = sys.excepthook, sys.unraisablehook
    log = CrashLog(folder)
    log.begin()
    try:
        assert log.news
        assert "Aborted" in log.file.read_text(encoding="utf-8")
        assert (folder / f"dying-{os.getpid()}").exists()
    finally:
        log.end()
        sys.excepthook, sys.unraisablehook = hooks
