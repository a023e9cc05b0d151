"""What must hold, judged by definitions of its own: slow, naive, and independent of the merge's code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.ids import OpId, RecordId, SpaceId, VersionId, version_id
from delve_desktop.domain.merge import merge
from delve_desktop.domain.ops import DELETE, encode_value
from delve_desktop.domain.state import RecordState, encode_state
from delve_desktop.protocol.feed import START
from delve_desktop.sync.status import own_digest, space_status

if TYPE_CHECKING:
    from delve_desktop.sync.round import Outcome

    from .laptop import Laptop
    from .world import SimHub


class Violation(AssertionError):
    """A promise was broken."""


def demand(holds: bool, what: str) -> None:
    if not holds:
        raise Violation(what)


def check_cursors(laptops: Iterable[Laptop], hubs: Sequence[SimHub], space: SpaceId) -> None:
    """inv08: where a laptop's place fits a hub's feed, it holds, or noted, all that lies before it."""
    for laptop in laptops:
        with laptop.vault.read() as unit:
            for number, hub in enumerate(hubs, 1):
                place = unit.place(number, space)
                if place is None or not place.compared:
                    continue
                feed = hub.feed(space)
                if place.position > len(feed):
                    continue  # the hub was rolled back
                at = feed[place.position - 1][1] if place.position else START
                if at != place.feed_hash:
                    continue
                ids = [item for item, _ in feed[: place.position]]
                noted = {problem.id for problem in unit.problems(space)}
                missing = set(ids) - unit.held(ids) - noted
                demand(not missing, f"{laptop.name}: the cursor passed {len(missing)} items it does not hold")


def check_sent(laptops: Iterable[Laptop], hubs: Sequence[SimHub], space: SpaceId) -> None:
    """What a laptop does not list as unsent was once accepted by that hub."""
    for laptop in laptops:
        with laptop.vault.read() as unit:
            for number, hub in enumerate(hubs, 1):
                place = unit.place(number, space)
                if place is None or not place.compared:
                    continue
                listed = {item.id for item in unit.unsent(number, space, 100_000, 1 << 40)}
                acts, segments = unit.item_ids(space)
                believed = {*acts, *segments} - listed
                demand(believed <= hub.ever, f"{laptop.name} lists too few items as unsent")


def check_claim(laptop: Laptop, hub: SimHub, space: SpaceId, outcome: Outcome) -> None:
    """inv22: right after an exchange, who says "up to date" holds what the hub holds, all of it in effect."""
    if not outcome.status[space].up_to_date:
        return
    with laptop.vault.read() as unit:
        demand(own_digest(unit, space) == hub.digest(space), f"{laptop.name} wrongly says it is up to date")
        ids = [item for item, _ in hub.feed(space)]
        demand(unit.held(ids) == set(ids), f"{laptop.name} says it is up to date and lacks something")
        demand(not unit.segments_in(("stored", "parked", "failed"), 1), f"{laptop.name} has not applied all")
        demand(not unit.due_records(1), f"{laptop.name} has not merged all")


def check_problems(laptops: Iterable[Laptop], space: SpaceId) -> None:
    """Nobody makes bad items here, so none may be set aside as one; what is only early waits elsewhere."""
    for laptop in laptops:
        with laptop.vault.read() as unit:
            reasons = [f"{problem.item}: {problem.reason}" for problem in unit.problems(space)]
        demand(not reasons, f"{laptop.name} set good items aside: {reasons[:2]}")


def check_writers(laptops: Sequence[Laptop], space: SpaceId, cloned: set[bytes]) -> None:
    """inv17: one segment for each (writer, number, previous) unless a vault was copied."""
    seen: dict[tuple[bytes, int], bytes] = {}
    for laptop in laptops:
        with laptop.vault.read() as unit:
            for link in unit.chain(space):
                first = seen.setdefault((link.writer, link.number), link.id)
                demand(
                    first == link.id or link.writer in cloned,
                    f"{laptop.name}: writer {link.writer.hex()[:6]} made number {link.number} twice",
                )


def check_converged(laptops: Sequence[Laptop], hub: SimHub, space: SpaceId, acknowledged: set[OpId]) -> None:
    """All hold the same ops, the same states, every acknowledged edit, and say that they are up to date."""
    reference = laptops[0].known_ops(space)
    everything = {known.id for ops in reference.values() for known in ops}
    lost = acknowledged - everything
    demand(not lost, f"{len(lost)} acknowledged edits are lost")
    states = _states(laptops[0], space)
    for laptop in laptops:
        theirs = {known.id for ops in laptop.known_ops(space).values() for known in ops}
        demand(theirs == everything, f"{laptop.name} has {len(theirs)} ops of {len(everything)}")
        demand(_states(laptop, space) == states, f"{laptop.name} has another state")
        with laptop.vault.read() as unit:
            number = unit.space(space).hub
            status = space_status(unit, space, number)
            demand(status.up_to_date, f"{laptop.name} is not up to date: {status}")
            demand(own_digest(unit, space) == hub.digest(space), f"{laptop.name} has another digest")
    check_no_forked_writer(laptops, space)
    for record, ops in reference.items():
        check_record(record, ops, states[record])


def check_states(laptop: Laptop, space: SpaceId) -> None:
    """inv03 at any moment: what is shown is what the ops held so far say."""
    states = _states(laptop, space)
    with laptop.vault.read() as unit:
        behind = {due.record for due in unit.due_records(len(states))}  # not merged yet, and known to be
    for record, ops in laptop.known_ops(space).items():
        if record not in behind:
            check_record(record, ops, states[record])


def check_no_forked_writer(laptops: Sequence[Laptop], space: SpaceId) -> None:
    """Nobody goes on writing as an incarnation that turned out to be two."""
    with laptops[0].vault.read() as unit:
        places = Counter((link.writer, link.number) for link in unit.chain(space))
    forked = {writer for (writer, _), count in places.items() if count > 1}
    for laptop in laptops:
        with laptop.vault.read() as unit:
            demand(unit.identity().writer not in forked, f"{laptop.name} goes on as a forked writer")


def _states(laptop: Laptop, space: SpaceId) -> dict[RecordId, RecordState]:
    with laptop.vault.read() as unit:
        return {record: unit.state(record) for record in laptop.records(space)}


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
    by_id = {known.id: known for known in ops}
    pasts: dict[OpId, set[OpId]] = {}
    for known in ops:  # in the order of integration: parents come first
        parents = [OpId(parent) for parent in known.op.parents]
        demand(all(parent in by_id for parent in parents), "an op was integrated without its parent")
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
