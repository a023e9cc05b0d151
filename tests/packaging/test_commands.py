"""The fixed commands are the ones the readme names, and what they call is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
FIXED = {"run", "test", "check", "bench", "screenshots", "sim", "dist", "setup"}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


def only(pattern: str) -> str:
    (found,) = re.findall(pattern, MAKEFILE, re.MULTILINE)
    return str(found)


def test_every_fixed_command_is_there():
    assert targets() >= FIXED


def test_the_readme_lists_the_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `make ([a-z-]+)", readme, re.MULTILINE))
    assert listed == targets() - {"help"}


def test_no_command_is_mistaken_for_a_file():
    assert set(only(r"^\.PHONY: (.+)$").split()) == targets()


def test_scripts_that_the_commands_call_are_there():
    called = set(re.findall(r"packaging/[\w/]+\.(?:sh|py)", MAKEFILE))
    assert called
    assert [script for script in sorted(called) if not (ROOT / script).is_file()] == []


def test_pre_commit_calls_only_what_is_installed_here():
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"repo: (\S+)", hooks)) == {"local"}
    lint = only(r"^lint:.*\n((?:\t.+\n)+)")
    tools = {line.split("/")[1].split()[0] for line in lint.splitlines()}
    assert set(re.findall(r"entry: \.venv/bin/(\S+)", hooks)) == tools


def test_the_wheel_has_both_packages_and_their_programs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == [
        "src/delve_desktop",
        "sync_server",
    ]
    assert set(project["project"]["scripts"]) == {"delve", "delve-server"}
