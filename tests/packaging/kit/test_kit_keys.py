"""The keys that sign kits: kept behind a passphrase, on paper, and replaced."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kit_keys
from delve_desktop.crypto.kdf import FLOOR, KdfParams
from delve_desktop.domain.errors import DelveError, InvalidContent, Mistaken, NotFound, WrongPassphrase
from delve_desktop.services.kit.keys import KitKeys, known_keys
from delve_desktop.services.kit.paths import ROTATION
from kit_keys import SecretKey, from_paper, to_paper
from public_pair import KEYS_NAME, begin, public_keys, renew_offline, rotate

PASSPHRASE = "copper ladder morning river window seven"


def secret(number: int, kind: str = "release") -> SecretKey:
    return SecretKey(kind, bytes([number]) * 32)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "release.key"
    secret(1).write(path, PASSPHRASE, FLOOR)
    return path


def test_a_key_comes_back_by_its_passphrase_only(file):
    assert SecretKey.read(file, PASSPHRASE) == secret(1)
    with pytest.raises(WrongPassphrase):
        SecretKey.read(file, PASSPHRASE + " x")
    assert secret(1).seed.hex() not in file.read_text(encoding="ascii")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_every_flipped_byte_of_the_file_is_refused(file):
    whole = file.read_bytes()
    for at in range(0, len(whole), 7):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(DelveError):
            SecretKey.read(file, PASSPHRASE)


def test_a_weak_passphrase_or_a_repository_is_refused(tmp_path):
    with pytest.raises(InvalidContent, match="will not do"):
        secret(1).write(tmp_path / "key", "password", FLOOR)
    (tmp_path / ".git").mkdir()
    (tmp_path / "deep").mkdir()
    with pytest.raises(InvalidContent, match="repository"):
        secret(1).write(tmp_path / "deep" / "key", PASSPHRASE, FLOOR)
    assert list((tmp_path / "deep").iterdir()) == []


def test_nothing_is_written_over(file):
    with pytest.raises(InvalidContent, match="already a file"):
        secret(2).write(file, PASSPHRASE, FLOOR)
    with pytest.raises(NotFound):
        SecretKey.read(file.with_name("none"), PASSPHRASE)


def test_24_words_on_paper_are_the_key():
    words = to_paper(secret(5, "offline"))
    assert len(words.split()) == 24
    assert from_paper("offline", f"  {words.upper()}\n") == secret(5, "offline")
    swapped = words.split()
    swapped[3], swapped[4] = "zoo", "abandon"
    for wrong in (" ".join(swapped), words.rsplit(" ", 1)[0], ""):
        with pytest.raises(InvalidContent, match="24 words"):
            from_paper("offline", wrong)


def test_keys_begin_once_and_are_then_rotated(tmp_path):
    first = begin(secret(1), secret(2, "offline"), tmp_path)
    assert known_keys(tmp_path / "keys.txt") == first == public_keys(tmp_path)
    with pytest.raises(InvalidContent, match="already"):
        begin(secret(3), secret(4, "offline"), tmp_path)
    with pytest.raises(Mistaken, match="Only the offline key"):
        rotate(secret(1), secret(3), secret(4, "offline"), 7, tmp_path)
    second = rotate(secret(2, "offline"), secret(3), secret(4, "offline"), 7, tmp_path)
    third = rotate(secret(4, "offline"), secret(5), secret(6, "offline"), 8, tmp_path)
    rotations = (tmp_path / "ROTATION.txt").read_bytes()
    assert first.after(rotations) == second.after(rotations) == third == public_keys(tmp_path)
    assert third == KitKeys(3, secret(5).public, secret(6).public)


def test_a_lost_offline_key_is_renewed_under_the_same_release_key(tmp_path):
    first = begin(secret(1), secret(2, "offline"), tmp_path)
    second = rotate(secret(2, "offline"), secret(3), secret(4, "offline"), 7, tmp_path)
    renewed = renew_offline(secret(7, "offline"), tmp_path)
    assert public_keys(tmp_path) == renewed == KitKeys(3, second.release, secret(7).public)
    # whoever knows only the first pair is still led to the release key
    assert first.after((tmp_path / "ROTATION.txt").read_bytes()).release == renewed.release
    third = rotate(secret(7, "offline"), secret(5), secret(6, "offline"), 8, tmp_path)
    assert renewed.after((tmp_path / "ROTATION.txt").read_bytes()) == third == public_keys(tmp_path)


def test_a_link_into_a_repository_is_no_way_around(tmp_path):
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "deep").mkdir()
    (tmp_path / "stick").symlink_to(tmp_path / "repository" / "deep")
    with pytest.raises(InvalidContent, match="repository"):
        secret(1).write(tmp_path / "stick" / "key", PASSPHRASE, FLOOR)


def test_a_key_is_known_by_six_words_in_each_language():
    words = {kit_keys.words_of(secret(1).public, language) for language in ("en", "fr", "es", "pt")}
    assert {len(one) for one in words} == {6}
    assert len(words) == 4
    assert kit_keys.words_of(secret(1).public, "en") != kit_keys.words_of(secret(2).public, "en")


@pytest.mark.processes
def test_the_command_shows_a_key_and_says_mistakes_in_one_sentence(file, tmp_path):
    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, kit_keys.__file__, *map(str, arguments)]
        return subprocess.run(command, check=False, capture_output=True, encoding="utf-8")

    (tmp_path / "words").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    shown = run("show", file)
    assert shown.returncode == 0
    assert " ".join(kit_keys.fingerprint(secret(1).public)) in shown.stdout
    paper = run("paper", file, "--passphrase-file", tmp_path / "words")
    assert from_paper("release", paper.stdout) == secret(1)
    lost = run("show", tmp_path / "none")
    assert (lost.returncode, lost.stderr.count("\n")) == (1, 1)


class Kept:
    """The keys of a project, and the command over them with the cheapest passphrases."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.public, self.stick = folder / "kit", folder / "stick"
        self.stick.mkdir()
        self.words = folder / "words"
        self.words.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        self._patch = monkeypatch
        monkeypatch.setattr(kit_keys, "PUBLIC", self.public)
        self.begun = 0  # how often keys were about to be written
        monkeypatch.setattr(kit_keys, "calibrate", self._floor)

    def _floor(self, _seconds: float) -> KdfParams:
        self.begun += 1
        return FLOOR

    def run(self, command: str, **files: str) -> int:
        given = [(f"--{name.replace('_', '-')}", str(self.stick / file)) for name, file in files.items()]
        words = ["--passphrase-file", str(self.words)]
        if command == "rotate":
            words += ["--old-passphrase-file", str(self.words.with_name("words"))]
        flat = [part for pair in given for part in pair]
        self._patch.setattr(sys, "argv", ["kit_keys.py", command, *flat, *words])
        return kit_keys.main()

    def rotate(self) -> int:
        return self.run("rotate", old_offline="b", release="c", offline="d")

    def files(self) -> dict[Path, bytes]:
        return {
            path: path.read_bytes()
            for folder in (self.public, self.stick)
            for path in folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def kept(tmp_path, monkeypatch):
    made = Kept(tmp_path, monkeypatch)
    assert made.run("make", release="a", offline="b") == 0
    return made


def test_the_command_makes_rotates_and_renews(kept):
    first = public_keys(kept.public)
    assert kept.rotate() == 0
    second = public_keys(kept.public)
    assert first.after((kept.public / ROTATION).read_bytes()) == second
    assert kept.run("renew-offline", offline="e") == 0
    assert public_keys(kept.public).release == second.release
    assert SecretKey.read(kept.stick / "e", PASSPHRASE).public == public_keys(kept.public).offline
    assert {path.name for path in kept.files()} == {*"abcde", KEYS_NAME, ROTATION}


def other_words(kept: Kept, text: str) -> None:
    kept.words = kept.words.with_name("other")
    kept.words.write_text(text, encoding="utf-8")


# what is wrong before `rotate` is called, and a part of the one sentence that says so
FAULTS: dict[str, tuple[Callable[[Kept], object], str]] = {
    "no keys yet": (lambda kept: (kept.public / KEYS_NAME).unlink(), "no keys in .* yet"),
    "keys that are none": (
        lambda kept: (kept.public / KEYS_NAME).write_bytes(b"\xff"),
        "no file of the keys",
    ),
    "another offline key": (
        lambda kept: (kept.public / KEYS_NAME).write_text(KitKeys(1, b"1" * 32, b"2" * 32).text()),
        "Only the offline key",
    ),
    "begun and not ended": (
        lambda kept: (kept.public / ROTATION).write_bytes(
            public_keys(kept.public).rotated(
                b"1" * 32, b"2" * 32, 7, SecretKey.read(kept.stick / "b", PASSPHRASE)
            )
        ),
        "names later keys",
    ),
    "rotations that are none": (
        lambda kept: (kept.public / ROTATION).write_bytes(b"x"),
        "cut short or was changed",
    ),
    "the second file is there": (lambda kept: (kept.stick / "d").touch(), "already a file"),
    "a weak passphrase": (lambda kept: other_words(kept, "password\n"), "will not do"),
    "a passphrase in other signs": (
        lambda kept: kept.words.with_name("words").write_bytes(b"\xff"),
        "cannot be read",
    ),
    "no passphrase file": (lambda kept: kept.words.unlink(), "cannot be read"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_rotation_that_will_not_do_is_one_sentence_and_writes_nothing(kept, capsys, fault):
    change, said = FAULTS[fault]
    change(kept)
    before = kept.files()
    capsys.readouterr()
    assert kept.rotate() == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert re.search(said, err), err
    assert (kept.files(), kept.begun) == (before, 1)


def test_one_file_for_both_keys_is_refused_before_either_is_written(kept, capsys):
    before = kept.files()
    assert kept.run("rotate", old_offline="b", release="c", offline="c") == 1
    assert "a file of its own" in capsys.readouterr().err
    assert kept.run("rotate", old_offline="b", release="none/c", offline="d") == 1
    assert "There is no folder" in capsys.readouterr().err
    assert (kept.files(), kept.begun) == (before, 1)


@pytest.mark.parametrize("command", ["make", "renew-offline"])
def test_without_or_with_keys_the_wrong_command_makes_no_secret(kept, capsys, command):
    if command == "make":
        code = kept.run("make", release="c", offline="d")
    else:
        (kept.public / KEYS_NAME).unlink()
        code = kept.run("renew-offline", offline="d")
    assert (code, capsys.readouterr().err.count("\n")) == (1, 1)
    assert {path.name for path in kept.stick.iterdir()} == {"a", "b"}
    assert kept.begun == 1


@pytest.mark.parametrize("name", [KEYS_NAME, ROTATION])
def test_a_disk_that_fills_up_in_between_leaves_what_was_there(kept, capsys, monkeypatch, name):
    before = kept.files()
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.name == name:
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)
    assert kept.rotate() == 1
    assert "No space left on device" in capsys.readouterr().err
    assert kept.files() == before
