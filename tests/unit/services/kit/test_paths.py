"""Names that a file of a kit may have."""

from __future__ import annotations

import pytest

from delve_desktop.services.kit.paths import PATH_MAX, is_allowed, is_of_system, shown


@pytest.mark.parametrize(
    "path",
    ["a", "START-HERE.html", "windows/Delve-0.1.0-setup.exe", "a/b/c/d/e/f", "console.txt", "x" * PATH_MAX],
)
def test_ordinary_names_are_allowed(path):
    assert is_allowed(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a",
        "a/",
        "a//b",
        "..",
        "a/../b",
        ".",
        "./a",
        ".hidden",
        "C:a",
        "C:/a",
        "a\\b",
        "\\\\host\\share",
        "con",
        "CON.txt",
        "x/Nul.tar.gz",
        "com1",
        "LPT9.log",
        "a.",
        "a ",
        "a b",
        "x/ a",
        "a:stream",
        "what?",
        "star*",
        "tilde~1",
        "caf\u00e9",
        "\u202eexe.txt",
        "a\u200bb",
        "a\nb",
        "a\0b",
        "\u212aelvin",  # the sign that becomes k where capitals do not count
        "a/b/c/d/e/f/g",
        "x" * (PATH_MAX + 1),
        "MANIFEST.txt",
        "manifest.TXT",
        "rotation.txt",
    ],
)
def test_others_are_not(path):
    assert not is_allowed(path)


def test_what_systems_put_on_a_stick_is_no_file_too_many():
    assert is_of_system("System Volume Information", at_top=True, is_folder=True)
    assert is_of_system("._notes.html", at_top=False, is_folder=False)
    assert not is_of_system("System Volume Information", at_top=False, is_folder=True)
    assert not is_of_system("System Volume Information", at_top=True, is_folder=False)
    assert not is_of_system("autorun.inf", at_top=True, is_folder=False)


def test_a_name_in_a_sentence_steers_nothing():
    assert shown("a\u202eb\n\x1b[2Jc") == "a?b??[2Jc"
    assert shown("été") == "été"
    assert len(shown("x" * 100_000)) < 200
