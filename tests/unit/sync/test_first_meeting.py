"""What an invite and a join request withstand: other codes, other keys, changed bytes, a second answer."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.invite import InviteCode
from delve_desktop.domain.errors import (
    Damaged,
    HubRefused,
    InvalidContent,
    Malformed,
    NewerFormat,
    NotAllowed,
)
from delve_desktop.protocol.messages import HubInfo, sign_join_request
from delve_desktop.store.rows import InviteRow, JoinRequestRow
from delve_desktop.sync import first_meeting, founding
from delve_desktop.sync.first_meeting import JoinAsk, Joining
from delve_desktop.sync.local import Local
from tests.simulation.hub import SimHub

from .conftest import Group


class OneInvite:
    """A hub that has one invite act, whatever it is asked for."""

    def __init__(self, hub: SimHub, act: bytes) -> None:
        self._hub = hub
        self._act = act

    def describe(self) -> HubInfo:
        return self._hub.service.describe()

    def find_invite(self, lookup: bytes) -> bytes:
        return self._act

    def ask_to_join(self, lookup: bytes, request: bytes) -> None:
        raise AssertionError("nothing may be asked")

    def sync(self, head: bytes, content: object) -> bytes:
        raise AssertionError("nothing may be exchanged")


def invite(group: Group, language: str = "en") -> tuple[InviteCode, InviteRow, bytes]:
    """(the code, the invite's row, the act's bytes)."""
    with group.ann.vault.write() as unit:
        made = founding.invite(unit, group.ann.local(), group.space, unit.hub(1), language)
    with group.ann.vault.read() as unit:
        act = next(act.data for act in unit.acts(group.space) if act.id == made.act)
        row = next(row for row in unit.invites(group.space) if row.act == made.act)
    return made.code, row, act


def newcomer(group: Group) -> Local:
    identity = Identity.create(group.world.rng.randbytes)
    return replace(group.ben.local(), identity=identity)


def ask(group: Group, who: Local, code: InviteCode, act: bytes) -> Joining:
    return first_meeting.ask(who, first_meeting.look_up(OneInvite(group.hub, act), code), "Zoé")


def test_both_sides_see_the_same_words_and_other_requests_give_others(group: Group) -> None:
    code, row, act = invite(group)
    joining = ask(group, newcomer(group), code, act)
    asker = first_meeting.read_request(code.keys(), row, joining.request, "en")
    assert asker.name == "Zoé"
    assert asker.comparison == joining.comparison(group.space)
    other = ask(group, newcomer(group), code, act)
    assert other.comparison(group.space) != joining.comparison(group.space)


def test_an_invite_of_another_code_opens_nothing(group: Group) -> None:
    _, _, act = invite(group)
    other, _, _ = invite(group)
    with pytest.raises(HubRefused):
        first_meeting.look_up(OneInvite(group.hub, act), other)


def test_an_invite_with_words_in_an_unknown_language_is_of_a_newer_program(group: Group) -> None:
    code, _, act = invite(group, "xx")
    with pytest.raises(NewerFormat):
        first_meeting.look_up(OneInvite(group.hub, act), code)


def test_every_changed_byte_of_an_invite_act_is_noticed(group: Group) -> None:
    code, _, act = invite(group)
    for place in range(0, len(act), 3):
        changed = bytearray(act)
        changed[place] ^= 1
        with pytest.raises((HubRefused, InvalidContent)):
            first_meeting.look_up(OneInvite(group.hub, bytes(changed)), code)


def test_every_changed_byte_of_a_join_request_is_noticed(group: Group) -> None:
    code, row, act = invite(group)
    request = ask(group, newcomer(group), code, act).request
    for place in range(0, len(request), 3):
        changed = bytearray(request)
        changed[place] ^= 1
        with pytest.raises((Damaged, Malformed)):
            first_meeting.read_request(code.keys(), row, bytes(changed), "en")


def test_who_has_the_code_cannot_ask_in_the_name_of_another_device(group: Group) -> None:
    code, row, act = invite(group)
    victim, thief = newcomer(group), newcomer(group)
    met = first_meeting.look_up(OneInvite(group.hub, act), code)
    keys = code.keys()
    signature = thief.identity.sign(first_meeting.TAG, met.space, met.invite, thief.identity.exchange, b"Eva")
    forged = JoinAsk(victim.identity.device, thief.identity.exchange, "Eva", signature)
    sealed = keys.seal_request(msgspec.msgpack.encode(forged), met.space, thief.random)
    request = sign_join_request(keys.sign, met.space, keys.lookup, sealed)
    with pytest.raises(Damaged):
        first_meeting.read_request(keys, row, request, "en")


def test_a_hub_with_another_key_than_the_invite_pins_is_left(group: Group) -> None:
    code, _, act = invite(group)
    other = OneInvite(group.world.hubs[1], act)
    with pytest.raises(HubRefused) as caught:
        first_meeting.look_up(other, code)
    assert caught.value.code == "not_the_hub"


def test_one_invite_admits_one_device_and_an_approval_twice_is_one(group: Group) -> None:
    code, row, act = invite(group)
    first = ask(group, newcomer(group), code, act)
    second = ask(group, newcomer(group), code, act)
    rows = [
        JoinRequestRow(bytes((n,)) * 32, group.space, row.lookup, one.request, "open")
        for n, one in enumerate((first, second))
    ]
    askers = [first_meeting.read_request(code.keys(), row, one.request, "en") for one in (first, second)]
    with group.ann.vault.write() as unit:
        local = group.ann.local()
        assert first_meeting.approve(unit, local, row, rows[0], askers[0], "officer") is not None
        assert first_meeting.approve(unit, local, row, rows[0], askers[0], "officer") is None
        with pytest.raises(NotAllowed):
            first_meeting.approve(unit, local, row, rows[1], askers[1], "officer")


def test_inv14_an_officer_cannot_approve(group: Group) -> None:
    code, row, act = invite(group)
    group.sync(group.ann, group.ben)
    joining = ask(group, newcomer(group), code, act)
    asker = first_meeting.read_request(code.keys(), row, joining.request, "en")
    request = JoinRequestRow(bytes(32), group.space, row.lookup, joining.request, "open")
    with group.ben.vault.write() as unit, pytest.raises(NotAllowed):
        first_meeting.approve(unit, group.ben.local(), row, request, asker, "coordinator")


def test_a_new_member_gets_every_key_there_is_and_can_read_the_names(group: Group) -> None:
    with group.ben.vault.read() as unit:
        keys, people = unit.epoch_keys(group.space), unit.people(group.space)
        assert unit.space(group.space).name == "Cooperativa"
    with group.ann.vault.read() as unit:
        assert unit.epoch_keys(group.space) == keys
    assert {person.name for person in people.values()} == {f"laptop{number}" for number in range(4)}
    assert sum(person.role == "coordinator" for person in people.values()) == 1
