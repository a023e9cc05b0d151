"""The membership of the spaces on this hub, replayed from their acts and kept while these stay the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from delve_desktop.domain.acts import Act
from delve_desktop.domain.errors import UnknownVersion
from delve_desktop.domain.ids import ActId, DeviceId, SpaceId
from delve_desktop.domain.membership import Membership, Standing, replay
from delve_desktop.protocol.acts import split_act

from .checking import Checked
from .store.reading import ReadUnit
from .store.rows import SpaceRow

KEPT_SPACES: Final = 256


@dataclass(frozen=True, slots=True)
class Log:
    """A space's acts and what they yield; None stands for an act of a version this hub does not know."""

    acts: dict[ActId, Act | None]
    membership: Membership

    def knows(self, device: DeviceId) -> bool:
        """Whether the space's log ever took this device in: then what it signed is kept.

        Whether it still counts is for the members to judge; they can, and the hub relays for them.
        """
        return self.membership.is_member(device)


def log_of(space: SpaceId, acts: dict[ActId, Act | None]) -> Log:
    """The log with these acts, whose signatures were checked."""
    return Log(acts, replay(space, acts))


def log_of_acts(unit: ReadUnit, row: SpaceRow) -> Log:
    """The log of a space as the transaction sees it."""
    acts = {ActId(act_id): _read(data) for act_id, data in unit.acts(row.no)}
    return log_of(SpaceId(row.id), acts)


@dataclass(frozen=True, slots=True)
class Extended:
    """A log with new acts, and those of them that it could not take."""

    log: Log
    orphans: frozenset[ActId]  # an act that they build on is not here
    strangers: frozenset[ActId]  # they do not count, and author or bringer is not of the space


def extend(log: Log, space: SpaceId, news: dict[ActId, Checked], bringer: DeviceId) -> Extended:
    """Take those of the new acts whose past is all here and that count, whoever brings them.

    An act that does not count is taken from a member, if its author is one: what this version does not
    know, or judges otherwise than a later one would, is kept and relayed.
    """
    orphans: set[ActId] = set()
    strangers: set[ActId] = set()
    left = {act_id: one for act_id, one in news.items() if act_id not in log.acts}
    while True:
        together = {**log.acts, **{act_id: one.act for act_id, one in left.items()}}
        without = {act_id for act_id, one in left.items() if any(up not in together for up in one.parents)}
        if not without:
            grown = log_of(space, together)
            without = {act_id for act_id, one in left.items() if not _belongs(grown, one, bringer)}
            if not without:
                return Extended(grown, frozenset(orphans), frozenset(strangers))
            strangers |= without
        else:
            orphans |= without
        left = {act_id: one for act_id, one in left.items() if act_id not in without}


def _belongs(log: Log, one: Checked, bringer: DeviceId) -> bool:
    counts = log.membership.standing[ActId(one.row.id)] is Standing.COUNTS
    return counts or (log.knows(one.device) and log.knows(bringer))


def _read(data: bytes) -> Act | None:
    try:
        return split_act(data)[0]
    except UnknownVersion:
        return None


class Logs:
    """The logs of the spaces that were asked for last. Safe to call from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[int, bytes], Log] = OrderedDict()

    def get(self, unit: ReadUnit, row: SpaceRow) -> Log:
        """The log of this space as the transaction sees it."""
        key = (row.no, row.acts)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        log = log_of_acts(unit, row)
        self.put(row, log)
        return log

    def put(self, row: SpaceRow, log: Log) -> None:
        """Keep a log that was committed with this state of the space."""
        with self._lock:
            self._kept[(row.no, row.acts)] = log
            while len(self._kept) > KEPT_SPACES:
                self._kept.popitem(last=False)
