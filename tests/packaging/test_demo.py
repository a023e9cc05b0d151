"""The demonstration runs headless with the real programs, from nothing to a dispute and a joined text."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSTALLED = any(Path(sysconfig.get_path("scripts")).glob("delve-server*"))


@pytest.mark.processes
@pytest.mark.slow
@pytest.mark.timeout(600)  # some thirty programs one after the other; a shared builder may be slow
@pytest.mark.skipif(not INSTALLED, reason="the programs are not installed here: make setup")
def test_the_demonstration_tells_of_a_dispute_and_a_joined_text(tmp_path: Path):
    done = subprocess.run(
        [
            sys.executable,
            ROOT / "packaging" / "demo" / "run_demo.py",
            "--headless",
            "--folder",
            tmp_path / "demo",
        ],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "two versions of organisation" in done.stdout
    assert "two visitors from Mgusu" in done.stdout
    assert "ordered on Friday" in done.stdout
