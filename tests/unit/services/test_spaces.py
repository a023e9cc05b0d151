"""Founding, inviting, joining, approving: two vaults and a hub in one process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from delve_desktop.crypto.code_text import InvalidCode
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import (
    HubRefused,
    HubUnreachable,
    InvalidContent,
    Mistaken,
    NotAllowed,
    NotFound,
)
from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol import messages
from delve_desktop.services import records, spaces, upkeep
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.connecting import Connect, in_process
from delve_desktop.services.exchange import exchange, is_up_to_date
from delve_desktop.services.session import Session, create_vault
from delve_desktop.services.views import SetValue
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore

URL = "http://127.0.0.1:4100"


@dataclass
class Scene:
    """Ann founded a space on a hub; Ben has an empty vault."""

    ann: Session
    ben: Session
    service: HubService
    space: SpaceId

    @property
    def connect(self) -> Connect:
        return in_process(self.service)

    def invite(self) -> str:
        return spaces.create_invite(self.ann, self.space, connect=self.connect)

    def admit(self) -> None:
        spaces.join_space(self.ben, self.invite(), connect=self.connect)
        exchange(self.ann, connect=self.connect)
        (request,) = spaces.join_requests(self.ann, self.space)
        spaces.approve(self.ann, request.id)
        exchange(self.ann, connect=self.connect)
        exchange(self.ben, connect=self.connect)

    def note(self, session: Session, title: str) -> None:
        records.add_record(session, self.space, "note", [SetValue("title", title)])

    def titles(self, session: Session) -> list[str]:
        return sorted(row.title for row in records.list_records(session, self.space).rows)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    service = HubService(HubStore.open("sqlite://"), HubSettings())
    ann, ben = (
        create_vault(
            tmp_path / name, "six words that are a passphrase", name, params=FLOOR, language=language
        )
        for name, language in (("Ann", "fr"), ("Ben", "en"))
    )
    spaces.set_hub(ann, URL, service.new_ticket().text(), connect=in_process(service))
    space = spaces.create_space(ann, "Lake Zone")
    yield Scene(ann, ben, service, space)
    ann.close()
    ben.close()


def test_a_founder_is_coordinator_of_a_space_that_its_hub_serves(scene: Scene) -> None:
    (view,) = spaces.list_spaces(scene.ann)
    assert (view.name, view.state, view.role, view.hub) == ("Lake Zone", "active", "coordinator", URL)


def test_a_laptop_is_admitted_by_code_words_and_approval(scene: Scene) -> None:
    scene.note(scene.ann, "Before")
    pending = spaces.join_space(scene.ben, scene.invite(), connect=scene.connect)
    assert (pending.name, pending.state, len(pending.words)) == ("Lake Zone", "pending", 6)
    scene.note(scene.ben, "Written while waiting")
    assert [row.author for row in records.list_records(scene.ben, scene.space).rows] == ["Ben"]
    assert exchange(scene.ben, connect=scene.connect).waiting == 1
    exchange(scene.ann, connect=scene.connect)
    (request,) = spaces.join_requests(scene.ann)
    assert request.name == "Ben"
    assert (request.words, request.digits) == (pending.words, pending.digits)  # in the invite's language
    spaces.approve(scene.ann, request.id[:8])
    assert spaces.join_requests(scene.ann) == []
    exchange(scene.ann, connect=scene.connect)
    result = exchange(scene.ben, connect=scene.connect)
    assert (result.waiting, result.ops_in, result.ops_out) == (0, 1, 1)
    assert exchange(scene.ann, connect=scene.connect).up_to_date
    assert scene.titles(scene.ann) == scene.titles(scene.ben) == ["Before", "Written while waiting"]
    (view,) = spaces.list_spaces(scene.ben)
    assert (view.state, view.role, view.words) == ("active", "officer", ())
    with scene.ann.vault.read() as unit:
        assert {person.name for person in unit.people(scene.space).values()} == {"Ann", "Ben"}
    assert upkeep.state_hash(scene.ann, scene.space) == upkeep.state_hash(scene.ben, scene.space)
    assert is_up_to_date(scene.ann, scene.space)


def test_a_code_alone_admits_nobody(scene: Scene) -> None:
    scene.note(scene.ann, "Secret")
    exchange(scene.ann, connect=scene.connect)
    spaces.join_space(scene.ben, scene.invite(), connect=scene.connect)
    result = exchange(scene.ben, connect=scene.connect)
    assert not result.up_to_date
    assert result.ops_in == 0
    with scene.ben.vault.read() as unit:
        assert unit.epoch_keys(scene.space) == {}
        assert unit.acts(scene.space) == []


def test_the_same_code_asks_again_with_the_same_words(scene: Scene) -> None:
    code = scene.invite()
    first = spaces.join_space(scene.ben, code, connect=scene.connect)
    assert spaces.join_space(scene.ben, code, connect=scene.connect) == first
    assert len(spaces.list_spaces(scene.ben)) == 1


def test_an_invite_admits_one_laptop(scene: Scene, tmp_path: Path) -> None:
    code = scene.invite()
    third = create_vault(tmp_path / "third", "six words that are a passphrase", "Eva", params=FLOOR)
    spaces.join_space(scene.ben, code, connect=scene.connect)
    with pytest.raises(HubRefused) as caught:
        spaces.join_space(third, code, connect=scene.connect)
    assert caught.value.code == "taken"
    third.close()


def test_a_request_that_a_restored_hub_lost_is_left_again(scene: Scene) -> None:
    exchange(scene.ann, connect=scene.connect)
    code = scene.invite()
    earlier = scene.service._store.snapshot()
    spaces.join_space(scene.ben, code, connect=scene.connect)
    scene.service = HubService(HubStore.from_snapshot(earlier), HubSettings())
    exchange(scene.ann, connect=scene.connect)
    assert spaces.join_requests(scene.ann) == []
    exchange(scene.ben, connect=scene.connect)
    exchange(scene.ann, connect=scene.connect)
    assert [request.name for request in spaces.join_requests(scene.ann)] == ["Ben"]


def test_only_coordinators_invite_and_approve(scene: Scene) -> None:
    scene.admit()
    with pytest.raises(NotAllowed):
        spaces.create_invite(scene.ben, scene.space, connect=scene.connect)
    with pytest.raises(NotFound):
        spaces.approve(scene.ann, "abcdef12")


def test_an_invite_made_without_a_link_works_after_the_next_exchange(scene: Scene) -> None:
    @contextmanager
    def offline(_url: str, _cancelled: object) -> Iterator[None]:
        raise HubUnreachable("No link.")
        yield

    code = spaces.create_invite(scene.ann, scene.space, connect=offline)  # type: ignore[arg-type]
    with pytest.raises(HubRefused):
        spaces.join_space(scene.ben, code, connect=scene.connect)
    exchange(scene.ann, connect=scene.connect)
    assert spaces.join_space(scene.ben, code, connect=scene.connect).state == "pending"


def test_a_mistyped_code_changes_nothing(scene: Scene) -> None:
    code = scene.invite()
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    with pytest.raises(InvalidCode):
        spaces.join_space(scene.ben, wrong, connect=scene.connect)
    assert spaces.list_spaces(scene.ben) == []


def test_joining_ones_own_space_is_refused(scene: Scene) -> None:
    with pytest.raises(Mistaken):
        spaces.join_space(scene.ann, scene.invite(), connect=scene.connect)


class _Impostor:
    """Another server that relays everything and has another key."""

    def __init__(self, service: HubService) -> None:
        self._service = service

    def __getattr__(self, name: str) -> object:
        return getattr(self._service, name)

    def describe(self) -> messages.HubInfo:
        return messages.HubInfo(b"i" * 32, (1,), True)


def test_the_invite_and_the_first_contact_pin_the_servers_key(scene: Scene) -> None:
    code = scene.invite()
    elsewhere = in_process(_Impostor(scene.service))  # type: ignore[arg-type]
    with pytest.raises(HubRefused) as caught:
        spaces.join_space(scene.ben, code, connect=elsewhere)
    assert caught.value.code == "not_the_hub"
    with pytest.raises(HubRefused) as caught:
        spaces.set_hub(scene.ann, URL, connect=elsewhere)
    assert caught.value.code == "not_the_hub"
    assert spaces.list_spaces(scene.ben) == []


def test_a_ticket_of_another_server_is_refused(scene: Scene) -> None:
    other = HubService(HubStore.open("sqlite://"), HubSettings())
    with pytest.raises(HubRefused):
        spaces.set_hub(scene.ben, URL, other.new_ticket().text(), connect=scene.connect)


def test_without_a_ticket_the_hub_takes_no_space(scene: Scene) -> None:
    spaces.set_hub(scene.ben, URL, connect=scene.connect)
    space = spaces.create_space(scene.ben, "No ticket")
    records.add_record(scene.ben, space, "note", [SetValue("title", "Stays here")])
    with pytest.raises(HubRefused) as caught:
        exchange(scene.ben, connect=scene.connect)
    assert caught.value.code == "no_ticket"
    assert scene.service.check_health() == 0
    assert [row.title for row in records.list_records(scene.ben, space).rows] == ["Stays here"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_space_needs_a_name(scene: Scene, name: str) -> None:
    with pytest.raises(InvalidContent):
        spaces.create_space(scene.ann, name)


def test_without_a_server_there_is_nothing_to_exchange_with(scene: Scene) -> None:
    spaces.create_space(scene.ben, "Alone")
    with pytest.raises(Mistaken):
        exchange(scene.ben, connect=scene.connect)


def test_whoever_listens_hears_what_came(scene: Scene) -> None:
    scene.admit()
    heard: list[ChangeSummary] = []
    scene.ben.notices.subscribe(heard.append)
    scene.note(scene.ann, "News")
    exchange(scene.ann, connect=scene.connect)
    exchange(scene.ben, connect=scene.connect)
    assert [(one.origin, one.space, one.kinds) for one in heard] == [
        ("remote", scene.space, frozenset({"note"}))
    ]
    assert len(heard[0].records) == 1


def test_admission_is_announced_to_who_waited(scene: Scene) -> None:
    spaces.join_space(scene.ben, scene.invite(), connect=scene.connect)
    exchange(scene.ann, connect=scene.connect)
    spaces.approve(scene.ann, spaces.join_requests(scene.ann)[0].id)
    exchange(scene.ann, connect=scene.connect)
    heard: list[ChangeSummary] = []
    scene.ben.notices.subscribe(heard.append)
    exchange(scene.ben, connect=scene.connect)
    assert any(one.spaces_changed and one.space == scene.space for one in heard)


def test_progress_is_told_in_counts(scene: Scene) -> None:
    scene.note(scene.ann, "One")
    stages: list[str] = []
    exchange(scene.ann, connect=scene.connect, progress=lambda told: stages.append(told.stage))
    assert list(dict.fromkeys(stages)) == ["applying", "sealing", "asking", "storing"]
