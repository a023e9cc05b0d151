"""Exports as files: whole or not there, and never in place of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from delve_desktop.domain.errors import Mistaken
from delve_desktop.services.saving import save_file, save_folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def broken():
    yield b"half"
    raise OSError("The stick was pulled.")


def test_a_file_is_written_whole(tmp_path):
    assert save_file(tmp_path / "a.vcf", [b"one", b"two"]) == 2
    assert (tmp_path / "a.vcf").read_bytes() == b"onetwo"
    assert names(tmp_path) == ["a.vcf"]


def test_a_file_that_could_not_be_finished_is_not_there(tmp_path):
    with pytest.raises(OSError, match="pulled"):
        save_file(tmp_path / "a.vcf", broken())
    assert names(tmp_path) == []


@pytest.mark.parametrize("save", [save_file, save_folder])
def test_nothing_is_ever_replaced(tmp_path, save):
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "note.md").write_text("mine", encoding="utf-8")
    for path in (taken, taken / "note.md"):
        with pytest.raises(Mistaken, match="already"):
            save(path, [])
    assert (taken / "note.md").read_text(encoding="utf-8") == "mine"
    assert names(tmp_path) == ["taken"]


def test_a_folder_may_be_new_or_empty(tmp_path):
    (tmp_path / "empty").mkdir()
    for name in ("empty", "new/deep"):
        assert save_folder(tmp_path / name, [("a.md", b"1"), ("b.md", b"2")]) == 2
        assert names(tmp_path / name) == ["a.md", "b.md"]
    assert names(tmp_path) == ["empty", "new"]


def test_a_folder_that_could_not_be_finished_is_not_there_and_leftovers_do_not_stay(tmp_path):
    (tmp_path / "notes.part").mkdir()
    (tmp_path / "notes.part" / "old.md").write_text("old", encoding="utf-8")

    def files():
        yield "a.md", b"1"
        raise OSError("The stick was pulled.")

    with pytest.raises(OSError, match="pulled"):
        save_folder(tmp_path / "notes", files())
    assert names(tmp_path) == []
    (tmp_path / "notes.part").mkdir()
    (tmp_path / "notes.part" / "old.md").write_text("old", encoding="utf-8")
    save_folder(tmp_path / "notes", [("a.md", b"1")])
    assert names(tmp_path / "notes") == ["a.md"]


@pytest.mark.parametrize("name", ["x" * 255, "ё" * 127])
def test_the_longest_name_there_is_will_do(tmp_path, name):
    assert save_file(tmp_path / name, [b"one"]) == 1
    (tmp_path / name).unlink()
    with pytest.raises(OSError, match="pulled"):
        save_file(tmp_path / name, broken())
    assert names(tmp_path) == []
    assert save_folder(tmp_path / name, [("a.md", b"1")]) == 1
    assert names(tmp_path) == [name]
