"""What a person gives the program to read may be no file: a pipe that nobody fills must hold nothing up."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from delve_desktop.domain.errors import DiskFull, InvalidContent, NotFound, WriteProtected
from delve_desktop.services.attachments.adding import seal_file
from delve_desktop.services.files import open_given, write_whole
from delve_desktop.services.keeping.restoring import restore_backup
from delve_desktop.services.session import Session
from delve_desktop.ui.bound import BoundRecords
from delve_desktop.ui.keys.code_reading import read_code
from tests.unit.services.conftest import SPACE

pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def at_once(work: Callable[[], Any]) -> BaseException | None:
    """What it raises; it is not waited for more than five seconds."""
    came: list[BaseException | None] = []

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - handed to the test
            came.append(error)
        else:
            came.append(None)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(5)
    assert came, "it waits for whoever fills the pipe"
    return came[0]


@pipes
@pytest.mark.parametrize("reader", ["contacts", "code", "attachment", "backup"])
def test_a_pipe_that_nobody_fills_is_refused_at_once(
    reader: str, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "people.vcf"
    os.mkfifo(pipe)
    read: dict[str, Callable[[], Any]] = {
        "contacts": lambda: BoundRecords(session).import_contacts(SPACE, [pipe]),
        "code": lambda: read_code(pipe),
        "attachment": lambda: seal_file(session, pipe),
        "backup": lambda: restore_backup(pipe, tmp_path / "new", "words", old_laptop_gone=True),
    }
    error = at_once(read[reader])
    assert isinstance(error, InvalidContent)
    assert str(error) == "people.vcf is no file."


@pipes
def test_a_pipe_put_in_the_place_of_a_file_is_noticed_after_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, pipe = tmp_path / "file", tmp_path / "pipe"
    file.write_bytes(b"x")
    os.mkfifo(pipe)
    looked = file.stat()
    monkeypatch.setattr(Path, "stat", lambda _path: looked)
    assert isinstance(at_once(lambda: open_given(pipe)), InvalidContent)


def test_devices_and_folders_are_refused_and_files_are_read(tmp_path: Path) -> None:
    for other in (Path(os.devnull), tmp_path):
        with pytest.raises(InvalidContent, match="is no file"):
            open_given(other)
    (tmp_path / "file").write_bytes(b"text")
    with open_given(tmp_path / "file") as file:
        assert file.read() == b"text"


@pytest.mark.parametrize("name", ["a\0b", "missing", "file/below"])
def test_a_name_of_no_file_is_told_in_a_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotFound, match=r"^There is no file [^\0]*\.$"):
        open_given(tmp_path / name)


@pytest.mark.parametrize("number, said", [(errno.ENOSPC, DiskFull), (errno.EIO, WriteProtected)])
def test_a_file_is_written_whole_or_what_stood_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: type[Exception]
) -> None:
    file = tmp_path / "sheet.pdf"
    write_whole(file, b"first")
    write_whole(file, b"second")
    assert file.read_bytes() == b"second"

    def full(_handle: int) -> None:
        raise OSError(number, "no")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(said):
            write_whole(file, b"third" * 10_000)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("sheet.pdf", b"second")]
    with pytest.raises(WriteProtected):
        write_whole(tmp_path / "no folder" / "sheet.pdf", b"x")


@pytest.mark.parametrize("name", ["x" * 251 + ".pdf", "ё" * 125 + ".pdf"])
def test_a_file_may_have_the_longest_name_there_is(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    for data in (b"first", b"second"):
        write_whole(file, data)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [(name, b"second")]
