"""Ops: one change to one record by one person, as exact bytes.

The bytes are the MessagePack array
`[version, counter, time, parents, kind, origin, action, writes]`:

* `version`  1
* `counter`  the writer's op counter, from 1; makes two equal changes two ops
* `time`     Unix seconds by the author's clock; a label, no rule reads it
* `parents`  ids of the heads the author had seen, each 32 bytes; empty for a root op
* `kind`     the record's kind in a root op, else empty
* `origin`   where an imported or copied record came from, in a root op, else empty
* `action`   0 edits, 1 deletes
* `writes`   `[field, how, value]` or `[field, how, value, keeps]`, where `how` is

  * `put`    a scalar value, or nil for "cleared"
  * `text`   the whole of a long text
  * `splice` `[[base, [[offset, removed, inserted], ...]], ...]`: edits against standing versions;
    `base` is the version's position among the standing versions at the op's parents, in display
    order; offsets and counts are in code points of the base, ascending and apart
  * `add`, `remove` a list of members of a set field

  and `keeps` lists the ids of the versions (33 bytes each) that this write leaves standing.

An op is never re-encoded: its id is a hash of these bytes (`ids.op_id`). Trailing elements that a
later version appends are ignored; an unknown `version` raises `UnknownVersion`.

Values are nil, booleans, numbers, texts, bytes, and lists and maps of these, maps with texts as keys,
at most `MAX_NESTING` deep: what has one canonical form on every laptop. "Not a number" has none.
"""

from __future__ import annotations

from typing import Annotated, Any, Final

import msgspec

from . import versioned
from .errors import Malformed
from .ids import OpId, RecordId, SpaceId, record_of_origin

VERSION: Final = 1
EDIT: Final = 0
DELETE: Final = 1

PUT: Final = "put"
TEXT: Final = "text"
SPLICE: Final = "splice"
ADD: Final = "add"
REMOVE: Final = "remove"

MAX_BODY: Final = 48 * 1024  # bytes of one op; bigger bodies are blobs
MAX_PARENTS: Final = 64
MAX_WRITES: Final = 256
MAX_NESTING: Final = 16  # lists and maps within each other in one value

type_id = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
type_name = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class Write(msgspec.Struct, array_like=True, frozen=True, omit_defaults=True):
    """One write of one field; see the module's docstring for `how` and the shape of `value`."""

    field: type_name
    how: Annotated[str, msgspec.Meta(min_length=1, max_length=16)]
    value: Any
    keeps: Annotated[
        tuple[Annotated[bytes, msgspec.Meta(min_length=33, max_length=33)], ...],
        msgspec.Meta(max_length=256),
    ] = ()


class Op(msgspec.Struct, array_like=True, frozen=True):
    """A decoded op. Build one, `encode` it once, and keep the bytes."""

    version: int
    counter: Annotated[int, msgspec.Meta(ge=1, lt=2**53)]
    time: Annotated[int, msgspec.Meta(ge=-(2**53), lt=2**53)]
    parents: Annotated[tuple[type_id, ...], msgspec.Meta(max_length=MAX_PARENTS)]
    kind: Annotated[str, msgspec.Meta(max_length=64)]
    origin: Annotated[bytes, msgspec.Meta(max_length=512)]
    action: int
    writes: Annotated[tuple[Write, ...], msgspec.Meta(max_length=MAX_WRITES)]


_encoder: Final = msgspec.msgpack.Encoder(order="deterministic")
_decoder: Final = msgspec.msgpack.Decoder(Op)


def encode(op: Op) -> bytes:
    """The op's bytes; raises `Malformed` when they exceed `MAX_BODY` or a value is not plain."""
    _check_values(op)
    try:
        body = _encoder.encode(op)
    except (ValueError, OverflowError) as error:  # half a surrogate pair, an integer over 64 bits
        raise Malformed(f"A change cannot be written: {error}") from error
    if len(body) > MAX_BODY:
        raise Malformed(f"One change holds {len(body)} bytes; {MAX_BODY} is the most.")
    return body


def decode(body: bytes) -> Op:
    """The op in these bytes; raises `Malformed` or `UnknownVersion`."""
    op = versioned.read(_decoder, body, VERSION, MAX_BODY, "An op")
    if bool(op.parents) == bool(op.kind) or (op.parents and op.origin):
        raise Malformed("An op is either a root, with a kind, or has parents.")
    _check_values(op)
    return op


_ATOMS: Final = frozenset({type(None), bool, int, float, str, bytes})


def _check_values(op: Op) -> None:
    """Raise `Malformed` for a value without a canonical form, or nested too deep to be read anywhere."""
    for write in op.writes:
        _check_value(write.value, MAX_NESTING)


def _check_value(value: object, nesting: int) -> None:
    if type(value) in _ATOMS:
        if value != value:  # noqa: PLR0124
            raise Malformed("A value is not a number; that has many forms, and none is canonical.")
        return
    if not nesting:
        raise Malformed(f"A value is nested more than {MAX_NESTING} deep.")
    if isinstance(value, list | tuple):
        for item in value:
            _check_value(item, nesting - 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise Malformed("The keys of a map must be texts.")
            _check_value(item, nesting - 1)
    else:
        raise Malformed(f"A value is of an unknown type, {type(value).__name__}.")


def record_of_root(space: SpaceId, op: Op, own_id: OpId) -> RecordId:
    """The record that a root op begins: named by its origin if it has one, else by the op."""
    return record_of_origin(space, op.origin) if op.origin else RecordId(own_id)


def encode_value(value: object) -> bytes:
    """Canonical bytes of a field value, to compare and to order values."""
    return _encoder.encode(value)
