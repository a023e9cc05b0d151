"""The frozen program has one SQLite: a hub and a vault both work on the one inside sqlcipher3."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from left_out import MODULES

ALONE = """
import sys
from one_sqlite import OneSqlite
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name in ("sqlite3", "_sqlite3"):
            raise ModuleNotFoundError(name, name=name)
assert not {"sqlite3", "_sqlite3"} & set(sys.modules)
sys.meta_path[:] = [OneSqlite(), Blocked(), *sys.meta_path]
"""
HUB = """
from sync_server.cli import main
data, copy, again = sys.argv[1:]
for words in (
    ["ticket", "--data", data],
    ["backup", copy, "--data", data],
    ["restore", copy, "--data", again],
    ["verify", "--data", again],
):
    sys.argv[1:] = words
    try:
        main()
    except SystemExit as end:
        assert not end.code, (words, end.code)
import sqlite3, sqlcipher3
assert sqlite3.sqlite_version_info == sqlcipher3.sqlite_version_info >= (3, 51, 3)
assert sqlite3.Row is sqlcipher3.Row and sqlite3.DatabaseError is sqlcipher3.DatabaseError
"""
VAULT = """
from delve_desktop.cli import run
folder = sys.argv[1]
for line in ("init --name Zawadi", "space create Geita", "list", f"backup {sys.argv[2]}"):
    assert run([*line.split(), "--vault", folder]) == 0, line
assert "_sqlite3" not in sys.modules
"""


def _run(script: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ALONE + script, *map(str, arguments)],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "DELVE_PASSPHRASE": "river copper window salad garden north",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_python_s_own_is_left_out():
    assert {"sqlite3", "_sqlite3"} <= set(MODULES)


@pytest.mark.processes
def test_a_hub_is_kept_copied_and_checked_with_the_one_of_the_vault(tmp_path: Path):
    (tmp_path / "hub").mkdir()
    done = _run(HUB, tmp_path / "hub", tmp_path / "copy", tmp_path / "again")
    assert done.returncode == 0, done.stderr


@pytest.mark.processes
def test_a_vault_asks_for_no_other(tmp_path: Path):
    done = _run(VAULT, tmp_path / "vault", tmp_path / "copy.delve-backup")
    assert done.returncode == 0, done.stderr


ENTRY = """
import runpy, sys, types
main = types.ModuleType("delve_desktop.__main__")
main.main = lambda: print(any(type(one).__name__ == "OneSqlite" for one in sys.meta_path))
sys.modules["delve_desktop.__main__"] = main
runpy.run_path(sys.argv[1])
"""


@pytest.mark.processes
def test_the_frozen_program_begins_with_it():
    freeze = Path(__file__).parents[2] / "packaging" / "freeze"
    done = subprocess.run(
        [sys.executable, "-c", ENTRY, str(freeze / "entry.py")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(freeze), *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "True\n", done.stderr
