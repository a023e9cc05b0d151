"""The setup program for Windows, as `make dist-windows` built it, installed and used under wine.

One laptop goes through these tests in their order: installed, tested, synced, written in, upgraded, emptied.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import freezing
import setup_program
from places import PROGRAM, PYTHON, ROOT
from prefix import Wine
from tests.e2e.laptops import PASSPHRASE, Hub, Laptop, founded, joined, met

from .wine_laptop import PATIENCE, WineLaptop, keys, picture, places, running, screen, settled, until, xdo

pytestmark = [pytest.mark.dist, pytest.mark.processes, pytest.mark.timeout(1200)]

SETUP = ROOT / "dist" / f"Delve-{setup_program.version()}-setup.exe"
HELD = 10  # exit codes of docs/windows.md
FOREIGN = 13
NEWER = 15


@pytest.fixture(scope="module")
def wine(tmp_path_factory):
    made = Wine(tmp_path_factory.mktemp("wine") / "prefix").make()
    yield made
    made.end()


@pytest.fixture(scope="module")
def clean(wine):
    """What the registry of this person holds before anything is installed."""
    return keys(wine)


@pytest.fixture(scope="module")
def installed(wine, clean):
    assert SETUP.is_file(), "make dist-windows first"
    done = wine.run([SETUP, "/S"], timeout=PATIENCE * 3)
    assert done.returncode == 0
    program, _vaults = places(wine)
    return program


@pytest.fixture(scope="module")
def newer(tmp_path_factory):
    """The same program under a later version, loosely packed."""
    out = tmp_path_factory.mktemp("newer") / "Delve-99.0.0-setup.exe"
    return setup_program.make(out, named="99.0.0", fast=True)


@pytest.fixture(scope="module")
def quick_vaults():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DELVE_KDF", "floor")
        yield


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    made = Hub(tmp_path_factory.mktemp("hub") / "hub")
    made.start()
    yield made
    made.kill()


@pytest.fixture(scope="module")
def awa(wine, installed):
    """A vault where the window looks for one."""
    _program, kept = places(wine)
    folder = kept / "vaults" / "Awa"
    words = wine.folder / "drive_c" / "words.txt"
    words.write_text(PASSPHRASE + "\n", encoding="utf-8")
    laptop = WineLaptop(folder, words, wine, installed)
    laptop.run("init", "--name", "Awa", "--language", "fr")
    return laptop


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_what_was_built_fits(wine):
    assert freezing.problems(PROGRAM) == []
    assert SETUP.stat().st_size <= setup_program.LARGEST


def test_both_halves_of_the_interpreter_fit_each_other(wine):
    """Every module of the standard library imports, but for those that are not for Windows."""
    script = Path(__file__).with_name("import_all.py")
    done = wine.run([PYTHON / "python.exe", wine.windows_path(script)], timeout=PATIENCE * 3)
    told = json.loads(done.stdout)
    assert told["imported"] > 450
    assert told["failed"] == {}


def test_it_is_installed_file_by_file(wine, installed):
    there = files(installed)
    assert there.pop("uninstall.exe")
    assert there == files(PROGRAM)
    assert not installed.with_name("Delve.new").exists()
    assert any("Delve.Backup" in line for line in keys(wine))
    assert list((wine.user / "AppData" / "Roaming").rglob("Delve.lnk"))


@pytest.mark.parametrize("name", ["Delve.exe", "delve-cli.exe"])
def test_the_installed_program_tests_itself(wine, installed, name, tmp_path):
    report = tmp_path / "report.txt"
    done = wine.run(
        [installed / name, "--self-test", "--report", wine.windows_path(report)], timeout=PATIENCE * 4
    )
    text = report.read_text(encoding="utf-8")
    assert done.returncode == 0, text
    assert "a frozen program" in text
    assert "Windows" in text.splitlines()[0]
    assert "All 9 steps passed" in text


def test_it_answers_on_the_console(wine, installed):
    done = wine.run([installed / "delve-cli.exe", "--help"], timeout=PATIENCE)
    assert done.returncode == 0
    assert "space" in done.stdout
    wrong = wine.run([installed / "delve-cli.exe", "show", "00", "--vault", r"C:\nowhere"], timeout=PATIENCE)
    assert wrong.returncode == 3
    assert wrong.stderr.count("\n") == 1


def test_it_meets_a_laptop_of_another_system_at_a_hub(awa, hub, quick_vaults, tmp_path):
    binta = Laptop.of(tmp_path / "binta", "Binta")
    founded(binta, hub)
    joined(awa, binta)
    there = binta.run("add", "note", "--set", "title=Pompe", "--set", "text=Ça goutte. Água, ñandú, œuvre.")[
        "id"
    ]
    here = awa.run("add", "note", "--set", "title=Retorte", "--set", "place=Kédougou")["id"]
    met(awa, binta)
    assert awa.value(there, "text") == "Ça goutte. Água, ñandú, œuvre."
    assert binta.value(here, "place") == "Kédougou"
    met(binta, awa)


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt"])
def test_the_window_is_unlocked_written_in_and_searched(wine, installed, awa, language, tmp_path):
    _program, kept = places(wine)
    (kept / "settings.json").write_text(json.dumps({"language": language}), encoding="utf-8")
    before = len(awa.run("list"))
    title = f"Puits {language}"

    with screen() as display, running(wine, installed, display):
        start = tmp_path / "1-start.png"
        until("The start page was not painted.", lambda: colours(picture(display, start)) > 200)
        settled(display, start)
        xdo(display, "type", "--delay", "80", PASSPHRASE)
        typed = settled(display, tmp_path / "2-typed.png", start, by=500)
        xdo(display, "key", "Return")
        until("The vault was not opened.", lambda: is_unlocked(picture(display, tmp_path / "3-home.png")))
        home = settled(display, tmp_path / "3-home.png", typed)
        xdo(display, "key", "ctrl+n")
        empty = settled(display, tmp_path / "4-new.png", home)
        xdo(display, "type", "--delay", "80", title)
        written_in = settled(display, tmp_path / "5-note.png", empty, by=200)
        xdo(display, "key", "ctrl+s")
        settled(display, tmp_path / "6-saved.png")
        xdo(display, "key", "ctrl+k")
        xdo(display, "type", "--delay", "80", "Retorte")
        found = settled(display, tmp_path / "7-found.png", written_in)
        xdo(display, "key", "Escape")
        xdo(display, "key", "ctrl+l")
        until(
            "The vault was not locked.", lambda: not is_unlocked(picture(display, tmp_path / "8-locked.png"))
        )
        settled(display, tmp_path / "8-locked.png", found)
    assert len(awa.run("list")) == before + 1
    assert [one["title"] for one in awa.run("search", title)] == [title]
    keep = ROOT / "build" / "windows" / "pictures" / language
    shutil.rmtree(keep, ignore_errors=True)
    shutil.copytree(tmp_path, keep)


def colours(path):
    """How many colours a picture has: an empty screen has one or two."""
    told = subprocess.run(
        ["identify", "-format", "%k", str(path)], check=True, capture_output=True, text=True
    )
    return int(told.stdout)


def is_unlocked(path):
    """The bar above is dark green; on the start page that place is the colour of sand."""
    form = "%[fx:int(255*p{700,50}.r)] %[fx:int(255*p{700,50}.g)]"
    command = ["convert", str(path), "-format", form, "info:"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    red, green = map(int, told.stdout.split())
    return red < 60 and green < 120


def test_an_upgrade_waits_for_an_open_window_and_changes_nothing(wine, installed, awa, newer, tmp_path):
    before = files(installed)
    with screen() as display, running(wine, installed, display):
        shown = tmp_path / "start.png"
        until("The start page was not painted.", lambda: colours(picture(display, shown)) > 200)
        done = wine.run([newer, "/S"], timeout=PATIENCE * 2)
        assert done.returncode == HELD
        assert files(installed) == before
        assert not installed.with_name("Delve.new").exists()


def test_an_upgrade_swaps_all_of_it(wine, installed, awa, newer):
    (installed / "_internal" / "of-the-old-version.txt").write_text("old")
    done = wine.run([newer, "/S"], timeout=PATIENCE * 3)
    assert done.returncode == 0
    there = files(installed)
    assert there.pop("uninstall.exe")
    assert there == files(PROGRAM)
    assert not installed.with_name("Delve.old").exists()
    assert any("99.0.0" in line for line in keys_of_version(wine))
    assert awa.run("verify")["ok"]


def keys_of_version(wine):
    key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Delve"
    return wine.run(["reg", "query", key], timeout=PATIENCE).stdout.splitlines()


def test_an_older_version_does_not_take_its_place_silently(wine, installed):
    before = files(installed)
    assert wine.run([SETUP, "/S"], timeout=PATIENCE).returncode == NEWER
    assert files(installed) == before


def test_what_somebody_put_into_the_folder_is_not_lost(wine, installed, newer):
    (installed / "letter.txt").write_text("dear all")
    assert wine.run([newer, "/S"], timeout=PATIENCE).returncode == FOREIGN
    assert (installed / "letter.txt").read_text() == "dear all"
    (installed / "letter.txt").unlink()


@pytest.mark.parametrize(
    "half", ["before the old one went", "after the old one went", "while it was removed"]
)
def test_an_upgrade_that_a_power_cut_ended_is_whole_after_the_next(wine, installed, newer, half):
    whole = files(installed)
    beside = installed.with_name("Delve.new")
    if half.startswith("before"):
        (beside / "_internal").mkdir(parents=True)
        (beside / "Delve.exe").write_bytes(b"MZ half")
    elif half.startswith("after"):
        installed.rename(installed.with_name("Delve.old"))
    else:
        (installed / "Delve.exe").unlink()
        shutil.rmtree(installed / "_internal" / "PySide6")
    assert wine.run([newer, "/S"], timeout=PATIENCE * 3).returncode == 0
    assert files(installed) == whole
    assert [path.name for path in installed.parent.iterdir()] == ["Delve"]


def test_uninstalling_leaves_nothing_but_the_vaults(wine, installed, awa, clean):
    _program, kept = places(wine)
    (kept / "Logs").mkdir(exist_ok=True)
    done = wine.run([installed / "uninstall.exe", "/S"], timeout=PATIENCE)
    assert done.returncode == 0
    until("The program is still there.", lambda: not installed.exists())
    assert [path.name for path in kept.iterdir()] == ["vaults"]
    assert (kept / "vaults" / "Awa" / "vault.hdr").is_file()
    assert not list((wine.user / "AppData").rglob("Delve.lnk"))
    assert keys(wine) == clean


def test_installed_again_it_finds_the_vault_and_goes_with_it_only_when_told(wine, awa):
    program, kept = places(wine)
    assert wine.run([SETUP, "/S"], timeout=PATIENCE * 3).returncode == 0
    assert awa.run("verify")["ok"]
    assert wine.run([program / "uninstall.exe", "/S", "/DELETE-VAULTS"], timeout=PATIENCE).returncode == 0
    until("The vaults are still there.", lambda: not kept.exists())
