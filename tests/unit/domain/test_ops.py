"""Ops as bytes: exact, canonical, and the same on every laptop."""

from __future__ import annotations

import datetime as dt
import math
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import ops
from delve_desktop.domain.errors import Malformed, UnknownVersion
from delve_desktop.domain.ids import RecordId, op_id, record_of_origin
from delve_desktop.domain.ops import Op, Write, decode, encode, encode_value, record_of_root

from .histories import SPACE, device

PARENT = bytes(range(32))
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def op(*writes: Write, parents: tuple[bytes, ...] = (PARENT,), kind: str = "", origin: bytes = b"") -> Op:
    return Op(1, 1, 1_700_000_000, parents, kind, origin, ops.EDIT, writes)


def raw(*elements: Any) -> bytes:
    return msgspec.msgpack.encode(elements)


@given(values)
def test_inv09_an_op_is_read_back_and_encodes_to_the_same_bytes(value: object) -> None:
    body = encode(op(Write("f", "put", value)))
    assert encode(decode(body)) == body


@given(st.dictionaries(st.text(), st.integers(0, 9), min_size=2))
def test_the_order_of_a_map_does_not_matter_to_its_canonical_bytes(value: dict[str, int]) -> None:
    turned = dict(reversed(value.items()))
    assert encode_value(value) == encode_value(turned)


@pytest.mark.parametrize(
    "value",
    [
        {1: "a"},
        {b"a": 1},
        [{None: 1}],
        math.nan,
        [{"a": -math.nan}],
        dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        msgspec.msgpack.Ext(5, b"x"),
    ],
)
def test_a_value_without_a_canonical_form_is_malformed(value: object) -> None:
    body = raw(1, 1, 0, [PARENT], "", b"", 0, [["f", "put", value]])
    with pytest.raises(Malformed):
        decode(body)
    with pytest.raises(Malformed):
        encode(op(Write("f", "put", value)))


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("depth", [ops.MAX_NESTING + 1, 300, 20_000])
def test_nesting_is_bounded_whatever_the_stack_allows(depth: int) -> None:
    head = raw(1, 1, 0, [PARENT], "", b"", 0, [["f", "put", 0]])
    with pytest.raises(Malformed):
        decode(head[:-1] + b"\x91" * depth + b"\x01")


def test_nesting_up_to_the_bound_is_fine() -> None:
    assert decode(encode(op(Write("f", "put", nested(ops.MAX_NESTING))))).writes[0].value == nested(
        ops.MAX_NESTING
    )


@pytest.mark.parametrize("value", ["\ud800", 2**64, {1, 2}, object()])
def test_what_cannot_be_written_is_malformed(value: object) -> None:
    with pytest.raises(Malformed):
        encode(op(Write("f", "put", value)))


def test_an_op_over_the_limit_is_malformed() -> None:
    with pytest.raises(Malformed):
        encode(op(Write("f", "put", "x" * ops.MAX_BODY)))
    with pytest.raises(Malformed):
        decode(b"\x98" + bytes(ops.MAX_BODY))


def test_inv12_another_version_is_unknown_and_not_malformed() -> None:
    with pytest.raises(UnknownVersion):
        decode(raw(2, "whatever", 3))
    with pytest.raises(UnknownVersion):
        decode(raw(2, 1, 0, [PARENT], "", b"", 0, []))


def test_what_a_later_version_appends_is_ignored() -> None:
    body = raw(1, 1, 0, [PARENT], "", b"", 0, [["f", "put", 1, [], "more"]], "more")
    assert decode(body).writes == (Write("f", "put", 1),)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xc1",
        raw(1, 1, 0, [], "", b"", 0, []),  # no parents and no kind
        raw(1, 1, 0, [PARENT], "note", b"", 0, []),  # both
        raw(1, 1, 0, [PARENT], "", b"o", 0, []),  # an origin that is not in a root
        raw(1, 0, 0, [PARENT], "", b"", 0, []),  # a counter from 0
        raw(1, 1, 0, [PARENT[1:]], "", b"", 0, []),
        raw(1, 1, 0, [PARENT] * 65, "", b"", 0, []),
        raw(1, 1, 0, [PARENT], "", b"", 0, [["", "put", 1]]),
        raw(1, 1, 0, [PARENT], "", b"", 0, [["f", "put", 1, [b"short"]]]),
        raw(1, 1, 0, [PARENT], "", b"", 0, []) + b"\x00",
    ],
)
def test_bytes_that_are_no_op_are_malformed(body: bytes) -> None:
    with pytest.raises(Malformed):
        decode(body)


@given(st.binary(max_size=80))
def test_any_bytes_are_an_op_or_refused(body: bytes) -> None:
    with suppress(Malformed, UnknownVersion):
        decode(body)


def test_a_root_with_an_origin_names_its_record_by_it() -> None:
    root = op(parents=(), kind="note", origin=b"uid:1")
    own = op_id(SPACE, device("ana"), encode(root))
    assert record_of_root(SPACE, root, own) == record_of_origin(SPACE, b"uid:1")
    plain = op(parents=(), kind="note")
    assert record_of_root(SPACE, plain, own) == RecordId(own)
