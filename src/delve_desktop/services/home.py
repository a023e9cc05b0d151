"""The overview of a space: how a practice travels, what came in, who has gone quiet, the last exchanges.

Times are the labels of whoever wrote. They are shown here and no rule reads them: that an association has
gone quiet is told to a person, and changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.domain.links import links_of
from delve_desktop.domain.state import RecordState
from delve_desktop.store.reading import ReadUnit

from .past_exchanges import PastExchange, past_exchanges
from .rows_shown import Names, row_of
from .session import Session
from .views import RecordRow

DAY: Final = 86_400
QUIET_AFTER: Final = 60  # days
WEEKS: Final = 12
TRIED: Final = 24  # practices to choose from
LATE_TRIES: Final = 300  # among which the practices tried most are found
TRIES: Final = 300  # of one practice
LATEST: Final = 6  # records of an association that are looked at
LINKED: Final = 4_000  # targets of links among which associations are found
CANDIDATES: Final = 40  # associations without a word, whose members are looked at
MEMBERS: Final = 60  # of one association
LATE: Final = 500  # changed records among which those of others are found
NEW: Final = 4
QUIET: Final = 3
EXCHANGES: Final = 3


@dataclass(frozen=True, slots=True)
class TriedPractice:
    """A practice that somebody tried."""

    record: RecordId
    title: str
    tries: int


@dataclass(frozen=True, slots=True)
class Stop:
    """A country on the way of a practice: how many sites tried it there, and at how many it did not work."""

    country: str  # ISO 3166-1
    tried: int
    failed: int
    started: bool  # the practice comes from here


@dataclass(frozen=True, slots=True)
class Journey:
    """Where a practice has been: countries by sites; `sites` counts those without a country too."""

    practice: RecordId
    stops: tuple[Stop, ...]
    sites: int


@dataclass(frozen=True, slots=True)
class QuietAssociation:
    """An association not heard of for `days`. `weeks`: the last twelve, oldest first: heard or not."""

    record: RecordId
    name: str
    country: str
    days: int
    weeks: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the home page shows of one space. `since` is 0 when nobody looked before."""

    practices: tuple[TriedPractice, ...]
    journey: Journey | None
    since: int
    new: tuple[RecordRow, ...]
    new_count: int  # among the 500 that changed last
    quiet: tuple[QuietAssociation, ...]
    quiet_count: int
    exchanges: tuple[PastExchange, ...]


class _Looked(msgspec.Struct, array_like=True, frozen=True):
    """When somebody last left this space, and which record was the newest then."""

    position: int
    at: int


def home(session: Session, space: SpaceId, *, mine: bool = False) -> HomeView:
    """The overview; the practice tried most is the one that travels. `mine`: what was written on this laptop
    counts as new too.
    """
    now = session.now()
    with session.vault.read() as unit:
        practices = tuple(TriedPractice(*one) for one in unit.tried_most(space, LATE_TRIES, TRIED))
        looked = _looked(unit, space)
        lines, count = unit.newer(space, looked.position, None if mine else session.device, LATE, NEW)
        names = Names(unit)
        quiet = _quiet(session, unit, space, now)
        return HomeView(
            practices=practices,
            journey=_journey(unit, practices[0].record) if practices else None,
            since=looked.at,
            new=tuple(row_of(line, names) for line in lines),
            new_count=count,
            quiet=tuple(quiet[:QUIET]),
            quiet_count=len(quiet),
            exchanges=tuple(past_exchanges(session, EXCHANGES)),
        )


def journey(session: Session, practice: RecordId) -> Journey:
    """How one practice travels; raises `NotFound`."""
    with session.vault.read() as unit:
        return _journey(unit, practice)


def note_looked(session: Session, space: SpaceId) -> None:
    """The person leaves: what comes in from now on is new the next time."""
    if session.damaged:
        return
    with session.vault.write() as unit:
        looked = _Looked(unit.newest_position(space), session.now())
        unit.set_meta(_key(space), msgspec.msgpack.encode(looked))


