"""The start of the frozen program beside a bare window, frozen alike: `python -m tests.benchmarks.frozen`.

Builds both into build/starts, which takes minutes, unless `--keep` takes what is there. Both programs lie in
one folder and share its libraries; they are started in turn, offscreen, so that whatever else the machine
does meets both.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from .figures import Figure, machine, median, say, table
from .scene import new_laptop

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "build" / "starts"
MOST_RATIO: Final = 1.3


def main() -> int:
    """Build, measure, print; 1 with `--strict` when the figure is over its target."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.frozen", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--keep", action="store_true", help="take the programs that were built before")
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="starts of each")
    parser.add_argument(
        "--strict", action="store_true", help="exit with 1 when the figure is over its target"
    )
    asked = parser.parse_args()
    if not (asked.keep and (FOLDER / "Delve" / "start-ours").exists()):
        _build()
    with tempfile.TemporaryDirectory() as scratch:
        figures = measure(Path(scratch), asked.rounds)
    print(f"{machine()}\n\n{table(figures)}")
    return int(asked.strict and any(figure.verdict == "over" for figure in figures))


def measure(folder: Path, rounds: int) -> list[Figure]:
    """The median start of each, and their ratio: by the clock, and by the time that the processor worked.

    The latter says the same on a machine that does other things meanwhile.
    """
    say(f"start: {rounds} starts of the frozen program and of a frozen bare window")
    new_laptop(folder / "vault", "Zawadi").close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DELVE_HOME": str(folder / "home")}
    ours, bare = [], []
    for number in range(rounds + 1):
        times = (
            _seconds(["start-ours", "--vault", str(folder / "vault")], environment),
            _seconds(["start-bare"], environment),
        )
        if number:  # the first of each reads the files of both from the disk
            ours.append(times[0])
            bare.append(times[1])
    return [
        Figure(
            name, median([one[of] for one in ours]), "s", median([one[of] for one in bare]), None, MOST_RATIO
        )
        for of, name in enumerate(("frozen start to the unlock field", "the same, time of the processor"))
    ]


def _build() -> None:
    say("building the frozen program and a bare window")
    subprocess.run(
        [
            sys.executable,
            str(ROOT / "packaging" / "freeze" / "frozen_build.py"),
            str(FOLDER),
            str(FOLDER / "work"),
        ],
        check=True,
        env={**os.environ, "DELVE_STARTS": "1", "PYTHONPATH": str(ROOT / "src")},
    )


def _seconds(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """From the start of the process to the line that it prints when it has painted; and of the processor."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(FOLDER / "Delve" / command[0]), *command[1:]], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    with process.stdout:
        line = process.stdout.readline()
        seconds = time.perf_counter() - started
    _, code, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if line != "painted\n":
        raise RuntimeError("The window was not painted.")
    return seconds, used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
