"""What a device and a hub say to each other: the request head, HELLO, RESULT, refusals and the reply.

A request is `head | content`, a reply `signature | content`; contents are frames (`frames`). MessagePack
structures are arrays; a reader takes a missing trailing element that has a default for that default,
and ignores elements beyond those it knows. `docs/protocol.md` shows each with its bytes.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Annotated, Final, TypeVar

import msgspec

from delve_desktop.domain.errors import Malformed, UnknownVersion
from delve_desktop.domain.ids import DeviceId, SpaceId

from . import frames, limits, versions
from .feed import START
from .signing import SIGNATURE_SIZE, Signer, verify
from .summary import Compared, Summary

HUB_PATH: Final = "/v1/hub"
SYNC_PATH: Final = "/v1/sync"
INVITE_PATH: Final = "/v1/invite/"  # then the lookup id in hex
JOIN_PATH: Final = "/v1/join/"  # the same
HEALTH_PATH: Final = "/v1/health"

CHALLENGE_SIZE: Final = 32
NO_CHALLENGE: Final = bytes(CHALLENGE_SIZE)  # what a device signs over before it was given one

_Short = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
_Long = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
_Count = Annotated[int, msgspec.Meta(ge=0, le=limits.NUMBER_MAX)]
_JoinRequest = Annotated[bytes, msgspec.Meta(max_length=limits.JOIN_REQUEST_MAX)]


class Refusal(StrEnum):
    """Why a hub says no: to a whole request, to a space of it, or to one item."""

    BAD_SIGNATURE = "bad_signature"
    STALE_CHALLENGE = "stale_challenge"
    TOO_LARGE = "too_large"
    MALFORMED = "malformed"
    VERSION = "version"
    RATE_LIMITED = "rate_limited"
    NOT_FOUND = "not_found"
    TAKEN = "taken"  # another join request already waits at this invite, or it was used
    NOT_MEMBER = "not_member"  # of an item: its author
    NO_SPACE = "no_space"  # of an item: the space is not open on this hub
    WRONG_SPACE = "wrong_space"  # of an item: it belongs to another space
    MISSING_PARENT = "missing_parent"  # of an act: what it builds on is not here yet
    FULL = "full"  # the space's quota is used up
    BROKEN = "broken"  # the content does not match its hash
    INTERNAL = "internal"  # a fault of the hub itself


class Status(IntEnum):
    """How the hub stands to a device in one space."""

    OK = 0
    COMPARE = 1  # position and feed hash do not fit: call again with a summary
    NOT_MEMBER = 2
    UNKNOWN_SPACE = 3  # bring a ticket and the space's acts
    BAD_TICKET = 4  # unknown, or used for another space
    BELOW_FLOOR = 5  # the space requires a higher protocol version than this request's


class SpaceHello(msgspec.Struct, array_like=True, frozen=True):
    """Where the device stands in one space.

    `ticket` (16 bytes) opens a new space. `requests` is nil, or, from a coordinator, the lookup ids of
    the join requests it already has. With `summary` the reply is a full comparison.
    """

    space: _Short
    position: _Count = 0
    feed_hash: _Long = START
    ticket: Annotated[bytes, msgspec.Meta(max_length=16)] = b""
    requests: Annotated[tuple[_Short, ...], msgspec.Meta(max_length=limits.KNOWN_REQUESTS_MAX)] | None = None
    summary: Summary | None = None


class Hello(msgspec.Struct, array_like=True, frozen=True):
    """The first frame of a request. `budget`: the most bytes of items that the reply may bring."""

    budget: _Count
    spaces: Annotated[tuple[SpaceHello, ...], msgspec.Meta(max_length=limits.SPACES_MAX)] = ()


class Problem(msgspec.Struct, array_like=True, frozen=True):
    """One item of the request that the hub did not take; all others are stored. `code` is a `Refusal`."""

    item: Annotated[int, msgspec.Meta(ge=0, lt=2**32)]  # its place among the request's ITEM frames
    code: Annotated[str, msgspec.Meta(max_length=32)]


class Waiting(msgspec.Struct, array_like=True, frozen=True):
    """A join request that waits at an invite; for coordinators."""

    lookup: _Short
    request: _JoinRequest


class SpaceResult(msgspec.Struct, array_like=True, frozen=True):
    """The hub's answer for one space, in the order of HELLO.

    `position` and `feed_hash` say where the device stands once it has stored this reply's entries; under
    COMPARE, and in a comparison that is not finished, they are the head of the hub's feed. `digest` is
    that of all the hub holds of the space. `more`: entries wait beyond the budget. `forks`: writers that
    have two segments of one number. `compared` answers a summary.
    """

    status: int
    position: _Count = 0
    feed_hash: _Long = START
    digest: Annotated[bytes, msgspec.Meta(max_length=32)] = b""
    more: bool = False
    forks: Annotated[tuple[_Short, ...], msgspec.Meta(max_length=limits.FORKS_MAX)] = ()
    requests: Annotated[tuple[Waiting, ...], msgspec.Meta(max_length=limits.KNOWN_REQUESTS_MAX)] = ()
    compared: Compared | None = None


class Result(msgspec.Struct, array_like=True, frozen=True):
    """The first frame of a reply. `chunks` is empty where the hub keeps no attachments; else it names what
    the hub has of them: another mark than before says that it may have lost some.
    """

    challenge: _Long  # to sign the next request over
    spaces: Annotated[tuple[SpaceResult, ...], msgspec.Meta(max_length=limits.SPACES_MAX)] = ()
    problems: Annotated[tuple[Problem, ...], msgspec.Meta(max_length=limits.ITEMS_MAX)] = ()
    chunks: Annotated[bytes, msgspec.Meta(max_length=16)] = b""


class HubInfo(msgspec.Struct, frozen=True):
    """Who a hub is: its Ed25519 key, the protocol versions it speaks, whether it asks for a ticket."""

    key: _Long
    versions: Annotated[tuple[int, ...], msgspec.Meta(max_length=64)]
    open: bool = False


class RefusalBody(msgspec.Struct, frozen=True, omit_defaults=True):
    """The body of an answer whose HTTP status is 4xx or 5xx."""

    code: Annotated[str, msgspec.Meta(max_length=32)]
    message: Annotated[str, msgspec.Meta(max_length=1024)]
    challenge: Annotated[bytes, msgspec.Meta(max_length=CHALLENGE_SIZE)] = b""


_HEAD: Final = struct.Struct(">B32s32s32s64s")
HEAD_SIZE: Final = _HEAD.size


@dataclass(frozen=True, slots=True)
class RequestHead:
    """The 161 bytes before a request's content: `version | device | challenge | hash | signature`.

    `hash` is SHA-256 of the content. The signature is over the tag `request` and version, device,
    server key, challenge, hash and the path of the call.
    """

    device: DeviceId
    challenge: bytes
    content_hash: bytes
    signature: bytes
    version: int = versions.CURRENT

    def pack(self) -> bytes:
        """The 161 bytes."""
        return _HEAD.pack(self.version, self.device, self.challenge, self.content_hash, self.signature)

    @classmethod
    def unpack(cls, data: bytes) -> RequestHead:
        """Raises `Malformed` or `UnknownVersion`."""
        if len(data) != HEAD_SIZE:
            raise Malformed(f"The head of a request has {len(data)} bytes; {HEAD_SIZE} are right.")
        version, device, challenge, content_hash, signature = _HEAD.unpack(data)
        if version not in versions.SPOKEN or version < versions.FLOOR:
            raise UnknownVersion(f"A request has protocol version {version}; this program speaks 1.")
        return cls(DeviceId(device), challenge, content_hash, signature, version)

    def verify(self, server_key: bytes, path: str = SYNC_PATH) -> None:
        """Raises `Damaged` unless the device signed this for that server and that call."""
        verify(self.device, self.signature, "request", *self.signed_parts(server_key, path))

    def signed_parts(self, server_key: bytes, path: str = SYNC_PATH) -> tuple[bytes, ...]:
        """What the signature covers."""
        version = bytes((self.version,))
        return (version, self.device, server_key, self.challenge, self.content_hash, path.encode())


def sign_head(
    device: DeviceId,
    sign: Signer,
    server_key: bytes,
    challenge: bytes,
    content: bytes,
    path: str = SYNC_PATH,
) -> RequestHead:
    """The head of a request with this content."""
    content_hash = hashlib.sha256(content).digest()
    parts = RequestHead(device, challenge, content_hash, b"").signed_parts(server_key, path)
    return RequestHead(device, challenge, content_hash, sign("request", *parts))


def pack_request(hello: Hello, items: Iterable[frames.Item]) -> bytes:
    """The content of a request."""
    parts = [frames.pack(frames.HELLO, _encode(hello))]
    parts.extend(frames.pack_item(item) for item in items)
    return b"".join(parts)


def read_hello(frame: frames.Frame) -> Hello:
    """The HELLO that this frame must hold; raises `Malformed`."""
    if frame.type != frames.HELLO:
        raise Malformed("A request does not begin with HELLO.")
    return _decode(_hello, frame.payload, "A HELLO")


class Reply:
    """An opened reply: the result, then the entries in order."""

    __slots__ = ("entries", "result")

    def __init__(self, result: Result, entries: list[frames.Entry]) -> None:
        self.result = result
        self.entries = entries


def pack_reply(sign: Signer, head: bytes, result: Result, entries: Iterable[frames.Entry]) -> bytes:
    """The bytes of a reply to the request with this head, signed with the server's key.

    The signature is over the tag `reply`, the 161 head bytes and SHA-256 of the content.
    """
    said = result if result.chunks else (result.challenge, result.spaces, result.problems)
    parts = [frames.pack(frames.RESULT, _encode(said))]
    parts.extend(frames.pack_entry(entry) for entry in entries)
    content = b"".join(parts)
    return sign("reply", head, hashlib.sha256(content).digest()) + content


def open_reply(data: bytes, server_key: bytes, head: bytes) -> Reply:
    """Check and read a reply to the request with this head. Raises `Malformed` or `Damaged`."""
    if len(data) > limits.REPLY_MAX:
        raise Malformed(f"A reply of {len(data)} bytes is over the limit of {limits.REPLY_MAX}.")
    signature, content = data[:SIGNATURE_SIZE], data[SIGNATURE_SIZE:]
    verify(server_key, signature, "reply", head, hashlib.sha256(content).digest())
    reader = frames.FrameReader(frames.REPLY_LIMITS, limits.REPLY_MAX)
    read = reader.feed(content)
    reader.finish()
    if not read or read[0].type != frames.RESULT:
        raise Malformed("A reply does not begin with RESULT.")
    result = _decode(_result, read[0].payload, "A RESULT")
    return Reply(result, [frames.read_entry(frame) for frame in read[1:]])


def sign_join_request(sign: Signer, space: SpaceId, lookup: bytes, sealed: bytes) -> bytes:
    """A join request: the sealed bytes, then a signature by the invite's key over tag `join-request`,
    space, lookup id and sealed bytes. Raises `Malformed` over 4 KiB.
    """
    request = sealed + sign("join-request", space, lookup, sealed)
    if len(request) > limits.JOIN_REQUEST_MAX:
        raise Malformed(f"A join request of {len(request)} bytes is over the limit of 4 KiB.")
    return request


def open_join_request(verify_key: bytes, space: SpaceId, lookup: bytes, request: bytes) -> bytes:
    """The sealed bytes of a join request. Raises `Malformed`, or `Damaged` for a bad signature."""
    if not SIGNATURE_SIZE < len(request) <= limits.JOIN_REQUEST_MAX:
        raise Malformed(f"A join request has {len(request)} bytes.")
    sealed, signature = request[:-SIGNATURE_SIZE], request[-SIGNATURE_SIZE:]
    verify(verify_key, signature, "join-request", space, lookup, sealed)
    return sealed


def pack_info(info: HubInfo) -> bytes:
    """The body of the answer to `GET /v1/hub`."""
    return _encode(info)


def read_info(data: bytes) -> HubInfo:
    """Raises `Malformed`."""
    return _decode(_info, data, "What a hub says of itself")


def pack_refusal(body: RefusalBody) -> bytes:
    """The body of a refusal."""
    return _encode(body)


def read_refusal(data: bytes) -> RefusalBody:
    """Raises `Malformed`."""
    return _decode(_refusal, data, "A refusal")


_T = TypeVar("_T")
_encoder: Final = msgspec.msgpack.Encoder(order="deterministic")
_hello: Final = msgspec.msgpack.Decoder(Hello)
_result: Final = msgspec.msgpack.Decoder(Result)
_info: Final = msgspec.msgpack.Decoder(HubInfo)
_refusal: Final = msgspec.msgpack.Decoder(RefusalBody)


def _encode(value: object) -> bytes:
    return _encoder.encode(value)


def _decode(decoder: msgspec.msgpack.Decoder[_T], data: bytes, what: str) -> _T:
    try:
        return decoder.decode(data)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise Malformed(f"{what} cannot be read: {error}") from error
