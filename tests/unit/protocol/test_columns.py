"""Ops by column: every op comes back as the bytes it was, and nothing else comes out."""

from __future__ import annotations

import contextlib
import random
import tracemalloc

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import ops
from delve_desktop.domain.errors import Malformed
from delve_desktop.protocol import columns, limits

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**40), 2**40)
    | st.floats(allow_nan=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
writes = st.builds(
    ops.Write,
    st.sampled_from(["title", "text", "phone", "themes"]),
    st.sampled_from(["put", "text", "add", "splice"]),
    values,
    st.lists(st.binary(min_size=33, max_size=33), max_size=2).map(tuple),
)
known = st.builds(
    ops.Op,
    st.just(1),
    st.integers(1, 2**50),
    st.integers(-(2**50), 2**50),
    st.lists(st.binary(min_size=32, max_size=32), max_size=3).map(tuple),
    st.sampled_from(["", "note"]),
    st.sampled_from([b"", b"vcard:1"]),
    st.sampled_from([0, 1]),
    st.lists(writes, max_size=3).map(tuple),
).map(ops.encode)
bodies = st.lists(known | st.binary(min_size=1, max_size=40), max_size=20)


@given(bodies)
def test_inv09_every_op_comes_back_as_the_bytes_it_was(packed):
    assert columns.scatter(columns.gather(packed)) == packed


def test_encodings_other_than_ours_come_back_too():
    op = ops.Op(1, 1, 2, (), "note", b"", 0, (ops.Write("title", "put", 1.5),))
    ours = ops.encode(op)
    array = list(msgspec.msgpack.decode(ours))
    longer = msgspec.msgpack.encode([*array, "added by a later version"])
    newer = msgspec.msgpack.encode([2, *array[1:]])
    long_form = ours.replace(b"\xa4note", b"\xd9\x04note")
    short_float = ours.replace(b"\xcb\x3f\xf8" + bytes(6), b"\xca\x3f\xc0\0\0")
    packed = [ours, longer, newer, long_form, short_float, ours]
    assert len(set(packed)) == 5
    assert columns.scatter(columns.gather(packed)) == packed


@given(bodies, st.data())
def test_altered_columns_give_ops_or_malformed(packed, data):
    altered = bytearray(columns.gather(packed))
    at = data.draw(st.integers(0, len(altered) - 1))
    altered[at] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(Malformed):
        columns.scatter(bytes(altered))


@given(st.binary(max_size=300))
def test_random_columns_give_ops_or_malformed(data):
    with contextlib.suppress(Malformed):
        columns.scatter(data)


@pytest.mark.parametrize(
    "parts",
    [
        [[], [0]],  # no such shape
        [[], [-2]],
        [[], [-1]],  # nothing in rest
        [[], [], [], [], b"", [], b"", {}, [b"left over"]],
        [[], [], [1]],
        [[], [], [], [], b"x" * 32],
        [[], [], [], [], b"x" * 31],
        [[], [], [], [], b"", [], b"x" * 33],
        [[], [], [], [], b"", [], b"", {"title": [None]}],
        [[["note", 0, 0, False, [["title", "put", 0]]]], [0], [1], [1]],  # no value
        [[["", 0, 1, False, []]], [0], [1], [1]],  # no parent
        [[["note", 0, 0, True, []]], [0], [1], [1]],  # no origin
        [[["note", 0, 0, False, []]], [0, 0], [2**63, 2**63], [1, 1]],  # too great a number
        [[], [-1], [], [], b"", [], b"", {}, [b""]],  # an empty op
    ],
)
def test_columns_that_do_not_fit_each_other_are_malformed(parts):
    with pytest.raises(Malformed):
        columns.scatter(msgspec.msgpack.encode(parts))


def test_a_shape_used_often_cannot_grow_beyond_the_limit():
    shape = ["k" * 64, 0, 0, False, [["f" * 64, "put", 0]] * 60]
    count = 5000
    parts = [[shape], [0] * count, [0] * count, [0] * count, b"", [], b"", {"f" * 64: [None] * 60 * count}]
    data = msgspec.msgpack.encode(parts)
    assert len(data) <= limits.OPS_PLAINTEXT_MAX
    tracemalloc.start()
    with pytest.raises(Malformed):
        columns.scatter(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 * limits.MIB


def test_a_hundred_edits_of_one_field_take_little_more_than_their_parents():
    chance = random.Random(3)
    edits = [
        ops.encode(
            ops.Op(
                1,
                10_000 + n,
                1_900_000_000 + 7 * n,
                (chance.randbytes(32),),
                "",
                b"",
                0,
                (ops.Write("phone", "put", f"+254 7{chance.randrange(10**8):08}"),),
            )
        )
        for n in range(100)
    ]
    from delve_desktop.protocol import segment

    assert len(segment.pack_ops(edits)) <= 100 * 40 + 256
