"""Attaching: what is kept, what a failure leaves, and what history remembers."""

from __future__ import annotations

import errno
import io
import os
import random
import sys
import tracemalloc
from contextlib import AbstractContextManager
from pathlib import Path
from unittest import mock

import pytest

from delve_desktop.domain import ops
from delve_desktop.domain.attachments import CHUNK
from delve_desktop.domain.errors import Cancelled, DiskFull, InvalidContent, NotFound
from delve_desktop.domain.ids import RecordId, op_id
from delve_desktop.domain.ops import Op, Write
from delve_desktop.services import drafts, records, search, upkeep
from delve_desktop.services.attachments import adding, reading, sealing
from delve_desktop.services.attachments.pictures import PictureChoice
from delve_desktop.services.attachments.views import attachments, find_view, views
from delve_desktop.services.session import Session
from delve_desktop.services.views import ChangeMembers
from delve_desktop.store import room
from delve_desktop.store.rows import IncomingOp
from tests.ui.samples import NEEMA
from tests.unit.services.conftest import SPACE

from .conftest import photo


def file_of(tmp_path: Path, size: int, name: str = "plan.pdf") -> Path:
    path = tmp_path / name
    path.write_bytes(random.Random(size).randbytes(size))
    return path


@pytest.mark.parametrize("size", [0, 1, CHUNK, 3 * CHUNK + 77])
def test_a_file_is_kept_and_comes_back(session: Session, note: RecordId, tmp_path: Path, size: int) -> None:
    path = file_of(tmp_path, size)
    told: list[tuple[int, int]] = []
    value = adding.seal_file(session, path, progress=lambda done, whole: told.append((done, whole)))
    adding.attach(session, note, [value])
    (view,) = attachments(session, note)
    assert (view.name, view.type, view.size, view.where) == ("plan.pdf", "application/pdf", size, "here")
    assert reading.read_whole(session, view.values[0]) == path.read_bytes()
    assert told[-1] == (size, size)
    assert upkeep.verify(session).ok


def test_a_picture_is_kept_in_its_forms(session: Session, note: RecordId, tmp_path: Path) -> None:
    path = tmp_path / "IMG 1.JPG"
    path.write_bytes(photo(2000, 1500))
    value = adding.seal_file(session, path, choice=PictureChoice(keep_original=True), caption="The pond")
    adding.attach(session, note, [value])
    (view,) = attachments(session, note)
    assert (view.name, view.captions, view.width, view.height) == ("IMG 1.JPG", ("The pond",), 1600, 1200)
    assert view.is_picture
    assert view.thumb
    assert view.original_where == "here"
    row = records.record_row(session, note)
    assert (row.attachments, row.voice, row.thumb) == (1, False, view.thumb)
    assert reading.thumbnail(session, row.thumb) is not None
    assert [hit.row.id for hit in search.search(session, SPACE, "pond")] == [note]


def test_nothing_of_a_key_can_be_searched_for(session: Session, note: RecordId, tmp_path: Path) -> None:
    value = adding.seal_file(session, file_of(tmp_path, 10))
    adding.attach(session, note, [value])
    assert search.search(session, SPACE, value["key"][:12]) == []


def test_a_voice_note_shows_in_the_list(session: Session, note: RecordId) -> None:
    value = adding.seal_sound(session, b"RIFF" + bytes(100), "voice.wav", "audio/wav", 7)
    adding.attach(session, note, [value])
    assert records.record_row(session, note).voice
    assert attachments(session, note)[0].seconds == 7


def test_every_file_has_a_key_of_its_own_even_for_equal_bytes(session: Session, tmp_path: Path) -> None:
    path = file_of(tmp_path, 5_000)
    first, second = adding.seal_file(session, path), adding.seal_file(session, path)
    assert first["key"] != second["key"]
    assert first["root"] != second["root"]


def chunks_there(session: Session) -> int:
    return len(list(session.vault.chunks.ids()))


