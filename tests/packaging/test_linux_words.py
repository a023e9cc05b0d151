"""What the installer for Linux says: whole in four languages, and printed by a shell as it stands."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import deb
import elf
from installer_words import MESSAGES, as_shell
from share import SIZES

ROOT = Path(__file__).parents[2]
STUB = (ROOT / "packaging" / "linux" / "stub.sh").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MESSAGES)
def test_every_sentence_stands_there_in_each_language_with_the_same_places(name: str):
    texts = MESSAGES[name]
    assert list(texts) == ["en", "fr", "es", "pt"]
    assert len({tuple(sorted(re.findall(r"\{\d\}", text))) for text in texts.values()}) == 1
    assert not any("'" in text or "\n" in text for text in texts.values())
    assert not re.search(r" [:;?!]", texts["fr"]), "French has a narrow no-break space there"


def test_the_script_says_nothing_that_is_not_there_and_all_that_is():
    said = set(re.findall(r"\b(?:say|refuse) (\w+)", STUB)) - {"NAME"}
    assert said == set(MESSAGES)


@pytest.mark.parametrize(
    "language, wanted", [("fr_FR.UTF-8", "fr"), ("pt_BR", "pt"), ("C", "en"), ("sw_TZ", "en")]
)
def test_a_shell_prints_them_as_they_stand(tmp_path: Path, language: str, wanted: str):
    script = STUB.replace("@MESSAGES@", as_shell()).partition("# -- what is asked")[0]
    file = tmp_path / "words.sh"
    file.write_text(script + "\nsay lacks_libraries 'a&b\\1' '100 %'\n", encoding="utf-8")
    told = subprocess.run(
        ["sh", str(file)],
        env={"LC_ALL": language, "HOME": "/", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=True,
    )
    expected = MESSAGES["lacks_libraries"][wanted].replace("{0}", "a&b\\1").replace("{1}", "100 %")
    assert told.stdout.decode("utf-8") == expected + "\n"


@pytest.mark.parametrize(
    "one, other, older",
    [("0.9.0", "0.10.0", True), ("1.0.0", "1.0.0", False), ("2.36", "2.4", False), ("2.31", "2.36", True)],
)
def test_versions_are_compared_by_their_numbers(tmp_path: Path, one: str, other: str, older: bool):
    (function,) = re.findall(r"^is_older\(\) \{.*?^\}", STUB, re.MULTILINE | re.DOTALL)
    done = subprocess.run(["sh", "-c", f"{function}\nis_older {one} {other}"], check=False)
    assert (done.returncode == 0) == older


def test_a_preview_comes_before_its_release_as_debian_orders_them():
    assert deb.debian_version("1.0.0rc1") == "1.0.0~rc1"
    assert deb.debian_version("1.0.0") == "1.0.0"


def test_only_the_folder_for_the_desktop_is_taken_out_of_the_program(tmp_path: Path):
    program, tree = tmp_path / "Delve", tmp_path / "tree"
    for name in ("delve.desktop", "delve-mime.xml", "delve.svg", *(f"delve-{size}.png" for size in SIZES)):
        (program / "share").mkdir(parents=True, exist_ok=True)
        (program / "share" / name).touch()
    needed = ("_internal/package/share/zones", "_internal/share/more")
    listed = "_internal/delve_desktop/_resources/licences/components.json"
    for name in (*needed, listed):
        (program / name).parent.mkdir(parents=True)
        (program / name).write_text("[]", encoding="utf-8")
    deb._lay_out(program, tree)
    assert [name for name in needed if not (tree / "usr/lib/delve" / name).is_file()] == []
    assert not (tree / "usr/lib/delve/share").exists()
    assert (tree / "usr/share/applications/delve.desktop").is_file()


def test_a_library_whose_package_nobody_named_ends_the_build(tmp_path: Path, monkeypatch):
    (tmp_path / "program").write_bytes(b"\x7fELF")
    (tmp_path / "libinside.so").write_bytes(b"\x7fELF")
    asked = {"program": "libinside.so libc.so.6 libGL.so.1 libcups.so.2", "libinside.so": "libm.so.6"}
    monkeypatch.setattr(elf, "_needs", lambda path: asked[path.name].split())
    assert elf.needed(tmp_path) == ["libGL.so.1"]
    asked["program"] += " libstrange.so.7"
    with pytest.raises(ValueError, match=r"libstrange\.so\.7"):
        elf.needed(tmp_path)


def test_the_menu_entry_opens_the_files_that_the_window_brings_in():
    entry = (ROOT / "packaging" / "linux" / "delve.desktop").read_text(encoding="utf-8")
    kinds = (ROOT / "packaging" / "linux" / "delve-mime.xml").read_text(encoding="utf-8")
    assert "\nExec=delve %F\n" in entry
    assert "text/vcard;application/x-delve-backup;" in entry
    assert '<glob pattern="*.delve-backup"/>' in kinds


def function(name: str) -> str:
    (found,) = re.findall(rf"^{name}\(\) \{{.*?^\}}", STUB, re.MULTILINE | re.DOTALL)
    return str(found)


def carried_out(script: str, **values: Path) -> subprocess.CompletedProcess[str]:
    given = "\n".join(f"{name}='{value}'" for name, value in values.items())
    return subprocess.run(["sh", "-c", f"{given}\n{script}"], capture_output=True, text=True, check=False)


def test_a_link_that_somebody_else_made_is_kept(tmp_path: Path):
    data, program, command = tmp_path / "data", tmp_path / "program", tmp_path / "delve"
    (program / "share").mkdir(parents=True)
    for name in ("delve.svg", "delve-mime.xml", "delve.desktop", *(f"delve-{size}.png" for size in SIZES)):
        (program / "share" / name).touch()
    script = (
        f"{function('quote')}\n{function('put')}\n{function('make_entries')}\n"
        'home=$data; say() { echo "$1"; }; tell_the_desktop() { :; }; make_entries'
    )
    command.symlink_to(tmp_path / "another")
    told = carried_out(script, data=data, program=program, command=command)
    assert (told.stdout, command.readlink()) == ("kept_command\n", tmp_path / "another")
    command.unlink()
    for _ in range(2):
        told = carried_out(script, data=data, program=program, command=command)
        assert (told.stdout, command.readlink()) == ("", program / "delve")


@pytest.mark.processes
def test_a_program_that_runs_is_found_in_a_home_that_is_a_link(tmp_path: Path):
    home = tmp_path / "true home"
    (home / "delve").mkdir(parents=True)
    (tmp_path / "home").symlink_to(home)
    shutil.copy("/bin/sleep", home / "delve" / "delve")
    script = f'{function("is_running")}\nis_running "$program"'
    with subprocess.Popen([home / "delve" / "delve", "60"]) as running:
        found = carried_out(script, program=tmp_path / "home" / "delve")
        running.kill()
    assert found.returncode == 0
    assert carried_out(script, program=tmp_path / "home" / "delve").returncode == 1


def test_the_pictures_that_are_put_there_are_taken_away_again():
    assert f"for size in {' '.join(map(str, SIZES))}; do" in function("make_entries")
    for size in SIZES:
        assert f'"$icons/{size}x{size}/apps/delve.png"' in function("uninstall")
        assert f'"$icons/{size}x{size}/apps" "$icons/{size}x{size}"' in function("clean_up")
