"""Runs the import rule of pyproject.toml over this tree, or over a copy with planted modules."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = {"delve_desktop": ROOT / "src" / "delve_desktop", "sync_server": ROOT / "sync_server"}


@dataclass(frozen=True)
class Report:
    """What import-linter said: which contracts it kept, which it found broken, and every line of it."""

    kept: frozenset[str]
    broken: frozenset[str]
    text: str


def check(tree: Path, *contracts: str) -> Report:
    """Lint the packages under `tree`, by the contracts with these ids or by all; raises when it could not."""
    limits = [argument for contract in contracts for argument in ("--contract", contract)]
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--config", "pyproject.toml", "--no-cache", "--no-logo", *limits],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": f"{tree / 'src'}{os.pathsep}{tree}", "COLUMNS": "400"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    kept = frozenset(re.findall(r"^(.+) KEPT(?: \(.+\))?$", done.stdout, re.MULTILINE))
    broken = frozenset(re.findall(r"^(.+) BROKEN(?: \(.+\))?$", done.stdout, re.MULTILINE))
    if not kept | broken:
        raise AssertionError(f"import-linter did not run:\n{done.stdout}{done.stderr}")
    return Report(kept, broken, done.stdout)


def copy_sources(target: Path) -> None:
    """Both packages and the configuration, as they are here."""
    target.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__")
    for package in PACKAGES.values():
        shutil.copytree(package, target / package.relative_to(ROOT), ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", target)


def plant(tree: Path, module: str, source: str) -> None:
    """Append `source` to a module of the copy; the module and its packages are made when missing."""
    top, *inner, name = module.split(".")
    folder = tree / PACKAGES[top].relative_to(ROOT)
    for part in inner:
        folder /= part
        if not folder.is_dir():
            folder.mkdir()
            (folder / "__init__.py").touch()
    file = folder / name / "__init__.py" if (folder / name).is_dir() else folder / f"{name}.py"
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{source}\n", encoding="utf-8")