def room_for(session: Session, chunks: int) -> AbstractContextManager[object]:
    """Until the end of the block the disk takes so many chunks, and no other."""
    whole = session.vault.chunks.stage
    left = iter(range(chunks))

    def until_full(data: bytes) -> object:
        if next(left, None) is None:
            raise DiskFull("The disk has no room.")
        return whole(data)

    return mock.patch.object(session.vault.chunks, "stage", until_full)


def test_what_was_cancelled_leaves_nothing(session: Session, tmp_path: Path) -> None:
    calls = iter([False, False, True])
    with pytest.raises(Cancelled):
        adding.seal_file(session, file_of(tmp_path, 5 * CHUNK), cancelled=lambda: next(calls))
    assert chunks_there(session) == 0


def test_a_disk_that_fills_up_leaves_nothing(session: Session, tmp_path: Path) -> None:
    path = file_of(tmp_path, 5 * CHUNK)
    with mock.patch.object(room, "free_bytes", return_value=room.FLOOR + CHUNK), pytest.raises(DiskFull):
        adding.seal_file(session, path)
    with room_for(session, 3), pytest.raises(DiskFull):
        adding.seal_file(session, path)
    assert chunks_there(session) == 0


def test_a_stick_that_is_pulled_out_leaves_nothing(session: Session) -> None:
    class Pulled(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() >= CHUNK:
                raise OSError(errno.EIO, "Input/output error")
            return super().read(size)

    with pytest.raises(OSError, match="Input/output"):
        sealing.store_stream(session, Pulled(bytes(3 * CHUNK)), 3 * CHUNK, "text/plain")
    assert chunks_there(session) == 0


def test_a_picture_whose_small_one_finds_no_room_leaves_nothing(session: Session) -> None:
    with room_for(session, 2), pytest.raises(DiskFull):
        adding.seal_picture(session, photo(), "pond.jpg", PictureChoice(keep_original=True))
    assert chunks_there(session) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names in Unicode")
def test_a_name_of_an_older_encoding_is_taken(session: Session, tmp_path: Path) -> None:
    (path := Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_bytes(b"x")
    value = adding.seal_file(session, path)
    assert value["name"] == "caf_.txt"


def test_a_file_that_changes_while_it_is_read_is_refused(session: Session) -> None:
    for data, size in ((bytes(10), 11), (bytes(12), 11)):
        with pytest.raises(InvalidContent, match="while it was read"):
            sealing.store_stream(session, io.BytesIO(data), size, "text/plain")
    assert chunks_there(session) == 0


def test_what_is_no_file_or_too_big_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        adding.seal_file(session, tmp_path / "nothing")
    with pytest.raises(NotFound, match="no file evilname"):  # as an address that is dropped may name it
        adding.seal_file(session, tmp_path / "evil\0\u202ename")
    with pytest.raises(InvalidContent, match="no file"):
        adding.seal_file(session, tmp_path)
    big = tmp_path / "film.mp4"
    with big.open("wb") as file:
        file.truncate(100 * 1024 * 1024 + 1)
    with pytest.raises(InvalidContent, match="at most 100 MB"):
        adding.seal_file(session, big)


def test_a_picture_that_is_too_big_is_not_read_at_all(session: Session, tmp_path: Path) -> None:
    with (path := tmp_path / "photo.jpg").open("wb") as file:
        file.write(b"\xff\xd8\xff")
        file.truncate(100 * 1024 * 1024 + 1)
    tracemalloc.start()
    with pytest.raises(InvalidContent, match="at most 100 MB"):
        adding.seal_file(session, path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1024 * 1024


def test_a_big_file_takes_little_memory(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    with path.open("wb") as file:
        file.truncate(20 * 1024 * 1024)
    tracemalloc.start()
    value = adding.seal_file(session, path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 * 1024 * 1024
    with reading.open_stream(session, value) as stream:
        assert stream.read(1) == b"\0"


def test_many_are_attached_though_one_change_does_not_hold_them(session: Session, note: RecordId) -> None:
    values = [
        {**sealing.store_bytes(session, b"%d" % number, "text/plain"), "name": f"{number}.txt"}
        for number in range(120)
    ]
    adding.attach(session, note, values)
    assert len(attachments(session, note)) == 120


def test_what_is_attached_stands_by_name(session: Session, note: RecordId) -> None:
    names = ["pond 2.txt", "Pond 1.txt", "well.txt", "Ahead.txt", "pond 3.txt"]
    values = [{**sealing.store_bytes(session, name.encode(), "text/plain"), "name": name} for name in names]
    adding.attach(session, note, values)
    assert [one.name for one in attachments(session, note)] == sorted(names, key=str.casefold)


def test_a_record_of_a_kind_that_a_later_version_made_gets_no_files(session: Session, tmp_path: Path) -> None:
    op = Op(1, 1, 1_700_000_000, (), "recipe", b"", ops.EDIT, (Write("title", ops.PUT, "Bread"),))
    body = ops.encode(op)
    own = op_id(SPACE, NEEMA, body)
    with session.vault.write() as unit:
        unit.apply_ops(SPACE, [IncomingOp(own, NEEMA, body, op, 1)])
    with pytest.raises(InvalidContent, match="take no files"):
        adding.attach(session, RecordId(own), [adding.seal_file(session, file_of(tmp_path, 10))])
    assert len(records.history(session, RecordId(own))) == 1


def test_taken_off_it_is_in_the_history_and_comes_back(
    session: Session, note: RecordId, tmp_path: Path
) -> None:
    path = file_of(tmp_path, 1_000)
    adding.attach(session, note, [adding.seal_file(session, path)])
    before = records.open_record(session, note).heads[0]
    (view,) = attachments(session, note)
    adding.detach(session, note, view)
    assert attachments(session, note) == []
    assert records.record_row(session, note).attachments == 0
    records.restore(session, note, before)
    (back,) = attachments(session, note)
    assert reading.read_whole(session, back.values[0]) == path.read_bytes()
    assert upkeep.verify(session).ok


def test_inv07_two_captions_of_one_picture_both_show(
    session: Session, note: RecordId, tmp_path: Path
) -> None:
    adding.attach(session, note, [adding.seal_file(session, file_of(tmp_path, 10), caption="Pond")])
    heads = records.open_record(session, note).heads
    (view,) = attachments(session, note)
    for caption in ("Pond, from the road", "The new pond"):
        records.edit_record(
            session,
            note,
            [ChangeMembers("attachments", (adding.with_caption(view, caption),), view.values)],
            seen_heads=heads,
        )
    (shown,) = attachments(session, note)
    assert set(shown.captions) == {"Pond, from the road", "The new pond"}
    assert find_view(session, note, shown.id[:6]).id == shown.id


def test_what_is_attached_while_typing_is_in_the_draft(session: Session, tmp_path: Path) -> None:
    value = adding.seal_file(session, file_of(tmp_path, 10))
    draft = drafts.save_draft(session, SPACE, None, "note", {"title": "Well", "attachments": [value]})
    (kept,) = drafts.list_drafts(session, SPACE)
    assert views(session, kept.content["attachments"])[0].where == "here"
    made = drafts.commit_draft(session, draft)
    assert made is not None
    assert attachments(session, made[0])[0].name == "plan.pdf"


def test_inv03_a_rebuild_gives_the_same_attachments(session: Session, note: RecordId, tmp_path: Path) -> None:
    adding.attach(session, note, [adding.seal_file(session, file_of(tmp_path, 10))])
    before = attachments(session, note), records.record_row(session, note).attachments
    upkeep.rebuild(session)
    assert (attachments(session, note), records.record_row(session, note).attachments) == before
    assert upkeep.verify(session).ok
