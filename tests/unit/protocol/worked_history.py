"""The worked history of docs/protocol.md: two laptops, a stick and a hub, with the bytes of everything.

`python -m tests.unit.protocol.worked_history` writes it anew into the document (two laptops' keys are
fixed, wraps and salts are random); the test beside reads it from there and checks every value.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

from delve_desktop.crypto import envelope
from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.crypto.names import seal_name
from delve_desktop.crypto.wrap import wrap
from delve_desktop.domain import acts, ops
from delve_desktop.domain.ids import ActId, SegmentId, SpaceId, WriterId, new_space, new_writer, op_id
from delve_desktop.domain.membership import key_commitment, wrap_info
from delve_desktop.protocol import frames, messages, segment
from delve_desktop.protocol.acts import SignedAct, sign_act
from delve_desktop.sync.members import person_bound, title_bound
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore

DOCUMENT: Final = Path(__file__).resolve().parents[3] / "docs" / "protocol.md"
_BLOCK: Final = re.compile(r"(?<=```history\n).*?(?=```)", re.DOTALL)
_WIDTH: Final = 80  # hex digits of a line

ALMA: Final = Identity.from_bytes(hashlib.sha512(b"the laptop of Alma").digest())
BENI: Final = Identity.from_bytes(hashlib.sha512(b"the laptop of Beni").digest())
EPOCH_KEY: Final = EpochKey(hashlib.sha256(b"the first epoch").digest())
TIME: Final = 1_767_950_000
BUDGET: Final = 5_000_000


def read() -> dict[str, bytes]:
    """The values in the document, by name."""
    block = _BLOCK.search(DOCUMENT.read_text(encoding="utf-8"))
    assert block is not None
    values: dict[str, bytes] = {}
    name = ""
    for line in block.group().splitlines():
        if line.startswith(" "):
            values[name] += bytes.fromhex(line)
        elif line and not line.startswith("#"):
            name = line.strip()
            values[name] = b""
    return values


def write() -> None:
    """Put a history made anew into the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    block = "".join(_lines())
    DOCUMENT.write_text(_BLOCK.sub(lambda _: block, text), encoding="utf-8")


def _lines() -> Iterator[str]:
    for name, value in _history():
        if value is None:
            yield f"# {name}\n"
            continue
        yield f"{name}\n"
        shown = value.hex()
        for start in range(0, len(shown), _WIDTH):
            yield f"  {shown[start : start + _WIDTH]}\n"


def _history() -> Iterator[tuple[str, bytes | None]]:
    space_nonce, writers = bytes(range(16)), (b"a" * 16, b"b" * 16)
    space = new_space(ALMA.device, space_nonce)
    first, second = (new_writer(one.device, nonce) for one, nonce in zip((ALMA, BENI), writers, strict=True))
    yield (
        "Keys: 32 bytes of Ed25519 seed, then 32 of X25519 private key; the public keys; the epoch key",
        None,
    )
    yield "secret of Alma", ALMA.to_bytes()
    yield "device of Alma", ALMA.device
    yield "secret of Beni", BENI.to_bytes()
    yield "device of Beni", BENI.device
    yield "epoch key", EPOCH_KEY
    yield "Alma founds the space and opens its first epoch", None
    found = sign_act(acts.build(space, ALMA.device, (), acts.Found(space_nonce, ALMA.exchange)), ALMA.sign)
    epoch = _epoch(space, found.id)
    yield "space", space
    yield "act found", found.data
    yield "id of found", found.id
    yield "act epoch", epoch.data
    yield "id of epoch", epoch.id
    yield "She writes a note, and its op is sealed as the first segment of her chain", None
    note = ops.encode(ops.Op(1, 1, TIME, (), "note", b"", 0, (ops.Write("title", "put", "Pump"),)))
    one = _seal(ALMA, space, first, epoch.id, note)
    yield "op of Alma", note
    yield "id of op of Alma", op_id(space, ALMA.device, note)
    yield "segment of Alma", one
    yield "id of segment of Alma", segment.segment_id(one)
    yield "She admits Beni, who gets the epoch key; acts and segment go to him on a stick, as they are", None
    admit = sign_act(acts.build(space, ALMA.device, (epoch.id,), _admission(space, epoch.id)), ALMA.sign)
    yield "act admit", admit.data
    yield "id of admit", admit.id
    yield "Beni gives the note a place. His op names hers as its parent", None
    place = ops.encode(
        ops.Op(
            1,
            1,
            TIME + 3600,
            (op_id(space, ALMA.device, note),),
            "",
            b"",
            0,
            (ops.Write("place", "put", "Geita"),),
        )
    )
    two = _seal(BENI, space, second, epoch.id, place)
    yield "op of Beni", place
    yield "id of op of Beni", op_id(space, BENI.device, place)
    yield "segment of Beni", two
    yield "id of segment of Beni", segment.segment_id(two)
    yield from _exchange(space, [found.data, epoch.data, admit.data], [one, two])


