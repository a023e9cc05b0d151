import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.processes
@pytest.mark.timeout(600)
def test_the_benchmarks_run_and_print_a_table_of_figures(tmp_path: Path):
    report = tmp_path / "figures.json"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "--quick", "--json", str(report)],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": "", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=580,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    figures = json.loads(report.read_text())["figures"]
    names = " ".join(figure["name"] for figure in figures)
    for part in (
        "first sync",
        "100 edits",
        "nothing to do",
        "up and down",
        "committed edit",
        "search",
        "import",
    ):
        assert part in names
    assert all(figure["name"] in ran.stdout for figure in figures)
    # the figures in bytes do not depend on the machine
    in_bytes = [figure for figure in figures if figure["unit"] in ("bytes", "requests")]
    assert in_bytes
    assert all(figure["verdict"] != "over" for figure in in_bytes)
