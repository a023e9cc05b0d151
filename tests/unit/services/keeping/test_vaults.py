"""Which vaults a laptop has, and what the start page may know of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from delve_desktop.crypto import header_pair
from delve_desktop.services.keeping import vaults
from delve_desktop.services.keeping.vaults import folder_for, is_vault, known_vaults, name_of, remember_name


def made(folder: Path, header: str = header_pair.HEADER) -> Path:
    folder.mkdir(parents=True)
    (folder / header).touch()
    return folder


def test_the_names_of_header_files_are_those_that_are_written() -> None:
    assert vaults.HEADERS == (header_pair.HEADER, header_pair.SPARE)


def test_vaults_are_listed_by_the_name_they_say(tmp_path: Path) -> None:
    assert known_vaults(tmp_path / "nowhere") == []
    remember_name(made(tmp_path / "a"), "Zawadi")
    made(tmp_path / "neema", header_pair.SPARE)  # its header is lost
    (tmp_path / "no vault").mkdir()
    (tmp_path / "file").touch()
    assert [(one.name, one.folder.name) for one in known_vaults(tmp_path)] == [
        ("neema", "neema"),
        ("Zawadi", "a"),
    ]
    assert not is_vault(tmp_path / "no vault")


@pytest.mark.parametrize(
    "content, name",
    [
        (b"", "folder"),
        (b" \n\n", "folder"),
        (b"Ana  Mar\xc3\xada\nand more\n", "Ana Mar\u00eda and more"),
        (b"\xff\xfe", "\ufffd\ufffd"),
    ],
)
def test_any_name_file_gives_some_name(tmp_path: Path, content: bytes, name: str) -> None:
    folder = made(tmp_path / "folder")
    (folder / "who.txt").write_bytes(content)
    assert name_of(folder) == name
    (folder / "who.txt").unlink()
    (folder / "who.txt").mkdir()
    assert name_of(folder) == "folder"


@pytest.mark.parametrize(
    "name, folder", [("Ana M.", "Ana-M"), ("CON", "CON-"), ("///", "person"), ("x" * 99, "x" * 40)]
)
def test_a_new_vault_gets_a_folder_of_its_own(tmp_path: Path, name: str, folder: str) -> None:
    assert folder_for(tmp_path, name) == tmp_path / folder
    (tmp_path / folder).mkdir()
    assert folder_for(tmp_path, name) == tmp_path / f"{folder}-2"


def test_asking_loads_nothing_that_takes_time() -> None:
    """The start page asks before anything else is there."""
    program = (
        "import sys\nimport delve_desktop.services.keeping.vaults\n"
        "heavy = ('sqlalchemy', 'cryptography', 'msgspec', 'sqlcipher3')\n"
        "print([one for one in heavy if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert done.stdout.strip() == "[]"


def test_a_folder_that_is_closed_to_this_account_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mine", "theirs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / vaults.HEADERS[0]).touch()
    ask = Path.exists

    def closed(path: Path) -> bool:
        if path.parent.name == "theirs":
            raise PermissionError(13, "Permission denied")
        return ask(path)

    monkeypatch.setattr(Path, "exists", closed)
    assert [one.folder.name for one in known_vaults(tmp_path)] == ["mine"]
    monkeypatch.setattr(Path, "iterdir", lambda _path: closed(tmp_path / "theirs" / "x"))
    assert known_vaults(tmp_path) == []
