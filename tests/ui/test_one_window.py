"""A second start hands its files to the first, raises it, and ends; however many start at once, one wins."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from multiprocessing import connection
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delve_desktop.domain.errors import InUse
from delve_desktop.ui import one_window
from delve_desktop.ui.one_window import OneWindow, name_for


def first(folder: Path, qtbot: QtBot) -> OneWindow:
    made = OneWindow(folder)
    assert made.take()
    made.listen()
    qtbot.waitUntil((folder / "window.call").is_file, timeout=30_000)
    return made


GIVER = """
import sys
from pathlib import Path
from delve_desktop.ui.one_window import OneWindow
one = OneWindow(Path(sys.argv[1]))
if one.take():
    print("first")
else:
    one.hand_over([Path(each) for each in sys.argv[2:]])
    print("handed over")
"""


def another(folder: Path, *files: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", GIVER, str(folder), *files],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.processes
def test_files_of_later_starts_reach_the_first_one(tmp_path: Path, qtbot: QtBot):
    window = first(tmp_path, qtbot)
    got: list[list[str]] = []
    window.asked.connect(got.append)
    for files in (["/a/b.vcf", "/é/ñ.vcf"], []):
        with another(tmp_path, *files) as process:
            qtbot.waitUntil(lambda wanted=files: wanted in got, timeout=60_000)
            assert process.communicate(timeout=60)[0] == "handed over\n"
    window.end()


@pytest.mark.processes
def test_of_many_starts_at_once_one_is_the_first(tmp_path: Path):
    """Each holds the lock until all have looked: then exactly one has it."""
    script = """
import sys, time
from pathlib import Path
from delve_desktop.ui.one_window import OneWindow
one = OneWindow(Path(sys.argv[1]))
print(one.take(), flush=True)
sys.stdin.read()
"""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    looked = [process.stdout.readline().strip() for process in started if process.stdout is not None]
    for process in started:
        process.communicate()
    assert sorted(looked) == ["False", "False", "False", "True"]


def test_the_next_one_is_first_when_it_has_ended(tmp_path: Path, qtbot: QtBot):
    window = first(tmp_path, qtbot)
    assert not OneWindow(tmp_path).take()
    window.end()
    after = OneWindow(tmp_path)
    assert after.take()
    after.end()
    assert [path.name for path in tmp_path.iterdir()] == ["window.lock"]


def test_one_that_does_not_answer_is_said_to_be_in_use(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(one_window, "PATIENCE", 0.3)
    silent = OneWindow(tmp_path)
    assert silent.take()
    with pytest.raises(InUse, match="does not answer"):
        OneWindow(tmp_path).hand_over([])
    silent.end()


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes and rights are the system's there")
def test_nobody_else_can_read_the_key_and_who_has_another_is_sent_away(tmp_path: Path, qtbot: QtBot):
    import json
    from multiprocessing import AuthenticationError
    from multiprocessing.connection import Client

    window = first(tmp_path, qtbot)
    got: list[list[str]] = []
    window.asked.connect(got.append)
    call = tmp_path / "window.call"
    assert stat.S_IMODE(call.stat().st_mode) == 0o600
    with pytest.raises(AuthenticationError):
        Client(json.loads(call.read_bytes())["address"], authkey=b"another").close()
    OneWindow(tmp_path).hand_over([Path("/after.vcf")])  # it goes on
    qtbot.waitUntil(lambda: bool(got), timeout=30_000)
    assert got == [["/after.vcf"]]
    window.end()


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes have no folder")
@pytest.mark.parametrize("killed", [False, True])
def test_a_long_folder_has_its_socket_elsewhere_and_nothing_of_it_stays(
    tmp_path: Path, qtbot: QtBot, monkeypatch, killed: bool
):
    short = Path(tempfile.mkdtemp(dir="/tmp"))
    monkeypatch.setattr(tempfile, "tempdir", str(short))
    deep = tmp_path / ("x" * 120)
    window = first(deep, qtbot)
    OneWindow(deep).hand_over([])
    assert [path.name for path in short.glob("delve-*/*")] == ["socket"]
    if killed:
        os.close(window._descriptor)  # as the system does
        window._descriptor = None
        called = (deep / "window.call").read_bytes()
        after = OneWindow(deep)
        assert after.take()
        after.listen()
        qtbot.waitUntil(
            lambda: (deep / "window.call").is_file() and (deep / "window.call").read_bytes() != called
        )
        assert len(list(short.iterdir())) == 1
        after.end()
    window.end()
    assert list(short.iterdir()) == []
    assert [path.name for path in deep.iterdir()] == ["window.lock"]
    short.rmdir()


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes have no folder")
def test_a_folder_for_the_socket_goes_when_nothing_can_be_said_of_it(tmp_path: Path, monkeypatch):
    short = Path(tempfile.mkdtemp(dir="/tmp"))
    monkeypatch.setattr(tempfile, "tempdir", str(short))
    window = OneWindow(tmp_path / ("x" * 120))
    assert window.take()

    def full(_path: Path, _content: object) -> None:
        assert len(list(short.glob("*/socket"))) == 1
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(one_window, "_write_private", full)
    window._serve()
    assert list(short.iterdir()) == []
    window.end()
    short.rmdir()


def test_a_system_that_lets_nothing_be_heard_is_not_asked_without_end(
    tmp_path: Path, qtbot: QtBot, monkeypatch
):
    tries = []

    class Deaf(connection.Listener):
        def accept(self):
            tries.append(1)
            raise OSError(24, "Too many open files")

    monkeypatch.setattr(connection, "Listener", Deaf)
    window = first(tmp_path, qtbot)
    qtbot.wait(500)
    window.end()
    assert 2 < len(tries) < 10


def test_a_folder_that_takes_no_file_hinders_nobody(tmp_path: Path):
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    window = OneWindow(file / "home")
    assert window.take()
    window.listen()
    window.end()


def test_each_vault_that_is_named_has_a_window_of_its_own(tmp_path: Path):
    assert name_for(None) == "window"
    assert name_for(tmp_path / "a") != name_for(tmp_path / "b")
    assert name_for(tmp_path / "a") == name_for(tmp_path / "x" / ".." / "a")


@pytest.mark.skipif(sys.platform == "win32", reason="its locks are no matter of the file system there")
def test_a_file_system_without_locks_hinders_nobody(tmp_path: Path, monkeypatch):
    import errno

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(one_window, "_lock", refuse)
    assert OneWindow(tmp_path).take()


@pytest.mark.processes
def test_as_many_files_as_a_system_lets_be_named_are_handed_over(tmp_path: Path, qtbot: QtBot):
    window = first(tmp_path, qtbot)
    got: list[list[str]] = []
    window.asked.connect(got.append)
    files = [f"/media/stick/adresses/Ngalula wa Tshibangu {number:04}.vcf" for number in range(1500)]
    with another(tmp_path, *files) as process:
        assert process.communicate(timeout=60)[0] == "handed over\n"
    qtbot.waitUntil(lambda: got == [files], timeout=60_000)
    window.end()
