"""The steps of a self-test, one after the other, in a folder that is wiped whatever happens."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from delve_desktop import __version__

from .report import Report
from .scene import Failure, Scene

STEPS: Final = (
    ("Parts", "parts", "check_parts"),
    ("Vault", "vault_steps", "make_vault"),
    ("Records", "vault_steps", "add_records"),
    ("Search", "vault_steps", "search_records"),
    ("Attachment", "vault_steps", "attach_files"),
    ("Sync", "sync_steps", "sync_with_hub"),
    ("Lock", "vault_steps", "lock_and_open"),
    ("Sample library", "vault_steps", "look_around"),
    ("Window", "window_steps", "open_window"),
)
"""What is said of each, and where it is done: a module of this package, imported when its turn comes."""


def run_steps(report: Report) -> bool:
    """Take every step until one fails; returns whether all passed."""
    report.say(_program())
    started = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="delve-self-test-"))
    before = _enter(folder)
    passed = True
    try:
        with Scene(folder) as scene:
            for number, (name, module, function) in enumerate(STEPS, 1):
                report.begin(f"{number}. {name}")
                passed = _take(report, lambda m=module, f=function: _step(m, f)(scene))  # type: ignore[misc]
                if not passed:
                    break
    finally:
        _leave(before)
        passed = _wipe(report, folder) and passed
    seconds = time.monotonic() - started
    if passed:
        report.say(f"All {len(STEPS)} steps passed in {seconds:.1f} seconds.")
    else:
        report.say("The self-test failed. Nothing of yours was opened or changed.")
    return passed


def _program() -> str:
    frozen = "a frozen program" if getattr(sys, "frozen", False) else "not frozen"
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    return f"Delve {__version__}, {frozen}, Python {platform.python_version()}, on {system}."


def _step(module: str, function: str) -> Callable[[Scene], str]:
    import importlib

    found: Callable[[Scene], str] = getattr(importlib.import_module(f"{__package__}.{module}"), function)
    return found


def _take(report: Report, step: Callable[[], str]) -> bool:
    try:
        report.say(step())
    except Failure as failure:
        report.say(f"FAILED. {failure}")
        return False
    except Exception as error:  # noqa: BLE001 - whatever a step raises is what is wrong with it
        report.say(f"FAILED. {type(error).__name__}: {error}")
        for frame in traceback.extract_tb(error.__traceback__)[-6:]:
            report.say(f"   {os.path.basename(frame.filename)} line {frame.lineno}, {frame.name}")  # noqa: PTH119 - a name out of a traceback
        return False
    return True


def _enter(folder: Path) -> dict[str, str | None]:
    """A home, a place and a screen of its own for this process; returns what they were."""
    own = {
        "DELVE_HOME": str(folder / "home"),
        "DELVE_ANY_PLACE": "1",  # a vault that is wiped in a minute may lie anywhere
        "DELVE_VAULT": None,
        "DELVE_KDF": None,
        "QT_QPA_PLATFORM": "offscreen",
    }
    before = {name: os.environ.get(name) for name in own}
    _leave(own)
    return before


def _leave(wanted: dict[str, str | None]) -> None:
    for name, value in wanted.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _wipe(report: Report, folder: Path) -> bool:
    for _ in range(20):  # an antivirus program may hold a file for a moment
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return True
        time.sleep(0.25)
    report.say(f"The folder of the self-test could not be wiped; please remove {folder}.")
    return False
