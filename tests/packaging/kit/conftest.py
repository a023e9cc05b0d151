"""The programs that check a kit, built once a run over keys of the tests."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import build_verify
from tests.unit.services.kit.making import KEYS

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
def script(tmp_path_factory):
    """`verify.sh`, alone in its folder."""
    target = tmp_path_factory.mktemp("script") / "verify.sh"
    target.write_text(build_verify.script(KEYS, NUMBER), encoding="utf-8")
    return target


def run(*command: str | Path, language: str = "en", scratch: Path = Path("/tmp")) -> tuple[int, str, str]:
    """Code, output and errors of a program that speaks this language."""
    done = subprocess.run(
        [str(one) for one in command],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": language, "HOME": "/nowhere", "TMPDIR": str(scratch)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr
