"""Builds the frozen program for the system this runs on: `python packaging/freeze/frozen_build.py FOLDER`.

An environment of its own gets the packages of requirements/freeze.txt and nothing else, so that no tool of
developers strays into the program. Two builds of one commit have the same bytes: the order of sets, times and
what an installer notes are all fixed or left out.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
REQUIREMENTS: Final = ROOT / "requirements" / "freeze.txt"
SPEC: Final = ROOT / "packaging" / "freeze" / "delve.spec"
ENVIRONMENT: Final = ROOT / "build" / "freeze-venv"
MARK: Final = "requirements.sha256"


def main() -> int:
    """Build into the folder that is given, below it `Delve/`; a second one is for the files in between."""
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    build(*(Path(each).absolute() for each in sys.argv[1:]))
    return 0


def build(target: Path, work: Path = ROOT / "build" / "freeze") -> Path:
    """Freeze into `target/Delve`, which is replaced; returns that folder. Raises `CalledProcessError`."""
    python = environment()
    shutil.rmtree(work, ignore_errors=True)
    options = ["--noconfirm", "--clean", "--log-level", "WARN"]
    folders = ["--distpath", str(target), "--workpath", str(work)]
    subprocess.run(
        [str(python), "-m", "PyInstaller", *options, *folders, str(SPEC)],
        cwd=ROOT,
        check=True,
        env={
            **os.environ,
            "SOURCE_DATE_EPOCH": str(epoch()),
            "PYTHONHASHSEED": "1",
            "PYINSTALLER_CONFIG_DIR": str(work / "config"),
        },
    )
    return target / "Delve"


def environment() -> Path:
    """The interpreter of an environment with exactly the pinned packages, made when they changed."""
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python = ENVIRONMENT / folder / ("python.exe" if sys.platform == "win32" else "python")
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()
    mark = ENVIRONMENT / MARK
    if mark.is_file() and mark.read_text(encoding="ascii") == wanted:
        return python
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--requirement"]
    subprocess.run([python, "-m", "pip", "install", *options, REQUIREMENTS], check=True)
    mark.write_text(wanted, encoding="ascii")
    return python


def epoch() -> int:
    """The time that all files get, in seconds since 1970: SOURCE_DATE_EPOCH, or that of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return int(told.stdout)


if __name__ == "__main__":
    sys.exit(main())
