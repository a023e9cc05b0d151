"""Attachments between laptops over a hub, with links that break anywhere and hubs that lose things."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.attachments import CHUNK
from delve_desktop.domain.errors import Cancelled, DiskFull, HubRefused, HubUnreachable
from delve_desktop.services import records, spaces
from delve_desktop.services.attachments import adding, reading, wanting
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.attachments.whole import chunk_names
from delve_desktop.services.exchange import exchange, is_up_to_date
from delve_desktop.services.past_exchanges import past_exchanges
from delve_desktop.services.session import create_vault
from delve_desktop.services.views import SetValue
from delve_desktop.sync.files_stopped import FilesStopped
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.chunk_files import ChunkFiles
from sync_server.store.hub_store import HubStore

from .attachment_pair import PASSPHRASE, Link, Pair, data_of, held, note_with


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    store = HubStore.open("sqlite://")
    files = ChunkFiles(tmp_path / "chunks")
    service = HubService(store, HubSettings(open=True), random.Random(3).randbytes, files)
    ann, ben = (create_vault(tmp_path / name, PASSPHRASE, name, params=FLOOR) for name in ("ann", "ben"))
    connect = Link(service).connect
    spaces.set_hub(ann, "http://127.0.0.1:9", None, connect=connect)
    space = spaces.create_space(ann, "Lake Zone")
    exchange(ann, connect=connect)
    code = spaces.create_invite(ann, space, connect=connect)
    spaces.join_space(ben, code, connect=connect)
    exchange(ann, connect=connect)
    (request,) = spaces.join_requests(ann, space)
    spaces.approve(ann, request.id)
    exchange(ann, connect=connect)
    exchange(ben, connect=connect)
    yield Pair(ann, ben, space, service, store, files)
    ann.close()
    ben.close()
    store.close()


def test_text_goes_first_and_a_sync_with_nothing_to_do_is_one_call(pair: Pair, tmp_path: Path) -> None:
    record = note_with(pair, tmp_path, 10, 2 * CHUNK + 5)
    link = Link(pair.service)
    assert pair.sync(pair.ann, link).files_sent == 2
    assert link.calls.index("sync") < link.calls.index("missing") < link.calls.index("put")
    assert "sync" not in link.calls[link.calls.index("missing") :]
    link = Link(pair.service)
    result = pair.sync(pair.ben, link)
    assert (result.files_received, result.up_to_date) == (2, True)
    assert held(pair.ben, record) == {"0.bin": data_of(0, 10), "1.bin": data_of(1, 2 * CHUNK + 5)}
    for session in (pair.ann, pair.ben):
        link = Link(pair.service)
        assert pair.sync(session, link).up_to_date
        assert link.calls == ["sync"]


def test_a_link_that_breaks_anywhere_sends_nothing_whole_again(pair: Pair, tmp_path: Path) -> None:
    rng = random.Random(11)
    for round_ in range(12):
        record = note_with(pair, tmp_path, 3 * CHUNK + 1, 900, CHUNK)
        useful = 4 * (CHUNK + 16) + 900 + 300
        for session, way in ((pair.ann, "up"), (pair.ben, "down")):
            breaks = sorted(rng.sample(range(useful), 5))
            link = Link(pair.service, [one for one in breaks if one > 0])
            result = pair.sync(session, link)
            for _ in range(4):  # each run gives up only when it moved nothing three times
                if result.up_to_date:
                    break
                result = pair.sync(session, link)
            assert result.up_to_date, round_
            assert getattr(link, way) <= useful + 5 * (CHUNK + 16) + 64 * len(link.calls) * 10
        assert len(held(pair.ben, record)) == 3


def test_a_broken_link_fails_no_text_and_the_rest_waits(pair: Pair, tmp_path: Path) -> None:
    record = note_with(pair, tmp_path, 4 * CHUNK)
    result = pair.sync(pair.ann, Link(pair.service, [10, 20, 30]))
    assert (result.ops_out, result.files_sent, result.up_to_date) == (2, 0, False)
    assert result.files_problem
    assert result.files_stopped is FilesStopped.LINK
    assert (result.files_to_send, result.bytes_to_send) == (1, 4 * CHUNK)
    assert not is_up_to_date(pair.ann, pair.space)
    assert pair.sync(pair.ben).ops_in == 2
    assert [one.where for one in attachments(pair.ben, record)] == ["elsewhere"]
    assert pair.sync(pair.ann).up_to_date
    assert pair.sync(pair.ben).up_to_date
    assert len(held(pair.ben, record)) == 1


def test_big_files_come_when_they_are_wanted(pair: Pair, tmp_path: Path) -> None:
    record = note_with(pair, tmp_path, 9 * CHUNK)
    pair.sync(pair.ann)
    result = pair.sync(pair.ben)
    assert (result.files_received, result.up_to_date, result.files_to_come) == (0, True, 0)
    (view,) = attachments(pair.ben, record)
    wanting.fetch(pair.ben, view.values[0])
    assert not is_up_to_date(pair.ben, pair.space)
    assert pair.sync(pair.ben).files_received == 1
    assert held(pair.ben, record)["0.bin"] == data_of(0, 9 * CHUNK)


def test_small_pictures_go_before_files_both_ways(pair: Pair, tmp_path: Path) -> None:
    import io

    import PIL.Image

    out = io.BytesIO()
    PIL.Image.frombytes("RGB", (900, 700), data_of(5, 900 * 700 * 3)).save(out, "JPEG", quality=90)
    record = note_with(pair, tmp_path, 5 * CHUNK)
    adding.attach(pair.ann, record, [adding.seal_picture(pair.ann, out.getvalue(), "pond.jpg")])
    budget = 60_000  # room for the text and the small picture
    result = pair.sync(pair.ann, budget=budget)
    assert (result.files_sent, result.files_to_send) == (0, 2)  # a small picture is a part of its file
    result = pair.sync(pair.ben, budget=budget)
    assert (result.files_received, result.files_to_come) == (0, 2)
    view = next(one for one in attachments(pair.ben, record) if one.name == "pond.jpg")
    assert reading.thumbnail(pair.ben, view.thumb)
    assert view.where == "elsewhere"


def test_a_laptop_that_lacks_a_small_picture_alone_is_not_level(pair: Pair, tmp_path: Path) -> None:
    import io

    import PIL.Image

    out = io.BytesIO()
    PIL.Image.frombytes("RGB", (900, 700), data_of(5, 900 * 700 * 3)).save(out, "JPEG", quality=90)
    record = note_with(pair, tmp_path, 1)
    adding.attach(pair.ann, record, [adding.seal_picture(pair.ann, out.getvalue(), "pond.jpg")])
    assert pair.sync(pair.ann).files_moved
    assert pair.sync(pair.ben).up_to_date
    with pair.ben.vault.write() as unit:
        thumb = next(row for row in unit.blobs_standing(pair.space) if row.role == "thumb")
        unit.set_held([thumb.root], held=False)
    pair.ben.vault.chunks.remove(thumb.root)
    assert not is_up_to_date(pair.ben, pair.space)
    result = pair.sync(pair.ben)
    assert (result.files_received, result.files_moved, result.up_to_date) == (0, True, True)


def test_a_budget_is_kept(pair: Pair, tmp_path: Path) -> None:
    note_with(pair, tmp_path, 40 * CHUNK)
    result = pair.sync(pair.ann, budget=500_000)
    assert result.files_stopped is FilesStopped.BUDGET
    assert result.files_problem
    assert result.sent_bytes + result.received_bytes < 500_000 + 2 * CHUNK
    assert not result.up_to_date


def test_stopping_keeps_what_went(pair: Pair, tmp_path: Path) -> None:
    note_with(pair, tmp_path, 40 * CHUNK)
    link = Link(pair.service)
    with pytest.raises(Cancelled):
        pair.sync(pair.ann, link, cancelled=lambda: link.calls.count("put") >= 1)
    first = link.up
    assert pair.sync(pair.ann, link).up_to_date
    assert link.up < 41 * (CHUNK + 16) + 64_000
    assert first > 10 * CHUNK


def test_progress_tells_bytes_and_ends_at_the_whole(pair: Pair, tmp_path: Path) -> None:
    note_with(pair, tmp_path, 20 * CHUNK, 100)
    told: list[tuple[int, int, int, int]] = []
    pair.sync(
        pair.ann,
        file_progress=lambda one: told.append((one.files, one.of_files, one.bytes, one.of_bytes)),
    )
    assert told[0][:3] == (0, 2, 0)
    assert told[-1][0] == told[-1][1] == 2
    assert [one[2] for one in told] == sorted(one[2] for one in told)
    assert told[-1][2] >= 20 * CHUNK


def test_inv19_a_hub_that_lost_its_attachments_is_filled_again(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = note_with(pair, tmp_path, 3 * CHUNK)
    pair.sync(pair.ann)
    with pair.store.read() as unit:
        (row,) = unit.spaces()
        ids = [chunk for chunk, _ in unit.chunks_after(row.no, b"", 100)]
    assert len(ids) == 4
    with pair.store.write() as writing:
        writing.drop_chunks(row.no, ids)
        writing.replace_fact("chunk_mark", b"another mark 1234"[:16])
    assert pair.sync(pair.ann).files_sent == 1
    assert pair.sync(pair.ben).files_received == 1
    assert len(held(pair.ben, record)) == 1


def test_inv06_what_a_hub_does_not_have_is_kept_and_asked_for_later(pair: Pair, tmp_path: Path) -> None:
    record = note_with(pair, tmp_path, 3 * CHUNK)
    pair.sync(pair.ann, Link(pair.service, [1, 2, 3]))
    for _ in range(2):
        result = pair.sync(pair.ben)
        assert (result.files_received, result.files_to_come) == (0, 1)
    assert len(held(pair.ann, record)) == 1
    pair.sync(pair.ann)
    assert pair.sync(pair.ben).files_received == 1


def test_a_lying_hub_gets_nothing_into_the_folder(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = note_with(pair, tmp_path, 3 * CHUNK)
    pair.sync(pair.ann)
    whole = ChunkFiles.read

    def false(files: ChunkFiles, space: bytes, chunk: bytes) -> bytes:
        data = bytearray(whole(files, space, chunk))
        data[20] ^= 1
        return bytes(data)

    monkeypatch.setattr(ChunkFiles, "read", false)
    result = pair.sync(pair.ben)
    assert "format" in result.files_problem
    assert result.files_stopped is FilesStopped.REFUSED
    assert list(pair.ben.vault.chunks.ids()) == []
    monkeypatch.undo()
    assert pair.sync(pair.ben).files_received == 1
    assert len(held(pair.ben, record)) == 1


def test_chunks_that_are_gone_here_are_not_claimed_to_be_sent(pair: Pair, tmp_path: Path) -> None:
    record = note_with(pair, tmp_path, 3 * CHUNK)
    chunks = pair.ann.vault.chunks
    chunks.remove(min(chunks.ids()))
    assert pair.sync(pair.ann).files_sent == 0
    assert attachments(pair.ann, record)[0].where == "elsewhere"


def test_inv22_a_chunk_that_is_damaged_here_holds_nothing_else_up(pair: Pair, tmp_path: Path) -> None:
    record = note_with(pair, tmp_path, 3 * CHUNK, 999)
    chunks = pair.ann.vault.chunks
    big = next(one for one in attachments(pair.ann, record) if one.size == 3 * CHUNK)
    part = reading.part_of(big.values[0])
    path = chunks.path(chunk_names(chunks, part)[1])
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    for _ in range(2):
        result = pair.sync(pair.ann)
        assert not result.files_problem
        assert result.files_stopped is FilesStopped.NOTHING
    assert pair.sync(pair.ben).files_received == 1
    assert list(held(pair.ben, record)) == ["1.bin"]
    assert {one.name: one.where for one in attachments(pair.ann, record)}["0.bin"] != "here"


def test_the_log_tells_every_byte_of_an_exchange_attachments_included(pair: Pair, tmp_path: Path) -> None:
    note_with(pair, tmp_path, 300_000)
    for session, size in ((pair.ann, 300_000), (pair.ben, 300_000)):
        before = len(past_exchanges(session))
        came = pair.sync(session)
        entry = past_exchanges(session)[0]
        assert (entry.sent, entry.received) == (came.sent_bytes, came.received_bytes)
        assert entry.sent + entry.received > size
        assert (entry.files, entry.ended) == (1, "done")
        assert len(past_exchanges(session)) - before <= 1, "one exchange is one line"


def test_the_log_tells_what_went_before_an_exchange_was_stopped(pair: Pair, tmp_path: Path) -> None:
    note_with(pair, tmp_path, 5_000_000)
    moved: list[int] = []
    with pytest.raises(Cancelled):
        pair.sync(
            pair.ann,
            file_progress=lambda far: moved.append(far.bytes),
            cancelled=lambda: bool(moved) and moved[-1] > 200_000,
        )
    entry = past_exchanges(pair.ann)[0]
    assert entry.sent > 200_000
    assert entry.ended == "stopped"


@pytest.mark.parametrize("way", ["unreached", "refused", "garbage", "nothing"])
def test_a_hub_that_fails_on_attachments_alone_holds_up_no_text(pair: Pair, tmp_path: Path, way: str) -> None:
    record = note_with(pair, tmp_path, 2 * CHUNK)
    working = Link.chunk_call

    def failing(link: Link, path: str, head: bytes, content: Iterable[bytes]) -> bytes:
        link.calls.append(path.rpartition("/")[2])
        if way == "unreached":
            raise HubUnreachable("The server answered with an error (502).")
        if way == "refused":
            raise HubRefused("The server does not do that.")
        return b"<html>" * 100 if way == "garbage" else b""

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(Link, "chunk_call", failing)
        for title in ("one", "two"):
            records.add_record(pair.ann, pair.space, "note", [SetValue("title", title)])
            link = Link(pair.service)
            result = pair.sync(pair.ann, link)
            assert (result.ops_out > 0, result.files_to_send, result.up_to_date) == (True, 1, False)
            assert result.files_problem
            assert link.calls.count("missing") <= 3, "it is not asked for ever"
            assert pair.sync(pair.ben).ops_in
        assert [one.where for one in attachments(pair.ben, record)] == ["elsewhere"]
        assert past_exchanges(pair.ann)[0].ended == "stopped"
    assert Link.chunk_call is working
    assert pair.sync(pair.ann).up_to_date
    assert pair.sync(pair.ben).up_to_date
    assert held(pair.ben, record) == {"0.bin": data_of(0, 2 * CHUNK)}


def test_a_hub_without_room_for_more_attachments_says_so(pair: Pair, tmp_path: Path) -> None:
    note_with(pair, tmp_path, 2 * CHUNK)
    service = HubService(
        pair.store, HubSettings(open=True, chunks_max=1000), random.Random(3).randbytes, pair.files
    )
    result = pair.sync(pair.ann, Link(service))
    assert result.files_stopped is FilesStopped.HUB_FULL
    assert result.files_problem
    assert (result.ops_out, result.files_to_send) == (2, 1)


def test_a_laptop_without_room_for_attachments_says_so(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_with(pair, tmp_path, 2 * CHUNK)
    pair.sync(pair.ann)

    def full(*_args: object) -> None:
        raise DiskFull("No room.")

    monkeypatch.setattr(type(pair.ben.vault.chunks), "write", full)
    result = pair.sync(pair.ben)
    assert (result.files_stopped, result.files_problem) == (FilesStopped.DISK_FULL, "No room.")
    assert result.ops_in == 2


def test_files_can_be_left_for_another_time(pair: Pair, tmp_path: Path) -> None:
    note_with(pair, tmp_path, 2 * CHUNK)
    link = Link(pair.service)
    result = pair.sync(pair.ann, link, files=False)
    assert link.calls == ["sync"] * len(link.calls)
    assert (result.ops_out, result.files_to_send, result.up_to_date) == (2, 1, False)
    assert pair.sync(pair.ann).files_sent == 1
