"""Reading what is attached: anywhere in it, and what happens when pieces are lost."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.attachments import CHUNK, parts_of
from delve_desktop.domain.errors import Cancelled, Damaged, Mistaken, NotFound
from delve_desktop.domain.ids import BlobId, RecordId, SpaceId
from delve_desktop.services import upkeep
from delve_desktop.services.attachments import adding, reading, sealing, wanting
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.records import add_record
from delve_desktop.services.session import Session
from delve_desktop.services.views import SetValue
from delve_desktop.store.chunk_folder import ChunkFolder

from .conftest import photo

OTHER = SpaceId(b"o" * 16)
DATA = random.Random(8).randbytes(2 * CHUNK + 999)


@pytest.fixture
def value(session: Session, note: RecordId, tmp_path: Path) -> dict[str, Any]:
    (tmp_path / "plan.pdf").write_bytes(DATA)
    made = adding.seal_file(session, tmp_path / "plan.pdf")
    adding.attach(session, note, [made])
    return made


def test_any_stretch_can_be_read(session: Session, value: dict[str, Any]) -> None:
    @given(st.integers(0, len(DATA) + 10), st.integers(0, 3 * CHUNK))
    def check(start: int, count: int) -> None:
        with reading.open_stream(session, value) as stream:
            assert stream.seek(start) == start
            assert stream.read(count) == DATA[start : start + count]
            assert stream.seek(-5, os.SEEK_END) == len(DATA) - 5
            assert stream.read() == DATA[-5:]

    check()


def test_a_file_that_is_saved_is_whole_or_not_there(
    session: Session, value: dict[str, Any], tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    with pytest.raises(Cancelled):
        reading.save_as(session, value, target, cancelled=lambda: True)
    assert [path.name for path in tmp_path.glob("out*")] + list(tmp_path.glob("*.part")) == []
    assert reading.save_as(session, value, target) == len(DATA)
    assert target.read_bytes() == DATA
    with pytest.raises(Mistaken):
        reading.save_as(session, value, target)
    with pytest.raises(Mistaken):
        reading.read_whole(session, value, most=10)


def test_a_download_that_has_the_name_of_an_unfinished_file_stays(
    session: Session, value: dict[str, Any], tmp_path: Path
) -> None:
    foreign = tmp_path / "out.pdf.part"
    foreign.write_bytes(b"half a download")
    reading.save_as(session, value, tmp_path / "out.pdf")
    assert foreign.read_bytes() == b"half a download"
    assert (tmp_path / "out.pdf").read_bytes() == DATA


def test_a_file_is_saved_under_the_longest_name_there_is(
    session: Session, value: dict[str, Any], tmp_path: Path
) -> None:
    target = tmp_path / ("x" * 251 + ".pdf")
    reading.save_as(session, value, target)
    assert target.read_bytes() == DATA


@pytest.mark.parametrize("which", [0, 1, -1])
def test_a_damaged_chunk_is_told_and_asked_for_again(
    session: Session, note: RecordId, value: dict[str, Any], tmp_path: Path, which: int
) -> None:
    chunks = session.vault.chunks
    names = sorted(chunks.ids())
    path = chunks.path(names[which])
    data = bytearray(path.read_bytes())
    data[7] ^= 1
    path.write_bytes(data)
    assert wanting.check_all(session).lost == 1
    assert not upkeep.verify(session).ok
    with pytest.raises(Damaged):
        reading.save_as(session, value, tmp_path / "x")
    assert not (tmp_path / "x").exists()
    assert not path.exists()  # what is damaged would stand in the way of what comes
    assert attachments(session, note)[0].where == "wanted"
    assert upkeep.verify(session).ok  # nothing claims to be here that is not


def test_a_rebuild_asks_for_what_is_lost(session: Session, note: RecordId, value: dict[str, Any]) -> None:
    for chunk in list(session.vault.chunks.ids()):
        session.vault.chunks.remove(chunk)
    assert wanting.check_all(session) == wanting.ChunkFindings(1, 1)
    assert upkeep.rebuild(session).refetched == 1
    assert attachments(session, note)[0].where == "wanted"
    with pytest.raises(NotFound):
        reading.read_whole(session, value)


def test_asking_and_asking_no_longer(session: Session, note: RecordId, value: dict[str, Any]) -> None:
    assert not wanting.fetch(session, value)  # it is here
    part = next(iter(parts_of(value)))
    reading.note_loss(session, part)
    assert wanting.fetch(session, value, wanted=False)
    assert attachments(session, note)[0].where == "elsewhere"
    assert wanting.fetch(session, value)
    assert attachments(session, note)[0].where == "wanted"


def test_a_small_picture_that_is_not_here_is_none(session: Session, note: RecordId) -> None:
    assert reading.thumbnail(session, "ab" * 32) is None
    value = adding.seal_picture(session, photo(), "pond.jpg")
    adding.attach(session, note, [value])
    root = value["thumb"]["root"]
    assert reading.thumbnail(session, root)
    session.vault.chunks.remove(BlobId(bytes.fromhex(root)))
    assert reading.thumbnail(session, root) is None
    assert attachments(session, note)[0].thumb == ""


def test_inv27_no_chunk_on_disk_holds_what_was_attached(session: Session, tmp_path: Path) -> None:
    canary = b"kisima-canary-" * 2_000
    (tmp_path / "words.txt").write_bytes(canary)
    adding.seal_file(session, tmp_path / "words.txt")
    folder: ChunkFolder = session.vault.chunks
    files = [path for path in folder.folder.parent.rglob("*") if path.is_file()]
    assert files
    assert not any(b"kisima-canary" in path.read_bytes() for path in files)


def test_a_small_picture_that_is_none_is_not_read(session: Session) -> None:
    big = sealing.store_bytes(session, bytes(reading.MOST_OF_THUMB + 1), "image/jpeg")
    assert reading.thumbnail(session, big["root"], {"thumb": big}) is None
    fit = sealing.store_bytes(session, bytes(reading.MOST_OF_THUMB), "image/jpeg")
    assert reading.thumbnail(session, fit["root"], {"thumb": fit}) == bytes(reading.MOST_OF_THUMB)


def test_a_file_that_stands_in_two_spaces_is_looked_at_once(
    session: Session, note: RecordId, value: dict[str, Any]
) -> None:
    with session.vault.write() as unit:
        unit.add_space(OTHER, "Coast", "active", None)
    other, _ = add_record(session, OTHER, "note", [SetValue("title", "Well")])
    adding.attach(session, other, [value])
    assert wanting.check_all(session) == wanting.ChunkFindings(1, 0)
