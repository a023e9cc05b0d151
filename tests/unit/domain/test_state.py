"""Record states as bytes, and small questions about them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.state import (
    decode_state,
    disputes,
    distinct,
    encode_state,
    is_text,
    record_digest_part,
)

from .histories import ORIGIN, History, add, put, text


def test_equal_states_give_equal_bytes_whatever_the_order_of_their_fields() -> None:
    one, two = History(), History()
    root = one.root()
    two.ops, two.record = one.ops[:], one.record
    a, b = put("a", 1), put("b", {"y": 1, "x": 2})
    first, second = one.op(a, on=[root]), one.op(b, on=[root], by="bo")
    two.ops += [second, first]
    assert encode_state(one.state()) == encode_state(two.state())


@given(st.integers(0), st.integers(0, 255))
def test_inv26_a_damaged_state_is_read_or_refused(where: int, byte: int) -> None:
    history = History()
    history.root(put("title", "Well"), add("gold"), text("a"))
    data = bytearray(encode_state(history.state()))
    data[where % len(data)] = byte
    with suppress(Damaged):
        decode_state(bytes(data))


def test_a_truncated_state_is_damaged() -> None:
    history = History()
    history.root(put("title", "Well"))
    data = encode_state(history.state())
    for end in range(len(data)):
        with pytest.raises(Damaged):
            decode_state(data[:end])


def test_equal_versions_are_one_and_the_first_stands_for_them() -> None:
    history = History()
    for name in ("ana", "bo", "chi"):
        history.root(put("title", "c" if name == "chi" else "same"), by=name, origin=ORIGIN)
    field = history.state().fields["title"]
    assert len(field.versions) == 3
    assert sorted(one.value for one in distinct(field)) == ["c", "same"]
    assert distinct(field)[0] is field.versions[0]
    assert disputes(field)


def test_a_field_is_a_long_text_if_all_that_stands_is_text() -> None:
    history = History()
    root = history.root(text("a"), put("title", "a"))
    assert is_text(history.state().fields["text"])
    assert not is_text(history.state().fields["title"])
    history.op(put("text", "b"), on=[root])
    history.op(text("c"), on=[root], by="bo")
    assert is_text(history.state().fields["text"])
    history.op(put("text", 1), on=[root], by="chi")
    assert not is_text(history.state().fields["text"])


def test_the_digest_tells_heads_versions_and_members_apart() -> None:
    history = History()
    root = history.root(put("title", "Well"))
    parts = {record_digest_part(history.state())}
    for write in (put("title", "x"), add("gold"), text("x", field="title"), add("gold")):
        root = history.op(write, on=[root])
        parts.add(record_digest_part(history.state()))
    parts.add(record_digest_part(history.state(history.ops[0])))
    assert len(parts) == 5
