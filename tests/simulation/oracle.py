"""What must hold, judged by definitions of its own: slow, naive, and independent of the merge's code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from delve_desktop.domain.ids import OpId, SpaceId
from delve_desktop.protocol import segment as segments
from delve_desktop.protocol.feed import START
from delve_desktop.services import upkeep
from delve_desktop.services.exchange import is_up_to_date
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.status import own_digest, space_status

from .definition import check_record, demand, same_whatever_the_clocks

if TYPE_CHECKING:
    from .hub import SimHub
    from .laptop import Laptop
    from .person import Person

Place = tuple[int, bytes]


def check_cursors(laptops: Iterable[Laptop], hubs: Sequence[SimHub], space: SpaceId) -> None:
    """inv08: where a laptop's place fits a hub's feed, it holds, or noted, all that lies before it."""
    for laptop in laptops:
        for number, hub in enumerate(hubs, 1):
            with laptop.vault.read() as unit:
                place = unit.place(number, space)
            if place is not None and place.compared:
                check_cursor(laptop, hub, space, (place.position, place.feed_hash))


def check_cursor(laptop: Laptop, hub: SimHub, space: SpaceId, place: Place, known: int = 0) -> bool:
    """The same for one place; what lies before the position `known` was judged earlier.

    Returns whether the place fits the feed at all: it need not once the hub was put back.
    """
    position, feed_hash = place
    feed = hub.feed(space)
    if position > len(feed) or (feed[position - 1][1] if position else START) != feed_hash:
        return False
    ids = [item for item, _ in feed[known:position]]
    with laptop.vault.read() as unit:
        missing = set(ids) - unit.held(ids)
        missing -= {problem.id for problem in unit.problems(space)}
    demand(not missing, f"{laptop.name}: the cursor passed {len(missing)} items it does not hold")
    return True


def check_sent(laptops: Iterable[Laptop], hubs: Sequence[SimHub], space: SpaceId) -> None:
    """What a laptop does not list as unsent was once accepted by that hub."""
    for laptop in laptops:
        with laptop.vault.read() as unit:
            for number, hub in enumerate(hubs, 1):
                place = unit.place(number, space)
                if place is None or not place.compared:
                    continue
                listed = {row[0] for row in unit._rows("SELECT item FROM unsent WHERE hub = ?", number)}
                acts, held = unit.item_ids(space)
                believed = {*acts, *held} - listed
                demand(believed <= hub.ever, f"{laptop.name} lists too few items as unsent")


def check_claim(laptop: Laptop, hub: SimHub, space: SpaceId) -> None:
    """inv22: right after an exchange, who says "up to date" holds what the hub holds, all of it in effect."""
    if not is_up_to_date(laptop.session, space):
        return
    with laptop.vault.read() as unit:
        demand(own_digest(unit, space) == hub.digest(space), f"{laptop.name} wrongly says it is up to date")
        ids = [item for item, _ in hub.feed(space)]
        demand(unit.held(ids) == set(ids), f"{laptop.name} says it is up to date and lacks something")
        left = unit._rows(
            "SELECT 1 FROM segment WHERE space = ? AND state <> 'applied'"
            " UNION ALL SELECT 1 FROM waiting_op WHERE space = ? UNION ALL SELECT 1 FROM op WHERE segment = 0"
            " AND record IN (SELECT row FROM record WHERE space = ?)",
            *([space] * 3),
        )
        demand(not unit.due_records(1), f"{laptop.name} says it is up to date and has not merged all")
    demand(not left, f"{laptop.name} says it is up to date and has {len(left)} things left to do")


def check_problems(laptop: Laptop, space: SpaceId) -> None:
    """Nobody makes bad items here, so none may be set aside as one; what is only early waits elsewhere."""
    with laptop.vault.read() as unit:
        reasons = [f"{problem.item}: {problem.reason}" for problem in unit.problems(space)]
    demand(not reasons, f"{laptop.name} set good items aside: {reasons[:2]}")


def check_kept(person: Person) -> None:
    """inv01, inv02: all that a person was told is safe is in the vault, drafts included."""
    laptop = person.laptop
    lost = person.acknowledged.keys() - laptop.op_ids()
    demand(not lost, f"{laptop.name} lost {len(lost)} of its own edits")
    saved = person.saved_drafts()
    wrong = [draft for draft, content in person.drafts.items() if saved.get(draft) != content]
    demand(not wrong, f"{laptop.name} lost {len(wrong)} drafts")


def check_writers(laptops: Sequence[Laptop], space: SpaceId, doubled: set[bytes]) -> None:
    """inv17: one segment for each (writer, number) unless a vault was copied, or lost what it had made."""
    seen: dict[tuple[bytes, int], bytes] = {}
    for laptop in laptops:
        with laptop.vault.read() as unit:
            for link in unit.chain(space):
                first = seen.setdefault((link.writer, link.number), link.id)
                demand(
                    first == link.id or link.writer in doubled,
                    f"{laptop.name}: writer {link.writer.hex()[:6]} made number {link.number} twice",
                )


def check_states(laptop: Laptop, space: SpaceId) -> None:
    """inv03 at any moment: what is shown is what the ops held so far say."""
    known = laptop.known_ops(space)
    with laptop.vault.read() as unit:
        behind = {due.record for due in unit.due_records(1000)}  # not merged yet, and known to be
        for record, ops in known.items():
            if record not in behind:
                check_record(record, ops, unit.state(record))


def check_converged(
    laptops: Sequence[Laptop], space: SpaceId, acknowledged: set[OpId], gone: set[OpId], hub: SimHub | None
) -> None:
    """All hold the same ops, the same states, every acknowledged edit, and say that they are up to date.

    What waits may wait only for something that is gone. `hub` is None when no hub was the route.
    """
    reference = laptops[0].known_ops(space)
    everything = {known.id for ops in reference.values() for known in ops}
    waiting = _waiting(laptops[0], space)
    for op, missing in waiting.items():
        demand(missing in gone or missing in waiting, f"{op.hex()[:6]} waits for what somebody holds")
    lost = acknowledged - everything - waiting.keys()
    demand(not lost, f"{len(lost)} acknowledged edits are lost")
    states = _states(laptops[0], space)
    for laptop in laptops:
        check_problems(laptop, space)
        demand(_waiting(laptop, space).keys() == waiting.keys(), f"{laptop.name} waits for other ops")
        demand(_states(laptop, space) == states, f"{laptop.name} has another state")
        theirs = _op_ids(laptop, space)
        demand(theirs == everything, f"{laptop.name} has {len(theirs)} ops of {len(everything)}")
        _check_status(laptop, laptops[0], space, len(waiting), hub)
    check_incarnations(laptops, space)
    check_salts(laptops[0], space)
    with laptops[0].vault.read() as unit:
        for record, ops in reference.items():
            state = unit.state(record)
            check_record(record, ops, state)
            demand(same_whatever_the_clocks(state, ops), "what a record amounts to depends on clocks")


def _check_status(laptop: Laptop, first: Laptop, space: SpaceId, waiting: int, hub: SimHub | None) -> None:
    """inv18, inv22: nothing is left to do, and that is what is said."""
    with laptop.vault.read() as unit, first.vault.read() as other:
        demand(own_digest(unit, space) == own_digest(other, space), f"{laptop.name} has another digest")
        demand(unit.parked_count(space) == waiting, f"{laptop.name} has parked what it could use")
        demand(not unit.outgoing_count(space), f"{laptop.name} has not sealed all of its edits")
        if hub is None:
            return
        status = space_status(unit, space, unit.space(space).hub)
        demand(status.up_to_date == (not waiting), f"{laptop.name} is not up to date: {status}")
        demand(own_digest(unit, space) == hub.digest(space), f"{laptop.name} holds other things than the hub")


def check_incarnations(laptops: Sequence[Laptop], space: SpaceId) -> None:
    """Nobody goes on writing as an incarnation that turned out to be two."""
    with laptops[0].vault.read() as unit:
        places = Counter((link.writer, link.number) for link in unit.chain(space))
    forked = {writer for (writer, _), count in places.items() if count > 1}
    for laptop in laptops:
        with laptop.vault.read() as unit:
            demand(unit.identity().writer not in forked, f"{laptop.name} goes on as a forked writer")


def check_salts(laptop: Laptop, space: SpaceId) -> None:
    """No key of a segment was used twice: its salt is its own."""
    with laptop.vault.read() as unit:
        rows = unit._rows("SELECT data FROM segment WHERE space = ?", space)
    salts = Counter(segments.split(row[0]).header.salt for row in rows)
    demand(max(salts.values(), default=1) == 1, "two segments were sealed with one salt")


def check_rebuilt(laptop: Laptop) -> None:
    """inv03: once the applier is idle verify finds nothing, and a rebuild gives what is shown."""
    apply_stored(laptop.local(), retry=True)
    report = upkeep.verify(laptop.session)
    demand(report.ok, f"{laptop.name}: verify finds {report.findings[:2]}")
    before = _shown(laptop)
    upkeep.rebuild(laptop.session)
    demand(_shown(laptop) == before, f"{laptop.name}: a rebuild gives something else")
    report = upkeep.verify(laptop.session)
    demand(report.ok, f"{laptop.name}: after a rebuild verify finds {report.findings[:2]}")


def check_sealed(data: bytes, canaries: Iterable[bytes]) -> None:
    """Nothing that anybody wrote can be read where it travels, or at a hub."""
    for canary in canaries:
        demand(canary not in data, f"{canary.decode()} is on its way in plain")


def _shown(laptop: Laptop) -> list[tuple[object, ...]]:
    with laptop.vault.read() as unit:
        return unit._rows(
            "SELECT space, id, kind, title, snippet, place, updated, disputes, in_bin, state,"
            " (SELECT device.id FROM device WHERE no = author) FROM record ORDER BY space, id"
        )


def _op_ids(laptop: Laptop, space: SpaceId) -> set[OpId]:
    with laptop.vault.read() as unit:
        rows = unit._rows(
            "SELECT op.id FROM op JOIN record ON record.row = op.record WHERE record.space = ?", space
        )
    return {OpId(row[0]) for row in rows}


def _waiting(laptop: Laptop, space: SpaceId) -> dict[OpId, OpId]:
    """The ops that wait for a parent, with that parent."""
    with laptop.vault.read() as unit:
        rows = unit._rows("SELECT id, missing FROM waiting_op WHERE space = ?", space)
    return {OpId(row[0]): OpId(row[1]) for row in rows}


def _states(laptop: Laptop, space: SpaceId) -> list[tuple[bytes, bytes]]:
    with laptop.vault.read() as unit:
        return unit._rows("SELECT id, state FROM record WHERE space = ? ORDER BY id", space)
