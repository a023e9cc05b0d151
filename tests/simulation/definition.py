"""What a record amounts to, by the definitions of `docs/merging.md` word by word, slow and naive."""

from __future__ import annotations

import random
from collections.abc import Sequence

from msgspec import structs

from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.ids import OpId, RecordId, VersionId, version_id
from delve_desktop.domain.merge import merge
from delve_desktop.domain.ops import DELETE, encode_value
from delve_desktop.domain.state import RecordState, encode_state, record_digest_part


class Violation(AssertionError):
    """A promise was broken."""


def demand(holds: bool, what: str) -> None:
    if not holds:
        raise Violation(what)


def check_record(record: RecordId, ops: Sequence[KnownOp], state: RecordState) -> None:
    """inv03 and inv07: the stored state is what the ops say; no value went without being superseded."""
    demand(
        encode_state(merge(record, ops)) == encode_state(state), "a stored state is not what its ops merge to"
    )
    past = _pasts(ops)
    for field, expected in standing_versions(ops, past).items():
        stored = state.fields.get(field)
        found = {version.id for version in stored.versions} if stored is not None else set()
        demand(found == expected, f"field {field}: {len(found)} versions stand, {len(expected)} should")
    for field, members in standing_members(ops, past).items():
        stored = state.fields.get(field)
        found_members = {encode_value(one.value) for one in stored.members} if stored is not None else set()
        demand(found_members == members, f"field {field} has other members than it should")
    deletes = [known.id for known in ops if known.op.action == DELETE]
    edits = [known.id for known in ops if known.op.action != DELETE]
    in_bin = bool(deletes) and all(any(edit in past[one] for one in deletes) for edit in edits)
    demand(state.in_bin == in_bin, "a record is in the bin, or is not, against the rule")


def _pasts(ops: Sequence[KnownOp]) -> dict[OpId, set[OpId]]:
    pasts: dict[OpId, set[OpId]] = {}
    for known in ops:  # in the order of integration: parents come first
        parents = [OpId(parent) for parent in known.op.parents]
        demand(all(parent in pasts for parent in parents), "an op was integrated without its parent")
        pasts[known.id] = set(parents).union(*(pasts[parent] for parent in parents))
    return pasts


def standing_versions(ops: Sequence[KnownOp], past: dict[OpId, set[OpId]]) -> dict[str, set[VersionId]]:
    """By definition: a version stands until a write of its field has seen it and does not keep it."""
    made: dict[str, set[VersionId]] = {}
    gone: dict[str, set[VersionId]] = {}
    for known in ops:
        for write in known.op.writes:
            if write.how in ("put", "text", "splice"):
                count = len(write.value) if write.how == "splice" else 1
                made.setdefault(write.field, set()).update(version_id(known.id, n) for n in range(count))
    for known in ops:
        for write in known.op.writes:
            if write.how in ("put", "text", "splice"):
                for version in made[write.field]:
                    if OpId(version[:32]) in past[known.id] and version not in write.keeps:
                        gone.setdefault(write.field, set()).add(version)
    return {field: versions - gone.get(field, set()) for field, versions in made.items()}


def standing_members(ops: Sequence[KnownOp], past: dict[OpId, set[OpId]]) -> dict[str, set[bytes]]:
    """By definition: a member stands while some addition of it is in the past of no removal."""
    standing: dict[str, set[bytes]] = {}
    for known in ops:
        for write in known.op.writes:
            if write.how == "add":
                field = standing.setdefault(write.field, set())
                field |= {
                    encode_value(value)
                    for value in write.value
                    if not _removed(ops, past, known.id, write.field, encode_value(value))
                }
    return standing


def _removed(
    ops: Sequence[KnownOp], past: dict[OpId, set[OpId]], addition: OpId, field: str, value: bytes
) -> bool:
    return any(
        addition in past[known.id]
        for known in ops
        for write in known.op.writes
        if write.how == "remove" and write.field == field and value in map(encode_value, write.value)
    )


def same_whatever_the_clocks(state: RecordState, ops: Sequence[KnownOp]) -> bool:
    """inv05: the same history under any other clocks has the same digest."""
    rng = random.Random(state.record)
    relabelled = [
        structs.replace(known, op=structs.replace(known.op, time=rng.randrange(1 << 32))) for known in ops
    ]
    return record_digest_part(merge(state.record, relabelled)) == record_digest_part(state)
