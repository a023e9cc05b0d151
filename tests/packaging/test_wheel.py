"""A wheel holds what the program reads beside its code."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.processes
@pytest.mark.slow
def test_every_resource_is_in_the_wheel(tmp_path: Path):
    build = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        inside = set(packed.namelist())
    resources = {path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert resources
    expected = {f"delve_desktop/_resources/{path.relative_to('resources').as_posix()}" for path in resources}
    assert expected - inside == set()
    assert {
        f"delve_desktop/_resources/vocabularies/terms-{each}.json" for each in ("en", "fr", "es", "pt")
    } <= inside
