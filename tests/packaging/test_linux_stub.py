"""The installer for one person, over a small program in place of the frozen one.

Whose home and whose folders it takes, and what is there wherever it is killed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import run_file
import share
from installer_words import MESSAGES

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is for Linux"),
]

OLD, NEW = "1.0.0", "1.1.0"
LIBRARY = ".local/lib"
PLACE = f"{LIBRARY}/delve"
VAULT = ".local/share/Delve/vaults/zawadi/vault.db"
PROGRAM = """#!/bin/sh
[ ! -e "$HOME/slow" ] || { : >"$HOME/begun"; sleep 60; }
[ ! -e "$HOME/broken" ] || { echo "It does not work." >"$3"; exit 1; }
echo "The program $0"
"""
STEPS = ("mkdir", "rmdir", "mv", "ln", "rm", "cp", "tar", "sync")
STEP = """#!/bin/sh
echo {name} >>"$STEPS"
if [ "$(wc -l <"$STEPS")" = "${{KILL_AT:-}}" ]; then kill -KILL $PPID; exit 1; fi
[ {name} = sync ] || exec /bin/{name} "$@"
"""


@pytest.fixture(scope="module")
def installers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """By version; each with a program that says where it is."""
    folder = tmp_path_factory.mktemp("installers")
    made = {}
    for version in (OLD, NEW):
        program = folder / version
        (program / "share").mkdir(parents=True)
        (program / "delve").write_text(PROGRAM, encoding="utf-8")
        (program / "delve").chmod(0o755)
        (program / "of-this-version").write_text(version, encoding="utf-8")
        shutil.copy("/bin/true", program / "any-elf")
        for name in ("delve.desktop", "delve-mime.xml"):
            shutil.copyfile(share.HERE / name, program / "share" / name)
        for name in ("delve.svg", *(f"delve-{size}.png" for size in share.SIZES)):
            (program / "share" / name).write_bytes(b"picture")
        made[version] = run_file.make(program, folder, version, 1_700_000_000, fast=True)
    return made


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Commands by which the installer changes anything, each counted, and the one that is meant kills it."""
    folder = tmp_path_factory.mktemp("steps")
    for name in STEPS:
        (folder / name).write_text(STEP.format(name=name), encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """That of a person with a vault."""
    made = tmp_path / "home"
    (made / VAULT).parent.mkdir(parents=True)
    (made / VAULT).write_bytes(b"what somebody wrote")
    return made


def environment(home: Path, steps: Path, kill_at: int = 0) -> dict[str, str]:
    (home.parent / "steps").unlink(missing_ok=True)
    return {
        "HOME": str(home),
        "PATH": f"{steps}:/usr/bin:/bin",
        "STEPS": str(home.parent / "steps"),
        "KILL_AT": str(kill_at),
        "LC_ALL": "C",
    }


def run(
    file: Path, home: Path, steps: Path, *options: str, kill_at: int = 0
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", file, *options],
        env=environment(home, steps, kill_at),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def told(name: str, *values: object) -> str:
    text = MESSAGES[name]["en"]
    for number, value in enumerate(values):
        text = text.replace(f"{{{number}}}", str(value))
    return f"{text}\n"


def files(home: Path) -> dict[str, str]:
    return {
        path.relative_to(home).as_posix(): f"-> {path.readlink()}"
        if path.is_symlink()
        else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in home.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def installed(home: Path) -> str | None:
    """The version that is there, whole; None where there is none at all."""
    place = home / PLACE
    if not place.is_symlink():
        assert not place.exists()
        return None
    version = (place / "of-this-version").read_text(encoding="utf-8")
    assert (place / "version").read_text(encoding="ascii").split()[0] == version
    assert (place / "uninstall.sh").read_text(encoding="utf-8").startswith("#!/bin/sh")
    assert {path.name for path in place.iterdir()} >= {"delve", "any-elf", "share"}
    done = subprocess.run([place / "delve"], env={"HOME": str(home)}, capture_output=True, check=True)
    assert done.stdout
    return version


def test_it_goes_in_is_renewed_and_goes_again(installers, steps, home):
    before = files(home)
    for version in (OLD, NEW, NEW):
        done = run(installers[version], home, steps)
        assert told("installed", version, home / PLACE) in done.stdout
        assert (done.returncode, installed(home)) == (0, version)
        assert [path.name for path in (home / LIBRARY / "delve.versions").glob("?")] in (["a"], ["b"])
    entry = (home / ".local/share/applications/delve.desktop").read_text("utf-8")
    assert f'\nExec="{home / PLACE}/delve" %F\n' in entry
    assert (home / ".local/bin/delve").readlink() == home / PLACE / "delve"
    done = run(home / PLACE / "uninstall.sh", home, steps)
    assert (done.returncode, done.stderr) == (0, "")
    assert files(home) == before
    assert {path.name for path in (home / ".local").iterdir()} == {"share"}
    done = run(installers[NEW], home, steps, "--uninstall")
    assert (done.returncode, done.stderr) == (1, told("not_installed", home / PLACE))


def test_a_home_in_which_nobody_wrote_anything_is_as_it_was(installers, steps, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    assert run(installers[OLD], home, steps).returncode == 0
    assert run(installers[OLD], home, steps, "--uninstall").returncode == 0
    assert list(home.iterdir()) == []


def test_one_that_does_not_work_here_changes_nothing(installers, steps, home):
    (home / "broken").touch()
    before = files(home)
    done = run(installers[OLD], home, steps)
    assert (done.returncode, done.stderr) == (1, "It does not work.\n" + told("does_not_work"))
    assert files(home) == before
    assert not (home / LIBRARY).exists()
    (home / "broken").unlink()
    run(installers[OLD], home, steps)
    (home / "broken").touch()
    before = files(home)
    assert run(installers[NEW], home, steps).returncode == 1
    assert files(home) == before


@pytest.mark.parametrize("options", [(), ("--uninstall",)])
@pytest.mark.parametrize("name", [".", ".local/share"])
def test_a_home_of_somebody_else_is_left_alone(installers, steps, home, options, name):
    """`sudo sh Delve.run` where sudo keeps HOME: everything would be root's."""
    if os.geteuid() != 0:
        pytest.skip("only root can make a folder another person's")
    os.chown(home / name, 65534, 65534)
    before = files(home)
    done = run(installers[OLD], home, steps, *options)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == told("not_yours", (home / name))
    assert files(home) == before
    assert not (home / LIBRARY).exists()


def folder_of_somebody(place: Path) -> None:
    place.mkdir()
    (place / "letter.txt").write_text("dear all", encoding="utf-8")


FOREIGN: dict[str, Callable[[Path], object]] = {
    "folder": folder_of_somebody,
    "empty folder": Path.mkdir,
    "file": lambda place: place.write_text("dear all"),
    "link": lambda place: place.symlink_to("elsewhere"),
}


@pytest.mark.parametrize("options", [(), ("--uninstall",)])
@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("name", ["delve", "delve.versions"])
def test_what_somebody_else_put_there_is_left_alone(installers, steps, home, kind, name, options):
    (home / LIBRARY).mkdir(parents=True)
    place = home / LIBRARY / name
    FOREIGN[kind](place)
    if (kind, name) == ("empty folder", "delve.versions"):
        assert run(installers[OLD], home, steps).returncode == 0  # of one that was killed at its first step
        return
    before = files(home)
    done = run(installers[OLD], home, steps, *options)
    assert (done.returncode, done.stderr) == (1, told("not_ours", place))
    assert files(home) == before
    assert place.is_dir() == (kind in ("folder", "empty folder"))


def test_two_at_once_do_not_disturb_each_other_and_one_that_was_killed_hinders_nobody(
    installers, steps, home
):
    run(installers[OLD], home, steps)
    (home / "slow").touch()
    with subprocess.Popen(
        ["sh", installers[NEW]],
        env=environment(home, steps),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as first:
        try:
            end = time.monotonic() + 60
            while not (home / "begun").exists():
                assert time.monotonic() < end
                time.sleep(0.05)
            (home / "slow").unlink()
            before = files(home)
            for options in ((), ("--uninstall",)):
                done = run(installers[NEW], home, steps, *options)
                assert (done.returncode, done.stderr) == (1, told("is_busy"))
            assert files(home) == before
        finally:
            os.killpg(first.pid, signal.SIGKILL)
    assert installed(home) == OLD
    assert run(installers[NEW], home, steps).returncode == 0
    assert installed(home) == NEW


def test_wherever_it_is_killed_a_whole_version_is_there_and_the_next_run_ends_it(
    installers, steps, home, tmp_path
):
    run(installers[OLD], home, steps)
    seen = set()
    for at in range(1, 100):
        one = tmp_path / str(at) / "home"
        shutil.copytree(home, one, symlinks=True)
        done = run(installers[NEW], one, steps, kill_at=at)
        seen.add(installed(one))
        assert (one / VAULT).read_bytes() == b"what somebody wrote"
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        again = run(installers[NEW], one, steps)
        assert (again.returncode, again.stderr, installed(one)) == (0, "", NEW)
        assert len(list((one / LIBRARY / "delve.versions").iterdir())) == 2
    assert at > 15
    assert seen == {OLD, NEW}


@pytest.mark.parametrize("option", ["", "--uninstall"], ids=["first installation", "removal"])
def test_wherever_the_first_or_a_removal_is_killed_nothing_is_left_that_cannot_go(
    installers, steps, home, tmp_path, option
):
    before = files(home)
    for at in range(1, 100):
        one = tmp_path / str(at) / "home"
        shutil.copytree(home, one, symlinks=True)
        if option:
            run(installers[OLD], one, steps)
        done = run(installers[OLD], one, steps, *([option] if option else []), kill_at=at)
        installed(one)
        assert done.returncode in (0, -signal.SIGKILL)
        again = run(installers[OLD], one, steps, "--uninstall")
        assert again.returncode == 0 or again.stderr == told("not_installed", one / PLACE)
        assert files(one) == before
        if done.returncode == 0:
            break
    assert at > 8