def _looked(unit: ReadUnit, space: SpaceId) -> _Looked:
    data = unit.meta(_key(space))
    return msgspec.msgpack.decode(data, type=_Looked) if data else _Looked(0, 0)


def _key(space: SpaceId) -> str:
    return f"looked/{space.hex()}"


# -- how a practice travels -------------------------------------------------------------------


def _journey(unit: ReadUnit, practice: RecordId) -> Journey:
    tried: dict[str, int] = defaultdict(int)
    failed: dict[str, int] = defaultdict(int)
    adoptions = unit.adoptions_of(practice, TRIES)
    for state in adoptions:
        country = str(_shown(state, "country") or "")
        tried[country] += 1
        failed[country] += _shown(state, "result") == "did-not-work"
    origins = _origins(unit, unit.state(practice))
    stops = [
        Stop(country, tried[country], failed[country], country in origins)
        for country in {*tried, *origins}
        if country
    ]
    stops.sort(key=lambda stop: (-stop.tried, stop.country))
    return Journey(practice, tuple(stops), len(adoptions))


def _origins(unit: ReadUnit, practice: RecordState) -> set[str]:
    """The country of the association that wrote the practice, else those the practice names."""
    for name, target in links_of(practice):
        if name == "association" and unit.has_record(target):
            country = _shown(unit.state(target), "country")
            if country:
                return {str(country)}
    field = practice.fields.get("countries")
    return {str(member.value) for member in field.members} if field is not None else set()


def _shown(state: RecordState, name: str) -> Any:
    """The version of a field that is shown first; None for nothing."""
    field = state.fields.get(name)
    return field.versions[0].value if field is not None and field.versions else None


# -- who has gone quiet -----------------------------------------------------------------------


def _quiet(session: Session, unit: ReadUnit, space: SpaceId, now: int) -> list[QuietAssociation]:
    """Those not heard of for 60 days, the latest first: by the latest records that name an association as
    theirs, and by the members whose contact belongs to one.
    """
    silent = []
    for one in unit.linked_contacts(space, LINKED):
        labels = [one.at]
        if _days(labels, now) >= QUIET_AFTER:
            labels += unit.labels_of(one.association, LATEST)
        if len(labels) > 1 and _days(labels, now) >= QUIET_AFTER:  # nobody belongs to a person
            silent.append((labels, one))
    silent.sort(key=lambda each: (-max(each[0]), each[1].name))
    spoke = _members_words(session, unit, space, now) if silent else {}
    found = []
    for labels, one in silent[:CANDIDATES]:
        names = unit.contacts_of(one.association, MEMBERS)
        words = [*labels, *(at for name in names for at in spoke.get(name, ()))]
        if _days(words, now) >= QUIET_AFTER:
            country = str(_shown(unit.state(one.association), "country") or "")
            weeks = _weeks([*words, *unit.labels_of(one.association, MEMBERS)], now)
            found.append(QuietAssociation(one.association, one.name, country, _days(words, now), weeks))
    found.sort(key=lambda each: (each.days, each.name))
    return found


def _days(labels: Sequence[int], now: int) -> int:
    """How long ago the latest of these was; a label that lies ahead counts as now."""
    return max(0, now - max(labels)) // DAY


def _members_words(session: Session, unit: ReadUnit, space: SpaceId, now: int) -> dict[str, list[int]]:
    """Name of a member to the labels of the last changes of the devices of that name."""
    said: dict[str, list[int]] = defaultdict(list)
    people = unit.people(space)
    last = unit.last_words(space)
    last[session.device] = now  # whoever reads this is not quiet
    for device, at in last.items():
        person = people.get(device)
        if person is not None and person.name:
            said[person.name].append(at)
    return said


def _weeks(labels: Sequence[int], now: int) -> tuple[bool, ...]:
    heard = {(now - label) // (7 * DAY) for label in labels}
    return tuple(week in heard for week in range(WEEKS - 1, -1, -1))
