"""Ops laid out by column before they are compressed: like next to like, and random ids apart from text.

On segments of notes this saves a tenth of the bytes, and zstd reaches with little effort what it would
not reach with much. The MessagePack array is
`[shapes, order, counters, times, parents, origins, keeps, values, rest]`:

* `shapes`   the different `[kind, action, parents, has origin, [[field, how, keeps], ...]]` of the ops,
  the numbers of parents and of kept versions in place of these themselves
* `order`    for each op, in order: the place of its shape, or -1 for an op that is in `rest`
* `counters`, `times`  each as the difference from that of the op before, the first from 0
* `parents`  all parents, one after another, 32 bytes each
* `origins`  all origins, a list
* `keeps`    all kept versions, one after another, 33 bytes each
* `values`   by field, the values of all writes to it, a list
* `rest`     whole ops, of versions or encodings other than `domain.ops` writes

An op comes back as exactly the bytes it was: what `ops.encode(ops.decode(op))` would not give back is put
into `rest`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Annotated, Any, Final, TypeVar

import msgspec

from delve_desktop.domain import ops
from delve_desktop.domain.errors import Malformed, UnknownVersion

from . import limits

PARENT_SIZE: Final = 32
KEPT_SIZE: Final = 33
_REST: Final = -1

_T = TypeVar("_T")
_Count = Annotated[int, msgspec.Meta(ge=0, le=256)]
_Name = Annotated[str, msgspec.Meta(max_length=64)]


class _Written(msgspec.Struct, array_like=True, frozen=True):
    """A write without its value: field, how, number of versions it keeps."""

    field: _Name
    how: _Name
    keeps: _Count


class _Shape(msgspec.Struct, array_like=True, frozen=True):
    """What ops of one kind of change have in common."""

    kind: _Name
    action: int
    parents: _Count
    has_origin: bool
    writes: tuple[_Written, ...]


class _Columns(msgspec.Struct, array_like=True):
    shapes: list[_Shape] = []
    order: Annotated[list[int], msgspec.Meta(max_length=limits.OPS_PER_SEGMENT_MAX)] = []
    counters: list[int] = []
    times: list[int] = []
    parents: bytes = b""
    origins: list[bytes] = []
    keeps: bytes = b""
    values: dict[str, list[Any]] = {}
    rest: list[bytes] = []


_VERSION: Final = 1  # of the ops that are laid out in columns; those of any other travel as they are

_encoder: Final = msgspec.msgpack.Encoder()
_decoder: Final = msgspec.msgpack.Decoder(_Columns)


def gather(bodies: Sequence[bytes]) -> bytes:
    """The columns of these ops."""
    columns = _Columns()
    places: dict[_Shape, int] = {}
    known: list[ops.Op] = []
    for body in bodies:
        op = _as_written(body)
        if op is None:
            columns.order.append(_REST)
            columns.rest.append(body)
        else:
            columns.order.append(places.setdefault(_shape_of(op), len(places)))
            known.append(op)
    columns.shapes = list(places)
    columns.counters = _differences(op.counter for op in known)
    columns.times = _differences(op.time for op in known)
    columns.parents = b"".join(parent for op in known for parent in op.parents)
    columns.origins = [op.origin for op in known if op.origin]
    columns.keeps = b"".join(kept for op in known for write in op.writes for kept in write.keeps)
    for op in known:
        for write in op.writes:
            columns.values.setdefault(write.field, []).append(write.value)
    return _encoder.encode(columns)


def scatter(data: bytes) -> list[bytes]:
    """The ops of these columns, in order. Raises `Malformed`."""
    try:
        return _Scattering(_decoder.decode(data)).bodies()
    except (msgspec.DecodeError, RecursionError, ValueError, TypeError, OverflowError) as error:
        raise Malformed(f"The columns of a segment cannot be read: {error}") from error


def _as_written(body: bytes) -> ops.Op | None:
    """The op, if it can be put together again from its parts."""
    try:
        op = ops.decode(body)
        return op if op.version == _VERSION and ops.encode(op) == body else None
    except (Malformed, UnknownVersion, TypeError, ValueError):
        return None


def _shape_of(op: ops.Op) -> _Shape:
    writes = tuple(_Written(write.field, write.how, len(write.keeps)) for write in op.writes)
    return _Shape(op.kind, op.action, len(op.parents), bool(op.origin), writes)


def _differences(numbers: Iterable[int]) -> list[int]:
    before = 0
    differences = []
    for number in numbers:
        differences.append(number - before)
        before = number
    return differences


def _next(column: Iterator[_T]) -> _T:
    for value in column:
        return value
    raise Malformed("A column of a segment is too short.")


class _Ids:
    """Ids of one size, one after another."""

    def __init__(self, joined: bytes, size: int) -> None:
        self._joined = joined
        self._size = size
        self._at = 0

    def take(self, count: int) -> tuple[bytes, ...]:
        """The next so many."""
        start, end = self._at, self._at + count * self._size
        if end > len(self._joined):
            raise Malformed("A column of a segment is too short.")
        self._at = end
        return tuple(self._joined[at : at + self._size] for at in range(start, end, self._size))

    def is_used_up(self) -> bool:
        return self._at == len(self._joined)


class _Scattering:
    """Takes the columns apart, each exactly to its end."""

    def __init__(self, columns: _Columns) -> None:
        self._order = columns.order
        self._shapes = columns.shapes
        self._counters = accumulate(columns.counters)
        self._times = accumulate(columns.times)
        self._parents = _Ids(columns.parents, PARENT_SIZE)
        self._origins = iter(columns.origins)
        self._keeps = _Ids(columns.keeps, KEPT_SIZE)
        self._values = {field: iter(values) for field, values in columns.values.items()}
        self._rest = iter(columns.rest)

    def bodies(self) -> list[bytes]:
        bodies: list[bytes] = []
        left = limits.OPS_PLAINTEXT_MAX
        for place in self._order:
            body = _next(self._rest) if place == _REST else ops.encode(self._op(place))
            left -= len(body)
            if left < 0 or not 0 < len(body) <= ops.MAX_BODY:
                raise Malformed("The ops of a segment are over their limit, or empty.")
            bodies.append(body)
        self._check_end()
        return bodies

    def _op(self, place: int) -> ops.Op:
        if not 0 <= place < len(self._shapes):
            raise Malformed("An op of a segment has no shape.")
        shape = self._shapes[place]
        return ops.Op(
            _VERSION,
            _next(self._counters),
            _next(self._times),
            self._parents.take(shape.parents),
            shape.kind,
            _next(self._origins) if shape.has_origin else b"",
            shape.action,
            tuple(self._write(one) for one in shape.writes),
        )

    def _write(self, one: _Written) -> ops.Write:
        if one.field not in self._values:
            raise Malformed("A write of a segment has no value.")
        return ops.Write(one.field, one.how, _next(self._values[one.field]), self._keeps.take(one.keeps))

    def _check_end(self) -> None:
        columns: list[Iterator[object]] = [self._counters, self._times, self._origins, self._rest]
        columns.extend(self._values.values())
        end = object()
        is_used_up = all(next(column, end) is end for column in columns)
        if not (is_used_up and self._parents.is_used_up() and self._keeps.is_used_up()):
            raise Malformed("A column of a segment is too long.")
