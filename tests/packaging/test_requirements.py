"""The pinned requirements: every version exact, every file hashed, no registry named, all files agreeing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>[0-9][\w.]*)(?P<marker> ; .+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def pins(file: Path) -> dict[str, str]:
    found = (PIN.match(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {match["name"]: match["version"] for match in found if match}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_requirements_hold_nothing_but_pins_and_hashes(file: Path):
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines
    assert [line for line in lines if not (PIN.match(line) or HASH.match(line))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_pin_has_a_hash(file: Path):
    text = file.read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_shipped_is_what_was_tested(file: Path):
    assert pins(file).items() <= pins(ROOT / "requirements" / "all.txt").items()


def test_every_declared_package_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = [*project["dependencies"], *(line for extra in extras.values() for line in extra)]
    names = {re.split(r"[\[<>=; ]", line)[0].lower().replace("_", "-").replace(".", "-") for line in declared}
    assert names - {name.replace(".", "-") for name in pins(ROOT / "requirements" / "all.txt")} == set()


def test_the_base_has_no_qt_and_no_web_framework():
    base = set(pins(ROOT / "requirements" / "base.txt"))
    assert not base & {"pyside6-essentials", "shiboken6", "fastapi", "starlette", "uvicorn"}
