"""A Windows laptop as a person has it: a wine prefix, and the program as its setup program put it there."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from prefix import Wine
from tests.e2e.laptops import Laptop, Result

PATIENCE = 300  # seconds for what takes two on a quiet machine: wine is slow where others build


@dataclass(frozen=True)
class WineLaptop(Laptop):
    """A vault on it, driven by `delve-cli.exe`."""

    wine: Wine
    program: Path

    def attempt(self, *arguments: str) -> Result:
        """Run a subcommand, which may fail."""
        line = [self.wine.windows_path(Path(each)) if each.startswith("/") else each for each in self.line()]
        done = self.wine.run(
            [self.program / "delve-cli.exe", *line, *arguments], more={"DELVE_KDF": "floor"}, timeout=PATIENCE
        )
        return Result(done.returncode, done.stdout, done.stderr)


def places(wine: Wine) -> tuple[Path, Path]:
    """Where the setup program puts the program, and the program its vaults."""
    local = wine.user / "AppData" / "Local"
    return local / "Programs" / "Delve", local / "Delve"


def keys(wine: Wine) -> list[str]:
    """The lines of this person's registry that name the program, but for the folders of the person."""
    wine.run(["wineserver", "-w"], timeout=PATIENCE)
    told = wine.run(["reg", "query", r"HKCU\Software", "/s"], timeout=PATIENCE).stdout
    return [line for line in told.splitlines() if "Delve" in line or ".vcf" in line]


@contextmanager
def screen(size: str = "1366x768") -> Iterator[str]:
    """An X server of its own; gives what stands in DISPLAY."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def running(wine: Wine, program: Path, display: str, *arguments: str, **more: str) -> Iterator[None]:
    """The window, on a desktop of wine's own, which hands the keyboard on as a window manager would.

    Its streams are pipes: with others the start of Python fails under wine.
    """
    command = ["wine", "explorer", "/desktop=delve,1366x768", wine.windows_path(program / "Delve.exe")]
    environment = {**wine.environment({"DELVE_KDF": "floor", **more}), "DISPLAY": display}
    pipe = subprocess.PIPE
    process = subprocess.Popen([*command, *arguments], env=environment, stdin=pipe, stdout=pipe, stderr=pipe)
    try:
        yield
    finally:
        close(display, process)


def close(display: str, process: subprocess.Popen[bytes]) -> None:
    """Click the cross in the corner of the window: again, since a busy one may not listen."""
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None:
        xdo(display, "mousemove", "1360", "13", "click", "1")
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            assert time.monotonic() < deadline, "The window does not close."


def xdo(display: str, *arguments: str) -> str:
    """Act as the person at the keyboard."""
    done = subprocess.run(
        ["xdotool", *arguments],
        env={**os.environ, "DISPLAY": display},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def picture(display: str, path: Path) -> Path:
    """What is on the screen."""
    subprocess.run(["import", "-display", display, "-window", "root", str(path)], check=True)
    return path


def points_that_differ(one: Path, other: Path) -> int:
    """How many points of two pictures are not alike."""
    command = ["compare", "-metric", "AE", str(one), str(other), "null:"]
    told = subprocess.run(command, check=False, capture_output=True, text=True).stderr
    return int(float(told.split()[0]))


def settled(display: str, path: Path, unlike: Path | None = None, by: int = 3000) -> Path:
    """A picture of the window once it rests, and shows something else than the picture `unlike` does.

    It rests when nothing but the cursor changed in two seconds; `by` is how many points must differ.
    """
    before = path.with_suffix(".before.png")

    def done() -> bool:
        picture(display, before)
        time.sleep(2)
        picture(display, path)
        changed = unlike is None or points_that_differ(unlike, path) > by
        return changed and points_that_differ(before, path) < 400

    until(f"The window did not come to rest: {path.name}.", done)
    before.unlink()
    return path


def until(what: str, true: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until a condition holds."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, what
        time.sleep(0.25)
