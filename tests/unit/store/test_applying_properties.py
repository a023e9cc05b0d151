"""Whatever arrives, in whatever order and slices, a vault ends up as the set of ops alone says."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from delve_desktop.domain import ops
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.ids import DeviceId, OpId, RecordId
from delve_desktop.domain.links import links_of
from delve_desktop.domain.merge import merge
from delve_desktop.domain.ops import Write, record_of_root
from delve_desktop.domain.state import encode_state
from delve_desktop.store.projection import project
from delve_desktop.store.rows import IncomingOp
from delve_desktop.store.vault import Vault

from .conftest import KEY, SPACE, Author

_FIELDS = ("title", "text", "themes", "place", "links")
_TARGETS = ("11" * 32, "22" * 32)
_VALUES = {
    "put": (1, 1.0, True, "a", "", None, [1, {"k": -0.0}], b"x", 2**64 - 1),
    "text": ("a\nb\nc", "b\nx", "", 7),
    "splice": ([[0, [[0, 0, "q"]]]], [[1, [[2, 1, "\n"]]]], [[0, []], [1, []]], [], "no splice"),
    "add": ([1, 1.0], ["x", "\0y"], [[]], "no list", [*_TARGETS], [{"record": _TARGETS[0]}]),
    "remove": ([1], ["x"], [[]], [_TARGETS[1]]),
    "rotate": (1,),  # of a later version
}


def anything(chance: random.Random) -> list[IncomingOp]:
    """Ops of several records that belong together, do not fit together, or lack what they follow."""
    authors = [Author(DeviceId(bytes([65 + number]) * 32)) for number in range(4)]
    made: list[IncomingOp] = []
    for _ in range(chance.randint(2, 20)):
        author, writes = chance.choice(authors), _writes(chance)
        action = chance.choice([ops.EDIT, ops.EDIT, ops.DELETE, 7])
        if not made or chance.random() < 0.2:
            kind, origin = chance.choice(["note", "contact", "odd\x01"]), chance.choice([b"", b"o1", b"o2"])
            made.append(author.write(*writes, kind=kind, origin=origin, action=action))
            continue
        parents = [chance.choice(made[-8:]).id for _ in range(chance.choice([1, 1, 1, 2, 3]))]
        if chance.random() < 0.05:
            parents.append(OpId(chance.randbytes(32)))  # never comes
        made.append(author.write(*writes, parents=tuple(parents), action=action))
    return made


def _writes(chance: random.Random) -> list[Write]:
    hows = [chance.choice(list(_VALUES)) for _ in range(chance.randint(0, 2))]
    return [Write(chance.choice(_FIELDS), how, chance.choice(_VALUES[how])) for how in hows]


def by_definition(every: Sequence[IncomingOp]) -> tuple[dict[RecordId, list[KnownOp]], int]:
    """The ops of each record, and how many ops have no effect: an op counts iff all of its parents do
    and are of one record.
    """
    homes: dict[OpId, RecordId] = {}
    records: dict[RecordId, list[KnownOp]] = {}
    left = {one.id: one for one in every}
    while True:
        ready = [one for one in left.values() if all(OpId(parent) in homes for parent in one.op.parents)]
        for one in ready:
            del left[one.id]
            own = {homes[OpId(parent)] for parent in one.op.parents}
            own = own or {record_of_root(SPACE, one.op, one.id)}
            if len(own) == 1:
                homes[one.id] = own.pop()
                records.setdefault(homes[one.id], []).append(KnownOp(one.id, one.device, one.op))
        if not ready:
            return records, len(every) - len(homes)


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_inv03_inv04_any_order_and_slicing_give_what_the_set_of_ops_says(seed: int) -> None:
    chance = random.Random(seed)
    every = anything(chance)
    records, without_effect = by_definition(every)
    arriving = [*every, *chance.choices(every, k=4)]
    chance.shuffle(arriving)
    with tempfile.TemporaryDirectory() as folder:
        vault = Vault.create(Path(folder), KEY)
        with vault.write() as unit:
            unit.add_space(SPACE, "Lake Zone", "active", None)
        while arriving:
            size = chance.randint(1, 6)
            with vault.write() as unit:
                unit.apply_ops(SPACE, arriving[:size])
            arriving = arriving[size:]
        check_equals(vault, records, without_effect)
        vault.close()


def check_equals(vault: Vault, records: dict[RecordId, list[KnownOp]], without_effect: int) -> None:
    with vault.read() as unit:
        states = {state.record: state for state in unit.states(SPACE)}
        assert {record: encode_state(state) for record, state in states.items()} == {
            record: encode_state(merge(record, known)) for record, known in records.items()
        }
        assert unit.parked_count(SPACE) == without_effect
        indexed = set()
        for record, state in states.items():
            line, shown = unit.line(record), project(state)
            assert (line.title, line.snippet, line.place) == (shown.title, shown.snippet, shown.place)
            assert (line.kind, line.in_bin) == (state.kind, state.in_bin)
            assert {row.id for row in unit.ops_of(record)} == {known.id for known in records[record]}
            assert unit.links_from(record) == sorted(links_of(state))
            if not state.in_bin:
                indexed.add(line.position)
        assert unit.indexed() == indexed
