"""A kit that is whole passes; whatever is done to it is noticed, and the file is named in one sentence."""

from __future__ import annotations

import os
import tracemalloc

import pytest

from delve_desktop.domain.errors import Damaged, DelveError, InvalidContent, NotFound
from delve_desktop.services.kit.checking import check_kit, check_update, open_kit
from delve_desktop.services.kit.copying import copy_kit
from delve_desktop.services.kit.manifest import SIZE_MAX
from delve_desktop.services.kit.paths import LIST, ROTATION

from .making import FILES, KEYS, NEXT_OFFLINE, NEXT_RELEASE, OFFLINE, STRANGER, make

SETUP = "windows/Delve-0.2.0-setup.exe"


@pytest.fixture
def kit(tmp_path):
    return make(tmp_path / "kit")


def check(folder, **options):
    opened = open_kit(folder, KEYS, **options)
    check_kit(opened)
    return opened


def refused(folder, kind: type[DelveError] = Damaged, **options) -> str:
    with pytest.raises(kind) as caught:
        check(folder, **options)
    said = str(caught.value)
    assert said.count("\n") == 0
    assert said.endswith(".")
    return said


def test_a_whole_kit_passes(kit):
    opened = check(kit)
    assert (opened.manifest.product, len(opened.manifest.files)) == ("0.2.0", len(FILES))
    assert opened.size == sum(map(len, FILES.values()))


def test_progress_reaches_the_end(kit):
    told = []
    check_kit(open_kit(kit, KEYS), lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1] == open_kit(kit, KEYS).size


