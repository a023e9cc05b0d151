"""Merging holds for every history: it follows its definition, and no order of arrival matters."""

from __future__ import annotations

import random
from unittest import mock

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import state as states
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.ids import DeviceId
from delve_desktop.domain.merge import begin, extend, merge, state_at, versions_of
from delve_desktop.domain.ops import encode_value
from delve_desktop.domain.reading import value_of
from delve_desktop.domain.splicedtext import plain
from delve_desktop.domain.state import (
    EMPTY,
    HOW_HELD,
    HOW_TEXT,
    RecordState,
    decode_state,
    display_key,
    encode_state,
    has_held,
    record_digest_part,
)

from .definition import Definition
from .histories import History, histories


@given(histories())
def test_the_state_is_what_the_definition_says(history: History) -> None:
    state, meaning = history.state(), Definition(history.ops)
    for name in meaning.fields:
        field = state.fields.get(name, EMPTY)
        everything = frozenset(meaning.ops)
        assert [(one.id, one.value, one.how) for one in field.versions] == meaning.standing(name, everything)
        assert [(encode_value(one.value), one.op) for one in field.members] == meaning.members(name)
    assert list(state.heads) == meaning.heads()
    assert state.depth == max(map(meaning.depth, meaning.ops))
    assert state.in_bin == meaning.in_bin()
    assert state.revived == meaning.revived()


@given(histories(), st.randoms(use_true_random=False))
def test_inv04_any_order_and_any_repetition_give_the_same_state(
    history: History, chance: random.Random
) -> None:
    expected = encode_state(history.state())
    arrived = [*history.ops, *chance.choices(history.ops, k=3)]
    chance.shuffle(arrived)
    assert encode_state(merge(history.record, arrived)) == expected


@given(histories(), st.randoms(use_true_random=False))
def test_inv04_taking_ops_in_one_by_one_equals_merging_them(history: History, chance: random.Random) -> None:
    """As the store does it: the fast path where it applies, else all ops of the record at once."""
    waiting = history.ops[:]
    here: list[KnownOp] = []
    state: RecordState | None = None
    while waiting:
        held = {known.id for known in here}
        known = chance.choice([one for one in waiting if held.issuperset(one.op.parents)])
        waiting.remove(known)
        here.append(known)
        state = (
            begin(history.record, known)
            if state is None
            else extend(state, known) or merge(history.record, here)
        )
        assert encode_state(state) == encode_state(merge(history.record, here))


@given(histories(), st.randoms(use_true_random=False), st.integers(0, 12))
def test_inv04_inv07_texts_that_are_not_kept_still_stand_and_hang_on_no_order(
    history: History, chance: random.Random, room: int
) -> None:
    with mock.patch.object(states, "KEPT_TEXT", room):
        test_inv04_taking_ops_in_one_by_one_equals_merging_them.hypothesis.inner_test(history, chance)  # type: ignore[attr-defined]
        found = history.state()
    meaning = Definition(history.ops)
    everything = frozenset(meaning.ops)
    ever = versions_of(history.ops)
    for name in meaning.fields:
        field = found.fields.get(name, EMPTY)
        texts = [
            (
                one.id,
                value_of(name, one, lambda: ever),
                one.how.replace(HOW_HELD, HOW_TEXT),
            )
            for one in field.versions
        ]
        assert texts == meaning.standing(name, everything)
        kept = [one for one in field.versions if one.how == HOW_TEXT]
        assert sum(len(one.value) for one in kept) <= room or not has_held(field)


@given(histories())
def test_an_op_that_has_seen_everything_extends_any_state(history: History) -> None:
    before = history.state()
    by_id = {known.id: known for known in history.ops}
    known = history.op(*history.ops[-1].op.writes, on=[by_id[head] for head in before.heads], by="dee")
    extended = extend(before, known)
    assert extended is not None
    assert encode_state(extended) == encode_state(history.state())


@given(histories())
def test_inv05_times_are_labels_only(history: History) -> None:
    """Other clocks, same decisions. (In truth the times are part of the id; here the ids stay.)"""

    def timeless(ops: list[KnownOp]) -> list[object]:
        state = merge(history.record, ops)
        return [
            state.heads,
            state.in_bin,
            state.revived,
            [
                (
                    name,
                    [one.id for one in field.versions],
                    [(one.op, encode_value(one.value)) for one in field.members],
                )
                for name, field in sorted(state.fields.items())
            ],
        ]

    skewed = [
        KnownOp(
            known.id, known.device, msgspec.structs.replace(known.op, time=(-1) ** number * 10**9 * number)
        )
        for number, known in enumerate(history.ops)
    ]
    assert timeless(skewed) == timeless(history.ops)


@given(histories())
def test_inv12_ops_that_miss_an_ancestor_wait_without_effect(history: History) -> None:
    for missing in history.ops[1:]:
        meaning = Definition(history.ops)
        complete = [
            known
            for known in history.ops
            if known.id != missing.id and missing.id not in meaning.past(known.id)
        ]
        held = [known for known in history.ops if known.id != missing.id]
        assert encode_state(merge(history.record, held)) == encode_state(merge(history.record, complete))


@given(histories())
def test_the_state_at_an_op_is_what_its_ancestors_alone_give(history: History) -> None:
    meaning = Definition(history.ops)
    for known in history.ops:
        alone = [meaning.ops[op] for op in meaning.past(known.id) | {known.id}]
        assert encode_state(state_at(history.record, history.ops, [known.id])) == encode_state(
            merge(history.record, alone)
        )


@given(histories())
def test_versions_of_a_record_are_all_that_ever_stood(history: History) -> None:
    meaning, found = Definition(history.ops), versions_of(history.ops)
    for name in meaning.fields:
        made = {made: value for op in meaning.ops for made, (value, _) in meaning.made(op, name)[0].items()}
        assert {one.id: plain(one.value) for one in found.get(name, {}).values()} == made
        for one in found.get(name, {}).values():
            assert all(display_key(found[name][base]) < display_key(one) for base in one.bases)
        alone = versions_of(history.ops, [name]).get(name, {})
        assert {one.id: plain(one.value) for one in alone.values()} == made


@given(histories())
def test_a_stored_state_is_read_back_unchanged(history: History) -> None:
    state = history.state()
    data = encode_state(state)
    assert encode_state(decode_state(data)) == data
    assert record_digest_part(decode_state(data)) == record_digest_part(state)


@given(histories())
def test_the_digest_covers_content_and_not_labels(history: History) -> None:
    state = history.state()
    relabelled = msgspec.structs.replace(
        state, created=1, updated=2, created_by=DeviceId(b"x" * 32), updated_by=DeviceId(b"y" * 32)
    )
    assert record_digest_part(relabelled) == record_digest_part(state)
    for name, field in state.fields.items():
        emptied = {**state.fields, name: EMPTY}
        assert record_digest_part(msgspec.structs.replace(state, fields=emptied)) != record_digest_part(state)
        assert field != EMPTY
