"""From the start of the process to the painted unlock field, beside a bare window of the same toolkit.

Both are processes of their own on the offscreen platform, in turn, so that whatever else the machine does
meets both. Their modules are compiled beforehand, as they are where the program is installed.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import delve_desktop

from .figures import Figure, median, say
from .scene import new_laptop

MOST_RATIO: Final = 1.3
BARE: Final = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    print("painted", flush=True)
    app.quit()

app = QApplication([])
window = Bare()
window.resize(1366, 720)
window.show()
app.exec()
"""
OURS: Final = """
import gc, os, sys

gc.disable()  # as `delve_desktop.__main__` does
from delve_desktop import app, starting

app.Program.first_painted = lambda _program: (print("painted", flush=True), os._exit(0))
starting.run(sys.argv[1:])
"""


def measure(folder: Path, rounds: int) -> list[Figure]:
    """The median start of each, and their ratio."""
    say(f"start: {rounds} starts of the program and of a bare window")
    new_laptop(folder / "started", "Zawadi").close()
    compiled = folder / "compiled"
    environment = _environment(folder, compiled)
    ours, bare = [], []
    for number in range(rounds + 1):
        times = (
            _seconds([OURS, "--vault", str(folder / "started")], environment),
            _seconds([BARE], environment),
        )
        if number:  # the first of each reads the files of both from the disk
            ours.append(times[0])
            bare.append(times[1])
    return [Figure("start to the unlock field", median(ours), "s", median(bare), most_ratio=MOST_RATIO)]


def _environment(folder: Path, compiled: Path) -> dict[str, str]:
    """A home of its own, and a folder for compiled modules, where the source's own stay untouched."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DELVE_HOME": str(folder / "home")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    before, sys.pycache_prefix = sys.pycache_prefix, str(compiled)
    try:
        compileall.compile_dir(Path(delve_desktop.__file__).parent, quiet=1)
    finally:
        sys.pycache_prefix = before
    return environment


def _seconds(script: list[str], environment: dict[str, str]) -> float:
    """From the start of the process to the line that it prints when it has painted."""
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", *script], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - started
    if line != "painted\n":
        raise RuntimeError("The window was not painted.")
    return seconds
