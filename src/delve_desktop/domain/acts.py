"""Acts: the entries of a space's membership log, as exact bytes.

The unsigned bytes are the MessagePack array `[version, space, author, parents, kind, body]`:

* `version` 1
* `space`   16 bytes
* `author`  the device that signs, 32 bytes
* `parents` ids of the acts the author had seen and no other act it had seen names, sorted
* `kind`    `found`, `admit`, `epoch` or `invite`; others are kept and forwarded unread
* `body`    a map, one struct of this module per kind; keys that a later version adds are ignored

How they are signed and named is in `protocol.acts`; what they mean is in `membership`.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import msgspec

from . import versioned
from .errors import Malformed
from .ids import ActId, DeviceId, SpaceId

VERSION: Final = 1
MAX_BODY: Final = 16 * 1024 - 64  # bytes of one unsigned act; with its signature 16 KiB
MAX_PARENTS: Final = 64
WRAP: Final = 80  # bytes of an epoch key wrapped for one device
MAX_SEALED_NAME: Final = 512

Role = Literal["reader", "officer", "coordinator"]
ROLES: Final[tuple[Role, ...]] = ("reader", "officer", "coordinator")  # each may do what the one before may

_short = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
_long = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
_wrap = Annotated[bytes, msgspec.Meta(min_length=WRAP, max_length=WRAP)]
_sealed_name = Annotated[bytes, msgspec.Meta(max_length=MAX_SEALED_NAME)]


class Found(msgspec.Struct, frozen=True):
    """Begins a space: its id is a hash of the author and `nonce`, so the act proves itself.

    `exchange` is the founder's X25519 key; `merge_version` and `protocol_floor` bind every member.
    """

    nonce: _short
    exchange: _long
    merge_version: Annotated[int, msgspec.Meta(ge=1, lt=2**16)] = 1
    protocol_floor: Annotated[int, msgspec.Meta(ge=1, lt=2**16)] = 1


class Admit(msgspec.Struct, frozen=True):
    """Takes a device in. `wraps` holds the epoch keys so far, each as `(epoch act id, 80 bytes)`."""

    device: _long
    exchange: _long
    role: Role
    name: _sealed_name = b""  # sealed under the epoch key that `named_under` tells
    named_under: Annotated[bytes, msgspec.Meta(max_length=32)] = b""
    wraps: Annotated[tuple[tuple[_long, _wrap], ...], msgspec.Meta(max_length=128)] = ()
    invite: Annotated[bytes, msgspec.Meta(max_length=32)] = b""  # the invite act it answers, or empty


class Epoch(msgspec.Struct, frozen=True):
    """Opens the period of a new space key. `wraps` holds the key for each member: `(device, 80 bytes)`."""

    number: Annotated[int, msgspec.Meta(ge=1, lt=2**32)]
    commitment: _long  # `key_commitment` of the key
    wraps: Annotated[tuple[tuple[_long, _wrap], ...], msgspec.Meta(min_length=1, max_length=128)]
    title: _sealed_name = b""  # name of the space, sealed under this key
    name: _sealed_name = b""  # name of the author, the same


class Invite(msgspec.Struct, frozen=True):
    """Lets the hub take one join request, signed by the key that the invite's code yields."""

    lookup: _short
    verify: _long
    bundle: Annotated[bytes, msgspec.Meta(max_length=4096)]  # what the joiner needs, sealed by the code


Body = Found | Admit | Epoch | Invite
KINDS: Final[dict[str, type[Body]]] = {"found": Found, "admit": Admit, "epoch": Epoch, "invite": Invite}
_NAMES: Final = {body: kind for kind, body in KINDS.items()}


class Act(msgspec.Struct, array_like=True, frozen=True):
    """A decoded act; `body` stays as bytes until `body_of` reads it."""

    version: int
    space: _short
    author: _long
    parents: Annotated[tuple[_long, ...], msgspec.Meta(max_length=MAX_PARENTS)]
    kind: Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
    body: msgspec.Raw


class ActFrame(msgspec.Struct, array_like=True, frozen=True):
    """What the acts of all versions begin with: enough to know whose they are and to hand them on."""

    version: int
    space: _short
    author: _long
    parents: Annotated[tuple[_long, ...], msgspec.Meta(max_length=MAX_PARENTS)]


_encoder: Final = msgspec.msgpack.Encoder(order="deterministic")
_decoder: Final = msgspec.msgpack.Decoder(Act)
_frames: Final = msgspec.msgpack.Decoder(ActFrame)
_bodies: Final[dict[str, msgspec.msgpack.Decoder[Any]]] = {
    kind: msgspec.msgpack.Decoder(body) for kind, body in KINDS.items()
}


def build(space: SpaceId, author: DeviceId, parents: tuple[ActId, ...], body: Body) -> Act:
    """An act with this body, after these acts."""
    raw = msgspec.Raw(_encoder.encode(body))
    return Act(VERSION, space, author, tuple(sorted(parents)), _NAMES[type(body)], raw)


def encode(act: Act) -> bytes:
    """The unsigned bytes; raises `Malformed` when they would exceed `MAX_BODY`."""
    data = _encoder.encode(act)
    if len(data) > MAX_BODY:
        raise Malformed(f"An act holds {len(data)} bytes; {MAX_BODY} is the most.")
    return data


def decode(data: bytes) -> Act:
    """The act in these unsigned bytes; raises `Malformed` or `UnknownVersion`."""
    return versioned.read(_decoder, data, VERSION, MAX_BODY, "An act")


def decode_frame(data: bytes) -> ActFrame:
    """The frame of an act of any version in these unsigned bytes; raises `Malformed`."""
    if len(data) > MAX_BODY:
        raise Malformed(f"An act of {len(data)} bytes is over the limit of {MAX_BODY}.")
    try:
        return _frames.decode(data)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise Malformed(f"An act cannot be read: {error}") from error


def body_of(act: Act) -> Body | None:
    """The act's body; None for a kind this version does not know. Raises `Malformed`."""
    decoder = _bodies.get(act.kind)
    if decoder is None:
        return None
    try:
        body: Body = decoder.decode(act.body)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise Malformed(f"The body of an act ({act.kind}) cannot be read: {error}") from error
    return body
