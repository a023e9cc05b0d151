"""Every version that was ever saved is opened, read, exchanged and understood by this one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.protocol import acts, frames, limits, messages, segment
from delve_desktop.services import drafts, records, upkeep
from delve_desktop.services.connecting import in_process
from delve_desktop.services.exchange import exchange
from delve_desktop.services.session import Session, open_vault
from sync_server.backup import restore
from sync_server.checkup import check_up
from sync_server.service import HubService
from sync_server.settings import DATABASE_NAME
from sync_server.store.hub_store import HubStore

from .save import DATA

SAVED = sorted(path for path in DATA.iterdir() if (path / "expected.json").exists())
NAMES = [path.name for path in SAVED]


@pytest.fixture(params=SAVED, ids=NAMES)
def saved(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def expected(saved: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((saved / "expected.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def session(saved: Path, expected: dict[str, Any], tmp_path: Path) -> Iterator[Session]:
    shutil.copytree(saved / "vault", tmp_path / "vault")
    opened = open_vault(tmp_path / "vault", expected["passphrase"])
    yield opened
    opened.close()


@pytest.fixture
def hub(saved: Path, tmp_path: Path) -> Iterator[HubStore]:
    (tmp_path / "hub").mkdir()
    restore(saved / "hub", tmp_path / "hub", "", bytes, lambda *_: None)
    with closing(HubStore.open(f"sqlite:///{tmp_path / 'hub' / DATABASE_NAME}")) as store:
        yield store


def test_there_is_something_saved() -> None:
    assert SAVED


def test_a_saved_vault_opens_and_says_what_it_said(session, expected):
    space = SpaceId(bytes.fromhex(expected["space"]))
    assert upkeep.verify(session).findings == ()
    assert upkeep.state_hash(session, space) == expected["state_hash"]
    for name, record in expected["records"].items():
        view = records.open_record(session, RecordId(bytes.fromhex(record)))
        shown = {field.name: field.value for field in view.fields if field.value not in (None, "", [], ())}
        assert {key: shown.get(key) for key in expected["fields"][name]} == expected["fields"][name]
    found = sorted(f"{one.kind} {one.field} {len(one.versions)}" for one in records.disputes(session, space))
    assert found == expected["disputes"]
    (draft,) = drafts.list_drafts(session, space)
    assert draft.content == expected["draft"]


def test_a_saved_vault_is_built_anew_to_the_same(session, expected):
    space = SpaceId(bytes.fromhex(expected["space"]))
    upkeep.rebuild(session)
    assert upkeep.state_hash(session, space) == expected["state_hash"]


def test_a_saved_vault_goes_on_with_a_saved_hub(session, hub, expected):
    assert check_up(hub).findings == []
    result = exchange(session, connect=in_process(HubService(hub)))
    assert result.up_to_date
    assert result.ops_out == len(expected["unsent"])


def test_every_saved_message_is_read_and_its_signatures_fit(saved):
    lines = (saved / "wire.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    kinds = set()
    for line in lines:
        parts = {name: bytes.fromhex(value) for name, value in json.loads(line).items()}
        head = messages.RequestHead.unpack(parts["head"])
        head.verify(parts["server"])
        reader = frames.FrameReader(frames.REQUEST_LIMITS, limits.REQUEST_MAX)
        first, *rest = reader.feed(parts["content"])
        messages.read_hello(first)
        reply = messages.open_reply(parts["reply"], parts["server"], parts["head"])
        items = [frames.read_item(frame.payload) for frame in rest]
        items += [entry for entry in reply.entries if isinstance(entry, frames.Item)]
        for item in items:
            kinds.add(item.kind)
            (acts.verify_act if item.kind == frames.ACT else segment.verify)(item.data)
    assert frames.SEGMENT in kinds