def _epoch(space: SpaceId, found: ActId) -> SignedAct:
    commitment = key_commitment(EPOCH_KEY)
    body = acts.Epoch(
        number=1,
        commitment=commitment,
        wraps=((ALMA.device, wrap(EPOCH_KEY, ALMA.exchange, wrap_info(space, commitment))),),
        title=seal_name(EPOCH_KEY, os.urandom, "Geita", title_bound(space)),
        name=seal_name(EPOCH_KEY, os.urandom, "Alma", person_bound(space, ALMA.device)),
    )
    return sign_act(acts.build(space, ALMA.device, (found,), body), ALMA.sign)


def _admission(space: SpaceId, epoch: ActId) -> acts.Admit:
    wrapped = wrap(EPOCH_KEY, BENI.exchange, wrap_info(space, key_commitment(EPOCH_KEY)))
    return acts.Admit(
        device=BENI.device,
        exchange=BENI.exchange,
        role="officer",
        name=seal_name(EPOCH_KEY, os.urandom, "Beni", person_bound(space, BENI.device)),
        named_under=epoch,
        wraps=((epoch, wrapped),),
    )


def _seal(author: Identity, space: SpaceId, writer: WriterId, epoch: ActId, op: bytes) -> bytes:
    plaintext = segment.pack_ops([op])
    blank = segment.Header(
        space=space,
        device=author.device,
        writer=writer,
        number=1,
        previous=SegmentId(bytes(32)),
        epoch=epoch,
        salt=os.urandom(16),
        length=segment.ciphertext_size(plaintext),
        commitment=bytes(32),
    )
    keys = envelope.derive(EPOCH_KEY, blank.salt, blank.prefix())
    header = replace(blank, commitment=keys.commitment)
    ciphertext = envelope.seal(keys, header.pack(), plaintext)
    return segment.join(header, ciphertext, author.sign(segment.TAG, header.pack(), ciphertext))


def _exchange(
    space: SpaceId, signed: list[bytes], segments: list[bytes]
) -> Iterator[tuple[str, bytes | None]]:
    with closing(HubStore.open("sqlite://")) as store:
        hub = HubService(store, HubSettings(open=True))
        items = [frames.Item(0, frames.ACT, one) for one in signed]
        items += [frames.Item(0, frames.SEGMENT, one) for one in segments]
        bringing = messages.pack_request(messages.Hello(BUDGET, (messages.SpaceHello(space),)), items)
        _, result = _call(hub, BENI, messages.NO_CHALLENGE, bringing)
        where = messages.SpaceHello(space, result.spaces[0].position, result.spaces[0].feed_hash)
        asking = messages.pack_request(messages.Hello(BUDGET, (where,)), [])
        yield (
            "Beni reaches a hub first and brings it all: the head of his feed, and the digest of all items",
            None,
        )
        yield "feed hash", result.spaces[0].feed_hash
        yield "digest", result.spaces[0].digest
        yield "He asks again; there is nothing to do. The hub's key, the request, and the reply", None
        (head, reply), _ = _call(hub, BENI, result.challenge, asking)
        yield "key of the hub", hub.public_key
        yield "request head", head
        yield "request content", asking
        yield "reply", reply


def _call(
    hub: HubService, device: Identity, challenge: bytes, content: bytes
) -> tuple[tuple[bytes, bytes], messages.Result]:
    from delve_desktop.domain.errors import StaleChallenge

    head = messages.sign_head(device.device, device.sign, hub.public_key, challenge, content).pack()
    try:
        reply = hub.sync(head, [content])
    except StaleChallenge as stale:
        return _call(hub, device, stale.challenge, content)
    return (head, reply), messages.open_reply(reply, hub.public_key, head).result


if __name__ == "__main__":
    write()
