"""The tests' temporary files lie in memory where there is room, and go when the tests end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "on_memory_disk.sh"
MEMORY = Path("/dev/shm")
pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(not os.access(MEMORY, os.W_OK), reason="needs a disk in memory"),
]


def ran(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {name: value for name, value in os.environ.items() if name != "TMPDIR"}
    line = ["sh", str(SCRIPT), sys.executable, "-c", command]
    return subprocess.run(line, check=False, capture_output=True, text=True, env=given | environment)


def test_a_command_has_a_folder_in_memory_which_goes_with_it_and_its_code_is_passed_on() -> None:
    if shutil.disk_usage(MEMORY).free < 7e9:
        pytest.skip("needs 7 GB of free memory")
    done = ran(
        "import os; print(os.environ['TMPDIR']); open(os.environ['TMPDIR'] + '/a', 'w'); raise SystemExit(3)"
    )
    folder = Path(done.stdout.strip())
    assert done.returncode == 3
    assert folder.parent == MEMORY
    assert not folder.exists()


def test_on_the_disk_where_that_is_asked_for() -> None:
    done = ran("import os; print(os.environ.get('TMPDIR')); raise SystemExit(4)", DELVE_SCRATCH="disk")
    assert (done.stdout.strip(), done.returncode) == ("None", 4)
