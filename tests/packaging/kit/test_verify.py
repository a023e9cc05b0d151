"""What checks a kit before Delve is installed says what the program says, of whole kits and of others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from delve_desktop.domain.errors import DelveError
from delve_desktop.services.kit.checking import check_kit, open_kit
from delve_desktop.services.kit.manifest import TAG
from delve_desktop.services.kit.paths import LIST, ROTATION
from kit_sentences import LANGUAGES, sentences
from tests.unit.services.kit.making import (
    FILES,
    KEYS,
    NEXT_OFFLINE,
    NEXT_RELEASE,
    OFFLINE,
    RELEASE,
    STRANGER,
    Key,
    make,
)

from .conftest import NUMBER, run

pytestmark = [
    pytest.mark.processes,
    pytest.mark.timeout(900),  # the first run on a machine fetches the source of the library
    pytest.mark.skipif(
        not sys.platform.startswith("linux"), reason="the programs for other systems run there"
    ),
]
SETUP = "windows/Delve-0.2.0-setup.exe"
ROTATED = KEYS.rotated(NEXT_RELEASE.public, NEXT_OFFLINE.public, 1795678900, OFFLINE)


def changed(path: str, at: int) -> Callable[[Path], object]:
    def change(kit: Path) -> None:
        data = bytearray((kit / path).read_bytes())
        data[at] ^= 1
        (kit / path).write_bytes(data)

    return change


def replaced(old: bytes, new: bytes) -> Callable[[Path], object]:
    """Another list, signed all the same."""

    def change(kit: Path) -> None:
        body = (kit / LIST).read_bytes().rpartition(b"signature ")[0]
        assert old in body
        body = body.replace(old, new)
        (kit / LIST).write_bytes(body + b"signature " + RELEASE(TAG, body).hex().encode() + b"\n")

    return change


def swap(kit: Path) -> None:
    one, other = kit / "START-HERE.html", kit / "help/en/notes.html"
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)


def link(kit: Path) -> None:
    (kit / SETUP).rename(kit.parent / "elsewhere")
    (kit / SETUP).symlink_to(kit.parent / "elsewhere")


def link_folder(kit: Path) -> None:
    (kit / "help").rename(kit.parent / "help")
    (kit / "help").symlink_to(kit.parent / "help")


def instead(name: str, make_other: Callable[[Path], object]) -> Callable[[Path], object]:
    """Something else under the name of a file."""

    def change(kit: Path) -> None:
        (kit / name).unlink()
        make_other(kit / name)

    return change


def link_list(kit: Path) -> None:
    (kit / LIST).rename(kit.parent / "list")
    (kit / LIST).symlink_to(kit.parent / "list")


def cut(name: str, size: int) -> Callable[[Path], object]:
    return lambda kit: os.truncate(kit / name, size)


def put(name: str, data: bytes = b"") -> Callable[[Path], object]:
    return lambda kit: Path(os.fsdecode(os.fsencode(kit) + b"/" + os.fsencode(name))).write_bytes(data)


# what is done to a kit, the sentence that every program has for it, and what it names
CASES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "flipped first": (changed(SETUP, 0), "CHANGED", SETUP),
    "flipped last": (changed(SETUP, -1), "CHANGED", SETUP),
    "swapped": (swap, "CHANGED", "START-HERE.html"),
    "cut": (cut(SETUP, 100), "CHANGED", SETUP),
    "emptied": (cut("help/en/notes.html", 0), "CHANGED", "help/en/notes.html"),
    "longer": (put("windows/empty", b"x"), "CHANGED", "windows/empty"),
    "missing": (lambda kit: (kit / SETUP).unlink(), "MISSING", SETUP),
    "folder missing": (lambda kit: shutil.rmtree(kit / "help"), "MISSING", "help/en/notes.html"),
    "extra": (put("autorun.inf"), "TOO_MANY", "autorun.inf"),
    "extra below": (put("help/en/x.html"), "TOO_MANY", "help/en/x.html"),
    "extra folder": (lambda kit: (kit / "more").mkdir(), "TOO_MANY", "more"),
    "renamed by case": (
        lambda kit: (kit / SETUP).rename(kit / SETUP.lower()),
        "TOO_MANY",
        SETUP.lower(),
    ),
    "link": (link, "NOT_PLAIN", SETUP),
    "linked folder": (link_folder, "NOT_PLAIN", "help"),
    "folder for a file": (instead(SETUP, Path.mkdir), "NOT_PLAIN", SETUP),
    "pipe": (instead(SETUP, os.mkfifo), "NOT_PLAIN", SETUP),
    "pipe for the list": (instead(LIST, os.mkfifo), "NOT_PLAIN", LIST),
    "link for the list": (link_list, "NOT_PLAIN", LIST),
    "list missing": (lambda kit: (kit / LIST).unlink(), "NO_KIT", "{kit}"),
    "list of a gigabyte": (cut(LIST, 2**30), "TOO_LONG", LIST),
    "list of ten million": (put(LIST, b"x\n" * 10**7), "TOO_LONG", LIST),
    "list empty": (cut(LIST, 0), "CUT_SHORT", LIST),
    "list cut": (cut(LIST, 300), "CUT_SHORT", LIST),
    "list without its end": (
        lambda kit: os.truncate(kit / LIST, (kit / LIST).stat().st_size - 1),
        "CUT_SHORT",
        LIST,
    ),
    "list flipped": (changed(LIST, 30), "NOT_SIGNED", LIST),
    "signature flipped": (changed(LIST, -4), "NOT_SIGNED", LIST),
    "list of another form": (replaced(b"manifest 1", b"manifest 2"), "NEEDS_NEWER", LIST),
    "list signed, no list": (replaced(b"files 4", b"files 5"), "NO_LIST", LIST),
    "list with a way out": (replaced(b"windows/empty", b"windows/../up"), "NO_LIST", LIST),
    "list with a drive": (replaced(b"windows/empty", b"C:/windows/e"), "NO_LIST", LIST),
    "list, not UTF-8": (replaced(b"windows/empty", b"windows/\xff\xfe"), "NO_LIST", LIST),
    "list with a zero": (replaced(b"windows/empty", b"windows/em\0ty"), "NO_LIST", LIST),
    "other channel": (replaced(b"channel release", b"channel trial"), "OTHER_CHANNEL", LIST),
    "older": (replaced(b"number 20001", b"number 10099"), "OLDER", "0.2.0"),
    "newline": (put("a\nb"), "TOO_MANY", "a"),
    "right to left": (put("\u202eexe.txt"), "TOO_MANY", ""),
    "not UTF-8": (put(os.fsdecode(b"\xff\xfe.txt")), "TOO_MANY", "?"),
    "long": (put("x" * 255), "TOO_MANY", "x" * 100),
    "escape": (put("\x1b[2J"), "TOO_MANY", "?[2J"),
    "rotation by a stranger": (
        put(ROTATION, KEYS.rotated(NEXT_RELEASE.public, NEXT_OFFLINE.public, 1, STRANGER)),
        "NOT_BY_OLD_KEY",
        ROTATION,
    ),
    "rotation by the release key": (
        put(ROTATION, KEYS.rotated(NEXT_RELEASE.public, NEXT_OFFLINE.public, 1, RELEASE)),
        "NOT_BY_OLD_KEY",
        ROTATION,
    ),
    "rotation of other keys": (
        put(
            ROTATION,
            type(KEYS)(4, Key(7).public, Key(8).public).rotated(STRANGER.public, STRANGER.public, 1, Key(8)),
        ),
        "OTHER_KEYS",
        ROTATION,
    ),
    "rotation from a stranger's keys": (
        put(
            ROTATION,
            type(KEYS)(1, STRANGER.public, STRANGER.public).rotated(
                STRANGER.public, STRANGER.public, 1, STRANGER
            ),
        ),
        "OTHER_KEYS",
        ROTATION,
    ),
    "rotation cut": (put(ROTATION, ROTATED[:-1]), "CUT_SHORT", ROTATION),
    "rotation with a tail": (put(ROTATION, ROTATED + b"x"), "CUT_SHORT", ROTATION),
    "rotation later": (put(ROTATION, ROTATED.replace(b"rotation 1", b"rotation 2")), "NEEDS_NEWER", ROTATION),
    "rotation endless": (put(ROTATION, b"x" * 20_000), "TOO_LONG", ROTATION),
    "old key after a rotation": (put(ROTATION, ROTATED), "NOT_SIGNED", LIST),
}


@pytest.fixture
def kit(tmp_path):
    return make(tmp_path / "kit")


@pytest.fixture(params=["program", "portable", pytest.param("windows", marks=pytest.mark.dist)])
def verify(request):
    """A command that checks a kit."""
    if request.param == "program":
        return [request.getfixturevalue("built")]
    if request.param == "windows":
        return ["wine", request.getfixturevalue("built_windows")]
    version = subprocess.run(["openssl", "version"], check=False, capture_output=True, text=True).stdout
    if not version.startswith("OpenSSL 3"):
        pytest.skip("needs openssl 3")
    return ["sh", request.getfixturevalue("script"), "--portable"]


def expected(name: str, about: str, language: str = "en") -> str:
    return sentences()[name][language].replace("{0}", about)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_kit_passes_in_every_language(kit, verify, language):
    (kit / "System Volume Information").mkdir()
    (kit / "System Volume Information" / "x").touch()
    (kit / "help" / "._en").touch()
    assert run(*verify, kit, language=f"{language}_XX.UTF-8") == (
        0,
        f"{expected('WHOLE', '0.2.0', language)}\n",
        "",
    )


@pytest.mark.parametrize("case", CASES)
def test_every_fault_is_one_sentence(kit, verify, case):
    if "wine" in verify and case in ("link", "link for the list"):
        pytest.skip("wine follows links as if there were none")
    change, name, about = CASES[case]
    change(kit)
    code, out, err = run(*verify, kit)
    beginning, _, end = sentences()[name]["en"].partition("{0}")
    assert (code, out) == (1, "")
    assert err.startswith(beginning + about.format(kit=kit))
    assert err.endswith(f"{end}\n")
    assert err.count("\n") == 1
    assert err[:-1].isprintable()
    with pytest.raises(DelveError):  # and so does the program
        check_kit(open_kit(kit, KEYS, at_least=NUMBER))


def test_rotated_keys_count(tmp_path, verify):
    folder = make(tmp_path / "kit", sign=NEXT_RELEASE)
    assert run(*verify, folder)[2] == f"{expected('NOT_SIGNED', LIST)}\n"
    (folder / ROTATION).write_bytes(ROTATED)
    assert run(*verify, folder)[0] == 0
    third = Key(8), Key(9)
    second = type(KEYS)(2, NEXT_RELEASE.public, NEXT_OFFLINE.public)
    (folder / ROTATION).write_bytes(
        ROTATED + second.rotated(third[0].public, third[1].public, 2, NEXT_OFFLINE)
    )
    assert run(*verify, folder)[0] == 1
    make(folder, sign=third[0])
    assert run(*verify, folder)[0] == 0


def test_a_copy_is_checked_and_whole(kit, verify, tmp_path):
    code, out, err = run(*verify, "--copy-to", tmp_path / "new", kit)
    assert (code, err) == (0, "")
    assert out.splitlines()[1] == expected("COPIED", str(tmp_path / "new"))
    check_kit(open_kit(tmp_path / "new", KEYS))
    assert run(*verify, "--copy-to", tmp_path / "new", kit)[2] == (
        f"{expected('THERE_ALREADY', str(tmp_path / 'new'))}\n"
    )


def test_no_copy_is_left_of_a_kit_that_is_not_whole(kit, verify, tmp_path):
    changed(SETUP, -1)(kit)
    assert run(*verify, "--copy-to", tmp_path / "new", kit)[2] == f"{expected('CHANGED', SETUP)}\n"
    assert [one.name for one in tmp_path.iterdir()] == ["kit"]


def test_what_makes_no_sense_is_told(verify, kit):
    for wrong in (["--delete", kit], [kit, kit], ["--copy-to"]):
        assert run(*verify, *wrong) == (2, "", f"{expected('USAGE', '')}\n")


def test_the_script_runs_the_program_from_the_local_disk(built, script, tmp_path):
    data = {**FILES, "verify.sh": script.read_bytes(), built.name: built.read_bytes()}
    folder = make(tmp_path / "kit", data)  # without the right to run anything, as on a stick
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    assert run("sh", folder / "verify.sh", scratch=scratch) == (0, f"{expected('WHOLE', '0.2.0')}\n", "")
    code, out, _ = run("sh", folder / "verify.sh", "--copy-to", tmp_path / "new", language="fr_CD.UTF-8")
    assert (code, out.splitlines()[1]) == (0, expected("COPIED", str(tmp_path / "new"), "fr"))
    assert list(scratch.iterdir()) == []


SPEAKS = b'#!/bin/sh\necho "from ${0%/*/verify}"\n'


@pytest.mark.parametrize("spoilt", ["gone", "file"])
def test_the_script_goes_elsewhere_when_the_folder_for_temporary_files_will_not_do(
    kit, script, tmp_path, spoilt
):
    scratch = tmp_path / spoilt
    if spoilt == "file":
        scratch.touch()
    folder = make(tmp_path / "with program", {**FILES, "verify-linux-x86_64": SPEAKS})
    shutil.copyfile(script, folder / "verify.sh")
    assert run("sh", folder / "verify.sh", scratch=scratch) == (0, "from /tmp\n", "")
    assert run("sh", script, "--portable", kit, scratch=scratch) == (0, f"{expected('WHOLE', '0.2.0')}\n", "")


def test_the_script_says_when_nothing_can_be_written(kit, script, tmp_path):
    text = script.read_text(encoding="utf-8")
    assert text.count(" /tmp") == text.count('"$CACHE"') == 2
    text = text.replace(" /tmp", " /dev/null").replace('"$CACHE"', "/dev/null")
    (tmp_path / "verify.sh").write_text(text, encoding="utf-8")
    for option in ((), ("--portable",)):
        done = run("sh", tmp_path / "verify.sh", *option, kit, scratch=tmp_path / "gone")
        assert done == (1, "", f"{expected('NOT_WRITTEN', str(tmp_path / 'gone'))}\n")