@pytest.mark.parametrize("path", [path for path, data in FILES.items() if data])
def test_a_flipped_byte_anywhere_in_a_file_is_named(kit, path):
    whole = FILES[path]
    for at in {0, len(whole) // 2, len(whole) - 1}:
        (kit / path).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert refused(kit) == f"{path} was changed or cut short."


@pytest.mark.parametrize("path", FILES)
def test_a_longer_or_shorter_file_is_named(kit, path):
    (kit / path).write_bytes(FILES[path] + b"x")
    assert refused(kit) == f"{path} was changed or cut short."
    if FILES[path]:
        (kit / path).write_bytes(FILES[path][:-1])
        assert refused(kit) == f"{path} was changed or cut short."


def test_two_swapped_files_are_noticed(tmp_path):
    folder = make(tmp_path / "kit", {"a.exe": b"12345", "b.exe": b"67890"})
    (folder / "a.exe").rename(folder / "c")
    (folder / "b.exe").rename(folder / "a.exe")
    (folder / "c").rename(folder / "b.exe")
    assert refused(folder) == "a.exe was changed or cut short."


def test_a_missing_file_or_folder_is_named(kit):
    (kit / "help/en/notes.html").unlink()
    assert refused(kit) == "help/en/notes.html is missing."
    (kit / "help/en").rmdir()
    assert refused(kit) == "help/en/notes.html is missing."


@pytest.mark.parametrize(
    "extra", ["autorun.inf", "windows/dwmapi.dll", "help/en/x/y", "folder/", "System Volume Information.exe"]
)
def test_a_file_too_many_is_named(kit, extra):
    place = kit / extra
    place.parent.mkdir(parents=True, exist_ok=True)
    place.mkdir() if extra.endswith("/") else place.write_bytes(b"")
    assert "does not belong to this kit" in refused(kit)


def test_what_systems_put_on_a_stick_is_passed_over(kit):
    (kit / "System Volume Information").mkdir()
    (kit / "System Volume Information" / "IndexerVolumeGuid").write_bytes(b"x")
    (kit / "._START-HERE.html").write_bytes(b"x")
    (kit / ".DS_Store").write_bytes(b"x")
    check(kit)


def test_a_name_in_other_capitals_is_another_name(kit):
    (kit / SETUP).rename(kit / SETUP.replace("Delve", "delve"))
    assert refused(kit) == "windows/delve-0.2.0-setup.exe does not belong to this kit."


@pytest.mark.skipif(os.name == "nt", reason="needs file names that Windows does not have")
@pytest.mark.parametrize(
    "name", ["\u202eexe.txt", "a\nb", "\x1b[2J", b"\xff\xfe".decode("utf-8", "surrogateescape"), "x" * 255]
)
def test_a_strange_name_is_one_sentence(kit, name):
    (kit / name).write_bytes(b"")
    said = refused(kit)
    assert "does not belong to this kit" in said
    assert said.isprintable()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_no_files(kit, tmp_path):
    (kit / SETUP).rename(tmp_path / "elsewhere")
    (kit / SETUP).symlink_to(tmp_path / "elsewhere")
    assert refused(kit) == f"{SETUP} is no plain file."
    (kit / SETUP).unlink()
    (tmp_path / "elsewhere").rename(kit / SETUP)
    (kit / "help").rename(tmp_path / "help")
    (kit / "help").symlink_to(tmp_path / "help")
    assert refused(kit) == "help is no plain file."


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_in_place_of_a_file_holds_nothing_up(kit):
    for name in (SETUP, LIST):
        (kit / name).unlink()
        os.mkfifo(kit / name)
        assert "is no plain file" in refused(kit)


def test_a_folder_in_place_of_a_file_is_named(kit):
    (kit / SETUP).unlink()
    (kit / SETUP).mkdir()
    assert refused(kit) == f"{SETUP} is no plain file."


def test_no_kit_is_said(tmp_path):
    assert "There is no kit in" in refused(tmp_path, NotFound)
    assert "There is no kit in" in refused(tmp_path / "nowhere", NotFound)


def test_a_list_of_a_gigabyte_is_refused_without_reading_it(kit):
    with (kit / LIST).open("r+b") as file:
        file.truncate(2**30)
    tracemalloc.start()
    try:
        assert refused(kit) == f"{LIST} is longer than it can be."
        assert tracemalloc.get_traced_memory()[1] < 4 * SIZE_MAX
    finally:
        tracemalloc.stop()


def test_an_older_list_with_newer_files_is_noticed(tmp_path):
    older = make(tmp_path / "older", {"a.exe": b"old"}, product="0.1.0", number=10001)
    folder = make(tmp_path / "kit", {"a.exe": b"new"})
    (folder / LIST).write_bytes((older / LIST).read_bytes())
    assert refused(folder) == "a.exe was changed or cut short."


def test_a_kit_older_than_the_program_is_refused(kit):
    check(kit, at_least=20000)
    assert refused(kit, InvalidContent, at_least=20100) == (
        "This kit holds 0.2.0, which is older than this program."
    )


def test_a_program_that_is_too_old_for_the_kit_is_told(kit):
    opened = open_kit(kit, KEYS)
    check_update(opened, "0.1.0")
    with pytest.raises(InvalidContent, match=r"install 0\.1\.0 first"):
        check_update(opened, "0.0.9")


def test_rotated_keys_count_and_a_rotation_by_a_stranger_does_not(tmp_path):
    folder = make(tmp_path / "kit", sign=NEXT_RELEASE)
    assert "not signed by the makers" in refused(folder)
    rotation = KEYS.rotated(NEXT_RELEASE.public, NEXT_OFFLINE.public, 1, OFFLINE)
    (folder / ROTATION).write_bytes(rotation)
    assert check(folder).keys.generation == 2
    forged = KEYS.rotated(NEXT_RELEASE.public, NEXT_OFFLINE.public, 1, STRANGER)
    (folder / ROTATION).write_bytes(forged)
    assert "not signed by the key before" in refused(folder)
    (folder / ROTATION).write_bytes(b"x" * 100_000)
    assert refused(folder) == f"{ROTATION} is longer than it can be."


def test_the_old_key_signs_nothing_after_a_rotation(kit):
    (kit / ROTATION).write_bytes(KEYS.rotated(NEXT_RELEASE.public, NEXT_OFFLINE.public, 1, OFFLINE))
    assert "not signed by the makers" in refused(kit)


def test_the_channel_is_that_of_the_key(tmp_path):
    folder = make(tmp_path / "kit", channel="development")
    assert refused(folder) == f"{LIST} is signed for development, where release is right."


def copied(folder, target):
    return copy_kit(open_kit(folder, KEYS), target)


def test_a_copy_is_a_whole_kit(kit, tmp_path):
    (kit / ".DS_Store").write_bytes(b"x")
    made = copied(kit, tmp_path / "copies" / "new")
    assert made.folder == tmp_path / "copies" / "new"
    check(made.folder)
    assert not (made.folder / ".DS_Store").exists()
    assert [one.name for one in (tmp_path / "copies").iterdir()] == ["new"]


def test_of_a_kit_that_is_not_whole_no_copy_is_left(kit, tmp_path):
    (kit / SETUP).write_bytes(FILES[SETUP][:-1] + b"x")
    with pytest.raises(Damaged, match=r"setup\.exe was changed"):
        copied(kit, tmp_path / "copies" / "new")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_copy_that_the_disk_changed_is_noticed(kit, tmp_path, monkeypatch):
    # what is read back from the local disk counts, not what the stick gave
    def lossy(folder):
        (tmp_path / "new.part" / SETUP).write_bytes(FILES[SETUP][:-1] + b"x")

    monkeypatch.setattr("delve_desktop.services.kit.copying.sync_folder", lossy)
    with pytest.raises(Damaged, match=r"setup\.exe was changed"):
        copied(make(tmp_path / "one", {SETUP: FILES[SETUP]}), tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_copy_goes_over_nothing(kit, tmp_path):
    (tmp_path / "there").write_text("mine")
    with pytest.raises(InvalidContent, match="ever written over"):
        copied(kit, tmp_path / "there")
    (tmp_path / "new.part").mkdir()
    (tmp_path / "new.part" / "mine").write_text("mine")
    with pytest.raises(InvalidContent, match="A copy was begun"):
        copied(kit, tmp_path / "new")
    assert (tmp_path / "new.part" / "mine").read_text() == "mine"
