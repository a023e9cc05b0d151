"""The worked history in docs/protocol.md is true: every value in it is read and checked by today's code."""

from __future__ import annotations

import pytest

from delve_desktop.crypto import envelope
from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.crypto.names import open_name
from delve_desktop.crypto.wrap import unwrap
from delve_desktop.domain import acts, ops
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.ids import ActId, DeviceId, OpId, SpaceId, new_space, op_id
from delve_desktop.domain.membership import Standing, key_commitment, replay, wrap_info
from delve_desktop.domain.merge import merge
from delve_desktop.protocol import frames, limits, messages, segment
from delve_desktop.protocol.acts import verify_act
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.feed import START, feed_hash
from delve_desktop.sync.members import person_bound, title_bound

from . import worked_history


@pytest.fixture(scope="module")
def told() -> dict[str, bytes]:
    return worked_history.read()


@pytest.fixture(scope="module")
def space(told: dict[str, bytes]) -> SpaceId:
    return SpaceId(told["space"])


def test_inv14_the_acts_found_a_space_of_two(told, space):
    log = {}
    for name in ("found", "epoch", "admit"):
        signed = verify_act(told[f"act {name}"])
        assert signed.id == told[f"id of {name}"]
        assert acts.encode(signed.act) == told[f"act {name}"][:-64]
        log[signed.id] = signed.act
    membership = replay(space, log)
    assert set(membership.standing.values()) == {Standing.COUNTS}
    assert set(membership.members) == {told["device of Alma"], told["device of Beni"]}
    assert membership.usable_epoch() == told["id of epoch"]
    assert membership.found is not None
    assert new_space(DeviceId(told["device of Alma"]), membership.found.nonce) == space
    key = EpochKey(told["epoch key"])
    epoch = membership.epochs[ActId(told["id of epoch"])]
    assert key_commitment(key) == epoch.commitment
    for name in ("Alma", "Beni"):
        identity = Identity.from_bytes(told[f"secret of {name}"])
        assert identity.device == told[f"device of {name}"]
        wrapped = membership.wraps_for(identity.device)[epoch.id]
        assert unwrap(wrapped, identity, wrap_info(space, epoch.commitment)) == key
    assert open_name(key, epoch.title, title_bound(space)) == "Geita"
    beni = membership.members[DeviceId(told["device of Beni"])]
    assert open_name(key, beni.name, person_bound(space, beni.device)) == "Beni"


def test_inv10_the_segments_open_to_the_ops(told, space):
    for name in ("Alma", "Beni"):
        one = segment.verify(told[f"segment of {name}"])
        assert one.id == told[f"id of segment of {name}"]
        assert one.header.space == space
        assert one.header.device == told[f"device of {name}"]
        assert one.header.epoch == told["id of epoch"]
        keys = envelope.derive(EpochKey(told["epoch key"]), one.header.salt, one.header.prefix())
        plaintext = envelope.unseal(keys, one.header_bytes, one.ciphertext)
        assert segment.unpack_ops(plaintext) == [told[f"op of {name}"]]
        assert op_id(space, one.header.device, told[f"op of {name}"]) == told[f"id of op of {name}"]


def test_the_ops_make_one_note_with_title_and_place(told, space):
    known = [
        KnownOp(
            OpId(told[f"id of op of {name}"]),
            DeviceId(told[f"device of {name}"]),
            ops.decode(told[f"op of {name}"]),
        )
        for name in ("Alma", "Beni")
    ]
    assert all(
        ops.encode(one.op) == told[f"op of {name}"] for one, name in zip(known, ("Alma", "Beni"), strict=True)
    )
    state = merge(ops.record_of_root(space, known[0].op, known[0].id), known)
    shown = {name: [version.value for version in field.versions] for name, field in state.fields.items()}
    assert shown == {"title": ["Pump"], "place": ["Geita"]}


def test_the_hubs_feed_and_digest_are_those_of_the_items(told):
    items = [
        told[f"id of {name}"] for name in ("found", "epoch", "admit", "segment of Alma", "segment of Beni")
    ]
    last, digest = START, SetDigest()
    for item in items:
        last = feed_hash(last, item)
    for item in reversed(items):
        digest.add(item)
    assert last == told["feed hash"]
    assert digest.value() == told["digest"]


def test_the_last_request_and_its_reply_are_as_told(told, space):
    head = messages.RequestHead.unpack(told["request head"])
    head.verify(told["key of the hub"])
    assert head.device == told["device of Beni"]
    reader = frames.FrameReader(frames.REQUEST_LIMITS, limits.REQUEST_MAX)
    (frame,) = reader.feed(told["request content"])
    where = messages.SpaceHello(space, 5, told["feed hash"])
    assert messages.read_hello(frame) == messages.Hello(worked_history.BUDGET, (where,))
    reply = messages.open_reply(told["reply"], told["key of the hub"], told["request head"])
    assert reply.entries == []
    (result,) = reply.result.spaces
    assert result == messages.SpaceResult(messages.Status.OK, 5, told["feed hash"], told["digest"])
    assert len(told["request head"]) + len(told["request content"]) <= 250
    assert len(told["reply"]) <= 200
