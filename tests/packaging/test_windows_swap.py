"""What the setup program leaves wherever it is cut off.

Under wine, over a small program in place of the frozen one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import icons
import setup_program
from prefix import Wine

from .test_windows import body, pe
from .wine_laptop import PATIENCE, places, until

pytestmark = [pytest.mark.dist, pytest.mark.processes, pytest.mark.timeout(900)]

OLD, NEW = "1.0.0", "1.1.0"
FOREIGN = 13
ONCE = r"HKCU\Software\Microsoft\Windows\CurrentVersion\RunOnce"


@pytest.fixture(scope="module")
def wine(tmp_path_factory):
    made = Wine(tmp_path_factory.mktemp("wine") / "prefix").make()
    yield made
    made.end()


@pytest.fixture(scope="module")
def setups(tmp_path_factory):
    """By version; each with files that say which one they are of."""
    folder = tmp_path_factory.mktemp("setups")
    icons.write_ico(folder / "Delve.ico")
    made = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(setup_program, "MADE", folder)
        patch.setattr(setup_program, "icon", lambda: folder / "Delve.ico")
        for version in (OLD, NEW):
            program = folder / version
            (program / "_internal").mkdir(parents=True)
            for name in ("Delve.exe", "delve-cli.exe", "_internal/part.dll"):
                (program / name).write_bytes(pe(more=version.encode()))
            out = folder / f"setup-{version}.exe"
            made[version] = setup_program.make(out, folder=program, named=version, fast=True)
    return made


@pytest.fixture
def place(wine):
    """Where the program goes; a vault lies where the vaults do."""
    program, kept = places(wine)
    for path in (program, whole(program, "new"), whole(program, "old")):
        shutil.rmtree(path, ignore_errors=True)
    (kept / "vaults" / "Awa").mkdir(parents=True, exist_ok=True)
    (kept / "vaults" / "Awa" / "vault.hdr").write_bytes(b"what somebody wrote")
    yield program
    assert (kept / "vaults" / "Awa" / "vault.hdr").read_bytes() == b"what somebody wrote"


def whole(program: Path, ending: str) -> Path:
    return program.with_name(f"Delve.{ending}")


def version_in(program: Path) -> str:
    """The one version that all files are of, and nothing beside them."""
    found = {path.relative_to(program).as_posix(): path for path in program.rglob("*") if path.is_file()}
    assert set(found) == {"Delve.exe", "delve-cli.exe", "uninstall.exe", "_internal/part.dll"}
    versions = {path.read_bytes()[-5:].decode() for name, path in found.items() if name != "uninstall.exe"}
    assert len(versions) == 1
    return versions.pop()


def install(wine: Wine, setup: Path, *options: str) -> int:
    return wine.run([setup, "/S", *options], timeout=PATIENCE).returncode


def unpacked(program: Path) -> None:
    shutil.copytree(program, whole(program, "new"))


def half_unpacked(program: Path) -> None:
    unpacked(program)
    (whole(program, "new") / "_internal" / "part.dll").unlink()


def first_half_unpacked(program: Path) -> None:
    half_unpacked(program)
    shutil.rmtree(program)


def old_put_aside(program: Path) -> None:
    unpacked(program)
    program.rename(whole(program, "old"))


def old_half_gone(program: Path) -> None:
    shutil.copytree(program, whole(program, "old"))
    (whole(program, "old") / "Delve.exe").unlink()


def half_removed(program: Path) -> None:
    (program / "Delve.exe").unlink()
    (program / "_internal" / "part.dll").unlink()


def all_but_removed(program: Path) -> None:
    shutil.rmtree(program)
    program.mkdir()


CUTS: list[Callable[[Path], None]] = [
    half_unpacked,
    first_half_unpacked,
    unpacked,
    old_put_aside,
    old_half_gone,
    half_removed,
    all_but_removed,
]


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.__name__)
def test_the_next_setup_makes_it_whole_wherever_the_last_one_was_cut_off(wine, setups, place, cut):
    assert install(wine, setups[OLD]) == 0
    assert version_in(place) == OLD
    cut(place)
    assert install(wine, setups[NEW]) == 0
    assert version_in(place) == NEW
    assert [path.name for path in place.parent.iterdir()] == ["Delve"]
    assert "DelveSetup" not in wine.run(["reg", "query", ONCE], timeout=PATIENCE).stdout


def at_login(wine: Wine, program: Path) -> None:
    """What FinishLater tells Windows to do."""
    rest, command = re.findall(r"'(.*)'", "\n".join(body("FinishLater")).replace(" \\\n", " "))
    above = wine.run(["winepath", "-w", str(program.parent)], timeout=PATIENCE).stdout.strip()
    _cmd, _, line = command.replace("$2", rest).partition(" /d /c ")
    line = line.replace("$0", above).replace("$1", program.name)
    (program.parent / "login.bat").write_text(
        f"@{line}\r\n", encoding="ascii"
    )  # as it stands, quotes and all
    wine.run(["cmd", "/d", "/c", rf"{above}\login.bat"], timeout=PATIENCE)
    (program.parent / "login.bat").unlink()


@pytest.mark.parametrize("empty", [False, True])
def test_the_next_login_makes_it_whole(wine, setups, place, empty):
    assert install(wine, setups[NEW]) == 0
    old_put_aside(place)
    if empty:
        place.mkdir()
    at_login(wine, place)
    assert version_in(place) == NEW
    assert not whole(place, "new").exists()
    shutil.rmtree(place)
    at_login(wine, place)  # where the new one is gone, the old one is better than none
    assert version_in(place) == NEW
    assert not whole(place, "old").exists()
    at_login(wine, place)
    assert version_in(place) == NEW


def test_a_folder_of_something_else_is_left_alone(wine, setups, place):
    (place / "_internal").mkdir(parents=True)
    (place / "_internal" / "of-others.dll").touch()
    (place / "Other.exe").touch()
    assert install(wine, setups[NEW]) == FOREIGN
    assert {path.name for path in place.rglob("*")} == {"_internal", "of-others.dll", "Other.exe"}


def test_nothing_is_put_where_the_vaults_lie(wine, setups, place):
    _program, kept = places(wine)
    for name in ("Delve", "delve", r"Delve\vaults"):
        folder = wine.run(["winepath", "-w", str(kept.parent)], timeout=PATIENCE).stdout.strip() + "\\" + name
        assert install(wine, setups[NEW], f"/D={folder}") == FOREIGN
    assert {path.name for path in kept.iterdir()} == {"vaults"}


def test_removing_takes_away_what_an_upgrade_left_and_would_still_do(wine, setups, place):
    assert install(wine, setups[OLD]) == 0
    shutil.copytree(place, whole(place, "old"))
    half_unpacked(place)
    wine.run(["reg", "add", ONCE, "/v", "DelveSetup", "/d", "cmd", "/f"], timeout=PATIENCE)
    assert wine.run([place / "uninstall.exe", "/S"], timeout=PATIENCE).returncode == 0
    until("Something is still there.", lambda: not list(place.parent.glob("Delve*")))
    assert "DelveSetup" not in wine.run(["reg", "query", ONCE], timeout=PATIENCE).stdout
