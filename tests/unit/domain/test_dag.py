"""Ancestry as sets of positions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.dag import NOTHING, Dag, Past

from .histories import History

sets = st.lists(st.sets(st.integers(0, 70)), min_size=1, max_size=3)


def past_of(positions: set[int]) -> Past:
    past = NOTHING
    for position in sorted(positions):
        past = past.including(position)
    return past


@given(st.sets(st.integers(0, 70)), st.sets(st.integers(0, 70)))
def test_a_past_is_a_set_of_positions(one: set[int], other: set[int]) -> None:
    joined = past_of(one).joined(past_of(other))
    assert {position for position in range(80) if joined.holds(position)} == one | other
    assert joined == past_of(one | other) == past_of(other).joined(past_of(one))


def test_a_history_in_one_line_needs_no_bits() -> None:
    assert past_of(set(range(1000))) == Past(1000, 0)


def test_ops_are_in_order_of_depth_and_id() -> None:
    history = History()
    root = history.root()
    sides = [history.op(on=[root], by=name) for name in ("ana", "bo", "chi")]
    last = history.op(on=sides)
    dag = Dag(history.ops[::-1])
    assert dag.order == [root, *sorted(sides, key=lambda known: known.id), last]
    assert dag.depth == [1, 2, 2, 2, 3]
    assert dag.parents == [(), (0,), (0,), (0,), (1, 2, 3)]
    assert dag.heads() == [4]


def test_a_parent_that_is_named_twice_or_is_no_head_counts_once() -> None:
    history = History()
    root = history.root()
    one = history.op(on=[root])
    history.op(on=[one, root, one])
    dag = Dag(history.ops)
    assert dag.parents[2] == (0, 1)
    assert dag.depth == [1, 2, 3]
