"""The programs that check a kit, built once a run over keys of the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import build_verify
from tests.unit.services.kit.making import KEYS

WINE: dict[str, str] = {}  # what wine needs to know, once it is ready
NUMBER = 20000  # below it a kit is older than the program


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The program for Linux; skips where it cannot be built."""
    target = tmp_path_factory.mktemp("verify") / "verify-linux-x86_64"
    try:
        build_verify.build_linux(target, KEYS, NUMBER)
    except build_verify.Unavailable as missing:
        pytest.skip(str(missing))
    return target


@pytest.fixture(scope="session")
def built_windows(tmp_path_factory):
    """The program for Windows, and wine made ready to run it."""
    if shutil.which("wine") is None:
        pytest.skip("needs wine")
    folder = tmp_path_factory.mktemp("windows")
    try:
        build_verify.build_windows(folder / "verify.exe", KEYS, NUMBER)
    except build_verify.Unavailable as missing:
        pytest.skip(str(missing))
    wine = {"WINEPREFIX": str(folder / "prefix"), "WINEDEBUG": "-all"}
    WINE.update(wine)
    (folder / "prefix").mkdir()
    subprocess.run(["wine", "wineboot", "-i"], env=os.environ | wine, check=True, capture_output=True)
    yield folder / "verify.exe"
    subprocess.run(["wineserver", "-k"], env=os.environ | wine, check=False, capture_output=True)


@pytest.fixture(scope="session")
def script(tmp_path_factory):
    """`verify.sh`, alone in its folder."""
    target = tmp_path_factory.mktemp("script") / "verify.sh"
    target.write_text(build_verify.script(KEYS, NUMBER), encoding="utf-8")
    return target


def run(*command: str | Path, language: str = "en", scratch: Path = Path("/tmp")) -> tuple[int, str, str]:
    """Code, output and errors of a program that speaks this language."""
    done = subprocess.run(
        [str(one) for one in command],
        env=WINE | {"PATH": "/usr/bin:/bin", "LC_ALL": language, "HOME": "/nowhere", "TMPDIR": str(scratch)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout.replace("\r\n", "\n"), done.stderr.replace("\r\n", "\n")
