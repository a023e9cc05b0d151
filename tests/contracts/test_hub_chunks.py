"""Attachments on a hub: who may bring and fetch, what is kept of a broken call, and what is asked twice."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from delve_desktop.domain.errors import HubRefused, HubUnreachable, StaleChallenge
from delve_desktop.domain.ids import BlobId, blob_id
from delve_desktop.protocol import chunks, messages
from delve_desktop.protocol.transport import ChunkHub
from delve_desktop.sync.http_transport import HttpHub
from sync_server.backup import back_up, restore
from sync_server.checkup import check_up
from sync_server.service import HubService
from sync_server.settings import CHUNKS_NAME, HubSettings
from sync_server.store.chunk_files import ChunkFiles
from sync_server.store.hub_store import HubStore

from .http_hub import listening
from .laptop import Group, Laptop

DATA = [random.Random(seed).randbytes(size) for seed, size in enumerate((272, 5_008, chunks.CHUNK_MAX))]
IDS = [blob_id(one) for one in DATA]


@pytest.fixture(params=[("process", "sqlite"), ("process", "postgresql"), ("http", "sqlite")], ids="-".join)
def pair(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def hub_settings() -> HubSettings:
    return HubSettings(chunks_max=1_000_000)


@pytest.fixture
def files(tmp_path: Path) -> ChunkFiles:
    return ChunkFiles(tmp_path / CHUNKS_NAME)


@pytest.fixture
def service(store: HubStore, hub_settings: HubSettings, files: ChunkFiles) -> HubService:
    return HubService(store, hub_settings, random.Random(7).randbytes, files)


@pytest.fixture
def hub(pair: tuple[str, str], service: HubService, hub_settings: HubSettings) -> Iterator[ChunkHub]:
    if pair[0] == "process":
        yield service
        return
    with listening(service, hub_settings) as url, HttpHub(url) as client:
        yield client


@pytest.fixture
def group(service: HubService) -> Group:
    made = Group.create()
    made.founder.ticket = service.new_ticket().secret
    for laptop in made.laptops:
        assert laptop.sync(service).status == messages.Status.OK
    return made


def call(
    laptop: Laptop, service: HubService, hub: ChunkHub, path: str, content: bytes, as_path: str = ""
) -> tuple[chunks.Answer, list[bytes]]:
    """One call, once more if the hub wants a newer challenge."""
    for _ in range(2):
        head = messages.sign_head(
            laptop.device,
            laptop.identity.sign,
            service.public_key,
            laptop.challenge,
            content,
            as_path or path,
        ).pack()
        try:
            reply = hub.chunk_call(path, head, [content])
        except StaleChallenge as stale:
            laptop.challenge = stale.challenge
            continue
        answer, data = chunks.open_answer(reply, service.public_key, head)
        laptop.challenge = answer.challenge
        return answer, data
    raise AssertionError("The hub wants ever newer challenges.")


def missing(laptop: Laptop, service: HubService, hub: ChunkHub, ids: list[BlobId]) -> list[int]:
    content = chunks.pack_missing(laptop.space, ids)
    answer, _ = call(laptop, service, hub, chunks.MISSING_PATH, content)
    return chunks.places(answer.bits, len(ids))


def put(laptop: Laptop, service: HubService, hub: ChunkHub, data: list[bytes]) -> chunks.Answer:
    return call(laptop, service, hub, chunks.PUT_PATH, chunks.pack_put(laptop.space, data))[0]


def get(
    laptop: Laptop, service: HubService, hub: ChunkHub, ids: list[BlobId], budget: int = 2**20
) -> list[bytes]:
    content = chunks.pack_get(laptop.space, ids, budget)
    return call(laptop, service, hub, chunks.GET_PATH, content)[1]


def test_what_one_member_brings_another_fetches(group: Group, service: HubService, hub: ChunkHub) -> None:
    one, other, _ = group.laptops
    assert missing(one, service, hub, IDS) == [0, 1, 2]
    assert chunks.places(put(one, service, hub, DATA[:2]).bits, 2) == [0, 1]
    assert missing(other, service, hub, IDS) == [2]
    assert get(other, service, hub, IDS) == DATA[:2]
    put(other, service, hub, DATA)
    assert get(one, service, hub, IDS) == DATA


def test_a_budget_ends_an_answer_after_the_first_chunk(
    group: Group, service: HubService, hub: ChunkHub
) -> None:
    put(group.founder, service, hub, DATA)
    assert get(group.founder, service, hub, IDS, budget=1) == DATA[:1]
    assert get(group.founder, service, hub, IDS, budget=6_000) == DATA[:2]


def test_strangers_learn_and_leave_nothing(group: Group, service: HubService, hub: ChunkHub) -> None:
    put(group.founder, service, hub, DATA[:1])
    stranger = Laptop(99, group.founder.space)
    for path, content in (
        (chunks.MISSING_PATH, chunks.pack_missing(stranger.space, IDS)),
        (chunks.GET_PATH, chunks.pack_get(stranger.space, IDS, 2**20)),
        (chunks.PUT_PATH, chunks.pack_put(stranger.space, DATA[1:])),
    ):
        with pytest.raises(HubRefused) as refused:
            call(stranger, service, hub, path, content)
        assert refused.value.code in (messages.Refusal.NOT_MEMBER, messages.Refusal.MALFORMED)
    assert missing(group.founder, service, hub, IDS) == [1, 2]


def test_a_chunk_of_one_space_is_not_told_in_another(
    service: HubService, hub: ChunkHub, group: Group
) -> None:
    other = Group.create(seed=50)
    other.founder.ticket = service.new_ticket().secret
    other.founder.sync(service)
    put(group.founder, service, hub, DATA)
    assert missing(other.founder, service, hub, IDS) == [0, 1, 2]
    assert get(other.founder, service, hub, IDS) == []


def test_a_request_signed_for_one_call_is_worth_nothing_for_another(
    group: Group, service: HubService, hub: ChunkHub
) -> None:
    content = chunks.pack_missing(group.founder.space, IDS)
    for path, signed in ((chunks.GET_PATH, chunks.MISSING_PATH), (chunks.MISSING_PATH, messages.SYNC_PATH)):
        with pytest.raises(HubRefused) as refused:
            call(group.founder, service, hub, path, content, as_path=signed)
        assert refused.value.code == messages.Refusal.BAD_SIGNATURE


@pytest.mark.parametrize("path", [chunks.MISSING_PATH, chunks.GET_PATH])
def test_a_content_that_was_not_signed_is_not_answered(
    group: Group, service: HubService, hub: ChunkHub, path: str
) -> None:
    one = group.founder
    put(one, service, hub, DATA)
    pack = {
        chunks.MISSING_PATH: chunks.pack_missing,
        chunks.GET_PATH: lambda space, ids: chunks.pack_get(space, ids, 2**20),
    }[path]
    signed, other = pack(one.space, IDS[:1]), pack(one.space, IDS[1:])
    identity = one.identity
    packed = messages.sign_head(
        one.device, identity.sign, service.public_key, one.challenge, signed, path
    ).pack()
    with pytest.raises(HubRefused) as refused:
        hub.chunk_call(path, packed, [other])
    assert refused.value.code == messages.Refusal.BROKEN
    assert missing(one, service, hub, IDS) == []


def test_an_answered_request_cannot_be_sent_again(group: Group, service: HubService, hub: ChunkHub) -> None:
    laptop = group.founder
    missing(laptop, service, hub, IDS)
    content = chunks.pack_missing(laptop.space, IDS)
    head = messages.sign_head(
        laptop.device,
        laptop.identity.sign,
        service.public_key,
        laptop.challenge,
        content,
        chunks.MISSING_PATH,
    ).pack()
    hub.chunk_call(chunks.MISSING_PATH, head, [content])
    with pytest.raises(StaleChallenge):
        hub.chunk_call(chunks.MISSING_PATH, head, [content])


def test_inv21_of_a_call_that_breaks_off_whole_chunks_stay(group: Group, service: HubService) -> None:
    laptop = group.founder
    content = chunks.pack_put(laptop.space, DATA)
    head = messages.sign_head(
        laptop.device, laptop.identity.sign, service.public_key, laptop.challenge, content, chunks.PUT_PATH
    ).pack()

    def broken(end: int) -> Iterator[bytes]:
        for start in range(0, end, 1_000):
            yield content[start : min(end, start + 1_000)]
        raise HubUnreachable("The link broke.")

    with pytest.raises(HubUnreachable):
        service.chunk_call(chunks.PUT_PATH, head, broken(16 + 4 + 272 + 4 + 5_008 + 4 + 100))
    assert missing(laptop, service, service, IDS) == [2]


def test_a_space_keeps_within_its_quota(group: Group, service: HubService, hub: ChunkHub) -> None:
    many = [random.Random(seed).randbytes(chunks.CHUNK_MAX) for seed in range(10, 19)]
    answer = put(group.founder, service, hub, many)
    assert answer.code == messages.Refusal.FULL
    assert chunks.places(answer.bits, 9) == list(range(1_000_000 // chunks.CHUNK_MAX))
    assert put(group.founder, service, hub, DATA[:1]).code == ""  # a small one still fits


def test_what_is_too_big_or_malformed_is_refused(group: Group, service: HubService, hub: ChunkHub) -> None:
    laptop = group.founder
    for path, content in (
        (chunks.PUT_PATH, laptop.space + (2**31).to_bytes(4, "big") + bytes(100)),
        (chunks.PUT_PATH, laptop.space + bytes(4)),
        (chunks.PUT_PATH, laptop.space[:9]),
        (chunks.PUT_PATH, chunks.pack_put(laptop.space, DATA)[:-1]),
        (chunks.MISSING_PATH, laptop.space + bytes(33)),
        (chunks.GET_PATH, laptop.space + bytes(3)),
        (chunks.MISSING_PATH, laptop.space + bytes(32 * (chunks.IDS_MAX + 1))),
    ):
        with pytest.raises(HubRefused) as refused:
            call(laptop, service, hub, path, content)
        assert refused.value.code in (messages.Refusal.MALFORMED, messages.Refusal.TOO_LARGE)


def test_a_lost_file_is_missing_and_can_be_brought_again(
    group: Group, service: HubService, hub: ChunkHub, files: ChunkFiles, store: HubStore
) -> None:
    laptop = group.founder
    put(laptop, service, hub, DATA)
    files.path(laptop.space, IDS[1]).write_bytes(b"something else")
    assert check_up(store, files).lost == 1
    assert get(laptop, service, hub, IDS) == [DATA[0], DATA[2]]
    assert missing(laptop, service, hub, IDS) == [1]
    put(laptop, service, hub, DATA)
    assert get(laptop, service, hub, IDS) == DATA
    assert not check_up(store, files).findings


def test_inv19_a_copy_brings_the_chunks_along_and_what_is_lost_is_asked_for_again(
    group: Group, service: HubService, store: HubStore, files: ChunkFiles, tmp_path: Path
) -> None:
    laptop = group.founder
    put(laptop, service, service, DATA)
    mark = laptop.call(service).result.chunks
    assert len(mark) == chunks.MARK_SIZE
    found = back_up(store, tmp_path / "copy.db", lambda _done, _whole: None, files)
    assert (found.chunks, found.lost) == (3, 0)
    beside = ChunkFiles(tmp_path / f"copy.db.{CHUNKS_NAME}")
    beside.path(laptop.space, IDS[2]).unlink()
    (new := tmp_path / "new").mkdir()
    assert restore(tmp_path / "copy.db", new, "", random.Random(9).randbytes, lambda _d, _w: None).lost == 1
    reopened = HubStore.open(f"sqlite:///{new / 'hub.db'}")
    try:
        again = HubService(reopened, HubSettings(), random.Random(8).randbytes, ChunkFiles(new / CHUNKS_NAME))
        assert laptop.call(again).result.chunks != mark
        assert missing(laptop, again, again, IDS) == [2]
        assert get(laptop, again, again, IDS) == DATA[:2]
    finally:
        reopened.close()


def test_a_hub_without_a_place_for_them_says_so(store: HubStore) -> None:
    plain = HubService(store, HubSettings())
    group = Group.create()
    group.founder.ticket = plain.new_ticket().secret
    group.founder.sync(plain)
    assert group.founder.call(plain).result.chunks == b""
    with pytest.raises(HubRefused, match="keeps no attachments"):
        missing(group.founder, plain, plain, IDS)
