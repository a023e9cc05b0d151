"""Each fault a few times, in a process of its own, which forks; `make faults` does each far more often."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .__main__ import FAULTS
from .outcome import Outcome

ROOT = Path(__file__).parents[2]
# few enough for every run of the tests, and yet each reaches what it is meant to reach
COUNTS = {
    "kills": 12,
    "torn": 40,
    "flips": 40,
    "full": 8,
    "races": 10,
    "migrating": 10,
    "clocks": 1,
    "fuzz": 300,
}
REACHED = {
    "kills": ("record", "draft", "exchanged", "checks of everything"),
    "torn": ("shorter vaults", "shorter hubs"),
    "flips": ("refused in one sentence", "laptops at a damaged hub"),
    "full": ("full disks",),
    "races": ("programs",),
    "migrating": ("vaults of the old format",),
    "clocks": ("pairs of runs",),
    "fuzz": ("taken", "refused"),
}


@pytest.mark.processes
@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked")
@pytest.mark.parametrize("name", FAULTS)
def test_inv01_inv26_nothing_is_lost_or_read_wrongly_after(name: str, tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    command = [
        sys.executable,
        "-m",
        "tests.faults",
        name,
        "--count",
        str(COUNTS[name]),
        "--json",
        str(figures),
    ]
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(figures.read_text(encoding="utf-8"))[name]
    assert found["ok"]
    assert found["rounds"] >= COUNTS[name]
    assert all(found["seen"].get(what) for what in REACHED[name]), found["seen"]


def test_a_failure_is_told_and_counted() -> None:
    outcome = Outcome(rounds=3)
    outcome.see("kills", 3)
    assert outcome.ok
    outcome.lost.append("note 5")
    assert not outcome.ok
    assert outcome.told() == "3 rounds: 1 lost, 0 wrong, 0 broken (3 kills)\n    lost: note 5"
